"""Where letters are joined in writing, so that a text can be cut into pieces that still look whole.

The classes are Unicode's joining types (Arabic Shaping), for the letters of the Arabic script.
"""

import unicodedata

from riwaya.arabic.letters import TATWEEL

JOINER = "\u200d"
"""ZERO WIDTH JOINER: invisible, and joined to on both sides."""
_RIGHT_ONLY = frozenset("آأؤإاةدذرزوٱٲٳٵٶٷ"
                        "ڈډڊڋڌڍڎڏڐڑڒړڔڕږڗژڙ"
                        "ۀۃۄۅۆۇۈۉۊۋۍۏےۓەۮۯ")  # fmt: skip
"""Letters that are joined to the one before and never to the one behind."""
_NEVER = frozenset("ءٴۥۦ")
_LAM = frozenset("لڵڶڷڸ")
_ALEFS = frozenset("اأإآٱٲٳٵ")
_TRANSPARENT = frozenset({"Mn", "Me", "Cf"})
"""Categories of marks that letters join across."""
_NOT_TRANSPARENT = frozenset("\u200c\u200d")


def are_joined(text: str, at: int) -> bool:
    """Tell whether the letters before and behind a place in a text are written joined.

    >>> [are_joined("وبالزاوية", at) for at in range(1, 9)]
    [False, True, False, True, False, False, False, True]
    """
    before, behind = _letter_before(text, at), _letter_behind(text, at)
    return _joins_behind(before) and (_joins_behind(behind) or behind in _RIGHT_ONLY)


def is_one_shape(text: str, at: int) -> bool:
    """Tell whether a place lies inside of what is drawn as one: lam with alif, a letter's marks.

    >>> is_one_shape("لأن", 1), is_one_shape("قُتل", 1), is_one_shape("قتل", 1)
    (True, True, False)
    """
    if not 0 < at < len(text):
        return False
    if unicodedata.combining(text[at]) or unicodedata.category(text[at]) in ("Mn", "Me"):
        return True
    return _letter_before(text, at) in _LAM and _letter_behind(text, at) in _ALEFS


def _letter_before(text: str, at: int) -> str:
    while at > 0 and _is_transparent(text[at - 1]):
        at -= 1
    return text[at - 1] if at > 0 else ""


def _letter_behind(text: str, at: int) -> str:
    while at < len(text) and _is_transparent(text[at]):
        at += 1
    return text[at] if at < len(text) else ""


def _is_transparent(char: str) -> bool:
    return char not in _NOT_TRANSPARENT and unicodedata.category(char) in _TRANSPARENT


def _joins_behind(char: str) -> bool:
    """Tell whether a character is joined to what stands behind it."""
    if char in (TATWEEL, JOINER):
        return True
    is_letter = "\u0620" <= char <= "\u06ff" or "\u0750" <= char <= "\u077f"
    return is_letter and char.isalpha() and char not in _RIGHT_ONLY | _NEVER
