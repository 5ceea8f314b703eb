"""What does a plain text report?"""

import re

from riwaya.config import IngestSettings
from riwaya.ingest.acceptance import accept
from riwaya.ingest.credits import find_credits
from riwaya.ingest.publication import stamped_publication
from riwaya.ingest.stamps import is_stamp
from riwaya.records.report import Report, ReportId, content_digest

_TITLE = re.compile(r"([^\n]{3,200})\n[^\S\n]*\n\s*(?=\S)")
_SENTENCE_ENDS = (".", "،", ",", "؛", ":", "...")
_LEAST_WORDS = 2


def read_plain(text: str, *, origin: str, url: str | None, settings: IngestSettings) -> Report:
    """Read a report from plain text; a short first line above a blank one is its title.

    Raises:
        UnreadableReportError: the text is empty, broken or not Arabic.
    """
    text = re.sub(r"\r\n?", "\n", text).strip()
    accept(text, settings=settings)
    title, text = _title(text)
    lines = text.removeprefix(title or "").splitlines()
    written = [line for line in lines if line.strip()]
    return Report(
        id=ReportId(content_digest(text)),
        text=text,
        title=title,
        published=stamped_publication(written),
        url=url,
        credits=find_credits(written),
        origin=origin,
    )


def _title(text: str) -> tuple[str | None, str]:
    """Return the title and the text, which then begins with it and one blank line."""
    match = _TITLE.match(text)
    if match is None:
        return None, text
    title = match[1].strip()
    if title.endswith(_SENTENCE_ENDS) or len(title.split()) < _LEAST_WORDS or is_stamp(title):
        return None, text
    return title, f"{title}\n\n{text[match.end() :]}"
