"""What the page of a whole store shows: where and when its incidents were, and a way to each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median

from riwaya.brief.case import Case
from riwaya.brief.labels import Labels
from riwaya.brief.locator import Locator, Spot, locator
from riwaya.brief.naming import Name, incident_place, type_name
from riwaya.brief.tallies import figure_title
from riwaya.records.incident import Incident, Standing

_MOST_ROWS = 45
"""Where there are more days than this the timeline counts by month, and then by year."""
_KEPT, _FAR, _NEAR_DEGREES = 0.85, 3.0, 0.5
"""What lies so many times farther out than this part of all places is left out of the map."""
_LONGEST_DAYS = 7
"""What is dated no more exactly than this stands under no day."""
_FIRST_DAY, _MONTH, _YEAR = "0000-01-01", 7, 4
"""A day as ISO 8601 writes it, and how many characters of it name the month and the year."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One incident, as far as a list shows it; `file` is its page."""

    file: str
    title: str
    standing: str
    types: tuple[str, ...]
    where: Name | None
    figures: tuple[tuple[str, str], ...]
    accounts: int
    roots: int
    reports: int
    day: str
    period: str


@dataclass(frozen=True, slots=True)
class Day:
    """The incidents of a day, or of a longer time."""

    anchor: str
    name: str
    entries: tuple[Entry, ...]
    parts: tuple[tuple[str, float, float], ...]
    """Of each standing where its part of the bar begins and how long it is, in hundredths."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the page."""

    incidents: int
    reports: int
    accounts: int
    map: Locator | None
    left_out: int
    """How many places are not on the map."""
    days: tuple[Day, ...]
    standings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """What an overview needs to know of an incident: less than the whole of its case."""

    incident: Incident
    file: str
    where: Name | None


def glance(case: Case, file: str, words: Labels) -> Glance:
    """Keep what the overview needs."""
    return Glance(case.incident, file, incident_place(case, words))


def overview(glances: Sequence[Glance], words: Labels) -> Overview:
    """Make the page of all incidents."""
    incidents = [each.incident for each in glances]
    spots = list(_spots(glances))
    near = _together(spots)
    shown = locator(near, words)
    return Overview(
        incidents=len(incidents),
        reports=len({report for each in incidents for report in each.reports}),
        accounts=sum(len(each.accounts) for each in incidents),
        map=shown,
        left_out=len(spots) - len(near) + (shown.left_out if shown else 0),
        days=tuple(_days(glances, words)),
        standings=tuple(
            each for each in Standing if any(one.standing is each for one in incidents)
        ),
    )


def _spots(glances: Sequence[Glance]) -> Iterator[Spot]:
    for each in glances:
        place = each.incident.place
        if place is not None and place.point is not None:
            name = each.where.text if each.where else ""
            yield Spot(place.point, "several", None, name)


def _together(spots: Sequence[Spot]) -> list[Spot]:
    """Leave out the few places that lie so far from all others that these could not be told apart.

    >>> from riwaya.records.claim import Point
    >>> near = Spot(Point(latitude=1, longitude=1, radius_km=1), "several")
    >>> far = Spot(Point(latitude=9, longitude=60, radius_km=1), "several")
    >>> len(_together([near] * 20 + [far]))
    20
    """
    if not spots:
        return []
    north = median(spot.point.latitude for spot in spots)
    east = median(spot.point.longitude for spot in spots)

    def away(spot: Spot) -> float:
        return max(abs(spot.point.latitude - north), abs(spot.point.longitude - east))

    ordered = sorted(away(spot) for spot in spots)
    usual = ordered[int((len(spots) - 1) * _KEPT)]
    if ordered[-1] <= _FAR * max(usual, _NEAR_DEGREES):
        return list(spots)
    return [spot for spot in spots if away(spot) <= _FAR * max(usual, _NEAR_DEGREES)]


def _days(glances: Sequence[Glance], words: Labels) -> Iterator[Day]:
    known = {_day(each) for each in glances}
    size = next(
        (n for n in (len(_FIRST_DAY), _MONTH) if len({day[:n] for day in known}) <= _MOST_ROWS),
        _YEAR,
    )
    ordered = sorted(glances, key=lambda each: (_day(each)[:size] or "9", not _is_told(each)))
    groups = [(key, list(group)) for key, group in groupby(ordered, lambda g: _day(g)[:size])]
    most = max((len(group) for _, group in groups), default=1)
    for period, group in groups:
        yield Day(
            anchor=f"day-{period or 'unknown'}",
            name=_name(period, words),
            entries=tuple(_entry(each, period, words) for each in group),
            parts=tuple(_parts(group, most)),
        )


def _is_told(each: Glance) -> bool:
    return each.incident.roots > 1


def _day(each: Glance) -> str:
    first, last = each.incident.first, each.incident.last
    if first and last and (last - first).days > _LONGEST_DAYS:
        return ""
    day = first or last
    return day.isoformat() if day else ""


def _name(period: str, words: Labels) -> str:
    if not period:
        return words["page"]["unknown_day"]
    first = date.fromisoformat(period + _FIRST_DAY[len(period) :])
    if len(period) == len(_FIRST_DAY):
        return words.day(first)
    return words.period(first, has_month=len(period) == _MONTH)


def _parts(group: Sequence[Glance], most: int) -> Iterator[tuple[str, float, float]]:
    start = 0.0
    for standing in Standing:
        number = sum(each.incident.standing is standing for each in group)
        if number:
            width = 100 * number / most
            yield standing.value, round(start, 2), round(width, 2)
            start += width


def _entry(each: Glance, period: str, words: Labels) -> Entry:
    incident = each.incident
    return Entry(
        file=each.file,
        title=incident.title,
        standing=incident.standing,
        types=tuple(type_name(name, words) for name in incident.types),
        where=each.where,
        figures=tuple(
            (figure_title(figure, words), words.amount(figure.low, figure.high))
            for figure in incident.figures
            if figure.group is None and not figure.is_part
        ),
        accounts=len(incident.accounts),
        roots=incident.roots,
        reports=len(incident.reports),
        day=words.days(incident.first, incident.last),
        period=period,
    )
