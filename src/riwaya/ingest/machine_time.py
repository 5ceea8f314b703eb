"""What time does a string written for machines state?

Attributes and data fields hold ISO 8601, mail dates, and whatever a content system makes up. A
date that could be two dates (04/05/2019, where nobody says which number is the month) is none.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

from riwaya.arabic.letters import DIGITS

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years of online news; what lies outside is a default of some software."""
_CLOCK = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?"
    r"\s*(?P<zone>Z|(?:UTC|GMT)?\s*[+-]\d{2}:?\d{2}|(?:UTC|GMT)?[+-]\d{1,2}|UTC|GMT)?"
    r"(?:\s*\([^)]*\))?"
)
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"
_DATES = (
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
    r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    r"(?:[A-Za-z]{3,9}\.?,?\s+)?(?P<day>\d{1,2})[\s-]" + _MONTH + r"[\s,-]+(?P<year>\d{4})",
    r"(?:[A-Za-z]{3,9}\.?,?\s+)?" + _MONTH + r"\s+(?P<day>\d{1,2})[a-z]{0,2},?\s+(?P<year>\d{4})",
    r"(?P<either>\d{1,2})[/.-](?P<other>\d{1,2})[/.-](?P<year>\d{4})",
)  # fmt: skip
_FORMS = tuple(re.compile(rf"{date}(?:(?:T|[\s,]+(?:-\s+|at\s+)?){_CLOCK})?") for date in _DATES)
_COMPACT = re.compile(r"(\d{8})T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?")
_EPOCH = re.compile(r"1\d{9}(\d{3})?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MOST_CHARACTERS = 80
_NOON, _MOST_MONTHS = 12, 12


class Moment(NamedTuple):
    """A day, or a day with its hour; the zone is there only where the string names it."""

    at: datetime
    has_clock: bool


def read_machine_time(written: str) -> Moment | None:
    """Read a time in one of the forms that machines write, None for any other string.

    >>> read_machine_time("2019-04-05T13:04:00+02:00").at.isoformat()
    '2019-04-05T13:04:00+02:00'
    >>> read_machine_time("Fri, 05 Apr 2019 13:04:00 GMT").has_clock
    True
    >>> read_machine_time("04/05/2019") is None, read_machine_time("2019-04").__class__.__name__
    (True, 'NoneType')
    """
    line = " ".join(written.translate(DIGITS).split())
    if not line or len(line) > _MOST_CHARACTERS:
        return None
    compact = _COMPACT.fullmatch(line)
    if compact:
        day, hour, minute, second, zone = compact.groups(default="")
        line = f"{day}T{hour}:{minute}:{second or '00'}{zone}"
    if _EPOCH.fullmatch(line):
        # Ten digits count seconds since 1970, thirteen milliseconds.
        return Moment(datetime.fromtimestamp(int(line[:10]), tz=UTC), has_clock=True)
    for form in _FORMS:
        match = form.fullmatch(line)
        if match:
            return _moment(match.groupdict())
    return None


def _moment(parts: dict[str, str | None]) -> Moment | None:
    month_and_day = _month_and_day(parts)
    year = int(parts["year"] or 0)
    if month_and_day is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        day = datetime(year, *month_and_day)  # noqa: DTZ001  # the zone follows, if there is one
        return _with_clock(day, parts) if parts["hour"] else Moment(day, has_clock=False)
    except ValueError:
        return None


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int] | None:
    if parts.get("either"):
        first, second = int(parts["either"] or 0), int(parts["other"] or 0)
        if first != second and max(first, second) <= _MOST_MONTHS:
            return None
        return min(first, second), max(first, second)
    name = parts.get("name")
    if name is None:
        return int(parts["month"] or 0), int(parts["day"] or 0)
    short = name[:3].lower()
    return (_MONTHS.index(short) + 1, int(parts["day"] or 0)) if short in _MONTHS else None


def _with_clock(day: datetime, parts: dict[str, str | None]) -> Moment:
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    half = (parts["half"] or "").lower()[:1]
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    at = day.replace(hour=hour, minute=minute, second=second, tzinfo=_zone(parts["zone"]))
    return Moment(at, has_clock=True)


def _zone(written: str | None) -> tzinfo | None:
    if not written:
        return None
    sign = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", written)
    if sign is None:
        return UTC
    minutes = int(sign[2]) * 60 + int(sign[3] or 0)
    return timezone(timedelta(minutes=-minutes if sign[1] == "-" else minutes))
