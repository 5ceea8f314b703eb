"""Fit a log-linear model of choices: one of several candidates is right in each decision."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from riwaya.knowledge.model import ANY, Model

Indexes = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]


@dataclass
class Decision:
    """One decision: the features of each candidate as (feature, label) pairs, and the right one."""

    candidates: list[list[tuple[str, str]]]
    right: int
    weight: float = 1.0


def labelled(features: Sequence[str], label: str, *, shared: bool = True) -> list[tuple[str, str]]:
    """Return features as they describe one label, and with `shared` as they describe any."""
    pairs = [(feature, label) for feature in features]
    if shared:
        pairs += [(feature, ANY) for feature in features]
    return pairs


def plain(features: Sequence[str]) -> list[tuple[str, str]]:
    """Return features of a candidate that has no label."""
    return [(feature, ANY) for feature in features]


def fit(
    decisions: Sequence[Decision],
    *,
    name: str,
    penalty: float = 1.0,
    least: int = 3,
    digits: int = 2,
) -> Model:
    """Maximize the likelihood of the right choices under an L2 penalty, by L-BFGS.

    Args:
        decisions: what was decided, with the right choice.
        name: of the model.
        penalty: half the inverse variance of the weights' prior.
        least: in how many decisions a feature must occur.
        digits: decimals that are kept.
    """
    index = _index(decisions, least)
    rows, columns, starts, right, weights = [], [], [], [], []
    row = 0
    for decision in decisions:
        starts.append(row)
        right.append(row + decision.right)
        weights.append(decision.weight)
        for candidate in decision.candidates:
            for pair in candidate:
                column = index.get(pair)
                if column is not None:
                    rows.append(row)
                    columns.append(column)
            row += 1
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(row, len(index)))
    matrix.data[:] = np.minimum(matrix.data, 1.0)
    found = _solve(matrix, np.array(starts), np.array(right), np.array(weights), penalty)
    kept: dict[str, dict[str, float]] = {}
    for (feature, label), column in index.items():
        weight = round(float(found[column]), digits)
        if weight:
            kept.setdefault(feature, {})[label] = weight
    return Model(name, kept)


def _index(decisions: Sequence[Decision], least: int) -> Mapping[tuple[str, str], int]:
    counts: Counter[tuple[str, str]] = Counter()
    for decision in decisions:
        counts.update({pair for candidate in decision.candidates for pair in candidate})
    return {pair: i for i, pair in enumerate(p for p, n in counts.items() if n >= least)}


def _solve(
    matrix: csr_matrix, starts: Indexes, right: Indexes, weights: Floats, penalty: float
) -> Floats:
    ends = np.append(starts[1:], matrix.shape[0])
    sizes = ends - starts
    group = np.repeat(np.arange(len(starts)), sizes)
    transposed = matrix.T.tocsr()

    def loss(point: Floats) -> tuple[float, Floats]:
        scores = matrix @ point
        top = np.maximum.reduceat(scores, starts)
        exponentials = np.exp(scores - top[group])
        sums = np.add.reduceat(exponentials, starts)
        probabilities = exponentials / sums[group]
        value = (weights * (np.log(sums) + top - scores[right])).sum() + penalty / 2 * (
            point @ point
        )
        slope = probabilities * weights[group]
        np.subtract.at(slope, right, weights)
        return value, transposed @ slope + penalty * point

    result = minimize(
        loss,
        np.zeros(matrix.shape[1]),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 100, "ftol": 1e-5},
    )
    return result.x
