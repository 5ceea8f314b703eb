"""Find quotations."""

from collections.abc import Sequence

from riwaya.arabic.words import Word

_PAIRS = {"«": "»", "“": "”", "„": "”", "‘": "’", '"': '"'}
_MARKS = frozenset("\"«»“”‘’„'`´‟‹›")
_LONGEST = 400
"""Words; a mark without its partner must not quote the rest of a report."""


def unquoted(words: Sequence[Word]) -> list[Word]:
    """Return the words without quotation marks, which news sets around any name."""
    return [word for word in words if not (word.is_mark and word.form in _MARKS)]


def quotes(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return quotations as stretches of the words that `unquoted` leaves, in text order.

    >>> from riwaya.arabic.words import words
    >>> quotes(words('قال: "سنقاتل" ثم «انسحب»'))
    [(2, 3), (4, 5)]
    """
    found: list[tuple[int, int]] = []
    position = marks = 0
    while position < len(words):
        closing = _PAIRS.get(words[position].form)
        end = _closing(words, position + 1, closing) if closing else None
        if end is None:
            marks += _is_quote(words[position])
            position += 1
            continue
        inner = sum(_is_quote(word) for word in words[position + 1 : end])
        first = position - marks
        last = first + end - position - 1 - inner
        if last > first:
            found.append((first, last))
        marks += 2 + inner
        position = end + 1
    return found


def _is_quote(word: Word) -> bool:
    return word.is_mark and word.form in _MARKS


def _closing(words: Sequence[Word], first: int, mark: str) -> int | None:
    for position in range(first, min(first + _LONGEST, len(words))):
        if words[position].form == mark:
            return position
    return None
