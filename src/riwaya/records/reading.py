"""A report as analysis leaves it: tokens, sentences, phrases, and what is named in them."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from riwaya.records.claim import Precision, Relation, TimeBasis
from riwaya.records.report import Report
from riwaya.records.span import Span


class Tag(StrEnum):
    """What a token is in its sentence."""

    VERB = "V"
    NOUN = "N"
    """Nouns, adjectives, names: whatever a noun phrase is made of."""
    NUMBER = "Q"
    PREPOSITION = "P"
    WITH_PRONOUN = "I"
    COMPLEMENTIZER = "S"
    RELATIVE = "R"
    CONJUNCTION = "C"
    SUBORDINATOR = "B"
    CONDITIONAL = "F"
    NEGATION = "G"
    VERBAL = "U"
    DEMONSTRATIVE = "D"
    PRONOUN = "H"
    ADVERB = "A"
    QUANTIFIER = "E"
    TIME = "T"
    MARK = "M"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Morphology:
    """What is known of a written word without its neighbours; one object for each spelling.

    `lemmas` are "v:قتل" for verbs, "n:…" for nouns, "p:…" for the people something was done to.
    `events` maps the event types the word may tell of to whether it does so by itself. The sets
    are in alphabetical order: that in which scores are added must not change from run to run.
    """

    form: str
    lemmas: tuple[str, ...] = ()
    verb: str | None = None
    """The verb it may be."""
    noun: str | None = None
    """The noun it may be."""
    passive: bool = False
    """Whether the letters tell of a passive (أصيب)."""
    present: bool = False
    number: str = "-"
    gender: str = "-"
    verb_gender: str = "-"
    """The gender of its subject, where it is a verb."""
    function: str | None = None
    """The class of a function word, as `arabic.particles.Particle`."""
    word: str = ""
    """The function word without its conjunction."""
    conjunction: str = ""
    preposition: str = ""
    pronoun: str = ""
    definite: bool = False
    future: bool = False
    adverbial: bool = False
    """Whether it ends in the accusative alif of an indefinite noun."""
    nation: str = ""
    """The English name of the country whose people or things the word tells of."""
    events: Mapping[str, bool]
    idioms: tuple[tuple[tuple[str, ...], str], ...] = ()
    """Phrases that begin with the word: the words after it, and the event type they tell of."""
    stances: AbstractSet[str] = frozenset()
    modalities: AbstractSet[str] = frozenset()
    sorts: AbstractSet[str] = frozenset()


class Token(NamedTuple):
    """One word, number or mark, its place in the text, and what is known of it."""

    text: str
    start: int
    end: int
    form: str
    tag: Tag
    morph: Morphology


class Sentence(NamedTuple):
    """Tokens [first, last) of a sentence."""

    first: int
    last: int
    is_title: bool


class Phrase(NamedTuple):
    """A noun phrase: tokens [first, last), its head, and what governs it.

    `preposition` is the one before it, written apart or on its first word, "" for none. `core` is
    the end of the phrase without the complements that were added to it (… من داعش, … لحكومة).
    """

    first: int
    last: int
    core: int
    head: int
    preposition: str
    coordinated: bool
    """Joined to the phrase before it by و."""
    definite: bool


class NumberMention(NamedTuple):
    """A number in the text: tokens [first, last), the numeral itself [core_first, core_last)."""

    first: int
    last: int
    core_first: int
    core_last: int
    start: int
    end: int
    least: int
    most: int | None
    definite: bool
    percent: bool


class TimeMention(NamedTuple):
    """A time in the text: tokens [first, last), the days it spans."""

    first: int
    last: int
    start: int
    end: int
    earliest: date
    latest: date
    precision: Precision
    basis: TimeBasis
    looks_ahead: bool


class RivalPlace(NamedTuple):
    """A place that a name might have meant instead, and how likely that was."""

    anchor: str
    kind: str
    country: str
    score: float


class PlaceMention(NamedTuple):
    """A place in the text: tokens [first, last) with its relation, the name from `name` on.

    `kind` is the gazetteer's, or that of the word before an unlisted name. `certainty` is 0 for
    a name that is more often something else, 1 for one that stands where places stand, 2 for
    one that needs no such help. `refers` tells of a word for a place named before (المدينة).

    The circle of `latitude`, `longitude` and `radius_km` holds the place, its relation reckoned in;
    `geo_precision` is ACLED's, `where_prec` UCDP's. A name that no table has stands in the circle
    of a place named beside it, its `parent`. `score` is how likely the anchor is the place of that
    name that was meant, `rivals` the others, the likeliest first.
    """

    first: int
    last: int
    name: int
    start: int
    end: int
    anchor: str | None
    relation: Relation
    distance_km: float | None
    kind: str
    country: str
    certainty: int
    preposition: str
    refers: bool
    parent: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    geo_precision: int | None = None
    where_prec: int | None = None
    score: float = 0.0
    rivals: tuple[RivalPlace, ...] = ()


class ActorUse(StrEnum):
    """By what an actor was recognized."""

    NAME = "name"
    TITLE = "title"
    SHORT = "short"
    METONYM = "metonym"
    """A place speaks or acts for its government (دمشق)."""
    DESCRIPTION = "description"
    """By what they are or belong to: قوات شرق ليبيا, جنود أتراك."""
    LEADER = "leader"
    """A force by who leads it: قوات حفتر."""
    REFERENCE = "reference"
    """Named before: التنظيم, قواته."""
    PATTERN = "pattern"
    """Not listed; a sort of actors (مسلحون مجهولون)."""


class ActorMention(NamedTuple):
    """An actor in the text: tokens [first, last).

    `actor` is an id of the registry, or begins with "generic:" for one that is not listed. `name`
    is English, or as written for a unit that is not listed. `rivals` are the other actors that
    the words may mean, the likeliest first.
    """

    first: int
    last: int
    start: int
    end: int
    actor: str | None
    name: str | None
    kind: str
    country: str | None
    how: ActorUse
    certainty: float
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalyzedReport:
    """A report with its analysis; every index counts `tokens`."""

    report: Report
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    phrases: Sequence[Phrase]
    numbers: Sequence[NumberMention]
    times: Sequence[TimeMention]
    places: Sequence[PlaceMention]
    quotes: Sequence[tuple[int, int]]
    """Quotations as tokens [first, last), without their marks."""
    actors: Sequence[ActorMention] = ()

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the tokens [first, last)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)
