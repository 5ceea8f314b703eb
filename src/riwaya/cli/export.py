"""riwaya export: what a store knows, in the forms that other tools read."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.stores import DEFAULT_STORE, StoreFile
from riwaya.errors import OutputError
from riwaya.records.incident import Policy

if TYPE_CHECKING:
    from riwaya.export.documented import Collection, DocumentedIncident
    from riwaya.export.formats import Format
    from riwaya.export.redaction import Redaction
    from riwaya.export.table import LeftOut
    from riwaya.store.database import Store

_EPILOG = """\b
Examples:
  riwaya export acled --out incidents.csv --store libya.db
  riwaya export gpkg --out incidents.gpkg
  riwaya export bundle --out replication.zip --redact --exact-km 25
"""
_STANDARD_OUTPUT = Path("-")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export", epilog=_EPILOG)(export)


def export(
    name: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="jsonl, incidents, acled, ged, plover, polecat, cameo, geojson, gpkg, parquet, "
            "xlsx, bundle, or a plug-in's name.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="Where to write; - for standard output."),
    ],
    store: StoreFile = DEFAULT_STORE,
    policy: Annotated[
        Policy, typer.Option("--policy", help="How the best figure is chosen.")
    ] = Policy.MEDIAN,
    redact: Annotated[
        bool, typer.Option("--redact", help="Withhold private persons' names and exact places.")
    ] = False,
    exact_km: Annotated[
        float,
        typer.Option(
            "--exact-km", min=1.0, metavar="KM", help="With --redact: withhold places known better."
        ),
    ] = 10.0,
) -> None:
    """Write what a store knows in a form that other tools read.

    What a format has no place for is counted on standard error, with the reason and some ids. With
    --redact, FILE.manifest.json says what was withheld and by which rule; it names nobody.
    """
    from riwaya.export.formats import export_format
    from riwaya.export.redaction import Redaction
    from riwaya.store import open_store

    form = export_format(name)
    redaction = Redaction(exact_km=exact_km) if redact else None
    with open_store(store, create=False) as opened:
        collection = collection_of(opened, policy=policy, redaction=redaction)
        left_out = _written(form, collection, out)
    for line in left_out.lines():
        typer.echo(f"left out {line}", err=True)
    if redaction:
        _put_manifest(redaction, form, out)


def collection_of(
    store: "Store", *, policy: Policy, redaction: "Redaction | None" = None
) -> "Collection":
    """Return what a store holds, redacted where that is asked for."""
    from riwaya.export.documented import Collection
    from riwaya.pipeline import incidents_of

    settings: dict[str, object] = {"policy": policy.value}

    def found() -> "Iterator[DocumentedIncident]":
        return incidents_of(store.coded(), store.judgements(), policy=policy)

    if redaction is None:
        return Collection(
            reports=store.coded,
            incidents=found,
            settings=settings,
        )
    return Collection(
        reports=lambda: map(redaction.report, store.coded()),
        incidents=lambda: map(redaction.incident, found()),
        settings=settings,
        withheld=redaction.manifest,
    )


def _written(form: "Format", collection: "Collection", out: Path) -> "LeftOut":
    from riwaya.export.table import LeftOut

    if out != _STANDARD_OUTPUT:
        return form.write(collection, out)
    if form.lines is None:
        raise OutputError(f"{form.name} is no text: name a file with --out")
    left_out = LeftOut(form.noun)
    sys.stdout.writelines(form.lines(collection, left_out))
    return left_out


def _put_manifest(redaction: "Redaction", form: "Format", out: Path) -> None:
    """Write beside the file what was withheld; say it on standard error where there is none."""
    from riwaya.export.files import write_text

    written = json.dumps({"format": form.name, **redaction.manifest()}, indent=2) + "\n"
    if out == _STANDARD_OUTPUT:
        typer.echo(written, err=True, nl=False)
    else:
        write_text(out.with_name(f"{out.name}.manifest.json"), [written])
