"""Who did it, and to whom? Choose among the noun phrases of the event's sentence."""

from collections.abc import Iterator, Mapping, Sequence

from riwaya.extract.context import Context, bucket, sorts_of
from riwaya.extract.pairing import (
    border_features,
    crossing_features,
    lemma_of,
    paired,
    path_features,
    shape_of,
)
from riwaya.extract.triggers import Trigger
from riwaya.knowledge.lexicon import frames
from riwaya.records.reading import Phrase, Tag, Token

_FARTHEST = 45
"""Tokens between an event and whoever takes part in it."""
_MOST_BETWEEN = 6

Taken = Mapping[int, Sequence[str]]
"""By noun phrase, the roles it was found to have in other events: "agent attack"."""


def nearby(context: Context, trigger: Trigger) -> list[int]:
    """Return the noun phrases that may take part in an event, in text order."""
    phrases = context.analysis.phrases
    found = []
    for number in context.phrases_of[context.sentence_at[trigger.first]]:
        phrase = phrases[number]
        between = max(phrase.first - trigger.last, trigger.first - phrase.last)
        alone = phrase.first == trigger.first and phrase.last <= trigger.last
        if between <= _FARTHEST and not alone:
            found.append(number)
    return found


def pair_features(
    context: Context, trigger: Trigger, number: int, others: Sequence[Trigger]
) -> list[str]:
    """Return what describes a noun phrase as seen from an event."""
    phrase = context.analysis.phrases[number]
    pair = paired(context, trigger, phrase.first, phrase.last)
    event, shape, lemma, where = trigger.event, pair.shape, pair.lemma, pair.where
    gap = bucket(pair.between[1] - pair.between[0])
    order = f"{where}{_rank(context, phrase, trigger, number)}"
    preposition = phrase.preposition
    head = context.keys[phrase.head]
    found = [
        order, f"{order} {shape}", f"{order} {event}", f"{order} {lemma}", f"{where} {gap}",
        f"{where} {gap} {shape}", f"{where} {preposition} {shape}", f"{where} {preposition} {event}",
        f"{where} {preposition} {lemma}", f"{order} {preposition} {shape}",
        f"{order} {preposition} {event} {shape}", f"head={head}", f"head={head} {event}",
        f"head={head} {where}", f"def={phrase.definite} {where} {shape}",
        f"size={min(phrase.last - phrase.first, 4)}",
    ]  # fmt: skip
    for kind in kinds(context, number):
        found += (
            f"s={kind} {event}", f"s={kind} {order}", f"s={kind} {order} {shape}",
            f"s={kind} {where} {preposition} {event}", f"s={kind} {lemma}",
        )  # fmt: skip
    found += path_features(context, pair)
    found += _agreement(context.tokens[trigger.first], context.tokens[phrase.head], where)
    found += crossing_features(context, pair, others, preposition)
    found += border_features(context, pair)
    cluster = context.clusters[phrase.head]
    found += [
        f"c={cluster} {event}", f"c={cluster} {order}", f"c={cluster} {where} {preposition} {shape}", f"c={cluster} {lemma}",
    ]  # fmt: skip
    found += _expected(context, trigger, phrase, order, shape)
    found += _governed(context, trigger, phrase, where, shape)
    found += _among_people(context, trigger, number, where, shape)
    found.append(f"head={head} {lemma}")
    if context.sentence(trigger.first).is_title:
        found += [f"title {order}", f"title {order} {preposition} {shape}"]
    if phrase.coordinated:
        found.append(f"coordinated={where} {shape}")
    return found


def _expected(
    context: Context, trigger: Trigger, phrase: Phrase, order: str, shape: str
) -> Iterator[str]:
    """Describe the role that the event's frame has for where the phrase stands."""
    frame = frames()[trigger.event]
    is_verb = context.tokens[trigger.first].tag is Tag.VERB
    first = phrase.preposition.split(" ")[0]
    if first:
        role = frame.prepositions.get(first, "other")
    elif is_verb:
        role = {"after0": frame.subject, "before0": frame.subject, "after1": frame.object}.get(
            order, "none"
        )
    else:
        role = frame.construct if order in ("after0", "after1") else "none"
    place = order.rstrip("0123456789")
    yield f"expects={role} {place} {shape}"
    yield f"expects={role} {order} {bool(first)}"
    yield f"frame={frame.name} {order} {shape}"
    yield f"frame={frame.name} {place} {phrase.preposition} {shape}"
    if context.animate[context.phrase_at[phrase.first]]:
        yield f"expects={role} people {order}"
        yield f"frame={frame.name} people {place} {phrase.preposition}"


def _governed(
    context: Context, trigger: Trigger, phrase: Phrase, where: str, shape: str
) -> Iterator[str]:
    """Describe the verb that an event noun stands behind, and whether this is its subject."""
    verb = context.governors[trigger.first]
    if verb < 0:
        yield f"ungoverned {where} {shape}"
        return
    lemma = lemma_of(context.tokens[verb])
    light = "light" in context.tokens[verb].morph.sorts
    if phrase.first == verb + 1:
        role = "subject"
    elif phrase.last == verb:
        role = "before"
    else:
        role = "between" if verb < phrase.first < trigger.first else "beyond"
    yield f"governed={role} {light} {shape} {phrase.preposition}"
    yield f"governed={role} {lemma} {shape}"
    yield f"governed={role} {lemma} {trigger.event}"


