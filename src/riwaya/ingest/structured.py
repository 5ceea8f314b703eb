"""What does a page say of its report in JSON-LD?

Pages describe more than their report there: the site, the trail of sections, related reports in a
list. Only descriptions of an article that no list holds are taken.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

_ARTICLE = re.compile(r"(?:Article|BlogPosting|NewsReport|Report)$")
_MOST_DEPTH = 12
_LISTS = frozenset(("itemListElement", "liveBlogUpdate", "comment", "hasPart", "relatedLink"))
_COMMENTS = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A page's own description of its report; what it leaves out is empty."""

    headline: str = ""
    published: str = ""
    body: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    source: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    url: str = ""
    is_free: bool = True
    is_article: bool = True
    """False where the page describes itself and no article."""


def read_structured(scripts: Iterable[str]) -> tuple[Described, ...]:
    """Return the descriptions of articles in JSON-LD scripts, those of a bare page last."""
    found = [_described(node) for script in scripts for node in _nodes(_parsed(script), 0)]
    return tuple(sorted(found, key=lambda described: not described.is_article))


def _parsed(script: str) -> object:
    """Parse a script, past the comment marks and stray commas that content systems leave."""
    text = _COMMENTS.sub("", script).strip()
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            # Line breaks within strings are against the rules and everywhere.
            parsed: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return parsed
    return None


def _nodes(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _MOST_DEPTH:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _nodes(entry, depth + 1)
    elif isinstance(value, dict):
        types = [kind for kind in _listed(value.get("@type")) if isinstance(kind, str)]
        if any(_ARTICLE.search(kind) or kind == "WebPage" for kind in types):
            yield value
        for name, inner in value.items():
            if name not in _LISTS:
                yield from _nodes(inner, depth + 1)


def _described(node: dict[str, object]) -> Described:
    page = node.get("mainEntityOfPage")
    types = [str(kind) for kind in _listed(node.get("@type"))]
    return Described(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(node.get("datePublished")),
        body=_text(node.get("articleBody"), lines=True),
        authors=_names(node.get("author")),
        publisher=next(iter(_names(node.get("publisher"))), ""),
        source=_names(node.get("sourceOrganization")),
        keywords=_keywords(node.get("keywords")),
        url=_text(node.get("url")) or _text(page) or _identity(page),
        is_free=str(node.get("isAccessibleForFree", True)).lower() != "false",
        is_article=any(_ARTICLE.search(kind) for kind in types),
    )


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else (value,)


def _text(value: object, *, lines: bool = False) -> str:
    for entry in _listed(value):
        if isinstance(entry, str):
            # Many systems escape what they put here as if it were HTML.
            told = unescape(entry)
            return told.strip() if lines else " ".join(told.split())
    return ""


def _identity(value: object) -> str:
    return _text(value.get("@id")) if isinstance(value, dict) else ""


def _names(value: object) -> tuple[str, ...]:
    names = (_text(e.get("name")) if isinstance(e, dict) else _text(e) for e in _listed(value))
    return tuple(name for name in names if name and not name.startswith(("http://", "https://")))


def _keywords(value: object) -> tuple[str, ...]:
    return tuple(word for entry in _listed(value) if (word := _text(entry)))
