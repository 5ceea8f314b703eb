"""How well claims are grouped into incidents: B-cubed F1 of each right event."""

from collections import Counter, defaultdict
from collections.abc import Sequence


def bcubed(labels: Sequence[tuple[str, str]]) -> list[float]:
    """Return the B-cubed F1 of each item, given its annotated and its predicted group.

    >>> bcubed([("a", "x"), ("a", "x"), ("b", "y")])
    [1.0, 1.0, 1.0]
    >>> [round(value, 2) for value in bcubed([("a", "x"), ("b", "x")])]
    [0.67, 0.67]
    """
    both = Counter(labels)
    gold = Counter(wanted for wanted, _ in labels)
    predicted = Counter(given for _, given in labels)
    # 2PR/(P+R) with P = both/predicted and R = both/gold.
    return [2 * both[wanted, given] / (gold[wanted] + predicted[given]) for wanted, given in labels]


def bcubed_by_article(
    labels: Sequence[Sequence[tuple[str, str]]], clusters: Sequence[str]
) -> list[list[float]]:
    """Return the values of each article's items, grouped over the articles of its cluster."""
    members: dict[str, list[int]] = defaultdict(list)
    for article, cluster in enumerate(clusters):
        members[cluster].append(article)
    values: list[list[float]] = [[] for _ in clusters]
    for articles in members.values():
        found = iter(bcubed([pair for article in articles for pair in labels[article]]))
        for article in articles:
            values[article] = [next(found) for _ in labels[article]]
    return values
