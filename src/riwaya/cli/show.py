"""riwaya show: one claim, or one report with its claims."""

from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.stores import DEFAULT_STORE, StoreFile
from riwaya.errors import InputError, UnknownRecordError
from riwaya.records.coded import CodedReport
from riwaya.records.report import Rejected, Report

if TYPE_CHECKING:
    from riwaya.store.database import Store

_EPILOG = """\b
Examples:
  riwaya show 3f9c01aa                 a claim, by the beginning of its id
  riwaya show 3f9c01aa --why           and how it was found
  riwaya show report-17 --store libya.db
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show", epilog=_EPILOG)(show)


def show(
    name: Annotated[
        str,
        typer.Argument(metavar="CLAIM|REPORT", help="An id, or the beginning of one."),
    ],
    store: StoreFile = DEFAULT_STORE,
    why: Annotated[
        bool, typer.Option("--why", help="Read again, and tell how each claim is found.")
    ] = False,
) -> None:
    """Show a claim, or a report with all of its claims.

    Each stands beside the words it rests on, with the sentence to check it in. With --why the
    report is read once more, and each claim says by which table entries its word, its participants
    and its source were found, and what spoke for them; a claim that this version of riwaya no
    longer makes says so.
    """
    from riwaya.cli.blocks import report_blocks
    from riwaya.cli.screen import Screen
    from riwaya.store import open_store

    with open_store(store, create=False) as opened:
        found = named(opened, name)
    again = _again(found.report) if why else None
    screen = Screen()
    for line in report_blocks(found, screen, again=again):
        screen.put(line)


def _again(report: Report) -> CodedReport:
    """Read a report that is kept once more.

    Raises:
        InputError: nothing can be extracted from it any more.
    """
    from riwaya import pipeline

    again = pipeline.explained(report)
    if isinstance(again, Rejected):
        raise InputError(f"report {report.id} cannot be read again: {again.reason}")
    return again


def named(store: "Store", name: str) -> CodedReport:
    """Return a report with all of its claims, or with the one claim that was asked for.

    Raises:
        UnknownRecordError: no record has the name, or several have.
    """
    claim, no_claim = _claim(store, name)
    report, no_report = _report(store, name)
    if claim and report:
        exact = [each for each in (claim, report) if name in _ids(each)]
        if len(exact) == 1:
            return exact[0]
        raise UnknownRecordError(f"both a claim and a report have an id that begins with {name!r}")
    found = claim or report
    if found is None:
        raise UnknownRecordError(f"{no_claim}; {no_report}")
    return found


def _claim(store: "Store", name: str) -> tuple[CodedReport | None, str]:
    try:
        claim, report = store.claim(name)
    except UnknownRecordError as error:
        return None, str(error)
    return CodedReport(report=report, claims=(claim,)), ""


def _report(store: "Store", name: str) -> tuple[CodedReport | None, str]:
    try:
        return store.report(name), ""
    except UnknownRecordError as error:
        return None, str(error)


def _ids(found: CodedReport) -> set[str]:
    return {str(found.report.id), *(str(claim.id) for claim in found.claims)}
