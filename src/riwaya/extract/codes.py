"""Names of what is seen, as numbers, so that thousands of them are joined and weighed at once.

Whatever describes a word or a choice (a lemma, a preposition, "after") becomes a code; columns of
codes are joined by templates ("where preposition shape") into places of a table of weights. 0 is
the code of nothing: a template with a 0 in it says nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Columns = Mapping[str, Ints]

_PRIME = np.uint64(0x9E3779B97F4A7C15)
_TURN = np.uint64(29)

_NAMES: dict[int, str] = {}
"""The names behind the codes that were made last, for whoever asks why."""
_MOST_NAMES = 1_000_000
"""A run over millions of reports meets ever new words, and must not keep them all."""
_MOST_PLAIN = 1 << 12
"""Numbers up to here are counts and choices of a few, not codes of names."""


@lru_cache(maxsize=500_000)
def code(name: str) -> int:
    """Return the number of a name; it is the same on every machine and never 0."""
    found = crc32(name.encode()) + 1
    if len(_NAMES) >= _MOST_NAMES:
        del _NAMES[next(iter(_NAMES))]
    _NAMES[found] = name
    return found


def spelled(value: int) -> str:
    """Return the name behind a code, without the sort of thing it names; small numbers as they are.

    >>> spelled(code("prep:في")), spelled(code("prep:")), spelled(code("article")), spelled(3)
    ('في', 'none', 'article', '3')
    """
    name = _NAMES.get(value)
    if name is None:
        # Words in a row have one code and no name.
        return str(value) if value <= _MOST_PLAIN else "…"
    return (name.partition(":")[2] or "none") if ":" in name else name


def mixed(codes: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Spread codes over 64 bits."""
    codes = codes * _PRIME
    return codes ^ (codes >> _TURN)


@dataclass(frozen=True, eq=False)
class _Plan:
    """Templates as numbers of columns, those of many columns first.

    `order` has for each further column the numbers of the columns to add, for as many templates as
    have that many; `back` puts the templates into the order in which they were given.
    """

    names: tuple[str, ...]
    salts: npt.NDArray[np.uint64]
    order: tuple[Ints, ...]
    back: Ints


@lru_cache(maxsize=64)
def _plan(templates: tuple[str, ...]) -> _Plan:
    given = sorted(range(len(templates)), key=lambda number: -len(templates[number].split()))
    split = [templates[number].split() for number in given]
    names = tuple(dict.fromkeys(name for each in split for name in each))
    order = [
        np.array([names.index(n[place]) for n in split if len(n) > place], dtype=np.int64)
        for place in range(max(map(len, split)))
    ]
    back = np.argsort(np.array(given, dtype=np.int64))
    salts = np.array([code(f"column:{name}") for name in names], dtype=np.uint64)
    return _Plan(names, salts, tuple(order), back)


def places(columns: Columns, templates: tuple[str, ...], *, size: int) -> Ints:
    """Return for every template where it stands in a table of `size` weights, a column each row.

    The code of a template is the sum of the codes of its columns, each mixed with its name, so that
    a column is mixed once for all templates.

    Args:
        columns: codes by name, all of one length.
        templates: what is joined: names of columns parted by spaces, in any order.
        size: of the table, a power of two; place 0 is that of nothing.
    """
    plan = _plan(templates)
    table = np.stack([columns[name] for name in plan.names]).astype(np.uint64)
    absent = table == 0
    spread = mixed(mixed(table + plan.salts[:, None]))
    first, *further = plan.order
    total, nothing = spread[first], absent[first]
    for numbers in further:
        total[: len(numbers)] += spread[numbers]
        nothing[: len(numbers)] |= absent[numbers]
    found = ((mixed(total) >> np.uint64(20)) & np.uint64(size - 1)).astype(np.int64)
    found[nothing] = 0
    return found[plan.back]
