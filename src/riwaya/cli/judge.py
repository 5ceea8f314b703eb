"""riwaya judge and riwaya log: what a person decides about two claims, and what was decided."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.extract import Format
from riwaya.cli.stores import DEFAULT_STORE, StoreFile
from riwaya.records.judgement import Judgement, Verdict

if TYPE_CHECKING:
    from riwaya.store.database import Store

_JUDGE_EPILOG = """\b
Examples:
  riwaya judge 3f9c01aa 77b0e2d4 same --reason "one raid, told by both sides"
  riwaya judge 3f9c01aa 77b0e2d4 different --reason "the second came a day later"
"""
_LOG_EPILOG = """\b
Examples:
  riwaya log
  riwaya log --store libya.db --format jsonl > judgements.jsonl
"""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("judge", epilog=_JUDGE_EPILOG)(judge)
    app.command("log", epilog=_LOG_EPILOG)(log)


def judge(
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="A claim, by its id or the beginning of it.")
    ],
    other: Annotated[str, typer.Argument(metavar="CLAIM", help="Another claim.")],
    verdict: Annotated[
        Verdict,
        typer.Argument(metavar="same|different", help="Whether they are about one incident."),
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why, for whoever reads the log.")
    ],
    store: StoreFile = DEFAULT_STORE,
) -> None:
    """Decide that two claims are about one incident, or about two.

    A judgement goes before everything that is weighed, and is never changed: to undo it, judge
    again. The newest on a pair stands; an older one gives way where it cannot hold beside it.
    """
    from riwaya.store import open_store

    if not reason.strip():
        raise typer.BadParameter("say why", param_hint="--reason")
    with open_store(store, create=False) as opened:
        left, right = opened.claim(claim)[0].id, opened.claim(other)[0].id
        if left == right:
            raise typer.BadParameter(f"{claim!r} and {other!r} are one claim")
        made = Judgement(
            left=left, right=right, verdict=verdict, reason=reason.strip(), at=datetime.now(UTC)
        )
        opened.judge(made)
    typer.echo(f"{left} and {right} are held to be {_said(verdict)}")


def log(
    store: StoreFile = DEFAULT_STORE,
    form: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.TABLE,
) -> None:
    """Print every judgement of a store, the oldest first, and which of them stand."""
    from riwaya.cli.screen import write_lines
    from riwaya.store import open_store

    with open_store(store, create=False) as opened:
        lines = list(_json_lines(opened) if form is Format.JSONL else _table_lines(opened))
    write_lines(lines)


def _said(verdict: Verdict) -> str:
    return "of one incident" if verdict is Verdict.SAME else "of different incidents"


def _marked(store: "Store") -> list[tuple[Judgement, bool]]:
    """Return every judgement and whether none that is newer is on the same pair."""
    from riwaya.reconcile.judgements import standing

    found = store.judgements()
    stands = {id(each) for each in standing(found).values()}
    return [(each, id(each) in stands) for each in found]


def _json_lines(store: "Store") -> Iterator[str]:
    for each, stands in _marked(store):
        fields = {
            "at": each.at.isoformat(),
            "left": each.left,
            "right": each.right,
            "verdict": each.verdict.value,
            "reason": each.reason,
            "stands": stands,
        }
        yield json.dumps(fields, ensure_ascii=False)


def _table_lines(store: "Store") -> Iterator[str]:
    from riwaya.cli.blocks import short_id
    from riwaya.cli.screen import Screen, clean

    screen = Screen()
    is_empty = True
    for each, stands in _marked(store):
        is_empty = False
        yield "  ".join(
            (
                f"{each.at:%Y-%m-%d %H:%M}",
                f"{short_id(each.left)}  {short_id(each.right)}",
                f"{each.verdict.value:<9}",
                "stands  " if stands else "replaced",
                screen.isolated(clean(each.reason)),
            )
        )
    if is_empty:
        yield "no judgements"
