"""Find places by a name alone, with the reason for each, the likeliest first."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from riwaya.arabic.letters import is_arabic
from riwaya.arabic.names import joined_key, latin_words, name_words, sound_key
from riwaya.knowledge.asked_places import asked_place, leading_parts
from riwaya.knowledge.distances import kilometres_apart
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.knowledge.place_index import LANDMARKS, Likeness, place_index
from riwaya.knowledge.place_kinds import SETTLEMENTS, radius_km, without_kind

CREDIBLE = 0.7
"""The score from which the first candidate is an answer."""
_NAMED_BARE = SETTLEMENTS | {"governorate", "region", "district", "neighbourhood", "country",
                             "island", "mountain", "desert", "site"}  # fmt: skip
_TOWNS = SETTLEMENTS - {"village"}
_ONE_PLACE_KM = 12.0
"""Two entries of one name nearer than this are taken for one place."""
_NEAR_KM = 60.0
"""How far a place lies at most from one that is named beside it."""
_SURE = 0.85
"""The score from which a part of a name is taken for a town's."""
_RUNNER_UP = 0.3
_WITHOUT_KIND = 0.5
"""What is left of a score where an airport or a crossing is asked for by its bare name."""
_ASTRAY = 0.5
"""What is left of a score where the place lies far from what is named beside it."""
_MANIFOLD = {"village": 0.7, "neighbourhood": 0.25, "town": 0.12}
"""How much each bearer of its name elsewhere tells that there are more of them than known."""
_LATIN_SLACK = 0.1
"""How unlike two Latin spellings may be that sound the same: Misrata and Misratah."""
_LONG_SPELLED, _LONG_NAME, _LONG_SOUND = 5, 7, 7
"""How many letters make a name that is not met by chance."""


class Candidate(NamedTuple):
    """A place that a name may mean.

    `score` (0 to 1) falls with the distance between the names and with rivals of the same name.
    """

    entry: GazetteerEntry
    score: float
    reason: str

    @property
    def name(self) -> str:
        """Its usual Arabic name, or the Latin one where no other is known."""
        return self.entry.arabic[0] if self.entry.arabic else self.entry.english

    @property
    def radius_km(self) -> float:
        """How far the place may reach from the coordinates, or lie from them."""
        if self.entry.exact:
            return radius_km(self.entry.kind)
        return radius_km("governorate" if self.entry.parent else "country")

    def as_record(self) -> dict[str, str | float | bool]:
        """Return it as the JSON of `riwaya places find --jsonl` has it."""
        entry = self.entry
        return {
            "name": self.name,
            "english": entry.english,
            "kind": entry.kind,
            "country": entry.country,
            "parent": entry.parent,
            "latitude": entry.latitude,
            "longitude": entry.longitude,
            "radius_km": self.radius_km,
            "exact": entry.exact,
            "score": self.score,
            "reason": self.reason,
            "id": entry.id,
        }


class _Found(NamedTuple):
    """An entry and how it was met.

    `closeness` (0 to 1) is what the names have in common, `as_kind` tells that its kind is the one
    that was asked for.
    """

    entry: GazetteerEntry
    likeness: Likeness
    closeness: float
    as_kind: bool

    @property
    def weight(self) -> float:
        """How likely it is meant among all that were met as closely."""
        entry = self.entry
        settled = 1.5 * (entry.kind in SETTLEMENTS)
        return entry.prominence + settled + 4.0 * self.as_kind - 2.5 * (not entry.exact)


def find_places(
    name: str, *, country: str | None = None, most: int | None = None
) -> tuple[Candidate, ...]:
    """Return the places that a name may mean, the likeliest first.

    `country` is an ISO 3166 code of two letters, and keeps the others out.

    >>> [found] = find_places("مدينة ترهونه", country="LY", most=1)
    >>> found.name, found.entry.english, found.reason
    ('ترهونة', 'Tarhuna', 'the same name, of the kind that is said')
    """
    iso = country.upper() if country else None
    whole = _named(name, iso, ())
    if whole and whole[0].score >= CREDIBLE:
        return whole[:most]
    asked = asked_place(name)
    points = [point for text in asked.beside for point in _points(text, iso)]
    found = _named(asked.name, iso, points) if asked.name else ()
    if not found or found[0].score < CREDIBLE:
        parts = leading_parts(asked.name) if asked.name else asked.beside
        found = (*_by_parts(parts, iso, points), *found)
    return found[:most]


def best_place(name: str, *, country: str | None = None) -> Candidate | None:
    """Return the place that a name most likely means, None where none is credible.

    A place of which only the parent's coordinates are known is no answer.

    >>> best_place("لا مكان بهذا الاسم", country="LY") is None
    True
    """
    first = next(iter(find_places(name, country=country, most=1)), None)
    return first if first and first.entry.exact and first.score >= CREDIBLE else None


def _by_parts(
    parts: Iterable[str], country: str | None, points: Sequence[tuple[float, float]]
) -> Iterator[Candidate]:
    """Yield the town that a part of the name means, if one is known."""
    for part in parts:
        words = name_words(part)
        found = next(iter(_named(part, country, points)), None)
        is_town = found is not None and found.entry.kind in _TOWNS and found.score >= _SURE
        if found is not None and is_town and not place_index().leads(words):
            score = round(Likeness.PART.score * found.score, 3)
            yield Candidate(found.entry, score, f"{Likeness.PART.reason}; {found.reason}")
            return


def _points(text: str, country: str | None) -> Iterator[tuple[float, float]]:
    """Yield where a place named beside the one that is meant lies."""
    found = _named(text, country, ())
    if found and found[0].score >= CREDIBLE:
        yield found[0].entry.latitude, found[0].entry.longitude


