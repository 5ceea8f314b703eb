"""What does a site's robots.txt (RFC 9309) allow us to fetch?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote

_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")
_SAFE = "/%*$?&=;:@+,!~'()[]-._"


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one visitor: patterns of paths, each allowed or not."""

    rules: tuple[tuple[str, bool], ...] = ()

    def allows(self, path: str) -> bool:
        """Tell whether a path with its query may be fetched: the longest rule that fits decides.

        >>> rules = Robots((("/news", False), ("/news/open", True)))
        >>> rules.allows("/news/1"), rules.allows("/news/open/1")
        (False, True)
        """
        plain = _normal(path)
        fitting = [(len(rule), allowed) for rule, allowed in self.rules if _fits(rule, plain)]
        return max(fitting)[1] if fitting else True


def read_robots(text: str, visitor: str) -> Robots:
    """Return the rules that hold for a visitor: those that name it, else those for everyone."""
    own: list[tuple[str, bool]] = []
    common: list[tuple[str, bool]] = []
    is_named = False
    for visitors, rules in _groups(text):
        if any(name == visitor.lower() for name in visitors):
            is_named = True
            own.extend(rules)
        elif "*" in visitors:
            common.extend(rules)
    return Robots(tuple(own if is_named else common))


def _groups(text: str) -> Iterator[tuple[list[str], list[tuple[str, bool]]]]:
    """Yield the visitors of each group, and its rules."""
    visitors: list[str] = []
    rules: list[tuple[str, bool]] = []
    are_named = False
    for line in text.splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        field, value = match[1].lower(), match[2].strip()
        if field == "user-agent":
            if not are_named:
                yield visitors, rules
                visitors, rules = [], []
            are_named = True
            visitors.append(value.lower().split("/")[0])
        elif field in ("allow", "disallow"):
            are_named = False
            if value:
                rules.append((_normal(value), field == "allow"))
    yield visitors, rules


def _normal(path: str) -> str:
    """Write a path in one way, whether its Arabic is escaped or not."""
    return quote(unquote(path, errors="surrogateescape"), safe=_SAFE, errors="surrogateescape")


def _fits(rule: str, path: str) -> bool:
    """Match a rule with "*" and a final "$"; piece by piece, so that no rule can stall us."""
    pieces: Sequence[str] = rule.removesuffix("$").split("*")
    if not path.startswith(pieces[0]):
        return False
    place = len(pieces[0])
    for piece in pieces[1:]:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    if not rule.endswith("$"):
        return True
    return len(path) == place or (len(pieces) > 1 and path.endswith(pieces[-1]))
