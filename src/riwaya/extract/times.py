"""When? List the times of the event's sentence, and describe them."""

import numpy as np

from riwaya.extract.codes import Ints, code
from riwaya.extract.context import Context
from riwaya.extract.options import Options, sights, stacked
from riwaya.extract.pairing import TEMPLATES as PAIR_TEMPLATES
from riwaya.extract.pairing import Events, pair_columns
from riwaya.extract.participants import nothing_columns, nothing_of
from riwaya.extract.traits import Traits, lemma_of, steps
from riwaya.records.reading import Tag

_NEAR = 4
"""Tokens between a verb and the time right behind its subject."""
_WORDS = 3

TEMPLATES = (
    "where", "where shape", "where event", "where gap", "where gap shape", "where gap event", "rank where", "rank where times",
    "precision where", "basis where", "words", "words where", "days", "precision event", "behind where", "behind near where",
    "behind said where", "that_next where", "saying where", *PAIR_TEMPLATES, "0 event", "0 L", "0 shape event", "0 times",
)  # fmt: skip


def nearby(context: Context, first: int) -> list[int]:
    """Return the times that an event may have, in text order."""
    return context.times_of[context.sentence_at[first]]


def options(events: Events) -> tuple[Options, Ints]:
    """Return for each event that no time is given, then the times of its sentence; and their numbers."""
    traits, context = events.traits, events.traits.context
    pairs = [
        (owner, number, abs(rank - sum(context.analysis.times[n].first < trigger.first for n in own)), len(own))
        for owner, trigger in enumerate(events.triggers)
        for own in (nearby(context, trigger.first),)
        for rank, number in enumerate(own)
    ]  # fmt: skip
    owner, number, rank, size = np.array(pairs, dtype=np.int64).reshape(-1, 4).T
    rows = [
        (
            t.first, t.last, code(f"precision:{t.precision}"), code(f"basis:{t.basis}"),
            min((t.latest - t.earliest).days, 50), code("words:" + " ".join(context.tokens[i].form for i in range(t.first, min(t.last, t.first + _WORDS)))),
            *_saying(traits, t.first, t.last),
        )
        for t in context.analysis.times
    ]  # fmt: skip
    table = np.array([*rows, (0,) * 11], dtype=np.int64)[number]
    first, last = table[:, :2].T
    columns = pair_columns(events, owner, first, last)
    names = (
        "precision",
        "basis",
        "days",
        "words",
        "behind",
        "near",
        "said",
        "that_next",
        "saying",
    )
    columns.update(zip(names, table[:, 2:].T, strict=True))
    columns["days"] = steps(columns["days"])
    columns["b"] = np.ones_like(owner)
    columns["rank"] = np.minimum(rank, 3) + 1
    columns["times"] = 1 + (size > 1)
    looks = sights(events.first[owner], events.last[owner], first, first, last)
    given = Options(owner, looks, np.zeros_like(owner), columns)
    asked = np.unique(owner)
    unsaid = nothing_columns(events)
    sizes = np.bincount(owner, minlength=len(events.triggers))
    unsaid["times"] = np.minimum(sizes, 3) + 1
    found = stacked([nothing_of(events, unsaid, asked), given])
    numbers = np.full(len(found), -1, dtype=np.int64)
    numbers[found.columns["b"] != 0] = number
    return found, numbers


def _saying(traits: Traits, first: int, last: int) -> tuple[int, int, int, int, int]:
    """Return the verb of saying that a time may date instead (قال الجمعة إن)."""
    tokens = traits.tokens
    begin, end = traits.bounds[first].tolist()
    behind = near = said = that = saying = 0
    for position in range(first - 1, max(begin - 1, first - 9), -1):
        token = tokens[position]
        if token.tag is Tag.COMPLEMENTIZER:
            break
        if token.tag is Tag.VERB:
            behind = 1 + bool(token.morph.stances)
            near = 1 + (first - position <= _NEAR)
            said = code(f"said:{lemma_of(token)}") if token.morph.stances else 0
            break
    for position in range(last, min(end, last + 4)):
        token = tokens[position]
        that = that or int(token.tag is Tag.COMPLEMENTIZER)
        saying = saying or int(token.tag is Tag.VERB and bool(token.morph.stances))
    return behind, near, said, that, saying
