"""riwaya places: where a name lies, and more places than come with the package."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from riwaya.cli.inputs import SOME_REJECTED, country_code

if TYPE_CHECKING:
    from riwaya.cli.screen import Screen
    from riwaya.knowledge.place_search import Candidate

_EPILOG = """\b
Examples:
  riwaya places find الزاوية --country LY
  riwaya places import SY.zip
"""
_FIND_EPILOG = """\b
Examples:
  riwaya places find الزاوية --country LY
  riwaya places find "خان شيخون (ريف إدلب)"
  riwaya places find --jsonl names.jsonl > places.jsonl
"""
_IMPORT_EPILOG = """\b
Examples:
  riwaya places import SY.zip                     a country of GeoNames
  riwaya places import syr_admin.csv              a table of OCHA
  riwaya places import my-villages.csv --country LY
"""
Country = Annotated[
    str | None,
    typer.Option("--country", metavar="CODE", help="Its ISO 3166 code of two letters, as LY."),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    places = typer.Typer(
        no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
    )
    places.command("find", epilog=_FIND_EPILOG)(find)
    places.command("import", epilog=_IMPORT_EPILOG)(add)
    app.add_typer(
        places, name="places", epilog=_EPILOG, help="Find places by name, or import more of them."
    )


def find(
    name: Annotated[
        str | None, typer.Argument(help="A name, in Arabic or Latin letters.", show_default=False)
    ] = None,
    country: Country = None,
    jsonl: Annotated[
        str | None,
        typer.Option(
            "--jsonl",
            metavar="FILE",
            help='Answer each line {"name", "country"} of a file, - for standard input.',
        ),
    ] = None,
    most: Annotated[
        int, typer.Option("--most", min=1, metavar="N", help="Show at most N places.")
    ] = 10,
) -> None:
    """Find the places that a name may mean, with the reason for their order.

    With --jsonl the answers are JSON Lines, one for each line and in their order: the likeliest
    place, or null where none is credible or only its parent's coordinates are known.
    """
    from riwaya.cli.screen import Screen, write_lines
    from riwaya.knowledge.place_search import find_places

    if (name is None) == (jsonl is None):
        raise typer.BadParameter("give a NAME or --jsonl FILE, and not both")
    if jsonl is not None:
        write_lines(answers(_lines(jsonl), country))
        return
    found = find_places(name or "", country=country_code(country), most=most)
    if found:
        write_lines(table_lines(found, Screen()))
    else:
        where = f" in {country}" if country else ""
        typer.echo(f"no place is known by the name {name!r}{where}")


def add(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The table, or - for standard input.")
    ],
    country: Country = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with 1 where any line holds no place.")
    ] = False,
) -> None:
    """Import places from a table, for finding names and for extraction.

    The table is a country's dump of GeoNames (.txt or .zip), an OCHA table of administrative
    divisions with P-codes (CSV), or a list of your own (CSV) with the columns name, latitude,
    longitude and, where known, kind, country, parent and names. Lines that hold no place are told
    and passed over. The same table again changes nothing.
    """
    from riwaya.knowledge.place_import import import_places

    imported = import_places(_bytes(file), country=country_code(country) or "")
    for row in imported.bad:
        typer.echo(f"{file}, line {row.line}: {row.problem}", err=True)
    kept = imported.kept
    typer.echo(
        f"{imported.form}: {imported.places} places, {kept.new} new, {kept.renewed} renewed, "
        f"{kept.unchanged} as before; {len(imported.bad)} lines without one; "
        f"kept in {imported.table}"
    )
    if imported.bad and strict:
        raise typer.Exit(SOME_REJECTED)


def answers(lines: Iterable[tuple[int, str]], country: str | None) -> Iterator[str]:
    """Yield one line of JSON for each question."""
    from riwaya.errors import PlaceTableError
    from riwaya.knowledge.place_search import best_place

    for number, line in lines:
        try:
            asked: Any = json.loads(line)
        except ValueError as error:
            raise PlaceTableError(f"line {number} is no JSON: {error}") from error
        if not isinstance(asked, dict) or not isinstance(asked.get("name"), str):
            raise PlaceTableError(f'line {number} is no object with a "name"')
        where = asked.get("country")
        if where is not None and not isinstance(where, str):
            raise PlaceTableError(f"line {number}: the country {where!r} is no code of two letters")
        best = best_place(asked["name"], country=country_code(where or country))
        yield json.dumps(best.as_record() if best else None, ensure_ascii=False)


def table_lines(found: "Iterable[Candidate]", screen: "Screen") -> Iterator[str]:
    """Lay out a line for each place; Arabic stands last, where it cannot shift a column."""
    rows = [("score", "kind", "in", "latitude", "longitude", "km", "name", "because", "")]
    for each in found:
        entry = each.entry
        inside = ", ".join(part for part in (entry.country, entry.parent) if part)
        rows.append((
            f"{each.score:.2f}", entry.kind, inside, f"{entry.latitude:.4f}",
            f"{entry.longitude:.4f}", f"{each.radius_km:g}", entry.english, each.reason, each.name,
        ))  # fmt: skip
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    for *latin, arabic in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(latin, widths, strict=True))
        yield "  ".join((*cells, screen.isolated(arabic))).rstrip()


def _lines(file: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(_bytes(file).decode("utf-8-sig").splitlines(), 1):
        if line.strip():
            yield number, line


def _bytes(file: str) -> bytes:
    from riwaya.errors import PlaceTableError

    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise PlaceTableError(f"{file}: {error.strerror or error}") from error
