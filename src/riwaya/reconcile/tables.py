"""The tables of this stage: types that go together, weights, words for people and sources."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from riwaya.arabic.letters import match_form, name_form
from riwaya.errors import TableError


@dataclass(frozen=True, slots=True)
class Types:
    """Which types of event may be one occurrence.

    `families` and `kin` have for each type the groups it stands in; `admissions` the types of an
    admission, by the part in them of the side that admits.
    """

    families: Mapping[str, frozenset[str]]
    kin: Mapping[str, frozenset[str]]
    outcomes: frozenset[str]
    admissions: Mapping[str, frozenset[str]]


class Weight(NamedTuple):
    """The log-odds of an observation, and how it is said."""

    weight: float
    says: str


@dataclass(frozen=True, slots=True)
class Weights:
    """What each observation says, by "question.answer"; and the limits of it."""

    parts: Mapping[str, Weight]
    absent: float

    def of(self, name: str) -> float:
        """Return the log-odds of an observation."""
        return self.parts[name].weight


@dataclass(frozen=True, slots=True)
class People:
    """Words for groups of people, folded: of many, of one and of two; and what opens a part.

    `harmless` are the groups that carry no arms.
    """

    many: Mapping[str, str]
    ones: Mapping[str, str]
    twos: Mapping[str, str]
    harmless: frozenset[str]
    openers: frozenset[str]
    unnamed: frozenset[str]
    citing: tuple[str, ...]


@cache
def types() -> Types:
    """Return the table of types.

    Raises:
        TableError: a list of the table is missing.
    """
    raw = _table("types")
    try:
        return Types(
            families=_groups_of(raw["families"]),
            kin=_groups_of(raw["kin"]),
            outcomes=frozenset(raw["families"]["outcomes"]),
            admissions=MappingProxyType(
                {part: frozenset(listed) for part, listed in raw["admissions"].items()}
            ),
        )
    except KeyError as error:
        raise TableError(table="types", entry=str(error), problem="is missing") from error


@cache
def weights() -> Weights:
    """Return the table of weights.

    Raises:
        TableError: an entry has no weight, or the limits are missing.
    """
    raw = dict(_table("weights"))
    try:
        limits = raw.pop("limits")
        parts = {
            f"{question}.{answer}": Weight(float(row["weight"]), row["says"])
            for question, answers in raw.items()
            for answer, row in answers.items()
        }
        return Weights(MappingProxyType(parts), limits["absent"])
    except KeyError as error:
        raise TableError(table="weights", entry=str(error), problem="is missing") from error


@cache
def people() -> People:
    """Return the table of people.

    Raises:
        TableError: a list of the table is missing.
    """
    raw = _table("people")
    try:
        return People(
            many=_words_of(raw["groups"], "many"),
            ones=_words_of(raw["groups"], "ones"),
            twos=_words_of(raw["groups"], "twos"),
            harmless=frozenset(raw["harmless"]["groups"]),
            openers=frozenset(map(match_form, raw["parts"]["openers"])),
            unnamed=frozenset(map(name_form, raw["sources"]["unnamed"])),
            citing=tuple(map(match_form, raw["sources"]["citing"])),
        )
    except KeyError as error:
        raise TableError(table="people", entry=str(error), problem="is missing") from error


def bare(form: str) -> str:
    """Take a conjunction, a preposition and the article off a folded word, where much is left.

    >>> bare("والمدينه"), bare("باب"), bare("للمدينه")
    ('مدينه', 'باب', 'مدينه')
    """
    if len(form) > _SHORT and form[0] in "وف":
        form = form[1:]
    for article in ("ال", "بال", "كال", "لل"):
        if form.startswith(article) and len(form) > len(article) + 1:
            return form[len(article) :]
    return form


_SHORT = 4


def _groups_of(raw: Mapping[str, list[str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group, listed in raw.items():
        for name in listed:
            found.setdefault(name, set())
            if group != "outcomes":
                found[name].add(group)
    return MappingProxyType({name: frozenset(groups) for name, groups in found.items()})


def _words_of(groups: Mapping[str, Mapping[str, list[str]]], which: str) -> Mapping[str, str]:
    listed = ((match_form(word), name) for name, row in groups.items() for word in row[which])
    return MappingProxyType(dict(listed))


def _table(name: str) -> Mapping[str, Any]:
    path = files("riwaya.reconcile").joinpath("tables", f"{name}.toml")
    return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))
