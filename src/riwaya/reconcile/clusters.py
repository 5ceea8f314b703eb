"""Which tellings are one incident?

Tellings that a positive score or a judgement holds together make a neighbourhood; each is solved
by itself, by joining again and again the two groups whose members agree best on average, as long
as they agree and nothing forbids it. Everything goes in the canonical order of the collection, so
that nothing depends on the order in which reports came.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]

WHOLE = 60
"""Up to as many members, all pairs of a neighbourhood are compared, not the candidates alone."""


@dataclass(slots=True)
class Ties:
    """What holds tellings together or apart, by number; the smaller number first in each pair.

    `scores` are log-odds in thousandths, whole numbers whose sums do not depend on their order.
    `never` are the pairs that cannot be one, `must` those that a person has judged to be the same:
    these go before everything, as long as they do not go against each other.
    """

    scores: dict[Pair, int] = field(default_factory=dict)
    never: set[Pair] = field(default_factory=set)
    must: set[Pair] = field(default_factory=set)


def neighbourhoods(size: int, ties: Ties) -> list[list[int]]:
    """Return the members of each neighbourhood in order, the neighbourhoods by their first."""
    joined = Union(size)
    for pair, score in ties.scores.items():
        if score > 0:
            joined.join(*pair)
    for pair in ties.must:
        joined.join(*pair)
    return joined.groups()


def solve(members: Sequence[int], ties: Ties, *, absent: int) -> list[list[int]]:
    """Return the incidents of one neighbourhood, each in order, the incidents by their first.

    Args:
        members: in canonical order.
        ties: between them, and between no others.
        absent: the score of a pair that has none.
    """
    joined = Union(len(members))
    at = {member: number for number, member in enumerate(members)}
    for one, other in ties.must:
        joined.join(at[one], at[other])
    groups = {group[0]: [members[number] for number in group] for group in joined.groups()}
    return _Agglomeration(groups, ties, absent).run()


class _Agglomeration:
    """Groups that are joined two by two, the pair that agrees best on average first."""

    def __init__(self, groups: dict[int, list[int]], ties: Ties, absent: int) -> None:
        self._groups, self._absent = groups, absent
        self._sums: dict[int, dict[int, tuple[int, int]]] = {number: {} for number in groups}
        self._barred: dict[int, set[int]] = {number: set() for number in groups}
        at = {member: number for number, group in groups.items() for member in group}
        for (one, other), score in ties.scores.items():
            if at[one] != at[other]:
                self._add(at[one], at[other], score, 1)
        for one, other in ties.never:
            if at[one] != at[other]:
                self._bar(at[one], at[other])

    def run(self) -> list[list[int]]:
        """Join what agrees, and return the groups, each in order."""
        waiting = [
            entry for left in self._groups for entry in self._offers(left) if entry[1] == left
        ]
        heapify(waiting)
        while waiting:
            worth, left, right = heappop(waiting)
            if worth >= 0:
                break
            known = left in self._groups and right in self._groups
            if not known or right in self._barred[left] or self._mean(left, right) != -worth:
                continue  # an entry from before one of the two grew
            self._join(left, right)
            for entry in self._offers(left):
                heappush(waiting, entry)
        return sorted(sorted(group) for group in self._groups.values())

    def _offers(self, number: int) -> Iterator[tuple[float, int, int]]:
        for other in self._sums[number]:
            if other not in self._barred[number]:
                left, right = min(number, other), max(number, other)
                yield -self._mean(left, right), left, right

    def _mean(self, left: int, right: int) -> float:
        total, count = self._sums[left][right]
        pairs = len(self._groups[left]) * len(self._groups[right])
        return (total + self._absent * (pairs - count)) / pairs

    def _join(self, left: int, right: int) -> None:
        self._groups[left] += self._groups.pop(right)
        for other, (total, count) in self._sums.pop(right).items():
            del self._sums[other][right]
            if other != left:
                self._add(left, other, total, count)
        for other in self._barred.pop(right):
            self._barred[other].discard(right)
            self._bar(left, other)

    def _add(self, one: int, other: int, total: int, count: int) -> None:
        old_total, old_count = self._sums[one].get(other, (0, 0))
        self._sums[one][other] = self._sums[other][one] = old_total + total, old_count + count

    def _bar(self, one: int, other: int) -> None:
        self._barred[one].add(other)
        self._barred[other].add(one)


class Union:
    """Numbers joined into groups."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def root(self, number: int) -> int:
        """Return the smallest number of a group."""
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make two groups one."""
        first, second = self.root(one), self.root(other)
        if first != second:
            self._parents[max(first, second)] = min(first, second)

    def groups(self) -> list[list[int]]:
        """Return the members of every group in order, the groups by their first."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._parents)):
            found.setdefault(self.root(number), []).append(number)
        return list(found.values())


def pairs_of(members: Iterable[int]) -> Iterator[Pair]:
    """Yield all pairs of members, the smaller number first."""
    ordered = sorted(members)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            yield one, other
