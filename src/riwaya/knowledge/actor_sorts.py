"""Sorts of actors by the nouns that name them, for those whom the registry does not list."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from riwaya.arabic.clitics import Split, splits
from riwaya.arabic.inflect import adjective_forms, noun_forms, verb_forms
from riwaya.arabic.letters import match_form, name_form
from riwaya.errors import TableError
from riwaya.knowledge.actor_entries import ActorKind, codes
from riwaya.knowledge.actors import registry

_TABLE = "actor_sorts.toml"
_DISTINCT_WORDS = 200_000
_KINDS_OF_NOBODY = frozenset(("civilians", "criminals", "unidentified"))
"""Kinds that no listed actor has."""


class Part(StrEnum):
    """Whether a noun names a body, those who belong to one, or people by themselves."""

    BODIES = "bodies"
    MEMBERS = "members"
    PEOPLE = "people"


class Cue(StrEnum):
    """What a word says of the names around it."""

    LINK = "links"
    AGAINST = "against"
    FORMER = "former"
    RANK = "ranks"
    COUNTING = "counting"
    OTHERS = "others"
    PLAIN = "plain"
    GOVERNING_VERB = "verbs"
    GOVERNING_NOUN = "nouns"
    DEALING = "dealings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """A sort of actors. `named`, `silent` and `state` are explained in the table."""

    name: str
    english: str
    kind: str
    acled_inter: int
    plover_sector: str
    cameo_role: str
    part: Part
    named: bool
    silent: bool
    state: str


class Spelling(NamedTuple):
    """What a written word can say of actors, without its neighbours.

    `name` is its form under `name_form`, `begins` whether a listed name may begin with it, `stem`
    the noun of its sort without what is written on it, `becomes` the sort that it makes of another
    as its adjective.
    """

    name: str
    begins: bool
    sort: Sort | None
    stem: str
    split: Split
    becomes: str
    cues: frozenset[Cue]


class _Words(NamedTuple):
    """The words of the table by every form."""

    sorts: Mapping[str, tuple[Sort, str]]
    qualifiers: Mapping[str, str]
    cues: Mapping[str, frozenset[Cue]]
    verbs: frozenset[str]


@cache
def sorts() -> Mapping[str, Sort]:
    """Return every sort by its name.

    Raises:
        TableError: a sort has a kind or a code that does not exist.
    """
    return MappingProxyType({name: _sort(name, row) for name, row in _table()["sorts"].items()})


@cache
def open_sorts() -> frozenset[str]:
    """Return the sorts that an adjective may turn into another."""
    return frozenset(_table()["qualifiers"]["open"])


@lru_cache(maxsize=_DISTINCT_WORDS)
def spelled(form: str) -> Spelling:
    """Return what a word under `letters.match_form` can say of actors.

    >>> found = spelled("لمقاتليها")
    >>> found.sort.name, found.stem, found.split.pronoun
    ('fighters', 'مقاتل', 'ها')
    """
    words, cuts = _words(), tuple(splits(form))
    named = next((cut for cut in cuts if cut.stem in words.sorts), None)
    sort, stem = words.sorts[named.stem] if named else (None, "")
    return Spelling(
        name=name_form(form),
        begins=registry().begins(name_form(form)),
        sort=sort,
        stem=stem,
        split=named or (cuts[0] if cuts else Split(form)),
        becomes=next((words.qualifiers[c.stem] for c in cuts if c.stem in words.qualifiers), ""),
        cues=frozenset().union(*(_cues(words, cut) for cut in cuts)),
    )


def _cues(words: _Words, cut: Split) -> frozenset[Cue]:
    found = words.cues.get(cut.stem, frozenset())
    if cut.stem in words.verbs and not (cut.definite or cut.preposition or cut.pronoun):
        return found | {Cue.GOVERNING_VERB}
    return found


@cache
def _words() -> _Words:
    by_noun: dict[str, tuple[Sort, str]] = {}
    for name, row in _table()["sorts"].items():
        for entry in row["nouns"]:
            singular, *plurals = entry.split()
            for form in (each.form for each in noun_forms(singular, plurals)):
                by_noun.setdefault(form, (sorts()[name], match_form(singular)))
    qualifiers: dict[str, str] = {}
    for name, entries in _table()["qualifiers"]["as"].items():
        qualifiers |= {form: name for entry in entries for form in _forms(entry)}
    return _Words(by_noun, qualifiers, _cue_forms(), _verbs())


def _cue_forms() -> Mapping[str, frozenset[Cue]]:
    found: dict[str, frozenset[Cue]] = {}
    words, metonyms = _table()["words"], _table()["metonyms"]
    rows: dict[Cue, Iterable[str]] = {Cue(name): entries for name, entries in words.items()}
    rows[Cue.PLAIN] = _table()["plain"]["words"]
    rows |= {cue: metonyms[cue.value] for cue in (Cue.GOVERNING_NOUN, Cue.DEALING)}
    for cue, entries in rows.items():
        for form in (form for entry in entries for form in _forms(entry)):
            found[form] = found.get(form, frozenset()) | {cue}
    return found


def _verbs() -> frozenset[str]:
    entries = (entry.split() for entry in _table()["metonyms"]["verbs"])
    return frozenset(each.form for past, present in entries for each in verb_forms(past, present))


def _forms(entry: str) -> Iterator[str]:
    singular, *plurals = entry.split()
    inflected = adjective_forms if "+ون" in plurals else noun_forms
    return (each.form for each in inflected(singular, plurals))


def _sort(name: str, row: Mapping[str, Any]) -> Sort:
    kind = row["kind"]
    if kind not in _KINDS_OF_NOBODY and kind not in set(ActorKind):
        raise TableError(table=_TABLE, entry=name, problem=f"there is no kind {kind!r}")
    for field in ("acled_inter", "plover_sector", "cameo_role"):
        if str(row[field]) not in codes()[field]:
            raise TableError(table=_TABLE, entry=name, problem=f"{field} {row[field]!r}")
    return Sort(
        name=name,
        english=row["english"],
        kind=kind,
        acled_inter=row["acled_inter"],
        plover_sector=row["plover_sector"],
        cameo_role=row["cameo_role"],
        part=Part(row["part"]),
        named=row.get("named", False),
        silent=row.get("silent", False),
        state=row.get("state", ""),
    )


@cache
def _table() -> Mapping[str, Any]:
    table = files("riwaya.knowledge") / "tables" / _TABLE
    return MappingProxyType(tomllib.loads(table.read_text(encoding="utf-8")))
