"""What time of publication does a line of Arabic state?

The dates themselves are read by the calendar of `riwaya.arabic`. What is added here is what only
stamps have: labels ("نشر في", "آخر تحديث"), bare hours (01:04 م) and a month before its day.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from itertools import pairwise
from typing import NamedTuple

from riwaya.arabic.calendar import TimeExpression, month_number, read_times
from riwaya.arabic.hijri import HIJRI_MONTHS
from riwaya.arabic.letters import DIGITS, INVISIBLE
from riwaya.arabic.time_words import TIME_WORDS, TimeKind
from riwaya.arabic.words import Word, words
from riwaya.ingest.machine_time import FIRST_YEAR, LAST_YEAR, Moment
from riwaya.ingest.tables import entries, plain_form, zones
from riwaya.records.claim import Precision, TimeBasis

_LONGEST = 300
_MOST_WORDS = 40
_MOST_OTHER_WORDS = 10
"""A line with more words beside its date than this is prose, and its date one of an event."""
_FEW_OTHER_WORDS = 5
"""For each date: the hour, the zone, the city."""
_LABEL_WORDS = 3
_WEEKDAY_REACH = 3
_HIJRI_YEARS = range(1343, 1501)
_HOUR = r"(?<![\d:/.-])(?P<hour>\d{1,2})\s?:\s?(?P<minute>\d{2})(?:\s?:\s?\d{2})?(?![\d/])"
_CLOCK = re.compile(
    _HOUR + r"\s*(?P<half>[^\W\d_]+(?:\.[Mm]\b)?)?(?P<rest>[^\d]{0,24}\d{0,2}:?\d{0,2})"
)
_OFFSET = re.compile(r"(?:gmt|utc)([+-])(\d{1,2}):?(\d{2})?", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"((?:[^\W\d_]+ )?)([^\W\d_]+) (\d{1,2})\s?[,،]? (\d{4})")
_SENTENCE_ENDS = (".", "؟", "!", "؛", ":")
_NOON, _HOURS, _MINUTES = 12, 24, 60


class _Mark(NamedTuple):
    """A date or a label on a line: where it stands, and which of them it is."""

    start: int
    end: int
    day: date | None = None
    is_update: bool = False


def read_stamp(line: str) -> Moment | None:
    """Return when a line says that it was published, None where it does not or is in doubt.

    >>> read_stamp("الجمعة 5 أبريل 2019 01:04 م").at.isoformat()
    '2019-04-05T13:04:00'
    >>> read_stamp("آخر تحديث: ٦ نيسان ٢٠١٩") is None
    True
    """
    if not _may_be_stamp(line):
        return None
    text = _readable(line)
    told, days, others = _dated(text)
    if not days or others > _MOST_OTHER_WORDS:
        return None
    marks = sorted([*days, *_labels(told)])
    chosen = _chosen(marks)
    if text.rstrip().endswith(_SENTENCE_ENDS) and all(mark.day for mark in marks):
        return None
    if chosen is None or not _fits_weekday(told, chosen):
        return None
    return _moment(text, chosen, marks)


def is_stamp(line: str) -> bool:
    """Tell whether a line is a date with its hour and labels, and hardly anything else."""
    if not _may_be_stamp(line) or line.rstrip().endswith(_SENTENCE_ENDS):
        return False
    _, days, others = _dated(_readable(line))
    return bool(days) and others <= _FEW_OTHER_WORDS * len(days)


def _may_be_stamp(line: str) -> bool:
    """Tell at a glance most lines that are none: nearly all of a report's."""
    return len(line) <= _LONGEST and any(map(str.isdigit, line))


def _readable(line: str) -> str:
    return _day_first("".join(char for char in line if char not in INVISIBLE).translate(DIGITS))


def _dated(text: str) -> tuple[list[Word], list[_Mark], int]:
    """Return a line's words, its dates, and how many words belong to neither date nor label."""
    # The minutes of "13:04 - 5 أبريل" would be read as the first day of a stretch. A comma in
    # their place keeps "2019 01:04 م" from becoming the year "2019 م".
    told = words(re.sub(_HOUR, lambda match: "،".ljust(len(match[0])), text))
    if len(told) > _MOST_WORDS:
        return told, [], len(told)
    times = read_times(told, published=None)
    days = _days(told, times)
    spans = [(t.start, t.end) for t in times] + [(m.start, m.end) for m in _labels(told)]
    others = sum(
        not (word.is_mark or word.is_number or any(a <= word.start < b for a, b in spans))
        for word in told
    )
    return told, days, others


