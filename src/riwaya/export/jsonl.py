"""JSON Lines of coded reports, one a line, written and read as a stream."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from stat import S_ISREG

from riwaya.errors import AnnotationError
from riwaya.export.annotation import Json, article
from riwaya.export.reading import coded_report
from riwaya.records.coded import CodedReport

_LINE_BREAKS = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"}
"""What some readers take for the end of a line, as JSON may write it, too."""


def lines(coded: Iterable[CodedReport]) -> Iterator[str]:
    """Write each report and its claims as one line, without its line break."""
    return (line(each) for each in coded)


def line(coded: CodedReport) -> str:
    """Write one report and its claims as one line that any UTF-8 stream takes."""
    return encoded(article(coded))


def encoded(fields: Json) -> str:
    """Write an object as one line, without its line break."""
    written = json.dumps(fields, ensure_ascii=False)
    if any(mark in written for mark in _LINE_BREAKS):
        for mark, escaped in _LINE_BREAKS.items():
            written = written.replace(mark, escaped)
    # A lone surrogate has no bytes in UTF-8; JSON's own escape carries it.
    return written if _is_encodable(written) else json.dumps(fields)


def read(path: Path, *, texts: Mapping[str, str] | None = None) -> Iterator[CodedReport]:
    """Read reports and their claims; empty lines are passed over.

    Args:
        path: the file.
        texts: by report id, what offsets count in where a line has no text of its own.

    Raises:
        AnnotationError: the file cannot be read, or a line is not in the form of the guidelines.
    """
    try:
        if not S_ISREG(path.stat().st_mode):
            raise AnnotationError(where=str(path), problem="is a folder, pipe or device, no file")
        with path.open(encoding="utf-8") as stream:
            for number, written in enumerate(stream, start=1):
                if written.strip():
                    yield _read_line(written, where=f"{path}:{number}", texts=texts or {})
    except OSError as error:
        problem = f"cannot be read: {error.strerror or error}"
        raise AnnotationError(where=str(path), problem=problem) from error
    except UnicodeDecodeError as error:
        raise AnnotationError(where=str(path), problem="cannot be read: no UTF-8 text") from error


def _read_line(written: str, *, where: str, texts: Mapping[str, str]) -> CodedReport:
    try:
        raw = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise AnnotationError(where=where, problem=f"no JSON: {error}") from error
    name = raw.get("id") if isinstance(raw, dict) else None
    return coded_report(raw, where=where, text=texts.get(name) if isinstance(name, str) else None)


def _is_encodable(written: str) -> bool:
    try:
        written.encode()
    except UnicodeEncodeError:
        return False
    return True
