"""How do the claims of an incident stand to each other?"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from riwaya.reconcile.accounts import Heard
from riwaya.reconcile.compare import stand_opposed
from riwaya.reconcile.figures import Stated, is_stated, standing
from riwaya.records.claim import Claim, CountRole, Modality, Stance
from riwaya.records.incident import Between, ClaimRelation, Matter

_MOST_STRANDS = 24
"""Beyond this many independent accounts, each is related to the first ones alone."""
_CONTROL = frozenset({"seizure_of_territory"})


def relations(accounts: Sequence[Heard]) -> tuple[ClaimRelation, ...]:
    """Return how claims stand to earlier ones, and where independent accounts agree or clash.

    Every claim is related to the first of its strand, and each strand to the others through one
    claim of each, so that the relations stay few where many papers tell the same.
    """
    found: dict[tuple[str, str, Matter, Between], ClaimRelation] = {}
    for each in (
        *_denials(accounts), *_numbers(accounts), *_agents(accounts), *_times(accounts),
        *_repetitions(accounts), *_confirmations(accounts),
    ):  # fmt: skip
        found.setdefault((each.left, each.right, each.matter, each.kind), each)
    return tuple(found.values())


def denies(claim: Claim) -> bool:
    """Tell whether a claim says that it did not happen."""
    said = claim.attribution
    return claim.modality is Modality.DENIED or (said is not None and said.stance is Stance.DENIES)


def _relation(
    left: Heard, kind: Between, right: Heard, matter: Matter, reason: str
) -> ClaimRelation:
    return ClaimRelation(left=left.id, kind=kind, right=right.id, matter=matter, reason=reason)


def _denials(accounts: Sequence[Heard]) -> Iterator[ClaimRelation]:
    asserted = _first_of_strands(each for each in accounts if is_stated(each))
    for each in accounts:
        if not denies(each.voice.claim):
            continue
        same = [other for other in asserted if other.voice.claim.type == each.voice.claim.type]
        for other in same[:_MOST_STRANDS]:
            reason = f"{_source(each)} denies what {_source(other)} states"
            yield _relation(each, Between.DENIES, other, Matter.OCCURRENCE, reason)


def _numbers(accounts: Sequence[Heard]) -> Iterator[ClaimRelation]:
    by_figure: dict[tuple[CountRole, str, bool], list[Stated]] = {}
    for each in accounts:
        if is_stated(each):
            for amount in each.voice.amounts:
                kind = amount.role, amount.group or "", amount.is_part
                by_figure.setdefault(kind, []).append(Stated(amount, each))
    for (role, group, _), stated in sorted(by_figure.items()):
        what = f"{role.value} ({group})" if group else role.value
        yield from _revisions(stated, what)
        stands = list(standing(stated).values())[:_MOST_STRANDS]
        for one, other in combinations(stands, 2):
            says = f"{what}: {_said(other)} and {_said(one)}"
            how = Between.CONFIRMS if one.amount.meets(other.amount) else Between.CONTRADICTS
            yield _relation(other.heard, how, one.heard, Matter.NUMBER, says)


def _revisions(stated: Sequence[Stated], what: str) -> Iterator[ClaimRelation]:
    """Yield where one strand gives another number later; within one report nothing is revised."""
    last: dict[int, Stated] = {}
    for each in stated:
        old = last.get(each.strand)
        if old is not None:
            earlier = old.heard.voice.order[:2] < each.heard.voice.order[:2]
            differs = (old.amount.least, old.amount.most) != (each.amount.least, each.amount.most)
            if differs and earlier:
                reason = f"{what}: {_said(each)} after {_said(old)}, of one root"
                yield _relation(each.heard, Between.REVISES, old.heard, Matter.NUMBER, reason)
        last[each.strand] = each


def _agents(accounts: Sequence[Heard]) -> Iterator[ClaimRelation]:
    named = [each for each in accounts if is_stated(each) and _ids(each.voice.claim)]  # fmt: skip
    for one, other in combinations(_first_of_strands(named, by_type=True)[:_MOST_STRANDS], 2):
        left, right = other.voice.claim, one.voice.claim
        if left.type != right.type or one.account.strand == other.account.strand:
            continue
        mine, theirs = _ids(left), _ids(right)
        if mine & theirs or not _opposed(mine, theirs, _day(other)):
            continue
        matter = Matter.CONTROL if left.type in _CONTROL else Matter.AGENT
        verb = "says that it took" if left.type in _CONTROL else "names"
        reason = f"{_source(other)} {verb} {_names(left)}, {_source(one)} {_names(right)}"
        yield _relation(other, Between.CONTRADICTS, one, matter, reason)


def _times(accounts: Sequence[Heard]) -> Iterator[ClaimRelation]:
    dated = [each for each in accounts if each.voice.claim.time and is_stated(each)]
    for one, other in combinations(_first_of_strands(dated, by_type=True)[:_MOST_STRANDS], 2):
        left, right = other.voice.claim, one.voice.claim
        if left.type != right.type or left.time is None or right.time is None:
            continue
        if left.time.first > right.time.last or right.time.first > left.time.last:
            reason = f"{left.time.first} and {right.time.first}"
            yield _relation(other, Between.CONTRADICTS, one, Matter.TIME, reason)


def _repetitions(accounts: Sequence[Heard]) -> Iterator[ClaimRelation]:
    by_id = {each.id: each for each in accounts}
    first: dict[tuple[int, str], Heard] = {}
    for each in accounts:
        original = by_id.get(each.account.copy_of) if each.account.copy_of else None
        kind = each.account.strand, each.voice.claim.type
        earlier = first.setdefault(kind, each)
        if original is not None:
            yield _relation(
                each, Between.REPEATS, original, Matter.OCCURRENCE, "the same sentence, copied"
            )
        elif earlier is not each and not (denies(each.voice.claim) or denies(earlier.voice.claim)):
            reason = f"of one root: {each.account.root.name}"
            yield _relation(each, Between.REPEATS, earlier, Matter.OCCURRENCE, reason)


def _confirmations(accounts: Sequence[Heard]) -> Iterator[ClaimRelation]:
    """Yield for each strand that it confirms the first one which tells of the same type."""
    first: dict[str, Heard] = {}
    for each in _first_of_strands((a for a in accounts if is_stated(a)), by_type=True):
        earlier = first.setdefault(each.voice.claim.type, each)
        if earlier.account.strand != each.account.strand:
            reason = f"{_source(each)} and {_source(earlier)} tell it independently"
            yield _relation(each, Between.CONFIRMS, earlier, Matter.OCCURRENCE, reason)


def _first_of_strands(
    accounts: Iterator[Heard] | Sequence[Heard], *, by_type: bool = False
) -> list[Heard]:
    found: dict[tuple[int, str], Heard] = {}
    for each in accounts:
        found.setdefault((each.account.strand, each.voice.claim.type if by_type else ""), each)
    return list(found.values())


def _generic(identity: str) -> bool:
    return identity.startswith("generic:")


def _ids(claim: Claim) -> frozenset[str]:
    return frozenset(p.actor.id for p in claim.agents if p.actor and not _generic(p.actor.id))


def _names(claim: Claim) -> str:
    return ", ".join(p.actor.name for p in claim.agents if p.actor)


def _opposed(mine: frozenset[str], theirs: frozenset[str], on: date | None) -> bool:
    return any(stand_opposed(a, b, on) for a in mine for b in theirs)


def _day(each: Heard) -> date | None:
    published = each.voice.report.published
    return published.at.date() if published else None


def _source(each: Heard) -> str:
    return each.account.root.name


def _said(stated: Stated) -> str:
    least, most = stated.amount.least, stated.amount.most
    number = (
        f"{least} or more" if most is None else str(least) if least == most else f"{least}–{most}"
    )
    return f"{number} ({_source(stated.heard)})"
