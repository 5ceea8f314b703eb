"""Read tables of places: dumps of GeoNames, administrative tables of OCHA, one's own lists."""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from riwaya.arabic.letters import HARAKAT, INVISIBLE, TATWEEL, is_arabic, name_form
from riwaya.arabic.names import latin_words
from riwaya.arabic.romanised import from_romanised
from riwaya.errors import PlaceTableError
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.knowledge.place_kinds import kind_word, kinds

GEONAMES_COLUMNS = 19
_CITY, _TOWN = 50_000, 10_000
"""The populations from which a place is called a city or a town, as in the bundled table."""
_MOST_NAMES = 12
_POLES, _DATE_LINE = 90, 180
_ACCEPTED = (
    f"a GeoNames dump ({GEONAMES_COLUMNS} columns, tab-separated, without a header); an OCHA table "
    "of administrative divisions (a CSV with P-codes); or a CSV with the columns name, latitude, "
    "longitude and, if known, kind, country, parent, names"
)


class BadRow(NamedTuple):
    """A line that holds no place, and why."""

    line: int
    problem: str


class Division(NamedTuple):
    """A row of an administrative table: a place inside others, perhaps without coordinates.

    `around` are the codes and names of the divisions around it, the nearest first.
    """

    line: int
    entry: GazetteerEntry
    is_located: bool
    around: tuple[tuple[str, tuple[str, ...]], ...]


class PlaceTable(NamedTuple):
    """What form a file has, and what stands in it."""

    form: str
    rows: tuple[GazetteerEntry | Division | BadRow, ...]


class RowError(Exception):
    """A row holds no place; the message says why."""


def read_table(text: str, *, country: str = "") -> PlaceTable:
    """Read a table of any of the three forms.

    `country` (two letters) is that of rows that do not say theirs.

    Raises:
        PlaceTableError: the text is of none of the forms.
    """
    lines = text.splitlines()
    filled = [line for line in lines[:50] if line.strip()]
    if any(_is_geonames(line) for line in filled[:5]):
        return PlaceTable("GeoNames dump", tuple(_geonames(lines)))
    if not filled:
        raise PlaceTableError("the file is empty")
    separator = max(",;\t", key=filled[0].count)
    reader = csv.reader(lines, delimiter=separator)
    header = [cell.strip().lower().lstrip("\ufeff") for cell in next(reader)]
    if {"name", "latitude", "longitude"} <= set(header):
        return PlaceTable("list of places", tuple(_listed(reader, header, country)))
    if any("pcode" in name for name in header):
        return PlaceTable("table of divisions", tuple(_divided(reader, header, country)))
    seen = ", ".join(header[:6]) or "nothing"
    raise PlaceTableError(f"its first line has the columns {seen}. What can be read is {_ACCEPTED}")


def _is_geonames(line: str) -> bool:
    cells = line.split("\t")
    return len(cells) == GEONAMES_COLUMNS and cells[0].isdecimal()


def _geonames(lines: Sequence[str]) -> Iterator[GazetteerEntry | BadRow]:
    divisions = dict(_first_order(lines))
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _geonames_row(line.split("\t"), divisions)
            except RowError as error:
                yield BadRow(number, str(error))


def _first_order(lines: Iterable[str]) -> Iterator[tuple[tuple[str, str], str]]:
    for line in lines:
        cells = line.split("\t")
        if len(cells) == GEONAMES_COLUMNS and cells[7] == "ADM1":
            yield (cells[8], cells[10]), cells[2] or cells[1]


def _geonames_row(cells: list[str], divisions: Mapping[tuple[str, str], str]) -> GazetteerEntry:
    if len(cells) != GEONAMES_COLUMNS:
        raise RowError(f"{len(cells)} columns, not {GEONAMES_COLUMNS}")
    identity, name, ascii_name, alternates = cells[:4]
    if not identity.isdecimal() or not name.strip():
        raise RowError("no number, or no name, in the first two columns")
    population = cells[14] or "0"
    if not population.isdecimal():
        raise RowError(f"population {population!r} is no number")
    spelled = from_romanised(name)
    return _entry(
        f"gn-{identity}",
        names=[*alternates.split(","), name, *([spelled] if spelled else [])],
        english=ascii_name or name,
        kind=_kind_of(cells[6], cells[7], int(population)),
        country=cells[8],
        parent=divisions.get((cells[8], cells[10]), ""),
        where=_where(cells[4], cells[5]),
        population=int(population),
    )


