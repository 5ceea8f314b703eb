"""riwaya brief: the incidents of a store as pages to read, print and pass on."""

from pathlib import Path
from typing import Annotated

import typer

from riwaya.cli.stores import DEFAULT_STORE, StoreFile

_EPILOG = """\b
Examples:
  riwaya brief --store libya.db --out libya-brief
  riwaya brief i9f3c01aa --out gate
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief", epilog=_EPILOG)(brief)


def brief(
    incident: Annotated[
        str | None,
        typer.Argument(
            metavar="INCIDENT", help="An id, or the beginning of one.", show_default=False
        ),
    ] = None,
    store: StoreFile = DEFAULT_STORE,
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="DIR", file_okay=False, help="The folder that the pages go to."
        ),
    ] = Path("brief"),
) -> None:
    """Write the incidents of a store, or one of them, as pages for a browser.

    Each page stands alone: it opens from the disk, loads nothing, and can be printed. It shows who
    says what through whom and in which words, the competing counts, a map, a timeline, and the
    reports with their evidence marked. index.html is in English, index.ar.html in Arabic.
    """
    from riwaya import pipeline
    from riwaya.cli.screen import write_lines
    from riwaya.store import open_store

    with open_store(store, create=False) as opened:
        written = pipeline.brief(
            opened.coded(), out, incident=incident, judgements=opened.judgements()
        )
    english, arabic = written[:2]
    write_lines([f"{len(written)} pages written; open {english}, or {arabic} in Arabic"])
