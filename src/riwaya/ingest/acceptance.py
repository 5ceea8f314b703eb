"""Is a text an Arabic report at all?"""

import re

from riwaya.config import IngestSettings
from riwaya.errors import UnreadableReportError

_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\ufb50-\ufefc]+")
_OTHER_TONGUES = re.compile("[پچژگٹڈڑںھہےۆێەڵڤڕټډړښڼۍ]")
"""Letters of Persian, Urdu, Kurdish and Pashto; ک and ی are left out: some keyboards write
Arabic with them."""
_MOST_FOREIGN = 0.02
"""Arabic reports reach 0.009 with the names of Kurdish and Persian places."""
_MISREAD = re.compile("[ØÙ]")
_LEAST_MISREAD = 0.2
_LOST = re.compile(r"\?{2,}")
_MOST_LOST = 0.2


def accept(text: str, *, settings: IngestSettings) -> None:
    """Raise where a text is empty, broken, or not Arabic.

    Raises:
        UnreadableReportError: it is, and why.
    """
    letters = _length(_LETTERS, text)
    arabic = _length(_ARABIC, text)
    if len(_MISREAD.findall(text)) > _LEAST_MISREAD * max(1, letters):
        raise UnreadableReportError(
            "broken encoding: this is UTF-8 that was read as a western encoding and saved again"
        )
    if _length(_LOST, text) > _MOST_LOST * max(1, len(text)) and letters < len(text) / 2:
        raise UnreadableReportError("broken encoding: the letters were lost to question marks")
    if not letters and settings.least_letters:
        raise UnreadableReportError("empty: there is no text")
    if arabic < settings.least_arabic_share * letters:
        raise UnreadableReportError(
            f"not Arabic: {arabic:,} of {letters:,} letters are Arabic"
            f" (at least {settings.least_arabic_share:.0%} are asked for)"
        )
    if len(_OTHER_TONGUES.findall(text)) > _MOST_FOREIGN * arabic:
        raise UnreadableReportError(
            "not Arabic: the letters are those of Persian, Urdu, Kurdish or Pashto"
        )
    if arabic < settings.least_letters:
        raise UnreadableReportError(
            f"empty: {arabic} Arabic letters are no report"
            f" (at least {settings.least_letters} are asked for)"
        )


def _length(pattern: re.Pattern[str], text: str) -> int:
    return sum(map(len, pattern.findall(text)))
