"""Files that are there whole or not at all."""

import shutil
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from riwaya.errors import OutputError

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest day a zip can name; every file in it has it."""


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Lend a path beside another one, and put what was written there in its place at the end.

    Raises:
        OutputError: the file cannot be written.
    """
    try:
        with TemporaryDirectory(prefix=".riwaya-", dir=path.parent) as folder:
            lent = Path(folder) / path.name
            yield lent
            _put(lent, path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from error


def write_text(path: Path, lines: Iterable[str]) -> None:
    """Write text as UTF-8, a line at a time.

    Raises:
        OutputError: the file cannot be written.
    """
    with whole(path) as lent, lent.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(lines)


def put(archive: zipfile.ZipFile, path: Path, name: str) -> None:
    """Put a file into a zip under a name; the zip is the same whenever it is made."""
    entry = zipfile.ZipInfo(name, date_time=_EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    with path.open("rb") as source, archive.open(entry, "w") as target:
        shutil.copyfileobj(source, target)


def _put(lent: Path, path: Path) -> None:
    if lent.is_dir():
        path.mkdir(exist_ok=True)
        for each in sorted(lent.iterdir()):
            each.replace(path / each.name)
    else:
        lent.replace(path)
