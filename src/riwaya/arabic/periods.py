"""Weeks, months, years and their parts, stated or counted from the day of publication."""

from datetime import date
from types import MappingProxyType

from riwaya.arabic.dates import read_date
from riwaya.arabic.hijri import RAMADAN, gregorian_month, hijri_year
from riwaya.arabic.letters import match_form
from riwaya.arabic.number_cores import read_ordinal
from riwaya.arabic.references import read_reference
from riwaya.arabic.stretches import (
    Found,
    Stretch,
    days_after,
    end_of_month,
    month_of,
    months_after,
    span,
    week_of,
    year_of,
)
from riwaya.arabic.time_reading import Reading
from riwaya.arabic.time_words import Edge, Grammar, Side, TimeKind, TimeWord, Unit
from riwaya.records.claim import Precision, TimeBasis

_THIS = frozenset(("هذا", "هذه", "وهذا"))
_OFFICES = frozenset(match_form(form) for form in (
    "الأمين", "المدير", "النائب", "المدعي", "القائد", "المفتش", "المراقب", "السكرتير", "الرأي",
    "للأمين", "المؤتمر", "الأمن", "الوضع", "المستشفى", "للمؤتمر", "والأمين", "الحاكم", "القطاع",
))  # fmt: skip
"""After these, العام is no year but "general"."""
_MOVES = MappingProxyType({Side.LAST: -1, Side.THIS: 0, Side.NEXT: 1, Side.FOLLOWING: 1})
_YEAR_LEADS = frozenset(match_form(form) for form in (
    "في", "منذ", "حتى", "وفي", "ومنذ", "خلال", "أواخر", "مطلع", "أوائل", "منتصف", "نهاية", "بداية",
    "قبل", "وحتى", "بين", "من", "إلى",
))  # fmt: skip
_LEAST_YEAR, _MOST_YEAR = 1900, 2099
_OLDEST_YEAR = 100
_OLDEST_IN_WORDS = 1100
_LEAST_HIJRI, _MOST_HIJRI = 1343, 1500
_CENTURY = 100
_DECADE = 10
_QUARTER_MONTHS = 3
_MONTHS = 12
_MID_MONTH = 15
_WEEK = 7
_HOLY = frozenset(("الفضيل", "الكريم", "المبارك"))
_PREPOSITIONS = frozenset(("من", "في"))
_RESTS_OF_DATE = frozenset("/-–—")
_BETWEEN = frozenset(("بين", "وبين"))
_WEAK_YEAR_LEADS = frozenset(("من", "الى", "قبل", "بين"))
_TWO_YEARS = frozenset(("عامي", "سنتي", "لعامي", "العامين", "وعامي"))
_YEAR_LINKS = frozenset(("و", "-", "–", "الى", "حتى"))


def read_period(reading: Reading, index: int) -> Found | None:
    """Read a week, month, year, season or decade, or part of one, that begins at an index."""
    entry = reading.time(index)
    if entry and entry.kind is TimeKind.EDGE:
        return _edge(reading, index, entry)
    if entry and entry.kind is TimeKind.SEASON:
        return _season(reading, index, entry)
    if entry and entry.kind is TimeKind.DECADE:
        return _decade(reading, index, entry)
    if reading.form(index) in ("الربع", "النصف"):
        return _share_of_year(reading, index)
    return _ordinal_week(reading, index) or _one(reading, index) or _bare_year(reading, index)


def _one(reading: Reading, index: int) -> Found | None:
    """Read "هذا الأسبوع", "الشهر الماضي", "العام 2017", "عام 2014"."""
    this = reading.form(index) in _THIS
    entry = reading.time(index + this)
    if entry is None or entry.kind is not TimeKind.UNIT or entry.value < Unit.WEEK:
        return None
    after = index + this + 1
    if entry.value == Unit.YEAR and not this:
        stated = _two_years(reading, after) or _numbered_year(reading, after)
        if stated:
            return stated
    if not entry.definite or reading.today is None or entry.number is not Grammar.SINGULAR:
        return None
    if entry.value == Unit.MONTH and reading.form(after) in _HOLY:
        return _ramadan(reading, after + 1)
    return _beside(reading, index, after, entry)


def _beside(reading: Reading, index: int, after: int, entry: TimeWord) -> Found | None:
    """Read the adjective that puts a period at or beside the present one."""
    side = reading.side(after)
    if side is None and reading.form(index) not in _THIS:
        return None
    if entry.value == Unit.YEAR and reading.form(index - 1) in _OFFICES:
        return None
    stretch = _moved(reading, entry, _MOVES[side or Side.THIS], index)
    return Found(after + (side is not None), stretch) if stretch else None


