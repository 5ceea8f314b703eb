"""Dates by day, month and year: in words, in digits, Gregorian and Islamic."""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from riwaya.arabic.hijri import HIJRI_MONTHS, gregorian_day, gregorian_month, hijri_year
from riwaya.arabic.letters import match_form
from riwaya.arabic.months import MONTHS
from riwaya.arabic.numeric_dates import read_numeric
from riwaya.arabic.stretches import (
    Found,
    Stretch,
    day_of,
    month_of,
    months_after,
    one_day,
    span,
)  # fmt: skip
from riwaya.arabic.time_reading import Reading
from riwaya.arabic.time_words import Side, TimeKind, Unit, fronted
from riwaya.records.claim import Precision, TimeBasis


class Month(NamedTuple):
    """A month by name: words up to `last`, its number, and whether it is an Islamic one."""

    last: int
    number: int
    islamic: bool


_SLASHES = frozenset("/\\")
_LINKS = frozenset("/-–—")
_IN = frozenset(("في", "وفي"))
_LAST_RANK = 10
"""Up to here an ordinal at the end of a clause is a rank in anything."""
_OPEN, _CLOSE = "(", ")"
_TO = frozenset(("الى", "حتى", "و", "-", "–", "—", "~", "او"))
_FIRSTS = frozenset(("اول", "واول", "لاول"))
_FROM_FORMS = frozenset(("من", "في"))
_MONTHS_IN_YEAR = 12
_CENTURY = 100
_MOST_DAYS = 31
_LEAST_YEAR, _MOST_YEAR = 1000, 2999
_LEAST_HIJRI, _MOST_HIJRI = 1343, 1500
_HIJRI_MARKS = frozenset(("هـ", "ه", "هجرية", "هجري", "للهجرة"))
_GREGORIAN_MARKS = frozenset(("م", "ميلادية", "ميلادي"))
_ALSO_WORDS = frozenset(match_form(form) for form in (
    "مارس", "ماي", "أوت", "جوان", "آب", "صفر", "رجب", "شعبان", "رمضان", "محرم", "نيسان", "شباط",
    "المحرم", "تموز",
))  # fmt: skip
"""Names of months that are also verbs, persons, places or cars: bare, they need a sign."""
_LEADS = frozenset((
    "في", "منذ", "شهر", "خلال", "حتى", "وفي", "ومنذ", "وخلال", "بين", "لشهر", "شهري", "طوال",
    "طيلة", "بشهر", "مطلع", "منتصف", "نهاية", "بداية", "اوائل", "اواخر", "قبل", "بعد",
))  # fmt: skip
_NAMED = frozenset(match_form(form) for form in (
    "ثورة", "انتفاضة", "حركة", "كتيبة", "كتائب", "لواء", "حراك", "ميدان", "ساحة", "شارع", "جسر",
    "حي", "مدينة", "جامعة", "مستشفى", "قاعدة", "تحالف", "ثوار", "هجمات", "مجموعة", "قوى", "تيار",
    "حزب", "حرب", "شهداء", "أحداث", "طريق", "منطقة", "شباب", "انقلاب", "مخيم", "مدرسة",
    "ائتلاف", "فرقة",
    "معسكر", "منظمة", "منصة", "مؤسسة", "قناة", "الثورة", "بثورة", "وثورة", "لثورة", "جماعة",
    "الانقلاب",
))  # fmt: skip
"""After these, a date without a year is a name: the revolution of 17 February."""


def _month_table() -> dict[str, tuple[int, bool]]:
    table: dict[str, tuple[int, bool]] = {}
    for names, islamic in ((MONTHS, False), (HIJRI_MONTHS, True)):
        for name, number in names.items():
            for written, _ in fronted(name, article=False):
                table.setdefault(written, (number, islamic))
    return table


_MONTH_FORMS = MappingProxyType(_month_table())
MONTH_STARTS = frozenset(form.split()[0] for form in _MONTH_FORMS) | {"شهر", "لشهر", "وشهر"}
"""Words that a month may begin with."""


def read_month(reading: Reading, index: int) -> Month | None:
    """Read the name of a month, with its second name if it has one.

    تموز/يوليو, يوليو (تموز), يوليو تموز.
    """
    found = _one_month(reading, index)
    if found is None:
        return None
    link, last = reading.form(found.last), found.last
    if link in _LINKS:
        second = _one_month(reading, last + 1)
        return second if second and second.number == found.number else found
    if link == _OPEN:
        second = _one_month(reading, last + 1)
        if second and reading.form(second.last) == _CLOSE and second.number == found.number:
            return second._replace(last=second.last + 1)
    second = _one_month(reading, last)
    return second if second and second[1:] == found[1:] else found


