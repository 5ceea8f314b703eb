"""Words that say what sort of place is named: مدينة, بلدة, حي, معبر and so on."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from riwaya.arabic.attached import name_rests
from riwaya.arabic.inflect import noun_forms
from riwaya.arabic.letters import name_form

SETTLEMENTS = frozenset({"capital", "city", "town", "village"})
_ARTICLE = "ال"


class KindWord(NamedTuple):
    """What a word says of the place that is named after it.

    `number` is s, d or p; `definite` tells of the article, with which the word stands for a place
    named before ("المدينة"). A `generic` word (منطقة) tells nothing of the kind. `front` are the
    letters before the word (ب, ول …).
    """

    kind: str
    number: str
    definite: bool
    generic: bool
    front: str = ""


def kind_word(form: str) -> KindWord | None:
    """Return what a word under `name_form` says of the place named after it, None if nothing.

    >>> kind_word("وبمدينتي").kind, kind_word("وبمدينتي").number, kind_word("قال")
    ('city', 'd', None)
    """
    known = _words()
    if form in known:
        return known[form]
    for front, rest in name_rests(form):
        if rest in known:
            return known[rest]._replace(front=front)
    return None


def without_kind(words: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
    """Take the kind word off a folded name; the kind is None where there is none.

    >>> without_kind(("بلده", "تل", "تمر"))
    ('town', ('تل', 'تمر'))
    """
    known = _words()
    if len(words) > 1 and words[0] in known and not known[words[0]].definite:
        found = known[words[0]]
        return (None if found.generic else found.kind), tuple(words[1:])
    return None, tuple(words)


def kinds() -> frozenset[str]:
    """Return every kind of place that a table may use."""
    return frozenset(row["kind"] for row in _table())


@cache
def prominence(kind: str) -> float:
    """Return the logarithm of the population a place of a kind is worth; 0 for an unknown kind.

    >>> prominence("country") > prominence("village") > prominence("planet")
    True
    """
    return next((float(row["prominence"]) for row in _table() if row["kind"] == kind), 0.0)


@cache
def radius_km(kind: str) -> float:
    """Return how far from its middle a place of a kind usually reaches.

    >>> radius_km("village") < radius_km("governorate")
    True
    """
    return next((float(row["radius_km"]) for row in _table() if row["kind"] == kind), 0.0)


@cache
def _words() -> Mapping[str, KindWord]:
    found: dict[str, KindWord] = {}
    for row in _table():
        for singular, *plurals in row["words"]:
            for form, number in _forms(singular, plurals):
                word = KindWord(
                    row["kind"], number, definite=False, generic=row.get("generic", False)
                )
                found.setdefault(form, word)
                found.setdefault(_ARTICLE + form, word._replace(definite=True))
    return MappingProxyType(found)


def _forms(singular: str, plurals: Sequence[str]) -> Iterator[tuple[str, str]]:
    for inflected in noun_forms(singular, plurals):
        # The accusative alif of an indefinite noun never stands before a name.
        if not (inflected.form.endswith("ا") and inflected.grammar.number != "d"):
            yield name_form(inflected.form), inflected.grammar.number


@cache
def _table() -> Sequence[Mapping[str, Any]]:
    table = files("riwaya.knowledge") / "tables" / "places" / "place_kinds.toml"
    rows: Sequence[Mapping[str, Any]] = tomllib.loads(table.read_text(encoding="utf-8"))["kind"]
    return rows
