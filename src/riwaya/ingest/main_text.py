"""Which paragraphs of a page are its report?

Blocks are kept in the order of the page and never compared with each other: a live page may say
the same sentence twice. Furniture is told by its element (nav, footer), its class (related, share),
its share of links, and a table of lines; a class is not believed of an element that holds most of
the page's prose.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from riwaya.ingest.page import Block, Page
from riwaya.ingest.stamps import is_stamp
from riwaya.ingest.tables import entries, plain_form

_FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "figcaption", "figure", "label", "form"))
_FURNITURE_MARKS = frozenset((
    "ad", "ads", "advert", "advertisement", "advertisements", "banner", "breadcrumb", "breadcrumbs",
    "caption", "captions", "comment", "comments", "contentinfo", "cookie", "cookies", "copyright",
    "disqus", "embed", "footer", "gallery", "latest", "login", "menu", "mostread", "nav", "navbar",
    "navigation", "newsletter", "pagination", "popular", "popup", "print", "promo", "promoted",
    "recommended", "recommendations", "readmore", "related", "search", "share", "sharing",
    "sidebar", "skip", "social", "sponsor", "sponsored", "subscribe", "subscription", "teaser",
    "ticker", "toolbar", "trending", "signup", "paywall",
))  # fmt: skip
"""Parts of class names that tell furniture: related in "article-related-list"."""
_FURNITURE_NAMES = frozenset(("widget", "widgets", "more", "tag", "tags", "print", "topics"))
"""Whole class names that do; their parts also stand in names of the report's own elements."""
_BODY = re.compile(
    r"(?:^|\s)(?:articlebody|(?:article|story|post|entry|news|single|detail|details)"
    r"(?:-{0,2}|_{0,2})(?:body|content|text|article|story|detail|details|full)"
    r"(?:-content|-text|-body)?|wysiwyg|body-content|bodytext|newstext|field-name-body)(?=\s|$)",
    re.IGNORECASE,
)
_UNMARKED_TAGS = frozenset(("html", "body", "main", "article"))
"""Their classes describe the whole page: has-sidebar, single-comments-open."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TOKEN_CUTS = re.compile(r"[\s_-]+")
_WHOLE_PAGE = frozenset(("html", "body"))
_FRAME = frozenset(("nav", "aside", "footer", "header"))
_SENTENCE_ENDS = (".", "؟", "!", ":", "؛", "»", '"')
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PROSE = 40
"""A block of so many characters that is no link is taken for prose."""
_MOST_LINKED = 0.5
_MOST_OF_PAGE = 0.5
_ENOUGH_OF_PAGE = 0.35
_NEARLY_ALL = 0.6
_LONGEST_FURNITURE = 120
_STANDFIRST = 30
"""So many characters in common with the page's description make a standfirst."""


