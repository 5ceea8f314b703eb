"""The days of the two Islamic feasts: أول أيام عيد الفطر, خلال عيد الأضحى."""

from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from riwaya.arabic.hijri import gregorian_day, hijri_year
from riwaya.arabic.letters import match_form
from riwaya.arabic.number_cores import read_ordinal
from riwaya.arabic.stretches import Found, days_after, one_day, span
from riwaya.arabic.time_reading import Reading


class _Feast(NamedTuple):
    month: int
    day: int
    length: int


_FEASTS = MappingProxyType({
    match_form("الفطر"): _Feast(10, 1, 3),
    match_form("الأضحى"): _Feast(12, 10, 4),
})  # fmt: skip
_RANKS = MappingProxyType(
    {match_form(form): rank for rank, form in enumerate(("أول", "ثاني", "ثالث", "رابع"), 1)}
)
_FEAST = match_form("عيد")
_DAYS = match_form("أيام")
_LEADS = frozenset(("في", "وفي", "خلال", "وخلال", "يوم", "ايام", "منذ"))
_BLESSED = frozenset(("المبارك", "السعيد"))
FEAST_STARTS = frozenset(_RANKS) | {_FEAST, "اليوم"}
"""Words that a feast may begin with."""


def read_feast(reading: Reading, index: int) -> Found | None:
    """Read a feast, or a day of one, that begins at an index."""
    if reading.today is None:
        return None
    rank, start = _rank(reading, index)
    feast = _FEASTS.get(reading.form(start + 1)) if reading.form(start) == _FEAST else None
    if feast is None or not (rank or reading.form(index - 1) in _LEADS):
        return None
    first = _first_day(reading, index, feast)
    if first is None or rank > feast.length:
        return None
    last = start + 2
    last += reading.form(last) in _BLESSED
    if rank:
        return Found(last, one_day(days_after(first, rank - 1)))
    return Found(last, span(first, days_after(first, feast.length - 1)))


def _rank(reading: Reading, index: int) -> tuple[int, int]:
    """Return which day of the feast is told, 0 for all, and the index of the word عيد."""
    rank = _RANKS.get(reading.form(index), 0)
    if rank and reading.form(index + 1) == _DAYS:
        return rank, index + 2
    ordinal = read_ordinal(reading.words, index + 1) if reading.form(index) == "اليوم" else None
    if ordinal:
        return ordinal[0], ordinal[1] + (reading.form(ordinal[1]) == "من")
    return 0, index


def _first_day(reading: Reading, index: int, feast: _Feast) -> date | None:
    """Return the first day of the last such feast, or of the next where the text looks ahead."""
    today = reading.today or date.min
    year = hijri_year(today)
    if year is None:
        return None
    ahead = reading.looks_ahead(index)
    for candidate in (year, year + 1) if ahead else (year, year - 1):
        day = gregorian_day(candidate, feast.month, feast.day)
        if day and (day >= today if ahead else day <= today):
            return day
    return None
