"""What stands on an HTML page, as plain records in the order of the page.

The only module that touches the parser: one walk over its tree, without recursion, so that a page
nested a million deep is a slow page and nothing worse.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from riwaya.errors import UnreadableReportError

if TYPE_CHECKING:
    from resiliparse.parse.html import ElementNode, Node

_UNREAD = frozenset((
    "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "button",
    "textarea", "video", "audio", "canvas", "map", "dialog",
))  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "input", "ins", "kbd", "mark", "nobr", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
_MARKS = ("class", "id", "itemprop", "role", "rel")
_JSON_LD = "application/ld+json"
_ROOT = 0
_MOST_ELEMENTS = 300_000
"""Real pages have fewer than 20,000; more are an attack on our memory."""


class Element(NamedTuple):
    """An element: its tag, its parent's number, and the words of its class, id and item property.

    Elements are numbered in the order of the page, so a parent has a lower number than its child.
    """

    tag: str
    parent: int
    marks: str
    hidden: bool = False


class Block(NamedTuple):
    """A paragraph, heading or other run of text without a break, in the element numbered `holder`.

    `linked` is the share of its characters that are links.
    """

    text: str
    holder: int
    linked: float


class TimeTag(NamedTuple):
    """A <time> element: its number, what it says for machines and for people."""

    element: int
    machine: str
    text: str


@dataclass(slots=True, kw_only=True)
class Page:
    """A page taken apart."""

    elements: list[Element] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    times: list[TimeTag] = field(default_factory=list)
    meta: list[tuple[str, str]] = field(default_factory=list)
    """Names and contents of the meta tags, names in lower case."""
    json_ld: list[str] = field(default_factory=list)
    title: str = ""
    canonical: str = ""

    def path(self, element: int) -> Iterator[int]:
        """Yield an element and those around it, from the inside out."""
        while element != _ROOT:
            yield element
            element = self.elements[element].parent

    def around(self, element: int) -> list[int]:
        """Return an element and the two around it: a name is often a link in a span in a box."""
        return list(islice(self.path(element), 3))

    def meta_values(self, *names: str) -> Iterator[str]:
        """Yield the contents of meta tags, in the order of the names and then of the page."""
        for name in names:
            yield from (content for found, content in self.meta if found == name and content)


def read_page(html: str) -> Page:
    """Take a page apart; any text at all is some page.

    Raises:
        UnreadableReportError: the page has more elements than any report needs.
    """
    # The parser loads when the first page is read: most runs read none.
    from resiliparse.parse.html import HTMLTree  # noqa: PLC0415

    document = HTMLTree.parse(html).document
    walk = _Walk()
    if document is not None:
        walk.over(document)
    return walk.page


class _Walk:
    """One walk over a tree, with what it remembers on the way."""

    def __init__(self) -> None:
        self.page = Page(elements=[Element("", _ROOT, "")])
        self._open = [_ROOT]
        self._text: list[str] = []
        self._linked = 0
        self._links = 0
        self._holder = _ROOT
        self._blocks = [_ROOT]
        self._times: list[tuple[int, str, list[str]]] = []

    def over(self, root: "Node") -> None:
        """Take in a node and all that is below it."""
        node: Node | None = root
        while node is not None:
            node = self._step(node)
        self._flush()

    def _step(self, node: "Node") -> "Node | None":
        """Take in one node and return the next, closing the elements that end between them."""
        if self._enter(node) and node.first_child is not None:
            return node.first_child
        closing: Node | None = node
        while closing is not None:
            self._leave(closing)
            if closing.next_sibling is not None:
                return closing.next_sibling
            closing = closing.parent_node
        return None

    def _enter(self, node: "Node") -> bool:
        """Take in a node; return whether to look inside."""
        from resiliparse.parse.html import ElementNode, TextNode  # noqa: PLC0415  # as above

        if isinstance(node, TextNode):
            self._read_text(node.value or "")
        if not isinstance(node, ElementNode):
            return True
        tag = (node.tag or "").lower()
        self._open_element(node, tag)
        if tag == "script":
            if (node.getattr("type") or "").split(";")[0].strip().lower() == _JSON_LD:
                self.page.json_ld.append(node.text or "")
            return False
        if tag in ("meta", "link", "title"):
            self._read_head(node, tag)
            return False
        return tag not in _UNREAD

    def _open_element(self, node: "ElementNode", tag: str) -> None:
        number = len(self.page.elements)
        if number > _MOST_ELEMENTS:
            raise UnreadableReportError(f"too large: the page has over {_MOST_ELEMENTS:,} elements")
        marks = " ".join(node.getattr(name) or "" for name in _MARKS)
        style = (node.getattr("style") or "").replace(" ", "").lower()
        hidden = node.hasattr("hidden") or "display:none" in style
        self.page.elements.append(Element(tag, self._open[-1], marks.strip(), hidden))
        self._open.append(number)
        if tag not in _INLINE:
            self._flush()
            self._blocks.append(number)
        if tag == "a":
            self._links += 1
        if tag == "time":
            self._times.append((number, node.getattr("datetime") or "", []))

    def _leave(self, node: "Node") -> None:
        from resiliparse.parse.html import ElementNode  # noqa: PLC0415  # as above

        if not isinstance(node, ElementNode):
            return
        tag = (node.tag or "").lower()
        self._open.pop()
        if tag not in _INLINE:
            self._flush()
            self._blocks.pop()
        if tag == "a":
            self._links -= 1
        if tag == "time" and self._times:
            number, machine, pieces = self._times.pop()
            self.page.times.append(TimeTag(number, machine, " ".join("".join(pieces).split())))

    def _read_text(self, text: str) -> None:
        self._text.append(text)
        self._linked += len("".join(text.split())) if self._links else 0
        if self._times:
            self._times[-1][2].append(text)

    def _read_head(self, node: "ElementNode", tag: str) -> None:
        if tag == "title":
            self.page.title = self.page.title or " ".join((node.text or "").split())
        elif tag == "link":
            if "canonical" in (node.getattr("rel") or "").lower().split():
                self.page.canonical = (node.getattr("href") or "").strip()
        else:
            content = " ".join((node.getattr("content") or "").split())
            for attribute in ("property", "name", "itemprop"):
                name = (node.getattr(attribute) or "").strip().lower()
                if name:
                    self.page.meta.append((name, content))

    def _flush(self) -> None:
        """End the present run of text."""
        text = " ".join("".join(self._text).split())
        if text:
            length = len(text.replace(" ", ""))
            linked = min(1.0, self._linked / length)
            self.page.blocks.append(Block(text, self._blocks[-1], linked))
        self._text.clear()
        self._linked = 0
