"""The words that times are told with, with every letter that stands before them."""

from collections.abc import Iterable, Iterator
from enum import Enum, IntEnum, auto
from types import MappingProxyType
from typing import NamedTuple

from riwaya.arabic.letters import match_form


class TimeKind(Enum):
    """What a word contributes to a time."""

    WEEKDAY = auto()
    """Given with its number, Monday 0."""
    YESTERDAY = auto()
    TOMORROW = auto()
    PART = auto()
    """A part of the day, given with an hour it holds."""
    PART_ALONE = auto()
    """Such a part as an adverb: صباحا."""
    UNIT = auto()
    """An hour, day, week, month, year or decade."""
    EDGE = auto()
    """The beginning, middle, end or rest of a period."""
    SEASON = auto()
    """Given with its first month."""
    DECADE = auto()
    """The seventies, given as 70."""
    NOW = auto()


class Unit(IntEnum):
    """Units of time, short to long."""

    HOUR = auto()
    DAY = auto()
    WEEK = auto()
    MONTH = auto()
    YEAR = auto()
    DECADE = auto()


class Edge(IntEnum):
    """Parts of a period. The vague plurals (أوائل, أواخر) reach further than the singulars."""

    BEGINNING = auto()
    EARLY = auto()
    MIDDLE = auto()
    END = auto()
    LATE = auto()
    REST = auto()


class Grammar(IntEnum):
    """Number of a noun."""

    SINGULAR = 1
    DUAL = 2
    PLURAL = 3


class TimeWord(NamedTuple):
    """A written word, and the letters that stand before it as words of their own."""

    kind: TimeKind
    value: int
    number: Grammar = Grammar.SINGULAR
    definite: bool = False
    front: str = ""


class Side(Enum):
    """Which side of the present an adjective puts a period on."""

    LAST = auto()
    THIS = auto()
    NEXT = auto()
    FOLLOWING = auto()


_WEEKDAYS = ("اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت", "أحد")
_PARTS = (
    (5, "فجر"), (8, "صباح"), (10, "ضحى"), (12, "ظهر"), (13, "ظهيرة"), (12, "نهار"), (16, "عصر"),
    (18, "مغرب"), (19, "مساء"), (19, "عشية"), (22, "ليل"), (22, "ليلة"), (21, "عشاء"), (3, "سحر"),
)  # fmt: skip
_PARTS_ALONE = ((5, "فجرا"), (8, "صباحا"), (12, "ظهرا"), (12, "نهارا"), (16, "عصرا"), (22, "ليلا"))
_UNITS = (
    (Unit.HOUR, "ساعة", "ساعتان ساعتين", "ساعات"),
    (Unit.DAY, "يوم يوما", "يومان يومين يومي", "أيام أياما"),
    (Unit.WEEK, "أسبوع أسبوعا", "أسبوعان أسبوعين", "أسابيع"),
    (Unit.MONTH, "شهر شهرا", "شهران شهرين شهري", "أشهر شهور شهورا"),
    (Unit.YEAR, "عام عاما سنة", "عامان عامين عامي سنتان سنتين", "أعوام سنوات سنين أعواما"),
    (Unit.DECADE, "عقد عقدا", "عقدان عقدين", "عقود"),
)
_EDGES = (
    (Edge.BEGINNING, "بداية مطلع مستهل بدايات"), (Edge.EARLY, "أوائل"),
    (Edge.MIDDLE, "منتصف أواسط وسط"), (Edge.END, "نهاية ختام"), (Edge.LATE, "أواخر نهايات"),
    (Edge.REST, "بقية باقي"),
)  # fmt: skip
_SEASONS = ((3, "ربيع"), (6, "صيف"), (9, "خريف"), (12, "شتاء"))
_DECADES = ((20, "عشرين"), (30, "ثلاثين"), (40, "أربعين"), (50, "خمسين"), (60, "ستين"),
            (70, "سبعين"), (80, "ثمانين"), (90, "تسعين"))  # fmt: skip
_SIDES = (
    (Side.LAST, "ماضي منصرم فائت أخير فارط منقضي ماض"),
    (Side.THIS, "حالي جاري راهن جار"),
    (Side.NEXT, "مقبل قادم آتي"),
    (Side.FOLLOWING, "تالي موالي"),
)


def _sides() -> dict[str, Side]:
    table: dict[str, Side] = {}
    for side, names in _SIDES:
        for name in names.split():
            for ending in ("", "ة", "ين", "تين", "ان", "ات"):
                table["ال" + match_form(name) + ending] = side
    return table


SIDES = MappingProxyType(_sides())
"""Adjectives that put a period before, at or after the present."""


def _bare() -> Iterator[tuple[TimeKind, int, Grammar, str]]:
    one = Grammar.SINGULAR
    yield from ((TimeKind.WEEKDAY, value, one, form) for value, form in enumerate(_WEEKDAYS))
    yield from ((TimeKind.YESTERDAY, 1, one, form) for form in ("أمس", "بارحة"))
    yield from ((TimeKind.TOMORROW, 1, one, form) for form in ("غدا", "غد"))
    yield from ((TimeKind.PART, value, one, form) for value, form in _PARTS)
    yield from ((TimeKind.PART_ALONE, value, one, form) for value, form in _PARTS_ALONE)
    for unit, singulars, duals, plurals in _UNITS:
        for number, forms in zip(Grammar, (singulars, duals, plurals), strict=True):
            yield from ((TimeKind.UNIT, unit, number, form) for form in forms.split())
    for edge, forms in _EDGES:
        yield from ((TimeKind.EDGE, edge, one, form) for form in forms.split())
    yield from ((TimeKind.SEASON, value, one, form) for value, form in _SEASONS)
    for value, stem in _DECADES:
        yield from ((TimeKind.DECADE, value, one, stem + end) for end in ("ات", "يات"))
    yield from ((TimeKind.NOW, 0, one, form) for form in ("حاليا", "آن"))


def fronted(form: str, *, article: bool) -> Iterator[tuple[str, str]]:
    """Yield a word with the letters that may stand before it, and those letters.

    >>> [written for written, _ in fronted("خميس", article=True)][-1]
    'وللخميس'
    """
    if article:
        for front in ("", "و", "ف", "ب", "وب", "ك"):
            yield front + "ال" + form, front
        for front in ("", "و"):
            yield front + "لل" + form, front + "ل"
    else:
        for front in ("", "و", "ف", "ب", "ل", "وب", "ول"):
            yield front + form, front


def _table(words: Iterable[tuple[TimeKind, int, Grammar, str]]) -> dict[str, TimeWord]:
    table: dict[str, TimeWord] = {}
    for kind, value, number, spelling in words:
        form = match_form(spelling)
        for bare in {form, form[:-1] + "ه" if form[-1] == "ة" else form}:
            for definite in (False, True):
                for written, front in fronted(bare, article=definite):
                    table.setdefault(written, TimeWord(kind, value, number, definite, front))
    return table


TIME_WORDS = MappingProxyType(_table(_bare()))
"""Words of time by their form under `letters.match_form`."""
