"""Times of Arabic news: hours, days, weeks, months and years, stated or told from publication."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from riwaya.arabic.clock import read_clock
from riwaya.arabic.dates import MONTH_STARTS, read_date
from riwaya.arabic.days import day_of_writing, read_day
from riwaya.arabic.durations import DURATION_STARTS, SOFTENERS, read_duration
from riwaya.arabic.feasts import FEAST_STARTS, read_feast
from riwaya.arabic.months import month_number
from riwaya.arabic.number_words import NUMBER_WORDS, ORDINALS
from riwaya.arabic.periods import read_period
from riwaya.arabic.references import REFERENCE_STARTS, read_reference
from riwaya.arabic.stretches import Found, Stretch, days_after, months_after, one_day, span
from riwaya.arabic.time_reading import Reading
from riwaya.arabic.time_words import TIME_WORDS, TimeKind, Unit
from riwaya.arabic.weeks import RANK_STARTS, read_in_week
from riwaya.arabic.words import Word
from riwaya.records.claim import Precision, TimeBasis

__all__ = ["TimeExpression", "month_number", "read_times"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as a text states it: words[first:last], characters [start, end).

    It spans the days from `earliest` to `latest`, both included. `clock` is the hour of day where
    one is stated, `looks_ahead` tells of a time after publication.
    """

    first: int
    last: int
    start: int
    end: int
    earliest: date
    latest: date
    precision: Precision
    basis: TimeBasis
    clock: time | None = None
    looks_ahead: bool = False


_SINCE = frozenset(("منذ", "ومنذ", "مذ"))
_BETWEEN = frozenset(("بين", "وبين"))
_FROM = frozenset(("من", "ومن", "بدءا", "اعتبارا", "ابتداء"))
_UNTIL = frozenset(("الى", "حتى", "وحتى", "والى", "لغاية", "ولغاية"))
_HYPHENS = frozenset("-–—")
_THIS = frozenset(("هذا", "هذه", "وهذا", "اول", "واول", "الربع", "النصف"))
_BACK_THEN = frozenset(("الحين", "الوقت", "التاريخ", "اليوم"))
_STOPS = frozenset(".؟?!؛;:")
_STARTS = (
    TIME_WORDS.keys() | ORDINALS.keys() | NUMBER_WORDS.keys() | MONTH_STARTS | DURATION_STARTS
    | _SINCE | _BETWEEN | _FROM | _THIS | REFERENCE_STARTS | FEAST_STARTS | RANK_STARTS
    | {"لليوم", "ال", "وال", "بال"}
)  # fmt: skip
_BARE_LEADS = frozenset(("في", "وفي", "على", "من", "ومن"))
"""Of the commonest words, those with which a time begins only where its next word shows one."""
_EVENT_REACH = 12
_MEMORY = 40
"""After this many words a day that was told of lends itself no longer to a bare "at dawn"."""
_WEEK = 7
_YEAR_MONTHS = 12
_DAILY = (Precision.DAY, Precision.DAY_PART, Precision.HOUR)


def read_times(
    words: Sequence[Word], *, published: datetime | date | None
) -> tuple[TimeExpression, ...]:
    """Return the times among words in text order, none overlapping another.

    What is told from the day of publication is left out where that is unknown.

    >>> from riwaya.arabic.words import words
    >>> told = words("قصف مساء الخميس، بعد هدنة منذ 3 آذار/مارس")
    >>> for t in read_times(told, published=date(2019, 4, 5)):
    ...     print(t.earliest, t.latest, t.precision)
    2019-04-04 2019-04-04 day_part
    2019-03-03 2019-04-05 span
    """
    today = published.date() if isinstance(published, datetime) else published
    reading = Reading(words, today)
    reading.writing = day_of_writing(reading)
    found: list[TimeExpression] = []
    index = remembered = 0
    while index < len(words):
        word = words[index]
        if not (word.is_number or word.form in _STARTS) or _leads_nowhere(words, index):
            index += 1
            continue
        if index - remembered > _MEMORY:
            reading.recent = None
        read = _expression(reading, index)
        if read is None or (today is None and read.stretch.basis is not TimeBasis.STATED):
            index += 1
            continue
        found.append(_record(reading, index, read))
        _remember(reading, read.stretch)
        index = remembered = read.last
    return tuple(found)


