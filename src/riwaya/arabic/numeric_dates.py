"""Dates in digits: 24/3/2018, 2018-03-24, 24.3.2018, 3/2015, and 24/3 where the words tell."""

from datetime import date

from riwaya.arabic.hijri import gregorian_day
from riwaya.arabic.letters import match_form
from riwaya.arabic.stretches import Found, Stretch, day_of, month_of, one_day
from riwaya.arabic.time_reading import Reading
from riwaya.arabic.time_words import TimeKind
from riwaya.records.claim import TimeBasis

_SEPARATORS = frozenset("/-–\\")
_PIECES = 3
_TWO = 2
_YEAR_DIGITS = 4
_LEAST_YEAR, _MOST_YEAR = 1800, 2200
_LEAST_HIJRI, _MOST_HIJRI = 1343, 1500
_SHORT_YEARS = 2000
_MONTHS = 12
_MOST_DAYS = 31
_ALWAYS = (24, 7)
_LEADS = frozenset(match_form(form) for form in (
    "في", "يوم", "بتاريخ", "تاريخ", "منذ", "حتى", "وفي", "اليوم", "ليوم", "بيوم", "الموافق",
))  # fmt: skip


def read_numeric(reading: Reading, index: int) -> Found | None:
    """Read a date in digits that begins at an index."""
    pieces, last = _pieces(reading, index)
    if not _TWO <= len(pieces) <= _PIECES:
        return None
    if len(pieces) == _PIECES:
        day = _full(pieces)
        return Found(last, one_day(day, TimeBasis.STATED)) if day else None
    stretch = _month_and_year(reading, index, pieces) or _day_and_month(reading, index, pieces)
    return Found(last, stretch) if stretch else None


def _pieces(reading: Reading, index: int) -> tuple[list[str], int]:
    """Collect the numbers that one kind of separator joins, and the index after them."""
    words = reading.words
    if not words[index].is_number:
        return [], index
    form = words[index].form
    if not form.isdigit():
        parts = form.split(".")
        return (parts if all(map(str.isdigit, parts)) else []), index + 1
    pieces, last = [form], index + 1
    separator = reading.form(last)
    while (
        separator in _SEPARATORS
        and reading.form(last) == separator
        and last + 1 < len(words)
        and words[last + 1].is_number
        and words[last + 1].form.isdigit()
    ):
        pieces.append(words[last + 1].form)
        last += _TWO
    return pieces, last


def _full(pieces: list[str]) -> date | None:
    """Return the date of three numbers: the year first or last, else the day first."""
    if any(len(piece) > _YEAR_DIGITS for piece in pieces):
        return None
    numbers = [int(piece) for piece in pieces]
    if len(pieces[0]) == _YEAR_DIGITS:
        year, month, day = numbers
    elif len(pieces[2]) == _YEAR_DIGITS:
        day, month, year = numbers
    elif len(pieces[2]) == _TWO:
        day, month, year = numbers[0], numbers[1], numbers[2] + _SHORT_YEARS
    else:
        return None
    if month > _MONTHS:
        day, month = month, day
    if _LEAST_HIJRI <= year <= _MOST_HIJRI:
        return gregorian_day(year, month, day)
    return day_of(year, month, day) if _LEAST_YEAR <= year <= _MOST_YEAR else None


def _month_and_year(reading: Reading, index: int, pieces: list[str]) -> Stretch | None:
    if any(len(piece) > _YEAR_DIGITS for piece in pieces):
        return None
    months = [int(p) for p in pieces if len(p) <= _TWO and 1 <= int(p) <= _MONTHS]
    years = [int(p) for p in pieces if len(p) == _YEAR_DIGITS]
    slashed = reading.form(index + 1) in ("/", "\\")
    if not slashed or len(months) != 1 or len(years) != 1:
        return None
    if not _LEAST_YEAR <= years[0] <= _MOST_YEAR:
        return None
    return month_of(years[0], months[0], TimeBasis.STATED)


def _day_and_month(reading: Reading, index: int, pieces: list[str]) -> Stretch | None:
    """Return the last such day, where the words before or the numbers themselves ask for one."""
    if reading.today is None or any(len(piece) > _TWO for piece in pieces):
        return None
    day, month = int(pieces[0]), int(pieces[1])
    led = reading.form(index - 1) in _LEADS or reading.is_kind(index - 1, TimeKind.WEEKDAY)
    slashed = reading.form(index + 1) == "/" and reading.looks_ahead(index)
    if not led and not (slashed and _shows_day(day, month)):
        return None
    if month > _MONTHS:
        day, month = month, day
    for year in (reading.today.year, reading.today.year - 1):
        found = day_of(year, month, day)
        if found and found <= reading.today:
            return one_day(found)
    return None


def _shows_day(first: int, second: int) -> bool:
    """Tell whether two numbers can only be a day and a month; 24/7 means always."""
    larger, smaller = max(first, second), min(first, second)
    return 1 <= smaller <= _MONTHS < larger <= _MOST_DAYS and (first, second) != _ALWAYS
