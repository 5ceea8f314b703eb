"""Add the places of a file to those that are known."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from riwaya.errors import PlaceTableError
from riwaya.knowledge.gazetteer import gazetteer
from riwaya.knowledge.imported_places import Kept, imported_table, keep_places
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.knowledge.place_index import place_index
from riwaya.knowledge.place_search import find_places
from riwaya.knowledge.place_tables import BadRow, Division, read_table

_CERTAIN = 0.8
"""The score from which a known place is taken for the division of its name."""
_ZIP = b"PK\x03\x04"
_DIVISIONS = frozenset({"governorate", "district", "region", "capital", "city", "town"})


class Imported(NamedTuple):
    """What a file was, what became of its places, and the lines that hold none."""

    form: str
    kept: Kept
    bad: tuple[BadRow, ...]
    table: Path

    @property
    def places(self) -> int:
        """How many places the file holds."""
        return sum(self.kept)


def import_places(data: bytes, *, country: str = "") -> Imported:
    """Add the places of a file to the imported ones, for `find_places` and for extraction.

    The file is a country's dump of GeoNames (text or zip), a table of divisions of OCHA (CSV), or a
    list of one's own (CSV). `country` (two letters) is that of rows that do not say theirs.
    Importing a file again changes nothing.

    Raises:
        PlaceTableError: the file is of none of these forms, or holds no place.
    """
    table = read_table(_text(data), country=country.upper())
    bad = [row for row in table.rows if isinstance(row, BadRow)]
    entries = [row for row in table.rows if isinstance(row, GazetteerEntry)]
    divisions = [row for row in table.rows if isinstance(row, Division)]
    for each in _located(divisions):
        if isinstance(each, BadRow):
            bad.append(each)
        else:
            entries.append(each)
    if not entries:
        first = f"; line {bad[0].line}: {bad[0].problem}" if bad else ""
        raise PlaceTableError(f"the {table.form} holds no place that can be used{first}")
    kept = keep_places(entries)
    gazetteer.cache_clear()
    place_index.cache_clear()
    return Imported(table.form, kept, tuple(sorted(bad)), imported_table())


def _text(data: bytes) -> str:
    if data.startswith(_ZIP):
        data = _unzipped(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PlaceTableError(f"line {line} is not in UTF-8: {error.reason}") from error


def _unzipped(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            tables = [
                name for name in archive.namelist()
                if name.lower().endswith((".txt", ".csv", ".tsv"))
                and not name.lower().endswith("readme.txt")
            ]  # fmt: skip
            if len(tables) != 1:
                held = ", ".join(archive.namelist()) or "nothing"
                raise PlaceTableError(f"the archive must hold one table, and holds {held}")
            return archive.read(tables[0])
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise PlaceTableError(f"the archive cannot be read: {error}") from error


def _located(divisions: Iterable[Division]) -> Iterator[GazetteerEntry | BadRow]:
    """Give divisions that lack them coordinates: of their parts, from our tables, of a parent."""
    rows = list(divisions)
    middles = _middles(rows)
    for row in rows:
        entry = row.entry
        if row.is_located:
            yield entry
            continue
        names = entry.arabic or (entry.english,)
        own = middles.get(entry.id.removeprefix("pcode-")) or _known(names, entry)
        if own is not None:
            yield entry._replace(latitude=own[0], longitude=own[1])
            continue
        around = (middles.get(code.lower()) or _known(names, entry) for code, names in row.around)
        parent = next((where for where in around if where is not None), None)
        if parent is None:
            yield BadRow(row.line, f"{entry.english} has no coordinates, nor has a place around it")
        else:
            yield entry._replace(latitude=parent[0], longitude=parent[1], exact=False)


def _middles(rows: Iterable[Division]) -> Mapping[str, tuple[float, float]]:
    """Return the middle of the located places inside each division, by its code."""
    inside: dict[str, list[GazetteerEntry]] = {}
    for row in rows:
        if row.is_located:
            for code, _ in row.around:
                inside.setdefault(code.lower(), []).append(row.entry)
    return {
        code: (
            round(fmean(each.latitude for each in entries), 5),
            round(fmean(each.longitude for each in entries), 5),
        )
        for code, entries in inside.items()
    }


def _known(names: Iterable[str], entry: GazetteerEntry) -> tuple[float, float] | None:
    """Return where a division or its seat lies, if it is known already by its very name."""
    for name in names:
        for found in find_places(name, country=entry.country, most=5):
            close = found.score >= _CERTAIN and found.entry.exact
            if close and found.entry.kind in _DIVISIONS:
                return found.entry.latitude, found.entry.longitude
    return None
