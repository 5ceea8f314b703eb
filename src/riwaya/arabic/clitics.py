"""Take the letters off a written word that are words of their own: و ف ب ك ل س ال, and pronouns."""

from collections.abc import Iterator
from typing import NamedTuple


class Split(NamedTuple):
    """One way to cut a written word: what stands before, the word, the pronoun after it.

    `conjunction` is و, ف or empty; `preposition` ب, ك, ل or empty; `future` tells of a س;
    `definite` of the article; `pronoun` is the suffix as written.
    """

    stem: str
    conjunction: str = ""
    preposition: str = ""
    future: bool = False
    definite: bool = False
    pronoun: str = ""


PRONOUNS = ("هما", "كما", "هم", "هن", "كم", "نا", "ها", "ه", "ك", "ي")
_SHORTEST = 2


def splits(form: str) -> Iterator[Split]:
    """Yield the ways to cut a folded word, the one that takes off least first.

    >>> [s.stem for s in splits("وبالقصف") if s.definite]
    ['قصف']
    >>> next(s for s in splits("غارته") if s.pronoun and s.stem == "غارة").pronoun
    'ه'
    """
    for front in _fronts(form):
        yield front
    for front in _fronts(form):
        if not front.definite:
            yield from _without_pronoun(front)


def _fronts(form: str) -> Iterator[Split]:
    yield from _without_article(form, "", "")
    for preposition in "بكل":
        if form[0:1] == preposition:
            yield from _without_article(form[1:], "", preposition)
    if form[0:1] == "س" and form[1:2] in ("ي", "ت", "ن", "ا"):
        yield Split(form[1:], future=True)
    if form[0:1] in ("و", "ف") and len(form) > _SHORTEST:
        rest = form[1:]
        yield from _without_article(rest, form[0], "")
        for preposition in "بكل":
            if rest[0:1] == preposition:
                yield from _without_article(rest[1:], form[0], preposition)
        if rest[0:1] == "س" and rest[1:2] in ("ي", "ت", "ن", "ا"):
            yield Split(rest[1:], form[0], future=True)


def _without_article(form: str, conjunction: str, preposition: str) -> Iterator[Split]:
    if len(form) < _SHORTEST:
        return
    yield Split(form, conjunction, preposition)
    if form.startswith("ال") and len(form) > _SHORTEST + 1:
        yield Split(form[2:], conjunction, preposition, definite=True)
    if preposition == "ل" and form[0] == "ل" and len(form) > _SHORTEST:
        # The article loses its alif after ل: للجيش.
        yield Split(form[1:], conjunction, preposition, definite=True)
        yield Split(form, conjunction, preposition, definite=True)


def _without_pronoun(front: Split) -> Iterator[Split]:
    for pronoun in PRONOUNS:
        stem = front.stem.removesuffix(pronoun)
        if stem == front.stem or len(stem) < _SHORTEST:
            continue
        for written in _restored(stem):
            yield front._replace(stem=written, pronoun=pronoun)


def _restored(stem: str) -> Iterator[str]:
    """Undo what a pronoun changes in the letter before it."""
    yield stem
    if stem[-1] == "ت":
        yield stem[:-1] + "ة"
    elif stem[-1] == "ا":
        yield stem[:-1] + "ى"
    elif stem[-1] == "و":
        yield stem + "ا"
    elif stem[-1] in ("ئ", "ؤ"):
        yield stem[:-1] + "ء"
