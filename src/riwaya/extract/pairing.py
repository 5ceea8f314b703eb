"""How an event and a stretch of words stand to each other: order, distance, what lies between."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from riwaya.extract.codes import Ints, code, mixed
from riwaya.extract.traits import Traits, steps
from riwaya.extract.triggers import Trigger

SELF, AFTER, BEFORE = 1, 2, 3
"""Where a stretch stands as seen from the event."""
_LONGEST_PATH = 4
_CLAUSES = ("relative", "that", "when")
_VERB = code("tag:V")

TEMPLATES = (
    "path event where", "path shape where", "path where", "tags shape where", "verbs where shape", "commas where", "that where shape",
    "relative where shape", "when where shape", "edge where shape", "inner where shape", "others where", "others where shape prep",
    "next_event where event prep", "next_shape where shape touches prep", "owned where event", "verb_before where shape",
    "then where shape", "otherquote where",
)  # fmt: skip
"""What joins the columns of any pair; the question adds its own."""


@dataclass(frozen=True, eq=False)
class Events:
    """The events of a report in columns, one row each, in text order."""

    traits: Traits
    triggers: Sequence[Trigger]

    @cached_property
    def first(self) -> Ints:
        """The first token of each."""
        return np.array([t.first for t in self.triggers], dtype=np.int64)

    @cached_property
    def last(self) -> Ints:
        """The end of each."""
        return np.array([t.last for t in self.triggers], dtype=np.int64)

    @cached_property
    def type(self) -> Ints:
        """The type of each."""
        return np.array([code(f"event:{t.event}") for t in self.triggers], dtype=np.int64)

    @cached_property
    def sentence(self) -> list[int]:
        """The sentence of each."""
        return [self.traits.context.sentence_at[t.first] for t in self.triggers]

    @cached_property
    def lemma(self) -> Ints:
        """The lemma of each."""
        return self.traits.lemma[self.first]

    @cached_property
    def shape(self) -> Ints:
        """The grammar of each."""
        return self.traits.shape[self.first]

    def columns(self, owner: Ints) -> dict[str, Ints]:
        """Return what every question sees of an event."""
        return {"event": self.type[owner], "L": self.lemma[owner], "shape": self.shape[owner]}

    def before(self, position: Ints) -> Ints:
        """Return the last event that begins before a position, -1 for none."""
        return np.searchsorted(self.first, position, side="left") - 1

    def since(self, position: Ints) -> Ints:
        """Return the first event that begins at a position or behind it, the number of events for none."""
        return np.searchsorted(self.first, position, side="left")


def where_of(events: Events, owner: Ints, first: Ints, last: Ints) -> Ints:
    """Tell where stretches stand as seen from events."""
    start, end = events.first[owner], events.last[owner]
    inside = (first <= start) & (start < last)
    return np.where(inside, SELF, np.where(first >= end, AFTER, BEFORE))


def pair_columns(events: Events, owner: Ints, first: Ints, last: Ints) -> dict[str, Ints]:
    """Return the columns of pairs of an event and a stretch of tokens [first, last)."""
    traits = events.traits
    where = where_of(events, owner, first, last)
    start, end = events.first[owner], events.last[owner]
    after = where == AFTER
    low = np.where(after, end, last)
    high = np.where(where == SELF, low, np.where(after, first, start))
    high = np.maximum(low, high)
    columns = {**events.columns(owner), "where": where, "gap": steps(high - low)}
    columns["prep"] = np.full_like(owner, code("prep:"))
    for name in ("verbs", "commas", *_CLAUSES):
        columns[name] = traits.count(name, low, high, most=1 if name in _CLAUSES else 3)
    for name in _CLAUSES:
        columns[name] = np.where(columns[name] > 1, columns[name], 0)
    columns.update(_path(traits, low, high, where))
    columns.update(_crossing(events, owner, first, last, where))
    columns.update(_border(traits, first, last, start))
    return columns


def _path(traits: Traits, low: Ints, high: Ints, where: Ints) -> dict[str, Ints]:
    """Return the words between as one code while they are few, and the outer ones of them."""
    keys, tags = traits.column("key").astype(np.uint64), traits.column("tag").astype(np.uint64)
    length = high - low
    words = mixed(length.astype(np.uint64) + np.uint64(7))
    sorts = words.copy()
    for step in range(_LONGEST_PATH):
        within = step < length
        position = np.where(within, low + step, -1)
        words = np.where(within, mixed(words + keys[position]), words)
        sorts = np.where(within, mixed(sorts + tags[position]), sorts)
    short = (length <= _LONGEST_PATH) & (where != SELF)
    some = (length > 0) & (where != SELF)
    outer, inner = (
        np.where(where == AFTER, high - 1, low), np.where(where == AFTER, low, high - 1)
    )  # fmt: skip
    key = traits.column("key")
    return {
        "path": np.where(short, (words >> np.uint64(16)).astype(np.int64) + 1, 0),
        "tags": np.where(short, (sorts >> np.uint64(16)).astype(np.int64) + 1, 0),
        "edge": np.where(some, key[np.where(some, outer, -1)], 0),
        "inner": np.where(some, key[np.where(some, inner, -1)], 0),
    }


def _crossing(events: Events, owner: Ints, first: Ints, last: Ints, where: Ints) -> dict[str, Ints]:
    """Return how the other events of the sentence stand to pairs."""
    types = np.append(events.type, 0)
    shapes = np.append(events.shape, 0)
    begins, ends = np.append(events.first, -9), np.append(events.last, -9)
    before, since = events.before(first), events.since(last)
    after = where == AFTER
    between = np.where(after, before - owner, np.where(where == BEFORE, owner - since, 0))
    near = np.where(between > 0, np.where(after, before, since), -1)
    touches = np.where(after, ends[near] == first, begins[near] == last)
    owned = np.where((ends[before] == first) & (before != owner), before, -1)
    return {
        "others": np.clip(between, 0, 3) + 1,
        "next_event": types[near],
        "next_shape": shapes[near],
        "touches": touches + 1,
        "owned": types[owned],
    }


def _border(traits: Traits, first: Ints, last: Ints, start: Ints) -> dict[str, Ints]:
    """Return what stands right before and behind stretches."""
    tags = traits.column("tag")
    is_verb = tags[first - 1] == _VERB
    before = np.where(is_verb, first - 1, -1)
    return {
        "verb_before": traits.column("lemma")[before],
        "then": tags[last],
        "otherquote": (traits.quote[first] != traits.quote[start]).astype(np.int64),
    }
