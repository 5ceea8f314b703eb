"""Why? Say which options a question had, how likely the chosen one was, and what spoke for it."""

import numpy as np

from riwaya.extract import network
from riwaya.extract.codes import spelled
from riwaya.extract.options import Options
from riwaya.extract.questions import QUESTIONS
from riwaya.extract.reader import Floats, Reader, likelihoods

_MOST = 3
"""Templates that are named."""
_LEAST = 0.05
"""A weight, in log-odds, that is worth naming."""
_SILENT = frozenset({"b", "0", "label", "told"})
"""Columns that hold of every option, of every "none", or of the answer that is explained."""


def reason(
    reader: Reader, name: str, options: Options, scores: Floats, row: int, *, answer: int = 0
) -> str:
    """Say why an option was chosen.

    Args:
        reader: the network, having read the report.
        name: of the question.
        options: all of them.
        scores: theirs for this answer, as they were compared.
        row: the chosen one.
        answer: which of the question's answers, where it has several.
    """
    if QUESTIONS[name].is_yes_or_no:
        share, rivals = 1 / (1 + float(np.exp(-scores[row]))), "yes or no"
    else:
        share = float(likelihoods(scores, options.owner)[row])
        rivals = f"one of {np.count_nonzero(options.owner == options.owner[row])}"
    named, total = _templates(reader, name, options, row, answer)
    none = "" if options.columns["b"][row] else "none, "
    parts = [f"{none}{share:.2f} likely ({rivals})", *named]
    parts.append(f"all templates {total:+.1f}, the words in their place {scores[row] - total:+.1f}")
    return "; ".join(parts)


def _templates(
    reader: Reader, name: str, options: Options, row: int, answer: int
) -> tuple[list[str], float]:
    """Return the templates that weigh most for an option, and the sum of all."""
    question = QUESTIONS[name]
    alone = options.only(np.array([row]))
    places = network.templates_of(question, alone)[:, 0]
    weights = reader.weights[f"{name}/templates"][places, answer]
    found = []
    for number in np.argsort(-weights)[:_MOST].tolist():
        if weights[number] >= _LEAST:
            names = [n for n in question.templates[number].split() if n not in _SILENT]
            held = " ".join(f"{n}={spelled(int(alone.columns[n][0]))}" for n in names)
            found.append(f"{held or 'always'} {weights[number]:+.2f}")
    return found, float(weights.sum())
