"""Days told from the day of publication: weekdays, yesterday, this evening, with their hours."""

from datetime import date

from riwaya.arabic.dates import read_date
from riwaya.arabic.letters import match_form
from riwaya.arabic.number_words import ORDINALS
from riwaya.arabic.stretches import (
    Found,
    Stretch,
    day_of,
    days_after,
    last_weekday,
    months_after,
    next_weekday,
    one_day,
)  # fmt: skip
from riwaya.arabic.time_reading import Reading
from riwaya.arabic.time_words import Grammar, Side, TimeKind, Unit
from riwaya.records.claim import Precision

_THIS = frozenset(("هذا", "هذه", "وهذا"))
_DAY = "يوم"
_WEEK = 7
_LATE = 20
"""Parts of the day from this hour on are nights."""
_YEAR_OF_MONTHS = 12
_MOST_DAYS = 31
_OPEN, _CLOSE = "(", ")"
_NO_DAYS = frozenset(":/")
_NIGHT_LINKS = frozenset("-–/")
_PART_LEADS = frozenset(match_form(form) for form in (
    "في", "عند", "خلال", "منذ", "حتى", "مع", "قبل", "قبيل", "وعند", "وفي", "بعد", "وبعد", "وخلال",
))  # fmt: skip
_NAMED = frozenset(match_form(form) for form in ("سوق", "مسجد", "جامع", "صحيفة", "جريدة", "بسوق"))
"""After these, the name of a day is the name of a place or a paper."""
_NOT_THE_DAY = frozenset(match_form(form) for form in (
    "الذي", "الأول", "الأولى", "الوطني", "العالمي", "الدولي", "الأسود", "الدراسي", "الواحد",
    "الأخير", "السابق", "بيوم", "لليوم", "نفسه", "ذاته", "عينه", "المذكور",
))  # fmt: skip
_OTHER_DAY = frozenset(match_form(form) for form in (
    "ذلك", "وذلك", "نفس", "ذات", "بذلك", "صحيفة", "جريدة", "لصحيفة", "لجريدة", "عين",
))  # fmt: skip
"""After these, اليوم is another day, or the name of a paper."""
_BEFORE_LAST = ("قبل", "الاخير")
_QUOTES = frozenset("\"«»“”'")
"""Between these, اليوم is the name of a paper."""
_AFTERNOON = frozenset(("ظهر", "الظهر"))
_ONE_WORD_PARTS = frozenset(("الفجر", "الصباح", "المساء", "الظهر", "الليل", "النهار", "العصر"))


def day_of_writing(reading: Reading) -> date | None:
    """Return the day that a report calls today: one of Tuesday may say "اليوم الاثنين"."""
    if reading.today is None:
        return None
    for index, word in enumerate(reading.words):
        if word.form == "اليوم":
            weekday = _weekday_at(reading, index + 1)
            before = days_after(reading.today, -1)
            if weekday and before.weekday() == weekday[1]:
                return before
    return reading.today


def read_day(reading: Reading, index: int) -> Found | None:
    """Read a day, with the part of it and the hour, that begins at an index."""
    if reading.today is None:
        return None
    found = part_and_day(reading, index) or bare_day(reading, index)
    if found is None:
        return None
    return _with_part_behind(reading, found)


def bare_day(reading: Reading, index: int) -> Found | None:
    """Read a day by its name or place in the week, and what makes it clearer."""
    day = _named_day(reading, index)
    if day is None:
        return None
    dated = _date_behind(reading, day.last, day.stretch)
    return dated or _in_week(reading, day)


def _named_day(reading: Reading, index: int) -> Found | None:
    return (
        _the_day_of_today(reading, index)
        or _yesterday(reading, index)
        or _tomorrow(reading, index)
        or _weekday(reading, index)
    )


def _the_day_of_today(reading: Reading, index: int) -> Found | None:
    """Read "اليوم", "اليوم الاثنين", "هذا اليوم", "اليوم التالي"."""
    start = index + (reading.form(index) in _THIS)
    entry = reading.time(start)
    if entry is None or reading.today is None or entry[:3] != _ONE_DAY or not entry.definite:
        return None
    after = reading.form(start + 1)
    if reading.form(index - 1) in _OTHER_DAY or (after, reading.form(start + 2)) == _BEFORE_LAST:
        return None
    if after in _QUOTES and reading.form(index - 1) in _QUOTES:
        return None
    if after in _NOT_THE_DAY or after in ORDINALS or after == "ال" or entry.front.endswith("ل"):
        return None
    side = reading.side(start + 1)
    if side in (Side.FOLLOWING, Side.LAST, Side.NEXT):
        origin = reading.recent if side is Side.FOLLOWING and reading.recent else reading.today
        return Found(start + 2, one_day(days_after(origin, -1 if side is Side.LAST else 1)))
    return _clarified(reading, start + 1, reading.writing or reading.today, latest=reading.today)


_ONE_DAY = (TimeKind.UNIT, Unit.DAY, Grammar.SINGULAR)


