"""Say where each place of a report is, with the help of the places named beside it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from riwaya.analyze import grounding
from riwaya.analyze.grounding import Ground
from riwaya.analyze.place_choice import is_attached
from riwaya.analyze.place_sightings import Sighting
from riwaya.knowledge.countries import country_named
from riwaya.knowledge.extents import border_points, precision_of
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.knowledge.place_kinds import SETTLEMENTS
from riwaya.records.claim import Relation
from riwaya.records.reading import Sentence, Token

_INSIDE_TOWNS = frozenset({"neighbourhood", "square", "road", "gate", "prison", "site", "camp"})
"""Kinds that lie in the town they are named with, not beside it."""
_AMID_KM = 25.0
"""How far around a place of the sentence another lies that is named in no relation to it."""
_WIDE_KM = 120.0
"""No larger area of the sentence tells where a place is that is named in no relation to it."""
_LINK = 2


class Spot(NamedTuple):
    """A name, the place it means (None where it is not listed), and the relation to it."""

    sighting: Sighting
    entry: GazetteerEntry | None
    kind: str
    country: str
    relation: Relation


class Located(NamedTuple):
    """Where a place is; `parent` is the place that it took the circle from, where it has none."""

    ground: Ground
    parent: str | None = None


def grounds(
    tokens: Sequence[Token], sentences: Sequence[Sentence], spots: Sequence[Spot], home: str | None
) -> list[Located | None]:
    """Return where each is, None where nothing tells."""
    return _Report(tokens, sentences, spots, home).located()


class _Report:
    """The places of a report while their whereabouts are found out."""

    def __init__(
        self, tokens: Sequence[Token], sentences: Sequence[Sentence], spots: Sequence[Spot],
        home: str | None,
    ) -> None:  # fmt: skip
        self.tokens = tokens
        self.spots = spots
        self.home = home
        begins = [sentence.first for sentence in sentences]
        self.sentence = [bisect_right(begins, spot.sighting.first) for spot in spots]
        self.found: list[Located | None] = [None] * len(spots)

    def located(self) -> list[Located | None]:
        """Ground what stands by itself, then what leans on others."""
        leaning = []
        for at, spot in enumerate(self.spots):
            if self.found[at] is not None:
                continue
            if spot.sighting.name.borders or (
                spot.relation is Relation.NEAR and spot.kind == "country"
            ):
                self._border(at)
            elif spot.relation is Relation.BETWEEN and self._partner(at) is not None:
                self._between(at)
            elif spot.entry is not None:
                base = grounding.at_place(spot.entry)
                if spot.sighting.name.said and not spot.sighting.name.refers:
                    base = grounding.as_kind(spot.entry, spot.sighting.name.kind)
                self.found[at] = Located(related(base, spot))
            else:
                leaning.append(at)
        for at in leaning:
            self.found[at] = self._leaning(at)
        return self.found

    def _partner(self, at: int) -> int | None:
        """Return the other end of "between": the place joined to this one by و."""
        other = at + 1
        if other >= len(self.spots) or self.spots[at].entry is None:
            return None
        first, second = self.spots[at].sighting, self.spots[other].sighting
        apart = second.first - first.name.last
        joined = self.tokens[second.first].morph.conjunction == "و" or "و" in second.name.front
        is_same = self.sentence[at] == self.sentence[other]
        return other if joined and apart <= _LINK and is_same and self.spots[other].entry else None

    def _between(self, at: int) -> None:
        other = self._partner(at)
        one = self.spots[at].entry
        two = self.spots[other].entry if other is not None else None
        if other is None or one is None or two is None:
            return
        ground = None
        if one.kind == two.kind == "country":
            ground = grounding.on_border(one.country, [two.country], beside=self._points(at))
        if ground is None:
            circles = (grounding.at_place(one).circle, grounding.at_place(two).circle)
            ground = grounding.between(*circles)
        self.found[at] = self.found[other] = Located(ground)

    def _border(self, at: int) -> None:
        """Ground a border, and the countries named behind it: مع سوريا, بين سوريا وتركيا."""
        spot = self.spots[at]
        behind = list(self._named_behind(at))
        countries = [*spot.sighting.nations]
        if spot.entry is not None and spot.entry.country and not spot.sighting.name.refers:
            countries.append(spot.entry.country)
        countries += [self.spots[each].country for each in behind]
        countries = list(dict.fromkeys(filter(None, countries))) or [self.home or ""]
        if not countries[0]:
            return
        others = countries[1:] or self._across(at, countries[0])
        ground = grounding.on_border(countries[0], others, beside=self._points(at))
        if ground is None:
            known = country_named(countries[0])
            ground = grounding.along(known.as_place()) if known else None
        if ground is None:
            return
        for each in (at, *behind):
            self.found[each] = Located(ground)

    def _named_behind(self, at: int) -> Iterator[int]:
        """Yield the countries named right behind a border."""
        if not self.spots[at].sighting.name.borders or at + 1 >= len(self.spots):
            return
        one, two = self.spots[at].sighting, self.spots[at + 1].sighting
        apart = two.first - one.name.last
        if self.spots[at + 1].kind == "country" and self._same(at, at + 1) and apart <= _LINK:
            yield at + 1
            partner = self._partner(at + 1)
            if partner is not None and self.spots[at + 1].relation is Relation.BETWEEN:
                yield partner

    def _across(self, at: int, country: str) -> list[str]:
        """Return the country on the other side of a border of which one side is said."""
        spoken = [
            each.country
            for n, each in enumerate(self.spots)
            if self._same(at, n) and each.country != country
        ]
        candidates = (*spoken, self.home or "")
        return next(([each] for each in candidates if border_points(country, each)), [])

    def _points(self, at: int) -> list[tuple[float, float]]:
        """Return where the towns of the same sentence are, or those of the report if none are."""
        own, all_points = [], []
        for n, spot in enumerate(self.spots):
            if spot.entry is not None and n != at and not precision_of(spot.entry.kind).area:
                point = spot.entry.latitude, spot.entry.longitude
                all_points.append(point)
                if self._same(at, n):
                    own.append(point)
        return own or all_points

    def _same(self, one: int, two: int) -> bool:
        return self.sentence[one] == self.sentence[two]

    def _leaning(self, at: int) -> Located | None:
        """Ground a name that no table has by the places named beside it."""
        spot = self.spots[at]
        for one, two in ((at, at + 1), (at - 1, at)):
            other = two if one == at else one
            if one < 0 or two >= len(self.spots) or not self._attached(one, two):
                continue
            found = self.found[other]
            if found is not None:
                return Located(_beside(found.ground, spot, self.spots[other]), self._anchor(other))
        amid = [
            (found.ground.circle.radius_km, n)
            for n, found in enumerate(self.found)
            if found is not None
            and self._same(at, n)
            and self.spots[n].entry is not None
            and found.ground.circle.radius_km <= _WIDE_KM
        ]
        if amid:
            _, other = min(amid)
            found = self.found[other]
            if found is not None:
                circle = found.ground.circle.wider(_AMID_KM)
                return Located(Ground(circle, 3, 5), self._anchor(other))
        country = country_named(self.home) if self.home else None
        if country is None:
            return None
        return Located(grounding.at_place(country.as_place()), country.english)

    def _attached(self, one: int, two: int) -> bool:
        return self._same(one, two) and is_attached(
            self.tokens, self.spots[one].sighting, self.spots[two].sighting
        )

    def _anchor(self, at: int) -> str | None:
        entry, found = self.spots[at].entry, self.found[at]
        return entry.english if entry else found.parent if found else None


def related(base: Ground, spot: Spot) -> Ground:
    """Return where something is that lies in a relation to a place."""
    sighting = spot.sighting
    kind = _kind_of_area(spot)
    written = sighting.relation is not None and sighting.relation.direction
    side = sighting.part
    if side is not None and not written and not precision_of(kind).area:
        # The adjective of a town is a part of its name, or lies within it: حلب الشرقية.
        side = side if spot.relation is Relation.NEAR else None
    if sighting.distance_km is not None:
        return grounding.at_distance(base, sighting.distance_km, side)
    if side is not None:
        return grounding.toward_side(base, kind, side, country=spot.country)
    if spot.relation in (Relation.NEAR, Relation.TOWARD):
        return grounding.near(base, kind)
    return base


def _kind_of_area(spot: Spot) -> str:
    """Return the kind that the base has: that which is said, where it makes an area of a town."""
    name = spot.sighting.name
    if name.said and not name.refers and precision_of(name.kind).area and spot.kind in SETTLEMENTS:
        return name.kind
    return spot.kind


def _beside(parent: Ground, spot: Spot, other: Spot) -> Ground:
    """Return where a name is that stands beside another, in it or near it."""
    ground = parent
    if other.kind in SETTLEMENTS and spot.kind not in _INSIDE_TOWNS:
        ground = grounding.near(parent, other.kind)
    return Ground(ground.circle, max(2, ground.geo_precision), max(2, ground.where_prec))
