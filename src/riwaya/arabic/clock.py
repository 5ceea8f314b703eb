"""Hours of the day, with the day they belong to."""

from datetime import time

from riwaya.arabic.dates import read_date
from riwaya.arabic.days import bare_day, context_day, part_and_day
from riwaya.arabic.number_words import ORDINALS
from riwaya.arabic.stretches import Found, one_day
from riwaya.arabic.time_reading import Reading
from riwaya.arabic.time_words import Grammar, TimeKind, Unit
from riwaya.records.claim import Precision

_MIDDAY = 12
_HOURS = 24
_MINUTES = {"النصف": 30, "نصف": 30, "الربع": 15, "ربع": 15, "الثلث": 20, "ثلث": 20,
            "ربعا": 15, "ثلثا": 20}  # fmt: skip
_MINUTE = frozenset(("دقيقة", "دقائق", "دقيقه"))
_OPEN, _CLOSE = "(", ")"
_EVENING = 20
_SMALL_HOURS = 5
_ZONE_REACH = 9
_PARTS = (TimeKind.PART, TimeKind.PART_ALONE)
_ZONES = ("بتوقيت", "بالتوقيت", "توقيت")


def read_clock(reading: Reading, index: int) -> Found | None:
    """Read an hour that begins at an index.

    "الساعة الثامنة من مساء أمس", "الثامنة مساء", "الساعة 21,00 (20,00 ت غ) من الخميس".
    """
    if reading.today is None:
        return None
    entry = reading.time(index)
    led = entry is not None and entry[:3] == _ONE_HOUR and entry.definite
    if not led and reading.form(index) not in ORDINALS:
        return None
    told = _hour(reading, index + led)
    if told is None:
        return None
    clock, last = told
    if not led and not _is_part(reading, last):
        return None
    day = _day_of_hour(reading, last)
    clock = _in_part(reading, clock, last)
    return Found(day.last, day.stretch._replace(precision=Precision.HOUR, clock=clock))


_ONE_HOUR = (TimeKind.UNIT, Unit.HOUR, Grammar.SINGULAR)


def _is_part(reading: Reading, index: int) -> bool:
    entry = reading.time(index)
    return entry is not None and entry.kind in _PARTS


def _in_part(reading: Reading, clock: time, last: int) -> time:
    """Carry an hour of the afternoon or evening past noon."""
    place = last if _is_part(reading, last) else last + 1
    entry = reading.time(place)
    if entry is None or entry.kind not in _PARTS or clock.hour >= _MIDDAY or entry.value < _MIDDAY:
        return clock
    if entry.value >= _EVENING and clock.hour < _SMALL_HOURS:
        return clock
    return clock.replace(hour=clock.hour + _MIDDAY)


def _hour(reading: Reading, index: int) -> tuple[time, int] | None:
    """Return the time of day told at an index, and the index after it."""
    start = reading.past_clitics(index)
    if start >= len(reading.words):
        return None
    word = reading.words[start]
    if word.is_number:
        pieces = word.form.replace("٫", ".").replace(",", ".").split(".")
        last = start + 1
        if len(pieces) == 1 and reading.form(last) == ":" and reading.digits(last + 1) is not None:
            pieces.append(reading.form(last + 1))
            last += 2
        return _time(pieces, last)
    rank = reading.rank(start)
    return _in_words(reading, *rank) if rank else None


def _in_words(reading: Reading, hour: int, last: int) -> tuple[time, int] | None:
    """Read what is added to an hour: والنصف, إلا ربعا, و18 دقيقة."""
    if reading.form(last).startswith("و") and reading.form(last)[1:] in _MINUTES:
        return _time([str(hour), str(_MINUTES[reading.form(last)[1:]])], last + 1)
    if reading.form(last) == "الا" and reading.form(last + 1) in _MINUTES:
        minutes = 60 - _MINUTES[reading.form(last + 1)]
        return _time([str(hour - 1), str(minutes)], last + 2)
    added = reading.core(last)
    if added and reading.form(added.last) in _MINUTE and not added.low % 1:
        return _time([str(hour), str(int(added.low))], added.last + 1)
    return _time([str(hour)], last)


def _time(pieces: list[str], last: int) -> tuple[time, int] | None:
    if len(pieces) > 2 or any(len(p) > 2 or not p.isdigit() for p in pieces):  # noqa: PLR2004
        return None
    hour, minute = int(pieces[0]), int(pieces[1]) if len(pieces) > 1 else 0
    if hour > _HOURS or minute > 59:  # noqa: PLR2004
        return None
    return time(hour % _HOURS, minute), last


def _day_of_hour(reading: Reading, last: int) -> Found:
    """Find the day of an hour behind it, past a zone and another zone's hour in brackets."""
    start = last
    if reading.form(start) in _ZONES:
        start += 2
    if reading.form(start) == _OPEN:
        closing = next((place for place in range(start, start + _ZONE_REACH)
                        if reading.form(place) == _CLOSE), start)  # fmt: skip
        start = closing + 1 if closing > start else start
    start += reading.form(start) in ("من", "يوم")
    if start < len(reading.words):
        day = part_and_day(reading, start) or bare_day(reading, start) or read_date(reading, start)
        if day and day.stretch.precision in (Precision.DAY, Precision.DAY_PART):
            return day
    if _is_part(reading, last) and not reading.words[last].form.startswith("ال"):
        last += 1
    return Found(last, one_day(context_day(reading)))
