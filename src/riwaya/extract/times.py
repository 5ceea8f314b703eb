"""When? Tell which of the times in the event's sentence is its own."""

from collections.abc import Iterator, Sequence

from riwaya.extract.context import Context, bucket
from riwaya.extract.pairing import (
    border_features,
    crossing_features,
    lemma_of,
    paired,
    path_features,
    shape_of,
)
from riwaya.extract.triggers import Trigger
from riwaya.records.reading import Tag

_NEAR = 4
"""Tokens between a verb and the time right behind its subject."""


def nearby(context: Context, trigger: Trigger) -> list[int]:
    """Return the times that an event may have, in text order."""
    return context.times_of[context.sentence_at[trigger.first]]


def features(
    context: Context, trigger: Trigger, number: int, others: Sequence[Trigger]
) -> list[str]:
    """Return what describes a time as seen from an event."""
    time = context.analysis.times[number]
    pair = paired(context, trigger, time.first, time.last)
    where, shape, event = pair.where, pair.shape, trigger.event
    gap = bucket(pair.between[1] - pair.between[0])
    own = nearby(context, trigger)
    rank = min(abs(own.index(number) - _edge(context, own, trigger)), 3)
    words = " ".join(
        context.tokens[i].form for i in range(time.first, min(time.last, time.first + 3))
    )
    found = [
        where, f"{where} {shape}", f"{where} {event}", f"{where} {gap}", f"{where} {gap} {shape}", f"{where} {gap} {event}",
        f"{where}{rank}", f"{where}{rank} {len(own) > 1}", f"precision={time.precision} {where}", f"basis={time.basis} {where}",
        f"words={words}", f"words={words} {where}", f"ahead={time.looks_ahead}", f"days={bucket(min((time.latest - time.earliest).days, 50))}",
        f"precision={time.precision} {event}",
    ]  # fmt: skip
    found += path_features(context, pair)
    found += crossing_features(context, pair, others, "")
    found += border_features(context, pair)
    found += _saying(context, time.first, time.last, where)
    return found


def _edge(context: Context, own: Sequence[int], trigger: Trigger) -> int:
    times = context.analysis.times
    return sum(times[n].first < trigger.first for n in own)


def _saying(context: Context, first: int, last: int, where: str) -> Iterator[str]:
    """Describe the verb of saying that a time may date instead (قال الجمعة إن)."""
    tokens = context.tokens
    sentence = context.sentence(first)
    for position in range(first - 1, max(sentence.first - 1, first - 9), -1):
        token = tokens[position]
        if token.tag is Tag.COMPLEMENTIZER:
            break
        if token.tag is Tag.VERB:
            kind = "said" if token.morph.stances else "did"
            yield f"behind={kind} {where} {first - position <= _NEAR}"
            if kind == "said":
                yield f"behind={kind} {where} {lemma_of(token)}"
            break
    for position in range(last, min(sentence.last, last + 4)):
        token = tokens[position]
        if token.tag is Tag.COMPLEMENTIZER:
            yield f"before that {where}"
        if token.tag is Tag.VERB and token.morph.stances:
            yield f"before saying {where}"


def null_features(context: Context, trigger: Trigger) -> list[str]:
    """Return what describes an event that no time is given for."""
    token = context.tokens[trigger.first]
    sentence = context.sentence(trigger.first)
    own = nearby(context, trigger)
    event = trigger.event
    return [
        "0", f"0 {event}", f"0 {shape_of(token)}", f"0 {lemma_of(token)}", f"0 n={min(len(own), 3)}",
        f"0 title={sentence.is_title}", f"0 {shape_of(token)} {event}", f"0 quoted={context.quote_at[trigger.first] >= 0}",
    ]  # fmt: skip
