"""What the commands that read reports have in common: their inputs, settings and rejections."""

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from riwaya.config import Settings, read_settings
from riwaya.records.coded import CodedReport
from riwaya.records.report import Rejected, Remark

if TYPE_CHECKING:
    from riwaya.pipeline import Pipeline, Result

Read = TypeVar("Read")
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


def pipeline(settings_file: Path | None, *, any_text: bool = False) -> "Pipeline[Any]":
    """Return the stages, set as the user asked.

    Args:
        settings_file: the settings, None for those that come with riwaya.
        any_text: whether texts are read that are no reports: however short, and again.

    Raises:
        ConfigError: the settings file cannot be used.
    """
    from riwaya.pipeline import standard

    settings = read_settings(settings_file) if settings_file else Settings()
    if any_text:
        ingest = replace(settings.ingest, least_letters=0, least_arabic_share=0.0, repeats=True)
        settings = replace(settings, ingest=ingest)
    return standard(settings, stdin=sys.stdin.buffer if sys.stdin else None)


def coded(results: "Iterable[Result]", *, strict: bool) -> Iterator[CodedReport]:
    """Pass reports on and tell of the rejected ones; under strict, exit with 1 after the last."""
    return accepted(results, strict=strict)


def accepted(results: "Iterable[Read | Rejected | Remark]", *, strict: bool) -> Iterator[Read]:
    """Pass on what was made of reports, as `coded` does."""
    rejected = 0
    for result in results:
        if isinstance(result, Remark):
            typer.echo(remark(result), err=True)
        elif isinstance(result, Rejected):
            rejected += 1
            typer.echo(rejection(result), err=True)
        else:
            yield result
    if rejected and strict:
        raise typer.Exit(SOME_REJECTED)


@contextmanager
def gathered(results: "Iterable[Result]", *, strict: bool) -> Iterator[list[CodedReport]]:
    """Hand on all reports at once; under strict, exit with 1 after what is done with them."""
    reports: list[CodedReport] = []
    exits: typer.Exit | None = None
    try:
        for report in coded(results, strict=strict):
            reports.append(report)  # noqa: PERF402  # those before an exit are kept
    except typer.Exit as end:
        exits = end
    yield reports
    if exits:
        raise exits


def country_code(country: str | None) -> str | None:
    """Return the ISO code of a country that an option names, in capitals."""
    if country is not None and not re.fullmatch("[A-Za-z]{2}", country):
        raise typer.BadParameter(f"{country!r} is no ISO 3166 code of two letters")
    return country.upper() if country else None


def rejection(rejected: Rejected) -> str:
    """Say on one line what was turned away, and why."""
    from riwaya.cli.screen import clean

    return f"rejected {clean(rejected.origin)}: {clean(rejected.reason)}"


def remark(made: Remark) -> str:
    """Say on one line what is to be known of an input that was read."""
    from riwaya.cli.screen import clean

    return f"note {clean(made.origin)}: {clean(made.note)}"
