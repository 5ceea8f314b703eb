"""Times told by how long ago, since when or within what: قبل يومين, منذ شهر, الأيام الماضية."""

from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from riwaya.arabic.dates import read_month
from riwaya.arabic.letters import match_form
from riwaya.arabic.stretches import (
    Found,
    Stretch,
    days_after,
    months_after,
    one_day,
    span,
    year_of,
)
from riwaya.arabic.time_reading import Reading
from riwaya.arabic.time_words import Grammar, Side, TimeKind, TimeWord, Unit


class Duration(NamedTuple):
    """A length of time: words up to `last`, and how many units, not counting `days_more`."""

    last: int
    unit: Unit
    least: int | None
    """None where the text states no number ("أيام")."""
    most: int | None
    days_more: int = 0


_APPROXIMATE = frozenset(match_form(form) for form in (
    "نحو", "حوالي", "حوالى", "قرابة", "زهاء", "يقارب", "لمدة", "مدة", "فترة", "يزيد",
))  # fmt: skip
_TWO_WORDS = frozenset((("اكثر", "من"), ("اقل", "من"), ("ما", "يقارب"), ("ما", "يزيد"),
                        ("يزيد", "على"), ("يزيد", "عن"), ("ما", "يقرب")))  # fmt: skip
_VAGUE_WORDS = frozenset(match_form(form) for form in (
    "قليلة", "عدة", "معدودة", "طويلة", "القليلة", "العديدة", "المعدودة",
))  # fmt: skip
_SEVERAL = frozenset(("عدة", "بعض"))
_AGO = frozenset(("قبل", "وقبل", "قبيل"))
_SINCE = frozenset(("منذ", "ومنذ", "مذ"))
_WITHIN = frozenset(match_form(form) for form in (
    "خلال", "وخلال", "طوال", "وطوال", "طيلة", "مدى", "مدار", "غضون", "ظرف", "بغضون",
))  # fmt: skip
_IN = frozenset(("في", "وفي"))
_AHEAD = frozenset(("بعد", "وبعد"))
_NOWS = frozenset(("الان", "اليوم"))
_RELATIONS = frozenset(("من", "على", "ان"))
SOFTENERS = _APPROXIMATE | _SEVERAL | {first for first, _ in _TWO_WORDS}
"""Words that may stand between a preposition and a length of time."""
DURATION_STARTS = _AGO | _SINCE | _WITHIN | _IN | _AHEAD | {"اخر", "على"}
"""Words that a duration with its preposition may begin with."""

_DAY_HOURS = 24
_WEEK = 7
_YEAR_MONTHS = 12
_HALVES = MappingProxyType(
    {Unit.HOUR: 0, Unit.DAY: 0, Unit.WEEK: 3, Unit.MONTH: 15, Unit.YEAR: 182, Unit.DECADE: 1826}
)
"""Days in half of a unit, rounded down."""
_WHOLE_DAYS = 3
"""Up to this many "past days" are those before the day of publication."""
_MOST = 100_000
_LEAST_YEAR = 1000
_VAGUE_AGO = MappingProxyType({
    Unit.HOUR: (0, 0), Unit.DAY: (1, 7), Unit.WEEK: (1, 4), Unit.MONTH: (1, 6), Unit.YEAR: (2, 9),
    Unit.DECADE: (2, 5),
})  # fmt: skip
"""How long ago "days ago", "weeks ago" … are taken to be."""
_VAGUE_SINCE = MappingProxyType(
    {Unit.HOUR: 0, Unit.DAY: 3, Unit.WEEK: 3, Unit.MONTH: 3, Unit.YEAR: 3, Unit.DECADE: 2}
)
_VAGUE_PAST = MappingProxyType(
    {Unit.HOUR: 24, Unit.DAY: 7, Unit.WEEK: 3, Unit.MONTH: 3, Unit.YEAR: 3, Unit.DECADE: 2}
)
"""How many "the past days", "the past weeks" … are taken to be."""


def read_duration(reading: Reading, index: int) -> Found | None:
    """Read a time told by a duration that begins at an index."""
    if reading.today is None:
        return None
    form = reading.form(index)
    definite = _definite(reading, index)
    if definite or form not in DURATION_STARTS:
        return definite
    if form == "على" and reading.form(index + 1) in _WITHIN:
        index += 1
    start = index + 1
    if form in _IN and reading.form(start) in _WITHIN:
        start += 1
    within = _definite(reading, start) if form not in _AGO | _AHEAD else None
    if within:
        return _since(reading, within) if form in _SINCE else within
    duration = duration_at(reading, start)
    return _told(reading, index, form, duration) if duration else None


