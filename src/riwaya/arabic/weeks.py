"""Days by their place in a week or month: الأسبوع المقبل الأحد, أول جمعة من يوليو."""

from datetime import date
from types import MappingProxyType

from riwaya.arabic.dates import read_date, read_whole_month
from riwaya.arabic.letters import match_form
from riwaya.arabic.number_cores import read_ordinal
from riwaya.arabic.periods import read_period
from riwaya.arabic.stretches import (
    Found,
    Stretch,
    days_after,
    end_of_month,
    month_of,
    one_day,
    span,
    week_of,
)
from riwaya.arabic.time_reading import Reading
from riwaya.arabic.time_words import Grammar, TimeKind, Unit
from riwaya.records.claim import Precision

_WEEK = 7
_MOST_WEEKS = 5
_FINAL = -1
_RANKS = MappingProxyType({
    match_form(form): rank for rank, form in (
        (1, "أول"), (2, "ثاني"), (3, "ثالث"), (4, "رابع"), (5, "خامس"), (_FINAL, "آخر"),
    )
})  # fmt: skip
RANK_STARTS = frozenset(_RANKS)
"""Words that a weekday of a month may begin with."""
_OF = frozenset(("من", "في"))
_FROM = frozenset(("من", "بين"))
_TO = frozenset(("الى", "حتى"))


def read_in_week(reading: Reading, index: int) -> Found | None:
    """Read a day by its place in a week or month that begins at an index."""
    if reading.today is None:
        return None
    return (
        _ranked_weekday(reading, index)
        or _weekday_ranked(reading, index)
        or _week_of_date(reading, index)
        or _week_and_days(reading, index)
    )


def _week_of_date(reading: Reading, index: int) -> Found | None:
    """Read "أسبوع 16 سبتمبر"."""
    if not _is_unit(reading, index, Unit.WEEK, definite=False) or index + 1 >= len(reading.words):
        return None
    found = read_date(reading, index + 1)
    if found is None or found.stretch.precision is not Precision.DAY:
        return None
    week = week_of(found.stretch.earliest)._replace(basis=found.stretch.basis)
    return Found(found.last, week)


def _week_and_days(reading: Reading, index: int) -> Found | None:
    """Read "الأسبوع المقبل الأحد", "هذا الأسبوع من الثلاثاء إلى الخميس"."""
    this = reading.form(index) == "هذا"
    if not _is_unit(reading, index + this, Unit.WEEK, definite=True):
        return None
    week = read_period(reading, index)
    if week is None or week.stretch.precision is not Precision.WEEK:
        return None
    monday = week.stretch.earliest
    ranged = reading.form(week.last) in _FROM
    first = _weekday_at(reading, week.last + ranged)
    if first is None:
        return None
    day = days_after(monday, first[0])
    if not ranged:
        stretch = one_day(day)
        return Found(first[1], stretch._replace(looks_ahead=week.stretch.looks_ahead))
    second = _weekday_at(reading, first[1] + (reading.form(first[1]) in _TO))
    if second is None or second[0] < first[0]:
        return None
    ends = span(day, days_after(monday, second[0]))
    return Found(second[1], ends._replace(looks_ahead=week.stretch.looks_ahead))


def _weekday_at(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the number of a weekday, and the index after it."""
    index += reading.form(index) == "يوم"
    entry = reading.time(index)
    if entry is None or entry.kind is not TimeKind.WEEKDAY or not entry.definite:
        return None
    return (entry.value, index + 1) if entry.front in ("", "و") else None


def _ranked_weekday(reading: Reading, index: int) -> Found | None:
    """Read "أول جمعة من رمضان", "آخر يوم أحد في هذا الشهر"."""
    rank = _RANKS.get(reading.form(index))
    start = index + 1 + (reading.form(index + 1) == "يوم")
    entry = reading.time(start)
    if rank is None or entry is None or entry.kind is not TimeKind.WEEKDAY or entry.definite:
        return None
    month = _month(reading, start + 1)
    day = _nth(month.stretch, entry.value, rank) if month else None
    return Found(month.last, day) if month and day else None


def _weekday_ranked(reading: Reading, index: int) -> Found | None:
    """Read "الأحد الأول من مايو", and of this month where none is named."""
    start = index + (reading.form(index) == "يوم")
    entry = reading.time(start)
    if entry is None or entry.kind is not TimeKind.WEEKDAY or not entry.definite:
        return None
    ordinal = read_ordinal(reading.words, start + 1)
    if ordinal is None or ordinal[0] > _MOST_WEEKS:
        return None
    month = _month(reading, ordinal[1])
    if month is None and reading.ends_clause(ordinal[1]):
        today = reading.today or date.min
        month = Found(ordinal[1], month_of(today.year, today.month))
    if month is None or _is_that_day(reading, start + 1, entry.value):
        return None
    day = _nth(month.stretch, entry.value, ordinal[0])
    return Found(month.last, day) if day else None


def _is_that_day(reading: Reading, index: int, weekday: int) -> bool:
    """Tell whether "الأول من مايو" is itself on that day of the week."""
    found = read_date(reading, index)
    if found is None or found.stretch.precision is not Precision.DAY:
        return False
    return found.stretch.earliest.weekday() == weekday


def _month(reading: Reading, index: int) -> Found | None:
    """Read the month behind من or في."""
    if reading.form(index) not in _OF or index + 1 >= len(reading.words):
        return None
    found = read_whole_month(reading, index + 1, certain=True) or read_period(reading, index + 1)
    return found if found and found.stretch.precision is Precision.MONTH else None


def _nth(month: Stretch, weekday: int, rank: int) -> Stretch | None:
    """Return the first, second … or last such weekday of a month, None where it has none."""
    first = month.earliest
    last = end_of_month(first) if first.day == 1 else month.latest
    if rank == _FINAL:
        day = days_after(last, -((last.weekday() - weekday) % _WEEK))
    else:
        day = days_after(first, (weekday - first.weekday()) % _WEEK + _WEEK * (rank - 1))
    if day > last:
        return None
    return one_day(day)._replace(looks_ahead=month.looks_ahead)


def _is_unit(reading: Reading, index: int, unit: Unit, *, definite: bool) -> bool:
    entry = reading.time(index)
    return (
        entry is not None
        and entry[:3] == (TimeKind.UNIT, unit, Grammar.SINGULAR)
        and entry.definite == definite
    )