def _leads_nowhere(words: Sequence[Word], index: int) -> bool:
    """Tell, at the price of two look-ups, a preposition that no time follows."""
    if words[index].form not in _BARE_LEADS:
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    return after is None or not (
        after.is_number or after.form in _STARTS or after.form in SOFTENERS
    )


def _record(reading: Reading, index: int, read: Found) -> TimeExpression:
    words, stretch = reading.words, read.stretch
    ahead = reading.today is not None and stretch.earliest > reading.today
    return TimeExpression(
        first=index,
        last=read.last,
        start=words[index].start,
        end=words[read.last - 1].end,
        earliest=stretch.earliest,
        latest=stretch.latest,
        precision=stretch.precision,
        basis=stretch.basis,
        clock=stretch.clock,
        looks_ahead=stretch.looks_ahead or ahead,
    )


def _remember(reading: Reading, stretch: Stretch) -> None:
    reading.told = stretch
    if stretch.earliest < stretch.latest:
        reading.period = stretch
    if stretch.precision in _DAILY and stretch.earliest == stretch.latest:
        reading.recent = stretch.earliest


def _expression(reading: Reading, index: int) -> Found | None:
    """Read the time that begins at an index: one point, or a stretch between two."""
    form = reading.form(index)
    if form in _SINCE:
        return read_duration(reading, index) or _since(reading, index)
    if form in _BETWEEN or form in _FROM:
        return _from_to(reading, index)
    point = _point(reading, index)
    return _reaching(reading, index, point) if point else None


def _point(reading: Reading, index: int) -> Found | None:
    if index >= len(reading.words):
        return None
    if reading.is_kind(index, TimeKind.NOW):
        return _now(reading, index)
    return (
        read_reference(reading, index)
        or read_feast(reading, index)
        or _led_by_day(reading, index)
        or read_in_week(reading, index)
        or read_date(reading, index)
        or read_duration(reading, index)
        or read_clock(reading, index)
        or read_day(reading, index)
        or read_period(reading, index)
    )


def _now(reading: Reading, index: int) -> Found | None:
    entry = reading.time(index)
    if entry is None or reading.today is None or reading.form(index - 1) in _UNTIL:
        return None
    if entry.front == "ل" or not (entry.definite or reading.form(index).endswith("حاليا")):
        return None
    return Found(index + 1, one_day(reading.today))


def _led_by_day(reading: Reading, index: int) -> Found | None:
    """Read "يوم 15 مايو", "يوم 24/3/2018", "لليوم السابع على التوالي"."""
    entry = reading.time(index)
    if entry is None or entry.kind is not TimeKind.UNIT or entry.value != Unit.DAY:
        return None
    if entry.definite:
        rank = reading.rank(index + 1) if entry.front.endswith("ل") else None
        if rank and reading.form(rank[1] + 1) == "التوالي" and reading.today:
            first = days_after(reading.today, 1 - rank[0])
            return Found(rank[1] + 2, span(first, reading.today))
        return None
    found = read_date(reading, index + 1) if index + 1 < len(reading.words) else None
    return found if found and found.stretch.precision is not Precision.MONTH else None


def _reaching(reading: Reading, index: int, point: Found) -> Found:
    """Let a date reach to a second one: منتصف مارس 2011 حتى اليوم, 2 أكتوبر - 5 أكتوبر."""
    link = reading.form(point.last)
    if link not in _UNTIL and link not in _HYPHENS:
        return point
    dates = point.stretch.basis is TimeBasis.STATED or point.stretch.precision in _DAILY
    second = _point(reading, point.last + 1) if dates else None
    if second is None:
        return point
    begin, end = _with_one_year(reading, index, point, second), second.stretch
    if end.latest <= begin.latest:
        return point
    if link in _HYPHENS and end.precision is not begin.precision:
        return point
    return Found(second.last, _joined(begin, end))


def _joined(first: Stretch, second: Stretch) -> Stretch:
    basis = TimeBasis.STATED if first.basis is second.basis is TimeBasis.STATED else (
        TimeBasis.RELATIVE)  # fmt: skip
    ahead = first.looks_ahead or second.looks_ahead
    return span(first.earliest, second.latest, basis)._replace(looks_ahead=ahead)


