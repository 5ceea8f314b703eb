"""The formats by name: ours are visible here, others arrive by the entry point `riwaya.exports`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from types import MappingProxyType

from riwaya.errors import UnknownChoiceError
from riwaya.export.documented import Collection, DocumentedIncident
from riwaya.export.files import write_text
from riwaya.export.table import LeftOut

PLUGINS = "riwaya.exports"
Lines = Callable[[Collection, LeftOut], Iterable[str]]
Write = Callable[[Collection, Path, LeftOut], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A form in which a collection is written: as lines of text, or as a file of its own kind.

    Exactly one of `lines` and `file` is there. `noun` is what is left out where it has no place.
    """

    name: str
    what: str
    lines: Lines | None = None
    file: Write | None = None
    noun: str = "incident"

    def write(self, collection: Collection, out: Path) -> LeftOut:
        """Write a collection to a file, and return what the format has no place for.

        Raises:
            OutputError: the file cannot be written, or a package for it is not installed.
        """
        left_out = LeftOut(self.noun)
        if self.lines is not None:
            write_text(out, self.lines(collection, left_out))
        elif self.file is not None:
            self.file(collection, out, left_out)
        return left_out


def export_format(name: str) -> Format:
    """Return a format by its name, looking for a plug-in only where it is not ours.

    Raises:
        UnknownChoiceError: there is none.
    """
    if name in FORMATS:
        return FORMATS[name]
    plugins = {point.name: point for point in entry_points(group=PLUGINS)}
    if name not in plugins:
        raise UnknownChoiceError(
            setting="format", value=name, known=FORMATS.keys() | plugins.keys()
        )
    loaded: Format = plugins[name].load()
    return loaded


def _coded(module: str, function: str) -> Lines:
    """Return a writer of incidents that may leave some out; its module is loaded when it writes."""

    def lines(collection: Collection, left_out: LeftOut) -> Iterator[str]:
        write = getattr(import_module(f"riwaya.export.{module}"), function)
        written: Iterator[str] = write(collection.incidents(), left_out=left_out)
        return written

    return lines


def _every(module: str, function: str) -> Lines:
    """Return a writer that has a place for every incident."""

    def lines(collection: Collection, _left_out: LeftOut) -> Iterator[str]:
        write = getattr(import_module(f"riwaya.export.{module}"), function)
        written: Iterator[str] = write(collection.incidents())
        return written

    return lines


def _file(module: str, function: str) -> Write:
    """Return a writer of a file that is no text."""

    def write(collection: Collection, out: Path, _left_out: LeftOut) -> None:
        getattr(import_module(f"riwaya.export.{module}"), function)(collection.incidents(), out)

    return write


def _reports(collection: Collection, _left_out: LeftOut) -> Iterator[str]:
    from riwaya.export.complete import complete

    return complete(collection.reports())


def _incident_lines(incidents: Iterable[DocumentedIncident]) -> Iterator[str]:
    from riwaya.export.incidents import incident_fields
    from riwaya.export.jsonl import encoded

    return (f"{encoded(incident_fields(each.incident))}\n" for each in incidents)


def _incidents(collection: Collection, _left_out: LeftOut) -> Iterator[str]:
    return _incident_lines(collection.incidents())


def _bundle(collection: Collection, out: Path, _left_out: LeftOut) -> None:
    from riwaya.export.bundle import bundle

    bundle(
        collection.reports(),
        collection.incidents(),
        out,
        settings=collection.settings,
        withheld=collection.withheld,
    )


FORMATS: Mapping[str, Format] = MappingProxyType({
    each.name: each
    for each in (
        Format(name="jsonl", what="reports and claims, complete, to be imported again (JSON Lines)", lines=_reports),
        Format(name="incidents", what="incidents with figures, accounts and relations (JSON Lines)", lines=_incidents),
        Format(name="acled", what="incidents in the form of ACLED (CSV, 31 columns)", lines=_coded("acled", "acled")),
        Format(name="ged", what="incidents with deaths in the form of UCDP GED (CSV, 49 columns)", lines=_coded("ged", "ged")),
        Format(name="plover", what="claims as PLOVER records (JSON Lines)", lines=_coded("plover", "plover"), noun="claim"),
        Format(name="polecat", what="claims in the form of POLECAT (tabs, 40 columns)", lines=_coded("plover", "polecat"), noun="claim"),
        Format(name="cameo", what="incidents with CAMEO codes, like GDELT's (tabs, 61 columns and 3 of ours)", lines=_coded("cameo", "cameo")),
        Format(name="geojson", what="incidents on the map (GeoJSON)", lines=_every("geojson", "geojson")),
        Format(name="gpkg", what="incidents and claims on the map, and their tables (GeoPackage)", file=_file("geopackage", "geopackage")),
        Format(name="parquet", what="tables of incidents, claims, figures, accounts (a folder of Parquet files)", file=_file("parquet", "parquet")),
        Format(name="xlsx", what="the same tables as sheets (Excel)", file=_file("excel", "excel")),
        Format(name="bundle", what="data, codebook, settings, versions and digests to check and repeat it (zip)", file=_bundle),
    )
})  # fmt: skip
"""Every format of our own."""
