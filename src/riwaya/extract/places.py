"""Where? List the places of the event's sentence, and describe them."""

import numpy as np

from riwaya.extract.codes import Ints, code
from riwaya.extract.context import Context
from riwaya.extract.options import Options, sights
from riwaya.extract.pairing import AFTER, Events, pair_columns
from riwaya.extract.pairing import TEMPLATES as PAIR_TEMPLATES

TEMPLATES = (
    "order", "order shape", "order event", "where gap", "where gap shape", "where gap event", "where prep", "where prep event",
    "where prep shape", "kind", "kind where event", "certain", "certain prep", "relation event", "unlisted", "name", "places order",
    "kind prep", "titled where", "inside where", "inside holder", "inside holder_prep", "inside h1 where", "inside h1 holder_prep",
    "chained prep kind", "chains kind", *PAIR_TEMPLATES,
)  # fmt: skip


def nearby(context: Context, first: int) -> list[int]:
    """Return the places that an event may have, in text order."""
    return context.places_of[context.sentence_at[first]]


def options(events: Events) -> tuple[Options, Ints]:
    """Return the places of each event's sentence, to say yes or no to; and their numbers."""
    traits, context = events.traits, events.traits.context
    pairs = [
        (owner, number, before, after)
        for owner, trigger in enumerate(events.triggers)
        for own in (nearby(context, trigger.first),)
        for rank, number in enumerate(own)
        for before, after in ((rank, len(own)),)
    ]
    owner, number, rank, size = np.array(pairs, dtype=np.int64).reshape(-1, 4).T
    mentions = context.analysis.places
    rows = [
        (
            m.first, m.last, m.name, code(f"prep:{m.preposition}"), code(f"place:{m.kind}"),
            code(f"certain:{m.certainty}{m.refers}"), code(f"relation:{m.relation}"), 1 + (m.anchor is None),
            code("name:" + " ".join(context.tokens[i].form for i in range(m.name, m.last))), *_neighbors(context, n),
        )
        for n, m in enumerate(mentions)
    ]  # fmt: skip
    table = np.array([*rows, (0,) * 11], dtype=np.int64)[number]
    first, last, name = table[:, :3].T
    columns = pair_columns(events, owner, first, last)
    names = ("prep", "kind", "certain", "relation", "unlisted", "name", "chained", "chains")
    columns.update(zip(names, table[:, 3:].T, strict=True))
    columns["b"] = np.ones_like(owner)
    columns["order"] = columns["where"] * 8 + _rank(events, owner, rank, columns["where"])
    columns["places"] = np.minimum(size, 4)
    columns["titled"] = traits.column("titled")[events.first[owner]] + 1
    columns.update(_holder(events, name))
    looks = sights(events.first[owner], events.last[owner], name, first, last)
    return Options(
        np.arange(len(owner), dtype=np.int64), looks, np.zeros_like(owner), columns
    ), number


def owners(events: Events) -> list[int]:
    """Return the event of each row of `options`."""
    context = events.traits.context
    return [
        owner
        for owner, trigger in enumerate(events.triggers)
        for _ in nearby(context, trigger.first)
    ]


def _rank(events: Events, owner: Ints, rank: Ints, where: Ints) -> Ints:
    """Count the places between an event and each, up to a few."""
    begins = np.array([m.first for m in events.traits.context.analysis.places], dtype=np.int64)
    bounds = events.traits.bounds[events.first]
    low = np.searchsorted(begins, bounds[:, 0])
    ahead = (np.searchsorted(begins, events.first) - low)[owner]
    behind = (np.searchsorted(begins, events.last) - low)[owner]
    between = np.where(where == AFTER, rank - behind, ahead - rank - 1)
    return np.clip(between, 0, 3) + 1


def _holder(events: Events, name: Ints) -> dict[str, Ints]:
    """Return the noun phrase a place stands in: in قوات شرق ليبيا it is no place of the event."""
    traits = events.traits
    number = np.array([*traits.context.phrase_at, -1], dtype=np.int64)[name]
    phrases = traits.phrases
    inside = (number >= 0) & (phrases.head[number] < name)
    head = np.where(inside, phrases.head[number], -1)
    return {
        "inside": np.where(number >= 0, 1 + inside, 0),
        "holder": traits.column("key")[head],
        "holder_prep": np.where(inside, phrases.preposition[number], 0),
        "h1": traits.column("sort1")[head],
    }


def _neighbors(context: Context, number: int) -> tuple[int, int]:
    """Return the kinds of the places right before and behind: في منبج بريف حلب."""
    mentions = context.analysis.places
    place = mentions[number]
    before = mentions[number - 1] if number else None
    behind = mentions[number + 1] if number + 1 < len(mentions) else None
    chained = before is not None and (
        before.last == place.first or (before.last == place.first - 1 and place.preposition)
    )
    chains = behind is not None and place.last <= behind.first <= place.last + 1
    return (
        code(f"chained:{before.kind}") if chained and before else 0,
        code(f"chains:{behind.kind} {behind.preposition}") if chains and behind else 0,
    )
