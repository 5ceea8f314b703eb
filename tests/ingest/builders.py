"""Inputs of the reading tests, of which a test names only what it is about."""

import io
import json
from collections.abc import Mapping
from pathlib import Path

from riwaya.config import IngestSettings
from riwaya.ingest import ingest
from riwaya.records.report import Found, Rejected, Report

PAGES = Path(__file__).parent / "pages"
TITLE = "مجلس البلدة يطالب بسحب الآليات من السوق"
BODY = (
    "طالب مجلس البلدة بسحب الآليات العسكرية من السوق قبل نهاية الأسبوع.\n"
    "وقال عضو في المجلس إن القائد المحلي رفض الطلب، لكنه وعد بإبعادها عن المدارس."
)


def read(
    *inputs: str | Path, settings: IngestSettings | None = None, stdin: bytes | None = None
) -> list[Found]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(ingest(map(str, inputs), settings=settings, stdin=stream))


def read_bytes(data: bytes, *, settings: IngestSettings | None = None) -> list[Found]:
    return read("-", settings=settings, stdin=data)


def the_report(results: list[Found]) -> Report:
    (result,) = results
    assert isinstance(result, Report), result
    return result


def the_reason(results: list[Found]) -> str:
    (result,) = results
    assert isinstance(result, Rejected), result
    assert result.stage == "ingest"
    return result.reason


def a_line(**changes: object) -> str:
    fields: Mapping[str, object] = {"title": TITLE, "body": BODY} | changes
    return json.dumps(fields, ensure_ascii=False) + "\n"


def a_page(*, head: str = "", above: str = "", below: str = "", title: str = TITLE) -> str:
    """Return a page whose date and signature may stand in its head or around its text."""
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    return (
        f'<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body><div><h1>{title}</h1>{above}{paragraphs}{below}</div></body></html>"
    )
