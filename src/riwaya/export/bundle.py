"""A replication bundle: a zip with data, codebook, settings, versions and digests.

The same collection, settings and versions give the same bytes: no clock is read, and names are in
order.
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from platform import python_version
from tempfile import TemporaryDirectory

from riwaya.export.complete import complete, dumped
from riwaya.export.documented import DocumentedIncident
from riwaya.export.files import put, whole
from riwaya.export.incidents import incident_fields
from riwaya.export.jsonl import encoded
from riwaya.export.table import Column, csv_lines
from riwaya.export.tables import TABLES
from riwaya.records.coded import CodedReport

_PACKAGES = ("riwaya", "numpy", "sqlalchemy", "rensa")
"""Those on which the content depends."""
_README = """\
# Replication bundle

Claims of Arabic news reports and the incidents they tell of, made by riwaya. A claim is not a fact:
it is what a source says.

- `data/reports.jsonl`: reports with their claims, complete; `riwaya import` reads them into a
  store, from which every other file can be made again
- `data/incidents.jsonl`: incidents with figures, accounts and relations
- `data/*.csv`: the same as tables; `codebook.md` says what each column is
- `settings.json`: by which settings; `versions.json`: by which versions and tables of knowledge
- `manifest.json`: the digest of every file, and what was withheld where something was
"""


def bundle(
    reports: Iterable[CodedReport],
    incidents: Iterable[DocumentedIncident],
    out: Path,
    *,
    settings: Mapping[str, object] | None = None,
    withheld: Callable[[], Mapping[str, object] | None] = lambda: None,
) -> None:
    """Write a replication bundle.

    Args:
        reports: with their claims.
        incidents: of these reports.
        out: the zip file.
        settings: by which they were made, ready for JSON.
        withheld: asked at the end what was withheld, ready for JSON; None where nothing was.

    Raises:
        OutputError: the file cannot be written.
    """
    with whole(out) as lent, TemporaryDirectory(prefix="riwaya-") as written:
        folder = Path(written)
        (folder / "data").mkdir()
        _write_data(folder / "data", reports, incidents)
        texts = {
            "README.md": _README,
            "codebook.md": codebook(),
            "settings.json": dumped(dict(settings or {})),
            "versions.json": dumped(versions()),
        }
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
        names = sorted(each.relative_to(folder).as_posix() for each in _files(folder))
        digests = {name: _digest(folder / name) for name in names}
        manifest: dict[str, object] = {"sha256": digests, "withheld": withheld()}
        (folder / "manifest.json").write_text(dumped(manifest), encoding="utf-8", newline="")
        with zipfile.ZipFile(lent, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name in (*names, "manifest.json"):
                put(archive, folder / name, name)


def codebook() -> str:
    """Return what every column of the tables is, as Markdown."""
    return "\n".join(["# Codebook\n", *_codebook_lines()])


def column_lines(columns: Iterable[Column]) -> Iterator[str]:
    """Yield the rows of a table in Markdown, one a column."""
    yield "| column | content |"
    yield "|---|---|"
    for column in columns:
        yield f"| `{column.name}` | {column.meaning.replace('|', chr(92) + '|')} |"


def versions() -> dict[str, object]:
    """Return by what the content was made: packages, and the digests of the tables of knowledge."""
    packages = {}
    for name in _PACKAGES:
        try:
            packages[name] = version(name)
        except PackageNotFoundError:
            packages[name] = "unknown"
    tables = files("riwaya.knowledge") / "tables"
    return {
        "python": python_version(),
        "packages": packages,
        "tables": dict(sorted(_table_digests(tables, ""))),
    }


def _write_data(
    folder: Path, reports: Iterable[CodedReport], incidents: Iterable[DocumentedIncident]
) -> None:
    """Write all files at once, so that the incidents are read only once."""
    with (folder / "reports.jsonl").open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(complete(reports))
    with ExitStack() as opened:
        streams = {
            name: opened.enter_context(
                (folder / f"{name}.csv").open("w", encoding="utf-8", newline="")
            )
            for name in TABLES
        }
        lines = opened.enter_context(
            (folder / "incidents.jsonl").open("w", encoding="utf-8", newline="")
        )
        for name, table in TABLES.items():
            streams[name].writelines(csv_lines(table.columns, ()))
        for source in incidents:
            lines.write(f"{encoded(incident_fields(source.incident))}\n")
            for name, table in TABLES.items():
                _, *rows = csv_lines(table.columns, table.rows(source))
                streams[name].writelines(rows)


def _codebook_lines() -> Iterator[str]:
    for table in TABLES.values():
        yield f"## {table.name}\n"
        yield from column_lines(table.columns)
        yield ""


def _table_digests(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _table_digests(each, f"{path}{each.name}/")
        else:
            yield f"{path}{each.name}", hashlib.sha256(each.read_bytes()).hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (each for each in folder.rglob("*") if each.is_file())


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
