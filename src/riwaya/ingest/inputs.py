"""What do the words on a command line stand for, and which reports are behind them?"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, NamedTuple, Self

from riwaya.config import IngestSettings
from riwaya.errors import InputError, UnreadableReportError
from riwaya.ingest.decoding import decode
from riwaya.ingest.fetching import Fetcher
from riwaya.ingest.html import read_html
from riwaya.ingest.jsonl import read_jsonl
from riwaya.ingest.plain import read_plain
from riwaya.ingest.sources import Form, Source, chunks_of, opened, whole
from riwaya.records.report import Found, Rejected, Remark, Report, ReportId

_STDIN = "-"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def ingest(
    inputs: Iterable[str],
    *,
    settings: IngestSettings | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Found]:
    """Yield the reports of files, folders, URLs and standard input ("-"), in the order given.

    What cannot be read is yielded with its reason, and the run goes on. A text that was read
    before is not yielded again, unless two publishers are named for it (then two papers carried
    it), or it had no date and now has one, or the settings ask for repeats. A copy that would add
    an id is told of in a remark.
    """
    settings = settings or IngestSettings()
    with _Reader(settings, stdin) as reader:
        memory = _Memory()
        for given in inputs:
            for result in reader.read(given):
                if isinstance(result, Report) and not settings.repeats:
                    yield from memory.passed(result)
                else:
                    yield result


class _Earlier(NamedTuple):
    """What is remembered of a report that was read."""

    id: ReportId
    publisher: str | None
    origin: str | None
    is_dated: bool


class _Memory:
    """The texts that were read, so that none is read twice."""

    def __init__(self) -> None:
        self._seen: dict[str, list[_Earlier]] = {}

    def passed(self, report: Report) -> Iterator[Report | Remark]:
        """Yield a report that is new, or at last has a date; say what else a copy would add."""
        is_dated = report.published is not None
        readings = self._seen.setdefault(report.digest, [])
        copied = [one for one in readings if _agree(one.publisher, report.publisher)]
        origin = report.origin or report.id
        if not copied:
            yield report
        elif is_dated and not any(one.is_dated for one in copied):
            note = f"the text of {copied[0].origin}, which has no date: read again, with its date"
            yield Remark(origin=origin, note=note)
            yield report
        elif report.id not in {report.digest, *(one.id for one in copied)}:
            note = f"the text of {copied[0].origin}, read before under the id {copied[0].id!r}"
            yield Remark(origin=origin, note=note)
        readings.append(_Earlier(report.id, report.publisher, report.origin, is_dated))


def _agree(one: str | None, other: str | None) -> bool:
    """Tell whether two publishers may be one: a reading may not name any."""
    return one is None or other is None or one == other


class _Reader:
    """Reads inputs of every kind; fetches pages with one fetcher, made when the first is asked."""

    def __init__(self, settings: IngestSettings, stdin: BinaryIO | None) -> None:
        self._settings = settings
        self._stdin = stdin
        self._fetcher: Fetcher | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def read(self, given: str) -> Iterator[Found]:
        """Yield the reports of one input."""
        try:
            _refuse_name(given)
            if given == _STDIN:
                yield from self._read_stdin()
            elif _URL.match(given):
                yield from self._read_url(given)
            elif Path(given).is_dir():
                yield from self._read_folder(Path(given))
            else:
                yield from self._read_file(Path(given))
        except (InputError, OSError) as error:
            yield _rejected(given, error)

    def _read_stdin(self) -> Iterator[Found]:
        if self._stdin is None:
            raise UnreadableReportError("there is no standard input")
        yield from self._read_source(Source(origin=_STDIN, chunks=chunks_of(self._stdin)))

    def _read_url(self, url: str) -> Iterator[Found]:
        if self._fetcher is None:
            self._fetcher = self._open.enter_context(Fetcher(self._settings))
        page = self._fetcher.fetch(url)
        source = Source(origin=url, chunks=iter((page.data,)), charset=page.charset, url=page.url)
        yield from self._read_source(source)

    def _read_folder(self, folder: Path) -> Iterator[Found]:
        """Yield the reports of all files below a folder, sorted; hidden ones are no reports."""
        is_empty = True
        for path in _below(folder):
            is_empty = False
            try:
                if not path.is_file():
                    # A pipe would let us wait for ever, a link to a folder walk in circles.
                    raise UnreadableReportError("no file: folders are read, links to them are not")
                yield from self._read_file(path)
            except (InputError, OSError) as error:
                yield _rejected(str(path), error)
        if is_empty:
            raise UnreadableReportError("empty: the folder holds no files")

    def _read_file(self, path: Path) -> Iterator[Found]:
        if not S_ISREG(path.stat().st_mode):
            # Whoever opens a pipe that nobody writes to, or a terminal, waits for ever.
            raise UnreadableReportError(
                "no file: a pipe or device is read as standard input only (-)"
            )
        with path.open("rb") as stream:
            origin = _printable(str(path))
            source = Source(origin=origin, chunks=chunks_of(stream), name=path.name)
            yield from self._read_source(source)

    def _read_source(self, source: Source) -> Iterator[Found]:
        form, chunks = opened(source)
        if form is Form.JSON_LINES:
            yield from read_jsonl(chunks, origin=source.origin, settings=self._settings)
            return
        text = decode(whole(chunks, settings=self._settings), declared=source.charset)
        read = read_html if form is Form.HTML else read_plain
        yield read(text, origin=source.origin, url=source.url, settings=self._settings)


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder in the order of their names, folder by folder."""
    waiting = _listed(folder)
    while waiting:
        path = waiting.pop()
        if not path.is_dir() or path.is_symlink():
            yield path
            continue
        try:
            waiting.extend(_listed(path))
        except OSError:
            # It is handed on like a file: opening it will tell the reason.
            yield path


def _listed(folder: Path) -> list[Path]:
    """Return what is in a folder, the first name last."""
    return sorted((p for p in folder.iterdir() if not p.name.startswith(".")), reverse=True)


def _refuse_name(given: str) -> None:
    """Raise where a name is none that a file can have.

    Raises:
        UnreadableReportError: it is not.
    """
    if not given:
        raise UnreadableReportError("no file: the name is empty")
    if "\x00" in given:
        raise UnreadableReportError("no file: a name cannot hold a NUL character")


def _rejected(origin: str, error: Exception) -> Rejected:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Rejected(origin=_printable(origin), stage="ingest", reason=reason)


def _printable(path: str) -> str:
    """Return a path as text that can be written, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")
