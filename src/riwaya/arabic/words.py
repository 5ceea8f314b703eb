"""Cut a text into words, numbers and marks, each with its place."""

import re
from typing import NamedTuple

from riwaya.arabic.letters import match_form

_JOINERS = "\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0610-\u061a\u200c\u200d\u00ad"
_TOKEN = re.compile(
    r"(?P<number>[0-9٠-٩۰-۹]+(?:[.,٫٬][0-9٠-٩۰-۹]+)*)"
    rf"|(?P<word>[^\W\d_](?:[^\W\d_]|[{_JOINERS}])*)"
    r"|(?P<mark>[^\s\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff])"
)


class Word(NamedTuple):
    """One word, number or mark of a text.

    `form` is the written word under `letters.match_form`; digits are Western, marks are themselves.
    A word and a number that are written together ("18شخصا", "ال24") are two.
    """

    text: str
    start: int
    end: int
    form: str
    is_number: bool
    is_mark: bool


def words(text: str, *, start: int = 0, end: int | None = None) -> list[Word]:
    """Cut a stretch of a text into words; offsets count from the beginning of the whole text.

    >>> [word.form for word in words("قُتل 18شخصاً، بـ«حلب».")]
    ['قتل', '18', 'شخصا', '،', 'ب', '«', 'حلب', '»', '.']
    """
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind = match.lastgroup
        written = match.group()
        form = written if kind == "mark" else match_form(written)
        found.append(
            Word(written, match.start(), match.end(), form, kind == "number", kind == "mark")
        )
    return found
