"""Find the actors that a report speaks of: listed ones, and others by what they are."""

from collections.abc import Iterator, Sequence
from datetime import date

from riwaya.analyze.actor_heads import Reading, head_of
from riwaya.analyze.actor_mention import Text
from riwaya.analyze.actor_names import names
from riwaya.analyze.actor_phrases import GENERIC, generic, of_acting_state, of_owner, of_state
from riwaya.analyze.actor_references import others, referred
from riwaya.analyze.metonyms import is_governed
from riwaya.knowledge.actor_sorts import sorts, spelled
from riwaya.records.reading import (
    ActorMention,
    ActorUse,
    Phrase,
    PlaceMention,
    Sentence,
    Token,
)

_GOVERNMENT = "government"
_STATES = frozenset(("country", "capital"))


def actor_mentions(
    tokens: Sequence[Token],
    sentences: Sequence[Sentence],
    phrases: Sequence[Phrase],
    places: Sequence[PlaceMention],
    *,
    on: date | None,
) -> list[ActorMention]:
    """Return the actors in text order; a phrase stands before the names inside it.

    `on` is the day of the report: names, titles and affiliations are read as they held then.
    """
    text = Text(tokens, [spelled(token.form) for token in tokens], sentences)
    named, about = names(text, places, on)
    covered = {at for each in named for at in range(each.first, each.last)}
    named += _governments(text, places, covered)
    named.sort(key=lambda each: each.first)
    sure = (place for place in places if place.certainty > 1)
    where = frozenset(at for place in sure for at in range(place.first, place.last))
    starts = {each.first: each for each in named}
    reading = Reading(text, about, starts, frozenset(covered), where, [])
    waiting = iter(named)
    found: list[ActorMention] = []
    following = next(waiting, None)
    for sentence, phrase in _with_sentences(sentences, phrases):
        while following is not None and following.first <= phrase.first:
            reading.before.append(following)
            following = next(waiting, None)
        if found and phrase.first < found[-1].last:
            continue
        mention = _of_phrase(reading, phrase, sentence)
        if mention is not None:
            found.append(mention)
            reading.before.append(mention)
    return sorted((*named, *found), key=lambda each: (each.first, -each.last))


def _of_phrase(reading: Reading, phrase: Phrase, sentence: Sentence) -> ActorMention | None:
    word, token = reading.text.spelled[phrase.head], reading.text.tokens[phrase.head]
    tells = word.sort or word.cues or token.morph.nation or phrase.head > phrase.first
    if phrase.head in reading.covered:
        rest = _behind_name(reading, phrase)
        return _of_phrase(reading, rest, sentence) if rest else None
    if not tells:
        return None
    head = head_of(reading, phrase)
    if head is None or head.at in reading.covered:
        return others(reading, phrase, sentence)
    if head.of_event:
        return of_acting_state(reading, head)
    return (
        of_owner(reading, head)
        or referred(reading, head)
        or of_state(reading, head)
        or generic(reading, head)
    )


def _behind_name(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Return what stands in a phrase behind a name where it is the name's own: حفتر قواته."""
    at = next((i for i in range(phrase.head, phrase.core) if i not in reading.covered), None)
    if at is None or not reading.text.spelled[at].split.pronoun:
        return None
    if reading.text.spelled[at].sort is None:
        return None
    return phrase._replace(first=at, head=at, preposition="", definite=True)


def _with_sentences(
    sentences: Sequence[Sentence], phrases: Sequence[Phrase]
) -> Iterator[tuple[Sentence, Phrase]]:
    number = 0
    for phrase in phrases:
        while sentences[number].last <= phrase.first:
            number += 1
        yield sentences[number], phrase


def _governments(
    text: Text, places: Sequence[PlaceMention], covered: set[int]
) -> Iterator[ActorMention]:
    """Yield the governments for which a country or a capital stands that the registry lacks."""
    sort = sorts()[_GOVERNMENT]
    for place in places:
        if place.kind not in _STATES or not place.country or place.name in covered:
            continue
        if place.certainty and is_governed(text.tokens, text.spelled, place.name, place.last):
            yield ActorMention(
                first=place.name,
                last=place.last,
                start=text.tokens[place.name].start,
                end=place.end,
                actor=f"{GENERIC}{_GOVERNMENT}:{place.country}",
                name=f"{sort.english} ({place.country})",
                kind=sort.kind,
                country=place.country,
                how=ActorUse.METONYM,
                certainty=0.6,
            )
