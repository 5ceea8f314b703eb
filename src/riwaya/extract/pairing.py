"""How an event and a stretch of words stand to each other: order, distance, what lies between."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from riwaya.arabic.particles import COMMAS
from riwaya.extract.context import Context
from riwaya.extract.triggers import Trigger
from riwaya.records.reading import Tag, Token

_LONGEST_PATH = 4
_CLAUSES = (Tag.RELATIVE, Tag.COMPLEMENTIZER, Tag.SUBORDINATOR, Tag.CONJUNCTION)


class Pair(NamedTuple):
    """A trigger, a stretch of tokens [first, last), and how they stand."""

    trigger: Trigger
    first: int
    last: int
    where: str
    """self, after or before: where the stretch stands as seen from the trigger."""
    between: tuple[int, int]
    """The tokens between them."""
    shape: str
    lemma: str


def paired(context: Context, trigger: Trigger, first: int, last: int) -> Pair:
    """Return a trigger and a stretch of tokens as a pair."""
    token = context.tokens[trigger.first]
    lemma = lemma_of(token)
    if first <= trigger.first < last:
        return Pair(trigger, first, last, "self", (first, first), shape_of(token), lemma)
    if first >= trigger.last:
        return Pair(trigger, first, last, "after", (trigger.last, first), shape_of(token), lemma)
    return Pair(trigger, first, last, "before", (last, trigger.first), shape_of(token), lemma)


def lemma_of(token: Token) -> str:
    """Return the lemma of a trigger's first word."""
    return token.morph.lemmas[0] if token.morph.lemmas else token.form


def shape_of(token: Token) -> str:
    """Name the grammar of a trigger that decides where its participants stand."""
    morph = token.morph
    if token.tag is Tag.VERB:
        return "V" + ("p" if morph.passive else "") + ("'" if morph.pronoun else "")
    part = morph.lemmas[0][:1] if morph.lemmas else "n"
    return part.upper() + ("d" if morph.definite else "") + ("'" if morph.pronoun else "")


def path_features(context: Context, pair: Pair) -> Iterator[str]:
    """Describe the words between the two."""
    if pair.where == "self":
        return
    first, last = pair.between
    where, shape = pair.where, pair.shape
    tokens = context.tokens[first:last]
    tags = "".join(token.tag for token in tokens)
    if len(tags) <= _LONGEST_PATH:
        words = " ".join(context.keys[first:last])
        yield f"path={where} {words} {shape}"
        yield f"path={where} {words}"
        yield f"path={where} {words} {pair.trigger.event}"
        yield f"tags={where} {tags} {shape}"
    yield f"verbs={where} {min(tags.count(Tag.VERB), 3)} {shape}"
    marks = sum(token.form in COMMAS for token in tokens if token.tag is Tag.MARK)
    yield f"marks={where} {min(marks, 3)}"
    for tag in _CLAUSES:
        if tag in tags:
            yield f"over={where} {tag} {shape}"
    if tokens:
        edge = last - 1 if where == "after" else first
        yield f"edge={where} {context.keys[edge]} {shape}"
        inner = first if where == "after" else last - 1
        yield f"inner={where} {context.keys[inner]} {shape}"


def crossing_features(
    context: Context, pair: Pair, others: Sequence[Trigger], preposition: str
) -> Iterator[str]:
    """Describe the other events of the sentence as they stand to the two."""
    first, last = pair.between
    where, shape, event = pair.where, pair.shape, pair.trigger.event
    between = [each for each in others if first <= each.first < last and each is not pair.trigger]
    yield f"events={where} {min(len(between), 3)}"
    yield f"events={where} {min(len(between), 3)} {shape} {preposition}"
    if between:
        near = between[-1] if where == "after" else between[0]
        touches = near.last == pair.first if where == "after" else near.first == pair.last
        near_shape = shape_of(context.tokens[near.first])
        yield f"next={where} {near.event} {event} {touches} {preposition}"
        yield f"next={where} {near_shape} {shape} {touches} {preposition}"
        yield f"last={where} {near.event} {event} {preposition}"
    for other in others:
        if other is pair.trigger:
            continue
        if other.last == pair.first:
            yield f"owned={where} {other.event} {event}"
        if other.first == pair.last:
            yield f"subject={where} {other.event} {event} {shape_of(context.tokens[other.first])}"


def border_features(context: Context, pair: Pair) -> Iterator[str]:
    """Describe what stands right before and after the stretch."""
    where, shape = pair.where, pair.shape
    before = context.tokens[pair.first - 1] if pair.first else None
    if before is not None and before.tag is Tag.VERB:
        yield f"verbed={where} {bool(before.morph.stances)}"
        if before.morph.lemmas:
            yield f"verbed={where} {before.morph.lemmas[0]} {shape}"
    if pair.last < len(context.tokens):
        yield f"then={where} {context.tokens[pair.last].tag} {shape}"
    if context.quote_at[pair.first] != context.quote_at[pair.trigger.first]:
        yield f"otherquote={where}"
