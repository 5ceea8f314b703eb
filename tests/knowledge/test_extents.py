"""Circles of places hold what lies in them; every kind has its precision; borders run between."""

import pytest

from riwaya.knowledge.extents import border_points, circle_of, country_part, precision_of
from riwaya.knowledge.gazetteer import gazetteer
from riwaya.knowledge.geometry import Circle
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.knowledge.place_kinds import kinds
from riwaya.records.claim import Relation


def the_entry(name: str, kind: str, country: str = "SY") -> GazetteerEntry:
    (entry, *_) = [e for e in gazetteer().named(name) if (e.kind, e.country) == (kind, country)]
    return entry


def the_circle(name: str, kind: str, country: str = "SY") -> Circle:
    return circle_of(the_entry(name, kind, country))


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_has_its_precision(kind: str) -> None:
    precision = precision_of(kind)
    assert precision.margin_km > 0
    assert precision.geo_precision in {1, 2, 3}
    assert precision.where_prec in range(1, 8)
    assert kind == "site" or precision is not precision_of("site")


def test_every_place_has_a_circle() -> None:
    assert all(circle_of(entry).radius_km > 0 for entry in gazetteer().entries())


@pytest.mark.parametrize(
    ("town", "governorate"),
    [
        ("منبج", "حلب"),
        ("عفرين", "حلب"),
        ("سراقب", "ادلب"),
        ("البوكمال", "دير الزور"),
        ("تدمر", "حمص"),
    ],
)
def test_a_governorate_holds_its_towns(town: str, governorate: str) -> None:
    inside = gazetteer().named(town)[0]
    assert the_circle(governorate, "governorate").holds((inside.latitude, inside.longitude))


@pytest.mark.parametrize(
    ("town", "country"),
    [
        ("القامشلي", "سوريا"),
        ("درعا", "سوريا"),
        ("طبرق", "ليبيا"),
        ("غدامس", "ليبيا"),
        ("البصره", "العراق"),
    ],
)
def test_a_country_holds_its_towns(town: str, country: str) -> None:
    inside = gazetteer().named(town)[0]
    whole = the_circle(country, "country", inside.country)
    assert whole.holds((inside.latitude, inside.longitude))


def test_larger_towns_reach_farther() -> None:
    # 1.5 km for the point's being off the middle, and 1.25 times the radius of a round town of
    # so many people at 5,000 to a square kilometer.
    aleppo = the_entry("حلب", "city")
    built = (aleppo.population / 5000 / 3.14159) ** 0.5
    assert circle_of(aleppo).radius_km == pytest.approx(1.5 + 1.25 * built, abs=0.06)
    assert circle_of(aleppo).radius_km > the_circle("منبج", "city").radius_km


def test_a_place_of_unknown_coordinates_may_be_anywhere_in_its_parent() -> None:
    vague = [entry for entry in gazetteer().entries() if not entry.exact and entry.parent]
    divisions = [e for e in gazetteer().entries() if e.kind in {"governorate", "district"}]
    assert vague
    for entry in vague:
        parent = (entry.country, entry.parent)
        radii = {circle_of(e).radius_km for e in divisions if (e.country, e.english) == parent}
        assert circle_of(entry).radius_km in radii | {60.0}


@pytest.mark.parametrize(
    ("side", "town"),
    [(Relation.WEST_OF, "طرابلس"), (Relation.EAST_OF, "بنغازي"), (Relation.SOUTH_OF, "سبها")],
)
def test_a_part_of_a_country_holds_its_towns(side: Relation, town: str) -> None:
    inside = gazetteer().named(town)[0]
    part = country_part("LY", side)
    assert part is not None
    assert part.holds((inside.latitude, inside.longitude))


@pytest.mark.parametrize(
    ("one", "other", "point"),
    [("SY", "TR", (36.64, 37.08)), ("LY", "TN", (33.14, 11.39)), ("SA", "YE", (16.4, 42.8))],
)
def test_a_border_runs_by_its_crossings(one: str, other: str, point: tuple[float, float]) -> None:
    assert border_points(one, other) == border_points(other, one)
    assert any(Circle(*each, 40.0).holds(point) for each in border_points(one, other))
