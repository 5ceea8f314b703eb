"""What the commands that read reports have in common: their inputs, settings and rejections."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from riwaya.config import Settings, read_settings
from riwaya.records.coded import CodedReport
from riwaya.records.report import Rejected

if TYPE_CHECKING:
    from riwaya.pipeline import Pipeline

SOME_REJECTED = 1
"""The exit code under --strict where some input was rejected."""

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Text, HTML or JSON Lines files, folders of these, URLs, or - for standard input.",
    ),
]
SettingsFile = Annotated[
    Path | None, typer.Option("--settings", metavar="FILE", help="Settings, as a TOML file.")
]
Strict = Annotated[bool, typer.Option("--strict", help="End with 1 where any input is rejected.")]


def pipeline(settings_file: Path | None) -> "Pipeline[Any]":
    """Return the stages, set as the user asked.

    Raises:
        ConfigError: the settings file cannot be used.
    """
    from riwaya.pipeline import standard

    settings = read_settings(settings_file) if settings_file else Settings()
    return standard(settings, stdin=sys.stdin.buffer if sys.stdin else None)


def coded(results: Iterable[CodedReport | Rejected], *, strict: bool) -> Iterator[CodedReport]:
    """Pass reports on and tell of the rejected ones; under strict, exit with 1 after the last."""
    rejected = 0
    for result in results:
        if isinstance(result, CodedReport):
            yield result
        else:
            rejected += 1
            typer.echo(rejection(result), err=True)
    if rejected and strict:
        raise typer.Exit(SOME_REJECTED)


def rejection(rejected: Rejected) -> str:
    """Say on one line what was turned away, and why."""
    from riwaya.cli.screen import clean

    return f"rejected {clean(rejected.origin)}: {clean(rejected.reason)}"
