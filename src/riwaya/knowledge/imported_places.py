"""The places that a user has added: kept in one table in the user's data folder."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from riwaya.config import data_folder
from riwaya.errors import ConfigError
from riwaya.knowledge.place_entries import COLUMNS, GazetteerEntry, entry_from


class Kept(NamedTuple):
    """How many places were new, known with other words, or known just so."""

    new: int
    renewed: int
    unchanged: int


def imported_table() -> Path:
    """Return where the table of imported places is, or would be."""
    return data_folder() / "places.tsv"


def imported_lines() -> list[str]:
    """Return the lines of the table without its header; none where nothing was imported.

    Raises:
        ConfigError: the table cannot be read, or is not ours.
    """
    table = imported_table()
    try:
        header, *lines = table.read_text(encoding="utf-8").rstrip("\n").split("\n")
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"imported places {table}: {error}") from error
    if header != "\t".join(COLUMNS):
        raise ConfigError(f"imported places {table}: this is no table of places of riwaya")
    return lines


def keep_places(entries: Iterable[GazetteerEntry]) -> Kept:
    """Add places to the table; one of the same id takes the place of the older.

    The table is replaced whole or not at all.
    """
    known = {line.split("\t", 1)[0]: line for line in imported_lines()}
    new = renewed = unchanged = 0
    for entry in entries:
        line = _line(entry)
        before = known.get(entry.id)
        new += before is None
        unchanged += before == line
        renewed += before is not None and before != line
        known[entry.id] = line
    if new or renewed:
        _replace("".join(f"{line}\n" for line in ("\t".join(COLUMNS), *known.values())))
    return Kept(new, renewed, unchanged)


def _line(entry: GazetteerEntry) -> str:
    line = "\t".join(
        (entry.id, entry.kind, entry.country, entry.parent, str(entry.latitude),
         str(entry.longitude), str(entry.population or ""), "" if entry.exact else "no",
         entry.english, "|".join(entry.arabic))
    )  # fmt: skip
    entry_from(line)
    return line


def _replace(text: str) -> None:
    table = imported_table()
    unfinished = table.with_name(f"{table.name}.{os.getpid()}")
    try:
        table.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(table)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise ConfigError(f"imported places {table}: {error.strerror or error}") from error
