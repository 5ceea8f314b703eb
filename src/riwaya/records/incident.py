"""Claims that are held to be of one occurrence, and how their accounts stand to each other."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from riwaya.errors import InvariantError
from riwaya.records.claim import ClaimId, CountRole, Point
from riwaya.records.report import ReportId
from riwaya.records.span import Span

IncidentId = NewType("IncidentId", str)
RootId = NewType("RootId", str)


class LinkRole(StrEnum):
    """Through whom a claim passed, from the page back to the speaker."""

    PUBLISHER = "publisher"
    CREDIT = "credit"
    """An agency that the report names as its origin."""
    VIA = "via"
    """The medium through which a source is quoted."""
    SPEAKER = "speaker"
    SOURCE = "source"
    """Whom the speaker cites in turn."""


class RootKind(StrEnum):
    """What is known of where a claim comes from."""

    ACTOR = "actor"
    """Somebody of the registry; who speaks for a body counts as the body."""
    NAMED = "named"
    """Somebody who is named and not listed."""
    ANONYMOUS = "anonymous"
    """A source without a name, known only to the outlet that cites it."""
    OUTLET = "outlet"
    """The outlet itself, which cites nobody."""


class Policy(StrEnum):
    """How the best figure is chosen among those that stand."""

    MEDIAN = "median of independent roots"
    CONSERVATIVE = "conservative"
    """The lowest, as ACLED prescribes where reports differ."""
    LATEST = "latest"


class Standing(StrEnum):
    """On how many and on whose accounts an incident rests. It is no measure of truth."""

    SINGLE = "single"
    CORROBORATED = "corroborated"
    ADMITTED = "admitted"
    CONTESTED = "contested"
    DENIED = "denied"


class Between(StrEnum):
    """How one claim stands to another of the same incident."""

    CONFIRMS = "confirms"
    REPEATS = "repeats"
    REVISES = "revises"
    CONTRADICTS = "contradicts"
    DENIES = "denies"


class Matter(StrEnum):
    """What two claims agree or differ about."""

    OCCURRENCE = "occurrence"
    NUMBER = "number"
    AGENT = "agent"
    PLACE = "place"
    TIME = "time"
    CONTROL = "control"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One step of a claim's transmission; `evidence` is None where the text does not say it."""

    role: LinkRole
    name: str
    actor: str | None = None
    evidence: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """Where a claim comes from, as far back as is known; one id is one source."""

    id: RootId
    kind: RootKind
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transmission:
    """The way of a claim, from the page to the last known link."""

    claim: ClaimId
    links: tuple[Link, ...]
    root: Root


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A report whose words are, for the most part or in some sentences, those of an earlier one.

    `share` is how much of the shorter text stands in the other, by its word triples. `sentences`
    are the sentences in common, each in the report and in the earlier one.
    """

    report: ReportId
    of: ReportId
    share: float
    is_reprint: bool
    sentences: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something that spoke for (above zero) or against two tellings being of one incident."""

    name: str
    weight: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Why two claims were or were not held together.

    `score` is the sum of the parts' weights, in log-odds. `barrier` is what forbids it outright.
    """

    left: ClaimId
    right: ClaimId
    score: float
    parts: tuple[Part, ...]
    barrier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One claim in an incident: where it comes from and whether it counts by itself.

    Accounts with one `strand` are not independent of each other: one root, or one text. `copy_of`
    is the claim whose sentence this one's repeats.
    """

    claim: ClaimId
    report: ReportId
    root: Root
    strand: int
    copy_of: ClaimId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number as stated, by whom; `most` is None where no maximum is stated.

    `is_standing` is false where the same root has given another number later.
    """

    least: int
    most: int | None
    claims: tuple[ClaimId, ...]
    root: RootId
    is_standing: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What is said of one number: of which role, and of whom (None: of all).

    `is_part` tells that the group is said to be among others ("بينهم") and no sum of its own.
    `high` is None where only a minimum is stated and nothing stated reaches it.
    """

    role: CountRole
    group: str | None
    low: int
    best: int
    high: int | None
    policy: Policy
    values: tuple[Value, ...]
    is_part: bool = False

    def __post_init__(self) -> None:
        if self.best < self.low or (self.high is not None and self.best > self.high):
            raise InvariantError(f"best {self.best} is not from {self.low} to {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRelation:
    """How one claim stands to another, about what, and why that is said."""

    left: ClaimId
    kind: Between
    right: ClaimId
    matter: Matter
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPlace:
    """Where an incident was, after the most exact of the accounts that agree on it."""

    name: str
    point: Point | None
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One occurrence, as far as its claims tell of it.

    `first` and `last` are None where no claim dates it; `last` alone is known where only the
    publication bounds it. `neighbourhood` names the incidents that were decided on together: they
    are replaced together.
    """

    id: IncidentId
    neighbourhood: str
    title: str
    types: tuple[str, ...]
    reports: tuple[ReportId, ...]
    accounts: tuple[Account, ...]
    place: IncidentPlace | None
    first: date | None
    last: date | None
    figures: tuple[Figure, ...]
    standing: Standing
    relations: tuple[ClaimRelation, ...]

    @property
    def claims(self) -> tuple[ClaimId, ...]:
        """The claims, the earliest published first."""
        return tuple(account.claim for account in self.accounts)

    @property
    def roots(self) -> int:
        """How many accounts are independent of each other."""
        return len({account.strand for account in self.accounts})


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What a new report or judgement has changed: these incidents take the place of those."""

    replaced: tuple[IncidentId, ...]
    incidents: tuple[Incident, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """The incidents of a collection, each claim in exactly one, the earliest published first."""

    incidents: tuple[Incident, ...]

    def labels(self) -> dict[ClaimId, IncidentId]:
        """Return the incident of each claim."""
        return {claim: incident.id for incident in self.incidents for claim in incident.claims}
