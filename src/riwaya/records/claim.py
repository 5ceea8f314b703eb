"""What one source said happened."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from riwaya.errors import InvariantError
from riwaya.records.report import ReportId
from riwaya.records.span import Span

ClaimId = NewType("ClaimId", str)


class Modality(StrEnum):
    """How the text presents the event: as an occurrence, or as something else."""

    ACTUAL = "actual"
    ORDERED = "ordered"
    THREATENED = "threatened"
    DEMANDED = "demanded"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class Stance(StrEnum):
    """How the cited source stands to what it is cited for."""

    STATES = "states"
    ANNOUNCES = "announces"
    CONFIRMS = "confirms"
    ADMITS = "admits"
    CLAIMS = "claims"
    DENIES = "denies"
    WARNS = "warns"


class SourceKind(StrEnum):
    """What sort of source is cited."""

    OFFICIAL = "official"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    SECURITY = "security"
    MEDICAL = "medical"
    WITNESS = "witness"
    ACTIVISTS = "activists"
    MEDIA = "media"
    MONITOR = "monitor"
    INTERNATIONAL = "international"
    ANONYMOUS = "anonymous"
    POLITICAL = "political"
    CIVILIAN = "civilian"


class CountRole(StrEnum):
    """What is counted."""

    KILLED = "killed"
    INJURED = "injured"
    CAPTURED = "captured"
    ARRESTED = "arrested"
    ABDUCTED = "abducted"
    RELEASED = "released"
    DISPLACED = "displaced"
    SURRENDERED = "surrendered"
    MISSING = "missing"
    DESTROYED = "destroyed"
    PARTICIPANTS = "participants"
    OTHER = "other"


class Relation(StrEnum):
    """How the event's place lies to the place that is named."""

    IN = "in"
    NEAR = "near"
    NORTH_OF = "north_of"
    SOUTH_OF = "south_of"
    EAST_OF = "east_of"
    WEST_OF = "west_of"
    NORTHEAST_OF = "northeast_of"
    NORTHWEST_OF = "northwest_of"
    SOUTHEAST_OF = "southeast_of"
    SOUTHWEST_OF = "southwest_of"
    TOWARD = "toward"
    FROM = "from"
    BETWEEN = "between"


class Precision(StrEnum):
    """How exactly a time is known."""

    HOUR = "hour"
    DAY_PART = "day_part"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"
    """An interval that has two named ends, or reaches back to one."""


class TimeBasis(StrEnum):
    """How a time was obtained."""

    STATED = "stated"
    RELATIVE = "relative"
    """Counted from the time of publication."""
    INHERITED = "inherited"
    """Carried over from the sentence before."""


class Side(StrEnum):
    """Whose doings or losses a source speaks of."""

    OWN = "own"
    OPPOSING = "opposing"
    THIRD = "third"
    """The source belongs to neither."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who is meant: an entry of the registry, or a sort of actors that is not listed.

    `id` is that of the registry, or begins with "generic:"; `country` is an ISO 3166 code of two
    letters, None where no one country fits.
    """

    id: str
    name: str
    kind: str
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody or something that takes part, as named in the text, and who is meant."""

    evidence: Span
    actor: Actor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Where a place is: WGS 84 degrees, and the radius in kilometres that holds it."""

    latitude: float
    longitude: float
    radius_km: float

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):  # noqa: PLR2004
            raise InvariantError(f"no place on earth: {self.latitude}, {self.longitude}")
        if self.radius_km < 0:
            raise InvariantError(f"a radius below zero: {self.radius_km}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as named, with the relation in which the event stands to it.

    `anchor` is the usual English name of the named place, `distance_km` the stated distance from
    it in kilometres; both None where unknown. `point` is where the event was, the relation reckoned
    in; `kind` and `country` (ISO 3166, two letters) are the anchor's. `geo_precision` is ACLED's
    (1 the place itself, 2 its surroundings or a part of a region, 3 a region), `where_prec` UCDP's
    (1 exact to 7 international).
    """

    evidence: Span
    anchor: str | None
    relation: Relation
    distance_km: float | None = None
    point: Point | None = None
    kind: str | None = None
    country: str | None = None
    geo_precision: int | None = None
    where_prec: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """When an event took place: the days from `first` to `last`, both included.

    `evidence` is None where the time was carried over from the sentence before.
    """

    evidence: Span | None
    first: date
    last: date
    precision: Precision
    basis: TimeBasis

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise InvariantError(f"time runs backwards: {self.first} to {self.last}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people or things, never more exact than the text.

    "أكثر من خمسين" has no stated maximum: ``least=51, most=None``.
    """

    role: CountRole
    least: int
    most: int | None
    evidence: Span

    def __post_init__(self) -> None:
        if self.least < 0 or (self.most is not None and self.most < self.least):
            raise InvariantError(f"count runs backwards: {self.least} to {self.most}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who asserts a claim, and how they stand to it.

    `side` tells whose doings or losses the source speaks of: how it stands to those the event
    befell or, where they are no known actor, to those who did it; None where neither is known.
    """

    source: Span
    kind: SourceKind
    stance: Stance
    actor: Actor | None = None
    side: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the reasoning that made a claim: which part, by which rule or table entry."""

    part: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One attributed statement of one event, with its evidence.

    `attribution` is None where the outlet narrates in its own voice. `incident` groups the claims
    of one report that are about one occurrence. `confidence` (0 to 1) says how sure the extractor
    is of the event, not how true the claim is.
    """

    report: ReportId
    type: str
    trigger: Span
    modality: Modality = Modality.ACTUAL
    agents: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    time: EventTime | None = None
    counts: tuple[Count, ...] = ()
    attribution: Attribution | None = None
    via: Span | None = None
    incident: str | None = None
    confidence: float = 1.0
    why: tuple[Step, ...] = ()

    @property
    def id(self) -> ClaimId:
        """A name derived from the content, so that a re-run finds the same claim."""
        parts = (self.report, self.type, str(self.trigger.start), str(self.trigger.end))
        return ClaimId(hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16])

    def spans(self) -> tuple[Span, ...]:
        """Return every place in the text this claim rests on, trigger first."""
        found: list[Span | None] = [self.trigger]
        found += [p.evidence for p in (*self.agents, *self.targets)]
        found += [p.evidence for p in self.places]
        found += [c.evidence for c in self.counts]
        found.append(self.time.evidence if self.time else None)
        found.append(self.attribution.source if self.attribution else None)
        found.append(self.via)
        return tuple(span for span in found if span is not None)
