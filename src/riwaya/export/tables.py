"""The tables of incidents: one row an incident, claim, figure, stated number, account or relation.

Parquet, Excel, GeoPackage, the bundle and data frames all have these tables, under these names.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from riwaya.export.documented import DocumentedIncident, Told, evidence_id
from riwaya.export.occurrence import figure
from riwaya.export.table import Cell, Column, Kind, Row
from riwaya.records.claim import CountRole, Participant
from riwaya.records.incident import Figure

_FIGURED = (CountRole.KILLED, CountRole.INJURED, CountRole.CAPTURED)

INCIDENTS = (
    Column("incident", "the incident's id: that of its earliest claim after an `i`"),
    Column("title", "the earliest headline that tells of it, or else its earliest sentence"),
    Column("types", "event types, the most claimed first", Kind.TEXTS),
    Column("first_day", "the first day it may have been on; unknown where no claim dates it", Kind.DATE),
    Column("last_day", "the last day; where no claim dates it, the first publication", Kind.DATE),
    Column("place", "name of the place, in English where the gazetteer has one"),
    Column("country", "ISO 3166 code of two letters"),
    Column("latitude", "WGS 84 degrees", Kind.NUMBER),
    Column("longitude", "WGS 84 degrees", Kind.NUMBER),
    Column("radius_km", "kilometres around the point that hold the place", Kind.NUMBER),
    Column("standing", "`single`, `corroborated`, `admitted`, `contested` or `denied`: on whose accounts it rests, no measure of truth"),
    Column("independent_accounts", "how many accounts rest neither on one root nor on one text", Kind.INTEGER),
    *(
        Column(f"{role.value}_{end}", f"of all {role.value}: {meaning}", Kind.INTEGER)
        for role in _FIGURED
        for end, meaning in (
            ("low", "the lowest number that stands"),
            ("best", "the best, by the policy"),
            ("high", "the highest that stands; unknown where it is open above"),
        )
    ),
    Column("reports", "ids of the reports, the earliest first", Kind.TEXTS),
    Column("claims", "ids of the claims", Kind.TEXTS),
    Column("evidence", "the words each claim rests on: `REPORT:START-END`, in code points of the report's text", Kind.TEXTS),
    Column("publishers", "who published the reports", Kind.TEXTS),
    Column("urls", "where the reports were", Kind.TEXTS),
)  # fmt: skip

CLAIMS = (
    Column("claim", "the claim's id, which `riwaya show` takes"),
    Column("incident", "the incident it is in"),
    Column("report", "id of its report"),
    Column("publisher", "who published the report"),
    Column("published", "when, as ISO 8601: a date, with the time of day where it is known"),
    Column("url", "where the report was"),
    Column("type", "event type"),
    Column("modality", "`actual`, `ordered`, `threatened`, `demanded`, `planned`, `possible` or `denied`"),
    Column("trigger", "the words that tell of the event"),
    Column("evidence", "where they stand: `REPORT:START-END`"),
    Column("sentence", "the sentence around them"),
    Column("agents", "the doers, in the words of the text", Kind.TEXTS),
    Column("agent_actors", "who is meant by each: an id of the registry, one that begins with `generic:`, or empty", Kind.TEXTS),
    Column("targets", "whom it befell, in the words of the text", Kind.TEXTS),
    Column("target_actors", "who is meant by each", Kind.TEXTS),
    Column("place", "the narrowest place, in the words of the text"),
    Column("anchor", "what it is called in English"),
    Column("relation", "how the event lies to it: `in`, `near`, `north_of` and so on"),
    Column("distance_km", "how far from it, in kilometres", Kind.NUMBER),
    Column("latitude", "WGS 84 degrees, the relation reckoned in", Kind.NUMBER),
    Column("longitude", "WGS 84 degrees", Kind.NUMBER),
    Column("radius_km", "kilometres around the point that hold the event", Kind.NUMBER),
    Column("country", "ISO 3166 code of two letters"),
    Column("geo_precision", "ACLED's: 1 the place itself, 2 near it, 3 a region", Kind.INTEGER),
    Column("where_prec", "UCDP's, 1 exact to 7 sea or air", Kind.INTEGER),
    Column("first_day", "the first day the event may have been on", Kind.DATE),
    Column("last_day", "the last", Kind.DATE),
    Column("time_precision", "`hour`, `day_part`, `day`, `week`, `month`, `year` or `span`"),
    Column("time_basis", "`stated`, `relative` to publication, or `inherited` from the sentence before"),
    Column("source", "whose word it is, in the words of the text; unknown where the outlet itself tells it"),
    Column("source_actor", "who is meant"),
    Column("source_kind", "what sort of source"),
    Column("stance", "how the source says it: `states`, `admits`, `denies` and so on"),
    Column("side", "whose doings or losses the source speaks of: `own`, `opposing`, `third`"),
    Column("via", "the medium that passed the words on"),
    Column("counts", "each number as `ROLE=LEAST-MOST`, `ROLE=LEAST+` where it is open above", Kind.TEXTS),
    Column("root", "where the claim comes from, as far back as is known: an id"),
    Column("root_name", "the name of that root"),
    Column("root_kind", "`actor`, `named`, `anonymous` or `outlet`"),
    Column("confidence", "0 to 1: how sure the extractor is that the text tells of the event", Kind.NUMBER),
)  # fmt: skip

FIGURES = (
    Column("incident", "the incident's id"),
    Column("role", "what is counted: `killed`, `injured`, `captured` and so on"),
    Column("of", "of whom: `civilians`, `children` and so on; unknown where of all"),
    Column(
        "is_part", "whether they are said to be among others, and no sum of their own", Kind.TRUTH
    ),
    Column("low", "the lowest number that stands", Kind.INTEGER),
    Column("best", "the best, by the policy", Kind.INTEGER),
    Column("high", "the highest that stands; unknown where it is open above", Kind.INTEGER),
    Column("policy", "how the best was chosen"),
    Column("claims", "ids of the claims that state a number", Kind.TEXTS),
)

VALUES = (
    Column("incident", "the incident's id"),
    Column("role", "what is counted"),
    Column("of", "of whom; unknown where of all"),
    Column("is_part", "whether they are said to be among others", Kind.TRUTH),
    Column("least", "the least of the number as stated", Kind.INTEGER),
    Column("most", "the most of it; unknown where no maximum is stated", Kind.INTEGER),
    Column("root", "whose number it is: the id of the root"),
    Column("stands", "false where the same root has given another number later", Kind.TRUTH),
    Column("claims", "ids of the claims that state it", Kind.TEXTS),
)

ACCOUNTS = (
    Column("incident", "the incident's id"),
    Column("claim", "the claim's id"),
    Column("report", "id of its report"),
    Column("evidence", "where the words of the event stand: `REPORT:START-END`"),
    Column("root", "where the claim comes from, as far back as is known: an id"),
    Column("root_name", "the name of that root"),
    Column("root_kind", "`actor`, `named`, `anonymous` or `outlet`"),
    Column("strand", "accounts with one number are not independent of each other", Kind.INTEGER),
    Column("copy_of", "the claim whose sentence this one's repeats"),
)

RELATIONS = (
    Column("incident", "the incident's id"),
    Column("claim", "the claim's id"),
    Column("kind", "`confirms`, `repeats`, `revises`, `contradicts` or `denies`"),
    Column("of", "the id of the other claim"),
    Column("about", "`occurrence`, `number`, `agent`, `place`, `time` or `control`"),
    Column("reason", "why that is said"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, and the rows that one incident gives."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[DocumentedIncident], Iterator[Row]]


def incident_row(source: DocumentedIncident) -> Row:
    """Return the row of an incident."""
    incident = source.incident
    point = incident.place.point if incident.place else None
    numbers: list[Cell] = []
    for role in _FIGURED:
        found = figure(source, role)
        numbers += (found.low, found.best, found.high) if found else (None, None, None)
    return (
        incident.id, incident.title, incident.types, incident.first, incident.last,
        incident.place.name if incident.place else None,
        incident.place.country if incident.place else None,
        *((point.latitude, point.longitude, point.radius_km) if point else (None,) * 3),
        incident.standing.value, incident.roots, *numbers,
        tuple(incident.reports), tuple(incident.claims),
        tuple(dict.fromkeys(each.evidence for each in source.told)),
        tuple(dict.fromkeys(each.publisher for each in source.reports if each.publisher)),
        tuple(dict.fromkeys(each.url for each in source.reports if each.url)),
    )  # fmt: skip


def claim_row(told: Told, incident: str) -> Row:
    """Return the row of a claim."""
    claim, report, root = told.claim, told.report, told.account.root
    place = claim.places[0] if claim.places else None
    point = place.point if place else None
    time, said = claim.time, claim.attribution
    return (
        claim.id, incident, report.id, report.publisher,
        report.published.isoformat() if report.published else None, report.url,
        claim.type, claim.modality.value, told.words(claim.trigger), told.evidence,
        told.sentence,
        *_people(claim.agents, told), *_people(claim.targets, told),
        told.words(place.evidence) if place else None,
        *((place.anchor, place.relation.value, place.distance_km) if place else (None,) * 3),
        *((point.latitude, point.longitude, point.radius_km) if point else (None,) * 3),
        *((place.country, place.geo_precision, place.where_prec) if place else (None,) * 3),
        *((time.first, time.last, time.precision.value, time.basis.value) if time else (None,) * 4),
        told.words(said.source) if said else None,
        said.actor.id if said and said.actor else None,
        said.kind.value if said else None, said.stance.value if said else None,
        said.side.value if said and said.side else None,
        told.words(claim.via) if claim.via else None,
        tuple(_count(each.role, each.least, each.most) for each in claim.counts),
        root.id, root.name, root.kind.value, claim.confidence,
    )  # fmt: skip


def _incidents(source: DocumentedIncident) -> Iterator[Row]:
    yield incident_row(source)


def _claims(source: DocumentedIncident) -> Iterator[Row]:
    return (claim_row(each, source.incident.id) for each in source.told)


def _figures(source: DocumentedIncident) -> Iterator[Row]:
    for each in source.incident.figures:
        claims = dict.fromkeys(claim for value in each.values for claim in value.claims)
        yield (
            *_of(source, each), each.low, each.best, each.high, each.policy.value, tuple(claims),
        )  # fmt: skip


def _values(source: DocumentedIncident) -> Iterator[Row]:
    for each in source.incident.figures:
        for value in each.values:
            yield (
                *_of(source, each), value.least, value.most, value.root, value.is_standing,
                tuple(value.claims),
            )  # fmt: skip


def _accounts(source: DocumentedIncident) -> Iterator[Row]:
    for each in source.told:
        account = each.account
        yield (
            source.incident.id, account.claim, account.report,
            evidence_id(each.report, each.claim.trigger), account.root.id, account.root.name,
            account.root.kind.value, account.strand, account.copy_of,
        )  # fmt: skip


def _relations(source: DocumentedIncident) -> Iterator[Row]:
    for each in source.incident.relations:
        yield (
            source.incident.id, each.left, each.kind.value, each.right, each.matter.value,
            each.reason or None,
        )  # fmt: skip


def _of(source: DocumentedIncident, found: Figure) -> tuple[str, str, str | None, bool]:
    return source.incident.id, found.role.value, found.group, found.is_part


def _people(people: tuple[Participant, ...], told: Told) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (
        tuple(told.words(each.evidence) for each in people),
        tuple(each.actor.id if each.actor else "" for each in people),
    )


def _count(role: CountRole, least: int, most: int | None) -> str:
    """Write a number as the tables have it."""
    return f"{role.value}={least}" + ("+" if most is None else "" if most == least else f"-{most}")


TABLES: Mapping[str, Table] = MappingProxyType(
    {
        table.name: table
        for table in (
            Table("incidents", INCIDENTS, _incidents),
            Table("claims", CLAIMS, _claims),
            Table("figures", FIGURES, _figures),
            Table("values", VALUES, _values),
            Table("accounts", ACCOUNTS, _accounts),
            Table("relations", RELATIONS, _relations),
        )
    }
)
"""Every table by its name, the most asked for first."""
