"""riwaya import: reports with their claims, as `riwaya export jsonl` wrote them, into a store."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.stores import DEFAULT_STORE, StoreFile

if TYPE_CHECKING:
    from riwaya.store.writing import Kept

_EPILOG = """\b
Examples:
  riwaya import claims.jsonl --store copy.db
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import", epilog=_EPILOG)(import_reports)


def import_reports(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="JSON Lines of reports with their claims.")
    ],
    store: StoreFile = DEFAULT_STORE,
) -> None:
    """Take reports with their claims into a store, as they are in a file.

    The file is one that `riwaya export jsonl` or `riwaya extract --format jsonl` wrote, or of
    annotated articles in the same form. Nothing is extracted anew: the claims stay as they are.
    The same file again changes nothing.
    """
    from riwaya.export.jsonl import read
    from riwaya.store import open_store

    kept: Counter[Kept] = Counter()
    with open_store(store) as opened:
        for coded in read(file):
            kept[opened.add(coded.report, coded.claims)] += 1
        held = opened.counts()
    told = " · ".join(f"{number} {kind}" for kind, number in sorted(kept.items()))
    typer.echo(f"{kept.total()} reports read" + (f" ({told})" if told else ""))
    typer.echo(f"{store} holds {held.reports} reports, {held.claims} claims")
