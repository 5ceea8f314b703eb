"""PLOVER records as JSON Lines, and the same as the 40 columns of POLECAT.

One record a claim, since both schemes code what a story says: claims of one incident have its id in
theirs, so that counting events is grouping by it. An event that did not take place is coded by its
auxiliary mode, and a threat as a threat.
"""

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from riwaya.export.annotation import Json
from riwaya.export.documented import DocumentedIncident, Told
from riwaya.export.jsonl import encoded
from riwaya.export.occurrence import place_division
from riwaya.export.parties import ARMED, Party, party
from riwaya.export.table import SEVERAL, Column, Kind, LeftOut, Row, tsv_lines
from riwaya.knowledge.country_codes import country_codes
from riwaya.knowledge.ontology import PloverCode, event_types
from riwaya.records.claim import Claim, Count, CountRole, Modality, Stance

QUADS = MappingProxyType({
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
})  # fmt: skip
"""The quadrant of each type."""
_QUAD_NAMES = ("", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT",
               "MATERIAL CONFLICT")  # fmt: skip
_AUXILIARY = MappingProxyType({
    Modality.ORDERED: "future", Modality.PLANNED: "future",
    Modality.POSSIBLE: "hypothetical", Modality.DENIED: "negation",
})  # fmt: skip
_SIZES = MappingProxyType({
    CountRole.KILLED: "dead", CountRole.INJURED: "injured", CountRole.ARRESTED: "arrested",
})  # fmt: skip
CODEBOOK = "PLOVER, manual of 2024"

