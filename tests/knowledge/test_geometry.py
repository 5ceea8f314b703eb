"""Points and circles on the sphere keep the distances that were asked for."""

from math import cos, pi, radians, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.knowledge.distances import kilometres_apart
from riwaya.knowledge.geometry import (
    EARTH_RADIUS_KM,
    Circle,
    circle_holding,
    destination,
    midpoint,
    quarter,
    spread,
)

KM_IN_A_DEGREE = EARTH_RADIUS_KM * pi / 180
LATITUDES = st.floats(-60, 60)
LONGITUDES = st.floats(-179, 179)
POINTS = st.tuples(LATITUDES, LONGITUDES)
BEARINGS = st.sampled_from([0.0, 45.0, 90.0, 135.0, 180.0, 225.0, 270.0, 315.0])


def test_a_degree_of_latitude_is_as_long_as_the_earth_is_large() -> None:
    assert pytest.approx(111.195, abs=0.001) == KM_IN_A_DEGREE


def test_tripoli_and_benghazi_lie_as_far_apart_as_on_the_map() -> None:
    # cos(c) = sin 32.8874 sin 32.1167 + cos 32.8874 cos 32.1167 cos(20.0667 - 13.1873):
    # 0.543006 × 0.531684 + 0.839728 × 0.846939 × 0.992800 = 0.994789, c = 5.851°, × 111.195 km
    assert kilometres_apart((32.8874, 13.1873), (32.1167, 20.0667)) == pytest.approx(650.6, abs=1.0)


def test_a_way_east_is_shorter_in_degrees_near_the_equator() -> None:
    latitude, longitude = destination((33.0, 36.0), bearing=90, km=10)
    assert latitude == pytest.approx(33.0, abs=0.001)
    assert longitude == pytest.approx(36.0 + 10 / (KM_IN_A_DEGREE * cos(radians(33))), abs=0.001)


@given(start=POINTS, bearing=st.floats(0, 360), km=st.floats(0, 2000))
def test_a_destination_lies_as_far_as_was_asked(
    start: tuple[float, float], bearing: float, km: float
) -> None:
    there = destination(start, bearing=bearing, km=km)
    assert kilometres_apart(start, there) == pytest.approx(km, rel=1e-3, abs=0.01)
    assert -180 <= there[1] <= 180


@given(one=POINTS, other=POINTS)
def test_a_midpoint_is_as_far_from_both(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    apart = kilometres_apart(one, other)
    if apart < 15_000:
        middle = midpoint([one, other])
        assert kilometres_apart(middle, one) == pytest.approx(apart / 2, rel=1e-3, abs=0.01)
        assert kilometres_apart(middle, other) == pytest.approx(apart / 2, rel=1e-3, abs=0.01)


CIRCLES = st.builds(Circle, st.floats(30, 37), st.floats(10, 48), st.floats(0, 300))


@given(circles=st.lists(CIRCLES, min_size=1, max_size=6), bearing=st.floats(0, 360))
def test_a_circle_that_holds_others_holds_their_edges(
    circles: list[Circle], bearing: float
) -> None:
    around = circle_holding(circles)
    for circle in circles:
        edge = destination(circle.middle, bearing=bearing, km=circle.radius_km)
        assert around.wider(0.01 + around.radius_km / 1000).holds(edge)


@given(start=POINTS, bearing=BEARINGS, reach=st.floats(0.5, 200), off=st.floats(-45, 45))
def test_a_quarter_holds_all_that_lies_that_way(
    start: tuple[float, float], bearing: float, reach: float, off: float
) -> None:
    circle = quarter(start, bearing=bearing, reach_km=reach)
    there = destination(start, bearing=(bearing + off) % 360, km=reach)
    assert circle.wider(0.01 + reach / 100).holds(there)
    assert circle.wider(0.01 + reach / 1000).holds(start)
    behind = destination(start, bearing=(bearing + 180) % 360, km=reach / 50 + 0.1)
    assert not circle.holds(behind)


@given(start=POINTS, reach=st.floats(1, 200))
def test_the_quarter_to_the_north_lies_north(start: tuple[float, float], reach: float) -> None:
    circle = quarter(start, bearing=0, reach_km=reach)
    south_end = destination(circle.middle, bearing=180, km=circle.radius_km)
    assert circle.latitude > start[0]
    assert south_end[0] >= start[0] - 1e-6
    assert circle.radius_km == pytest.approx(reach / sqrt(2))


@given(km=st.floats(1, 100), start=st.floats(0, 30), off=st.floats(-22.5, 22.5))
def test_a_stated_distance_may_count_from_the_middle_or_the_edge(
    km: float, start: float, off: float
) -> None:
    place = (33.0, 36.0)
    point = destination(place, bearing=90, km=km)
    radius = spread(km, start_km=start, angle=22.5)
    for counted in (km, km + start):
        there = destination(place, bearing=90 + off, km=counted)
        assert kilometres_apart(point, there) <= radius * 1.01 + 0.05
