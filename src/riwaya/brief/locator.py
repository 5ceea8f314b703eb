"""A map to find one's way: circles as wide as places are known, and towns around them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import NamedTuple

from riwaya.brief.labels import Labels
from riwaya.brief.naming import Town, towns
from riwaya.records.claim import Point

WIDTH, HEIGHT = 440.0, 330.0
"""The map in units of its own; letters are `LETTER` of them high."""
LETTER = 13.0
_MARGIN = 10.0
_KM_A_DEGREE = 111.2
_LEAST_KM = 16.0
"""The least that is shown from west to east."""
_AROUND = 1.9
"""How much wider than the circles the map is."""
_MOST_TOWNS = 11
_AWAY = 6.5
"""How far a name stands from its dot."""
_BOLD, _SMALL = 1.14, 0.82
"""How much wider the names of events are than those of towns, and how much those of degrees."""
_WIDTHS = (0.62, 0.55)
"""The width of a letter, Latin and Arabic, in heights of one."""
_STEPS = (0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)
_SCALES = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_LEAST_CIRCLE = 3.5
_WIDE_KM = 150.0
"""A circle wider than this says no more than the country: it is drawn only if there is no other."""
_TOWN_APART = 16.0


class Spot(NamedTuple):
    """Something that was at a place: its point, the style it is drawn in, and its name if shown."""

    point: Point
    style: str
    name: str | None = None
    title: str = ""


class Circle(NamedTuple):
    """A place as wide as it is known."""

    x: float
    y: float
    radius: float
    style: str
    title: str


class Label(NamedTuple):
    """A name on the map; `anchor` is "start", "middle" or "end" as the words run."""

    x: float
    y: float
    text: str
    anchor: str
    style: str


class Dot(NamedTuple):
    """A town."""

    x: float
    y: float
    style: str


class Line(NamedTuple):
    """A line of the graticule with what it is called."""

    x1: float
    y1: float
    x2: float
    y2: float
    label: Label


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    @property
    def is_inside(self) -> bool:
        return self.left >= 2 and self.top >= 2 and self.right <= WIDTH - 2 and (  # noqa: PLR2004
            self.bottom <= HEIGHT - 16)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Locator:
    """All that is drawn."""

    circles: tuple[Circle, ...]
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    scale: float
    scale_label: str
    left_out: int
    width: float = WIDTH
    height: float = HEIGHT


@dataclass(frozen=True, slots=True)
class _Frame:
    """How degrees become units of the map."""

    latitude: float
    longitude: float
    units_a_km: float

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        east = (longitude - self.longitude) * _KM_A_DEGREE * cos(radians(self.latitude))
        north = (latitude - self.latitude) * _KM_A_DEGREE
        return WIDTH / 2 + east * self.units_a_km, HEIGHT / 2 - north * self.units_a_km

    @property
    def degrees_wide(self) -> float:
        return WIDTH / self.units_a_km / _KM_A_DEGREE / cos(radians(self.latitude))

    @property
    def degrees_high(self) -> float:
        return HEIGHT / self.units_a_km / _KM_A_DEGREE


def locator(spots: Iterable[Spot], words: Labels) -> Locator | None:
    """Draw a map of some places; None where there are none."""
    every = tuple(dict.fromkeys(spots))
    shown = tuple(spot for spot in every if spot.point.radius_km <= _WIDE_KM) or every
    if not shown:
        return None
    frame = _frame([spot.point for spot in shown])
    circles = tuple(_circle(spot, frame) for spot in shown)
    lines = tuple(_lines(frame, words))
    sheet = _Sheet(words, [_box_of(line.label, words) for line in lines])
    labels = list(_spot_labels(shown, frame, sheet))
    dots, names = _towns(frame, sheet, {spot.name for spot in shown if spot.name})
    scale = max(km for km in _SCALES if km * frame.units_a_km <= WIDTH / 4 or km == _SCALES[0])
    return Locator(
        circles=tuple(sorted(circles, key=lambda circle: -circle.radius)),
        dots=tuple(dots),
        lines=lines,
        labels=(*labels, *names),
        scale=round(scale * frame.units_a_km, 1),
        scale_label=words["map"]["kilometres"].format(number=words.number(scale)),
        left_out=len(every) - len(shown),
    )


def _frame(points: Sequence[Point]) -> _Frame:
    heights = [point.radius_km / _KM_A_DEGREE for point in points]
    north = max(p.latitude + h for p, h in zip(points, heights, strict=True))
    south = min(p.latitude - h for p, h in zip(points, heights, strict=True))
    middle = max(-80.0, min(80.0, (north + south) / 2))
    shrunk = cos(radians(middle))
    east = max(p.longitude + h / shrunk for p, h in zip(points, heights, strict=True))
    west = min(p.longitude - h / shrunk for p, h in zip(points, heights, strict=True))
    high, wide = (north - south) * _KM_A_DEGREE, (east - west) * _KM_A_DEGREE * shrunk
    across = max(_LEAST_KM, wide * _AROUND, high * _AROUND * WIDTH / HEIGHT)
    return _Frame(middle, (east + west) / 2, WIDTH / across)


def _circle(spot: Spot, frame: _Frame) -> Circle:
    x, y = frame.place(spot.point.latitude, spot.point.longitude)
    radius = max(spot.point.radius_km * frame.units_a_km, _LEAST_CIRCLE)
    return Circle(round(x, 1), round(y, 1), round(radius, 1), spot.style, spot.title)


class _Sheet:
    """Where names already stand."""

    def __init__(self, words: Labels, taken: list[_Box]) -> None:
        self.words = words
        self._taken = [*taken, _Box(WIDTH * 0.7, 0, WIDTH, 24)]  # the scale

    def take(self, x: float, y: float, radius: float) -> None:
        """Keep names away from a dot."""
        self._taken.append(_Box(x - radius, y - radius, x + radius, y + radius))

    def label(self, text: str, x: float, y: float, *, style: str) -> Label | None:
        """Put a name beside a place where nothing else stands; None where there is no room."""
        away, high = _AWAY, LETTER * 0.75
        size = _size(text, self.words) * (_BOLD if style == "named" else 1.0)
        choices = (
            (x + away, y + high / 2, "start", x + away),
            (x - away, y + high / 2, "end", x - away - size),
            (x, y - away - 3, "middle", x - size / 2),
            (x, y + away + high, "middle", x - size / 2),
        )
        for at, base, anchor, edge in choices:
            box = _Box(edge - 3, base - high - 3, edge + size + 3, base + 4)
            if box.is_inside and not any(box.meets(other) for other in self._taken):
                self._taken.append(box)
                self.take(x, y, 4)
                return Label(round(at, 1), round(base, 1), text, _run(anchor, self.words), style)
        return None


def _size(text: str, words: Labels) -> float:
    return len(text) * LETTER * _WIDTHS[words.is_rtl]


def _box_of(label: Label, words: Labels) -> _Box:
    size = _size(label.text, words) * _SMALL
    left = label.x - size / 2 if label.anchor == "middle" else label.x
    return _Box(left, label.y - 11, left + size, label.y + 3)


def _spot_labels(spots: Iterable[Spot], frame: _Frame, sheet: _Sheet) -> Iterator[Label]:
    placed = [(spot, *frame.place(spot.point.latitude, spot.point.longitude)) for spot in spots]
    for _, x, y in placed:
        sheet.take(x, y, 5)
    for spot, x, y in placed:
        found = sheet.label(spot.name, x, y, style="named") if spot.name else None
        if found:
            yield found


def _towns(frame: _Frame, sheet: _Sheet, named: set[str]) -> tuple[list[Dot], list[Label]]:
    dots: list[Dot] = []
    labels: list[Label] = []
    for town in towns():
        if len(dots) >= _MOST_TOWNS:
            break
        x, y = frame.place(town.latitude, town.longitude)
        if not (4 < x < WIDTH - 4 and 4 < y < HEIGHT - 20):  # noqa: PLR2004  # within the frame
            continue
        if any(hypot(x - dot.x, y - dot.y) < _TOWN_APART for dot in dots):
            continue
        name = town.name(sheet.words)
        label = None if name in named else sheet.label(name, x, y, style="town")
        if label or name in named:
            dots.append(_dot(town, x, y))
        if label:
            labels.append(label)
    return dots, labels


def _dot(town: Town, x: float, y: float) -> Dot:
    return Dot(round(x, 1), round(y, 1), "capital" if town.is_capital else "town")


def _run(anchor: str, words: Labels) -> str:
    """Return an anchor as text of the page's direction has it."""
    if not words.is_rtl:
        return anchor
    return {"start": "end", "end": "start"}.get(anchor, anchor)


