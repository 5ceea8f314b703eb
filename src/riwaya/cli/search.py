"""riwaya search: reports by their words."""

from typing import Annotated

import typer

from riwaya.cli.stores import DEFAULT_STORE, StoreFile

_EPILOG = """\b
Examples:
  riwaya search "بوابة 27"
  riwaya search الزاوية --store libya.db --most 5
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("search", epilog=_EPILOG)(search)


def search(
    text: Annotated[str, typer.Argument(help="Words that a report must all have.")],
    store: StoreFile = DEFAULT_STORE,
    most: Annotated[
        int, typer.Option("--most", min=1, metavar="N", help="Show at most N reports.")
    ] = 20,
) -> None:
    """Find reports by their words.

    The claims that rest on these words are shown with them. Spelling variants, the article and
    letters written on a word make no difference: قوات finds وبالقوّات.
    """
    from riwaya.cli.blocks import report_blocks
    from riwaya.cli.screen import Screen
    from riwaya.records.coded import CodedReport
    from riwaya.store import open_store

    screen = Screen()
    is_found = False
    with open_store(store, create=False) as opened:
        for hit in opened.search(text, most=most):
            is_found = True
            coded = CodedReport(report=hit.report, claims=hit.claims)
            for line in report_blocks(coded, screen, if_none="no claim rests on these words"):
                screen.put(line)
    if not is_found:
        typer.echo(f"no report in {store} has the words {text!r}")