def _named(
    name: str, country: str | None, points: Sequence[tuple[float, float]]
) -> tuple[Candidate, ...]:
    met = _met(name, country)
    ranked = sorted(
        met,
        key=lambda each: (each.likeness, _is_astray(each, points), -each.weight, each.entry.id),
    )
    scored = _scored(_without_doubles(ranked), name_words(name), points)
    return tuple(sorted(scored, key=lambda each: -each.score))


def _met(name: str, country: str | None) -> list[_Found]:
    """Return every entry that is met under its closest likeness, loosely where none is else."""
    words = name_words(name)
    kind, rest = without_kind(words)
    readings = [_Reading(words, name, None)]
    if rest != words:
        readings.append(_Reading(rest, " ".join(rest), kind))
    index = place_index()
    for meet in (index.meet, index.meet_loosely):
        found: dict[str, _Found] = {}
        for reading in readings:
            for likeness, entries in meet(reading.words, reading.text):
                for entry in entries:
                    _add(found, reading, likeness, entry, country)
        if found:
            return list(found.values())
    return []


class _Reading(NamedTuple):
    """The words of a name, whole or without the word for its kind."""

    words: tuple[str, ...]
    text: str
    kind: str | None


def _add(
    found: dict[str, _Found],
    reading: _Reading,
    likeness: Likeness,
    entry: GazetteerEntry,
    country: str | None,
) -> None:
    fits = reading.kind is not None and _fits(reading.kind, entry)
    if (country and entry.country != country) or (reading.kind in LANDMARKS and not fits):
        return
    known = found.get(entry.id)
    if known is None or (likeness, not fits) < (known.likeness, not known.as_kind):
        closeness = _closeness(likeness, reading.words, entry)
        found[entry.id] = _Found(entry, likeness, closeness, fits)


def _fits(kind: str | None, entry: GazetteerEntry) -> bool:
    if kind in SETTLEMENTS:
        return entry.kind in SETTLEMENTS
    return kind == entry.kind


def _closeness(likeness: Likeness, words: tuple[str, ...], entry: GazetteerEntry) -> float:
    """Return how much a loose key is worth: little where the names are short or unlike."""
    if likeness < Likeness.SPELLED:
        return 1.0
    key = joined_key(words)
    if likeness is Likeness.SPELLED:
        return min(1.0, len(key) / _LONG_SPELLED)
    name = " ".join(words)
    if likeness is Likeness.SOUND:
        return min(1.0, len(sound_key(name)) / _LONG_SOUND)
    if not any(is_arabic(char) for char in name):
        ratio = SequenceMatcher(None, name, latin_words(entry.english)).ratio()
        return float(min(1.0, ratio + _LATIN_SLACK))
    names = [joined_key(without_kind(name_words(name))[1]) for name in entry.arabic]
    names += [joined_key(name_words(name)) for name in entry.arabic]
    alike = max((SequenceMatcher(None, key, name).ratio() for name in names), default=0.0)
    return float(alike * min(1.0, len(key) / _LONG_NAME))


def _without_doubles(ranked: Iterable[_Found]) -> list[_Found]:
    """Drop what another entry of like rank and nearly the same coordinates stands for."""
    kept: list[_Found] = []
    for each in ranked:
        if not any(_is_double(each, other) for other in kept):
            kept.append(each)
    return kept


def _is_double(one: _Found, other: _Found) -> bool:
    both_settled = one.entry.kind in SETTLEMENTS and other.entry.kind in SETTLEMENTS
    if not both_settled and one.entry.kind != other.entry.kind:
        return False
    return _apart(one, other) < _ONE_PLACE_KM


def _apart(one: _Found, other: _Found) -> float:
    left, right = one.entry, other.entry
    return kilometres_apart((left.latitude, left.longitude), (right.latitude, right.longitude))


def _is_astray(found: _Found, points: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a place lies far from all that is named beside it."""
    where = found.entry.latitude, found.entry.longitude
    return bool(points) and all(kilometres_apart(where, point) > _NEAR_KM for point in points)


def _scored(
    ranked: list[_Found], words: tuple[str, ...], points: Sequence[tuple[float, float]]
) -> Iterator[Candidate]:
    for each in ranked:
        rivals = [
            other for other in ranked
            if other.likeness == each.likeness and _apart(each, other) > _ONE_PLACE_KM
            and not (_is_astray(other, points) and not _is_astray(each, points))
        ]  # fmt: skip
        share = 1.0 / (1.0 + sum(10 ** (0.5 * (r.weight - each.weight)) for r in rivals))
        score = each.likeness.score * each.closeness * share
        if each.entry.kind not in _NAMED_BARE and not each.as_kind:
            score *= _WITHOUT_KIND
        if _is_astray(each, points):
            score *= _ASTRAY
        elif not points:
            score *= _alone(each.entry, words)
        if each.likeness != ranked[0].likeness:
            score *= _RUNNER_UP
        yield Candidate(each.entry, round(score, 3), _reason(each, len(rivals)))


def _alone(entry: GazetteerEntry, words: tuple[str, ...]) -> float:
    """Return how likely a small place is not mistaken for one of its name that no table has."""
    if entry.population or entry.kind not in _MANIFOLD:
        return 1.0
    rest = without_kind(words)[1]
    others = max(0, place_index().bearers(rest) - 1)
    return 1.0 / (1.0 + _MANIFOLD[entry.kind] * (1.0 if len(rest) == 1 else 0.5) * others)


def _reason(found: _Found, rivals: int) -> str:
    reason = found.likeness.reason
    if found.as_kind:
        reason += ", of the kind that is said"
    if rivals:
        reason += f"; {rivals + 1} places of that name"
    return reason if found.entry.exact else f"{reason}; coordinates of its parent"
