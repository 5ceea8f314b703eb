"""Months and dates of the Islamic calendar, carried to the Gregorian one (Umm al-Qura)."""

from datetime import date
from types import MappingProxyType

from hijridate import Gregorian, Hijri

from riwaya.arabic.letters import match_form

_NAMES = (
    ("محرم", "المحرم", "محرم الحرام"),
    ("صفر",),
    ("ربيع الأول", "ربيع أول"),
    ("ربيع الآخر", "ربيع الثاني", "ربيع ثاني", "ربيع ثان"),
    ("جمادى الأولى", "جمادى الأول", "جمادي الأولى", "جماد الأول", "جمادي الأول", "جماد أول"),
    ("جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "جمادي الآخرة", "جماد الثاني", "جماد الآخر",
     "جمادي الثانية"),
    ("رجب",),
    ("شعبان",),
    ("رمضان",),
    ("شوال",),
    ("ذو القعدة", "ذي القعدة", "ذي قعدة"),
    ("ذو الحجة", "ذي الحجة", "ذي حجة"),
)  # fmt: skip
HIJRI_MONTHS = MappingProxyType(
    {match_form(name): number for number, names in enumerate(_NAMES, 1) for name in names}
)
"""Numbers of the Islamic months (1 to 12) by folded name, of one or two words."""
RAMADAN = 9


def gregorian_day(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian date of an Islamic one, None outside the years 1343 to 1500.

    >>> gregorian_day(1440, 7, 3)
    datetime.date(2019, 3, 10)
    """
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def gregorian_month(year: int, month: int) -> tuple[date, date] | None:
    """Return the first and the last Gregorian day of an Islamic month, None where unknown."""
    try:
        length = Hijri(year, month, 1).month_length()
    except (ValueError, OverflowError):
        return None
    first, last = gregorian_day(year, month, 1), gregorian_day(year, month, length)
    return (first, last) if first and last else None


def hijri_year(day: date) -> int | None:
    """Return the Islamic year of a Gregorian day, None where unknown."""
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None
