"""Rewritten text that remembers where every character came from."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass

from riwaya.arabic.letters import match_form
from riwaya.records.span import Span

Fold = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class AlignedText:
    """A rewritten text and, for each of its characters, the original position."""

    original: str
    text: str
    origin: "array[int]"

    def back(self, span: Span) -> Span:
        """Carry a span of the rewritten text back to the original one.

        Marks dropped after the last letter of the span belong to it, as vowel signs do.
        """
        start = self.origin[span.start]
        end = self.origin[span.end - 1] + 1
        following = self.origin[span.end] if span.end < len(self.origin) else len(self.original)
        while end < following and not match_form(self.original[end]):
            end += 1
        return Span(start, end)


def fold(original: str, *, char: Fold = match_form) -> AlignedText:
    """Rewrite a text character by character; an empty result drops the character.

    >>> from riwaya.arabic.letters import name_form
    >>> folded = fold("مُصـراتة", char=name_form)
    >>> folded.text, folded.back(Span(0, 3)).of(folded.original)
    ('مصراته', 'مُصـر')
    """
    pieces: list[str] = []
    origin: array[int] = array("l")
    for position, character in enumerate(original):
        piece = char(character)
        pieces.append(piece)
        origin.extend([position] * len(piece))
    return AlignedText(original, "".join(pieces), origin)
