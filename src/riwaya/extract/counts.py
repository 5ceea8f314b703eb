"""How many? Tell which number in the event's sentence counts its people or things."""

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.extract.context import Context, bucket, sorts_of
from riwaya.extract.pairing import border_features, crossing_features, paired, path_features
from riwaya.extract.triggers import Trigger
from riwaya.records.claim import CountRole
from riwaya.records.reading import Tag

FARTHEST = 40
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


def features(
    context: Context, trigger: Trigger, amount: Amount, others: Sequence[Trigger], target: int
) -> list[str]:
    """Return what describes a number as seen from an event whose target phrase is known."""
    pair = paired(context, trigger, amount.first, amount.last)
    where, shape, event = pair.where, pair.shape, trigger.event
    gap = bucket(pair.between[1] - pair.between[0])
    stated = amount.stated
    is_target = amount.phrase == target if target >= 0 else None
    found = [
        f"{where} {stated}", f"{where} {stated} {shape}", f"{where} {stated} {event}", f"{where} {gap} {stated}", f"{where} {gap} {stated} {shape}",
        f"{where} {gap} {stated} {event}", f"target={is_target} {stated}", f"target={is_target} {stated} {event}", f"target={is_target} {where}",
        f"size={bucket(min(amount.least, 50))} {event}",
    ]  # fmt: skip
    if not stated:
        found += [
            f"implied {amount.least} {event} {is_target}",
            f"implied {context.keys[amount.last - 1]}",
        ]
        found += [f"implied s={s} {event}" for s in sorts_of(context.tokens[amount.last - 1].morph)]
    follows = context.keys[amount.last] if amount.last < len(context.keys) else "$"
    found += [f"follows={follows}", f"follows={follows} {event}"]
    if amount.last < len(context.tokens):
        found += [f"follows s={s} {event}" for s in sorts_of(context.tokens[amount.last].morph)]
    if amount.phrase >= 0:
        phrase = context.analysis.phrases[amount.phrase]
        found += [
            f"prep={phrase.preposition} {where} {shape}",
            f"prep={phrase.preposition} {where} {event}",
        ]
        found += [f"head s={s} {event}" for s in sorts_of(context.tokens[phrase.head].morph)]
    before = context.keys[amount.first - 1] if amount.first else "^"
    found += [f"behind={before}", f"behind={before} {stated}"]
    found += path_features(context, pair)
    found += crossing_features(context, pair, others, "")
    found += border_features(context, pair)
    return found


def null_features(context: Context, trigger: Trigger, target: int) -> list[str]:
    """Return what describes an event that nothing is counted of."""
    event = trigger.event
    found = [
        "0",
        f"0 {event}",
        f"0 {shape(context, trigger)}",
        f"0 {event} {shape(context, trigger)}",
        f"0 target={target >= 0} {event}",
    ]
    if target >= 0:
        phrase = context.analysis.phrases[target]
        head = context.tokens[phrase.head].morph
        found += [f"0 {head.number} {phrase.definite}", f"0 head={context.keys[phrase.head]}"]
    return found


def shape(context: Context, trigger: Trigger) -> str:
    """Name the grammar of the trigger."""
    return paired(context, trigger, trigger.first, trigger.last).shape


def role_of(event: str) -> CountRole:
    """Return what is counted in an event type."""
    return ROLES.get(event, CountRole.OTHER)
