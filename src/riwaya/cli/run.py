"""riwaya run: read reports and keep them with their claims."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from riwaya.cli.inputs import SOME_REJECTED, Inputs, SettingsFile, Strict, pipeline
from riwaya.cli.stores import DEFAULT_STORE, StoreFile
from riwaya.records.claim import Claim
from riwaya.records.report import Found, Rejected, Remark, Report

if TYPE_CHECKING:
    from riwaya.pipeline import Read
    from riwaya.store.database import Store, StoreCounts
    from riwaya.store.writing import Kept

MOST_REASONS = 20
MOST_ORIGINS = 3
"""How many inputs are named for one reason; the store has all of them."""

_EPILOG = """\b
Examples:
  riwaya run archive/ --store libya.db
  riwaya run report.html https://example.org/news/1 --strict
"""


@dataclass(slots=True)
class Summary:
    """What a run did, counted while it goes on."""

    kept: "Counter[Kept]" = field(default_factory=Counter)
    claims: int = 0
    rejected: "dict[str, list[str]]" = field(default_factory=dict)
    """The inputs that were turned away, by reason."""
    remarks: "dict[str, list[str]]" = field(default_factory=dict)
    """The inputs that something is to be known of, by what it is."""

    @property
    def reports(self) -> int:
        """How many reports were read."""
        return self.kept.total()

    @property
    def rejections(self) -> int:
        """How many inputs were turned away."""
        return sum(map(len, self.rejected.values()))


@dataclass(frozen=True, slots=True)
class Watched:
    """A store that tells a summary what becomes of each report."""

    store: "Store"
    summary: Summary

    def add(self, report: Report, claims: Iterable[Claim]) -> None:
        """Keep a report with its claims."""
        found = tuple(claims)
        self.summary.kept[self.store.add(report, found)] += 1
        self.summary.claims += len(found)

    def reject(self, rejected: Rejected) -> None:
        """Keep note of what could not be read."""
        self.store.reject(rejected)
        self.summary.rejected.setdefault(rejected.reason, []).append(rejected.origin)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("run", epilog=_EPILOG)(run)


def run(
    inputs: Inputs,
    store: StoreFile = DEFAULT_STORE,
    settings: SettingsFile = None,
    strict: Strict = False,
) -> None:
    """Read reports and keep them, with their claims, in a store.

    The same input read again changes nothing; an interrupted run is completed by the next one.
    """
    from riwaya.cli.screen import write_lines
    from riwaya.store import open_store

    stages = pipeline(settings)
    stages = replace(stages, read=passing_over(store, stages.read))
    summary = Summary()
    with open_store(store) as opened:
        with _progress(summary) as advance:
            for result in stages.keep(inputs, store=Watched(opened, summary)):
                if isinstance(result, Remark):
                    summary.remarks.setdefault(result.note, []).append(result.origin)
                advance()
        held = opened.counts()
    write_lines(summary_lines(summary, held, where=str(store)))
    if strict and summary.rejections:
        raise typer.Exit(SOME_REJECTED)


def passing_over(store: Path, read: "Read") -> "Read":
    """Let a reader pass over the store's own files where they lie in a folder that is read."""
    own = {Path(f"{store.resolve()}{ending}") for ending in ("", "-journal", "-shm", "-wal")}

    def others(inputs: Iterable[str]) -> Iterator[Found]:
        named = tuple(inputs)
        passed_over = own - {Path(name).resolve() for name in named}
        for found in read(named):
            if not (isinstance(found, Rejected) and Path(found.origin).resolve() in passed_over):
                yield found

    return others


def summary_lines(summary: Summary, held: "StoreCounts", *, where: str) -> Iterator[str]:
    """Say what a run did and what the store holds now."""
    kept = " · ".join(f"{number} {kind}" for kind, number in sorted(summary.kept.items()))
    yield f"{_counted(summary.reports, 'report')} read" + (f" ({kept})" if kept else "")
    yield f"{_counted(summary.claims, 'claim')} found in them"
    yield f"{_counted(summary.rejections, 'input')} rejected"
    yield from _by_reason(summary.rejected)
    if summary.remarks:
        yield _counted(sum(map(len, summary.remarks.values())), "note")
        yield from _by_reason(summary.remarks)
    yield f"{where} holds {_counted(held.reports, 'report')}, {_counted(held.claims, 'claim')}"


def _by_reason(origins_by_reason: dict[str, list[str]]) -> Iterator[str]:
    from riwaya.cli.screen import clean

    by_number = sorted(origins_by_reason.items(), key=lambda reason: -len(reason[1]))
    for reason, origins in by_number[:MOST_REASONS]:
        yield f"   {clean(reason)}"
        yield from (f"      {clean(origin)}" for origin in origins[:MOST_ORIGINS])
        if len(origins) > MOST_ORIGINS:
            yield f"      and {len(origins) - MOST_ORIGINS} more"
    if len(by_number) > MOST_REASONS:
        yield f"   and for {_counted(len(by_number) - MOST_REASONS, 'other reason')}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@contextmanager
def _progress(summary: Summary) -> Iterator[Callable[[], None]]:
    """Show a bar on a terminal, and nothing where standard error is a file."""
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from riwaya.cli.screen import Screen

    screen = Screen(stderr=True)
    columns = (SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(
        *columns, console=screen, transient=True, disable=not screen.is_terminal
    ) as shown:
        # How many reports lie in a folder of JSON Lines is known only when they have been read.
        task = shown.add_task("reading", total=None)

        def advance() -> None:
            shown.update(
                task,
                advance=1,
                description=f"{summary.reports} reports, {summary.claims} claims, "
                f"{summary.rejections} rejected",
            )

        yield advance
