"""riwaya types: the types of event, and what other schemes call them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from riwaya.cli.screen import Screen
    from riwaya.knowledge.ontology import EventType

LABEL = 12

_EPILOG = """\b
Examples:
  riwaya types
  riwaya types seizure_of_territory
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("types", epilog=_EPILOG)(types)


def types(
    name: Annotated[
        str | None, typer.Argument(help="A type to show in full.", show_default=False)
    ] = None,
) -> None:
    """List the types of event, or show one in full.

    In full means: its definition, what takes part in it, and its ACLED, PLOVER, CAMEO and UCDP
    category.
    """
    from riwaya.cli.screen import Screen, write_lines
    from riwaya.knowledge.ontology import event_type, event_types

    screen = Screen()
    if name is None:
        write_lines(table_lines(event_types().values(), screen))
    else:
        write_lines(full_lines(event_type(name), screen))


def table_lines(kinds: "Iterable[EventType]", screen: "Screen") -> Iterator[str]:
    """Lay out a line for each type; Arabic stands last, where it cannot shift a column."""
    rows = [("type", "in ACLED", "in PLOVER", "CAMEO", "Arabic")]
    for kind in kinds:
        acled = kind.acled.sub_event_type if kind.acled else "-"
        rows.append((kind.name, acled, _plover(kind), kind.cameo or "-", kind.arabic))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    for *latin, arabic in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(latin, widths, strict=True))
        yield "  ".join((*cells, screen.isolated(arabic)))


def full_lines(kind: "EventType", screen: "Screen") -> Iterator[str]:
    """Lay out everything that is known of a type."""
    yield f"{kind.name}: {kind.english}, {screen.isolated(kind.arabic)}"
    yield kind.definition
    yield ""
    fields = [("who", kind.agents), ("whom", kind.targets), ("where", kind.places)]
    fields += [(f"{role} count", counted) for role, counted in kind.counts.items()]
    fields += _codes(kind)
    if kind.note:
        fields.append(("note", kind.note))
    width = max(len(label) for label, _ in fields) + 2
    for label, words in fields:
        yield f"{label:<{width}}{words}"


def _codes(kind: "EventType") -> Iterator[tuple[str, str]]:
    from riwaya.knowledge.ontology import Scheme, vocabulary

    known = vocabulary()
    acled = ", ".join(kind.acled) if kind.acled else None
    cameo = f"{kind.cameo}, {known.cameo[kind.cameo]}" if kind.cameo else None
    violence = ", ".join(f"{int(each)} {known.ucdp[str(int(each))]}" for each in kind.ucdp)
    ucdp = f"{violence}; where people died in it" if violence else "not counted"
    codes = {
        Scheme.ACLED: acled,
        Scheme.PLOVER: _plover(kind) if kind.plover else None,
        Scheme.CAMEO: cameo,
        Scheme.UCDP: ucdp,
    }
    for scheme, code in codes.items():
        yield scheme.upper(), code or f"none: {kind.outside[scheme]}"


def _plover(kind: "EventType") -> str:
    return ", ".join(part for part in kind.plover if part) if kind.plover else "-"
