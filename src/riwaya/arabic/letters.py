"""Character classes of written Arabic, and the named foldings."""

import unicodedata
from functools import lru_cache

TATWEEL = "\u0640"
HARAKAT = frozenset(map(chr, (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670,
                              *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E5), 0x06E7, 0x06E8,
                              *range(0x06EA, 0x06EE))))  # fmt: skip
"""Vowel signs and other marks above and below the letters."""
INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060"
                      "\u2066\u2067\u2068\u2069\ufeff\u00ad")  # fmt: skip
"""Direction marks and joiners: they stand in news text and mean nothing for its words."""
ALEF_FORMS = frozenset("أإآٱ")
DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}

_MATCH: dict[int, str | None] = {
    **dict.fromkeys(map(ord, HARAKAT | INVISIBLE | {TATWEEL})),
    **dict.fromkeys(map(ord, ALEF_FORMS), "ا"),
    **DIGITS,
    ord("ی"): "ي",
    ord("ک"): "ك",
    ord("ھ"): "ه",
    ord("ہ"): "ه",
}
_NAME: dict[int, str | None] = {
    **_MATCH,
    ord("ى"): "ي",
    ord("ی"): "ي",
    ord("ة"): "ه",
    ord("ؤ"): "و",
    ord("ئ"): "ي",
    ord("ء"): None,
}


@lru_cache(maxsize=65_536)
def match_form(word: str) -> str:
    """Fold what careful writers do not tell apart: vowel signs, tatweel, hamza on alif, digits.

    >>> match_form("قُـتِـلَ"), match_form("إلى"), match_form("٢٧")
    ('قتل', 'الى', '27')
    """
    folded = word.translate(_MATCH)
    return folded if folded.isascii() or not _is_presentation(folded) else _compatible(folded)


def name_form(word: str) -> str:
    """Fold what hurried writers do not tell apart either: ta marbuta, alif maqsura, every hamza.

    >>> name_form("ترهونة") == name_form("ترهونه"), name_form("مصراتى") == name_form("مصراتي")
    (True, True)
    """
    return match_form(word).translate(_NAME)


def is_arabic(char: str) -> bool:
    """Tell whether a character is a letter of the Arabic script."""
    return ("\u0620" <= char <= "\u06ff" or "\ufb50" <= char <= "\ufefc") and char.isalpha()


def _is_presentation(word: str) -> bool:
    return any("\ufb50" <= char <= "\ufefc" for char in word)


def _compatible(word: str) -> str:
    return unicodedata.normalize("NFKC", word).translate(_MATCH)
