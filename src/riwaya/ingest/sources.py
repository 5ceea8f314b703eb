"""Where do the bytes come from, and what form are they in?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain
from typing import BinaryIO

from riwaya.config import IngestSettings
from riwaya.errors import UnreadableReportError
from riwaya.ingest.decoding import encoding_of, refuse_binary

CHUNK = 1 << 16
_JSON_LINES = (".jsonl", ".ndjson", ".jl")
_HTML = (".html", ".htm", ".xhtml", ".shtml")
_TAGS = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|meta|title|article|main|section|div|p|h1|br)\b[^<>]*>",
    re.IGNORECASE,
)


class Form(Enum):
    """How reports are written down."""

    JSON_LINES = auto()
    HTML = auto()
    PLAIN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes that arrive in pieces, with what is known of them before they are read."""

    origin: str
    chunks: Iterator[bytes]
    name: str = ""
    charset: str | None = None
    url: str | None = None


def chunks_of(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of a stream, a piece at a time."""
    return iter(lambda: stream.read(CHUNK), b"")


def opened(source: Source) -> tuple[Form, Iterator[bytes]]:
    """Look at the beginning of a source; return its form and all of its bytes.

    Raises:
        UnreadableReportError: the source is empty, or no text.
    """
    head = b""
    for chunk in source.chunks:
        head += chunk
        if len(head) >= CHUNK:
            break
    if not head:
        raise UnreadableReportError("empty: there are no bytes")
    refuse_binary(head)
    return _form(source, head), chain((head,), source.chunks)


def whole(chunks: Iterable[bytes], *, settings: IngestSettings) -> bytes:
    """Return all bytes of a source.

    Raises:
        UnreadableReportError: there are more than the settings allow.
    """
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > settings.most_bytes:
            raise UnreadableReportError(
                f"too large: more than {settings.most_bytes:,} bytes (ingest.most_bytes)"
            )
    return bytes(data)


def _form(source: Source, head: bytes) -> Form:
    name = source.name.lower()
    if name.endswith(_JSON_LINES):
        return Form.JSON_LINES
    if name.endswith(_HTML):
        return Form.HTML
    try:
        encoding = encoding_of(head, declared=source.charset)
    except UnreadableReportError:
        # What follows the beginning may yet tell; the readers decide.
        encoding = "latin-1"
    text = head.decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    if text.startswith("{") or name.endswith(".json"):
        return Form.JSON_LINES
    return Form.HTML if _TAGS.search(text[:4096]) else Form.PLAIN