def _one_month(reading: Reading, index: int) -> Month | None:
    form = reading.form(index)
    pair = _MONTH_FORMS.get(f"{form} {reading.form(index + 1)}")
    if pair:
        return Month(index + 2, *pair)
    single = _MONTH_FORMS.get(form)
    if single is None or (form[-2:] == "اب" and not _has_madda(reading, index)):
        return None
    return Month(index + 1, *single)


def _has_madda(reading: Reading, index: int) -> bool:
    """Tell August (آب) from the governorate of Ibb (إب) and from a father (أب)."""
    text = reading.words[index].text
    if "إ" in text or "أ" in text:
        return False
    return (
        "آ" in text or reading.form(index - 1) in _SLASHES or reading.digits(index - 1) is not None
    )


def read_date(reading: Reading, index: int) -> Found | None:
    """Read a date or month that begins at an index."""
    return (
        read_numeric(reading, index)
        or _days_of_month(reading, index)
        or read_whole_month(reading, index)
        or _bare_day(reading, index)
    )


def _days_of_month(reading: Reading, index: int) -> Found | None:
    """Read "20 يناير", "الثالث من يوليو", "3 إلى 8 أبريل", with what tells the year."""
    first = _first_day(reading, index) or reading.rank(index)
    if first is None or not 1 <= first[0] <= _MOST_DAYS:
        return None
    second = None
    if reading.form(first[1]) in _TO:
        second = reading.rank(first[1] + 1)
    start = (second or first)[1]
    start += reading.form(start) in _FROM_FORMS
    start += reading.form(start) == "شهر"
    month = read_month(reading, start) or _this_month(reading, start, ranged=second is not None)
    if month is None:
        return None
    year = _year(reading, month.last)
    if year.number is None and year.side is None and _is_name(reading, index):
        return None
    days = [_resolve(reading, day, month, year, index) for day in (first[0], (second or first)[0])]
    stretch = _between(days)
    return Found(year.last, stretch) if stretch else None