def _from_to(reading: Reading, index: int) -> Found | None:
    """Read "من 3 إلى 8 أبريل", "بين 2011 و2014", "من مساء الأحد حتى الثلاثاء"."""
    start = index + 1
    start += reading.form(start) == "من"
    if start >= len(reading.words):
        return None
    first = _point(reading, start)
    if first is None:
        return None
    if first.stretch.precision is Precision.SPAN and first.stretch.basis is TimeBasis.STATED:
        return first
    if reading.form(index) in _BETWEEN:
        if first.stretch.precision is Precision.SPAN:
            return first
        link = reading.form(first.last)
        behind = first.last + (link == "و" or link in _UNTIL)
        second = _point(reading, behind) if link.startswith("و") or behind > first.last else None
    else:
        second = _second_end(reading, first)
    if second is None:
        return first if reading.form(index) in _FROM and first.last > start + 1 else None
    return _ordered(reading, start, first, second)


def _second_end(reading: Reading, first: Found) -> Found | None:
    if reading.form(first.last) not in _UNTIL:
        return None
    return _point(reading, first.last + 1)


def _ordered(reading: Reading, start: int, first: Found, second: Found) -> Found | None:
    """Join two ends; a weekday that would come after the end belongs to the week before."""
    begin, end = _with_one_year(reading, start, first, second), second.stretch
    if begin.earliest > end.latest and begin.precision in _DAILY:
        begin = begin._replace(earliest=days_after(begin.earliest, -_WEEK))
    if begin.earliest > end.latest:
        return None
    return Found(second.last, _joined(begin, end))


def _with_one_year(reading: Reading, index: int, first: Found, second: Found) -> Stretch:
    """Give a first date without a year the one that is stated behind the second."""
    begin, end = first.stretch, second.stretch
    dated = any(reading.form(place) in MONTH_STARTS for place in range(index, first.last))
    stated = begin.basis is TimeBasis.STATED or end.basis is not TimeBasis.STATED
    if stated or not dated or begin.latest < end.latest:
        return begin
    months = (end.latest.year - begin.earliest.year) * _YEAR_MONTHS
    if months_after(begin.earliest, months) > end.latest:
        months -= _YEAR_MONTHS
    return begin._replace(
        earliest=months_after(begin.earliest, months),
        latest=months_after(begin.latest, months),
        basis=TimeBasis.STATED,
    )


def _since(reading: Reading, index: int) -> Found | None:
    """Read "منذ مساء الأربعاء", "منذ نهاية 2017", "منذ ذلك الحين", "منذ الإطاحة به في 2013"."""
    today = reading.today
    if today is None:
        return None
    if reading.form(index + 1) == "ذلك" and reading.form(index + 2) in _BACK_THEN:
        if reading.told is None or reading.told.earliest > today:
            return None
        return Found(index + 3, span(reading.told.earliest, today))
    point = _point(reading, index + 1)
    if point is None:
        return _since_event(reading, index)
    last, latest = point.last, today
    if reading.form(last) in _UNTIL:
        end = _point(reading, last + 1)
        if end and point.stretch.earliest <= end.stretch.latest:
            last, latest = end.last, end.stretch.latest
    if point.stretch.earliest > latest:
        return point
    return Found(last, span(point.stretch.earliest, latest, point.stretch.basis))


def _since_event(reading: Reading, index: int) -> Found | None:
    """Read "منذ" with an event whose date follows; the date itself is left for the next reading."""
    today = reading.today
    for place in range(index + 1, min(index + _EVENT_REACH, len(reading.words))):
        form = reading.form(place)
        if form in _STOPS or form in _SINCE:
            return None
        if not (reading.words[place].is_number or form in _STARTS):
            continue
        point = read_date(reading, place) or read_period(reading, place)
        if point is None or today is None or point.stretch.earliest > today:
            continue
        last = place - (reading.form(place - 1) in ("في", "يوم", "من"))
        return Found(max(last, index + 1), span(point.stretch.earliest, today, point.stretch.basis))
    return None
