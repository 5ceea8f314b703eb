"""What the tables say of words: events they tell of, speech, modality, and the sorts of things."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from riwaya.arabic.clitics import Split, splits
from riwaya.arabic.inflect import Grammar, Inflected, Tense, adjective_forms, noun_forms, verb_forms
from riwaya.arabic.letters import match_form


class Part(StrEnum):
    """Part of speech of a lemma."""

    VERB = "v"
    NOUN = "n"
    PEOPLE = "p"
    """A noun for those to whom something was done: قتيل, جريح."""


@dataclass(slots=True)
class Lemma:
    """A word of the tables, and everything they say of it.

    `events` maps event types to whether the word tells of the event by itself (false: only in
    fitting company). `stances` are those of a word of saying, `modalities` those it gives to an
    event that it governs, `sorts` the kinds of people and things a noun names.
    """

    form: str
    part: Part
    events: dict[str, bool] = field(default_factory=dict)
    stances: set[str] = field(default_factory=set)
    modalities: set[str] = field(default_factory=set)
    sorts: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The part of speech and the citation form: "v:قتل"."""
        return f"{self.part.value}:{self.form}"


class Reading(NamedTuple):
    """One way to read a written word: a lemma, its grammar, and the letters around it."""

    lemma: Lemma
    grammar: Grammar
    split: Split


class Phrase(NamedTuple):
    """Several words that together tell of an event; the first is given by all of its forms."""

    words: tuple[str, ...]
    event: str


class Frame(NamedTuple):
    """Where the participants of an event type usually stand.

    `subject` and `object` are the roles (agent, target, place, means …) of those of a verb,
    `construct` that of what stands right behind a noun, `prepositions` those of what a preposition
    governs.
    """

    name: str
    subject: str
    object: str
    construct: str
    prepositions: Mapping[str, str]


