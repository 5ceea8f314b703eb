"""How far places lie apart on the earth."""

from math import asin, cos, radians, sin, sqrt

_DIAMETER_KM = 12_742.0


def kilometres_apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance between two points, each latitude and longitude in degrees.

    >>> round(kilometres_apart((32.89, 13.19), (32.12, 20.07)))
    651
    """
    north, other_north = radians(one[0]), radians(other[0])
    east = radians(other[1] - one[1])
    chord = sin((other_north - north) / 2) ** 2
    chord += cos(north) * cos(other_north) * sin(east / 2) ** 2
    # Rounding may lift the chord of two ends of the earth above 1.
    return _DIAMETER_KM * asin(sqrt(min(chord, 1.0)))