FIELDS = (
    Column("id", "`riwaya:INCIDENT:CLAIM`"),
    Column("has_event", "always true"),
    Column("date", "the first day the event may have been on; null where the claim does not date it"),
    Column("enddate", "the last day, where it is another"),
    Column("actor", "the doers: `code` (ISO 3166, three letters), `sector`, `entity_text` (the words), `identifier_text` (English name in our registry), `riwaya_actor` (our id). `identifier_id` is Wikidata's to give and left out"),
    Column("recipient", "whom it befell, as `actor`"),
    Column("event", "the type, as a list of one"),
    Column("mode", "the mode, where our type has one, and `future`, `hypothetical` or `negation` for what did not take place"),
    Column("context", "`military` where somebody armed takes part"),
    Column("event_loc", "`extracted_place`, `resolved_place`, `lat`, `lon`, `province`, `country`, `country_code`, `riwaya_radius_km`. `geonameid` is left out"),
    Column("event_text", "the words that tell of the event"),
    Column("quad_code", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"),
    Column("size", "`dead`, `injured`, `arrested` as a number, or as `LEAST-MOST` or `LEAST+` where the text gives no one number; beside them, under our own names, every other count"),
    Column("text", "the sentence"),
    Column("text_info", "`start` and `end` of the words in the report, in code points, and `riwaya_evidence`"),
    Column("cite_info", "`url`, `title`, `language`, `publication`, `citation` (the report's id), `coder`, `codebook`"),
    Column("coder", "`riwaya`"),
    Column("comment", "whose word it is and how: source, stance, modality, root"),
)  # fmt: skip

POLECAT = (
    Column("Event ID", "`riwaya:INCIDENT:CLAIM@REPORT:START-END`"),
    Column("Event Date", "the first day the event may have been on; empty where the claim does not date it", Kind.DATE),
    Column("Event Type", "PLOVER's type"),
    Column("Event Mode", "PLOVER's mode, and the auxiliary mode for what did not take place"),
    Column("Intensity", "always empty: the scores of POLECAT are its own"),
    Column("Quad Code", "`VERBAL COOPERATION`, `MATERIAL COOPERATION`, `VERBAL CONFLICT` or `MATERIAL CONFLICT`"),
    Column("Contexts", "`military` where somebody armed takes part"),
    *(
        Column(name.replace("Actor", who) if who == "Recipient" else name, f"{meaning}{' of whom it befell' if who == 'Recipient' else ' of the first doer'}")
        for who in ("Actor", "Recipient")
        for name, meaning in (
            ("Actor Name", "English name in our registry"),
            ("Actor Country", "ISO 3166 code of three letters"),
            ("Actor COW", "always empty: no number of the Correlates of War"),
            ("Primary Actor Sector", "PLOVER's sector"),
            ("Actor Sectors", "the sectors of all that are named"),
            ("Actor Title", "always empty: no title"),
            ("Actor Name Raw", "the words of the text"),
            ("Wikipedia Actor ID", "always empty: no title of an article"),
        )
    ),
    Column("Placename", "English name of the narrowest place"),
    Column("City", "the same where it is a town or a part of one"),
    Column("District", "always empty: the gazetteer has no districts around a place"),
    Column("Province", "the division of the gazetteer around it, where known"),
    Column("Country", "ISO 3166 code of three letters"),
    Column("Latitude", "WGS 84", Kind.NUMBER),
    Column("Longitude", "WGS 84", Kind.NUMBER),
    Column("GeoNames ID", "always empty"),
    Column("Raw Placename", "the words of the text"),
    Column("Feature Type", "the kind of place in our gazetteer"),
    Column("Source", "who published the report"),
    Column("Publication Date", "the day", Kind.DATE),
    Column("Story People", "always empty"),
    Column("Story Organizations", "always empty"),
    Column("Story Locations", "English names of the claim's places"),
    Column("Language", "of the report, ISO 639"),
    Column("Version", "`riwaya`"),
)  # fmt: skip

_TOWNS = frozenset({"capital", "city", "town", "village", "neighbourhood", "camp", "square"})


class _Coded(NamedTuple):
    """A claim with its category."""

    told: Told
    incident: str
    code: PloverCode
    auxiliary: str | None
    agents: tuple[Party, ...]
    targets: tuple[Party, ...]

    @property
    def modes(self) -> list[str]:
        return [mode for mode in (self.code.mode, self.auxiliary) if mode]

    @property
    def contexts(self) -> list[str]:
        armed = any(each.inter in ARMED for each in (*self.agents, *self.targets))
        return ["military"] if armed else []


def plover(incidents: Iterable[DocumentedIncident], *, left_out: LeftOut) -> Iterator[str]:
    """Yield a PLOVER record a line for each claim.

    Args:
        incidents: with their claims.
        left_out: takes the claims whose type PLOVER does not have.
    """
    return (f"{encoded(_record(each))}\n" for each in _coded(incidents, left_out))


def polecat(incidents: Iterable[DocumentedIncident], *, left_out: LeftOut) -> Iterator[str]:
    """Yield the lines of a table in the form of POLECAT, its header first.

    Args:
        incidents: with their claims.
        left_out: takes the claims whose type PLOVER does not have.
    """
    return tsv_lines(POLECAT, (_row(each) for each in _coded(incidents, left_out)))


def code_of(claim: Claim) -> tuple[PloverCode, str | None] | None:
    """Return the category of a claim and its auxiliary mode, None where PLOVER has none.

    What is threatened is a threat, and what is demanded a request to change.
    """
    kind = event_types().get(claim.type)
    if kind is None or kind.plover is None:
        return None
    if claim.modality is Modality.THREATENED:
        is_violent = kind.plover.type == "ASSAULT"
        return PloverCode("THREATEN", "violence" if is_violent else None), None
    if claim.modality is Modality.DEMANDED:
        return PloverCode("REQUEST", "change"), None
    denies = claim.attribution is not None and claim.attribution.stance is Stance.DENIES
    return kind.plover, "negation" if denies else _AUXILIARY.get(claim.modality)


def _coded(incidents: Iterable[DocumentedIncident], left_out: LeftOut) -> Iterator[_Coded]:
    for source in incidents:
        for told in source.told:
            found = code_of(told.claim)
            if found is None:
                left_out.add(f"PLOVER has no type for {told.claim.type}", told.claim.id)
                continue
            country = told.claim.places[0].country if told.claim.places else None
            agents = tuple(party(each, told, country=country) for each in told.claim.agents)
            targets = tuple(party(each, told, country=country) for each in told.claim.targets)
            yield _Coded(told, source.incident.id, *found, agents, targets)


def _record(found: _Coded) -> Json:
    told, claim, report = found.told, found.told.claim, found.told.report
    time = claim.time
    record: Json = {
        "id": f"riwaya:{found.incident}:{claim.id}",
        "has_event": True,
        "date": time.first.isoformat() if time else None,
        "actor": [_entity(each) for each in found.agents],
        "recipient": [_entity(each) for each in found.targets],
        "event": [found.code.type],
        "mode": found.modes,
        "context": found.contexts,
        "event_loc": _location(told),
        "event_text": [told.words(claim.trigger)],
        "quad_code": QUADS[found.code.type],
        "size": dict(_sizes(claim.counts)),
        "text": told.sentence,
        "text_info": {
            "start": claim.trigger.start,
            "end": claim.trigger.end,
            "riwaya_evidence": told.evidence,
        },
        "cite_info": {
            "citation": report.id,
            "url": report.url,
            "title": report.title,
            "language": report.language,
            "publication": report.publisher,
            "coder": "riwaya",
            "codebook": CODEBOOK,
        },
        "coder": "riwaya",
        "comment": _comment(told),
    }
    if time and time.last != time.first:
        record["enddate"] = time.last.isoformat()
    return record


def _row(found: _Coded) -> Row:
    told, claim, report = found.told, found.told.claim, found.told.report
    place = claim.places[0] if claim.places else None
    point = place.point if place else None
    return (
        f"riwaya:{found.incident}:{claim.id}@{told.evidence}",
        claim.time.first if claim.time else None,
        found.code.type, SEVERAL.join(found.modes), None, _QUAD_NAMES[QUADS[found.code.type]],
        SEVERAL.join(found.contexts),
        *_side(found.agents), *_side(found.targets),
        place.anchor if place else None,
        place.anchor if place and place.kind in _TOWNS else None,
        None, place_division(place) if place else None,
        country_codes(place.country if place else None).iso3,
        *((point.latitude, point.longitude) if point else (None, None)), None,
        told.words(place.evidence) if place else None, place.kind if place else None,
        report.publisher, report.published.at.date() if report.published else None,
        None, None, SEVERAL.join(each.anchor for each in claim.places if each.anchor),
        report.language, "riwaya",
    )  # fmt: skip


def _side(parties: Sequence[Party]) -> Row:
    if not parties:
        return (None,) * 8
    first = parties[0]
    return (
        first.name if first.id else None, country_codes(first.country).iso3, None,
        first.sector or None,
        SEVERAL.join(dict.fromkeys(each.sector for each in parties if each.sector)),
        None, first.words, None,
    )  # fmt: skip


def _entity(party: Party) -> Json:
    return {
        "code": country_codes(party.country).iso3 or None,
        "sector": party.sector or None,
        "entity_text": party.words,
        "identifier_text": party.name if party.id else None,
        "riwaya_actor": party.id or None,
    }


def _location(told: Told) -> Json | None:
    if not told.claim.places:
        return None
    place = told.claim.places[0]
    point, country = place.point, country_codes(place.country)
    return {
        "extracted_place": told.words(place.evidence),
        "resolved_place": place.anchor,
        "lat": point.latitude if point else None,
        "lon": point.longitude if point else None,
        "province": place_division(place) or None,
        "country": country.english or None,
        "country_code": country.iso3 or None,
        "riwaya_radius_km": point.radius_km if point else None,
    }


def _sizes(counts: Iterable[Count]) -> Iterator[tuple[str, object]]:
    for each in counts:
        number: object = each.least
        if each.most != each.least:
            number = f"{each.least}+" if each.most is None else f"{each.least}-{each.most}"
        yield _SIZES.get(each.role, each.role.value), number


def _comment(told: Told) -> str:
    said, root = told.claim.attribution, told.account.root
    source = told.words(said.source) if said else "the outlet itself"
    stance = said.stance.value if said else Stance.STATES.value
    return f"source: {source}; {stance}; {told.claim.modality.value}; root: {root.name}"
