"""What a report makes plain of the world it speaks of: its day, its countries, who is named."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from riwaya.arabic.letters import name_form
from riwaya.knowledge.actor_entries import Actor, ActorId, ActorKind
from riwaya.knowledge.actors import NameUse, actor_named
from riwaya.knowledge.actors import actor as actor_of
from riwaya.knowledge.countries import Country, countries
from riwaya.knowledge.sides import bodies, conflicts
from riwaya.records.reading import PlaceMention, Token

_HOME_SHARE = 0.6
"""The share of all countries' mentions that makes one the report's own."""
_SPEAKS_OF_ALL = frozenset((ActorKind.MEDIA, ActorKind.WIRE, ActorKind.INTERNATIONAL_ORG))
"""Kinds whose country says nothing of the report's."""
_LOCAL = frozenset(
    {ActorKind.MILITIA, ActorKind.ARMED_GROUP, ActorKind.POLICE, ActorKind.LEGISLATURE}
    | {ActorKind.POLITICAL_PARTY, ActorKind.COMMUNAL}
)
"""Kinds that are seldom spoken of without their country."""
_DEFINITE = "ال"


@dataclass(frozen=True, slots=True)
class Context:
    """The day of a report, of which countries it speaks, and who is named with certainty."""

    on: date | None
    voices: Mapping[str, int]
    """How often each country is spoken of."""
    countries: Mapping[str, float]
    """The share of each."""
    named: frozenset[ActorId]
    conflicts: frozenset[str]

    @property
    def home(self) -> str | None:
        """The country that the report is about, None where it is about several."""
        best = max(self.countries, key=lambda iso: (self.countries[iso], iso), default=None)
        return best if best and self.countries[best] >= _HOME_SHARE else None

    def is_elsewhere(self, actor: Actor) -> bool:
        """Tell whether a local body is of a country that the report never speaks of."""
        if actor.kind not in _LOCAL or not actor.country or not self.home:
            return False
        # Its own name has given the country one voice.
        at_home = _conflicts_of(self.home, 1.0)
        return self.voices.get(actor.country, 0) <= 1 and fought_by(actor.id, self.on).isdisjoint(
            at_home
        )

    def fit(self, actor: Actor) -> float:
        """Return how well an actor fits the report: 0 where nothing speaks for it."""
        fit = 4.0 if actor.id in self.named else 0.0
        if actor.country:
            fit += 3 * self.countries.get(actor.country, 0.0)
        if not self.conflicts.isdisjoint(fought_by(actor.id, self.on)):
            fit += 1
        return fit


def context(
    tokens: Sequence[Token],
    places: Sequence[PlaceMention],
    named: Iterable[Actor],
    on: date | None,
) -> Context:
    """Gather what the certain places, the nations and the certain names of a report tell."""
    votes: Counter[str] = Counter(
        place.country for place in places if place.certainty > 1 and place.country
    )
    nations = Counter(token.morph.nation for token in tokens)
    for nation, times in nations.items():
        votes[code_of(nation) or ""] += times
    certain: set[ActorId] = set()
    fought: set[str] = set()
    for actor in named:
        certain.add(actor.id)
        fought.update(fought_by(actor.id, on))
        if actor.country and actor.kind not in _SPEAKS_OF_ALL:
            votes[actor.country] += 1
    votes.pop("", None)
    total = sum(votes.values())
    shares = {iso: count / total for iso, count in votes.items()}
    fought.update(conflict for iso in shares for conflict in _conflicts_of(iso, shares[iso]))
    return Context(on, votes, shares, frozenset(certain), frozenset(fought))


@cache
def code_of(english: str) -> str | None:
    """Return the code of a country, None for a people without one."""
    return next((each.iso for each in countries() if each.english == english and each.iso), None)


@lru_cache(maxsize=4096)
def of_nation(words: str, iso: str, on: date | None) -> tuple[Actor, ...]:
    """Return whom words with a nation's adjective name by themselves on a day (الجيش + المصري)."""
    country = _by_code().get(iso)
    if country is None:
        return ()
    found: dict[ActorId, Actor] = {}
    for demonym in country.demonyms:
        for ending in ("", "ة"):
            for each in actor_named(f"{words} {_DEFINITE}{demonym}{ending}", on=on):
                if each.use <= NameUse.TITLES and each.actor.existed.holds(on):
                    found[each.actor.id] = each.actor
    return tuple(found.values())


@lru_cache(maxsize=16_384)
def fought_by(identity: str, on: date | None) -> frozenset[str]:
    """Return the conflicts in which an actor, or what it belongs to, was of a camp on a day."""
    camps = (camp for body in bodies(actor_of(identity), on) for camp in body.actor.camps)
    return frozenset(camp.conflict for camp in camps if camp.period.holds(on))


@cache
def first_words(identity: str) -> frozenset[str]:
    """Return the nouns that an actor's names and titles begin with, without their article."""
    actor = actor_of(identity)
    names = (actor.name, *actor.variants, *actor.titles)
    return frozenset(name_form(name).split()[0].removeprefix(_DEFINITE) for name in names)


@cache
def _by_code() -> Mapping[str, Country]:
    return {each.iso: each for each in countries() if each.iso}


@cache
def _words_of(iso: str) -> str:
    country = _by_code().get(iso)
    return country.english.lower().replace(" ", "_") if country else ""


def _conflicts_of(iso: str, share: float) -> Iterable[str]:
    """Return the conflicts that are named after a country that is spoken of often."""
    name = _words_of(iso)
    return (each for each in conflicts() if name and name in each and share >= _HOME_SHARE / 2)
