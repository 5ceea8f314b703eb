"""Words that say how an event lies to a place: في, قرب, شمال, نحو and their like."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from riwaya.arabic.letters import name_form
from riwaya.records.claim import Relation

_ARTICLE = "ال"
_FRONTS = ("ال", "وال", "بال", "وبال", "لل")
_FROM = "من"
_TO = name_form("إلى")


class RelationPhrase(NamedTuple):
    """Words that give a relation: how many of them, and which.

    A `direction` ("شمال") means a part of the place where that is large; `inside` tells that it was
    written as a part ("بشمال", "في شمال").
    """

    words: int
    relation: Relation
    direction: bool = False
    inside: bool = False

    def to(self, kind: str) -> Relation:
        """Return the relation to a place of a kind: شمال of a country is in it.

        >>> phrase = relation_phrase(["شمال"], 0)
        >>> str(phrase.to("country")), str(phrase.to("city"))
        ('in', 'north_of')
        """
        return Relation.IN if self.direction and kind in _wholes() else self.relation


def relation_phrase(forms: Sequence[str], at: int) -> RelationPhrase | None:
    """Find the longest phrase of relation that begins at a word under `name_form`.

    A conjunction before the phrase ("وشمال") is passed over.

    >>> relation_phrase(["جنوب", "شرقي", "حلب"], 0).relation
    <Relation.SOUTHEAST_OF: 'southeast_of'>
    >>> relation_phrase(["وبالقرب", "من", "درنه"], 0).words
    2
    """
    phrases, longest = _phrases(), _longest()
    first = forms[at]
    if first not in longest:
        first = first[1:] if first[:1] == "و" else ""
        if first not in longest:
            return None
    for size in range(min(longest.get(first, 0), len(forms) - at), 0, -1):
        found = phrases.get(" ".join((first, *forms[at + 1 : at + size])))
        if found is not None:
            return found._replace(words=size)
    return None


def direction_adjective(forms: Sequence[str], at: int) -> RelationPhrase | None:
    """Find the adjective of direction that begins at a word: الشمالي, الجنوبية الشرقية.

    >>> direction_adjective(["ريف", "حلب", "الشمالي", "الغربي"], 2).relation
    <Relation.NORTHWEST_OF: 'northwest_of'>
    """
    adjectives = _adjectives()
    for size in (2, 1):
        found = adjectives.get(" ".join(forms[at : at + size]))
        if found is not None and at + size <= len(forms):
            return RelationPhrase(size, found, direction=True)
    return None


def part_phrase(forms: Sequence[str], at: int) -> RelationPhrase | None:
    """Find a part and its direction, before the place it is a part of: الضواحي الجنوبية (لطرابلس).

    >>> part_phrase(["الضواحي", "الجنوبيه", "لطرابلس"], 0).relation
    <Relation.SOUTH_OF: 'south_of'>
    """
    if forms[at] not in _parts() or at + 1 >= len(forms):
        return None
    found = direction_adjective(forms[at + 1 : at + 3], 0)
    return found._replace(words=found.words + 1) if found else None


def side_named(form: str) -> Relation | None:
    """Return the side of its country that a word alone stands for: الجنوب, الغرب.

    >>> side_named("الجنوب")
    <Relation.SOUTH_OF: 'south_of'>
    """
    return _sides().get(form)


def counted_from(forms: Sequence[str], at: int) -> int:
    """Return how many words at a place lead from a distance to the place it is counted from.

    >>> counted_from(["عن", "وسط", "حلب"], 0), counted_from(["في", "حلب"], 0)
    (2, 0)
    """
    phrases, begins = _counted_from()
    if forms[at] not in begins:
        return 0
    return next((size for size in (2, 1) if " ".join(forms[at : at + size]) in phrases), 0)


def stands_for(form: str) -> tuple[str, ...]:
    """Return the folded names of the places that a word may stand for (القطاع)."""
    return _stand_for().get(form, ())


def is_area(form: str) -> bool:
    """Tell whether a word stands for a place of any kind named before.

    >>> is_area("المنطقه"), is_area("الموقع")
    (True, False)
    """
    return form in _areas()


@cache
def _areas() -> frozenset[str]:
    return frozenset(name_form(word) for word in _table()["areas"]["words"])


@cache
def _table() -> Mapping[str, Any]:
    table = files("riwaya.knowledge") / "tables" / "places" / "relations.toml"
    return tomllib.loads(table.read_text(encoding="utf-8"))


@cache
def _wholes() -> frozenset[str]:
    return frozenset(_table()["wholes"]["kinds"])


@cache
def _phrases() -> Mapping[str, RelationPhrase]:
    found: dict[str, RelationPhrase] = {}
    for name, phrases in _table()["words"].items():
        for phrase in phrases:
            folded = name_form(phrase)
            found[folded] = RelationPhrase(1, Relation(name))
    for phrase, relation in _directions():
        plain = RelationPhrase(1, relation, direction=True)
        found[phrase] = plain
        found["ب" + phrase] = plain._replace(inside=True)
        found[f"في {phrase}"] = plain._replace(inside=True)
        found[f"{_TO} {_ARTICLE}{phrase} {_FROM}"] = plain
        found[f"{_ARTICLE}{phrase} {_FROM}"] = plain
    for phrase, plain in list(found.items()):
        for preposition in ("في", name_form("على"), _TO):
            if plain.relation is Relation.NEAR and f"{preposition} {phrase}" not in found:
                found[f"{preposition} {phrase}"] = plain
    return MappingProxyType(found)


@cache
def _longest() -> Mapping[str, int]:
    longest: dict[str, int] = {}
    for phrase in _phrases():
        first = phrase.split(" ", 1)[0]
        longest[first] = max(longest.get(first, 0), phrase.count(" ") + 1)
    return MappingProxyType(longest)


def _directions() -> Iterator[tuple[str, Relation]]:
    sides = {
        side: [name_form(word) for word in words] for side, words in _table()["directions"].items()
    }
    for side, words in sides.items():
        for word in words:
            yield word, Relation(f"{side}_of")
    for first in ("north", "south"):
        for second in ("east", "west"):
            relation = Relation(f"{first}{second}_of")
            for one in sides[first]:
                for other in sides[second]:
                    yield f"{one} {other}", relation
                    yield f"{one} {_ARTICLE}{other}", relation


@cache
def _parts() -> frozenset[str]:
    words = (name_form(word) for word in _table()["parts"]["words"])
    return frozenset(f"{front}{word}" for word in words for front in _FRONTS)


@cache
def _sides() -> Mapping[str, Relation]:
    return MappingProxyType(
        {_ARTICLE + word: side for word, side in _directions() if " " not in word}
    )


@cache
def _counted_from() -> tuple[frozenset[str], frozenset[str]]:
    phrases = frozenset(name_form(words) for words in _table()["distances"]["words"])
    return phrases, frozenset(phrase.split(" ", 1)[0] for phrase in phrases)


@cache
def _stand_for() -> Mapping[str, tuple[str, ...]]:
    rows = _table()["stand_for"].items()
    return MappingProxyType(
        {name_form(word): tuple(name_form(name) for name in names) for word, names in rows}
    )


@cache
def _adjectives() -> Mapping[str, Relation]:
    found: dict[str, Relation] = {}
    for phrase, relation in _directions():
        parts = [part.removeprefix(_ARTICLE) for part in phrase.split(" ")]
        if all(part.endswith("ي") for part in parts):
            for ending in ("", "ه"):
                found[" ".join(_ARTICLE + part + ending for part in parts)] = relation
    return MappingProxyType(found)
