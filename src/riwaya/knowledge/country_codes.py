"""What other lists call a country, by its ISO 3166 code of two letters."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from riwaya.knowledge.countries import countries
from riwaya.knowledge.place_entries import written_rows


class CountryCodes(NamedTuple):
    """One country in other lists; a field is empty where the list does not have it.

    `iso3` and `numeric` are of ISO 3166; UCDP knows a state by its `gleditsch_ward` number.
    """

    iso2: str
    iso3: str
    numeric: str
    gleditsch_ward: str
    acled_region: str
    ucdp_region: str
    english: str = ""


_UNKNOWN = CountryCodes("", "", "", "", "", "")


def country_codes(iso2: str | None) -> CountryCodes:
    """Return the codes of a country, all of them empty where it is unknown.

    >>> country_codes("LY").numeric, country_codes("LY").english, country_codes(None).iso3
    ('434', 'Libya', '')
    """
    return _table().get(iso2 or "", _UNKNOWN)


@cache
def _table() -> Mapping[str, CountryCodes]:
    english = {country.iso: country.english for country in countries()}
    table = files("riwaya.knowledge") / "tables" / "places" / "country_codes.tsv"
    rows = written_rows(table.read_text(encoding="utf-8").splitlines())
    return MappingProxyType(
        {row["iso2"]: CountryCodes(**row, english=english.get(row["iso2"], "")) for row in rows}
    )
