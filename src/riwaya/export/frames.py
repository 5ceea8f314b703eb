"""Rows as Arrow tables, typed: what Parquet files and data frames are made of."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from types import ModuleType
from typing import TYPE_CHECKING

from riwaya.errors import OutputError
from riwaya.export.documented import DocumentedIncident
from riwaya.export.table import Column, Kind, Row
from riwaya.export.tables import Table

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 5_000
"""Rows that are turned into columns in one go."""


def needed(package: str, *, extra: str) -> ModuleType:
    """Return a package that is installed only for those who ask for it.

    Raises:
        OutputError: it is not installed.
    """
    try:
        return import_module(package)
    except ImportError as error:
        raise OutputError(
            f"this needs the package {package}: pip install 'riwaya[{extra}]'"
        ) from error


def schema_of(columns: Iterable[Column]) -> "pa.Schema":
    """Return the types of columns in Arrow; each field has its meaning with it.

    Raises:
        OutputError: pyarrow is not installed.
    """
    arrow = needed("pyarrow", extra="parquet")
    types = {
        Kind.TEXT: arrow.string(),
        Kind.INTEGER: arrow.int64(),
        Kind.NUMBER: arrow.float64(),
        Kind.TRUTH: arrow.bool_(),
        Kind.DATE: arrow.date32(),
        Kind.TEXTS: arrow.list_(arrow.string()),
    }
    schema: pa.Schema = arrow.schema(
        [
            arrow.field(column.name, types[column.kind], metadata={"meaning": column.meaning})
            for column in columns
        ]
    )
    return schema


def batches(table: Table, incidents: Iterable[DocumentedIncident]) -> "Iterator[pa.Table]":
    """Yield the rows of a table in pieces of bounded size, none where there are no rows."""
    rows = (row for source in incidents for row in table.rows(source))
    while some := list(islice(rows, _BATCH)):
        yield piece(table, some)


def piece(table: Table, rows: list[Row]) -> "pa.Table":
    """Return rows as an Arrow table."""
    arrow = needed("pyarrow", extra="parquet")
    schema = schema_of(table.columns)
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [
        arrow.array([_value(cell) for cell in column], type=field.type)
        for column, field in zip(columns, schema, strict=True)
    ]
    made: pa.Table = arrow.table(arrays, schema=schema)
    return made


def arrow_table(table: Table, incidents: Iterable[DocumentedIncident]) -> "pa.Table":
    """Return a whole table.

    Raises:
        OutputError: pyarrow is not installed.
    """
    arrow = needed("pyarrow", extra="parquet")
    pieces = list(batches(table, incidents)) or [piece(table, [])]
    made: pa.Table = arrow.concat_tables(pieces)
    return made


def _value(cell: object) -> object:
    # StrEnum and NewType are strings; Arrow wants plain ones.
    if isinstance(cell, tuple):
        return [str(each) for each in cell]
    return str(cell) if isinstance(cell, str) else cell
