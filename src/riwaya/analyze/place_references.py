"""Find the place named before that a word for a place stands for: المدينة, البلاد, القطاع."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from riwaya.arabic.letters import name_form
from riwaya.knowledge.countries import Country, country_named
from riwaya.knowledge.gazetteer import gazetteer
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.knowledge.place_kinds import SETTLEMENTS
from riwaya.knowledge.relations import is_area, stands_for

_STANDS_FOR: Mapping[str, Mapping[str, float]] = {
    "city": {"city": 1.0, "capital": 0.5, "town": 0.8, "village": 0.3},
    "town": {"town": 1.0, "village": 0.9, "city": 0.4},
    "village": {"village": 1.0, "town": 0.6},
    "governorate": {"governorate": 1.0, "city": 0.5, "region": 0.5, "capital": 0.3},
    "region": {"region": 1.0, "governorate": 0.6, "district": 0.4},
    "site": {"region": 1.0, "governorate": 0.7, "district": 0.9, "neighbourhood": 0.9, "town": 0.8,
             "village": 0.8, "city": 0.6, "valley": 0.7, "mountain": 0.7, "camp": 0.7},
}  # fmt: skip
"""How well each kind of place fits a word for a kind that stands for one named before."""
_FADING = 0.9
"""What is left of a naming's weight with each place named since."""


class Referent(NamedTuple):
    """A place named in a report, and how surely it was."""

    entry: GazetteerEntry
    certain: bool


def referent(
    kind: str, word: str, before: Sequence[Referent], home: str | None, *, nation: str = ""
) -> GazetteerEntry | None:
    """Return the place that a word of a kind stands for, None where none fits.

    `word` is folded; `before` are the places named so far; `home` is the report's country (ISO
    3166), `nation` that which an adjective tells (المدينة السورية).
    """
    meant = _by_word(word, before, home)
    if meant is not None:
        return meant
    if kind in ("country", "capital"):
        return _country_or_capital(kind, before, home)
    if kind == "site" and not is_area(word):
        return None
    fits = _STANDS_FOR.get(kind, {kind: 1.0})
    weights: dict[GazetteerEntry, float] = defaultdict(float)
    weight = 1.0
    for named in reversed(before):
        if named.certain and named.entry.kind in fits and nation in ("", named.entry.country):
            weights[named.entry] += weight * fits[named.entry.kind]
        weight *= _FADING
    return max(weights, key=lambda entry: weights[entry], default=None)


def capital_of(country: Country) -> GazetteerEntry | None:
    """Return the capital of a country, None where it is not listed."""
    for name in country.capitals[:1]:
        for entry in gazetteer().named(name_form(name)):
            if entry.country == country.iso and entry.kind in SETTLEMENTS:
                return entry
    return None


def _by_word(word: str, before: Sequence[Referent], home: str | None) -> GazetteerEntry | None:
    named = [gazetteer().named(name)[:1] for name in stands_for(word)]
    options = [entry for entries in named for entry in entries]
    known = {each.entry.id for each in before}
    for entry in options:
        if entry.id in known:
            return entry
    for entry in options:
        if entry.country == home:
            return entry
    spoken_of = {each.entry.country for each in before}
    first = next(iter(options), None)
    return first if first and (first.kind == "country" or first.country in spoken_of) else None


def _country_or_capital(
    kind: str, before: Sequence[Referent], home: str | None
) -> GazetteerEntry | None:
    named = [each.entry.country for each in before if each.entry.kind == "country"]
    if named and home not in named:
        home = named[-1]
    country = country_named(home) if home else None
    if country is None:
        return None
    return capital_of(country) if kind == "capital" else country.as_place()
