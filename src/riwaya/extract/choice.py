"""Choose by scores: the likeliest of several, with how likely it is."""

from collections.abc import Sequence
from math import exp


def likelihoods(scores: Sequence[float]) -> list[float]:
    """Turn scores (log-odds) into probabilities that add up to one.

    >>> [round(p, 2) for p in likelihoods([0.0, 0.0])]
    [0.5, 0.5]
    """
    top = max(scores)
    weights = [exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def likelihood(score: float) -> float:
    """Turn the score of a yes into its probability."""
    if score < 0:
        weight = exp(max(score, -500.0))
        return weight / (1 + weight)
    return 1 / (1 + exp(-min(score, 500.0)))


def best(scores: Sequence[float], *, nothing: float) -> tuple[int, float]:
    """Return the index of the likeliest choice and its probability; the first means "none".

    Args:
        scores: of "none", then of each choice.
        nothing: what is taken off the score of "none": above 0 finds more, of it less is right.
    """
    found = likelihoods([scores[0] - nothing, *scores[1:]])
    index = max(range(len(found)), key=found.__getitem__)
    return index, found[index]
