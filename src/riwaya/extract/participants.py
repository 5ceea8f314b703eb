"""Who did it, and to whom? List the noun phrases of the event's sentence, and describe them."""

from collections.abc import Sequence

import numpy as np

from riwaya.extract.codes import Ints, code
from riwaya.extract.context import Context
from riwaya.extract.options import Options, sights, stacked
from riwaya.extract.pairing import AFTER, Events, pair_columns
from riwaya.extract.pairing import TEMPLATES as PAIR_TEMPLATES
from riwaya.knowledge.lexicon import frames
from riwaya.records.reading import Tag

_FARTHEST = 45
"""Tokens between an event and whoever takes part in it."""
_MOST_BETWEEN = 6
_LIGHT = "light"

TEMPLATES = (
    "order", "order shape", "order event", "order L", "where gap", "where gap shape", "where prep shape", "where prep event",
    "where prep L", "order prep shape", "order prep event shape", "head", "head event", "head where", "head L", "definite where shape",
    "size", *(f"k{n} {rest}" for n in (1, 2) for rest in ("event", "order", "order shape", "where prep event", "L")),
    "gender where", "cluster event", "cluster order", "cluster where prep shape", "cluster L", "expects where shape",
    "expects order bare", "frame order shape", "frame where prep shape", "expects animate order", "frame animate where prep",
    "ungoverned where shape", "governed light shape prep", "governed governor shape", "inanimate where shape event",
    "people where", "people where shape event", "people where shape prep", "people where others_there shape",
    "coordinated where shape", *PAIR_TEMPLATES,
    "0 event", "0 L", "0 shape event", "0 n1", "0 p1",
)  # fmt: skip

JOINED_TEMPLATES = (
    "b", "event", "definite0 definite", "happens", "prep0 prep", "head0 head", "k1", "k2", "k1 j1", "k2 j1", "k1 j2", "verb_behind",
    "role", "role k1", "role event",
)  # fmt: skip


def nearby(context: Context, first: int, last: int) -> list[int]:
    """Return the noun phrases that may take part in an event at [first, last), in text order."""
    phrases = context.analysis.phrases
    found = []
    for number in context.phrases_of[context.sentence_at[first]]:
        phrase = phrases[number]
        between = max(phrase.first - last, first - phrase.last)
        alone = phrase.first == first and phrase.last <= last
        if between <= _FARTHEST and not alone:
            found.append(number)
    return found


def options(events: Events) -> tuple[Options, Ints]:
    """Return for each event nobody, then the noun phrases that may take part; and their numbers."""
    traits = events.traits
    pairs = [
        (owner, number)
        for owner, trigger in enumerate(events.triggers)
        for number in nearby(traits.context, trigger.first, trigger.last)
    ]
    owner, number = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    everyone = np.arange(len(events.triggers), dtype=np.int64)
    nobody = nothing_of(events, nothing_columns(events), everyone)
    found = stacked([nobody, _somebody(events, owner, number)])
    numbers = np.full(len(found), -1, dtype=np.int64)
    numbers[found.columns["b"] != 0] = number
    return found, numbers


def nothing_of(events: Events, columns: dict[str, Ints], asked: Ints) -> Options:
    """Return the answer "none" for the events that are asked, described by columns of all events."""
    everyone = np.arange(len(events.triggers), dtype=np.int64)
    looks = sights(events.first, events.last)
    return Options(everyone, looks, np.zeros_like(everyone), columns).only(asked)


def nothing_columns(events: Events) -> dict[str, Ints]:
    """Return what describes the answer "none"."""
    traits = events.traits
    owner = np.arange(len(events.triggers), dtype=np.int64)
    key = traits.column("key")
    return {
        **events.columns(owner),
        "0": np.ones_like(owner),
        "n1": key[events.last],
        "p1": key[events.first - 1],
        "titled": traits.column("titled")[events.first] + 1,
    }


def _somebody(events: Events, owner: Ints, number: Ints) -> Options:
    traits, phrases = events.traits, events.traits.phrases
    first, last, head = phrases.first[number], phrases.last[number], phrases.head[number]
    columns = pair_columns(events, owner, first, last)
    where = columns["where"]
    columns["b"] = np.ones_like(owner)
    columns["prep"] = phrases.preposition[number]
    columns["order"] = where * 16 + _rank(events, owner, number)
    columns["head"] = traits.column("key")[head]
    columns["cluster"] = traits.column("cluster")[head]
    columns["definite"] = phrases.definite[number] + 1
    columns["size"] = np.minimum(last - first, 4)
    columns["bare"] = phrases.bare[number] + 1
    columns["animate"] = phrases.animate[number]
    columns["inanimate"] = 1 - phrases.animate[number]
    columns["coordinated"] = phrases.coordinated[number]
    columns["titled"] = traits.column("titled")[events.first[owner]]
    for n in range(2):
        columns[f"k{n + 1}"] = phrases.kinds[number, n]
    columns.update(_agreement(events, owner, head))
    columns.update(_expected(events, owner, number, columns))
    columns.update(_governed(events, owner, first, last))
    columns.update(_among_people(events, owner, number, columns))
    looks = sights(events.first[owner], events.last[owner], head, first, last)
    return Options(owner, looks, np.zeros_like(owner), columns)


def _rank(events: Events, owner: Ints, number: Ints) -> Ints:
    """Count the noun phrases between an event and each, up to a few."""
    context = events.traits.context
    edges = []
    for trigger, sentence in zip(events.triggers, events.sentence, strict=True):
        own = context.phrases_of[sentence]
        at = context.phrase_at[trigger.first]
        if at >= 0:
            edges.append((at, at))
            continue
        before = [n for n in own if context.analysis.phrases[n].first < trigger.first]
        start = own[0] - 1 if own else -1
        edges.append((before[-1], before[-1] + 1) if before else (start, start + 1))
    low, high = np.array(edges, dtype=np.int64).reshape(-1, 2)[owner].T
    between: Ints = np.where(number > low, number - low, high - number)
    return np.clip(between, None, _MOST_BETWEEN) + 1