@dataclass(frozen=True)
class Prose:
    """The blocks of a page, with what is known of where its report stands among them."""

    page: Page
    title: str

    @cached_property
    def headline(self) -> int | None:
        """The index of the block that is the headline, None where none repeats the title."""
        wanted = plain_form(self.title)
        if not wanted:
            return None
        # Vowel signs may tell two writings of one title apart, but not by so much.
        most = 2 * len(self.title)
        near = (i for i, block in enumerate(self.page.blocks) if len(block.text) <= most)
        same = [i for i in near if plain_form(self.page.blocks[i].text) == wanted]
        headings = [i for i in same if self._tag(i) in _HEADINGS and not self.furniture[i]]
        # The same words stand in the trail of sections above the headline and in lists below it.
        return next(iter(headings or same), None)

    @cached_property
    def furniture(self) -> Sequence[bool]:
        """For each block, whether it stands in a part of the page that is no report."""
        return [self.is_furniture(block.holder) for block in self.page.blocks]

    def is_furniture(self, element: int) -> bool:
        """Tell whether an element belongs to a part of the page that is no report."""
        return self._furniture_elements[element]

    @cached_property
    def _furniture_elements(self) -> Sequence[bool]:
        weights = self._weights([len(b.text) if _is_prose(b) else 0 for b in self.page.blocks])
        flags = [False] * len(self.page.elements)
        for number, element in enumerate(self.page.elements):
            own = element.hidden or element.tag in _FURNITURE_TAGS or self._is_marked(number)
            dominant = weights[number] > _MOST_OF_PAGE * weights[0]
            flags[number] = flags[element.parent] or (own and not dominant)
        return flags

    def paragraphs(self) -> list[str]:
        """Return the paragraphs of the report, in order, without its title."""
        container = self._container()
        if container is None:
            return []
        inside = self._inside(container)
        kept = [i for i, block in enumerate(self.page.blocks) if inside[block.holder]]
        kept = [i for i in kept if self._is_text(i)]
        if not kept:
            return []
        headline = self.headline if self.headline is not None else -1
        below = [i for i in kept if i > headline]
        standfirst = [i for i in range(headline + 1, kept[0]) if self._is_standfirst(i)]
        chosen = self._without_header(standfirst + below if below else kept)
        return [self.page.blocks[i].text for i in chosen]

    def asides(self) -> list[str]:
        """Return what a page says below its headline and not in its frame, text or not."""
        headline = self.headline if self.headline is not None else -1
        framed = [False] * len(self.page.elements)
        for number, element in enumerate(self.page.elements):
            framed[number] = framed[element.parent] or element.tag in _FRAME
        return [
            block.text for block in self.page.blocks[headline + 1 :] if not framed[block.holder]
        ]

    def _without_header(self, chosen: Sequence[int]) -> list[int]:
        """Leave out the names, numbers and labels that stand before the first sentence."""
        kept = list(chosen)
        while len(kept) > 1 and self._is_header(kept[0]):
            kept.pop(0)
        return kept

    def _is_header(self, index: int) -> bool:
        text = self.page.blocks[index].text
        is_sentence = len(text) >= _PROSE or text.endswith(_SENTENCE_ENDS)
        return is_stamp(text) or not (is_sentence or self._tag(index) in _HEADINGS)

    def _is_text(self, index: int) -> bool:
        block = self.page.blocks[index]
        if self.furniture[index] or block.linked > _MOST_LINKED:
            return False
        return index != self.headline and not is_furniture_line(block.text)

    def _is_standfirst(self, index: int) -> bool:
        """Tell the summary between headline and body by the page's description of itself."""
        start = plain_form(self.page.blocks[index].text[: 4 * _STANDFIRST])[:_STANDFIRST]
        told = self.page.meta_values("og:description", "description", "twitter:description")
        return (
            self._is_text(index)
            and len(start) == _STANDFIRST
            and any(plain_form(description).startswith(start) for description in told)
        )

    @cached_property
    def opening(self) -> int:
        """The index of the first block of prose below the headline."""
        start = self.headline + 1 if self.headline is not None else 0
        for index in range(start, len(self.page.blocks)):
            block = self.page.blocks[index]
            is_long = _is_prose(block) and len(block.text) > 2 * _PROSE
            if is_long and not self.furniture[index] and not is_stamp(block.text):
                return index
        return len(self.page.blocks)

    def is_near_headline(self, element: int) -> bool:
        """Tell whether an element stands between headline and text, or beside the headline.

        The bar on top of a page often shows the date of today, whatever the report's is.
        """
        blocks, page = self.page.blocks, self.page
        opening = self.opening
        last = blocks[opening].holder if opening < len(blocks) else len(page.elements)
        if self.headline is not None and blocks[self.headline].holder < element < last:
            return True
        anchor = opening if self.headline is None else self.headline
        if anchor >= len(blocks) or element > last:
            return False
        beside = [n for n in page.around(element) if page.elements[n].tag not in _WHOLE_PAGE]
        return not set(beside).isdisjoint(page.around(blocks[anchor].holder)[:2])

    def _container(self) -> int | None:
        """Return the element that holds the report: one that says so, else the densest."""
        sizes = [
            len(block.text) if _is_prose(block) and self._is_text(index) else 0
            for index, block in enumerate(self.page.blocks)
        ]
        if not any(sizes):
            return None
        weights = self._weights(sizes)
        named = [n for n, element in enumerate(self.page.elements) if _BODY.search(element.marks)]
        most = max((weights[number] for number in named), default=0)
        if most > _ENOUGH_OF_PAGE * weights[0]:
            # The innermost of them: "article-content" may hold the lists below "article-body".
            return max(number for number in named if weights[number] > _NEARLY_ALL * most)
        densest = self._densest(sizes)
        around = (n for n in self.page.path(densest) if self.page.elements[n].tag == "article")
        return next(around, densest)

    def _densest(self, sizes: Sequence[int]) -> int:
        """Return the element with most prose directly in it or in its paragraphs."""
        scores = [0.0] * len(self.page.elements)
        for block, size in zip(self.page.blocks, sizes, strict=True):
            parent = self.page.elements[block.holder].parent
            scores[block.holder] += size
            scores[parent] += size
            scores[self.page.elements[parent].parent] += _NEARLY_ALL * size
        return max(range(len(scores)), key=lambda number: (scores[number], number))

    def _weights(self, sizes: Sequence[int]) -> list[int]:
        """Return, for each element, the size of all blocks in it."""
        weights = [0] * len(self.page.elements)
        for block, size in zip(self.page.blocks, sizes, strict=True):
            weights[block.holder] += size
        for number in range(len(weights) - 1, 0, -1):
            weights[self.page.elements[number].parent] += weights[number]
        return weights

    def _inside(self, container: int) -> Sequence[bool]:
        """Return, for each element, whether it is in a container."""
        inside = [False] * len(self.page.elements)
        for number, element in enumerate(self.page.elements):
            inside[number] = number == container or (number > 0 and inside[element.parent])
        return inside

    def _is_marked(self, number: int) -> bool:
        element = self.page.elements[number]
        if element.tag in _UNMARKED_TAGS or not element.marks or _BODY.search(element.marks):
            return False
        names = element.marks.lower().split()
        parts = _TOKEN_CUTS.split(_CAMEL.sub("-", element.marks).lower())
        return not (
            _FURNITURE_NAMES.isdisjoint(names) and _FURNITURE_MARKS.isdisjoint((*names, *parts))
        )

    def _tag(self, index: int) -> str:
        return self.page.elements[self.page.blocks[index].holder].tag


def is_furniture_line(line: str) -> bool:
    """Tell a line that every page of a site has from one of a report."""
    form = plain_form(line[:_LONGEST_FURNITURE])
    if not any(map(str.isalpha, form)) or form in entries("furniture", "lines"):
        return True
    return any(
        form == opening or form.startswith(f"{opening} ")
        for opening in entries("furniture", "openings")
    )


def has_paywall(lines: Iterable[str]) -> bool:
    """Tell whether a page says that the rest of its report is for subscribers."""
    phrases = entries("furniture", "paywall")
    return any(phrase in plain_form(line) for line in lines for phrase in phrases)


def _is_prose(block: Block) -> bool:
    return len(block.text) >= _PROSE and block.linked <= _MOST_LINKED
