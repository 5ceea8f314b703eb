"""Parquet: a folder with a file a table, typed, for DuckDB, pandas and Polars."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from riwaya.export.documented import DocumentedIncident
from riwaya.export.files import whole
from riwaya.export.frames import needed, piece, schema_of
from riwaya.export.table import Row
from riwaya.export.tables import TABLES

_BATCH = 5_000
"""Rows of a table that are written in one go."""


def parquet(incidents: Iterable[DocumentedIncident], out: Path) -> None:
    """Write every table as `NAME.parquet` into a folder, which is made where it is missing.

    Raises:
        OutputError: pyarrow is not installed, or a file cannot be written.
    """
    files = needed("pyarrow.parquet", extra="parquet")
    with whole(out) as folder:
        folder.mkdir()
        with ExitStack() as opened:
            writers = {
                name: opened.enter_context(
                    files.ParquetWriter(folder / f"{name}.parquet", schema_of(table.columns))
                )
                for name, table in TABLES.items()
            }
            waiting: dict[str, list[Row]] = {name: [] for name in TABLES}
            for source in incidents:
                for name, table in TABLES.items():
                    waiting[name].extend(table.rows(source))
                    if len(waiting[name]) >= _BATCH:
                        writers[name].write_table(piece(table, waiting[name]))
                        waiting[name] = []
            for name, table in TABLES.items():
                if waiting[name]:
                    writers[name].write_table(piece(table, waiting[name]))