def _agreement(events: Events, owner: Ints, head: Ints) -> dict[str, Ints]:
    """Return whether a verb and a noun agree in gender."""
    tokens = events.traits.tokens
    verbs = [
        code(m.verb_gender) if tokens[t.first].tag is Tag.VERB else 0
        for t in events.triggers
        for m in (tokens[t.first].morph,)
    ]
    verb = np.array(verbs, dtype=np.int64)[owner]
    noun = np.array([code(tokens[h].morph.gender) for h in head.tolist()], dtype=np.int64)
    return {"gender": np.where(verb != 0, verb * 131 + noun, 0)}


def _expected(
    events: Events, owner: Ints, number: Ints, columns: dict[str, Ints]
) -> dict[str, Ints]:
    """Return the role that the event's frame has for where each phrase stands."""
    context = events.traits.context
    phrases = context.analysis.phrases
    orders = columns["order"].tolist()
    expects, names = [], []
    for event, phrase, order in zip(owner.tolist(), number.tolist(), orders, strict=True):
        trigger = events.triggers[event]
        frame = frames()[trigger.event]
        first = phrases[phrase].preposition.split(" ")[0]
        after, rank = order // 16 == AFTER, order % 16 - 1
        if first:
            role = frame.prepositions.get(first, "other")
        elif context.tokens[trigger.first].tag is not Tag.VERB:
            role = frame.construct if after and rank < 2 else "none"  # noqa: PLR2004
        elif rank == 0:
            role = frame.subject
        else:
            role = frame.object if after and rank == 1 else "none"
        expects.append(code(f"expects:{role}"))
        names.append(code(f"frame:{frame.name}"))
    return {"expects": np.array(expects, np.int64), "frame": np.array(names, np.int64)}


def _governed(events: Events, owner: Ints, first: Ints, last: Ints) -> dict[str, Ints]:
    """Return the verb that an event stands behind, and whether each phrase is its subject."""
    traits = events.traits
    governors = np.array([*traits.context.governors, -1], dtype=np.int64)
    verb = governors[events.first]
    light = [v >= 0 and _LIGHT in traits.tokens[v].morph.sorts for v in verb.tolist()]
    verb, is_light = verb[owner], np.array(light, dtype=np.int64)[owner]
    between = (verb < first) & (first < events.first[owner])
    role = np.where(first == verb + 1, 1, np.where(last == verb, 2, np.where(between, 3, 4)))
    return {
        "governed": np.where(verb >= 0, role, 0),
        "ungoverned": (verb < 0).astype(np.int64),
        "light": is_light + 1,
        "governor": traits.lemma[verb],
    }


def _among_people(
    events: Events, owner: Ints, number: Ints, columns: dict[str, Ints]
) -> dict[str, Ints]:
    """Rank the noun phrases that name people among those of their side."""
    traits = events.traits
    running = np.concatenate([[0], np.cumsum(traits.phrases.animate[:-1])])
    begins = traits.phrases.first[:-1]
    bounds = traits.bounds[events.first]
    low = np.searchsorted(begins, bounds[:, 0])[owner]
    high = np.searchsorted(begins, bounds[:, 1])[owner]
    behind = np.searchsorted(begins, events.last)[owner]
    ahead = np.searchsorted(begins, events.first)[owner]
    after = columns["where"] == AFTER
    rank = np.where(
        after, running[number] - running[np.minimum(behind, number)],
        running[np.maximum(ahead, number + 1)] - running[number + 1],
    )  # fmt: skip
    there = np.where(after, running[ahead] - running[low], running[high] - running[behind])
    people = np.where(columns["animate"] != 0, np.minimum(rank, 3) + 1, 0)
    return {"people": people, "others_there": np.minimum(np.maximum(there, 0), 2) + 1}


def is_joined(context: Context, number: int) -> bool:
    """Tell whether a noun phrase stands right behind the one before it, joined by و."""
    phrase, before = context.analysis.phrases[number], context.analysis.phrases[number - 1]
    return phrase.coordinated and phrase.first - before.last <= 1


def joined_options(events: Events, asked: Sequence[tuple[int, int, int]]) -> Options:
    """Return phrases that are joined to a participant, as (event, phrase, role), to say yes or no to."""
    traits, phrases = events.traits, events.traits.phrases
    event, number, role = np.array(asked, dtype=np.int64).reshape(-1, 3).T
    first, last, head = phrases.first[number], phrases.last[number], phrases.head[number]
    before = number - 1
    key = traits.column("key")
    columns = {
        **events.columns(event),
        "b": np.ones_like(event),
        "role": role + 1,
        "definite0": phrases.definite[before] + 1,
        "definite": phrases.definite[number] + 1,
        "happens": traits.column("event1")[head],
        "prep0": phrases.preposition[before],
        "prep": phrases.preposition[number],
        "head0": key[phrases.head[before]],
        "head": key[head],
        "k1": phrases.kinds[number, 0],
        "k2": phrases.kinds[number, 1],
        "j1": phrases.kinds[before, 0],
        "j2": phrases.kinds[before, 1],
        "verb_behind": traits.column("tag")[last],
    }
    looks = sights(events.first[event], events.last[event], head, first, last)
    return Options(np.arange(len(event), dtype=np.int64), looks, np.zeros_like(event), columns)