def _yesterday(reading: Reading, index: int) -> Found | None:
    """Read أمس, أول أمس, أول من أمس, أمس الأول, قبل يوم أمس, يوم أمس."""
    start, back = index, 1
    if reading.form(start) in ("اول", "واول", "قبل", "وقبل"):
        start, back = start + 1, 2
        start += reading.form(start) == "من"
    start += reading.form(start) == _DAY
    entry = reading.time(start)
    if entry is None or entry.kind is not TimeKind.YESTERDAY or reading.today is None:
        return None
    if reading.form(start + 1) == "الاول":
        start, back = start + 1, 2
    day = days_after(reading.writing or reading.today, -back)
    return _clarified(reading, start + 1, day, latest=days_after(reading.today, -1))


def _tomorrow(reading: Reading, index: int) -> Found | None:
    start, ahead = index, 1
    if reading.form(start) in ("بعد", "وبعد"):
        start, ahead = start + 1, 2
    start += reading.form(start) in (_DAY, "ليوم")
    entry = reading.time(start)
    if entry is None or entry.kind is not TimeKind.TOMORROW or reading.today is None:
        return None
    day = days_after(reading.writing or reading.today, ahead)
    weekday = _weekday_at(reading, start + 1)
    last = start + 1
    if weekday:
        last, number = weekday
        day = next_weekday(number, after=reading.today)
    return Found(last, one_day(day)._replace(looks_ahead=True))


def _clarified(reading: Reading, index: int, day: date, *, latest: date) -> Found:
    """Let the weekday behind "today" or "yesterday" say which day is meant.

    Reports are often published after midnight: "اليوم الاثنين" stands in one of Tuesday.
    """
    weekday = _weekday_at(reading, index)
    if weekday is None:
        return Found(index, one_day(day))
    last, number = weekday
    if day.weekday() != number:
        day = last_weekday(number, until=latest)
    return Found(last, one_day(day))


