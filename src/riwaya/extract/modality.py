"""Did it happen? Tell occurrences from what is ordered, threatened, demanded, planned or denied."""

from collections.abc import Iterator

from riwaya.arabic.particles import COMMAS
from riwaya.extract.context import Context
from riwaya.extract.pairing import lemma_of, shape_of
from riwaya.extract.triggers import Trigger
from riwaya.records.reading import Tag

_REACH = 8


def features(context: Context, trigger: Trigger) -> list[str]:
    """Return what describes how the text presents an event."""
    keys, tokens = context.keys, context.tokens
    token = tokens[trigger.first]
    lemma, shape = lemma_of(token), shape_of(token)
    sentence = context.sentence(trigger.first)
    before = [keys[i] for i in range(max(sentence.first, trigger.first - 4), trigger.first)][::-1]
    after = [keys[i] for i in range(trigger.last, min(sentence.last, trigger.last + 2))]
    found = [
        "b",
        f"L={lemma}",
        f"shape={shape}",
        f"event={trigger.event}",
        f"event={trigger.event} {shape}",
    ]
    found += [f"p{i}={key}" for i, key in enumerate(before, start=1)]
    groups = context.clusters
    for position in range(max(sentence.first, trigger.first - 3), trigger.first):
        found.append(f"c{trigger.first - position}={groups[position]}")
    found += [f"n{i}={key}" for i, key in enumerate(after, start=1)]
    if len(before) > 1:
        found += [
            f"p21={before[1]} {before[0]}",
            f"p1={before[0]} {shape}",
            f"p1={before[0]} {trigger.event}",
        ]
    found += _grammar(context, trigger, shape)
    found += _governor(context, trigger, sentence.first)
    found += _cues(context, trigger, sentence.first, sentence.last)
    if sentence.is_title:
        found.append("title")
    return found


def _grammar(context: Context, trigger: Trigger, shape: str) -> Iterator[str]:
    morph = context.tokens[trigger.first].morph
    yield f"present={morph.present} future={morph.future} {shape[:1]}"
    yield f"on={morph.preposition} {shape[:1]}"
    yield f"on={morph.preposition} {trigger.event}"
    if context.quote_at[trigger.first] >= 0:
        yield "quoted"


def _governor(context: Context, trigger: Trigger, begin: int) -> Iterator[str]:
    """Describe the nearest word of modality that no other verb or comma stands before."""
    tokens = context.tokens
    for position in range(trigger.first - 1, max(begin - 1, trigger.first - 1 - 2 * _REACH), -1):
        token = tokens[position]
        if token.tag is Tag.MARK and token.form in COMMAS:
            return
        modalities = token.morph.modalities
        if modalities and token.tag in (Tag.VERB, Tag.NOUN, Tag.NEGATION, Tag.CONDITIONAL):
            on = context.tokens[trigger.first].morph.preposition
            link = on or context.keys[trigger.first - 1]
            for modality in modalities:
                yield f"governed={modality}"
                yield f"governed={modality} {token.tag} {link}"
                yield f"governed={modality} {trigger.event}"
            return
        if token.tag is Tag.VERB:
            yield f"ruled {token.morph.present}"
            return


def _cues(context: Context, trigger: Trigger, begin: int, end: int) -> Iterator[str]:
    """Describe the words of modality before and after, and how far they stand."""
    tokens = context.tokens
    blocked = False
    for position in range(trigger.first - 1, max(begin - 1, trigger.first - 1 - 2 * _REACH), -1):
        token = tokens[position]
        away = "near" if trigger.first - position <= _REACH // 2 else "far"
        if token.form in COMMAS:
            blocked = True
        for modality in token.morph.modalities:
            yield f"cue={modality} {away} {blocked}"
            yield f"cue={modality} {context.keys[position]} {away}"
        if token.tag in (Tag.NEGATION, Tag.CONDITIONAL, Tag.VERBAL):
            yield f"particle={context.keys[position]} {away} {blocked}"
        if token.morph.future:
            yield f"future {away} {blocked}"
        if token.tag is Tag.VERB and not blocked:
            yield f"verb={context.keys[position]} {away}"
            yield f"verb present={token.morph.present} {away}"
            if token.morph.stances:
                yield f"said={context.keys[position]} {trigger.event}"
    for position in range(trigger.last, min(end, trigger.last + _REACH)):
        for modality in tokens[position].morph.modalities:
            yield f"aftercue={modality} {context.keys[position]}"