def _day_first(text: str) -> str:
    """Turn "أبريل 5, 2019" into the order that the calendar reads."""
    return _MONTH_FIRST.sub(_reordered, text)


def _reordered(match: re.Match[str]) -> str:
    before, name, day, year = match.groups()
    if _is_month(before + name):
        return f"{day} {before}{name} {year}"
    return f"{before}{day} {name} {year}" if _is_month(name) else match[0]


def _is_month(name: str) -> bool:
    return month_number(plain_form(name)) is not None


def _days(told: Sequence[Word], times: Sequence[TimeExpression]) -> list[_Mark]:
    """Return the full Gregorian dates of a line; an Islamic one beside them says the same.

    An Islamic date alone is in doubt by a day: countries see the new moon on different evenings.
    """
    return [
        _Mark(found.start, found.end, found.earliest)
        for found in times
        if found.precision is Precision.DAY
        and found.basis is TimeBasis.STATED
        and found.earliest == found.latest
        and FIRST_YEAR <= found.earliest.year <= LAST_YEAR
        and not _is_islamic(told[found.first : found.last])
    ]


def _is_islamic(told: Sequence[Word]) -> bool:
    forms = [word.form for word in told]
    pairs = {f"{first} {second}" for first, second in pairwise(forms)}
    if not HIJRI_MONTHS.keys().isdisjoint({*forms, *pairs}):
        return True
    return any(form.isdigit() and int(form) in _HIJRI_YEARS for form in forms)


def _labels(told: Sequence[Word]) -> Iterator[_Mark]:
    published, updated = entries("stamps", "published"), entries("stamps", "updated")
    for index in range(len(told)):
        for length in range(_LABEL_WORDS, 0, -1):
            part = told[index : index + length]
            if len(part) < length:
                continue
            form = " ".join(plain_form(word.text) for word in part)
            if form in updated or form in published:
                yield _Mark(part[0].start, part[-1].end, is_update=form in updated)
                break


def _chosen(marks: Sequence[_Mark]) -> _Mark | None:
    """Return the day labelled as that of publication, else the only one that has no label."""
    labelled: list[_Mark] = []
    bare: list[_Mark] = []
    label: _Mark | None = None
    for mark in marks:
        if mark.day is None:
            label = mark
        elif label is None:
            bare.append(mark)
        elif not label.is_update:
            labelled.append(mark)
    candidates = labelled or bare
    return candidates[0] if len({mark.day for mark in candidates}) == 1 else None


def _fits_weekday(told: Sequence[Word], chosen: _Mark) -> bool:
    """Tell whether the day of the week before a date, if any, is that of the date."""
    before = [word for word in told if word.end <= chosen.start][-_WEEKDAY_REACH:]
    for word in before:
        entry = TIME_WORDS.get(word.form)
        if entry is not None and entry.kind is TimeKind.WEEKDAY and chosen.day is not None:
            return entry.value == chosen.day.weekday()
    return True


def _moment(text: str, chosen: _Mark, marks: Sequence[_Mark]) -> Moment | None:
    if chosen.day is None:
        return None
    midnight = datetime.combine(chosen.day, time())
    after = min((m.start for m in marks if m.start >= chosen.end), default=len(text))
    before = max((m.end for m in marks if m.end <= chosen.start), default=0)
    for piece in (text[chosen.end : after], text[before : chosen.start]):
        clock = _clock(piece)
        if clock is not None:
            return Moment(datetime.combine(chosen.day, clock), has_clock=True)
    return Moment(midnight, has_clock=False)


def _clock(piece: str) -> time | None:
    match = _CLOCK.search(piece)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    half = plain_form(match["half"] or "")
    if half in entries("stamps", "afternoon") and hour < _NOON:
        hour += _NOON
    elif half in entries("stamps", "morning") and hour == _NOON:
        hour = 0
    if hour >= _HOURS or minute >= _MINUTES:
        return None
    return time(hour, minute, tzinfo=_zone(f"{match['half'] or ''}{match['rest']}"))


def _zone(rest: str) -> tzinfo | None:
    offset = _OFFSET.search(rest)
    if offset:
        minutes = int(offset[2]) * _MINUTES + int(offset[3] or 0)
        return _offset(-minutes if offset[1] == "-" else minutes)
    told = plain_form(rest)
    for name, minutes in zones().items():
        if re.search(rf"(?:^|\s|\bب){re.escape(name)}(?:\s|$)", told):
            return _offset(minutes)
    return None


def _offset(minutes: int) -> tzinfo | None:
    if abs(minutes) >= _HOURS * _MINUTES:
        return None
    return UTC if minutes == 0 else timezone(timedelta(minutes=minutes))
