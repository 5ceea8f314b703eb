"""Who says so? Choose among the sources that speak in a report, or the outlet itself."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from riwaya.arabic.particles import COMMAS, OUTLET_PREPOSITIONS
from riwaya.extract.context import Context, bucket, sorts_of
from riwaya.extract.pairing import lemma_of, shape_of
from riwaya.extract.speech import Manner, Speech
from riwaya.extract.triggers import Trigger
from riwaya.records.reading import Tag

_OUTLET_REACH = 18
_MOST_EARLIER = 3
"""Speeches of earlier sentences that are looked at."""


def heard(context: Context, trigger: Trigger, said: Sequence[Speech]) -> list[Speech]:
    """Return the speeches that may carry an event: those of its sentence and the last before."""
    sentence = context.sentence(trigger.first)
    begin = bisect_left(said, sentence.first, key=lambda speech: speech.cue)
    end = bisect_left(said, sentence.last, key=lambda speech: speech.cue)
    return list(said[max(0, begin - _MOST_EARLIER) : end])


def speech_features(
    context: Context, trigger: Trigger, speech: Speech, near: Sequence[Speech]
) -> list[str]:
    """Return what describes a speech, one of those near an event, as the one that carries it."""
    own = context.sentence_at[trigger.first]
    away = own - context.sentence_at[speech.cue]
    cue = context.tokens[speech.cue]
    lemma = lemma_of(cue) if speech.manner is not Manner.HEADLINE else ":"
    manner = speech.manner.value
    side = _side(trigger, speech, away)
    found = [
        side, f"{side} {manner}", f"{side} {lemma}", f"{side} {manner} {trigger.event}",
        f"{side} {shape_of(context.tokens[trigger.first])}", f"cue={lemma}", f"manner={manner}",
        f"named={speech.phrase >= 0} {side}",
    ]  # fmt: skip
    found += [f"gives={modality} {side} {manner}" for modality in cue.morph.modalities]
    found += [f"stance={stance} {side} {manner}" for stance in cue.morph.stances]
    found += _nearest(context, trigger, speech, near, side)
    found += _between(context, trigger, speech, away, side, lemma)
    found += _speaker(context, trigger, speech, side)
    found += _opening(context, trigger, side)
    if cue.morph.conjunction and away == 0:
        found.append(f"joined {side}")
    return found


def _side(trigger: Trigger, speech: Speech, away: int) -> str:
    if away:
        return f"earlier{min(away, 4)}"
    if trigger.first <= speech.cue < trigger.last:
        return "itself"
    return "before" if speech.cue < trigger.first else "after"


def _nearest(
    context: Context, trigger: Trigger, speech: Speech, near: Sequence[Speech], side: str
) -> Iterator[str]:
    """Tell whether the speech is the nearest of its side, and what else is there."""
    own = context.sentence_at[trigger.first]
    before = [each for each in near if each.cue < trigger.first]
    after = [each for each in near if each.cue >= trigger.last]
    nearest = (before and speech is before[-1]) or (after and speech is after[0])
    here = sum(context.sentence_at[each.cue] == own for each in near)
    yield f"nearest={bool(nearest)} {side}"
    yield f"nearest={bool(nearest)} {side} {min(here, 2)}"
    if after and side != "after":
        yield f"rival={after[0].manner.value} {side}"
    if before and side != "before" and context.sentence_at[before[-1].cue] == own:
        yield f"rival={before[-1].manner.value} {side}"


def _between(
    context: Context, trigger: Trigger, speech: Speech, away: int, side: str, lemma: str
) -> Iterator[str]:
    first, last = sorted((speech.cue, trigger.first))
    if away:
        stretch = context.analysis.sentences[context.sentence_at[speech.cue]]
        yield f"{side} gap={bucket(last - stretch.last)}"
        if (
            "\n"
            in context.analysis.report.text[
                context.tokens[speech.cue].end : context.tokens[trigger.first].start
            ]
        ):
            yield f"{side} newline"
        quoted = context.quote_at[trigger.first]
        if quoted >= 0:
            yield f"{side} quoted={context.quote_at[speech.cue] == quoted}"
        return
    tokens = context.tokens[first + 1 : last]
    tags = {token.tag for token in tokens}
    yield f"{side} gap={bucket(len(tokens))}"
    for tag in (Tag.COMPLEMENTIZER, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.VERB):
        yield f"{side} {tag}={tag in tags}"
    yield f"{side} {lemma} {Tag.COMPLEMENTIZER in tags}"
    commas = sum(token.form in COMMAS for token in tokens if token.tag is Tag.MARK)
    yield f"{side} commas={min(commas, 3)}"
    if any(token.form == ":" for token in tokens):
        yield f"{side} colon"
    quoted = context.quote_at[trigger.first]
    if quoted >= 0:
        yield f"{side} quoted"
        opens = context.analysis.quotes[quoted][0]
        if side == "before" and speech.cue < opens:
            yield f"{side} opens={bucket(opens - speech.cue)}"
    if speech.phrase >= 0 and side == "before":
        end = context.analysis.phrases[speech.phrase].last
        yield f"{side} after name={bucket(max(0, trigger.first - end))}"


def _speaker(context: Context, trigger: Trigger, speech: Speech, side: str) -> Iterator[str]:
    phrase = context.analysis.phrases[speech.source]
    for sort in sorts_of(context.tokens[phrase.head].morph):
        yield f"speaker={sort} {side}"
        yield f"speaker={sort}"
        yield f"speaker={sort} {trigger.event}"
    yield f"speaker={context.keys[phrase.head]}"
    if context.sentence(phrase.first).is_title:
        yield "speaker in title"


def _opening(context: Context, trigger: Trigger, side: str) -> Iterator[str]:
    """Describe how the event's sentence begins: وأضاف goes on, وكان turns to the background."""
    sentence = context.sentence(trigger.first)
    token = context.tokens[sentence.first]
    yield f"opens with={context.keys[sentence.first]} {side}"
    yield f"opens form={token.form} {side}"
    yield f"opens tag={token.tag} {bool(token.morph.conjunction)} {side}"
    yield f"title={sentence.is_title} {side}"


