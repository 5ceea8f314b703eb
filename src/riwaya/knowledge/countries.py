"""Countries, their capitals and what their people are called."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from riwaya.arabic.inflect import adjective_forms
from riwaya.arabic.letters import name_form
from riwaya.knowledge.place_entries import GazetteerEntry, written_rows

_ARTICLE = "ال"
_POPULATION = 10_000_000
"""What every country is taken to have: its prominence is its being a country."""


class Country(NamedTuple):
    """A country, or a people that is spoken of like one.

    `iso` is the code of two letters, empty for a people. `demonyms` are adjectives in the masculine
    singular, `plurals` those of their plurals that are not regular (أتراك). Latitude and longitude
    (degrees) are of the middle.
    """

    iso: str
    english: str
    latitude: float
    longitude: float
    arabic: tuple[str, ...]
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]
    plurals: tuple[str, ...]

    def as_place(self) -> GazetteerEntry:
        """Return the entry of the gazetteer for the whole country."""
        return GazetteerEntry(
            self.iso or self.english.lower(), self.english, self.arabic, "country", self.iso, "",
            self.latitude, self.longitude, _POPULATION, True,
        )  # fmt: skip


@cache
def countries() -> tuple[Country, ...]:
    """Return all countries and peoples."""
    table = files("riwaya.knowledge") / "tables" / "places" / "countries.tsv"
    rows = written_rows(table.read_text(encoding="utf-8").splitlines())
    return tuple(_country(row) for row in rows)


def _country(row: Mapping[str, str]) -> Country:
    where = float(row["latitude"]), float(row["longitude"])
    lists = (_parts(row[name]) for name in ("arabic", "capitals", "demonyms", "plurals"))
    return Country(row["iso"], row["english"], *where, *lists)


def country_of(form: str) -> Country | None:
    """Return the country whose people or things an adjective under `name_form` names, or None.

    >>> country_of("السوريين").english, country_of("ليبيه").english, country_of("كبير")
    ('Syria', 'Libya', None)
    """
    return _demonyms().get(form)


def country_named(iso: str) -> Country | None:
    """Return the country of a code of two letters, None if there is none.

    >>> country_named("LY").english
    'Libya'
    """
    return next((country for country in countries() if iso and country.iso == iso), None)


@cache
def _demonyms() -> Mapping[str, Country]:
    found: dict[str, Country] = {}
    for country in countries():
        for demonym in country.demonyms:
            if " " in demonym:
                continue
            for inflected in adjective_forms(demonym):
                _both(found, name_form(inflected.form), country)
        for plural in country.plurals:
            _both(found, name_form(plural), country)
    return MappingProxyType(found)


def _both(found: dict[str, Country], form: str, country: Country) -> None:
    found.setdefault(form, country)
    found.setdefault(_ARTICLE + form, country)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
