"""riwaya extract: print the claims of reports, and keep nothing."""

from enum import StrEnum
from typing import Annotated

import typer

from riwaya.cli.inputs import Inputs, SettingsFile, Strict, coded, pipeline


class Format(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSONL = "jsonl"


_EPILOG = """\b
Examples:
  riwaya extract report.html
  riwaya extract archive/ --format jsonl > claims.jsonl
  curl -s https://example.org/news | riwaya extract -
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("extract", epilog=_EPILOG)(extract)


def extract(
    inputs: Inputs,
    form: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.TABLE,
    settings: SettingsFile = None,
    strict: Strict = False,
) -> None:
    """Print the claims of reports, without keeping them.

    With --format jsonl each report is one JSON object on a line of its own, with its text and its
    claims; every offset counts characters of that text.
    """
    reports = coded(pipeline(settings).run(inputs), strict=strict)
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