def _since(reading: Reading, found: Found) -> Found:
    """Let a stretch of the past reach to the day of publication."""
    today = reading.today or date.max
    return found._replace(stretch=found.stretch._replace(latest=max(today, found.stretch.latest)))


def _told(reading: Reading, index: int, form: str, duration: Duration) -> Found | None:
    """Resolve a duration by the preposition before it."""
    after = reading.form(duration.last)
    anchored = after in _RELATIONS
    last = duration.last
    if after == "من" and reading.form(last + 1) in _NOWS:
        anchored, last = False, last + 2
        form = "قبل" if form in _SINCE else form
    stretch: Stretch | None = None
    if form in _AGO:
        if not (anchored and duration.least is not None):
            stretch = _ago(reading, duration)
    elif form in _SINCE:
        least = duration.least or _VAGUE_SINCE[duration.unit]
        stretch = _back_to(reading, duration, least)
    elif form in _AHEAD:
        told = reading.looks_ahead(index) or last > duration.last
        stretch = _ahead(reading, duration) if told and not anchored else None
    elif form not in _IN or reading.form(index + 1) in _WITHIN or _is_exact(duration):
        stretch = _within(reading, index, duration)
    return Found(last, stretch) if stretch else None


def _is_exact(duration: Duration) -> bool:
    return duration.least == duration.most and (duration.least or 0) > 1


def _ago(reading: Reading, duration: Duration) -> Stretch:
    """Return when something was that long ago: the day, or for years the year."""
    today = reading.today or date.min
    if duration.least is None or duration.most is None:
        near, far = _VAGUE_AGO[duration.unit]
    else:
        near, far = duration.least, duration.most
    last = moved_by(today, -near, duration.unit)
    first = moved_by(today, -far, duration.unit)
    if near != far:
        return span(first, last)
    if duration.unit >= Unit.YEAR and near > 1 and not duration.days_more:
        return year_of(first.year)
    return one_day(days_after(first, -duration.days_more))


def _back_to(reading: Reading, duration: Duration, count: int) -> Stretch:
    today = reading.today or date.min
    first = moved_by(today, -count, duration.unit)
    return span(days_after(first, -duration.days_more), today)


def _ahead(reading: Reading, duration: Duration) -> Stretch | None:
    today = reading.today or date.min
    if duration.least is None:
        return None
    then = days_after(moved_by(today, duration.least, duration.unit), duration.days_more)
    stretch = year_of(then.year) if duration.unit >= Unit.YEAR else one_day(then)
    return stretch._replace(looks_ahead=True)


def _within(reading: Reading, index: int, duration: Duration) -> Stretch | None:
    """Return the days up to publication, or from it where the text looks ahead."""
    if duration.least is None:
        return None
    today = reading.today or date.min
    if reading.looks_ahead(index):
        last = moved_by(today, duration.least, duration.unit)
        return span(today, last)._replace(looks_ahead=True)
    return _past(today, duration.unit, duration.least)


def _past(today: date, unit: Unit, count: int) -> Stretch:
    whole = unit is Unit.DAY and count <= _WHOLE_DAYS
    return span(moved_by(today, -count, unit), days_after(today, -1) if whole else today)


