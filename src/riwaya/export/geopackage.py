"""GeoPackage: incidents and claims as layers of points, the other tables beside them.

A GeoPackage is a SQLite database with a few tables of its own (OGC 12-128r18), so that nothing but
Python is needed to write it.
"""

import sqlite3
import struct
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from riwaya.export.documented import DocumentedIncident
from riwaya.export.files import whole
from riwaya.export.table import SEVERAL, Cell, Column, Kind, Row
from riwaya.export.tables import TABLES, Table

_APPLICATION = 0x47504B47
_VERSION = 10300
_WGS84 = 4326
_POINT = 1
_CHANGED = "2000-01-01T00:00:00.000Z"
"""The same in every file, so that one collection gives one file."""
_LAYERS = ("incidents", "claims")
_TYPES = {
    Kind.TEXT: "TEXT",
    Kind.INTEGER: "INTEGER",
    Kind.NUMBER: "REAL",
    Kind.TRUTH: "BOOLEAN",
    Kind.DATE: "DATE",
    Kind.TEXTS: "TEXT",
}
_DEFINITION = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)
_SYSTEMS = (
    (
        "WGS 84 geodetic",
        _WGS84,
        "EPSG",
        _DEFINITION,
    ),
    ("Undefined cartesian SRS", -1, "NONE", "undefined"),
    ("Undefined geographic SRS", 0, "NONE", "undefined"),
)
_SCHEMA = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL,
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name));
"""


def geopackage(incidents: Iterable[DocumentedIncident], out: Path) -> None:
    """Write incidents, claims and their tables as a GeoPackage.

    Raises:
        OutputError: the file cannot be written.
    """
    with whole(out) as lent, closing(sqlite3.connect(lent)) as connection:
        _begin(connection)
        for source in incidents:
            for table in TABLES.values():
                rows = [_cells(table, row) for row in table.rows(source)]
                if rows:
                    marks = ", ".join("?" * len(rows[0]))
                    connection.executemany(
                        f'INSERT INTO "{table.name}" VALUES (NULL, {marks})',  # noqa: S608  # our own names
                        rows,
                    )
        for name in _LAYERS:
            _bound(connection, name)
        connection.commit()


def point_blob(latitude: float, longitude: float) -> bytes:
    """Return a point as GeoPackage has it: a header, then well-known binary."""
    head = struct.pack("<2sBBi", b"GP", 0, 1, _WGS84)
    return head + struct.pack("<BIdd", 1, _POINT, longitude, latitude)


def _begin(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {_VERSION}")
    connection.executescript(_SCHEMA)
    connection.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
        [(name, number, body, number, text) for name, number, body, text in _SYSTEMS],
    )
    for table in TABLES.values():
        is_layer = table.name in _LAYERS
        columns = [f'"{column.name}" {_TYPES[column.kind]}' for column in table.columns]
        shape = ["geom POINT"] if is_layer else []
        keys = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
        connection.execute(f'CREATE TABLE "{table.name}" ({", ".join(keys + shape + columns)})')
        connection.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                table.name,
                "features" if is_layer else "attributes",
                table.name,
                _CHANGED,
                _WGS84 if is_layer else None,
            ),
        )
        if is_layer:
            connection.execute(
                "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', ?, 0, 0)",
                (table.name, _WGS84),
            )


def _cells(table: Table, row: Row) -> list[object]:
    cells = [_value(cell) for cell in row]
    if table.name not in _LAYERS:
        return cells
    return [_shape(table.columns, row), *cells]


def _shape(columns: tuple[Column, ...], row: Row) -> bytes | None:
    found = {column.name: cell for column, cell in zip(columns, row, strict=True)}
    latitude, longitude = found["latitude"], found["longitude"]
    if not isinstance(latitude, float) or not isinstance(longitude, float):
        return None
    return point_blob(latitude, longitude)


def _value(cell: Cell) -> object:
    match cell:
        case tuple():
            return SEVERAL.join(cell)
        case bool():
            return int(cell)
        case None | str() | int() | float():
            return cell
    return cell.isoformat()


def _bound(connection: sqlite3.Connection, name: str) -> None:
    least_and_most = "min(longitude), min(latitude), max(longitude), max(latitude)"
    bounds = connection.execute(
        f'SELECT {least_and_most} FROM "{name}" WHERE geom IS NOT NULL'  # noqa: S608  # our own names
    ).fetchone()
    connection.execute(
        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
        (*bounds, name),
    )
