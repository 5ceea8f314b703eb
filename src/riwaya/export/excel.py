"""Excel: a sheet a table, and one that says what the columns are."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from riwaya.export.documented import DocumentedIncident
from riwaya.export.files import whole
from riwaya.export.frames import needed
from riwaya.export.table import SEVERAL, Cell, Row
from riwaya.export.tables import TABLES, Table

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MOST_ROWS = 1_048_576
"""Rows of a sheet, its header among them; what is more goes to a next sheet."""
_MOST_CHARACTERS = 32_767
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no cell can hold."""
_CODEBOOK = "codebook"


def excel(incidents: Iterable[DocumentedIncident], out: Path) -> None:
    """Write every table as a sheet of one workbook.

    Raises:
        OutputError: openpyxl is not installed, or the file cannot be written.
    """
    openpyxl = needed("openpyxl", extra="excel")
    book: Workbook = openpyxl.Workbook(write_only=True)
    sheets = {name: _Sheets(book, table) for name, table in TABLES.items()}
    for source in incidents:
        for name, table in TABLES.items():
            for row in table.rows(source):
                sheets[name].add(row)
    codebook = book.create_sheet(_CODEBOOK)
    for cells in _codebook_rows():
        codebook.append([_cell(each, codebook) for each in cells])
    with whole(out) as lent:
        book.save(lent)


class _Sheets:
    """The sheets of one table: one, or as many as its rows need."""

    def __init__(self, book: "Workbook", table: Table) -> None:
        self._book, self._table = book, table
        self._number = self._rows = 0
        self._sheet = self._next()

    def add(self, row: Row) -> None:
        """Write a row."""
        if self._rows == MOST_ROWS:
            self._sheet = self._next()
        self._sheet.append([_cell(cell, self._sheet) for cell in row])
        self._rows += 1

    def _next(self) -> "WriteOnlyWorksheet":
        self._number += 1
        name = self._table.name if self._number == 1 else f"{self._table.name} {self._number}"
        sheet: WriteOnlyWorksheet = self._book.create_sheet(name)
        sheet.freeze_panes = "A2"
        sheet.append([column.name for column in self._table.columns])
        self._rows = 1
        return sheet


def _codebook_rows() -> Iterable[Row]:
    yield "sheet", "column", "meaning"
    for table in TABLES.values():
        for column in table.columns:
            yield table.name, column.name, column.meaning


def _cell(cell: Cell, sheet: "WriteOnlyWorksheet") -> "Cell | SheetCell":
    """Return a cell as the workbook takes it; text is text, whatever it begins with."""
    if isinstance(cell, tuple):
        cell = SEVERAL.join(cell)
    if not isinstance(cell, str):
        return cell
    text = _NO_CHARACTERS.sub("", cell)
    if len(text) > _MOST_CHARACTERS:
        text = f"{text[: _MOST_CHARACTERS - 1]}…"
    if not text.startswith("="):
        return text
    made: SheetCell = needed("openpyxl.cell", extra="excel").WriteOnlyCell(sheet, value=text)
    made.data_type = "s"
    return made
