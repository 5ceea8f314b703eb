"""Times told from another time of the text: في اليوم نفسه, خلال تلك الفترة, بعد ذلك بيومين."""

from datetime import date

from riwaya.arabic.dates import read_date
from riwaya.arabic.days import bare_day, part_and_day
from riwaya.arabic.durations import duration_at, moved_by
from riwaya.arabic.letters import match_form
from riwaya.arabic.stretches import (
    Found,
    Stretch,
    days_after,
    month_of,
    one_day,
    week_of,
    year_of,
)
from riwaya.arabic.time_reading import Reading
from riwaya.arabic.time_words import Grammar, TimeKind, Unit
from riwaya.records.claim import Precision, TimeBasis

_SAME_BEFORE = frozenset(match_form(form) for form in ("نفس", "ذات", "بنفس", "بذات", "ذلك", "تلك"))
_SAME_AFTER = frozenset(match_form(form) for form in (
    "نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "عينها", "المذكور", "المذكورة",
))  # fmt: skip
_THIS = frozenset(("هذه", "تلك"))
_PERIOD = frozenset(match_form(form) for form in ("الفترة", "المدة"))
_AFTER_THAT = frozenset(("بعد", "وبعد"))
_BEFORE_THAT = frozenset(("قبل", "وقبل"))
_AFTERWARD = frozenset(("بعدها", "وبعدها", "بعده"))
_BEFOREHAND = frozenset(("قبلها", "وقبلها", "قبله"))
_MORROW = frozenset(match_form(form) for form in ("غداة", "وغداة"))
_MORROW_REACH = 4
_STOPS = frozenset(".؟?!؛;:،,")
REFERENCE_STARTS = (
    _SAME_BEFORE | _THIS | _PERIOD | _AFTER_THAT | _BEFORE_THAT | _AFTERWARD | _BEFOREHAND | _MORROW
)
"""Words that such a time may begin with, beside the units themselves."""


def read_reference(reading: Reading, index: int) -> Found | None:
    """Read a time told from another one that begins at an index."""
    if reading.today is None:
        return None
    form = reading.form(index)
    if form in _MORROW:
        return _morrow(reading, index)
    return _same(reading, index) or _beside(reading, index, form)


def _same(reading: Reading, index: int) -> Found | None:
    """Read "نفس اليوم", "العام ذاته", "ذلك الشهر", "هذه الفترة"."""
    form = reading.form(index)
    before = form in _SAME_BEFORE or (form in _THIS and reading.form(index + 1) in _PERIOD)
    noun = index + before
    after = reading.form(noun + 1) in _SAME_AFTER
    if not before and not after:
        return None
    if reading.form(noun) in _PERIOD:
        return Found(noun + 1 + after, reading.period) if reading.period else None
    entry = reading.time(noun)
    if entry is None or entry.kind is not TimeKind.UNIT or not entry.definite:
        return None
    stretch = _around(reading, Unit(entry.value)) if entry.number is Grammar.SINGULAR else None
    return Found(noun + 1 + after, stretch) if stretch else None


def _around(reading: Reading, unit: Unit) -> Stretch | None:
    """Return the day, week, month or year of the time last told of."""
    if unit is Unit.DAY:
        return one_day(reading.recent) if reading.recent else None
    if reading.told is None:
        return None
    day = reading.told.earliest
    match unit:
        case Unit.WEEK:
            return week_of(day)
        case Unit.MONTH:
            return month_of(day.year, day.month)
        case Unit.YEAR:
            return year_of(day.year)
        case _:
            return None


def _beside(reading: Reading, index: int, form: str) -> Found | None:
    """Read "بعد ذلك بأربعة أيام", "بعدها بيومين", "قبل ذلك بشهر"."""
    if form in _AFTER_THAT | _BEFORE_THAT:
        start = index + 2 if reading.form(index + 1) == "ذلك" else 0
    else:
        start = index + 1 if form in _AFTERWARD | _BEFOREHAND else 0
    day = _anchor(reading)
    if not start or day is None or not reading.form(start).startswith("ب"):
        return None
    length = duration_at(reading, start, front="ب")
    if length is None or length.least is None or length.unit is Unit.HOUR:
        return None
    sign = 1 if form in _AFTER_THAT | _AFTERWARD else -1
    moved = days_after(moved_by(day, sign * length.least, length.unit), sign * length.days_more)
    stretch = year_of(moved.year) if length.unit >= Unit.YEAR else one_day(moved)
    return Found(length.last, stretch)


def _anchor(reading: Reading) -> date | None:
    """Return the day from which a text counts: the one last told of, where that is one day."""
    told = reading.told
    if told is None or told.precision not in (Precision.DAY, Precision.DAY_PART, Precision.HOUR):
        return None
    return told.earliest


def _morrow(reading: Reading, index: int) -> Found | None:
    """Read "غداة احتجاجات الجمعة", the day after; the other day is left for the next reading."""
    for place in range(index + 1, index + 1 + _MORROW_REACH):
        if place >= len(reading.words) or reading.form(place) in _STOPS:
            return None
        found = (
            bare_day(reading, place) or part_and_day(reading, place) or read_date(reading, place)
        )
        if found is None or found.stretch.precision not in (Precision.DAY, Precision.DAY_PART):
            continue
        last = found.last if place == index + 1 else place
        day = days_after(found.stretch.earliest, 1)
        basis = found.stretch.basis if place == index + 1 else TimeBasis.RELATIVE
        return Found(last, one_day(day, basis))
    return None