def _kind_of(feature_class: str, code: str, population: int) -> str:
    found = _feature_kinds().get(code) or _feature_kinds().get(feature_class)
    if feature_class == "P" and found not in ("capital", "neighbourhood") and population >= _CITY:
        return "city"
    if found is not None:
        return found
    if feature_class != "P":
        return "site"
    return "town" if population >= _TOWN else "village"


@cache
def _feature_kinds() -> Mapping[str, str]:
    table = files("riwaya.knowledge") / "tables" / "places" / "geonames_kinds.toml"
    raw = tomllib.loads(table.read_text(encoding="utf-8"))
    sections = (raw["codes"], raw["classes"])
    return {code: kind for each in sections for kind, codes in each.items() for code in codes}


def _listed(
    reader: Iterator[list[str]], header: Sequence[str], country: str
) -> Iterator[GazetteerEntry | BadRow]:
    for number, cells in _numbered(reader):
        try:
            row = _row(header, cells)
            yield _listed_row(row, country)
        except RowError as error:
            yield BadRow(number, str(error))


def _listed_row(row: Mapping[str, str], country: str) -> GazetteerEntry:
    if not row["name"]:
        raise RowError("no name")
    kind = _kind_said(row.get("kind", ""))
    names = [row["name"], *re.split(r"[|;]", row.get("names", ""))]
    latin = next((name for name in names if name.strip() and not _has_arabic(name)), "")
    where = _where(row["latitude"], row["longitude"])
    iso = _iso(row.get("country", "") or country)
    told = "\x1f".join((name_form(row["name"]), kind, iso, *map(str, where)))
    return _entry(
        f"own-{sha256(told.encode()).hexdigest()[:12]}",
        names=names,
        english=latin.strip() or row["name"],
        kind=kind,
        country=iso,
        parent=row.get("parent", ""),
        where=where,
    )


def _kind_said(said: str) -> str:
    if not said:
        return "village"
    word = kind_word(name_form(said))
    kind = word.kind if word else said.lower().replace(" ", "_")
    if kind not in kinds():
        raise RowError(f"kind {said!r} is not one of: {', '.join(sorted(kinds()))}")
    return kind


def _iso(said: str) -> str:
    if said and not re.fullmatch("[A-Za-z]{2}", said):
        raise RowError(f"country {said!r} is no ISO 3166 code of two letters")
    return said.upper()


_DIVISION = re.compile(r"adm(?:in)?_?(?P<level>\d)_?(?P<what>.*)")
_COMMUNITY = re.compile(r"(?:community_?|location_?|locality_?)?(?P<what>name.*|p_?code.*|en|ar)")
_DEEPEST = 9
_LEVEL_KINDS = {1: "governorate", 2: "district", 3: "district"}
_LATITUDES = ("latitude", "lat", "y", "point_y", "center_lat", "lat_y", "y_coord", "latitude_y")
_LONGITUDES = ("longitude", "lon", "long", "lng", "x", "point_x", "center_lon", "long_x", "x_coord",
               "longitude_x")  # fmt: skip


class _Level(NamedTuple):
    level: int
    code: str
    names: tuple[str, ...]


def _divided(
    reader: Iterator[list[str]], header: Sequence[str], country: str
) -> Iterator[Division | BadRow]:
    columns = [(at, *_meaning(name)) for at, name in enumerate(header)]
    seen: set[str] = set()
    larger: dict[str, tuple[int, list[_Level]]] = {}
    for number, cells in _numbered(reader):
        try:
            row, levels = _row(header, cells), _levels(columns, cells)
            yield _division(number, row, levels, country)
        except RowError as error:
            yield BadRow(number, str(error))
            continue
        seen.add(levels[0].code)
        for at, level in enumerate(levels[1:], 1):
            if level.level and level.names:
                larger.setdefault(level.code, (number, levels[at:]))
    for code, (number, levels) in larger.items():
        if code not in seen:
            yield _division(number, {}, levels, country)


