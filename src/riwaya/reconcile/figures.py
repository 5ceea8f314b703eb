"""How many, by which accounts, and which number is the best?"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from riwaya.reconcile.accounts import Heard
from riwaya.reconcile.amounts import Amount
from riwaya.records.claim import ClaimId, CountRole, Modality, Stance
from riwaya.records.incident import Figure, Policy, RootId, Value


@dataclass(frozen=True, slots=True)
class Stated:
    """One number of one claim."""

    amount: Amount
    heard: Heard

    @property
    def strand(self) -> int:
        """Which independent account it belongs to."""
        return self.heard.account.strand


def figures(accounts: Sequence[Heard], *, policy: Policy) -> tuple[Figure, ...]:
    """Return every figure that is stated of an incident, by role and group.

    Of each strand the latest report's number stands, and the highest of that report; numbers that
    it has taken back are values that stand no more.
    """
    by_figure: dict[tuple[CountRole, str, bool], list[Stated]] = {}
    for each in accounts:
        if not is_stated(each):
            continue
        for amount in each.voice.amounts:
            kind = amount.role, amount.group or "", amount.is_part
            by_figure.setdefault(kind, []).append(Stated(amount, each))
    return tuple(_figure(by_figure[kind], policy) for kind in sorted(by_figure))


def is_stated(each: Heard) -> bool:
    """Tell whether a claim says that something happened, so that its numbers count."""
    said = each.voice.claim.attribution
    denies = said is not None and said.stance is Stance.DENIES
    return each.voice.claim.modality is Modality.ACTUAL and not denies


def standing(stated: Sequence[Stated]) -> dict[int, Stated]:
    """Return the number that stands of each strand."""
    found: dict[int, Stated] = {}
    for each in stated:
        old = found.get(each.strand)
        if old is None or _rank(each) >= _rank(old):
            found[each.strand] = each
    return found


def _rank(stated: Stated) -> tuple[str, str, int]:
    when, report, _ = stated.heard.voice.order
    return when, report, stated.amount.least


def _figure(stated: Sequence[Stated], policy: Policy) -> Figure:
    stands = standing(stated)
    numbers = [each.amount for each in stands.values()]
    low = min(number.least for number in numbers)
    tops = [number.most for number in numbers if number.most is not None]
    high = max(tops) if tops else None
    if high is not None and any(n.most is None and n.least > high for n in numbers):
        high = None
    best = _best([*stands.values()], policy)
    amount = stated[0].amount
    return Figure(
        role=amount.role,
        group=amount.group,
        low=low,
        best=best if high is None else min(best, high),
        high=high,
        policy=policy,
        values=_values(stated, stands),
        is_part=amount.is_part,
    )


def _best(stands: Sequence[Stated], policy: Policy) -> int:
    match policy:
        case Policy.MEDIAN:
            return median_low(_number(each.amount) for each in stands)
        case Policy.CONSERVATIVE:
            return min(each.amount.least for each in stands)
        case Policy.LATEST:
            return _number(max(stands, key=_rank).amount)


def _number(amount: Amount) -> int:
    """Return one number for an interval: the least where it is open, or else its middle."""
    return amount.least if amount.most is None else (amount.least + amount.most) // 2


def _values(stated: Sequence[Stated], stands: dict[int, Stated]) -> tuple[Value, ...]:
    claims: dict[tuple[int, int, int | None], list[ClaimId]] = {}
    roots: dict[int, RootId] = {}
    for each in stated:
        roots.setdefault(each.strand, each.heard.account.root.id)
        kind = each.strand, each.amount.least, each.amount.most
        claims.setdefault(kind, []).append(each.heard.id)
    return tuple(
        Value(
            least=least,
            most=most,
            claims=tuple(dict.fromkeys(ids)),
            root=roots[strand],
            is_standing=(stands[strand].amount.least, stands[strand].amount.most) == (least, most),
        )
        for (strand, least, most), ids in claims.items()
    )
