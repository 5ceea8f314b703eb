"""Find quotations."""

from collections.abc import Sequence

from riwaya.records.reading import Token

_PAIRS = {"«": "»", "“": "”", "„": "”", "‘": "’"}
_PLAIN = '"'
_LONGEST = 400
"""Tokens; a mark without its partner must not quote the rest of a report."""


def quotes(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return quotations as stretches of tokens without their marks, in text order.

    >>> from riwaya.analyze.tagging import tagged
    >>> from riwaya.arabic.words import words
    >>> quotes(tagged(words('قال: "سنقاتل" ثم «انسحب»')))
    [(3, 4), (7, 8)]
    """
    found: list[tuple[int, int]] = []
    position = 0
    while position < len(tokens):
        closing = _PAIRS.get(tokens[position].form) or (
            _PLAIN if tokens[position].form == _PLAIN else None
        )
        end = _closing(tokens, position + 1, closing) if closing else None
        if end is None:
            position += 1
            continue
        if end > position + 1:
            found.append((position + 1, end))
        position = end + 1
    return found


def _closing(tokens: Sequence[Token], first: int, mark: str) -> int | None:
    for position in range(first, min(first + _LONGEST, len(tokens))):
        if tokens[position].form == mark:
            return position
    return None