def null_features(context: Context, trigger: Trigger, near: Sequence[Speech]) -> list[str]:
    """Return what describes an event that the outlet tells in its own voice."""
    own = context.sentence_at[trigger.first]
    sentence = context.sentence(trigger.first)
    here = sum(context.sentence_at[s.cue] == own for s in near)
    earlier = any(context.sentence_at[s.cue] == own - 1 for s in near)
    token = context.tokens[sentence.first]
    number = context.sentence_at[trigger.first]
    event = trigger.event
    return [
        "0", f"0 {event}", f"0 title={sentence.is_title}", f"0 here={min(here, 2)}",
        f"0 here={min(here, 2)} earlier={earlier}", f"0 opens={context.keys[sentence.first]}", f"0 form={token.form}",
        f"0 opens={token.tag} {bool(token.morph.conjunction)}", f"0 sentence={min(number, 4)}",
        f"0 quoted={context.quote_at[trigger.first] >= 0}", f"0 any={bool(near)}",
        f"0 {lemma_of(context.tokens[trigger.first])}", f"0 here={min(here, 2)} {event}",
        f"0 last={number == len(context.analysis.sentences) - 1}",
    ]  # fmt: skip


def kind_features(context: Context, speech: Speech) -> list[str]:
    """Return what describes a speaker for the question what sort of source it is."""
    phrase = context.analysis.phrases[speech.source]
    tokens = context.tokens
    found = ["b", f"head={context.keys[phrase.head]}"]
    for position in range(phrase.first, phrase.last):
        found.append(f"w={context.keys[position]}")
        for sort in sorts_of(tokens[position].morph):
            found.append(f"s={sort}")
            found.append(f"s={sort} {position == phrase.head}")
        if position > phrase.first:
            found.append(f"ww={context.keys[position - 1]} {context.keys[position]}")
    for position in range(phrase.last, min(phrase.last + 6, len(tokens))):
        found += (f"after={sort}" for sort in sorts_of(tokens[position].morph))
    if context.place_at[phrase.head] >= 0:
        found.append("place")
    return found


def stance_features(context: Context, trigger: Trigger, speech: Speech) -> list[str]:
    """Return what describes how a speaker stands to a claim."""
    cue = context.tokens[speech.cue]
    lemma = lemma_of(cue) if speech.manner is not Manner.HEADLINE else ":"
    own = context.sentence_at[trigger.first]
    away = min(own - context.sentence_at[speech.cue], 2)
    same = speech.cue < trigger.first
    found = [
        "b",
        f"cue={lemma}",
        f"cue={lemma} {away}",
        f"manner={speech.manner.value}",
        f"away={away}",
    ]
    found += [f"stance={stance} {away}" for stance in cue.morph.stances]
    found += [f"event={trigger.event}", f"{same} {away}", f"cue={lemma} {trigger.event}"]
    phrase = context.analysis.phrases[speech.source]
    found += [f"speaker={sort} {lemma}" for sort in sorts_of(context.tokens[phrase.head].morph)]
    return found


def outlet(context: Context, speech: Speech) -> int:
    """Return the noun phrase of the outlet a source spoke to or is quoted by, -1 for none."""
    if speech.via >= 0:
        return speech.via
    sentence = context.sentence(speech.cue)
    for number in context.phrases_of[context.sentence_at[speech.cue]]:
        phrase = context.analysis.phrases[number]
        near = speech.cue < phrase.first <= min(speech.cue + _OUTLET_REACH, sentence.last)
        media = "media" in context.tokens[phrase.head].morph.sorts
        if near and media and number != speech.source and phrase.preposition in OUTLET_PREPOSITIONS:
            return number
    return -1