def _lines(frame: _Frame, words: Labels) -> Iterator[Line]:
    table = words["map"]
    step = _step(frame.degrees_wide)
    for degree in _multiples(frame.longitude, frame.degrees_wide, step):
        x = round(frame.place(frame.latitude, degree)[0], 1)
        text = f"{_degrees(degree, step, words)} {table['east' if degree >= 0 else 'west']}"
        yield Line(x, 0, x, HEIGHT, Label(x, HEIGHT - 5, text, "middle", "degree"))
    step = _step(frame.degrees_high)
    for degree in _multiples(frame.latitude, frame.degrees_high, step):
        y = round(frame.place(degree, frame.longitude)[1], 1)
        if not 12 < y < HEIGHT - 24:  # noqa: PLR2004  # its name would leave the frame
            continue
        text = f"{_degrees(degree, step, words)} {table['north' if degree >= 0 else 'south']}"
        yield Line(0, y, WIDTH, y, Label(4, y - 4, text, _run("start", words), "degree"))


def _step(span: float) -> float:
    return min(_STEPS, key=lambda step: abs(span / step - 3))


def _multiples(middle: float, span: float, step: float) -> Iterator[float]:
    first = int((middle - span / 2) // step)
    for number in range(first, first + int(span / step) + 3):
        degree = round(number * step, 4)
        if abs(degree - middle) < span / 2 * 0.92:
            yield degree


def _degrees(degree: float, step: float, words: Labels) -> str:
    digits = 0 if step >= 1 else 1 if round(step * 10, 6) % 1 == 0 else 2
    rounded = round(abs(degree), digits)
    return words.number(int(rounded) if rounded % 1 == 0 else rounded) + "°"
