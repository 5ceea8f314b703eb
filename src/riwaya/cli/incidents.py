"""riwaya incidents: what several accounts tell of, a line each."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.extract import Format
from riwaya.cli.inputs import SettingsFile, Strict, country_code, gathered, pipeline
from riwaya.cli.stores import DEFAULT_STORE
from riwaya.records.claim import CountRole
from riwaya.records.incident import Incident, Policy, Standing

if TYPE_CHECKING:
    from riwaya.cli.screen import Screen
    from riwaya.export.documented import DocumentedIncident

SHORT_ID = 9
"""Characters of an id that a table shows: enough for `riwaya brief`."""
_EPILOG = """\b
Examples:
  riwaya incidents --store libya.db --country LY --from 2019-04-05 --to 2019-04-12
  riwaya incidents --type killing --place الزاوية --standing contested
  riwaya incidents archive/ --format jsonl > incidents.jsonl
"""
_HEADER = ("incident", "when", "type", "killed", "standing", "roots", "in", "place", "headline")
_LEAST_HEADLINE = 30
_WIDEST_PLACE = 20


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("incidents", epilog=_EPILOG)(incidents)


def incidents(  # noqa: PLR0913, PLR0917  # one parameter an option
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[INPUT...]",
            help="Reports to read instead of a store: files, folders, URLs, or -.",
            show_default=False,
        ),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(
            "--store", metavar="FILE", help=f"The database with the reports [{DEFAULT_STORE}]."
        ),
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", help="In this country, as LY.")
    ] = None,
    event_type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Of this type of event.")
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE", help="Not before this day."),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option("--to", formats=["%Y-%m-%d"], metavar="DATE", help="Not after this day."),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option("--place", metavar="NAME", help="At a place whose name has these words."),
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option("--actor", metavar="NAME", help="With this actor: an id, or words of a name."),
    ] = None,
    standing: Annotated[
        Standing | None, typer.Option("--standing", help="With this standing.")
    ] = None,
    policy: Annotated[
        Policy, typer.Option("--policy", help="How the best figure is chosen.")
    ] = Policy.MEDIAN,
    form: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.TABLE,
    settings: SettingsFile = None,
    strict: Strict = False,
) -> None:
    """Print the incidents that the reports of a store, or INPUTs, tell of.

    An incident is one occurrence as far as its claims tell of it, from one report or many. The
    table says on how many independent accounts (roots) in how many reports it rests, and its
    standing, which is no measure of truth. With --format jsonl each is one JSON object on a line
    of its own, with its figures, accounts and relations.
    """
    from riwaya.export.selection import Selection
    from riwaya.knowledge.ontology import event_type as listed

    if inputs and store:
        raise typer.BadParameter("name either INPUTs or a --store")
    wanted = Selection(
        country=country_code(country),
        type=listed(event_type).name if event_type else None,
        since=since.date() if since else None,
        until=until.date() if until else None,
        place=place,
        actor=actor,
        standing=standing,
    )
    with _incidents(inputs, store or DEFAULT_STORE, settings, policy, strict) as found:
        _print(filter(wanted.takes, found), form)


@contextmanager
def _incidents(
    inputs: list[str] | None, store: Path, settings: Path | None, policy: Policy, strict: bool
) -> "Iterator[Iterable[DocumentedIncident]]":
    from riwaya.pipeline import incidents_of
    from riwaya.store import open_store

    if inputs:
        with gathered(pipeline(settings).run(inputs), strict=strict) as reports:
            yield incidents_of(reports, policy=policy)
    else:
        with open_store(store, create=False) as opened:
            yield incidents_of(opened.coded(), opened.judgements(), policy=policy)


def _print(found: "Iterable[DocumentedIncident]", form: Format) -> None:
    from riwaya.cli.screen import Screen, write_lines

    if form is Format.JSONL:
        from riwaya.export.incidents import incident_fields
        from riwaya.export.jsonl import encoded

        write_lines(encoded(incident_fields(each.incident)) for each in found)
    else:
        write_lines(table_lines([each.incident for each in found], Screen()))


def table_lines(found: "Iterable[Incident]", screen: "Screen") -> Iterator[str]:
    """Lay out a line for each; the headline stands last, where it cannot shift a column."""
    from riwaya.cli.screen import clean, shortened

    rows: list[tuple[str, ...]] = [_HEADER]
    rows += [(*_cells(each), clean(each.title)) for each in found]
    if len(rows) == 1:
        yield "no incidents"
        return
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    rest = max(screen.columns - sum(widths) - 2 * len(widths), _LEAST_HEADLINE)
    for *cells, title in rows:
        padded = (f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True))
        yield "  ".join((*padded, screen.isolated(shortened(title, width=rest))))


def _cells(incident: Incident) -> tuple[str, ...]:
    kind, *others = incident.types
    from riwaya.cli.screen import clean, shortened

    more = f" +{len(others)}" if others else ""
    place = incident.place
    return (
        incident.id[:SHORT_ID],
        _days(incident),
        f"{kind}{more}",
        _killed(incident),
        incident.standing.value,
        f"{incident.roots}",
        f"{len(incident.reports)}",
        shortened(clean(place.name), width=_WIDEST_PLACE) if place else "",
    )


def _days(incident: Incident) -> str:
    if incident.last is None:
        return ""
    if incident.first is None:
        return f"by {incident.last}"
    is_day = incident.first == incident.last
    return f"{incident.first}" if is_day else f"{incident.first}/{incident.last}"


def _killed(incident: Incident) -> str:
    """Return what is said of all the killed, or of the first group of them that a number names."""
    stated = [each for each in incident.figures if each.role is CountRole.KILLED]
    if not stated:
        return ""
    figure = next((each for each in stated if each.group is None), stated[0])
    if figure.high is None:
        return f"{figure.low}+"
    return f"{figure.low}" if figure.low == figure.high else f"{figure.low}-{figure.high}"
