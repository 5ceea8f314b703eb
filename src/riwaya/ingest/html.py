"""What does an HTML page report?"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from riwaya.config import IngestSettings
from riwaya.errors import UnreadableReportError
from riwaya.ingest.acceptance import accept
from riwaya.ingest.credits import (
    agencies_only,
    find_credits,
    is_source_label,
    source_line,
    writer,
)
from riwaya.ingest.headline import find_title
from riwaya.ingest.main_text import Prose, has_paywall
from riwaya.ingest.page import Page, read_page
from riwaya.ingest.publication import find_publication
from riwaya.ingest.stamps import is_stamp
from riwaya.ingest.structured import Described, read_structured
from riwaya.ingest.tables import plain_form
from riwaya.records.report import Report, ReportId, content_digest

_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:author|byline|writer|journalist)s?(?=$|[\s_-])", re.IGNORECASE
)
_KEYWORD_CUTS = re.compile(r"\s*[,،;؛|]\s*")
_KEYWORD_META = ("article:tag", "news_keywords", "keywords")
_LONGEST_BYLINE = 80
_MOST_STUB = 900
"""A page that asks for a subscription and shows fewer characters than this shows a stub."""


def read_html(html: str, *, origin: str, url: str | None, settings: IngestSettings) -> Report:
    """Read the report of a page.

    Raises:
        UnreadableReportError: the page has no report, only the beginning of one, or none in Arabic.
    """
    page = read_page(html)
    described = read_structured(page.json_ld)
    title = find_title(page, described)
    prose = Prose(page, title or "")
    lines = _fuller(prose.paragraphs(), _described_body(described))
    signatures = list(_signatures(page, described, prose))
    byline = next((name for name in signatures if not agencies_only(name)), None)
    body = "\n\n".join(_without_signs(lines, byline))
    text = f"{title}\n\n{body}" if title else body
    if not body:
        raise UnreadableReportError("empty: the page holds no main text")
    accept(text, settings=settings)
    _refuse_stub(prose, described, body)
    publisher = _publisher(page, described)
    return Report(
        id=ReportId(content_digest(text)),
        text=text,
        title=title,
        published=find_publication(prose, described),
        publisher=publisher,
        url=_canonical(page, described, url) or url,
        byline=byline,
        credits=_credits(prose, lines, described, signatures),
        keywords=_keywords(page, described),
        origin=origin,
    )


def _described_body(described: Sequence[Described]) -> list[str]:
    """Return the paragraphs of a text that stands only in the page's description of itself."""
    body = max((d.body for d in described), key=len, default="")
    if "<" in body:
        return [block.text for block in read_page(body).blocks]
    return [" ".join(line.split()) for line in body.splitlines() if line.strip()]


def _fuller(shown: list[str], told: list[str]) -> list[str]:
    """Return the paragraphs that are shown, unless that is only the beginning of what is told."""
    return told if 2 * sum(map(len, shown)) < sum(map(len, told)) else shown


def _without_signs(lines: Sequence[str], byline: str | None) -> Iterator[str]:
    """Yield the lines of a body that are text, and not its date, its writer or its source."""
    signature = plain_form(byline or "")
    label_before = False
    for line in lines:
        is_label = is_source_label(line)
        named = label_before and len(line) <= _LONGEST_BYLINE
        label_before = is_label
        if is_label or named or source_line(line) or agencies_only(line):
            continue
        if is_stamp(line):
            continue
        if (
            signature
            and len(line) <= _LONGEST_BYLINE
            and plain_form(writer(line) or "") == signature
        ):
            continue
        yield line


def _refuse_stub(prose: Prose, described: Sequence[Described], body: str) -> None:
    """Raise where a page shows only the beginning of its report.

    Raises:
        UnreadableReportError: it does.
    """
    if len(body) > _MOST_STUB:
        return
    is_said = not all(d.is_free for d in described)
    if is_said or has_paywall(prose.asides()):
        raise UnreadableReportError(
            f"paywall: the page shows {len(body):,} characters and asks for a subscription"
        )


def _publisher(page: Page, described: Sequence[Described]) -> str | None:
    named = (d.publisher for d in described if d.publisher)
    return next(named, None) or next(page.meta_values("og:site_name"), None)


def _canonical(page: Page, described: Sequence[Described], url: str | None) -> str | None:
    """Return the address a page gives for itself, unless that is only its site's front page."""
    stated = (page.canonical, *page.meta_values("og:url"), *(d.url for d in described))
    for address in stated:
        try:
            parts = urlsplit(urljoin(url or "", address))
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.netloc and parts.path.strip("/"):
            return parts.geturl()
    return None


def _signatures(page: Page, described: Sequence[Described], prose: Prose) -> Iterator[str]:
    """Yield the names of writers, the surest first; an agency may be among them."""
    for line in _bylines(page, described, prose):
        name = writer(line)
        if name and len(name) <= _LONGEST_BYLINE and not is_stamp(name):
            yield name


def _bylines(page: Page, described: Sequence[Described], prose: Prose) -> Iterator[str]:
    for one in described:
        authors = [name for name in one.authors if name != one.publisher]
        if authors:
            yield "، ".join(authors)
    site = plain_form(next(page.meta_values("og:site_name"), ""))
    named = page.meta_values("author", "article:author", "dc.creator", "parsely-author")
    yield from (n for n in named if not n.startswith("http") and plain_form(n) != site)
    for index in range(prose.opening):
        block = page.blocks[index]
        if not prose.furniture[index] and any(
            _AUTHOR.search(page.elements[n].marks) for n in page.around(block.holder)
        ):
            yield block.text
    yield from (
        block.text
        for block in page.blocks[: prose.opening]
        if len(block.text) <= _LONGEST_BYLINE and writer(block.text) != _plain(block.text)
    )


def _plain(line: str) -> str:
    return " ".join(line.split()).strip(" |:-–—")


def _credits(
    prose: Prose, lines: Sequence[str], described: Sequence[Described], signatures: Sequence[str]
) -> tuple[str, ...]:
    """Return the origins named in the body, or on lines of their own below the headline."""
    blocks = prose.page.blocks
    start = prose.headline or 0
    shown = [b.text for i, b in enumerate(blocks) if i > start and not prose.furniture[i]]
    signs: list[str] = []
    for line, following in zip(shown, [*shown, ""][1:], strict=True):
        if source_line(line):
            signs.append(line)
        elif is_source_label(line) and following:
            signs.append(f"{line.strip(' :|')}: {following}")
    sources = [name for d in described for name in d.source]
    return find_credits([*lines, *signs], signed=[*signatures, *sources])


def _keywords(page: Page, described: Sequence[Described]) -> tuple[str, ...]:
    lists = [keyword for d in described for keyword in d.keywords]
    lists.extend(page.meta_values(*_KEYWORD_META))
    words = (word for one in lists for word in _KEYWORD_CUTS.split(one))
    return tuple(dict.fromkeys(word for word in words if word))
