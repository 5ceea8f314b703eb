"""The command line: parse, call, print. One file per command."""

import os
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from riwaya.cli import evaluate, extract, run, search, show, types
from riwaya.errors import RiwayaError

BAD_REQUEST = 2
"""The exit code where nothing could be done: wrong usage, or a file or store we cannot use."""

app = typer.Typer(
    name="riwaya",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
run.register(app)
extract.register(app)
show.register(app)
search.register(app)
types.register(app)
evaluate.register(app)


def _version(asked: bool) -> None:
    if asked:
        # Not from the package itself, which is a face like this one and stands above it.
        from importlib.metadata import version

        typer.echo(f"riwaya {version('riwaya')}")
        raise typer.Exit


@app.callback(
    epilog="Example: riwaya extract report.html    A claim is not a fact: it is what a source says."
)
def riwaya(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Turn Arabic news reports into attributed claims: who says who did what to whom."""


def main() -> None:
    """Run the command line; end with 0, 1 (input rejected under --strict) or 2 (see stderr)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Arabic and JSON are written as UTF-8 whatever the locale says.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except RiwayaError as error:
        typer.echo(f"riwaya: {error}", err=True)
        sys.exit(BAD_REQUEST)
    finally:
        _flush()


def _flush() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # Or Python would complain of the reader that has gone when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
