"""How many? List the numbers of the event's sentence, and describe them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from riwaya.extract.codes import Ints
from riwaya.extract.context import Context
from riwaya.extract.options import Options, sights, stacked
from riwaya.extract.pairing import TEMPLATES as PAIR_TEMPLATES
from riwaya.extract.pairing import Events, pair_columns
from riwaya.extract.participants import nothing_columns, nothing_of
from riwaya.extract.traits import steps
from riwaya.records.claim import CountRole
from riwaya.records.reading import Tag

TEMPLATES = (
    "where stated", "where stated shape", "where stated event", "where gap stated", "where gap stated shape", "where gap stated event",
    "target stated", "target stated event", "target where", "size event", "implied event target", "implied key", "implied i1 event",
    "follows", "follows event", "f1 event", "prep where shape", "prep where event", "h1 event", "behind", "behind stated",
    *PAIR_TEMPLATES, "0 event", "0 event shape", "0 has_target event", "0 target_grammar target_definite", "0 target_head", "0 L",
)  # fmt: skip

_FARTHEST = 40
"""Tokens between an event and a number that counts for it."""
_COUNTED_SORTS = frozenset(
    {"fighter", "civilian", "vehicle", "weapon", "aircraft", "building", "official", "force"}
)

ROLES = {
    "killing": CountRole.KILLED,
    "assassination": CountRole.KILLED,
    "injury": CountRole.INJURED,
    "capture": CountRole.CAPTURED,
    "arrest": CountRole.ARRESTED,
    "abduction": CountRole.ABDUCTED,
    "release": CountRole.RELEASED,
    "displacement": CountRole.DISPLACED,
    "surrender": CountRole.SURRENDERED,
    "destruction": CountRole.DESTROYED,
    "interception": CountRole.DESTROYED,
    "protest": CountRole.PARTICIPANTS,
}
"""What is counted where an event type counts anything; everything else is `other`."""


class Amount(NamedTuple):
    """A number that may count: tokens [first, last), its bounds, the phrase it stands in."""

    first: int
    last: int
    least: int
    most: int | None
    phrase: int
    stated: bool
    """Whether a numeral states it; else the noun's own number does (جندي, جنديان)."""


def amounts(context: Context, sentence: int) -> list[Amount]:
    """Return the numbers of a sentence, and the ones and twos that nouns tell by themselves."""
    found: list[Amount] = []
    stretch = context.analysis.sentences[sentence]
    numbered: set[int] = set()
    for number in context.analysis.numbers:
        if not stretch.first <= number.core_first < stretch.last or number.percent:
            continue
        phrase = context.phrase_at[number.core_first]
        if phrase < 0 and number.core_last < stretch.last:
            phrase = context.phrase_at[number.core_last]
        numbered.add(phrase)
        numbered.update(context.phrase_at[number.first : number.last + 1])
        found.append(
            Amount(number.first, number.last, number.least, number.most, phrase, stated=True)
        )
    for phrase in context.phrases_of[sentence]:
        if phrase not in numbered:
            found += _told_by_noun(context, phrase)
    return found


def _told_by_noun(context: Context, number: int) -> list[Amount]:
    phrase = context.analysis.phrases[number]
    head = context.tokens[phrase.head]
    if head.tag is not Tag.NOUN or not _COUNTED_SORTS & head.morph.sorts:
        return []
    first = phrase.first
    if head.morph.number == "d":
        return [Amount(first, phrase.head + 1, 2, 2, number, stated=False)]
    if head.morph.number == "s" and not phrase.definite:
        return [Amount(first, phrase.head + 1, 1, 1, number, stated=False)]
    return []


def options(events: Events, targets: Sequence[int]) -> tuple[Options, list[Amount | None]]:
    """Return for each event that nothing is counted, then the numbers near it; and those numbers.

    Args:
        events: the events.
        targets: the noun phrase that is the target of each, -1 for none.
    """
    traits, context = events.traits, events.traits.context
    told = {sentence: amounts(context, sentence) for sentence in dict.fromkeys(events.sentence)}
    listed = [
        (owner, amount)
        for owner, (trigger, sentence) in enumerate(
            zip(events.triggers, events.sentence, strict=True)
        )
        for amount in told[sentence]
        if max(amount.first - trigger.last, trigger.first - amount.last) <= _FARTHEST
    ]
    owner = np.array([each for each, _ in listed], dtype=np.int64)
    rows = [
        (a.first, a.last, 1 + a.stated, a.least if not a.stated else 0, min(a.least, 50), a.phrase)
        for _, a in listed
    ]
    first, last, stated, implied, size, phrase = np.array(rows, dtype=np.int64).reshape(-1, 6).T
    target = np.array([*targets, -1], dtype=np.int64)
    own = target[owner]
    columns = pair_columns(events, owner, first, last)
    key = traits.column("key")
    behind_it = np.where(implied > 0, last - 1, -1)
    head = np.where(phrase >= 0, traits.phrases.head[phrase], -1)
    columns.update(
        b=np.ones_like(owner),
        stated=stated,
        implied=implied,
        size=steps(size),
        target=np.where(own >= 0, 1 + (phrase == own), 3),
        key=key[behind_it],
        i1=traits.column("sort1")[behind_it],
        follows=key[last],
        f1=traits.column("sort1")[last],
        prep=np.where(phrase >= 0, traits.phrases.preposition[phrase], 0),
        h1=traits.column("sort1")[head],
        behind=key[first - 1],
    )
    looks = sights(events.first[owner], events.last[owner], last - 1, first, last)
    counted = Options(owner, looks, np.zeros_like(owner), columns)
    found = stacked([_none(events, np.unique(owner), target), counted])
    amount = iter(each for _, each in listed)
    return found, [next(amount) if b else None for b in found.columns["b"].tolist()]


def _none(events: Events, asked: Ints, target: Ints) -> Options:
    traits = events.traits
    columns = nothing_columns(events)
    own = target[: len(events.triggers)]
    head = np.where(own >= 0, traits.phrases.head[own], -1)
    columns["has_target"] = 1 + (own >= 0)
    columns["target_grammar"] = traits.column("grammar")[head]
    columns["target_definite"] = np.where(own >= 0, 1 + traits.phrases.definite[own], 0)
    columns["target_head"] = traits.column("key")[head]
    return nothing_of(events, columns, asked)


def role_of(event: str) -> CountRole:
    """Return what is counted in an event type."""
    return ROLES.get(event, CountRole.OTHER)