def _two_years(reading: Reading, index: int) -> Found | None:
    """Read "عامي 2011 و2014"."""
    if reading.form(index - 1) not in _TWO_YEARS or reading.form(index + 1) not in _YEAR_LINKS:
        return None
    first, second = reading.digits(index), reading.digits(index + 2)
    if not first or not second or not _OLDEST_YEAR < first < second <= _MOST_YEAR:
        return None
    ends = year_of(first).earliest, year_of(second).latest
    return Found(index + 3, span(*ends, basis=TimeBasis.STATED))


def _moved(reading: Reading, entry: TimeWord, move: int, index: int) -> Stretch | None:
    """Return the present period or one beside it; what is past of the present one by default."""
    today = reading.today or date.min
    match entry.value:
        case Unit.WEEK:
            stretch = week_of(days_after(today, move * _WEEK))
        case Unit.MONTH:
            moved = months_after(today.replace(day=1), move)
            stretch = month_of(moved.year, moved.month)
        case Unit.YEAR:
            stretch = year_of(today.year + move)
        case _:
            return span(months_after(today, -_DECADE * _MONTHS), today) if move < 0 else None
    if move:
        return stretch._replace(looks_ahead=move > 0)
    moment = reading.form(index - 2) if reading.form(index - 1) == "من" else ""
    if moment in ("سابق", "السابق"):
        return stretch._replace(latest=today)
    if moment in ("لاحق", "اللاحق"):
        return span(today, stretch.latest)._replace(looks_ahead=True)
    if entry.value == Unit.WEEK or reading.looks_ahead(index):
        return stretch
    return stretch._replace(latest=today)


def _ramadan(reading: Reading, last: int) -> Found | None:
    today = reading.today or date.min
    year = hijri_year(today)
    for candidate in (year, year - 1) if year else ():
        ends = gregorian_month(candidate, RAMADAN)
        if ends and ends[0] <= today:
            return Found(last, Stretch(*ends, Precision.MONTH))
    return None


def _numbered_year(reading: Reading, index: int) -> Found | None:
    """Read the number of a year behind عام or سنة; two years may follow: 2011 و2012 stays apart."""
    number = reading.digits(index)
    last = index + 1
    side = reading.side(index)
    if side and reading.digits(index + 1):
        number, last = reading.digits(index + 1), index + 2
    if number is None:
        core = reading.core(index)
        if core is None or core.in_digits or core.high != core.low or core.low % 1:
            return None
        number, last = int(core.low), core.last
        if number < _LEAST_YEAR:
            return None
    if not _OLDEST_YEAR <= number <= _MOST_YEAR:
        return None
    islamic = reading.form(last) in ("هـ", "ه", "هجرية", "هجري")
    if islamic or (_LEAST_HIJRI <= number <= _MOST_HIJRI and reading.form(last) != "م"):
        first, final = gregorian_month(number, 1), gregorian_month(number, _MONTHS)
        if first and final:
            ends = Stretch(first[0], final[1], Precision.YEAR, TimeBasis.STATED)
            return Found(last + islamic, ends)
    last += reading.form(last) in ("م", "ميلادية", "ميلادي")
    return Found(last, year_of(number, TimeBasis.STATED))


def _bare_year(reading: Reading, index: int) -> Found | None:
    """Read a year in digits behind "في", "منذ" …, or the two ends of a span of years."""
    number = reading.digits(index)
    if number is None:
        return _year_in_words(reading, index)
    if not _LEAST_YEAR <= number <= _MOST_YEAR:
        return None
    link, second = reading.form(index + 1), reading.digits(index + 2)
    if link in _RESTS_OF_DATE and second is not None:
        whole = reading.form(index + 3) not in _RESTS_OF_DATE and reading.form(index - 1) != "/"
        if not (whole and number < second <= _MOST_YEAR):
            return None
        ends = year_of(number).earliest, year_of(second).latest
        return Found(index + 3, span(*ends, basis=TimeBasis.STATED))
    lead = reading.form(index - 1)
    if lead == "و" and reading.form(index - 3) in _BETWEEN:
        lead = reading.form(index - 3)
    paired = lead not in _WEAK_YEAR_LEADS or _pairs(reading, index)
    if lead not in _YEAR_LEADS or link in ("%", "٪", ":") or not paired:
        return None
    return Found(index + 1, year_of(number, TimeBasis.STATED))


def _year_in_words(reading: Reading, index: int) -> Found | None:
    """Read a year in words that ends its clause: "في ألف وتسعمئة وثمانية وأربعين"."""
    core = reading.core(index) if reading.form(index - 1) in _YEAR_LEADS else None
    if core is None or core.high != core.low or not reading.ends_clause(core.last):
        return None
    if core.low % 1 or not core.low % _CENTURY or not _OLDEST_IN_WORDS <= core.low <= _MOST_YEAR:
        return None
    return Found(core.last, year_of(int(core.low), TimeBasis.STATED))


