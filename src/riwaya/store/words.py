"""The words of a report as search sees them, and a search as the index sees it.

SQLite's own tokenizers leave a word and the letters written on it together, so that a search for
قوات would miss وبالقوات: the index holds every word folded, and beside them what remains of each
when the letters before and the pronoun after it are taken off.
"""

from functools import lru_cache

from riwaya.arabic.clitics import splits
from riwaya.arabic.letters import name_form
from riwaya.arabic.words import words

_SHORTEST_STEM = 3
"""Shorter remains are mostly no words."""


def written_forms(text: str) -> list[str]:
    """Return the folded words and numbers of a text, in order.

    >>> written_forms("أُسر ٣٠ جندياً، أمس.")
    ['اسر', '30', 'جنديا', 'امس']
    """
    forms = (name_form(word.form) for word in words(text) if not word.is_mark)
    return [form for form in forms if form]


def stems(text: str) -> list[str]:
    """Return what may remain of the words of a text without what is written on them, sorted."""
    found: set[str] = set()
    for form in {word.form for word in words(text) if not (word.is_mark or word.is_number)}:
        found.update(_stems(form))
    return sorted(found)


def is_found(sought: str, text: str) -> bool:
    """Tell whether a text has one of the words of a search.

    >>> is_found("القوات حفتر", "وبقواتِه"), is_found("قلم", "قلما"), is_found("؟", "؟")
    (True, False, False)
    """
    there = {*written_forms(text), *stems(text)}
    return any(not there.isdisjoint(readings) for readings in _sought(sought))


def query(sought: str) -> str | None:
    """Write a search in SQLite's language: all words, each in any of its forms; None if none.

    >>> query("القوات 30")
    '("القوات" OR "قوات") AND ("30")'
    """
    readings = _sought(sought)
    if not readings:
        return None
    alternatives = (" OR ".join(f'"{form}"' for form in forms) for forms in readings)
    return " AND ".join(f"({forms})" for forms in alternatives)


def _sought(sought: str) -> list[list[str]]:
    """Return the forms under which each word of a search may stand in the index.

    Only the article is taken off, and what is written before it: a reader who types والي may mean
    the governor, not "and to".
    """
    found = []
    for word in words(sought):
        form = name_form(word.form)
        if word.is_mark or not form:
            continue
        bare = {name_form(cut.stem) for cut in splits(word.form) if cut.definite}
        kept = sorted(stem for stem in bare if len(stem) >= _SHORTEST_STEM)
        found.append([form, *(stem for stem in kept if stem != form)])
    return found


@lru_cache(maxsize=65_536)
def _stems(form: str) -> frozenset[str]:
    remains = {name_form(cut.stem) for cut in splits(form)} - {name_form(form)}
    return frozenset(stem for stem in remains if len(stem) >= _SHORTEST_STEM)