def _among_people(
    context: Context, trigger: Trigger, number: int, where: str, shape: str
) -> Iterator[str]:
    """Rank a noun phrase that names people among those of its side."""
    if not context.animate[number]:
        yield f"inanimate {where} {shape} {trigger.event}"
        return
    phrases = context.analysis.phrases
    own = context.phrases_of[context.sentence_at[trigger.first]]
    people = [n for n in own if context.animate[n]]
    if where == "after":
        rank = sum(trigger.last <= phrases[n].first < phrases[number].first for n in people)
    else:
        rank = sum(phrases[number].last <= phrases[n].first < trigger.first for n in people)
    rank = min(rank, 3)
    other = sum((phrases[n].first >= trigger.last) != (where == "after") for n in people)
    yield f"people={where}{rank}"
    yield f"people={where}{rank} {shape} {trigger.event}"
    yield f"people={where}{rank} {shape} {phrases[number].preposition}"
    yield f"people={where}{rank} {min(other, 2)} {shape}"


def shared_features(trigger: Trigger, number: int, taken: Taken) -> Iterator[str]:
    """Describe the roles that a noun phrase has in the other events of the sentence."""
    for role in taken.get(number, ()):
        yield f"has={role}"
        yield f"has={role} {trigger.event}"


def null_features(context: Context, trigger: Trigger) -> list[str]:
    """Return what describes an event that nobody is named for."""
    token = context.tokens[trigger.first]
    lemma, shape, event = lemma_of(token), shape_of(token), trigger.event
    title = context.sentence(trigger.first).is_title
    after = context.keys[trigger.last] if trigger.last < len(context.keys) else "$"
    before = context.keys[trigger.first - 1] if trigger.first else "^"
    return [
        "0", f"0 {event}", f"0 {lemma}", f"0 {shape}", f"0 {shape} {event}", f"0 n {after}",
        f"0 p {before}", f"0 {title}", f"0 {after} {lemma}", f"0 {before} {lemma}",
    ]  # fmt: skip


def _rank(context: Context, phrase: Phrase, trigger: Trigger, number: int) -> int:
    """Count the noun phrases between, up to a few."""
    edge = context.phrase_at[trigger.first]
    if edge < 0:
        phrases = context.analysis.phrases
        own = context.phrases_of[context.sentence_at[trigger.first]]
        if phrase.first >= trigger.last:
            before = [n for n in own if phrases[n].first < trigger.first]
            edge = before[-1] if before else own[0] - 1
        else:
            after = [n for n in own if phrases[n].first > trigger.first]
            edge = after[0] if after else own[-1] + 1
    return min(abs(number - edge), _MOST_BETWEEN)


def kinds(context: Context, number: int) -> list[str]:
    """Name the sorts of a noun phrase, by its head and by the nouns after it."""
    phrase = context.analysis.phrases[number]
    tokens = context.tokens
    head = tokens[phrase.head].morph
    found = dict.fromkeys(sorts_of(head))
    place = context.place_at[phrase.head]
    if place >= 0:
        found[f"place{context.analysis.places[place].certainty}"] = None
    if context.time_at[phrase.first] >= 0:
        found["time"] = None
    if tokens[phrase.first].tag is Tag.NUMBER:
        found["counted"] = None
    if not found:
        found["other" if head.lemmas else "unknown"] = None
    if head.events:
        found["event"] = None
    for position in range(phrase.head + 1, phrase.core):
        for sort in tokens[position].morph.sorts:
            found.setdefault(f"+{sort}")
    return list(found)


def _agreement(trigger: Token, head: Token, where: str) -> Iterator[str]:
    if trigger.tag is not Tag.VERB:
        return
    verb, noun = trigger.morph, head.morph
    if noun.gender != "-" and verb.verb_gender != "-":
        yield f"gender={where} {verb.verb_gender}{noun.gender}"
    yield f"number={where} {verb.number}{noun.number}"


def is_joined(context: Context, number: int) -> bool:
    """Tell whether a noun phrase stands right behind the one before it, joined by و."""
    phrase, before = context.analysis.phrases[number], context.analysis.phrases[number - 1]
    return phrase.coordinated and phrase.first - before.last <= 1


def joined_features(context: Context, trigger: Trigger, number: int) -> list[str]:
    """Return what describes a joined phrase as one more participant."""
    phrases = context.analysis.phrases
    before, phrase = phrases[number - 1], phrases[number]
    first, second = kinds(context, number - 1), kinds(context, number)
    head = context.tokens[phrase.head].morph
    return [
        "b", f"event={trigger.event}", f"definite={before.definite} {phrase.definite}",
        f"happens={bool(head.events)}", f"preposition={before.preposition} {phrase.preposition}",
        f"heads={context.keys[before.head]} {context.keys[phrase.head]}", f"shared={bool(set(first) & set(second))}",
        *(f"kind={kind}" for kind in second), *(f"kinds={a} {b}" for a in first[:2] for b in second[:2]),
        f"verb={phrase.last < len(context.tokens) and context.tokens[phrase.last].tag is Tag.VERB}",
    ]  # fmt: skip
