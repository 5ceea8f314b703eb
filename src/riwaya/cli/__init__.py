"""The command line: parse, call, print. One file per command."""

import gc
import os
import sys
from io import TextIOWrapper
from typing import Annotated, NoReturn

import typer

from riwaya.cli import (
    analyze,
    brief,
    evaluate,
    export,
    extract,
    importing,
    incidents,
    judge,
    places,
    run,
    search,
    show,
    types,
)
from riwaya.errors import RiwayaError

# The matrices are small: more threads than one only wait for each other. It must be said before
# numpy loads, and whoever has said otherwise is heard.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_SELDOM = (100_000, 50, 100)
"""After how many new objects, and how many looks at the young, garbage is looked for."""
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
analyze.register(app)
show.register(app)
search.register(app)
incidents.register(app)
judge.register(app)
brief.register(app)
types.register(app)
places.register(app)
evaluate.register(app)
export.register(app)
importing.register(app)


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
    if sys.stdout is None:
        typer.echo("riwaya: standard output is closed", err=True)
        sys.exit(BAD_REQUEST)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Arabic and JSON are written as UTF-8 whatever the locale says.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # Tables are many objects that live to the end: to look through them for garbage is idle.
    gc.set_threshold(*_SELDOM)
    try:
        app()
    except RiwayaError as error:
        typer.echo(f"riwaya: {error}", err=True)
        sys.exit(BAD_REQUEST)
    except OSError as error:
        _unwritable(error)
    finally:
        _flush()


def _flush() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()
    except OSError as error:
        _unwritable(error)


def _unwritable(error: OSError) -> NoReturn:
    """Say that the disk is full, or whatever else keeps the output from being written."""
    typer.echo(f"riwaya: cannot write: {error.strerror or error}", err=True)
    _let_go()
    sys.exit(BAD_REQUEST)


def _let_go() -> None:
    """Send the rest nowhere, or Python would complain of it when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