class Lexicon:
    """The words of the tables, by every form in which they are written."""

    def __init__(self) -> None:
        self._lemmas: dict[tuple[str, Part], Lemma] = {}
        self._forms: dict[str, list[tuple[Lemma, Grammar]]] = defaultdict(list)
        self._phrases: dict[str, list[Phrase]] = defaultdict(list)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Return every way to read a folded word, the ones that take off least first.

        >>> sorted({r.lemma.name for r in lexicon().readings("وبالقصف")})
        ['n:قصف']
        """
        found = []
        for split in splits(form):
            for lemma, grammar in self._forms.get(split.stem, ()):
                if _fits(split, lemma.part, grammar):
                    found.append(Reading(lemma, grammar, split))
        return tuple(found)

    def phrases(self, first: str) -> tuple[Phrase, ...]:
        """Return the phrases whose first word has this stem, the longest first."""
        return tuple(self._phrases.get(first, ()))

    def lemma(self, form: str, part: Part) -> Lemma:
        """Return the lemma of a citation form, made where there is none yet."""
        key = match_form(form), part
        if key not in self._lemmas:
            self._lemmas[key] = Lemma(*key)
        return self._lemmas[key]

    def add_verb(self, entry: str) -> Lemma:
        """Take a verb, given as its past and its present."""
        past, _, present = entry.partition(" ")
        lemma = self._new(past, Part.VERB)
        return self._with_forms(lemma, verb_forms(past, present) if present else ())

    def add_noun(self, entry: str, part: Part = Part.NOUN) -> Lemma:
        """Take a noun, given as its singular and its plurals; a nisba has all its forms."""
        singular, *plurals = entry.split()
        lemma = self._new(singular, part)
        forms = adjective_forms if "+ون" in plurals else noun_forms
        return self._with_forms(lemma, forms(singular, plurals))

    def add_phrase(self, entry: str, event: str) -> None:
        """Take a phrase; alternatives of its first word are written with a slash."""
        first, *rest = match_form(entry).split()
        for start in first.split("/"):
            phrase = Phrase((start, *(word.removeprefix("ال") for word in rest)), event)
            kept = self._phrases[start]
            kept.append(phrase)
            kept.sort(key=lambda each: -len(each.words))

    def _new(self, form: str, part: Part) -> Lemma:
        return self.lemma(form, part)

    def _with_forms(self, lemma: Lemma, forms: Iterable[Inflected]) -> Lemma:
        for inflected in forms:
            known = self._forms[inflected.form]
            if all(each is not lemma for each, _ in known):
                known.append((lemma, inflected.grammar))
        return lemma


def _fits(split: Split, part: Part, grammar: Grammar) -> bool:
    if part is Part.VERB:
        if split.definite or split.preposition not in ("", "ل"):
            return False
        if split.preposition or split.future:
            return grammar.tense is Tense.PRESENT
        return True
    return not split.future and not (split.definite and split.pronoun)


@cache
def frames() -> Mapping[str, Frame]:
    """Return the frame of each event type.

    >>> frames()["killing"].prepositions["على"]
    'agent'
    """
    table = _table("triggers")
    known = {
        name: Frame(name, row["subject"], row["object"], row["construct"], row["prepositions"])
        for name, row in table["frames"].items()
    }
    return MappingProxyType(
        {event: known[row["frame"]] for event, row in table.items() if event != "frames"}
    )


@cache
def lexicon() -> Lexicon:
    """Return the bundled lexicon; it is read once."""
    words = Lexicon()
    _take_triggers(words, _table("triggers"))
    _take_speech(words, _table("speech"))
    _take_modality(words, _table("modality"))
    for group, entries in _table("verbs").items():
        for entry in entries:
            lemma = words.add_verb(entry)
            if group == "light":
                lemma.sorts.add(group)
    for sort, entries in _table("nouns").items():
        for entry in entries:
            words.add_noun(entry).sorts.add(sort)
    return words


def _take_triggers(words: Lexicon, table: Mapping[str, Any]) -> None:
    for event, row in table.items():
        if event == "frames":
            continue
        for entry in row.get("phrases", ()):
            words.add_phrase(entry, event)
        for lemma, is_strong in _trigger_lemmas(words, row):
            lemma.events[event] = is_strong or lemma.events.get(event, False)


def _trigger_lemmas(words: Lexicon, row: Mapping[str, Any]) -> Iterator[tuple[Lemma, bool]]:
    for entry in row.get("verbs", ()):
        yield words.add_verb(entry), True
    for entry in row.get("nouns", ()):
        yield words.add_noun(entry), True
    for entry in row.get("people", ()):
        yield words.add_noun(entry, Part.PEOPLE), True
    for entry in row.get("weak", ()):
        yield words.add_verb(entry) if _is_verb(entry) else words.add_noun(entry), False


def _is_verb(entry: str) -> bool:
    parts = entry.split()
    return len(parts) == 2 and parts[1].startswith("ي")  # noqa: PLR2004  # past and present


def _take_speech(words: Lexicon, table: Mapping[str, Any]) -> None:
    for stance, row in table.items():
        if stance == "citing":
            continue
        for lemma in _lemmas(words, row):
            lemma.stances.add(stance)


def _take_modality(words: Lexicon, table: Mapping[str, Any]) -> None:
    for modality, row in table.items():
        for lemma in _lemmas(words, row):
            lemma.modalities.add(modality)


def _lemmas(words: Lexicon, row: Mapping[str, Any]) -> Iterator[Lemma]:
    for entry in row.get("verbs", ()):
        yield words.add_verb(entry)
    for entry in (*row.get("nouns", ()), *row.get("words", ())):
        yield words.add_noun(entry)


@cache
def _table(name: str) -> Mapping[str, Any]:
    table = files("riwaya.knowledge") / "tables" / "lexicon" / f"{name}.toml"
    return MappingProxyType(tomllib.loads(table.read_text(encoding="utf-8")))
