"""What other schemes ask of an incident: one type, two sides, one place, days, the dead."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from riwaya.errors import UnknownChoiceError
from riwaya.export.documented import DocumentedIncident, Told
from riwaya.export.parties import Parties, parties
from riwaya.knowledge.distances import kilometres_apart
from riwaya.knowledge.ontology import EventType, event_type
from riwaya.knowledge.place_entries import GazetteerEntry, entry_from, table_lines
from riwaya.records.claim import CountRole, Participant, Place
from riwaya.records.incident import Figure

OUTCOMES = frozenset(
    ("killing", "injury", "capture", "destruction", "displacement", "violation", "surrender")
)
"""Types that tell what came of an event, where one of another type is told beside them."""
_EXACT_KM, _NEAR_KM = 12.0, 60.0
_SAME_KM = 5.0
_DIVISIONS = frozenset({"governorate", "region"})


class Spot(NamedTuple):
    """Where it was; the codes are ACLED's and UCDP's, the latter None where it is not reckoned."""

    name: str
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    country: str | None
    geo_precision: int | None
    where_prec: int | None
    division: str = ""


class Days(NamedTuple):
    """From when to when; `first` is None where it is only known by when it had been."""

    first: date | None
    last: date | None

    @property
    def length(self) -> int | None:
        """How many days it may have been on, None where that is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    @property
    def middle(self) -> date | None:
        """The day in the middle."""
        if self.first is None or self.last is None:
            return None
        return self.first + timedelta(days=(self.last - self.first).days // 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """An incident that is stated to have happened, as one event of another scheme."""

    source: DocumentedIncident
    type: EventType
    agents: Parties
    targets: Parties
    spot: Spot | None
    days: Days

    @property
    def id(self) -> str:
        """Our id, in a space of names of its own: no other project has given it."""
        return f"riwaya:{self.source.incident.id}"

    def figure(self, role: CountRole) -> Figure | None:
        """Return the figure of all, of no group."""
        return figure(self.source, role)


def occurrence(
    source: DocumentedIncident, *, has_code: Callable[[EventType], bool]
) -> Occurrence | None:
    """Return an incident as one event, None where no type of it has a code in the scheme."""
    stated = source.stated
    kind = leading_type(source, has_code=has_code)
    if kind is None:
        return None
    spot = spot_of(source)
    country = spot.country if spot else None
    agents = parties(_named(stated, kind.name, "agents"), country=country)
    targets = parties(_named(stated, kind.name, "targets"), country=country)
    days = Days(source.incident.first, source.incident.last)
    return Occurrence(
        source=source, type=kind, agents=agents, targets=targets, spot=spot, days=days
    )


def leading_type(
    source: DocumentedIncident, *, has_code: Callable[[EventType], bool]
) -> EventType | None:
    """Return the type that most claims state, an act before what came of it."""
    stated = {each.claim.type for each in source.stated}
    kinds = [kind for kind in map(_type, source.incident.types) if kind and kind.name in stated]
    coded = [kind for kind in kinds if has_code(kind)]
    acts = [kind for kind in coded if kind.name not in OUTCOMES]
    return next(iter((*acts, *coded)), None)


def figure(source: DocumentedIncident, role: CountRole, group: str | None = None) -> Figure | None:
    """Return a figure of an incident, of all or of a group."""
    found = [f for f in source.incident.figures if f.role is role and f.group == group]
    return next((f for f in found if not f.is_part), found[0] if found and group else None)


def totals(source: DocumentedIncident) -> Iterator[Figure]:
    """Yield the figures that are of all, of no group and no part."""
    return (f for f in source.incident.figures if f.group is None and not f.is_part)


def spot_of(source: DocumentedIncident) -> Spot | None:
    """Return where an incident was, with the precision of the claim that says it best."""
    place = source.incident.place
    if place is None:
        return None
    said = _said(source, place.name)
    country = place.country or (said.country if said else None)
    if place.point is None:
        return Spot(place.name, None, None, None, country, None, None)
    point = place.point
    by_radius = 1 if point.radius_km <= _EXACT_KM else 2 if point.radius_km <= _NEAR_KM else 3
    return Spot(
        name=place.name,
        latitude=round(point.latitude, 4),
        longitude=round(point.longitude, 4),
        radius_km=point.radius_km,
        country=country,
        geo_precision=(said.geo_precision if said else None) or by_radius,
        where_prec=said.where_prec if said else None,
        division=_division(place.name, country, (point.latitude, point.longitude)),
    )


def _said(source: DocumentedIncident, name: str) -> Place | None:
    place = source.incident.place
    named = [(each, p) for each in source.told for p in each.claim.places]
    if place and place.point:
        return next((p for _, p in named if p.point == place.point), None)
    return next((p for each, p in named if (p.anchor or each.words(p.evidence)) == name), None)


def _named(
    stated: Sequence[Told], kind: str, side: str
) -> list[tuple[Told, tuple[Participant, ...]]]:
    """Return the claims that name a side: those of the leading type, or else of any."""
    named = [
        (each, each.claim.agents if side == "agents" else each.claim.targets) for each in stated
    ]
    named = [(each, who) for each, who in named if who]
    return [(each, who) for each, who in named if each.claim.type == kind] or named


def _type(name: str) -> EventType | None:
    try:
        return event_type(name)
    except UnknownChoiceError:
        return None  # a store may hold claims that others have annotated


def place_division(place: Place) -> str:
    """Return the division around the place of a claim, empty where it is unknown."""
    if place.point is None or place.anchor is None:
        return ""
    return _division(place.anchor, place.country, (place.point.latitude, place.point.longitude))


def _division(name: str, country: str | None, point: tuple[float, float]) -> str:
    """Return the division around a place, by its English name and where it is."""
    for entry in _by_name().get((country or "", name), ()):
        if kilometres_apart(point, (entry.latitude, entry.longitude)) <= _SAME_KM:
            return entry.english if entry.kind in _DIVISIONS else entry.parent
    return ""


@cache
def _by_name() -> Mapping[tuple[str, str], Sequence[GazetteerEntry]]:
    found: dict[tuple[str, str], list[GazetteerEntry]] = {}
    for entry in map(entry_from, table_lines()):
        found.setdefault((entry.country, entry.english), []).append(entry)
    return MappingProxyType(found)
