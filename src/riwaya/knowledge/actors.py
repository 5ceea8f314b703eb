"""The registry of actors: armies, groups, governments, organizations, media and people by name.

The tables are `tables/actors/*.toml`, one a conflict or region, an actor under the heading `[id]`
(the id is ours). Each of `name`, `variants`, `titles`, `short` and `metonyms` stands on one line,
so that the index of names is made without reading the rest: an entry is parsed when asked for.
Membership of states in international organizations is left out, since it says nothing of sides.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from riwaya.arabic.attached import name_rests
from riwaya.arabic.letters import name_form
from riwaya.errors import TableError, UnknownChoiceError
from riwaya.knowledge.actor_entries import Actor, ActorId, ActorKind, Relation, actor_from

_HEADING = re.compile(r"^\[(\w+)\]$", re.MULTILINE)
_NAMES = re.compile(
    r'^(?:\[(\w+)\]|(name|variants|titles|short|metonyms) = (?:\["|")(.*?)(?:"\]|"))$', re.MULTILINE
)
_MARKS = dict.fromkeys(map(ord, "()[]«»\"'“”.-–،/"), " ")
_LEADS = {Relation.COMMANDS, Relation.SPEAKS_FOR}


class NameUse(IntEnum):
    """In which of its names an actor was found; the smaller, the surer."""

    NAME = 0
    VARIANTS = 1
    TITLES = 2
    SHORT = 3
    METONYMS = 4


class Candidate(NamedTuple):
    """An actor that a name may mean, and as which of its names."""

    actor: Actor
    use: NameUse


class NameMatch(NamedTuple):
    """A name of an actor that begins at some word of a text.

    `words` is how many words it takes, `front` the letters before the name on its first word.
    """

    words: int
    front: str
    candidates: tuple[Candidate, ...]


class Registry:
    """Actors by their Arabic names."""

    def __init__(self, tables: Mapping[str, str]) -> None:
        """Take the text of each table by its name; entries are read only when asked for."""
        self._written: dict[ActorId, tuple[str, str]] = {}
        self._read: dict[ActorId, Actor] = {}
        self._names: dict[str, list[tuple[ActorId, NameUse]]] = {}
        self._longest: dict[str, int] = {}
        for table, text in tables.items():
            self._cut(table, text)
            self._index(text)

    def __len__(self) -> int:
        return len(self._written)

    def __iter__(self) -> Iterator[Actor]:
        return (self.actor(identity) for identity in self._written)

    def actor(self, identity: str) -> Actor:
        """Return the actor of an id.

        Raises:
            UnknownChoiceError: there is no such actor.
            TableError: its entry breaks the form of the tables.
        """
        known = ActorId(identity)
        if known not in self._written:
            raise UnknownChoiceError(setting="actor", value=identity, known=self._written)
        if known not in self._read:
            table, text = self._written[known]
            try:
                rows = tomllib.loads(text)
            except tomllib.TOMLDecodeError as error:
                raise TableError(table=table, entry=identity, problem=str(error)) from error
            self._read[known] = actor_from(identity, rows[identity], table=table)
        return self._read[known]

    def named(self, name: str, *, on: date | None = None) -> tuple[Candidate, ...]:
        """Return whom a name may mean on a day, the likeliest first.

        Who held no office that day is not found by its title. Who existed that day goes first, then
        the surer kind of name, then people after bodies.
        """
        return self._candidates(_key(name), on)

    def begins(self, form: str) -> bool:
        """Tell whether a name of an actor may begin with a word under `name_form`."""
        longest = self._longest
        return form in longest or any(rest in longest for _, rest in name_rests(form))

    def match(self, forms: Sequence[str], at: int, *, on: date | None = None) -> NameMatch | None:
        """Find the longest name of an actor that begins at a word; None if there is none.

        `forms` are the words of a text under `name_form`. Letters that are written on the first
        word are taken off only where the word with them begins no name.
        """
        for front, first in (("", forms[at]), *name_rests(forms[at])):
            longest = self._longest.get(first)
            if longest is None:
                continue
            key = first if first.isalnum() else _bare(first)
            found = [(1, key)] if key in self._names else []
            for size, form in enumerate(forms[at + 1 : at + longest], start=2):
                key += form if form.isalnum() else _bare(form)
                if key in self._names:
                    found.append((size, key))
            for size, key in reversed(found):
                candidates = self._candidates(key, on)
                if candidates:
                    return NameMatch(size, front, candidates)
        return None

    def _candidates(self, key: str, on: date | None) -> tuple[Candidate, ...]:
        found = self._names.get(key, ())
        candidates = (Candidate(self.actor(identity), use) for identity, use in found)
        held = [each for each in candidates if each.use != NameUse.TITLES or _held(each.actor, on)]
        if len(held) > 1:
            held.sort(key=lambda each: _rank(each, on))
        return tuple(held)

    def _cut(self, table: str, text: str) -> None:
        headings = list(_HEADING.finditer(text))
        ends = [heading.start() for heading in headings[1:]] + [len(text)]
        for heading, end in zip(headings, ends, strict=True):
            identity = ActorId(heading[1])
            if identity in self._written:
                raise TableError(table=table, entry=identity, problem="the id is taken already")
            self._written[identity] = table, text[heading.start() : end]

    def _index(self, text: str) -> None:
        identity = ActorId("")
        owners: list[tuple[ActorId, NameUse]] = []
        written: list[str] = []
        for heading, field, names in _NAMES.findall(text):
            if heading:
                identity = ActorId(heading)
            else:
                owners.append((identity, NameUse[field.upper()]))
                written.append(names)
        for owner, line in zip(owners, _folded("\n".join(written)).split("\n"), strict=True):
            for name in line.split('","'):
                self._add(name.split(), owner)

    def _add(self, words: Sequence[str], owner: tuple[ActorId, NameUse]) -> None:
        self._names.setdefault("".join(words), []).append(owner)
        size, longest = len(words), self._longest
        if longest.get(words[0], 0) < size:
            longest[words[0]] = size
        if size > 1 and longest.get(words[0] + words[1], 0) < size - 1:
            longest[words[0] + words[1]] = size - 1


@cache
def registry() -> Registry:
    """Return the bundled registry; its names are read once."""
    folder = files("riwaya.knowledge") / "tables" / "actors"
    tables = sorted(folder.iterdir(), key=lambda table: table.name)
    return Registry({f"actors/{each.name}": each.read_text(encoding="utf-8") for each in tables})


def actors() -> tuple[Actor, ...]:
    """Return all actors. This reads every entry, which names alone do not need."""
    return tuple(registry())


def actor(identity: str) -> Actor:
    """Return the actor of an id.

    >>> actor("khalifa_haftar").name
    'خليفة حفتر'
    """
    return registry().actor(identity)


def actor_named(name: str, *, on: date | None = None) -> tuple[Candidate, ...]:
    """Return whom a name may mean on a day, the likeliest first.

    >>> [found.actor.id for found in actor_named("قسد")]
    ['syrian_democratic_forces']
    >>> [found.actor.id for found in actor_named("الرئيس المصري", on=date(2012, 9, 1))]
    ['mohamed_morsi']
    """
    return registry().named(name, on=on)


def _bare(form: str) -> str:
    """Return a folded word without marks."""
    return form.translate(_MARKS).replace(" ", "")


def _key(name: str) -> str:
    return name_form(name.translate(_MARKS)).replace(" ", "")


def _folded(lines: str) -> str:
    """Fold the names of a whole table at once, letter by letter, which is quick."""
    quoted = lines.replace('", "', "\x1f")
    letters = {ord(char): name_form(char) for char in set(quoted)}
    return quoted.translate(letters | _MARKS).replace("\x1f", '","')


def _held(actor: Actor, on: date | None) -> bool:
    offices = [each for each in actor.affiliations if each.relation in _LEADS]
    return any(each.period.holds(on) for each in offices or actor.affiliations)


def _rank(candidate: Candidate, on: date | None) -> tuple[bool, NameUse, bool, ActorId]:
    actor, use = candidate
    return not actor.existed.holds(on), use, actor.kind == ActorKind.PERSON, actor.id
