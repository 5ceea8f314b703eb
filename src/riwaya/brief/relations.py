"""Where accounts agree and differ, each pair of independent accounts once."""

from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.brief.case import Case
from riwaya.brief.labels import Labels
from riwaya.records.incident import Between, ClaimRelation, Matter

_ORDER = (Between.DENIES, Between.CONTRADICTS, Between.REVISES, Between.CONFIRMS)
"""What differs is read first. Who merely repeats stands in the table of accounts."""
_DIRECTED = (Between.DENIES, Between.REVISES)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts by their numbers, and why they are put together."""

    left: int
    right: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The pairs that stand to each other in one way about one matter."""

    kind: Between
    matter: Matter
    is_directed: bool
    pairs: tuple[Pair, ...]


def relations(case: Case, words: Labels) -> tuple[Group, ...]:
    """Return how the accounts stand to each other, what differs first.

    Of two strands that agree or differ about one matter the first pair of accounts is shown.
    """
    return tuple(
        Group(kind, matter, kind in _DIRECTED, pairs)
        for kind in _ORDER
        for matter in Matter
        if (pairs := tuple(_pairs(case, kind, matter, words)))
    )


def _pairs(case: Case, kind: Between, matter: Matter, words: Labels) -> Iterator[Pair]:
    seen: set[object] = set()
    for each in case.incident.relations:
        if (each.kind, each.matter) != (kind, matter):
            continue
        left, right = case.of(each.left), case.of(each.right)
        key: object = frozenset((left.account.strand, right.account.strand))
        if kind is Between.REVISES:
            key = (left.number, right.number)
        if key not in seen:
            seen.add(key)
            yield Pair(left.number, right.number, _reason(each, words))


def _reason(relation: ClaimRelation, words: Labels) -> str | None:
    """Return the reason, which is written in English for whoever checks the method."""
    return None if words.is_rtl else relation.reason
