"""Stretches of days, and the arithmetic of the calendar that never leaves its bounds."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, time, timedelta
from typing import NamedTuple

from riwaya.records.claim import Precision, TimeBasis

_MONTHS = 12
_WEEK = 7


class Stretch(NamedTuple):
    """The days from `earliest` to `latest`, both included, and how exactly they are known."""

    earliest: date
    latest: date
    precision: Precision
    basis: TimeBasis = TimeBasis.RELATIVE
    clock: time | None = None
    looks_ahead: bool = False


class Found(NamedTuple):
    """A stretch that was read, and the index of the word after it."""

    last: int
    stretch: Stretch


def one_day(day: date, basis: TimeBasis = TimeBasis.RELATIVE) -> Stretch:
    """Return the stretch of one day."""
    return Stretch(day, day, Precision.DAY, basis)


def span(earliest: date, latest: date, basis: TimeBasis = TimeBasis.RELATIVE) -> Stretch:
    """Return a stretch between two days, in whichever order they come."""
    return Stretch(min(earliest, latest), max(earliest, latest), Precision.SPAN, basis)


def week_of(day: date) -> Stretch:
    """Return the week of a day, from Monday to Sunday."""
    monday = days_after(day, -day.weekday())
    return Stretch(monday, days_after(monday, _WEEK - 1), Precision.WEEK)


def month_of(year: int, month: int, basis: TimeBasis = TimeBasis.RELATIVE) -> Stretch:
    """Return a month; years beyond the calendar are taken for its first or last."""
    first = date(min(max(year, MINYEAR), MAXYEAR), month, 1)
    return Stretch(first, end_of_month(first), Precision.MONTH, basis)


def year_of(year: int, basis: TimeBasis = TimeBasis.RELATIVE) -> Stretch:
    """Return a year; years beyond the calendar are taken for its first or last."""
    year = min(max(year, MINYEAR), MAXYEAR)
    return Stretch(date(year, 1, 1), date(year, _MONTHS, 31), Precision.YEAR, basis)


def end_of_month(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def days_after(day: date, days: int) -> date:
    """Move a day, stopping at the ends of the calendar.

    >>> days_after(date(2019, 4, 5), -5)
    datetime.date(2019, 3, 31)
    """
    if abs(days) > date.max.toordinal():
        return date.max if days > 0 else date.min
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def months_after(day: date, months: int) -> date:
    """Move a day by months, keeping to the last day of a shorter one.

    >>> months_after(date(2019, 3, 31), -1)
    datetime.date(2019, 2, 28)
    """
    count = day.year * _MONTHS + day.month - 1 + months
    year, month = divmod(count, _MONTHS)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a date, None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def last_weekday(weekday: int, *, until: date) -> date:
    """Return the last such day of the week (Monday is 0) up to and including a day."""
    return days_after(until, -((until.weekday() - weekday) % _WEEK))


def next_weekday(weekday: int, *, after: date) -> date:
    """Return the first such day of the week after a day."""
    return days_after(after, (weekday - after.weekday() - 1) % _WEEK + 1)
