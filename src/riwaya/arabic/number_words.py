"""The words that numbers are made of, in every case, spelling and with every letter before them."""

from collections.abc import Iterator
from enum import Enum, auto
from itertools import product
from types import MappingProxyType
from typing import NamedTuple

from riwaya.arabic.letters import match_form


class NumberKind(Enum):
    """What a word contributes to a number."""

    UNIT = auto()
    """One to nine."""
    ELEVENTH = auto()
    """The one of eleven and of twenty-one (أحد عشر), which means nothing by itself."""
    TWELFTH = auto()
    """The two of twelve (اثنا عشر), likewise."""
    TEN = auto()
    """Ten, and the second word of eleven to nineteen."""
    TENS = auto()
    HUNDREDS = auto()
    SCALE = auto()
    """A thousand, a million … in the singular: multiplies, or means one by itself."""
    TWO_SCALES = auto()
    SCALES = auto()
    """Thousands, millions …: multiplies a number before it, is vague by itself."""
    VAGUE = auto()
    """Tens or hundreds of unknown number, given with the least they mean."""
    FEW = auto()
    """بضع: three to nine."""
    PART = auto()
    """A half, third or quarter, given with its divisor."""
    PARTS = auto()
    """Thirds, quarters …, after a number of them."""


class NumberWord(NamedTuple):
    """A written number word, and the letters that stand before it as words of their own."""

    kind: NumberKind
    value: int
    joined: bool = False
    """It begins with و or ف."""
    preposition: str = ""
    definite: bool = False


_SCALE_NAMES = (
    (12, "دستة", "دستتان دستتين", "دستات"),
    (12, "دزينة", "دزينتان دزينتين", "دزينات"),
    (1_000, "ألف", "ألفان ألفين ألفي", "آلاف ألوف"),
    (1_000_000, "مليون", "مليونان مليونين مليوني", "ملايين"),
    (1_000_000_000, "مليار", "ملياران مليارين ملياري", "مليارات"),
    (1_000_000_000, "بليون", "بليونان بليونين بليوني", "بلايين"),
    (10**12, "تريليون", "تريليونان تريليونين", "تريليونات"),
    (10**12, "ترليون", "ترليونان ترليونين", "ترليونات"),
)
_UNITS = (
    (1, "واحد واحدة واحدا"),
    (2, "اثنان اثنين اثنتان اثنتين ثنتين إتنين"),
    (3, "ثلاثة ثلاث ثلاثا"),
    (4, "أربعة أربع أربعا"),
    (5, "خمسة خمس خمسا"),
    (6, "ستة ست ستا"),
    (7, "سبعة سبع سبعا"),
    (8, "ثمانية ثماني ثمان ثمانيا"),
    (9, "تسعة تسع تسعا"),
)
_TENS = "عشر ثلاث أربع خمس ست سبع ثمان تسع"
_HUNDRED = ("مئة", "مائة")
_TWO_HUNDRED = "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي ميتين"
_PARTS = ((3, "أثلاث"), (4, "أرباع"), (5, "أخماس"), (6, "أسداس"), (7, "أسباع"), (8, "أثمان"),
          (9, "أتساع"), (10, "أعشار"))  # fmt: skip
_PART = ((2, "نصف"), (3, "ثلث"), (4, "ربع"))
_ZERO = "صفر"
_NOT_NUMBERS = frozenset(
    match_form(form)
    for form in ("لست", "فست", "ولست", "الصفر", "لصفر", "بالاثنين", "الاثنين", "والاثنين")
)  # fmt: skip
"""Forms that would be a number with a letter before it, but are other words: I am not, Monday."""


