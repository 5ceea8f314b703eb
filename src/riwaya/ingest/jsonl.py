"""Reports in JSON Lines: one object a line, read one at a time."""

import codecs
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from riwaya.config import IngestSettings
from riwaya.errors import UnreadableReportError
from riwaya.ingest.acceptance import accept
from riwaya.ingest.credits import find_credits
from riwaya.ingest.decoding import UTF_8, UTF_16_BE, UTF_16_LE, decode, encoding_of
from riwaya.ingest.publication import given_publication
from riwaya.records.report import Found, Rejected, Remark, Report, ReportId, content_digest

_FIELDS = ("id", "title", "text", "body", "published", "publisher", "url")
_UNSTORABLE = str.maketrans(dict.fromkeys([0, *range(0xD800, 0xE000)], "\ufffd"))
"""Half characters and NUL cannot be written as UTF-8 text; one for one keeps every offset."""
_KEPT_EXACTLY = ("title", "text", "body")
"""Offsets count in these."""
_MAYBE_NUMBERS = ("id", "published")
_MOST_SHOWN = 40
"""Characters of a field that a remark quotes."""
_BROKEN_OVER_LINES = ("{", "[")


class _Line(NamedTuple):
    number: int
    data: bytes
    is_whole: bool


def read_jsonl(
    chunks: Iterable[bytes], *, origin: str, settings: IngestSettings
) -> Iterator[Found]:
    """Yield the report of each line, or why the line has none.

    A report whose date is not understood is yielded without one, after a remark that says so.

    Raises:
        UnreadableReportError: the whole is no JSON Lines, or has no line at all.
    """
    count = 0
    for line in _lines(_as_utf8(chunks), limit=settings.most_bytes):
        written = line.data.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf")
        if line.is_whole and not written:
            continue
        count += 1
        where = f"{origin}:{line.number}"
        if count == 1 and written.decode("latin-1") in _BROKEN_OVER_LINES:
            raise UnreadableReportError(
                "one JSON value over many lines; JSON Lines has a whole object on each line"
            )
        try:
            yield from _read(line, where, settings)
        except UnreadableReportError as error:
            yield Rejected(origin=where, stage="ingest", reason=str(error))
    if not count:
        raise UnreadableReportError("empty: there is no line")


def _as_utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Turn UTF-16 into UTF-8, so that a line ends at one byte; let everything else be."""
    pieces = iter(chunks)
    head = next(pieces, b"")
    # The beginning alone may be too little to tell a code page by; only UTF-16 matters here.
    try:
        encoding = encoding_of(head[:4096])
    except UnreadableReportError:
        encoding = UTF_8
    if encoding not in (UTF_16_LE, UTF_16_BE):
        yield head
        yield from pieces
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for piece in chain((head,), pieces):
        yield decoder.decode(piece).encode()
    yield decoder.decode(b"", final=True).encode()


def _lines(chunks: Iterable[bytes], *, limit: int) -> Iterator[_Line]:
    """Yield lines with their numbers; of one beyond the limit only the beginning is kept."""
    number, pending, is_whole = 1, bytearray(), True
    for chunk in chunks:
        *ended, rest = chunk.split(b"\n")
        for piece in ended:
            pending += piece[: limit + 1 - len(pending)]
            yield _Line(number, bytes(pending), is_whole and len(pending) <= limit)
            number, is_whole = number + 1, True
            pending.clear()
        pending += rest[: max(0, limit + 1 - len(pending))]
        is_whole = is_whole and len(pending) <= limit
    if pending:
        yield _Line(number, bytes(pending), is_whole)


def _read(line: _Line, where: str, settings: IngestSettings) -> Iterator[Report | Remark]:
    if not line.is_whole:
        raise UnreadableReportError(
            f"too large: the line has more than {settings.most_bytes:,} bytes (ingest.most_bytes)"
        )
    fields = _fields(decode(line.data))
    title, text = _title_and_text(fields)
    accept(text, settings=settings)
    publisher, written = fields.get("publisher"), fields.get("published", "")
    published = given_publication(written)
    if written and not published:
        note = f"no date: `published` is {_brief(written)}, which is not understood; 2019-04-05 is"
        yield Remark(origin=where, note=note)
    joint = [publisher] if publisher and "+" in publisher else []
    yield Report(
        id=ReportId(fields.get("id") or content_digest(text)),
        text=text,
        title=title,
        published=published,
        publisher=publisher,
        url=fields.get("url"),
        credits=find_credits(text.removeprefix(title or "").splitlines(), signed=joint),
        origin=where,
    )


def _fields(line: str) -> dict[str, str]:
    """Return the fields of a line that have a value.

    Raises:
        UnreadableReportError: the line is no JSON object, or a field holds no text.
    """
    try:
        value: object = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableReportError(f"no JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableReportError(f"no JSON that we read: {error}") from error
    if not isinstance(value, dict):
        raise UnreadableReportError(
            f"no report: the line is {_kind(value)}, not an object with `text` or `body`"
        )
    return {name: _text(name, value[name]) for name in _FIELDS if value.get(name) not in (None, "")}


def _text(name: str, value: object) -> str:
    if name in _MAYBE_NUMBERS and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise UnreadableReportError(f"no report: `{name}` is {_kind(value)}, not text")
    clean = value.translate(_UNSTORABLE)
    return clean if name in _KEPT_EXACTLY else clean.strip()


def _brief(written: str) -> str:
    whole = repr(written)
    return whole if len(whole) <= _MOST_SHOWN else f"{whole[:_MOST_SHOWN]}…"


def _kind(value: object) -> str:
    kinds = {list: "a list", dict: "an object", str: "a string", bool: "true or false"}
    return kinds.get(type(value), "null" if value is None else "a number")


def _title_and_text(fields: dict[str, str]) -> tuple[str | None, str]:
    """Return the title, where the text begins with it, and the whole text.

    Raises:
        UnreadableReportError: the line has neither text nor body.
    """
    title = fields.get("title", "")
    if "text" in fields:
        # Offsets of whoever wrote the line count in this text: it is kept to the character.
        text = fields["text"]
        stated = (one for one in (title, title.strip()) if one.strip())
        return next((one for one in stated if text.startswith(f"{one}\n\n")), None), text
    if "body" not in fields:
        raise UnreadableReportError("empty: the line has neither `text` nor `body`")
    body = fields["body"]
    return (title, f"{title}\n\n{body}") if title.strip() else (None, body)
