"""riwaya analyze: print the numbers, times, places and actors of reports."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.extract import Format
from riwaya.cli.inputs import Inputs, SettingsFile, Strict, accepted, pipeline

if TYPE_CHECKING:
    from rich.text import Text

    from riwaya.cli.screen import Screen
    from riwaya.records.reading import (
        ActorMention,
        AnalyzedReport,
        NumberMention,
        PlaceMention,
        TimeMention,
    )

    Mention = NumberMention | TimeMention | PlaceMention | ActorMention

INDENT = 5
LABEL = 10

_EPILOG = """\b
Examples:
  riwaya analyze report.html
  riwaya analyze archive/ --format jsonl > mentions.jsonl
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("analyze", epilog=_EPILOG)(analyze)


def analyze(
    inputs: Inputs,
    form: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.TABLE,
    settings: SettingsFile = None,
    strict: Strict = False,
) -> None:
    """Print the numbers, times, places and actors that reports speak of.

    With --format jsonl each report is one JSON object on a line of its own; every offset counts
    characters of its text. Any text will do, a single date as well.
    """
    readings = accepted(pipeline(settings, any_text=True).analyses(inputs), strict=strict)
    if form is Format.JSONL:
        from riwaya.cli.screen import write_lines
        from riwaya.export.analysis import analysis
        from riwaya.export.jsonl import encoded

        write_lines(encoded(analysis(reading)) for reading in readings)
    else:
        from riwaya.cli.screen import Screen

        screen = Screen()
        for reading in readings:
            for line in report_lines(reading, screen):
                screen.put(line)


def report_lines(reading: "AnalyzedReport", screen: "Screen") -> Iterator["Text | str"]:
    """Lay out a report: heading, then a line for each mention, what it means after its words."""
    from riwaya.cli.blocks import report_heading

    yield from report_heading(reading.report, screen)
    groups: Iterable[tuple[str, Iterable[tuple[Mention, str]]]] = (
        ("numbers", ((each, _number(each)) for each in reading.numbers)),
        ("times", ((each, _time(each)) for each in reading.times)),
        ("places", ((each, _place(each)) for each in reading.places if each.certainty)),
        ("actors", ((each, _actor(each)) for each in reading.actors)),
    )
    for label, mentions in groups:
        yield from _group(label, mentions, reading, screen)
    yield ""


def _group(
    label: str,
    mentions: "Iterable[tuple[Mention, str]]",
    reading: "AnalyzedReport",
    screen: "Screen",
) -> Iterator["Text"]:
    from rich.text import Text

    from riwaya.cli.screen import clean, shortened

    for mention, gloss in mentions:
        words = clean(reading.report.text[mention.start : mention.end])
        shown = Text(" " * INDENT)
        shown.append(f"{label:<{LABEL}}", style="dim")
        shown.append(screen.isolated(shortened(words, width=screen.columns // 2)))
        shown.append(f"  {gloss}", style="green")
        yield shown
        label = ""


def _number(number: "NumberMention") -> str:
    if number.most is None:
        return f"{number.least} or more"
    return f"{number.least}" + (f" to {number.most}" if number.most != number.least else "")


def _time(time: "TimeMention") -> str:
    first, last = time.earliest.isoformat(), time.latest.isoformat()
    return f"{first}" + (f" to {last}" if last != first else "") + f" ({time.precision.value})"


def _place(place: "PlaceMention") -> str:
    relation = "" if place.relation == "in" else place.relation.replace("_", " ")
    distance = f"{place.distance_km:g} km" if place.distance_km is not None else ""
    anchor = place.anchor or "not listed"
    where = f"({', '.join(part for part in (place.kind, place.country) if part)})"
    return " ".join(part for part in (distance, relation, anchor, where) if part)


def _actor(actor: "ActorMention") -> str:
    known = ", ".join(part for part in (actor.kind, actor.country) if part)
    return f"{actor.name} ({known}; by {actor.how.value}, {actor.certainty:.2f})"
