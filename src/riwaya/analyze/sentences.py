"""Cut a report into sentences."""

from collections.abc import Sequence

from riwaya.records.reading import Sentence, Tag, Token

_ENDS = frozenset(".!؟?…")
_LONGEST = 150
"""Tokens after which a sentence is cut at its next comma, and twice as many after which anywhere.

The longest sentence that careful newspapers print has about as many. What is asked of an event is
asked of everything in its sentence, so that a text without full stops would take for ever.
"""
_COMMAS = frozenset("،,؛;")
_BRACKETS = frozenset(")]")
_AROUND = frozenset("\"«»“”‘’'()[]")


def sentences(tokens: Sequence[Token], text: str, *, title_ends: int) -> list[Sentence]:
    """Return the sentences as stretches of tokens; the title is one of its own.

    A sentence ends at a line break, and at a full stop that a blank or the text's end follows.

    Args:
        tokens: of the whole text.
        text: the whole text.
        title_ends: the character after the title, 0 where there is none.
    """
    found: list[Sentence] = []
    first = 0
    for position, token in enumerate(tokens):
        if position > first and _breaks_line(tokens, text, position):
            found.append(_sentence(tokens, first, position, title_ends))
            first = position
        long = position - first
        if long >= 2 * _LONGEST or (long >= _LONGEST and token.form in _COMMAS):
            found.append(_sentence(tokens, first, position + 1, title_ends))
            first = position + 1
            continue
        if token.form in _ENDS and token.tag is Tag.MARK and _is_last(tokens, text, position):
            end = position + 1
            while end < len(tokens) and _closes(tokens, end):
                end += 1
            if end > first:
                found.append(_sentence(tokens, first, end, title_ends))
                first = end
    if first < len(tokens):
        found.append(_sentence(tokens, first, len(tokens), title_ends))
    return found


def _sentence(tokens: Sequence[Token], first: int, last: int, title_ends: int) -> Sentence:
    return Sentence(first, last, tokens[first].start < title_ends)


def _breaks_line(tokens: Sequence[Token], text: str, position: int) -> bool:
    return "\n" in text[tokens[position - 1].end : tokens[position].start]


def _is_last(tokens: Sequence[Token], text: str, position: int) -> bool:
    """Tell a full stop from the dot of an abbreviation or an address."""
    end = tokens[position].end
    if end < len(text) and not text[end].isspace() and text[end] not in _AROUND:
        return tokens[position].form != "."
    return not (position and len(tokens[position - 1].form) == 1 and _is_letter(tokens, position))


def _is_letter(tokens: Sequence[Token], position: int) -> bool:
    before = tokens[position - 1]
    return before.tag is not Tag.MARK and before.form.isalpha()


def _closes(tokens: Sequence[Token], position: int) -> bool:
    token = tokens[position]
    return token.start == tokens[position - 1].end and token.form in _BRACKETS
