"""Which tellings are compared at all?

Every telling has keys; two are compared where they share one and at least one of the two asks
through it. A telling that is dated and placed asks through its days and places. One without a
place asks through its days and rare words, one without any date through its rare words, and one of
a month or a year through months and places; all answer through these, so that they can be found.
A sentence asks through its MinHash bands, whatever is known of day and place. Adding a telling
takes no key from another, so that what was compared before still is.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import cos, floor, radians

import numpy as np
import numpy.typing as npt

from riwaya.reconcile.passages import bands, key
from riwaya.reconcile.tellings import Spot, Telling

_CELL = 0.3
"""Degrees of latitude of a cell, some 33 km."""
_KM_A_DEGREE = 111.2
_SLACK_KM = 8.0
_MOST_REACH_KM = 45.0
"""A region reaches into no more cells than this; it is found by words as well."""
_DAYS_BEFORE = 2
"""How many days before its publication an undated telling is looked for."""
_MOST_WORDS = 8
_POLE = 89.0
_ROOM = 4_000_000

Keys = dict[int, bool]
"""Keys, and whether the telling asks through them."""


def keys(telling: Telling) -> Keys:
    """Return the keys of a telling."""
    found: Keys = {}
    for family in sorted(telling.families):
        for asks, parts in _of_family(telling):
            made = key(family, *parts)
            found[made] = found.get(made, False) or asks
    for passage in telling.passages:
        for band in bands(passage.triples):
            found[band] = True
    return found


def _of_family(telling: Telling) -> Iterator[tuple[bool, tuple[int | str, ...]]]:
    days, words = _days(telling), _rarest(telling)
    cells = sorted({cell for spot in telling.spots or telling.elsewhere for cell in _cells(spot)})
    is_timeless = not days and not telling.is_long
    is_vague = not telling.is_placed
    for day in days:
        yield from ((True, ("day", day, *cell)) for cell in cells)
        yield from ((is_vague, ("word", day, word)) for word in words)
    for month in _months(telling):
        yield from ((telling.is_long, ("month", month, *cell)) for cell in cells)
    yield from ((is_timeless, ("rare", word)) for word in words)


def candidates(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of tellings, by number, that are to be compared, each once.

    Two of one report are no pair: the report itself has told them apart.
    """
    flat, owner, asks = _flat(map(keys, tellings))
    order = np.argsort(flat, kind="stable")
    flat, owner, asks = flat[order], owner[order], asks[order]
    starts = np.flatnonzero(np.r_[True, flat[1:] != flat[:-1]]) if len(flat) else np.array([], int)
    ends = np.r_[starts[1:], len(flat)]
    shared = np.flatnonzero(ends - starts > 1)
    reports = [telling.report for telling in tellings]
    size = len(tellings)
    found = _Distinct()
    for block in shared.tolist():
        members = owner[starts[block] : ends[block]].tolist()
        asking = asks[starts[block] : ends[block]].tolist()
        if not any(asking):
            continue
        for left in range(len(members) - 1):
            one = members[left]
            for right in range(left + 1, len(members)):
                other = members[right]
                if (asking[left] or asking[right]) and reports[one] != reports[other]:
                    found.add(one * size + other if one < other else other * size + one)
    for code in found.all():
        yield divmod(code, size)


class _Distinct:
    """Numbers, each once, in little room."""

    def __init__(self) -> None:
        self._known = np.array([], np.int64)
        self._new = array("q")

    def add(self, number: int) -> None:
        """Add a number."""
        self._new.append(number)
        if len(self._new) >= _ROOM:
            self._merge()

    def all(self) -> Iterator[int]:
        """Yield the numbers in order."""
        self._merge()
        for start in range(0, len(self._known), _ROOM):
            yield from self._known[start : start + _ROOM].tolist()

    def _merge(self) -> None:
        new = np.frombuffer(self._new, np.int64)
        self._known = np.unique(np.concatenate([self._known, new]))
        self._new = array("q")


def _flat(
    each: Iterable[Keys],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32], npt.NDArray[np.bool_]]:
    flat: list[npt.NDArray[np.int64]] = []
    asks: list[npt.NDArray[np.bool_]] = []
    sizes: list[int] = []
    for found in each:
        flat.append(np.fromiter(found.keys(), np.int64, len(found)))
        asks.append(np.fromiter(found.values(), np.bool_, len(found)))
        sizes.append(len(found))
    if not sizes:
        return np.array([], np.int64), np.array([], np.int32), np.array([], np.bool_)
    owner = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    return np.concatenate(flat), owner, np.concatenate(asks)


def _rarest(telling: Telling) -> list[int]:
    ordered = sorted(telling.words, key=lambda word: (-telling.words[word], word))
    return ordered[:_MOST_WORDS]


def _days(telling: Telling) -> range:
    """Return the days of a telling and the one after, so that neighbours share one."""
    if telling.is_long:
        return range(0)
    if telling.is_dated:
        return range(telling.first, telling.last + 2)
    if telling.published:
        return range(telling.published - _DAYS_BEFORE, telling.published + 2)
    return range(0)


def _months(telling: Telling) -> list[int]:
    if telling.is_dated:
        first, last = telling.first, telling.last
    elif telling.published:
        first = last = telling.published
    else:
        return []
    return list(range(_month(first), min(_month(last), _month(first) + 12) + 1))


def _month(day: int) -> int:
    written = date.fromordinal(day)
    return written.year * 12 + written.month


def _cells(spot: Spot) -> Iterator[tuple[int, int]]:
    if spot.latitude is None or spot.longitude is None:
        if spot.name:
            yield key("name", spot.name), 0
        return
    reach = min(spot.radius_km, _MOST_REACH_KM) + _SLACK_KM
    north = reach / _KM_A_DEGREE
    east = north / cos(radians(min(abs(spot.latitude), _POLE)))
    for row in range(
        floor((spot.latitude - north) / _CELL), floor((spot.latitude + north) / _CELL) + 1
    ):
        for column in range(
            floor((spot.longitude - east) / _CELL), floor((spot.longitude + east) / _CELL) + 1
        ):
            yield row, column
