"""Points and circles on the earth, taken for a sphere."""

from collections.abc import Sequence
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import NamedTuple

from riwaya.knowledge.distances import kilometres_apart

EARTH_RADIUS_KM = 6371.0
HALF_WAY_ROUND_KM = 20_015.0
"""No two points lie farther apart."""


class Circle(NamedTuple):
    """A point, its latitude and longitude in degrees, and all that lies within a radius of it."""

    latitude: float
    longitude: float
    radius_km: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its point."""
        return self.latitude, self.longitude

    def holds(self, point: tuple[float, float]) -> bool:
        """Tell whether a point lies in it.

        >>> Circle(32.89, 13.19, 10.0).holds((32.95, 13.19))
        True
        """
        return kilometres_apart(self.middle, point) <= self.radius_km

    def wider(self, margin_km: float) -> "Circle":
        """Return the circle around the same point whose radius is that much larger."""
        return self._replace(radius_km=self.radius_km + margin_km)


def destination(start: tuple[float, float], *, bearing: float, km: float) -> tuple[float, float]:
    """Return the point that lies so far from another; the bearing is in degrees from north.

    One degree of a great circle is 111.19 km.

    >>> north = destination((30.0, 10.0), bearing=0, km=111.19)
    >>> round(north[0], 3), round(north[1], 3)
    (31.0, 10.0)
    """
    latitude, longitude = radians(start[0]), radians(start[1])
    course, angle = radians(bearing), km / EARTH_RADIUS_KM
    north = sin(latitude) * cos(angle) + cos(latitude) * sin(angle) * cos(course)
    reached = asin(max(-1.0, min(1.0, north)))
    east = atan2(
        sin(course) * sin(angle) * cos(latitude), cos(angle) - sin(latitude) * sin(reached)
    )
    return degrees(reached), (degrees(longitude + east) + 540.0) % 360.0 - 180.0


def midpoint(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the middle of points, on the sphere.

    >>> midpoint([(0.0, 10.0), (0.0, 20.0)])
    (0.0, 15.0)
    """
    x = y = z = 0.0
    for latitude, longitude in points:
        north, east = radians(latitude), radians(longitude)
        x += cos(north) * cos(east)
        y += cos(north) * sin(east)
        z += sin(north)
    return round(degrees(atan2(z, hypot(x, y))), 9), round(degrees(atan2(y, x)), 9)


def circle_holding(circles: Sequence[Circle]) -> Circle:
    """Return a circle around the middle of others that holds them all.

    >>> round(circle_holding([Circle(0.0, 10.0, 5.0), Circle(0.0, 12.0, 5.0)]).radius_km, 1)
    116.2
    """
    middle = midpoint([circle.middle for circle in circles])
    reach = max(kilometres_apart(middle, each.middle) + each.radius_km for each in circles)
    return Circle(*middle, min(reach, HALF_WAY_ROUND_KM))


def quarter(middle: tuple[float, float], *, bearing: float, reach_km: float) -> Circle:
    """Return the smallest circle that holds a quarter of a disc, the one toward a bearing.

    The quarter opens from the middle, 45° to either side, as far as `reach_km`. Its smallest circle
    passes through the middle and both corners: center and radius are both reach / √2.

    >>> circle = quarter((0.0, 0.0), bearing=90, reach_km=100.0)
    >>> round(circle.radius_km, 2), round(circle.latitude, 9), round(circle.longitude * 111.19, 1)
    (70.71, 0.0, 70.7)
    """
    half = reach_km / sqrt(2.0)
    return Circle(*destination(middle, bearing=bearing, km=half), half)


def spread(km: float, *, start_km: float, angle: float) -> float:
    """Return how far a place may lie from the point so many kilometers off in a direction.

    The distance may have been measured from the middle of the place that is named or from its edge,
    `start_km` farther on, and the direction may be off by an angle (degrees).

    >>> round(spread(10.0, start_km=5.0, angle=0.0), 1)
    5.0
    """
    far = km + start_km
    return sqrt(max(0.0, km**2 + far**2 - 2 * km * far * cos(radians(angle))))
