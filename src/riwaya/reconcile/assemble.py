"""The claims of one occurrence become an incident."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from math import cos, hypot, radians

from riwaya.reconcile.accounts import Heard, Voice, heard
from riwaya.reconcile.figures import figures, is_stated
from riwaya.reconcile.relations import relations
from riwaya.reconcile.standing import standing
from riwaya.records.claim import EventTime, Place, Point
from riwaya.records.incident import Incident, IncidentId, IncidentPlace, Policy

_KM_A_DEGREE = 111.2
_LONGEST_TITLE = 140


def assembled(voices: Sequence[Voice], *, neighbourhood: str, policy: Policy) -> Incident:
    """Return the incident of some claims.

    Its id is that of its earliest claim, so that it keeps it when later reports join.
    """
    accounts = heard(voices)
    related = relations(accounts)
    first, last = _days(accounts)
    return Incident(
        id=IncidentId(f"i{accounts[0].id}"),
        neighbourhood=neighbourhood,
        title=_title(accounts),
        types=_types(accounts),
        reports=tuple(dict.fromkeys(each.account.report for each in accounts)),
        accounts=tuple(each.account for each in accounts),
        place=_place(accounts),
        first=first,
        last=last,
        figures=figures(accounts, policy=policy),
        standing=standing(accounts, related),
        relations=related,
    )


def _types(accounts: Sequence[Heard]) -> tuple[str, ...]:
    counted = Counter(each.voice.claim.type for each in accounts)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name)))


def _title(accounts: Sequence[Heard]) -> str:
    """Return the earliest headline that tells of it, or else its earliest sentence."""
    for each in accounts:
        title = each.voice.report.title
        if title and each.voice.claim.trigger.end <= len(title):
            return title
    first = accounts[0].voice
    words = first.passage.span.of(first.report.text) if first.passage else first.report.text
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_TITLE else line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def _days(accounts: Sequence[Heard]) -> tuple[date | None, date | None]:
    """Return the days on which most accounts agree, as exactly as one of them says.

    Where none is dated, the first publication is the end of what is possible.
    """
    stated = [each for each in accounts if is_stated(each)] or list(accounts)
    times = [each.voice.claim.time for each in stated if each.voice.claim.time]
    if times:
        best = max(times, key=lambda time: (_agreeing(time, times), -(time.last - time.first).days))
        return best.first, best.last
    days = [
        each.voice.report.published.at.date() for each in accounts if each.voice.report.published
    ]
    return None, min(days, default=None)


def _agreeing(time: EventTime, times: Sequence[EventTime]) -> int:
    return sum(time.first <= other.last and other.first <= time.last for other in times)


def _place(accounts: Sequence[Heard]) -> IncidentPlace | None:
    """Return the place that most accounts agree with, the finest of several."""
    named = [(each, place) for each in accounts for place in each.voice.claim.places]
    pointed = [(each, place, place.point) for each, place in named if place.point]
    if pointed:
        points = Counter(point for _, _, point in pointed)
        best = max(
            points, key=lambda point: (_near(point, points), -point.radius_km, points[point])
        )
        each, place, point = next(found for found in pointed if found[2] == best)
        return IncidentPlace(name=_name(each, place), point=point, country=place.country)
    if not named:
        return None
    counted = Counter(place.anchor for _, place in named)
    each, place = max(named, key=lambda found: counted[found[1].anchor])
    return IncidentPlace(name=_name(each, place), point=None, country=place.country)


def _near(point: Point, points: Counter[Point]) -> int:
    return sum(count for other, count in points.items() if _kilometres(point, other) <= max(
        point.radius_km, other.radius_km
    ))  # fmt: skip


def _kilometres(one: Point, other: Point) -> float:
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return _KM_A_DEGREE * hypot(one.latitude - other.latitude, east)


def _name(each: Heard, place: Place) -> str:
    return place.anchor or place.evidence.of(each.voice.report.text)
