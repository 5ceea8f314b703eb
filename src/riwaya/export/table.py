"""Rows on their way into files: columns with their meaning, cells that cannot run, and counts."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

Cell = str | int | float | bool | date | tuple[str, ...] | None
Row = Sequence[Cell]

SEVERAL = "; "
"""What stands between the parts of one cell."""
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_MOST_NAMED = 3


class Kind(StrEnum):
    """What the cells of a column are, for formats that have types."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    TRUTH = "truth"
    DATE = "date"
    TEXTS = "texts"


class Column(NamedTuple):
    """A column and what stands in it."""

    name: str
    meaning: str
    kind: Kind = Kind.TEXT


@dataclass(slots=True)
class LeftOut:
    """What a format has no place for, by reason. Nothing is dropped in silence."""

    noun: str = "incident"
    by_reason: dict[str, list[str]] = field(default_factory=dict)

    def add(self, reason: str, name: str) -> None:
        """Note one record that is not written."""
        self.by_reason.setdefault(reason, []).append(name)

    @property
    def total(self) -> int:
        """How many records are not written."""
        return sum(map(len, self.by_reason.values()))

    def lines(self) -> Iterator[str]:
        """Say how many are not written and why, each reason with some ids."""
        for reason, names in sorted(self.by_reason.items(), key=lambda item: -len(item[1])):
            some = ", ".join(names[:_MOST_NAMED])
            more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
            noun = self.noun if len(names) == 1 else f"{self.noun}s"
            yield f"{len(names)} {noun}: {reason} ({some}{more})"


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("طرابلس")
    ("'=1+1", 'طرابلس')
    """
    return f"'{cell}" if cell.startswith(_STARTS_FORMULA) else cell


def written(cell: Cell) -> str:
    """Return a cell as text files have it; what is unknown is empty.

    >>> written(None), written(-7.5), written(("a", "b")), written(date(2019, 4, 5))
    ('', '-7.5', 'a; b', '2019-04-05')
    """
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return str(cell)
        case date():
            return cell.isoformat()
        case str():
            return harmless(cell)
        case tuple():
            return harmless(SEVERAL.join(cell))


def csv_lines(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[str]:
    """Write a table as CSV, a line at a time, each with its line break."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for row in _with_header(columns, rows):
        writer.writerow([written(cell) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def tsv_lines(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[str]:
    """Write a table with tabs, a line at a time; no cell has a tab, a line break or a quote.

    Readers of such files disagree about quoting: what needs none is read alike by all.
    """
    for row in _with_header(columns, rows):
        cells = (" ".join(written(cell).replace('"', "”").split()) for cell in row)
        yield "\t".join(cells) + "\n"


def _with_header(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[Row]:
    yield [column.name for column in columns]
    yield from rows