def _pairs(reading: Reading, index: int) -> bool:
    """Tell whether a second year beside it shows that a number is a year."""
    near = (reading.digits(place) for place in (index - 3, index - 2, index + 2, index + 3))
    return any(number and _LEAST_YEAR <= number <= _MOST_YEAR for number in near)


def _edge(reading: Reading, index: int, entry: TimeWord) -> Found | None:
    """Read "مطلع العام الحالي", "منتصف آذار/مارس 2011", "نهاية الأسبوع", "أواخر 2016"."""
    start = index + 1 + (reading.form(index + 1) in _PREPOSITIONS)
    if start >= len(reading.words):
        return None
    whole = (
        read_date(reading, start)
        or _one(reading, start)
        or _bare_year(reading, start)
        or _present(reading, start)
        or _season_or_decade(reading, start)
    )
    if whole is None or whole.stretch.precision is Precision.DAY:
        return None
    stretch = _part_of(reading, whole.stretch, Edge(entry.value))
    return Found(whole.last, stretch) if stretch else None


def _season_or_decade(reading: Reading, index: int) -> Found | None:
    entry = reading.time(index)
    if entry and entry.kind is TimeKind.SEASON:
        return _season(reading, index, entry)
    if entry and entry.kind is TimeKind.DECADE:
        return _decade(reading, index, entry)
    return None


def _present(reading: Reading, index: int) -> Found | None:
    """Read a bare "الشهر", "العام", "الأسبوع", which mean the present one behind an edge."""
    entry = reading.time(index)
    if entry is None or reading.today is None or not entry.definite:
        return None
    if entry.kind is not TimeKind.UNIT or entry.number is not Grammar.SINGULAR:
        return None
    if entry.value not in (Unit.WEEK, Unit.MONTH, Unit.YEAR):
        return None
    stretch = _moved(reading, entry, 0, index)
    if stretch and entry.value == Unit.WEEK and not reading.looks_ahead(index):
        stretch = _recent_week(reading.today, stretch, reading.time(index - 1))
    return Found(index + 1, stretch) if stretch else None


def _recent_week(today: date, week: Stretch, edge: TimeWord | None) -> Stretch:
    """Return the week whose edge lies in the past: "نهاية الأسبوع" tells of one that has ended."""
    at_end = edge is not None and edge.value in (Edge.END, Edge.LATE)
    if at_end and today.weekday() < _WEEK - 2:
        return week_of(days_after(week.earliest, -_WEEK))
    return week


def _part_of(reading: Reading, whole: Stretch, edge: Edge) -> Stretch | None:
    """Return a part of a period."""
    first, ahead = whole.earliest, whole.looks_ahead
    if edge is Edge.REST:
        today = reading.today or first
        return span(today, _whole_end(whole), whole.basis)._replace(looks_ahead=True)
    match whole.precision:
        case Precision.WEEK:
            from_monday = _PARTS_OF_WEEK[edge]
            ends = days_after(first, from_monday[0]), days_after(first, from_monday[1])
        case Precision.MONTH:
            ends = _part_of_month(first, _whole_end(whole), edge)
        case Precision.YEAR:
            months = _PARTS_OF_YEAR[edge]
            ends = date(first.year, months[0], 1), month_of(first.year, months[1]).latest
        case _:
            return whole
    return Stretch(*ends, Precision.SPAN, whole.basis, looks_ahead=ahead)


_PARTS_OF_WEEK = MappingProxyType({
    Edge.BEGINNING: (-2, 0), Edge.EARLY: (-2, 1), Edge.MIDDLE: (1, 3), Edge.END: (5, 6),
    Edge.LATE: (4, 6), Edge.REST: (0, 6),
})  # fmt: skip
"""Days from Monday. Most Arab countries begin the week on the Saturday or Sunday before it."""
_PARTS_OF_YEAR = MappingProxyType({
    Edge.BEGINNING: (1, 3), Edge.EARLY: (1, 6), Edge.MIDDLE: (5, 8), Edge.END: (12, 12),
    Edge.LATE: (7, 12), Edge.REST: (1, 12),
})  # fmt: skip


def _whole_end(whole: Stretch) -> date:
    """Return the end of a period of which only what is past may have been given."""
    match whole.precision:
        case Precision.YEAR:
            return date(whole.earliest.year, _MONTHS, 31)
        case Precision.MONTH if whole.earliest.day == 1:
            return end_of_month(whole.earliest)
        case Precision.WEEK:
            return days_after(whole.earliest, _WEEK - 1)
        case _:
            return whole.latest


