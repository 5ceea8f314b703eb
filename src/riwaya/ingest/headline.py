"""What is the title of a page's report?"""

import re
from collections.abc import Iterator, Sequence

from riwaya.ingest.page import Page
from riwaya.ingest.structured import Described
from riwaya.ingest.tables import plain_form

_SITE_CUTS = re.compile(r"\s+(?:[|«»•·]|::|[-–—])\s+|\s*[|]\s*")
_LEAST_WORDS = 3
_MOST_SITE_WORDS = 4


def find_title(page: Page, described: Sequence[Described]) -> str | None:
    """Return the title of the report, without the name of the site, None where there is none.

    The headline on the page wins where a description of the page bears it out: descriptions are
    shortened, and a page's first heading may be the name of its site.
    """
    told = list(_descriptions(page, described))
    first = [b.text for b in page.blocks if page.elements[b.holder].tag == "h1"]
    lower = [b.text for b in page.blocks if page.elements[b.holder].tag in ("h2", "h3")]
    for heading in (*first, *lower):
        if any(_agree(heading, title) for title in told):
            return heading
    long = (heading for heading in first if len(heading.split()) >= _LEAST_WORDS)
    return next(iter(told), None) or next(long, None)


def _descriptions(page: Page, described: Sequence[Described]) -> Iterator[str]:
    yield from (d.headline for d in described if d.headline and d.is_article)
    site = next(page.meta_values("og:site_name"), "")
    site = site or next((d.publisher for d in described if d.publisher), "")
    for title in (*page.meta_values("og:title", "twitter:title"), page.title):
        bare = _without_site(title, site)
        if bare:
            yield bare


def _without_site(title: str, site: str) -> str:
    """Take the name of the site off a title, where it is known or looks like one.

    >>> _without_site("قصف المطار للمرة الثانية اليوم | الميناء نيوز", "")
    'قصف المطار للمرة الثانية اليوم'
    """
    cuts = list(_SITE_CUTS.finditer(title))
    if not cuts:
        return title.strip()
    before, after = title[: cuts[-1].start()], title[cuts[-1].end() :]
    if site and plain_form(after) == plain_form(site):
        return _without_site(before, site)
    if site and plain_form(title[: cuts[0].start()]) == plain_form(site):
        return _without_site(title[cuts[0].end() :], site)
    # A dash may belong to the headline; a bar hardly ever does.
    is_bar = cuts[-1][0].strip() in ("|", "::", "•", "»")
    if is_bar and len(after.split()) <= _MOST_SITE_WORDS < len(before.split()):
        return before.strip()
    return title.strip()


def _agree(heading: str, title: str) -> bool:
    """Tell whether a heading is a title, or one is the other cut short or led by a site's name."""
    first, second = plain_form(heading), plain_form(title)
    if len(first.split()) < _LEAST_WORDS:
        return first == second and bool(first)
    if len(second.split()) < _LEAST_WORDS:
        return False
    return first.startswith(second) or second.startswith(first) or second.endswith(first)
