"""The entries of the gazetteer, and the tables they are read from."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import log10
from typing import NamedTuple

from riwaya.errors import TableError
from riwaya.knowledge.place_kinds import prominence

COLUMNS = ("id", "kind", "country", "parent", "latitude", "longitude", "population", "exact",
           "english", "arabic")  # fmt: skip


class GazetteerEntry(NamedTuple):
    """One place.

    `country` is its ISO 3166 code of two letters, or empty for what lies in several; `parent` the
    English name of the division around it, where known. `population` is 0 where unknown. Where
    `exact` is false the coordinates (degrees) are those of the parent.
    """

    id: str
    english: str
    arabic: tuple[str, ...]
    kind: str
    country: str
    parent: str
    latitude: float
    longitude: float
    population: int
    exact: bool

    @property
    def prominence(self) -> float:
        """How likely a text means this one among places of one name; larger is likelier."""
        return max(prominence(self.kind), log10(self.population + 1))


def entry_from(line: str) -> GazetteerEntry:
    """Read one line of a table of places.

    Raises:
        TableError: the line has not ten columns, or a number in it is none.
    """
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise TableError(
            table="places", entry=line[:60], problem=f"{len(cells)} columns, not {len(COLUMNS)}"
        )
    identity, kind, country, parent, latitude, longitude, population, exact, english, arabic = cells
    try:
        where = float(latitude), float(longitude)
        names = tuple(arabic.split("|")) if arabic else ()
        return GazetteerEntry(
            identity, english, names, kind, country, parent, *where, int(population or 0),
            exact != "no",
        )  # fmt: skip
    except ValueError as error:
        raise TableError(table="places", entry=line[:60], problem=str(error)) from error


def table_lines() -> list[str]:
    """Return the lines of all bundled tables of places, without their headers."""
    lines: list[str] = []
    for table in sorted(_tables(), key=lambda table: table.name):
        lines += table.read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]
    return lines


def _tables() -> Iterator[Traversable]:
    folder = files("riwaya.knowledge") / "tables" / "places"
    for table in folder.iterdir():
        if table.name == "geonames.tsv" or table.name.startswith("supplement_"):
            yield table


def written_rows(lines: Iterable[str]) -> Iterator[Mapping[str, str]]:
    """Return the rows of a table of tab-separated columns under the names in its first line."""
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
