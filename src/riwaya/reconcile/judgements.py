"""What people have decided goes before everything that was weighed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from riwaya.records.claim import ClaimId
from riwaya.records.judgement import Judgement, Verdict

Pair = tuple[ClaimId, ClaimId]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The judgements that stand, the newest first; `apart` has by claim those it differs from."""

    standing: tuple[Judgement, ...] = ()
    apart: Mapping[ClaimId, Collection[ClaimId]] = field(default_factory=dict)


def standing(log: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """Return the judgement that stands for each pair of claims: the newest, or the last written."""
    return {each.pair: each for each in sorted(log, key=lambda judgement: judgement.at)}


def decided(log: Iterable[Judgement]) -> Decisions:
    """Return what stands of a log of judgements, in whatever order it is."""
    newest = sorted(standing(log).values(), key=lambda each: (each.at, each.pair), reverse=True)
    apart: dict[ClaimId, set[ClaimId]] = {}
    for each in newest:
        if each.verdict is Verdict.DIFFERENT:
            apart.setdefault(each.left, set()).add(each.right)
            apart.setdefault(each.right, set()).add(each.left)
    return Decisions(tuple(newest), apart)


def applied(
    decisions: Decisions, owner: Mapping[ClaimId, int]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Return which owners of claims must be one, and which must not, the smaller number first.

    The newest judgement goes first; an older one that cannot hold beside it gives way (a and b the
    same, b and c the same, and then a and c different).
    """
    group: dict[int, set[int]] = {}
    must: set[tuple[int, int]] = set()
    must_not: set[tuple[int, int]] = set()
    for each in decisions.standing:
        if each.left not in owner or each.right not in owner:
            continue
        one, other = sorted((owner[each.left], owner[each.right]))
        left, right = group.setdefault(one, {one}), group.setdefault(other, {other})
        if each.verdict is Verdict.DIFFERENT:
            if left is not right:
                must_not.add((one, other))
        elif left is not right and not _parted(left, right, must_not):
            must.add((one, other))
            left |= right
            group.update(dict.fromkeys(right, left))
    return must, must_not


def _parted(left: set[int], right: set[int], must_not: set[tuple[int, int]]) -> bool:
    return any(
        (one in left and other in right) or (one in right and other in left)
        for one, other in must_not
    )
