"""The ways that claims took, from each root to the pages that passed it on, as a tree."""

from dataclasses import dataclass, field

from riwaya.arabic.letters import name_form
from riwaya.brief.case import Case, Told
from riwaya.brief.labels import Labels
from riwaya.brief.naming import Name, root_name
from riwaya.records.incident import Link, LinkRole, RootKind


@dataclass(slots=True)
class Node:
    """Somebody who said it or passed it on, and to whom; the last have the accounts made so."""

    name: Name
    role: str
    next: dict[str, "Node"] = field(default_factory=dict)
    numbers: list[int] = field(default_factory=list)
    copies: list[int] = field(default_factory=list)

    @property
    def children(self) -> list["Node"]:
        """Those to whom it was passed on."""
        return list(self.next.values())


def roots(case: Case, words: Labels) -> tuple[Node, ...]:
    """Return a tree for each root."""
    found: dict[str, Node] = {}
    for told in case.told:
        root = told.account.root
        node = found.get(root.id)
        if node is None:
            node = Node(root_name(root, words), words["root_kind"][root.kind])
            found[root.id] = node
        last = ""
        for link in _behind_root(told):
            key = link.actor or name_form(link.name)
            if key != last:  # who tells it to a paper that is also the publisher tells it once
                node, last = _step(node, key, link, words), key
        (node.copies if told.account.copy_of else node.numbers).append(told.number)
    return tuple(found.values())


def _behind_root(told: Told) -> list[Link]:
    """Return the links from the one next to the root to the page."""
    way = list(reversed(told.transmission.links))
    kind = told.account.root.kind
    if kind is RootKind.OUTLET and way and way[-1].role is LinkRole.PUBLISHER:
        return way[:-1]
    is_root = way and name_form(way[0].name) == name_form(told.account.root.name)
    return way[1:] if is_root else way


def _step(node: Node, key: str, link: Link, words: Labels) -> Node:
    if key not in node.next:
        name = Name(" ".join(link.name.split()), is_arabic=True)
        node.next[key] = Node(name, words["link_role"][link.role])
    return node.next[key]