def _first_day(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read the first word of "أول يناير", which means its first day."""
    month = read_month(reading, index + 1) if reading.form(index) in _FIRSTS else None
    return (1, index + 1) if month else None


def _between(days: list[Stretch | None]) -> Stretch | None:
    first, last = days
    if first is None or last is None or first.earliest > last.latest:
        return None
    if first == last:
        return first
    return span(first.earliest, last.latest, first.basis)


def _this_month(reading: Reading, index: int, *, ranged: bool) -> Month | None:
    """Read "من الشهر الجاري", "من هذا الشهر", "من الشهر الماضي" after a day."""
    this = reading.form(index) in ("هذا", "ذات", "نفس")
    entry = reading.time(index + this)
    if entry is None or entry.value != Unit.MONTH or not entry.definite or reading.today is None:
        return None
    if entry.kind is not TimeKind.UNIT:
        return None
    if not ranged and reading.form(index - 1) not in _FROM_FORMS:
        return None
    side = reading.side(index + this + 1)
    if side is None and not this:
        return None
    moved = {Side.LAST: -1, Side.NEXT: 1, Side.FOLLOWING: 1}.get(side or Side.THIS, 0)
    day = months_after(reading.today, moved)
    # The year is told by the month: it stands behind a sign that no month name can have.
    return Month(index + this + 1, day.month, islamic=False)


class _Year(NamedTuple):
    last: int
    number: int | None = None
    side: Side | None = None
    """Where the year, or a month or day, is put next to the present one."""
    of_year: bool = False
    islamic: bool = False


def _year(reading: Reading, index: int) -> _Year:
    """Read what tells the year behind a month: 2014 · من عام 2014 · الماضي · العام الماضي."""
    side = reading.side(index)
    if side:
        stated = reading.digits(index + 1)
        if stated and _LEAST_YEAR <= stated <= _MOST_YEAR:
            return _Year(index + 2, stated)
        return _Year(index + 1, side=side)
    same = _same_year(reading, index)
    if same:
        return same
    start = index
    if reading.form(start) in _FROM_FORMS or reading.form(start) in ("هذا", "،", ",", "("):
        start += 1
    start += reading.form(start) == "هذا"
    entry = reading.time(start)
    if entry and entry.kind is TimeKind.UNIT and entry.value == Unit.YEAR:
        side = reading.side(start + 1)
        if side:
            return _Year(start + 2, side=side, of_year=True)
        if reading.form(start - 1) == "هذا":
            return _Year(start + 1, side=Side.THIS, of_year=True)
        start += 1
    return _stated_year(reading, start, index)


def _same_year(reading: Reading, index: int) -> _Year | None:
    """Read "من العام نفسه", "من نفس السنة": the year last told of."""
    if reading.form(index) not in _FROM_FORMS or reading.told is None:
        return None
    before = reading.form(index + 1) in ("نفس", "ذات", "ذلك", "تلك")
    entry = reading.time(index + 1 + before)
    if entry is None or entry[:2] != (TimeKind.UNIT, Unit.YEAR) or not entry.definite:
        return None
    last = index + 2 + before
    after = reading.form(last) in ("نفسه", "ذاته", "نفسها", "ذاتها")
    return _Year(last + after, reading.told.earliest.year) if before or after else None


def _stated_year(reading: Reading, start: int, index: int) -> _Year:
    number = reading.digits(start)
    last = start + 1
    if number is None:
        core = reading.core(start)
        if core and not core.in_digits and core.high == core.low and core.low % 1 == 0:
            # Directly behind a month, "ألفين" may count what comes next.
            certain = start > index or core.low % _CENTURY
            number, last = (int(core.low), core.last) if certain else (None, last)
    if number is None or not _LEAST_YEAR <= number <= _MOST_YEAR:
        return _Year(index)
    islamic = reading.form(last) in _HIJRI_MARKS
    last += islamic or reading.form(last) in _GREGORIAN_MARKS
    closing = reading.form(start - 1) == _OPEN and reading.form(last) == _CLOSE
    return _Year(last + closing, number, islamic=islamic)


def _resolve(reading: Reading, day: int, month: Month, year: _Year, index: int) -> Stretch | None:
    """Return one day of a month, in the stated year or the one that the text means."""
    if month.islamic:
        return _islamic(reading, month, year, day)
    if year.number is not None:
        if year.islamic:
            return None
        found = day_of(year.number, month.number, day)
        return one_day(found, TimeBasis.STATED) if found else None
    if reading.today is None:
        return None
    today = reading.today
    for candidate in _years(reading, year, index):
        found = day_of(candidate, month.number, day)
        if found and _fits(found, today, year, reading, index):
            stretch = one_day(found)
            return stretch._replace(looks_ahead=found > today)
    return None


def _years(reading: Reading, year: _Year, index: int) -> Iterator[int]:
    """Yield the years a date may be in, likeliest first."""
    if reading.today is None:
        return
    present = reading.today.year
    if year.of_year:
        yield present + {Side.LAST: -1, Side.THIS: 0}.get(year.side or Side.THIS, 1)
    elif year.side is Side.THIS:
        yield present
    elif year.side is None and not reading.looks_ahead(index):
        # A leap day may lie several years back.
        yield from (present, *(present - back for back in range(1, 9)))
    elif year.side is Side.LAST:
        yield from (present, present - 1)
    else:
        yield from (present, present + 1)


def _fits(day: date, today: date, year: _Year, reading: Reading, index: int) -> bool:
    if year.of_year or year.side is Side.THIS:
        return True
    if year.side is Side.LAST:
        return day < today
    if year.side is None and not reading.looks_ahead(index):
        return day <= today
    return day >= today


def _bare_day(reading: Reading, index: int) -> Found | None:
    """Read a day of the present month that ends its clause: في 15، في الحادي والعشرين."""
    rank = reading.rank(index) if reading.form(index - 1) in _IN else None
    if rank is None or not 1 <= rank[0] <= _MOST_DAYS or not reading.ends_clause(rank[1]):
        return None
    if reading.today is None or (not reading.words[index].is_number and rank[0] <= _LAST_RANK):
        return None
    ahead = reading.looks_ahead(index)
    moves = (0, 1, 2) if ahead else (0, -1, -2)
    for first in (months_after(reading.today.replace(day=1), move) for move in moves):
        day = day_of(first.year, first.month, rank[0])
        if day and (day >= reading.today if ahead else day <= reading.today):
            return Found(rank[1], one_day(day)._replace(looks_ahead=ahead))
    return None


def _is_name(reading: Reading, index: int) -> bool:
    """Tell the date that names a revolution, brigade or square."""
    before = [reading.form(index - back) for back in (1, 2, 3)]
    if before[0] in ("ال", "من", "يوم"):
        before = before[1:]
    return before[0] in _NAMED or before[1] in _NAMED - {"منطقة", "مدينة", "حرب", "قاعدة"}


def read_whole_month(reading: Reading, index: int, *, certain: bool = False) -> Found | None:
    """Read "يوليو 2013", "شهر يوليو", "تموز/يوليو الماضي", "رمضان".

    Where the words before leave no doubt, the caller is `certain` that this is a month.
    """
    lead = reading.form(index) in ("شهر", "لشهر", "وشهر")
    month = read_month(reading, index + lead)
    if month is None:
        return None
    year = _year(reading, month.last)
    signed = certain or lead or year.last > month.last or reading.form(index - 1) in _LEADS
    doubled = month.last > index + lead + 1
    form = reading.form(index)
    doubtful = any(form.endswith(name) for name in _ALSO_WORDS) and form != "رمضان"
    if not signed and (doubtful or month.islamic) and not doubled:
        return None
    if year.number is None and year.side is None and not lead and _is_name(reading, index):
        return None
    after = _day_behind(reading, month, year, index)
    if after:
        return after
    stretch = _month(reading, month, year, index)
    return Found(year.last, stretch) if stretch else None


def _day_behind(reading: Reading, month: Month, year: _Year, index: int) -> Found | None:
    """Read the day behind the month: "يناير الثاني والعشرين، 2018"."""
    if year.last > month.last or reading.form(month.last).isdigit():
        return None
    rank = reading.rank(month.last)
    if rank is None:
        return _days_behind(reading, month, year, index)
    behind = _year(reading, rank[1])
    stretch = _resolve(reading, rank[0], month, behind, index)
    return Found(behind.last, stretch) if stretch else None


def _days_behind(reading: Reading, month: Month, year: _Year, index: int) -> Found | None:
    """Read the days behind the month: "شهر نوفمبر بين 19 و20"."""
    if reading.form(month.last) not in ("بين", "من"):
        return None
    first = reading.rank(month.last + 1)
    second = reading.rank(first[1] + 1) if first and reading.form(first[1]) in _TO else None
    if first is None or second is None or max(first[0], second[0]) > _MOST_DAYS:
        return None
    stretch = _between([_resolve(reading, day, month, year, index) for day, _ in (first, second)])
    return Found(second[1], stretch) if stretch else None


def _month(reading: Reading, month: Month, year: _Year, index: int) -> Stretch | None:
    if month.islamic:
        return _islamic(reading, month, year, None)
    if year.number is not None:
        return month_of(year.number, month.number, TimeBasis.STATED)
    return _month_near(reading, month.number, year, index) if reading.today else None


def _month_near(reading: Reading, number: int, year: _Year, index: int) -> Stretch:
    """Return the month that a bare or qualified name means."""
    today = reading.today or date.min
    if year.of_year or year.side is Side.THIS:
        return month_of(next(_years(reading, year, index)), number)
    past = month_of(today.year - (number > today.month), number)
    if year.side is Side.LAST and past.latest >= today:
        return month_of(today.year - 1, number)
    ahead = year.side in (Side.NEXT, Side.FOLLOWING) or (
        year.side is None and reading.looks_ahead(index) and past.latest < today
    )
    if ahead:
        following = month_of(today.year + (number < today.month), number)
        return following._replace(looks_ahead=True)
    return past


def _islamic(reading: Reading, month: Month, year: _Year, day: int | None) -> Stretch | None:
    """Return a day or month of the Islamic calendar, the last one up to publication by default."""
    number = year.number
    if number is not None and not _LEAST_HIJRI <= number <= _MOST_HIJRI:
        today = day_of(number, _MONTHS_IN_YEAR, 31)
    else:
        today = reading.today
    if number is not None and _LEAST_HIJRI <= number <= _MOST_HIJRI:
        return _islamic_stretch(number, month.number, day, TimeBasis.STATED)
    present = hijri_year(today) if today else None
    if today is None or present is None:
        return None
    if year.of_year and year.side is Side.LAST:
        return _islamic_stretch(present - 1, month.number, day, TimeBasis.RELATIVE)
    forward = year.side in (Side.NEXT, Side.FOLLOWING)
    for candidate in (present + 1, present) if forward else (present, present - 1):
        stretch = _islamic_stretch(candidate, month.number, day, TimeBasis.RELATIVE)
        if stretch and (stretch.earliest > today if forward else stretch.earliest <= today):
            return stretch._replace(looks_ahead=forward)
    return None


def _islamic_stretch(year: int, month: int, day: int | None, basis: TimeBasis) -> Stretch | None:
    if day is not None:
        found = gregorian_day(year, month, day)
        return one_day(found, basis) if found else None
    ends = gregorian_month(year, month)
    return Stretch(*ends, Precision.MONTH, basis) if ends else None