def _spellings() -> Iterator[tuple[NumberKind, int, str]]:
    for value, names in _UNITS:
        yield from ((NumberKind.UNIT, value, name) for name in names.split())
    yield NumberKind.UNIT, 0, _ZERO
    yield from ((NumberKind.ELEVENTH, 1, name) for name in ("أحد", "إحدى"))
    yield from ((NumberKind.TWELFTH, 2, n) for n in ("اثنا", "اثني", "اثنى", "اثنتا", "اثنتي"))
    yield from ((NumberKind.TEN, 10, name) for name in ("عشرة", "عشر", "عشرا"))
    for value, stem in enumerate(_TENS.split(), 2):
        yield from ((NumberKind.TENS, value * 10, stem + ending) for ending in ("ون", "ين"))
    yield from _hundreds()
    for value, singular, duals, plurals in _SCALE_NAMES:
        yield from ((NumberKind.SCALE, value, form) for form in _accusative(singular))
        yield from ((NumberKind.TWO_SCALES, value, form) for form in duals.split())
        yield from ((NumberKind.SCALES, value, form) for form in plurals.split())
    yield from ((NumberKind.VAGUE, 20, form) for form in ("عشرات",))
    yield from ((NumberKind.VAGUE, 200, form) for form in ("مئات", "مائات"))
    yield from ((NumberKind.FEW, 3, form) for form in ("بضعة", "بضع"))
    for value, name in _PART:
        yield NumberKind.PART, value, name
    for value, name in _PARTS:
        yield NumberKind.PARTS, value, name


def _accusative(singular: str) -> tuple[str, ...]:
    return (singular,) if singular[-1] == "ة" else (singular, singular + "ا")


def _hundreds() -> Iterator[tuple[NumberKind, int, str]]:
    yield from ((NumberKind.HUNDREDS, 100, name) for name in _HUNDRED)
    yield from ((NumberKind.HUNDREDS, 200, name) for name in _TWO_HUNDRED.split())
    stems = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
    for value, stem in enumerate(stems, 3):
        yield from ((NumberKind.HUNDREDS, value * 100, stem + name) for name in _HUNDRED)
        yield NumberKind.HUNDREDS, value * 100, stem + "مية"
    yield from ((NumberKind.HUNDREDS, 800, "ثماني" + name) for name in _HUNDRED)
    yield NumberKind.HUNDREDS, 300, "ثلثمائة"


def _before(form: str) -> Iterator[tuple[str, bool, str, bool]]:
    for conjunction, preposition, article in product(
        ("", "و", "ف"), ("", "ب", "ل", "ك"), ("", "ال")
    ):
        front = "لل" if preposition == "ل" and article else preposition + article
        yield conjunction + front + form, bool(conjunction), preposition, bool(article)


def _table() -> dict[str, NumberWord]:
    table: dict[str, NumberWord] = {}
    for kind, value, spelling in _spellings():
        folded = match_form(spelling)
        # Hurried writers leave the dots off the last letter.
        for form in {folded, folded[:-1] + "ه" if folded[-1] == "ة" else folded}:
            for written, joined, preposition, definite in _before(form):
                if written not in _NOT_NUMBERS:
                    table.setdefault(
                        written, NumberWord(kind, value, joined, preposition, definite)
                    )
    return table


NUMBER_WORDS = MappingProxyType(_table())
"""Number words by their form under `letters.match_form`."""

_ORDINALS = (
    (1, "أول أولى حادي حادية"), (2, "ثاني ثانية"), (3, "ثالث ثالثة"), (4, "رابع رابعة"),
    (5, "خامس خامسة"), (6, "سادس سادسة"), (7, "سابع سابعة"), (8, "ثامن ثامنة"),
    (9, "تاسع تاسعة"), (10, "عاشر عاشرة"),
)  # fmt: skip


def _ordinal_table() -> dict[str, int]:
    table: dict[str, int] = {}
    for value, names in _ORDINALS:
        for name in names.split():
            for front in ("ال", "وال", "بال", "لل", "وبال", "ولل", "فال"):
                table[front + match_form(name)] = value
    return table


ORDINALS = MappingProxyType(_ordinal_table())
"""Definite ordinals from the first to the tenth, and the first word of the higher ones."""