def _weekday_at(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the end and number of a weekday, also one in brackets: اليوم (الاثنين)."""
    start = reading.past_comma(index)
    bracket = reading.form(start) == _OPEN
    start += bracket
    start += reading.form(start) == _DAY
    entry = reading.time(start)
    if entry is None or entry.kind is not TimeKind.WEEKDAY or not entry.definite or entry.front:
        return None
    closed = reading.form(start + 1) == _CLOSE
    if bracket and not closed:
        return None
    return start + 1 + bracket, entry.value


def _weekday(reading: Reading, index: int) -> Found | None:
    """Read "الجمعة", "يوم الجمعة", "الجمعة الماضي", "يومي الخميس والجمعة"."""
    entry = reading.time(index)
    start, led = index, False
    while entry and entry.kind is TimeKind.UNIT and entry.value == Unit.DAY and not entry.definite:
        if led:
            return None
        start, led = start + 1, True
        entry = reading.time(start)
    if entry is None or entry.kind is not TimeKind.WEEKDAY or reading.today is None:
        return None
    if not (entry.definite or led) or (not led and reading.form(index - 1) in _NAMED):
        return None
    if not led and reading.form(start + 1) in ("عشر", "عشرة"):
        return None
    return _placed_weekday(reading, start, entry.value)


def _placed_weekday(reading: Reading, start: int, number: int) -> Found:
    today = reading.today or date.min
    side = reading.side(start + 1)
    last = start + 1
    if side is Side.NEXT or (side is Side.FOLLOWING):
        day = next_weekday(number, after=today)
        return Found(last + 1, one_day(day)._replace(looks_ahead=True))
    if side is Side.LAST:
        day = last_weekday(number, until=days_after(today, -1))
        return Found(last + 1, one_day(day))
    last += side is Side.THIS
    if today.weekday() != number and reading.looks_ahead(start):
        day = next_weekday(number, after=today)
        return Found(last, one_day(day)._replace(looks_ahead=True))
    return _and_next_weekday(reading, last, last_weekday(number, until=today))


def _and_next_weekday(reading: Reading, last: int, day: date) -> Found:
    """Read the second of two days in a row: الخميس والجمعة, ليل الخميس-الجمعة."""
    start = last + (reading.form(last) in _NIGHT_LINKS or reading.form(last) == "على")
    entry = reading.time(start)
    if entry is None or entry.kind is not TimeKind.WEEKDAY or not entry.definite:
        return Found(last, one_day(day))
    if (day.weekday() + 1) % _WEEK != entry.value:
        return Found(last, one_day(day))
    if entry.front == "و" and reading.today and day < reading.today:
        return Found(start + 1, Stretch(day, days_after(day, 1), Precision.SPAN))
    return Found(last if entry.front else start + 1, one_day(day))


def _date_behind(reading: Reading, index: int, stretch: Stretch) -> Found | None:
    """Let a full date behind a weekday decide: الأربعاء 5 أبريل, السبت (20 يوليو)."""
    start = reading.past_comma(index)
    bracket = reading.form(start) == _OPEN
    start += bracket
    start += reading.form(start) in ("الموافق", "في")
    if start >= len(reading.words):
        return None
    found = read_date(reading, start)
    if found and found.stretch.precision is Precision.DAY:
        closed = bracket and reading.form(found.last) == _CLOSE
        return Found(found.last + closed, found.stretch)
    rank = reading.rank(start) or _counted_day(reading, start)
    if rank is None or stretch.precision is not Precision.DAY or reading.form(rank[1]) in _NO_DAYS:
        return None
    day = _same_weekday(stretch.earliest.weekday(), rank[0], reading.today)
    followed = reading.form(rank[1]) in ("", ".", "،", ",", "الى", "حتى", "و")
    return Found(rank[1], one_day(day)) if day and followed else None


def _counted_day(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read a day in plain number words behind "في": "الجمعة في خمسة عشر"."""
    core = reading.core(index) if reading.form(index - 1) == "في" else None
    if core is None or core.high != core.low or core.low % 1 or not 1 <= core.low <= _MOST_DAYS:
        return None
    return int(core.low), core.last


def _same_weekday(weekday: int, number: int, today: date | None) -> date | None:
    """Return the nearest day of a month, this one or those before, that falls on a weekday."""
    for back in range(_YEAR_OF_MONTHS + 1):
        month = months_after(today, -back) if today else date.min
        day = day_of(month.year, month.month, number)
        if day and day.weekday() == weekday:
            return day
    return None


def _in_week(reading: Reading, found: Found) -> Found:
    """Read the week that a weekday belongs to: الأربعاء من الأسبوع الماضي."""
    start = found.last + (reading.form(found.last) == "من")
    entry = reading.time(start)
    side = reading.side(start + 1)
    if entry is None or side is None or entry[:2] != (TimeKind.UNIT, Unit.WEEK):
        return found
    if reading.today is None or not entry.definite:
        return found
    moved = {Side.LAST: -_WEEK, Side.THIS: 0}.get(side, _WEEK)
    monday = days_after(reading.today, moved - reading.today.weekday())
    day = days_after(monday, found.stretch.earliest.weekday())
    return Found(start + 2, one_day(day)._replace(looks_ahead=day > reading.today))


def part_and_day(reading: Reading, index: int) -> Found | None:
    """Read "مساء الخميس", "فجر اليوم", "بعد ظهر السبت", "هذا المساء", "الليلة الماضية"."""
    afternoon = reading.form(index) in ("بعد", "وبعد") and reading.form(index + 1) in _AFTERNOON
    midnight = reading.form(index) in ("منتصف", "بمنتصف", "ومنتصف")
    start = index + (afternoon or midnight)
    this = reading.form(start) in _THIS
    start += this
    entry = reading.time(start)
    if entry is None or entry.kind not in (TimeKind.PART, TimeKind.PART_ALONE):
        return None
    behind = start + 1
    behind += reading.form(behind) in ("من", "نهار")
    if not entry.definite:
        day = bare_day(reading, behind) or _dated(reading, behind)
        if day:
            return _part(day)
        if entry.kind is TimeKind.PART_ALONE:
            return _part(Found(start + 1, one_day(context_day(reading))))
        return None
    return _definite_part(reading, index, start, this=this)


def _dated(reading: Reading, index: int) -> Found | None:
    index += reading.form(index) == _DAY
    if index >= len(reading.words):
        return None
    found = read_date(reading, index)
    return found if found and found.stretch.precision is Precision.DAY else None


def _definite_part(reading: Reading, index: int, start: int, *, this: bool) -> Found | None:
    entry = reading.time(start)
    if entry is None or reading.today is None:
        return None
    side = reading.side(start + 1)
    night = entry.value >= _LATE
    if side is Side.LAST and night:
        return _part(Found(start + 2, one_day(days_after(reading.today, -1))))
    led = reading.form(index - 1) in _PART_LEADS or start > index
    bare = reading.form(start) in _ONE_WORD_PARTS and led
    tonight = reading.form(start).endswith("الليلة") and side is None
    if this or bare or tonight:
        day = reading.today if this or tonight else context_day(reading)
        return _part(Found(start + 1, one_day(day)))
    return None


def context_day(reading: Reading) -> date:
    """Return the day that a part of the day belongs to if nothing names it."""
    return reading.recent or reading.today or date.min


def _part(found: Found) -> Found:
    if found.stretch.precision is not Precision.DAY:
        return found
    return found._replace(stretch=found.stretch._replace(precision=Precision.DAY_PART))


def _with_part_behind(reading: Reading, found: Found) -> Found:
    """Read the part of the day behind it: أمس صباحا, الجمعة ليلا, اليوم فجرا."""
    entry = reading.time(found.last)
    if entry is None or found.stretch.precision is not Precision.DAY or entry.definite:
        return found
    adverb = entry.kind is TimeKind.PART_ALONE or reading.form(found.last) == "مساء"
    return _part(Found(found.last + 1, found.stretch)) if adverb else found