def _meaning(name: str) -> tuple[int | None, str]:
    """Return the level that a column is about, and "code" or "name"; (None, "") if about none."""
    found = _DIVISION.fullmatch(name)
    level = int(found["level"]) if found else _DEEPEST
    found = found or _COMMUNITY.fullmatch(name)
    if found is None:
        return None, ""
    what = found["what"]
    if "code" in what:
        return level, "code"
    return (level, "name") if re.fullmatch(r"(name)?_?(en|ar|name)?\d?", what) else (None, "")


def _levels(columns: Sequence[tuple[int, int | None, str]], cells: Sequence[str]) -> list[_Level]:
    codes: dict[int, str] = {}
    names: dict[int, list[str]] = {}
    for at, level, what in columns:
        if level is not None and cells[at].strip():
            if what == "code":
                codes[level] = cells[at].strip()
            else:
                names.setdefault(level, []).append(cells[at].strip())
    return [
        _Level(level, codes[level], tuple(names.get(level, ())))
        for level in sorted(codes, reverse=True)
    ]


def _division(
    number: int, row: Mapping[str, str], levels: Sequence[_Level], country: str
) -> Division:
    if not levels:
        raise RowError("no P-code")
    own, *around = [each for each in levels if each.level > 0] or levels
    if not own.names:
        raise RowError(f"no name for {own.code}")
    code = next((each.code for each in levels if each.level == 0), own.code)
    latitude = next((row[name] for name in _LATITUDES if row.get(name)), "")
    longitude = next((row[name] for name in _LONGITUDES if row.get(name)), "")
    is_located = bool(latitude and longitude)
    entry = _entry(
        f"pcode-{own.code.lower()}",
        names=own.names,
        english=next((name for name in own.names if not _has_arabic(name)), own.names[0]),
        kind=_LEVEL_KINDS.get(own.level, "country" if own.level == 0 else "village"),
        country=_iso(country or code[:2]),
        parent=next((_latin(each.names) for each in reversed(around)), ""),
        where=_where(latitude, longitude) if is_located else (0.0, 0.0),
    )
    return Division(number, entry, is_located, tuple((each.code, each.names) for each in around))


def _latin(names: Sequence[str]) -> str:
    return next((name for name in names if not _has_arabic(name)), names[0] if names else "")


def _numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV with the numbers of their lines, the header being the first."""
    number = 1
    for cells in reader:
        number += 1
        if any(cell.strip() for cell in cells):
            yield number, cells


def _row(header: Sequence[str], cells: Sequence[str]) -> Mapping[str, str]:
    if len(cells) != len(header):
        raise RowError(f"{len(cells)} columns, the first line has {len(header)}")
    return {name: cell.strip() for name, cell in zip(header, cells, strict=True)}


def _where(latitude: str, longitude: str) -> tuple[float, float]:
    found = []
    for name, said, most in (
        ("latitude", latitude, _POLES),
        ("longitude", longitude, _DATE_LINE),
    ):
        try:
            degrees = float(said.replace(",", "."))
        except ValueError as error:
            raise RowError(f"{name} {said!r} is no number") from error
        if not -most <= degrees <= most:
            raise RowError(f"{name} {said} is not between -{most} and {most} degrees")
        found.append(degrees)
    return found[0], found[1]


def _entry(  # noqa: PLR0913  # the fields of one record, each by name
    identity: str,
    *,
    names: Iterable[str],
    english: str,
    kind: str,
    country: str,
    parent: str,
    where: tuple[float, float],
    population: int = 0,
) -> GazetteerEntry:
    arabic: dict[str, str] = {}
    for name in names:
        plain = _clean(name)
        if _has_arabic(plain) and name_form(plain).strip():
            arabic.setdefault(name_form(plain), plain)
    latin = _clean(english)
    if not arabic and not latin_words(latin):
        raise RowError("no name in Arabic or Latin letters")
    return GazetteerEntry(
        _clean(identity), latin, tuple(arabic.values())[:_MOST_NAMES], kind, _clean(country),
        _clean(parent), round(where[0], 5), round(where[1], 5), population, True,
    )  # fmt: skip


def _clean(name: str) -> str:
    """Take out what a line of our table cannot hold, and marks that no name needs."""
    kept = "".join(c for c in name if c not in HARAKAT | INVISIBLE and c != TATWEEL)
    return " ".join(kept.replace("|", " ").split())


def _has_arabic(name: str) -> bool:
    return any(is_arabic(char) for char in name)
