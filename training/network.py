"""Fit the network: the same computation as in reading, with gradients, over batches of reports."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax

from riwaya.extract import network
from riwaya.extract.options import Options
from riwaya.extract.questions import QUESTIONS, Question

Ints = npt.NDArray[np.int64]
_TOKENS = 3000
"""Tokens of a batch."""
_GAP = max(network.REACHES)
_LEAST = 3
"""How often a template must hold in training to have a weight."""
_DROPPED = {"traits": 0.2, "layers": 0.1, "rows": 0.25, "templates": 0.2}
"""Shares of what is seen that are dropped by chance, so that nothing is relied on alone."""
_PENALTY = 0.005
"""Of the squares of the templates' weights, for each batch."""
_MEMORY = 0.998
"""The weights that are kept are a running mean; this much of it stays with each step."""
_RATE = 2e-3
_LONGEST = 50.0
"""Of a step's gradient."""


@dataclass
class Asked:
    """The options of one question in one report, and the right ones.

    `right` has for each row and answer 1, 0, or -1 where it is not known.
    """

    options: Options
    right: Ints


@dataclass
class Lesson:
    """A report as the network is taught it."""

    words: Ints
    bounds: Ints
    asked: dict[str, Asked] = field(default_factory=dict)
    tables: dict[str, tuple[Ints, Ints]] = field(default_factory=dict)

    def prepare(self) -> None:
        """Look up every template once."""
        for name, asked in self.asked.items():
            question = QUESTIONS[name]
            self.tables[name] = (
                network.templates_of(question, asked.options).astype(np.int32),
                network.looked_at(question, asked.options).astype(np.int32),
            )
            asked.options = Options(
                asked.options.owner, asked.options.sights, asked.options.label, {}
            )


def initial(seed: int) -> dict[str, npt.NDArray[np.float32]]:
    """Return weights to begin with."""
    chance = np.random.default_rng(seed)

    def drawn(*shape: int, scale: float | None = None) -> npt.NDArray[np.float32]:
        return chance.normal(0, scale or 1 / np.sqrt(shape[0]), shape).astype(np.float32)

    width = network.WIDTH
    weights = {
        "words": drawn(network.WORDS, network.DIM, scale=0.1),
        "in": drawn(network.DIM, width),
        "in_bias": np.zeros(width, np.float32),
        "company": drawn(2 * width, width),
        "company_bias": np.zeros(width, np.float32),
    }
    weights["words"][0] = 0
    for layer in range(len(network.REACHES)):
        weights[f"layer{layer}"] = drawn(3 * width, 2 * width)
        weights[f"layer{layer}_bias"] = np.zeros(2 * width, np.float32)
    for name, question in QUESTIONS.items():
        outs = max(question.labels, question.answers)
        weights[f"{name}/first"] = drawn(6 * width, network.HIDDEN)
        weights[f"{name}/seen"] = drawn(network.SEEN, network.HIDDEN, scale=0.1)
        weights[f"{name}/seen"][0] = 0
        weights[f"{name}/second"] = drawn(network.HIDDEN, network.HIDDEN)
        weights[f"{name}/last"] = drawn(network.HIDDEN, outs)
        for part, size in (("first", network.HIDDEN), ("second", network.HIDDEN), ("last", outs)):
            weights[f"{name}/{part}_bias"] = np.zeros(size, np.float32)
        weights[f"{name}/templates"] = np.zeros((1 << question.bits, question.answers), np.float32)
    return weights


def common(lessons: Sequence[Lesson]) -> dict[str, npt.NDArray[np.bool_]]:
    """Return by question which places of its table occur often enough to be weighed."""
    found = {}
    for name, question in QUESTIONS.items():
        counts = np.zeros(1 << question.bits, np.int64)
        for lesson in lessons:
            if name in lesson.tables:
                # Once a decision: an option's own features count, those of all its rivals once.
                table = lesson.tables[name][0]
                owner = lesson.asked[name].options.owner
                pairs = np.unique(owner * (1 << question.bits) + table)
                np.add.at(counts, pairs & ((1 << question.bits) - 1), 1)
        keep = counts >= _LEAST
        keep[0] = False
        found[name] = keep
    return found


