"""What places, actors and sources are called in the language of the reader."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from riwaya.brief.case import Case, Told
from riwaya.brief.labels import Labels, Language
from riwaya.errors import UnknownChoiceError
from riwaya.knowledge.actors import registry
from riwaya.knowledge.countries import countries
from riwaya.knowledge.gazetteer import gazetteer
from riwaya.knowledge.ontology import event_types
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.records.claim import Place, Relation
from riwaya.records.incident import Root, RootKind

ARABIC = Language.ARABIC


class Name(NamedTuple):
    """A name, and whether it is in Arabic whatever the language of the page."""

    text: str
    is_arabic: bool = False


def place_name(place: Place, text: str, words: Labels) -> Name:
    """Say where something was: "27 km west of Tripoli"; in the report's words where it is unknown.

    Args:
        place: as a claim has it.
        text: of the report.
        words: of the reader's language.
    """
    if place.anchor is None:
        return Name(place.evidence.of(text), is_arabic=True)
    name = anchor_name(place.anchor, place.country, words)
    where = words["place_relation"][place.relation].format(place=name.text)
    if place.distance_km is not None and place.relation not in (Relation.IN, Relation.BETWEEN):
        number = words.number(round(place.distance_km, 1))
        number = words.number(int(place.distance_km)) if place.distance_km % 1 == 0 else number
        where = words["place_relation"]["at_distance"].format(number=number, where=where)
    return Name(where)


def incident_place(case: Case, words: Labels) -> Name | None:
    """Say where an incident was, as the account does whose place was taken."""
    where = case.incident.place
    if where is None:
        return None
    for told in case.told:
        for place in told.claim.places:
            if where.point is not None and place.point == where.point:
                return place_name(place, told.report.text, words)
    return anchor_name(where.name, where.country, words)


def anchor_name(english: str, country: str | None, words: Labels) -> Name:
    """Return the name of a place of the gazetteer."""
    if words.language is ARABIC:
        return Name(_arabic_names().get((english, country or ""), english))
    return Name(english, is_arabic=not english.isascii() and "\u0600" <= english[0] <= "\u06ff")


def country_name(code: str | None, words: Labels) -> str:
    """Return the name of a country, empty where it is not known."""
    return next(
        (
            each.arabic[0] if words.language is ARABIC else each.english
            for each in countries()
            if each.iso == code
        ),
        "",
    )


def actor_name(identity: str, words: Labels) -> str | None:
    """Return what an actor of the registry is called, None for others."""
    try:
        actor = registry().actor(identity)
    except UnknownChoiceError:
        return None
    return actor.name if words.language is ARABIC else actor.english


def type_name(name: str, words: Labels) -> str:
    """Return what a type of event is called."""
    known = event_types().get(name)
    if known is None:
        return name.replace("_", " ")
    return known.arabic if words.language is ARABIC else known.english


def root_name(root: Root, words: Labels) -> Name:
    """Return what the root of a claim is called."""
    if root.kind is RootKind.ACTOR:
        known = actor_name(root.id, words)
        if known is not None:
            return Name(known)
    if root.kind is RootKind.OUTLET and root.id == f"report {root.name}":
        return Name(words["accounts"]["report_itself"])
    return Name(root.name, is_arabic=True)


def speaker_of(told: Told, words: Labels) -> Name:
    """Return who is cited, in the words of the report; the outlet where it cites nobody."""
    said = told.claim.attribution
    if said is not None:
        return Name(" ".join(said.source.of(told.report.text).split()), is_arabic=True)
    if told.report.publisher:
        return Name(told.report.publisher, is_arabic=True)
    return Name(words["accounts"]["report_itself"])


class Town(NamedTuple):
    """A place that a reader may know."""

    latitude: float
    longitude: float
    english: str
    arabic: str
    prominence: float
    is_capital: bool

    def name(self, words: Labels) -> str:
        """Return what it is called."""
        return self.arabic if words.language is ARABIC else self.english


@cache
def towns() -> tuple[Town, ...]:
    """Return the towns and villages of the gazetteer, the best known first."""
    found = {
        (entry.english, entry.country): entry for entry in reversed(_settlements()) if entry.arabic
    }
    made = (
        Town(each.latitude, each.longitude, each.english, each.arabic[0], each.prominence,
             each.kind == "capital")
        for each in found.values()
    )  # fmt: skip
    return tuple(sorted(made, key=lambda town: (-town.prominence, town.english, town.latitude)))


def _settlements() -> list[GazetteerEntry]:
    kinds = ("capital", "city", "town", "village")
    found = [each for each in gazetteer().entries() if each.exact and each.kind in kinds]
    return sorted(found, key=lambda each: (-each.prominence, each.id))


@cache
def _arabic_names() -> Mapping[tuple[str, str], str]:
    """Return the Arabic name of each place by its English one and its country."""
    return dict(reversed(list(_pairs())))


def _pairs() -> Iterator[tuple[tuple[str, str], str]]:
    ranked = sorted(gazetteer().entries(), key=lambda each: (-each.prominence, each.id))
    for each in ranked:
        if each.arabic:
            yield (each.english, each.country), each.arabic[0]
