"""The numbers that accounts state, side by side on one scale."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, log10

from riwaya.brief.case import Case, Told
from riwaya.brief.labels import Labels
from riwaya.brief.naming import Name, root_name
from riwaya.records.incident import Figure, Value

_ROOM = 1.08
"""How far the scale goes on behind the largest number."""
_OPEN_ROOM = 1.35
"""The same where a number has no stated maximum."""
_TICKS = 5
_LEAST_SHARE = 1.2
"""The least width of a bar, in hundredths of the scale: a single number can be seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One stated number; `start` and `width` are hundredths of the scale."""

    name: Name
    amount: str
    side: str
    stance: str | None
    numbers: tuple[int, ...]
    start: float
    width: float
    is_open: bool
    is_standing: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A number of the scale."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Everything that is stated of one number."""

    title: str
    is_part: bool
    best: str
    range: str
    policy: str
    best_at: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    has_open: bool
    is_rival: bool
    """Whether more than one number is stated."""


def tallies(case: Case, words: Labels) -> tuple[Tally, ...]:
    """Return the figures of an incident, those on which most is said first."""
    found = [_tally(case, figure, words) for figure in case.incident.figures]
    order = sorted(range(len(found)), key=lambda n: (found[n].is_part, -len(found[n].bars), n))
    return tuple(found[n] for n in order)


def figure_title(figure: Figure, words: Labels) -> str:
    """Say what is counted: "Captured: fighters"."""
    role = words["count_role"][figure.role]
    if figure.group is None:
        return role
    group = words["group"].get(figure.group, figure.group)
    return words["counts"]["of"].format(role=role, group=group)


def _tally(case: Case, figure: Figure, words: Labels) -> Tally:
    ends = [value.least if value.most is None else value.most for value in figure.values]
    open_ends = [value.least * _OPEN_ROOM for value in figure.values if value.most is None]
    most = max(*ends, *open_ends, figure.best, 1) * _ROOM
    ticks = tuple(_ticks(most, words))
    return Tally(
        title=figure_title(figure, words),
        is_part=figure.is_part,
        best=words.number(figure.best),
        range=words.amount(figure.low, figure.high),
        policy=words["policy"][figure.policy.name.lower()],
        best_at=_share(figure.best, most),
        bars=tuple(_bars(case, figure, most, words)),
        ticks=ticks,
        has_open=any(value.most is None for value in figure.values),
        is_rival=len({(value.least, value.most) for value in figure.values}) > 1,
    )


def _bars(case: Case, figure: Figure, most: float, words: Labels) -> Iterator[Bar]:
    for value in figure.values:
        told = [case.of(claim) for claim in value.claims]
        start = _share(value.least, most)
        end = 100.0 if value.most is None else _share(value.most, most)
        width = max(end - start, _LEAST_SHARE)
        said = told[0].claim.attribution
        yield Bar(
            name=_name(case, value, told[0], words),
            amount=words.amount(value.least, value.most),
            side=side_of(told),
            stance=words["stance"][said.stance] if said else None,
            numbers=tuple(sorted(each.number for each in told)),
            start=round(min(start, 100 - width), 2),
            width=round(width, 2),
            is_open=value.most is None,
            is_standing=value.is_standing,
        )


def side_of(told: list[Told]) -> str:
    """Return whose losses a source speaks of, "unknown" where no claim tells."""
    sides = [each.claim.attribution.side for each in told if each.claim.attribution]
    return next((side.value for side in sides if side), "unknown")


def _name(case: Case, value: Value, told: Told, words: Labels) -> Name:
    roots = {account.root.id: account.root for account in case.incident.accounts}
    return root_name(roots.get(value.root, told.account.root), words)


def _share(number: float, most: float) -> float:
    return round(100 * number / most, 2)


def _ticks(most: float, words: Labels) -> Iterator[Tick]:
    size = 10 ** int(log10(max(most / _TICKS, 1)))
    step = next(size * n for n in (1, 2, 5, 10) if size * n * _TICKS >= most)
    for number in range(0, ceil(most), step):
        yield Tick(_share(number, most), words.number(number))