def caps(lessons: Sequence[Lesson]) -> dict[str, int]:
    """Choose room for each question so that seldom a batch is cut short by it."""
    tokens = sum(len(lesson.words) + _GAP for lesson in lessons)
    rows: Counter[str] = Counter()
    biggest: Counter[str] = Counter()
    for lesson in lessons:
        for name, asked in lesson.asked.items():
            rows[name] += len(asked.options)
            biggest[name] = max(biggest[name], len(asked.options))
    return {
        name: int(max(1.5 * rows[name] / tokens * _TOKENS, biggest[name]) // 64 * 64 + 64)
        for name in QUESTIONS
    }


def batches(lessons: Sequence[Lesson], room: dict[str, int], seed: int) -> Iterator[list[Lesson]]:
    """Deal reports into batches that fit."""
    order = list(lessons)
    random.Random(seed).shuffle(order)
    batch: list[Lesson] = []
    used: Counter[str] = Counter()
    for lesson in order:
        need = Counter({name: len(asked.options) for name, asked in lesson.asked.items()})
        need["tokens"] = len(lesson.words) + _GAP
        full = used["tokens"] + need["tokens"] > _TOKENS or any(
            used[name] + need[name] > room[name] for name in lesson.asked
        )
        if batch and full:
            yield batch
            batch, used = [], Counter()
        batch.append(lesson)
        used += need
    if batch:
        yield batch


def packed(
    batch: Sequence[Lesson], room: dict[str, int], kept: dict[str, npt.NDArray[np.bool_]]
) -> dict:
    """Lay reports behind one another in arrays of one size."""
    tokens = max(_TOKENS, sum(len(lesson.words) + _GAP for lesson in batch))
    words = np.zeros((tokens, batch[0].words.shape[1]), np.int32)
    sentence, report = np.zeros((tokens, 2), np.int32), np.zeros((tokens, 2), np.int32)
    present = np.zeros((tokens, 1), np.float32)
    arrays: dict = {}
    for name, question in QUESTIONS.items():
        size = room[name]
        arrays[name] = {
            "sights": np.full((size, 6), tokens, np.int32),
            "owner": np.full(size, size - 1, np.int32),
            "label": np.zeros(size, np.int32),
            "templates": np.zeros((len(question.templates), size), np.int32),
            "seen": np.zeros((len(question.looked_at), size), np.int32),
            "right": np.full((size, question.answers), -1, np.int32),
        }
    at = 0
    filled: Counter[str] = Counter()
    owners: Counter[str] = Counter()
    for lesson in batch:
        size = len(lesson.words)
        words[at : at + size] = lesson.words
        sentence[at : at + size] = lesson.bounds + at
        report[at : at + size] = at, at + size
        present[at : at + size] = 1
        for name, asked in lesson.asked.items():
            start, stop = filled[name], filled[name] + len(asked.options)
            part = arrays[name]
            part["sights"][start:stop] = np.where(
                asked.options.sights < 0, tokens, asked.options.sights + at
            )
            part["owner"][start:stop] = asked.options.owner + owners[name]
            part["label"][start:stop] = asked.options.label
            templates, seen = lesson.tables[name]
            part["templates"][:, start:stop] = np.where(kept[name][templates], templates, 0)
            part["seen"][:, start:stop] = seen
            part["right"][start:stop] = asked.right
            filled[name] = stop
            if len(asked.options):
                owners[name] += int(asked.options.owner.max()) + 1
        at += size + _GAP
    return {
        "words": words,
        "sentence": sentence,
        "report": report,
        "present": present,
        "asked": arrays,
    }


def _dropped(key, rows, rate: float):
    return jnp.where(jax.random.bernoulli(key, 1 - rate, rows.shape), rows / (1 - rate), 0)


def _some(key, places, rate: float):
    """Drop places of a table by chance: 0 is that of nothing."""
    return jnp.where(jax.random.bernoulli(key, 1 - rate, places.shape), places, 0)


def scored(weights, question: Question, rows, part, key=None):
    """Return the scores of a question's options."""
    name = question.name
    if key is not None:
        keys = jax.random.split(key, 3)
        rows = _dropped(keys[0], rows, _DROPPED["rows"])
        beside = _some(keys[1], part["seen"], _DROPPED["rows"])
        templates = _some(keys[2], part["templates"], _DROPPED["templates"])
    else:
        beside, templates = part["seen"], part["templates"]
    deep = network.sight(jnp, weights, name, rows, part["sights"], beside)
    if question.labels > 1:
        deep = jnp.take_along_axis(deep, part["label"][:, None], axis=1)
    return deep + weights[f"{name}/templates"][templates].sum(axis=0)


def losses(weights, batch, key):
    """Return the loss of a batch."""
    keys = jax.random.split(key, len(QUESTIONS) + 1)
    words = _some(keys[-1], batch["words"], _DROPPED["traits"])

    def dropped(rows, layer: int):
        return _dropped(jax.random.fold_in(keys[-1], layer), rows, _DROPPED["layers"])

    rows = network.read(
        jnp, weights, words, batch["sentence"], batch["report"], batch["present"], dropped=dropped
    )
    total = 0.0
    for number, (name, question) in enumerate(QUESTIONS.items()):
        part = batch["asked"][name]
        scores = scored(weights, question, rows, part, keys[number])
        right = part["right"]
        if question.is_yes_or_no:
            signed = jnp.where(right == 1, -scores, scores)
            total += jnp.where(right >= 0, jnp.logaddexp(0.0, signed), 0.0).sum()
            continue
        owner, size = part["owner"], len(part["owner"])
        top = jax.lax.stop_gradient(
            jax.ops.segment_max(scores, owner, size, indices_are_sorted=True)
        )[owner]
        sums = jax.ops.segment_sum(jnp.exp(scores - top), owner, size, indices_are_sorted=True)
        likely = scores - top - jnp.log(sums)[owner]
        total -= jnp.where(right == 1, likely, 0.0).sum()
    penalty = sum((weights[f"{n}/templates"] ** 2).sum() for n in QUESTIONS)
    return total, penalty


def fit(lessons: Sequence[Lesson], *, epochs: int, seed: int = 1, watch=None):
    """Return the weights fitted to lessons.

    Args:
        lessons: the annotated reports.
        epochs: how often each is read.
        seed: of all that is left to chance; the same seed gives the same weights.
        watch: called after each epoch with its number, its loss, the weights and what is kept.
    """
    kept = common(lessons)
    room = caps(lessons)
    weights = jax.tree_util.tree_map(jnp.array, initial(seed))
    steps = sum(1 for _ in batches(lessons, room, 0)) * epochs
    schedule = optax.warmup_cosine_decay_schedule(_RATE / 10, _RATE, 100, steps + 10, _RATE / 50)
    optimizer = optax.chain(optax.clip_by_global_norm(_LONGEST), optax.adam(schedule))
    state = optimizer.init(weights)

    def whole(weights, batch, key):
        loss, squares = losses(weights, batch, key)
        return (loss + _PENALTY * squares) / 100, loss

    @jax.jit
    def step(weights, mean, state, batch, key, memory):
        (_, loss), slope = jax.value_and_grad(whole, has_aux=True)(weights, batch, key)
        updates, state = optimizer.update(slope, state, weights)
        weights = optax.apply_updates(weights, updates)
        mean = jax.tree_util.tree_map(lambda a, b: memory * a + (1 - memory) * b, mean, weights)
        return weights, mean, state, loss

    mean = weights
    key = jax.random.PRNGKey(seed)
    for epoch in range(epochs):
        total = 0.0
        for batch in batches(lessons, room, seed * 1000 + epoch):
            key, own = jax.random.split(key)
            memory = _MEMORY if epoch else 0.0
            arrays = packed(batch, room, kept)
            weights, mean, state, loss = step(weights, mean, state, arrays, own, memory)
            total += float(loss)
        if watch:
            watch(epoch, total, mean, kept)
    return finished(mean, kept)


def finished(weights, kept):
    """Return weights as numpy arrays, without those of rare templates."""
    found = {name: np.array(value) for name, value in weights.items()}
    for name in QUESTIONS:
        found[f"{name}/templates"][~kept[name]] = 0
        found[f"{name}/seen"][0] = 0
    found["words"][0] = 0
    return found
