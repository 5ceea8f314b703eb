"""Excel: a sheet a table, and one that says what the columns are.

A workbook is a zip of XML files (ECMA-376). They are written here as a stream, since the usual
packages take minutes for a hundred thousand claims. No cell can be a formula: only text, numbers,
truth and days are written.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from riwaya.export.documented import DocumentedIncident
from riwaya.export.files import put, whole
from riwaya.export.table import SEVERAL, Cell, Row
from riwaya.export.tables import TABLES

MOST_ROWS = 1_048_576
"""Rows of a sheet, its header among them; what is more goes to a next sheet."""
_MOST_CHARACTERS = 32_767
_NO_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold."""
_DAY_ZERO = date(1899, 12, 30)
_CODEBOOK = "codebook"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SHEET_HEAD = (
    f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews><sheetData>\n"
)
_SHEET_FOOT = "</sheetData></worksheet>"
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}">'
    '<fonts count="1"><font/></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
"""Style 1 is that of days."""


def excel(incidents: Iterable[DocumentedIncident], out: Path) -> None:
    """Write every table as a sheet of one workbook.

    Raises:
        OutputError: the file cannot be written.
    """
    with whole(out) as lent, TemporaryDirectory(prefix="riwaya-") as written:
        folder = Path(written)
        with ExitStack() as opened:
            sheets = {
                name: _Sheets(folder, name, [column.name for column in table.columns], opened)
                for name, table in TABLES.items()
            }
            for source in incidents:
                for name, table in TABLES.items():
                    for row in table.rows(source):
                        sheets[name].add(row)
            sheets[_CODEBOOK] = _Sheets(folder, _CODEBOOK, ["sheet", "column", "meaning"], opened)
            for row in _codebook_rows():
                sheets[_CODEBOOK].add(row)
            names = [name for each in sheets.values() for name in each.close()]
        with zipfile.ZipFile(lent, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, text in _parts(names).items():
                (folder / "part").write_text(text, encoding="utf-8", newline="")
                put(archive, folder / "part", name)
            for number, name in enumerate(names, start=1):
                put(archive, folder / name, f"xl/worksheets/sheet{number}.xml")


class _Sheets:
    """The sheets of one table: one, or as many as its rows need."""

    def __init__(self, folder: Path, name: str, header: Row, opened: ExitStack) -> None:
        self._folder, self._name, self._header, self._opened = folder, name, header, opened
        self._names: list[str] = []
        self._rows = 0
        self._stream = self._next()

    def add(self, row: Row) -> None:
        """Write a row."""
        if self._rows == MOST_ROWS:
            self._stream.write(_SHEET_FOOT)
            self._stream = self._next()
        self._write(row)

    def close(self) -> list[str]:
        """End the last sheet, and return the names of all."""
        self._stream.write(_SHEET_FOOT)
        self._stream.flush()
        return self._names

    def _next(self) -> IO[str]:
        number = len(self._names) + 1
        name = self._name if number == 1 else f"{self._name} {number}"
        self._names.append(name)
        path = self._folder / name
        self._stream = self._opened.enter_context(path.open("w", encoding="utf-8", newline=""))
        self._stream.write(_SHEET_HEAD)
        self._rows = 0
        self._write(self._header)
        return self._stream

    def _write(self, row: Row) -> None:
        self._rows += 1
        cells = "".join(
            cell_xml(cell, f"{letters(place)}{self._rows}")
            for place, cell in enumerate(row)
            if cell is not None
        )
        self._stream.write(f'<row r="{self._rows}">{cells}</row>\n')


def letters(place: int) -> str:
    """Return what a column is called.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    before, rest = divmod(place, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + rest)


def cell_xml(cell: Cell, where: str) -> str:
    """Write one cell; text is text, whatever it begins with.

    >>> cell_xml("=1+1", "A2")
    '<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>'
    """
    match cell:
        case bool():
            return f'<c r="{where}" t="b"><v>{int(cell)}</v></c>'
        case int() | float():
            return f'<c r="{where}"><v>{cell}</v></c>'
        case date():
            return f'<c r="{where}" s="1"><v>{(cell - _DAY_ZERO).days}</v></c>'
    text = SEVERAL.join(cell) if isinstance(cell, tuple) else cell or ""
    if not text.isprintable():
        text = _NO_CHARACTERS.sub("", text)
    if len(text) > _MOST_CHARACTERS:
        text = f"{text[: _MOST_CHARACTERS - 1]}…"
    written = escape(text).replace("\r", "&#13;")
    return f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'


def _codebook_rows() -> Iterator[Row]:
    for table in TABLES.values():
        for column in table.columns:
            yield table.name, column.name, column.meaning


def _parts(names: list[str]) -> dict[str, str]:
    """Return the files of a workbook that say which sheets it has."""
    numbered = list(enumerate(names, start=1))
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in numbered
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet"'
        f' Target="worksheets/sheet{number}.xml"/>'
        for number, _ in numbered
    )
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml"'
        f' ContentType="{_TYPE}.worksheet+xml"/>'
        for number, _ in numbered
    )
    styles = len(names) + 1
    relations = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    return {
        "[Content_Types].xml": (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            f"{kinds}</Types>"
        ),
        "_rels/.rels": (
            f'{relations}<Relationship Id="rId1" Type="{_OFFICE}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
            f"<sheets>{sheets}</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'{relations}{links}<Relationship Id="rId{styles}" Type="{_OFFICE}/styles"'
            ' Target="styles.xml"/></Relationships>'
        ),
        "xl/styles.xml": _STYLES,
    }
