"""The network: it reads a report from beginning to end, then weighs the options of each question.

Every word is a sum of learned vectors, one for each of its traits; layers that look at neighbors
further and further away, at the sentence and at the whole report, turn it into a vector of the word
in its place. An option's score is the sum of two parts: what the network makes of the words it
stands at, and the weights of the templates that describe it ("where preposition event").

The functions take `xp`, numpy or a module with the same names, so that training and reading are
one computation.
"""

from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

import numpy as np

from riwaya.extract.codes import Ints, code, mixed, places
from riwaya.extract.options import Options
from riwaya.extract.questions import Question
from riwaya.extract.traits import NAMES, Traits

Array = Any
"""An array of numpy, or of what stands in for it."""
Weights = Mapping[str, Array]

WORDS = 1 << 15
"""Rows of the table of word vectors."""
SEEN = 1 << 11
"""Rows of the table of what is looked at beside the words, for each question."""
WIDTH = 64
DIM = 48
HIDDEN = 64
REACHES = (1, 1, 2, 4)
"""How far the neighbors stand that each layer looks at."""
_MIDDLE = 2
"""After how many layers the sentence and the report are looked at."""
_SALTS = np.array([code(f"column:{name}") for name in NAMES], dtype=np.uint64)


def words_of(traits: Traits) -> Ints:
    """Return where the traits of each token stand in the table of word vectors."""
    table = traits.table[:-1].astype(np.uint64)
    found = (mixed(mixed(table + _SALTS)) >> np.uint64(20)) & np.uint64(WORDS - 1)
    return np.where(table != 0, found, np.uint64(0)).astype(np.int64)


def templates_of(question: Question, options: Options) -> Ints:
    """Return where each template stands in the question's table of weights, a column an option."""
    return places(options.columns, question.templates, size=1 << question.bits)


def looked_at(question: Question, options: Options) -> Ints:
    """Return where what is looked at beside the words stands, a column an option."""
    return places(options.columns, question.looked_at, size=SEEN)


def normed(xp: ModuleType, rows: Array) -> Array:
    """Shift and scale each row to mean 0 and variance 1."""
    centered = rows - rows.mean(axis=-1, keepdims=True)
    return centered / xp.sqrt((centered**2).mean(axis=-1, keepdims=True) + 1e-5)


def read(
    xp: ModuleType,
    weights: Weights,
    words: Array,
    sentence: Array,
    report: Array,
    present: Array,
    *,
    dropped: Callable[[Array, int], Array] = lambda rows, _: rows,
) -> Array:
    """Return a vector for each token, and a last one of zeros for what is not there.

    Args:
        xp: numpy, or what stands in for it.
        weights: of the network.
        words: from `words_of`, a row for each token.
        sentence: [first, last) of each token's sentence.
        report: [first, last) of each token's report.
        present: 1 for each token, 0 for the padding between reports.
        dropped: what is left of each layer's rows; in training some are dropped.
    """
    rows = weights["words"][words].sum(axis=1)
    rows = dropped(normed(xp, rows @ weights["in"] + weights["in_bias"]), 99) * present
    for layer, reach in enumerate(REACHES):
        if layer == _MIDDLE:
            company = xp.concatenate([_mean(xp, rows, sentence), _mean(xp, rows, report)], axis=1)
            added = company @ weights["company"] + weights["company_bias"]
            rows = normed(xp, rows + added) * present
        gap = xp.zeros((reach, rows.shape[1]), dtype=rows.dtype)
        before = xp.concatenate([gap, rows[:-reach]])[: len(rows)]
        behind = xp.concatenate([rows[reach:], gap])[: len(rows)]
        around = xp.concatenate([before, rows, behind], axis=1)
        halves = around @ weights[f"layer{layer}"] + weights[f"layer{layer}_bias"]
        added = dropped(xp.maximum(halves[:, :WIDTH], halves[:, WIDTH:]), layer)
        rows = normed(xp, rows + added) * present
    return xp.concatenate([rows, xp.zeros((1, rows.shape[1]), dtype=rows.dtype)])


def _mean(xp: ModuleType, rows: Array, stretch: Array) -> Array:
    """Return the mean of the rows of each row's stretch [first, last)."""
    zero = xp.zeros((1, rows.shape[1]), dtype=rows.dtype)
    sums = xp.concatenate([zero, xp.cumsum(rows, axis=0)])
    first, last = stretch[:, 0], stretch[:, 1]
    # Not divided by the integers themselves: numpy would go on in double precision.
    length = xp.maximum(last - first, 1).astype(rows.dtype)
    return (sums[last] - sums[first]) / length[:, None]


def sight(
    xp: ModuleType, weights: Weights, name: str, rows: Array, sights: Array, beside: Array
) -> Array:
    """Return what the network makes of options, a score for each label or answer.

    Args:
        xp: numpy, or what stands in for it.
        weights: of the network.
        name: of the question.
        rows: the vectors of the tokens, from `read`.
        sights: the tokens that each option is seen by, -1 for none.
        beside: from `looked_at`.
    """
    seen = rows[sights].reshape(len(sights), -1)
    first = seen @ weights[f"{name}/first"] + weights[f"{name}/first_bias"]
    first = xp.maximum(first + weights[f"{name}/seen"][beside].sum(axis=0), 0)
    second = xp.maximum(first @ weights[f"{name}/second"] + weights[f"{name}/second_bias"], 0)
    return second @ weights[f"{name}/last"] + weights[f"{name}/last_bias"]
