"""How far places reach, how exactly they are known, and where borders run."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import pi, sqrt
from types import MappingProxyType
from typing import NamedTuple

from riwaya.knowledge.geometry import Circle
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.knowledge.place_kinds import SETTLEMENTS, radius_km
from riwaya.records.claim import Relation

_PEOPLE_TO_A_KM2 = 5000.0
"""How densely towns of the region are built."""
_UNEVEN = 1.25
"""How much farther than a round town of its size a town reaches."""
_OFF_CENTER_KM = 1.5
"""How far the coordinates of a town may lie from its middle."""
_ANYWHERE_KM = 2000.0


class KindPrecision(NamedTuple):
    """How exactly a place of a kind is known.

    `margin_km` is how far around the place "near" reaches, `area` tells that a direction seen from
    it is a part of it. `geo_precision` is ACLED's, `where_prec` UCDP's.
    """

    margin_km: float
    geo_precision: int
    where_prec: int
    area: bool = False


def precision_of(kind: str) -> KindPrecision:
    """Return how exactly a place of a kind is known.

    >>> precision_of("village").margin_km < precision_of("city").margin_km
    True
    """
    return _precisions().get(kind) or _precisions()["site"]


@cache
def circle_of(entry: GazetteerEntry) -> Circle:
    """Return a circle that holds a place of the gazetteer."""
    return Circle(entry.latitude, entry.longitude, _radius(entry))


def border_points(one: str, other: str) -> Sequence[tuple[float, float]]:
    """Return points along the border of two countries (ISO 3166), none where none are known.

    >>> len(border_points("TR", "SY")) > 5, border_points("SY", "FR")
    (True, ())
    """
    return _borders().get((min(one, other), max(one, other)), ())


def neighbors(country: str) -> tuple[str, ...]:
    """Return the countries that a country has a known border with."""
    return tuple(two if one == country else one for one, two in _borders() if country in (one, two))


def country_part(country: str, side: Relation) -> Circle | None:
    """Return the circle that holds the places in a part of a country, None where it is unknown.

    >>> north = country_part("LY", Relation.NORTH_OF)
    >>> north is not None and north.latitude > 30
    True
    """
    return _country_parts().get((country, side))


def _radius(entry: GazetteerEntry) -> float:
    if not entry.exact:
        parent = _extents_by_name().get((entry.country, entry.parent))
        return parent or radius_km("governorate" if entry.parent else "country")
    known = _extents().get(entry.id)
    if known is not None:
        return known
    if entry.kind in SETTLEMENTS and entry.population:
        built = sqrt(entry.population / _PEOPLE_TO_A_KM2 / pi)
        return round(_OFF_CENTER_KM + _UNEVEN * built, 1)
    return radius_km(entry.kind) or _ANYWHERE_KM


@cache
def _extents() -> Mapping[str, float]:
    return MappingProxyType({row[0]: float(row[3]) for row in _rows("extents.tsv")})


@cache
def _extents_by_name() -> Mapping[tuple[str, str], float]:
    return MappingProxyType({(row[1], row[2]): float(row[3]) for row in _rows("extents.tsv")})


@cache
def _country_parts() -> Mapping[tuple[str, Relation], Circle]:
    found = {
        (country, Relation(side)): Circle(float(latitude), float(longitude), float(radius))
        for country, side, latitude, longitude, radius in _rows("country_parts.tsv")
    }
    return MappingProxyType(found)


@cache
def _borders() -> Mapping[tuple[str, str], Sequence[tuple[float, float]]]:
    return MappingProxyType({(one, two): _points(cell) for one, two, cell in _rows("borders.tsv")})


def _points(cell: str) -> tuple[tuple[float, float], ...]:
    pairs = (point.split(",") for point in cell.split(";"))
    return tuple((float(latitude), float(longitude)) for latitude, longitude in pairs)


@cache
def _precisions() -> Mapping[str, KindPrecision]:
    rows = tomllib.loads(_table("precisions.toml").read_text(encoding="utf-8"))["kinds"]
    return MappingProxyType({kind: KindPrecision(**row) for kind, row in rows.items()})


def _rows(name: str) -> list[list[str]]:
    lines = _table(name).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


def _table(name: str) -> Traversable:
    return files("riwaya.knowledge") / "tables" / "places" / name
