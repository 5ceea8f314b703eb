"""Weights of the right shapes that nobody has learned: what holds with them holds with any."""

from functools import cache

import numpy as np

from riwaya.extract import incidents, network
from riwaya.extract.questions import QUESTIONS
from riwaya.knowledge.weights import Weights


@cache
def some_weights(seed: int = 1) -> Weights:
    chance = np.random.default_rng(seed)
    width, hidden = network.WIDTH, network.HIDDEN
    shapes: dict[str, tuple[int, ...]] = {
        "words": (network.WORDS, network.DIM),
        "in": (network.DIM, width),
        "in_bias": (width,),
        "company": (2 * width, width),
        "company_bias": (width,),
        incidents.TABLE: (incidents.SIZE, 1),
    }
    for layer in range(len(network.REACHES)):
        shapes[f"layer{layer}"] = 3 * width, 2 * width
        shapes[f"layer{layer}_bias"] = (2 * width,)
    for name, question in QUESTIONS.items():
        answers = max(question.labels, question.answers)
        shapes[f"{name}/templates"] = 1 << question.bits, question.answers
        shapes[f"{name}/seen"] = network.SEEN, hidden
        shapes[f"{name}/first"], shapes[f"{name}/first_bias"] = (6 * width, hidden), (hidden,)
        shapes[f"{name}/second"], shapes[f"{name}/second_bias"] = (hidden, hidden), (hidden,)
        shapes[f"{name}/last"], shapes[f"{name}/last_bias"] = (hidden, answers), (answers,)
    found = {
        name: (chance.standard_normal(shape, dtype=np.float32) / 8).astype(np.float32)
        for name, shape in shapes.items()
    }
    for name, weight in found.items():
        if name.rpartition("/")[2] in ("words", "seen", "templates"):
            weight[0] = 0
    return found
