"""Take off a written name the letters before it that are words of their own: و ف ب ل ك."""

from collections.abc import Iterator

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_SHORTEST = 2


def name_rests(form: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to read a folded word as letters put before a name, and the name.

    The article stays with the name, and comes back where ل has swallowed it.

    >>> list(name_rests("وبالرقه"))
    [('و', 'بالرقه'), ('وب', 'الرقه')]
    >>> list(name_rests("للموصل"))
    [('ل', 'الموصل'), ('ل', 'لموصل')]
    """
    first = form[:1]
    if first in _PREPOSITIONS:
        yield from _after_preposition(form, "")
    elif first in _CONJUNCTIONS and len(form) > _SHORTEST:
        yield first, form[1:]
        if form[1] in _PREPOSITIONS:
            yield from _after_preposition(form[1:], first)


def _after_preposition(form: str, before: str) -> Iterator[tuple[str, str]]:
    front, rest = before + form[0], form[1:]
    if len(rest) < _SHORTEST:
        return
    if form.startswith("لل"):
        yield front, "ال" + rest[1:]
    yield front, rest