def moved_by(day: date, count: int, unit: Unit) -> date:
    """Move a day by so many units; hours count as begun days."""
    count = max(-_MOST, min(_MOST, count))
    match unit:
        case Unit.HOUR:
            days = -(-abs(count) // _DAY_HOURS)
            return days_after(day, -days if count < 0 else days)
        case Unit.DAY:
            return days_after(day, count)
        case Unit.WEEK:
            return days_after(day, count * _WEEK)
        case Unit.MONTH:
            return months_after(day, count)
        case Unit.YEAR:
            return months_after(day, count * _YEAR_MONTHS)
        case Unit.DECADE:
            return months_after(day, count * _YEAR_MONTHS * 10)


def duration_at(reading: Reading, index: int, *, front: str = "") -> Duration | None:
    """Read "أربعة أيام", "يومين", "بضعة أشهر", "عام", "شهر ونصف", "أيام".

    `front` are the letters that must stand before a unit without a number ("بيومين").
    """
    start = index + (reading.form(index) in _APPROXIMATE)
    if (reading.form(start), reading.form(start + 1)) in _TWO_WORDS:
        start += 2
        start += reading.form(start) in ("من", "عن", "على")
    several = reading.form(start) in _SEVERAL
    start += several
    entry = reading.time(start)
    if entry and entry.kind is TimeKind.UNIT:
        if entry.definite or entry.front != front or _is_named(reading, start, entry):
            return None
        return _unit_alone(reading, start, entry)
    core = None if several else reading.core(start)
    if core is None or core.low % 1 or core.high is None or core.low > _MOST:
        return None
    unit = reading.time(core.last)
    if unit is None or unit.kind is not TimeKind.UNIT or unit.front:
        return None
    duration = Duration(core.last + 1, Unit(unit.value), int(core.low), int(core.high))
    return _more(reading, duration)


def _is_named(reading: Reading, index: int, entry: TimeWord) -> bool:
    """Tell "عام 2003", "شهر يناير" and "يوم أمس", which name a time, from a length of time."""
    if entry.value == Unit.YEAR:
        return (reading.digits(index + 1) or 0) >= _LEAST_YEAR
    if entry.value == Unit.MONTH:
        return entry.number is Grammar.SINGULAR and read_month(reading, index + 1) is not None
    kinds = (TimeKind.YESTERDAY, TimeKind.TOMORROW, TimeKind.WEEKDAY)
    return entry.value == Unit.DAY and any(reading.is_kind(index + 1, kind) for kind in kinds)


def _unit_alone(reading: Reading, index: int, entry: TimeWord) -> Duration | None:
    unit, last = Unit(entry.value), index + 1
    if entry.number is Grammar.PLURAL:
        last += reading.form(last) in _VAGUE_WORDS
        return None if unit is Unit.DECADE else Duration(last, unit, None, None)
    if entry.number is Grammar.SINGULAR and reading.form(index).endswith("ا"):
        return None
    last += reading.form(last) in ("واحد", "واحدة")
    return _more(reading, Duration(last, unit, int(entry.number), int(entry.number)))


def _more(reading: Reading, duration: Duration) -> Duration:
    """Read what is added: "ونصف", "و 21 يوما"."""
    if reading.form(duration.last) in ("ونصف", "والنصف"):
        repeated = reading.time(duration.last + 1)
        same = repeated is not None and repeated[:2] == (TimeKind.UNIT, duration.unit)
        last = duration.last + 1 + same
        return duration._replace(last=last, days_more=_HALVES[duration.unit])
    joined = reading.form(duration.last) == "و"
    core = reading.core(duration.last) if joined else None
    unit = reading.time(core.last) if core else None
    if core and unit and unit[:2] == (TimeKind.UNIT, Unit.DAY) and core.low % 1 == 0:
        days = min(int(core.low), _MOST)
        return duration._replace(last=core.last + 1, days_more=days)
    return duration


def _definite(reading: Reading, index: int) -> Found | None:
    """Read "الأيام الماضية", "الأشهر الستة الماضية", "الـ24 ساعة الماضية", "آخر 24 ساعة"."""
    if reading.form(index) in ("اخر", "واخر"):
        duration = duration_at(reading, index + 1)
        if duration is None or duration.least is None:
            return None
        stretch = _past(reading.today or date.min, duration.unit, duration.least)
        return Found(duration.last, stretch)
    entry = reading.time(index)
    if entry and entry.kind is TimeKind.UNIT and entry.definite:
        return _plural_past(reading, index, entry)
    core = reading.core(index)
    if core is None or not core.definite or core.low % 1 or core.low > _MOST:
        return None
    unit = reading.time(core.last)
    side = reading.side(core.last + 1)
    if unit is None or unit.kind is not TimeKind.UNIT or side is None:
        return None
    beside = _beside(reading, Unit(unit.value), int(core.low), side)
    return Found(core.last + 2, beside) if beside else None


def _plural_past(reading: Reading, index: int, entry: TimeWord) -> Found | None:
    if entry.number is Grammar.SINGULAR:
        return None
    unit = Unit(entry.value)
    last = index + 1
    last += reading.form(last) in _VAGUE_WORDS
    count = int(entry.number) if entry.number is Grammar.DUAL else _VAGUE_PAST[unit]
    core = reading.core(last) if last < len(reading.words) else None
    if core and core.definite and core.low % 1 == 0 and core.low <= _MOST:
        count, last = int(core.low), core.last
    side = reading.side(last)
    if side is None:
        return None
    stretch = _beside(reading, unit, count, side)
    return Found(last + 1, stretch) if stretch else None


def _beside(reading: Reading, unit: Unit, count: int, side: Side) -> Stretch | None:
    """Return the stretch of so many units before or after the day of publication."""
    today = reading.today or date.min
    resolve: dict[Side, Callable[[], Stretch]] = {
        Side.LAST: lambda: _past(today, unit, count),
        Side.NEXT: lambda: span(days_after(today, 1), moved_by(today, count, unit)),
    }
    if side not in resolve:
        return None
    return resolve[side]()._replace(looks_ahead=side is Side.NEXT)
