"""The sentence around some words, to check them in."""

import re

from riwaya.records.span import Span

_END = re.compile(r"[.!?؟](?=\s|$)|\n")


def sentence_around(span: Span, text: str, *, before: int = 240, behind: int = 320) -> Span:
    """Find the sentence that a span stands in, cut at blanks where it is very long.

    `before` and `behind` are how many characters around the span are quoted of such a one.

    >>> sentence_around(Span(9, 13), "وصل. ثم قُتل خمسة. وعاد.").of("وصل. ثم قُتل خمسة. وعاد.")
    'ثم قُتل خمسة.'
    """
    first = max(span.start - before, 0)
    ends = [match.end() for match in _END.finditer(text, first, span.start)]
    start = ends[-1] if ends else first
    if not ends and first:
        blank = text.find(" ", first, span.start)
        start = blank + 1 if blank >= 0 else first
    last = min(span.end + behind, len(text))
    found = _END.search(text, span.end, last)
    end = found.end() if found else last
    if not found and last < len(text):
        blank = text.rfind(" ", span.end, last)
        end = blank if blank >= 0 else last
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
