"""Which agencies and outlets does a report name as its origin?

Only places count that sign a report: a line "المصدر | …", the dateline before the first sentence,
a bracket or a line of its own at the end. An agency that is cited within the text is a source of
its claims, not the origin of the report.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from riwaya.ingest.tables import entries, plain_form, separators

_LABELLED = re.compile(r"\s*(?P<label>[^|:：\n]{3,20}?)\s*[|:：]\s*(?P<names>.+)")
_DATELINE_REACH = 80
_DATELINE_CUTS = re.compile(r"(\s*(?:[-–—:()/،,|]\s*)+)")
_DATELINE_ENDS = frozenset("-–—:")
_TAIL_LINES = 3
_MOST_WORDS = 6
"""A name longer than this is a sentence."""
_MOST_CHARACTERS = 120
_LAST_BRACKET = re.compile(r"[.؟!»\"]\s*\(([^()\n]{2,60})\)\s*\.?\s*$")
"""After the end of a sentence: "وكالة الأنباء السورية (سانا)" within one is a source."""


def find_credits(lines: Sequence[str], *, signed: Iterable[str | None] = ()) -> tuple[str, ...]:
    """Return the origins a report names, as it writes them, in the order of the page.

    `lines` are those of its body; `signed` are bylines and publishers, which may name some too.

    >>> find_credits(["طرابلس (رويترز) - قال متحدث إن المطار أغلق.", "المصدر | الميناء + الأناضول"])
    ('رويترز', 'الميناء', 'الأناضول')
    """
    written = [line for line in lines if line.strip()]
    found: list[str] = []
    for sign in signed:
        found.extend(_signed(sign or ""))
    if written:
        found.extend(_dateline(written[0]))
    for line in written:
        found.extend(source_line(line))
    for line in written[1:][-_TAIL_LINES:]:
        found.extend(agencies_only(line) or _closing(line))
    return _distinct(found)


def source_line(line: str) -> tuple[str, ...]:
    """Return the names on a line that tells the source, nothing for any other line.

    >>> source_line("المصدر: رويترز + وكالات"), source_line("المصدر نفسه نفى ذلك.")
    (('رويترز', 'وكالات'), ())
    """
    if len(line) > _MOST_CHARACTERS:
        return ()
    match = _LABELLED.fullmatch(line)
    if match is None or plain_form(match["label"]) not in entries("credits", "source_labels"):
        return ()
    names = tuple(_names(match["names"]))
    return names if all(len(name.split()) <= _MOST_WORDS for name in names) else ()


def is_source_label(line: str) -> bool:
    """Tell whether a line is nothing but the word that a source follows."""
    return plain_form(line) in entries("credits", "source_labels")


def agencies_only(line: str) -> tuple[str, ...]:
    """Return the agencies on a line that holds nothing else, nothing for any other line.

    >>> agencies_only("(أ ف ب، رويترز)"), agencies_only("قالت رويترز")
    (('أ ف ب', 'رويترز'), ())
    """
    if len(line) > _MOST_CHARACTERS:
        return ()
    names = tuple(_names(line.strip(' ()[]«»"-–—.*')))
    return names if all(_is_agency(name) for name in names) else ()


def writer(line: str) -> str | None:
    """Return the name in a byline without "بقلم" and its like, None where none is left.

    >>> writer("كتب: سالم الورفلي"), writer("بقلم")
    ('سالم الورفلي', None)
    """
    name = " ".join(line.split()).strip(" |:-–—")
    labels = entries("credits", "writer_labels")
    first, _, rest = name.partition(" ")
    if plain_form(first) in labels:
        name = rest.strip(" |:-–—")
    return name or None


def _signed(line: str) -> Iterator[str]:
    """Read a byline or publisher: all of its names where it joins them, else its agencies."""
    names = list(_names(line))
    yield from names if "+" in line else (name for name in names if _is_agency(name))


def _dateline(line: str) -> Iterator[str]:
    """Read "طرابلس (رويترز) - …", "القاهرة - أ ف ب: …", "الميناء - وكالات: …".

    What is no dateline goes on without a dash or colon: "قالت وكالة الأنباء (واس)، الاثنين".
    """
    pieces = _DATELINE_CUTS.split(line[:_DATELINE_REACH])
    for piece, cut in zip(pieces[::2], pieces[1::2], strict=False):
        if len(piece.split()) > _MOST_WORDS:
            return
        if _is_agency(piece) and not _DATELINE_ENDS.isdisjoint(cut):
            yield " ".join(piece.split())


def _closing(line: str) -> tuple[str, ...]:
    match = _LAST_BRACKET.search(line[-_MOST_CHARACTERS:])
    return agencies_only(match[1]) if match else ()


def _names(line: str) -> Iterator[str]:
    for piece in separators().split(line):
        name = " ".join(piece.split()).strip(' .()[]«»"-–—:')
        if name:
            yield name


def _is_agency(name: str) -> bool:
    return plain_form(name) in entries("credits", "agencies")


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(plain_form(name), name)
    return tuple(kept.values())