def _part_of_month(first: date, last: date, edge: Edge) -> tuple[date, date]:
    middle = days_after(first, _MID_MONTH - 1)
    match edge:
        case Edge.BEGINNING | Edge.EARLY:
            return first, middle
        case Edge.MIDDLE:
            return middle, middle
        case _:
            return days_after(middle, 1), last


def _season(reading: Reading, index: int, entry: TimeWord) -> Found | None:
    """Read "صيف 2014", "صيف العام الماضي", "الصيف الماضي"."""
    start = index + 1 + (reading.form(index + 1) in _PREPOSITIONS)
    if entry.definite:
        side = reading.side(index + 1)
        if reading.today is None or (side is None and reading.form(index - 1) != "فصل"):
            return None
        today = reading.today
        year = today.year - (entry.value + 2 >= today.month and side is Side.LAST)
        year -= entry.value > today.month and side is None
        year += side in (Side.NEXT, Side.FOLLOWING) and entry.value <= today.month
        season = _season_of(year, entry.value, TimeBasis.RELATIVE)
        return Found(index + 1 + (side is not None), season)
    number = reading.digits(start)
    found = read_reference(reading, start) or _one(reading, start)
    if found is None and number and _LEAST_YEAR <= number <= _MOST_YEAR:
        found = Found(start + 1, year_of(number, TimeBasis.STATED))
    if found is None or found.stretch.precision is not Precision.YEAR:
        return None
    stretch = _season_of(found.stretch.earliest.year, entry.value, found.stretch.basis)
    return Found(found.last, stretch)


def _season_of(year: int, month: int, basis: TimeBasis) -> Stretch:
    first = month_of(year, month).earliest
    return span(first, end_of_month(months_after(first, _QUARTER_MONTHS - 1)), basis)


def _decade(reading: Reading, index: int, entry: TimeWord) -> Found | None:
    """Read "السبعينيات", of the last century unless it says which."""
    last, century = index + 1, 1900
    start = last + (reading.form(last) in _PREPOSITIONS)
    if reading.form(start) == "القرن":
        side = reading.side(start + 1)
        ordinal = read_ordinal(reading.words, start + 1)
        if side in (Side.THIS, Side.LAST):
            last, century = start + 2, 2000 if side is Side.THIS else 1900
        elif ordinal and ordinal[0] > 1:
            last, century = ordinal[1], (ordinal[0] - 1) * _CENTURY
    first = year_of(century + entry.value).earliest
    final = year_of(century + entry.value + _DECADE - 1).latest
    return Found(last, span(first, final, TimeBasis.STATED))


def _share_of_year(reading: Reading, index: int) -> Found | None:
    """Read "الربع الثالث من 2016", "النصف الأول من العام الماضي"."""
    ordinal = read_ordinal(reading.words, index + 1)
    if ordinal is None:
        return None
    start = ordinal[1] + (reading.form(ordinal[1]) in _PREPOSITIONS)
    number = reading.digits(start)
    year = _one(reading, start) or _numbered_year(reading, start)
    if year is None and number and _LEAST_YEAR <= number <= _MOST_YEAR:
        year = Found(start + 1, year_of(number, TimeBasis.STATED))
    length = _QUARTER_MONTHS if reading.form(index) == "الربع" else _QUARTER_MONTHS * 2
    if year is None or year.stretch.precision is not Precision.YEAR:
        return None
    if ordinal[0] * length > _MONTHS:
        return None
    first = month_of(year.stretch.earliest.year, (ordinal[0] - 1) * length + 1).earliest
    final = end_of_month(months_after(first, length - 1))
    return Found(year.last, span(first, final, year.stretch.basis))


def _ordinal_week(reading: Reading, index: int) -> Found | None:
    """Read "الأسبوع الأول من أكتوبر", "الأسبوع الأخير من عام 2015"."""
    entry = reading.time(index)
    if entry is None or entry[:3] != (TimeKind.UNIT, Unit.WEEK, Grammar.SINGULAR):
        return None
    ordinal = read_ordinal(reading.words, index + 1)
    final = reading.form(index + 1) == "الاخير"
    last = index + 2 if final else (ordinal[1] if ordinal else 0)
    if not last or reading.form(last) not in _PREPOSITIONS or last + 1 >= len(reading.words):
        return None
    whole = read_date(reading, last + 1) or _one(reading, last + 1)
    if whole is None or whole.stretch.precision not in (Precision.MONTH, Precision.YEAR):
        return None
    if final:
        return Found(whole.last, week_of(_whole_end(whole.stretch)))
    first = whole.stretch.earliest
    monday = days_after(first, -first.weekday() % _WEEK + _WEEK * ((ordinal or (1, 0))[0] - 1))
    return Found(whole.last, week_of(monday))
