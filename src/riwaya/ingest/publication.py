"""When was a report published?

Asked in turn: JSON-LD, meta tags, <time> elements, and the Arabic date near the headline. The
first certain answer names the day; a later one that agrees with it may add the hour or the zone.
A copyright year, a date of the last change and a date that could be two are no answers.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import time

from riwaya.arabic.letters import is_arabic
from riwaya.ingest.machine_time import Moment, read_machine_time
from riwaya.ingest.main_text import Prose
from riwaya.ingest.stamps import read_stamp
from riwaya.ingest.structured import Described
from riwaya.records.report import DateBasis, Publication

_META = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "publish-date", "publishdate", "publish_date", "published_date",
    "publication_date", "pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "dcterms.date", "article_date_original", "article.published", "date", "rnews:datepublished",
)  # fmt: skip
_CHANGED = re.compile(r"modif|updat|edit", re.IGNORECASE)
_PUBLISHED = re.compile(r"datepublished|publish|pubdate", re.IGNORECASE)
_ABOVE = 6
"""How many blocks above the headline may hold the date."""
_MIDNIGHT = time()
_FIRST_LINES = 5


def find_publication(prose: Prose, described: Iterable[Described]) -> Publication | None:
    """Return when a page says its report was published, None where it is not certain."""
    found = [
        *_publications(DateBasis.JSON_LD, (d.published for d in described)),
        *_publications(DateBasis.META, prose.page.meta_values(*_META)),
        *_publications(DateBasis.TIME_TAG, _time_tags(prose)),
        *_visible(prose),
    ]
    if not found:
        return None
    first = found[0]
    same_day = [p for p in found if p.at.date() == first.at.date()]
    if not first.has_clock:
        first = next((p for p in same_day if p.has_clock), first)
    if first.has_clock and first.at.tzinfo is None:
        clock = first.at.time().replace(second=0)
        zoned = (p for p in same_day if p.at.tzinfo and p.at.time().replace(second=0) == clock)
        first = next(zoned, first)
    return first


def given_publication(written: str) -> Publication | None:
    """Read the time of publication that a data field gives, None where it is not understood."""
    moment = _read_field(written)
    if moment is None:
        return None
    return Publication(at=moment.at, has_clock=moment.has_clock, basis=DateBasis.GIVEN)


def stamped_publication(lines: Iterable[str]) -> Publication | None:
    """Return the time of publication that stands among the first lines of a plain text."""
    moments = (read_stamp(line) for line in list(lines)[:_FIRST_LINES])
    for moment in moments:
        if moment is not None:
            return _publication(DateBasis.VISIBLE, moment)
    return None


def _publications(basis: DateBasis, written: Iterable[str]) -> Iterator[Publication]:
    for string in written:
        moment = _read_field(string)
        if moment is not None:
            yield _publication(basis, moment)


def _read_field(written: str) -> Moment | None:
    """Read a time in a field for machines; only Arabic words in it make sure the day is first."""
    moment = read_machine_time(written)
    return read_stamp(written) if moment is None and any(map(is_arabic, written)) else moment


def _publication(basis: DateBasis, moment: Moment) -> Publication:
    at, has_clock = moment
    if not has_clock or at.time() == _MIDNIGHT:
        # Software that knows only the day writes midnight; so midnight tells only the day.
        return Publication(
            at=at.replace(hour=0, minute=0, second=0, tzinfo=None), has_clock=False, basis=basis
        )
    return Publication(at=at, has_clock=True, basis=basis)


def _time_tags(prose: Prose) -> Iterator[str]:
    """Yield what the <time> elements of the report say: those that name publication first."""
    page = prose.page
    kept = [
        tag
        for tag in page.times
        if not prose.is_furniture(tag.element)
        and not any(_CHANGED.search(page.elements[n].marks) for n in page.around(tag.element))
    ]
    named = [tag for tag in kept if _PUBLISHED.search(page.elements[tag.element].marks)]
    near = [tag for tag in kept if prose.is_near_headline(tag.element)]
    for tag in named or near[:1]:
        yield tag.machine if read_machine_time(tag.machine) else tag.text


def _visible(prose: Prose) -> Iterator[Publication]:
    """Yield the date that stands between headline and text, or just above the headline."""
    blocks = prose.page.blocks
    opening = prose.opening
    headline = opening if prose.headline is None else prose.headline
    below = range(headline + 1, opening)
    above = range(max(0, headline - _ABOVE), headline)
    for part in (below, above):
        shown = (i for i in part if not prose.furniture[i])
        near = (i for i in shown if i > headline or prose.is_near_headline(blocks[i].holder))
        lines = (blocks[i].text for i in near)
        moments = [moment for line in lines if (moment := read_stamp(line)) is not None]
        days = {moment.at.date() for moment in moments}
        if len(days) == 1:
            yield _publication(DateBasis.VISIBLE, max(moments, key=lambda m: m.has_clock))
        if days:
            return
