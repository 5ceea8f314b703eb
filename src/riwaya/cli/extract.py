"""riwaya extract: print the claims of reports, and keep nothing."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.inputs import Inputs, SettingsFile, Strict, coded, gathered, pipeline

if TYPE_CHECKING:
    from riwaya.records.coded import CodedReport


class Format(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSONL = "jsonl"


_EPILOG = """\b
Examples:
  riwaya extract report.html
  riwaya extract archive/ --format jsonl > claims.jsonl
  riwaya extract archive/ --reconcile --format jsonl > claims.jsonl
  curl -s https://example.org/news | riwaya extract -
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("extract", epilog=_EPILOG)(extract)


def extract(
    inputs: Inputs,
    form: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.TABLE,
    reconciles: Annotated[
        bool, typer.Option("--reconcile", help="Let claims of one incident share its label.")
    ] = False,
    settings: SettingsFile = None,
    strict: Strict = False,
) -> None:
    """Print the claims of reports, without keeping them.

    With --format jsonl each report is one JSON object on a line of its own, with its text and its
    claims; every offset counts characters of that text. The `incident` of a claim is a label within
    its report, with --reconcile across all reports, which are then read before any is printed.
    """
    results = pipeline(settings).run(inputs)
    if reconciles:
        from riwaya.pipeline import labelled

        with gathered(results, strict=strict) as reports:
            _print(labelled(reports), form)
    else:
        _print(coded(results, strict=strict), form)


def _print(reports: "Iterable[CodedReport]", form: Format) -> None:
    if form is Format.JSONL:
        from riwaya.cli.screen import write_lines
        from riwaya.export.jsonl import lines

        write_lines(lines(reports))
    else:
        from riwaya.cli.blocks import report_blocks
        from riwaya.cli.screen import Screen

        screen = Screen()
        for report in reports:
            for line in report_blocks(report, screen):
                screen.put(line)
