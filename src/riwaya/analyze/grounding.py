"""Turn a place and the relation to it into a circle that holds where something was.

What the circles are and where the figures come from: docs/explanation/places.md.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from riwaya.knowledge.distances import kilometres_apart
from riwaya.knowledge.extents import border_points, circle_of, country_part, neighbors, precision_of
from riwaya.knowledge.geometry import Circle, circle_holding, destination, quarter, spread
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.knowledge.place_kinds import SETTLEMENTS, radius_km
from riwaya.records.claim import Relation

BEARINGS = {
    Relation.NORTH_OF: 0.0, Relation.NORTHEAST_OF: 45.0, Relation.EAST_OF: 90.0,
    Relation.SOUTHEAST_OF: 135.0, Relation.SOUTH_OF: 180.0, Relation.SOUTHWEST_OF: 225.0,
    Relation.WEST_OF: 270.0, Relation.NORTHWEST_OF: 315.0,
}  # fmt: skip
_OFF_COURSE = 22.5
"""How many degrees a stated direction may be off: half of what lies between two of the eight."""
_TO_THE_CORNER = 2.0**0.5
_ABOUT_25_KM = 30.0
"""UCDP's where_prec 2: within about 25 km of a known point."""
_SMALL_REGION_KM = 40.0
"""Up to this a circle is a small part of a region (ACLED 2), beyond it is a region (3)."""
_COUNTRYSIDE_KM = 15.0
_BORDER_GAP_KM = 20.0
"""Half of what lies between two points of a border, and the land that counts as the border's."""
_BORDER_NEAR_KM = 60.0
_SUBDIVISIONS = frozenset({"governorate", "district"})


class Ground(NamedTuple):
    """A circle, how exactly it is known (ACLED's and UCDP's codes), and whose circle it is."""

    circle: Circle
    geo_precision: int
    where_prec: int


@cache
def at_place(entry: GazetteerEntry) -> Ground:
    """Return where a place of the gazetteer is."""
    precision = precision_of(entry.kind)
    circle = circle_of(entry)
    if not entry.exact:
        return Ground(circle, 3, 4 if entry.parent else 6)
    geo = precision.geo_precision
    if entry.kind == "region" and circle.radius_km <= _SMALL_REGION_KM:
        geo = 2
    return Ground(circle, geo, precision.where_prec)


def as_kind(entry: GazetteerEntry, said: str) -> Ground:
    """Return where a place is that is said to be of another kind: مطار, ريف, محافظة."""
    ground = at_place(entry)
    if said == entry.kind or {said, entry.kind} <= SETTLEMENTS:
        return ground
    if said in _SUBDIVISIONS and entry.kind in SETTLEMENTS:
        precision = precision_of(said)
        wide = max(radius_km(said), ground.circle.radius_km)
        circle = ground.circle._replace(radius_km=wide)
        return Ground(circle, precision.geo_precision, precision.where_prec)
    if said == "region" and entry.kind in SETTLEMENTS:
        return _loose(ground.circle.wider(_COUNTRYSIDE_KM))
    if radius_km(said) < ground.circle.radius_km and entry.kind in SETTLEMENTS:
        return _loose(ground.circle.wider(precision_of(entry.kind).margin_km))
    return ground


def near(ground: Ground, kind: str) -> Ground:
    """Return the surroundings of a place (قرب, محيط, أطراف, ضواحي, نحو)."""
    circle = ground.circle.wider(precision_of(kind).margin_km)
    if precision_of(kind).area:
        return ground._replace(circle=circle)
    return _loose(circle)


def toward_side(ground: Ground, kind: str, side: Relation, *, country: str = "") -> Ground:
    """Return what lies to one side of a place: beyond its edge, or within it where it is an area.

    `country` (ISO 3166) is that of the place.
    """
    bearing = BEARINGS[side]
    circle, precision = ground.circle, precision_of(kind)
    if precision.area:
        part = country_part(country, side) if kind == "country" else None
        part = part or quarter(circle.middle, bearing=bearing, reach_km=circle.radius_km)
        geo = 2 if part.radius_km <= _SMALL_REGION_KM else ground.geo_precision
        whole = ground.where_prec
        return Ground(part, geo, 5 if kind == "country" else whole)
    usual = circle.radius_km + precision.margin_km
    return _loose(quarter(circle.middle, bearing=bearing, reach_km=usual * _TO_THE_CORNER))


def at_distance(ground: Ground, km: float, side: Relation | None) -> Ground:
    """Return what lies so many kilometers from a place, in a direction or in any."""
    circle = ground.circle
    if side is None:
        return _loose(circle.wider(km))
    point = destination(circle.middle, bearing=BEARINGS[side], km=km)
    radius = spread(km, start_km=circle.radius_km, angle=_OFF_COURSE)
    return _loose(Circle(*point, radius))


def between(one: Circle, other: Circle) -> Ground:
    """Return what lies between two places: the circle through both of their middles."""
    ends = circle_holding([one._replace(radius_km=0.0), other._replace(radius_km=0.0)])
    return _loose(ends._replace(radius_km=max(ends.radius_km, 1.0)))


def on_border(
    country: str, others: Iterable[str], *, beside: Sequence[tuple[float, float]]
) -> Ground | None:
    """Return where the border of a country is, with the others or, where none is given, with all.

    Where some point of the border lies near a place that is named `beside` it, that stretch is
    meant. None where no border is known.
    """
    points = [
        point
        for other in (tuple(others) or neighbors(country))
        for point in border_points(country, other)
    ]
    if not points:
        return None
    near_by = [
        point
        for point in points
        if any(kilometres_apart(point, place) <= _BORDER_NEAR_KM for place in beside)
    ]
    circles = [Circle(*point, _BORDER_GAP_KM) for point in near_by or points]
    return Ground(circle_holding(circles), 2 if near_by else 3, 5)


def along(entry: GazetteerEntry) -> Ground:
    """Return where the border of a country is of which no point is known: somewhere about it."""
    return Ground(circle_of(entry), 3, 5)


def _loose(circle: Circle) -> Ground:
    """Return a circle around a known point as precise as its radius tells."""
    geo = 2 if circle.radius_km <= _SMALL_REGION_KM else 3
    return Ground(circle, geo, 2 if circle.radius_km <= _ABOUT_25_KM else 5)
