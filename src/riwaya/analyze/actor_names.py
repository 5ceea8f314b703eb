"""Find the listed actors that a report names, and choose among those that share a name."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from riwaya.analyze.actor_context import Context, context
from riwaya.analyze.actor_mention import Text, mention_of
from riwaya.analyze.metonyms import is_governed
from riwaya.arabic.time_words import TIME_WORDS
from riwaya.knowledge.actor_entries import Actor, ActorKind
from riwaya.knowledge.actor_sorts import Cue, Part
from riwaya.knowledge.actors import Candidate, NameUse, registry
from riwaya.records.reading import ActorMention, ActorUse, PlaceMention, Tag

_AND = "و"
_TIE = 0.5
"""How much better the first of two must fit to be chosen where only the report tells them apart."""
_STRONG = 1.5
"""The fit that is half the report's mentions of the actor's country."""
_SOME = 0.9
_REACH_OF_FORMER = 3
_ORGANS = frozenset((ActorKind.MEDIA, ActorKind.WIRE))
_USES = {
    NameUse.NAME: ActorUse.NAME,
    NameUse.VARIANTS: ActorUse.NAME,
    NameUse.TITLES: ActorUse.TITLE,
    NameUse.SHORT: ActorUse.SHORT,
    NameUse.METONYMS: ActorUse.METONYM,
}
_CERTAINTY = {
    ActorUse.NAME: 0.95,
    ActorUse.LEADER: 0.9,
    ActorUse.DESCRIPTION: 0.9,
    ActorUse.TITLE: 0.85,
    ActorUse.SHORT: 0.8,
    ActorUse.METONYM: 0.75,
}


class _Seen(NamedTuple):
    """A name that begins at a token, and everyone who bears it."""

    first: int
    last: int
    candidates: tuple[Candidate, ...]


def names(
    text: Text, places: Sequence[PlaceMention], on: date | None
) -> tuple[list[ActorMention], Context]:
    """Return the listed actors that are named, in text order, and what the report makes plain."""
    seen = list(_seen(text, on))
    sure = [each.candidates[0].actor for each in seen if _is_plain(text, each)]
    about = context(text.tokens, places, sure, on)
    found: list[ActorMention] = []
    for each in seen:
        who = _chosen(text, each, about) or _joined(text, each, found)
        if who:
            found.append(_mention(text, each, who, about))
    return _with_holders(text, found), about


def _seen(text: Text, on: date | None) -> Iterator[_Seen]:
    forms = [each.name for each in text.spelled]
    begins = [at for at, each in enumerate(text.spelled) if each.begins]
    ends = iter(sentence.last for sentence in text.sentences)
    past, limit = 0, 0
    for position in begins:
        if position < past or text.tokens[position].morph.function:
            continue
        while limit <= position:
            limit = next(ends)
        found = registry().match(forms, position, on=on)
        if found is None:
            continue
        last = _without_marks(text, position, found.words)
        candidates = tuple(c for c in found.candidates if not _is_to_come(c.actor, on))
        if candidates and last <= limit:
            yield _Seen(position, last, candidates)
            past = last


def _without_marks(text: Text, first: int, size: int) -> int:
    """Return the end of a name without the marks that stand behind it."""
    last = first + size
    while last > first + 1 and text.tokens[last - 1].tag is Tag.MARK:
        last -= 1
    return last


def _is_to_come(actor: Actor, on: date | None) -> bool:
    """Tell whether an actor came into being only after the report."""
    return bool(on and actor.existed.since and on < actor.existed.since)


def _is_plain(text: Text, seen: _Seen) -> bool:
    """Tell whether a name means one actor whatever the report is about."""
    sure = [each for each in seen.candidates if each.use <= NameUse.TITLES]
    return len(sure) == 1 and not _is_doubtful(text, seen, sure[0].actor)


def _is_doubtful(text: Text, seen: _Seen, actor: Actor) -> bool:
    """Tell whether a full name may be a common word, or part of another person's name."""
    if seen.last - seen.first > 1:
        return False
    token = text.tokens[seen.first]
    is_word = bool(token.morph.lemmas) and "force" not in token.morph.sorts
    return is_word or (actor.kind not in _ORGANS and _is_behind_a_name(text, seen.first))


def _is_behind_a_name(text: Text, position: int) -> bool:
    """Tell whether an unknown word, such as a first name, stands before a surname."""
    before = text.tokens[position - 1] if position else None
    if before is None or before.tag is not Tag.NOUN or text.tokens[position].morph.conjunction:
        return False
    spelled = text.spelled[position - 1]
    known = before.morph.lemmas or before.morph.nation or before.morph.definite
    return not (known or spelled.sort or spelled.cues)


def _is_before_a_name(text: Text, position: int) -> bool:
    """Tell whether an unknown word with an article, such as a surname, stands behind a name."""
    after = text.tokens[position] if position < len(text.tokens) else None
    if after is None or after.tag is not Tag.NOUN or not after.morph.definite:
        return False
    spelled = text.spelled[position]
    known = after.morph.lemmas or after.morph.nation or after.morph.conjunction
    return not (known or spelled.sort or spelled.cues or after.form in TIME_WORDS)


def _chosen(text: Text, seen: _Seen, about: Context) -> tuple[Candidate, ...]:
    """Return whom a name means, then those it may mean as well; nobody where that is not plain."""
    fitting = [c for c in seen.candidates if _is_meant(text, seen, c, about)]
    if not fitting:
        return ()
    scored = sorted(
        fitting,
        key=lambda c: (-_score(c, about), not c.actor.existed.holds(about.on), c.actor.id),
    )
    first, *others = scored
    is_tied = bool(others) and _score(first, about) - _score(others[0], about) < _TIE
    if is_tied and first.use >= NameUse.SHORT:
        return ()
    return tuple(scored)


def _joined(text: Text, seen: _Seen, before: Sequence[ActorMention]) -> tuple[Candidate, ...]:
    """Take a state that is joined to one that speaks or acts: واشنطن ولندن."""
    last = before[-1] if before else None
    if last is None or last.how is not ActorUse.METONYM or last.last != seen.first:
        return ()
    if not text.tokens[seen.first].form.startswith(_AND):
        return ()
    return tuple(c for c in seen.candidates if c.use is NameUse.METONYMS)[:1]


def _score(candidate: Candidate, about: Context) -> float:
    is_full = candidate.use <= NameUse.TITLES
    lives = candidate.actor.existed.holds(about.on)
    return about.fit(candidate.actor) + (2 if is_full else 0) + (1 if lives else 0)


def _is_meant(text: Text, seen: _Seen, candidate: Candidate, about: Context) -> bool:
    actor, use = candidate
    if use is NameUse.METONYMS:
        return is_governed(text.tokens, text.spelled, seen.first, seen.last)
    if use is NameUse.SHORT:
        return _is_meant_in_short(text, seen, actor, about)
    if not _is_doubtful(text, seen, actor):
        return True
    return actor.id in about.named or (
        actor.kind != ActorKind.PERSON and _stands_alone(text, seen) and about.fit(actor) >= _SOME
    )


def _is_meant_in_short(text: Text, seen: _Seen, actor: Actor, about: Context) -> bool:
    if not actor.existed.holds(about.on) or not _stands_alone(text, seen):
        return False
    is_person = actor.kind == ActorKind.PERSON
    if is_person and (_is_behind_a_name(text, seen.first) or _is_before_a_name(text, seen.last)):
        return False
    if actor.id in about.named:
        return True
    morph = text.tokens[seen.first].morph
    is_word = seen.last - seen.first == 1 and morph.lemmas and "force" not in morph.sorts
    if actor.kind in _ORGANS or is_word:
        return False
    return about.fit(actor) >= (_STRONG if actor.kind == ActorKind.PERSON else _SOME)


def _stands_alone(text: Text, seen: _Seen) -> bool:
    """Tell whether a short name is no adjective of the noun before it (الدول العربية)."""
    if seen.last - seen.first > 1 or not seen.first:
        return True
    before, token = text.tokens[seen.first - 1], text.tokens[seen.first]
    if before.tag is not Tag.NOUN or token.morph.conjunction or token.morph.preposition:
        return True
    return not (before.morph.definite and token.morph.definite)


def _mention(
    text: Text, seen: _Seen, chosen: tuple[Candidate, ...], about: Context
) -> ActorMention:
    first, *others = chosen
    how = _how(text, seen, first, about.on)
    certainty = _CERTAINTY[how] * (0.6 if others else 1.0)
    if not first.actor.existed.holds(about.on):
        certainty *= 0.8
    if about.is_elsewhere(first.actor):
        certainty *= 0.6
    return mention_of(
        text,
        (seen.first, seen.last),
        first.actor,
        how,
        certainty,
        tuple(o.actor.id for o in others),
    )


def _how(text: Text, seen: _Seen, chosen: Candidate, on: date | None) -> ActorUse:
    """Tell a force by its leader, and one by what it is, from one by its name."""
    sort = text.spelled[seen.first].sort
    is_named = chosen.use is not NameUse.VARIANTS or seen.last - seen.first == 1
    if is_named or sort is None or chosen.actor.kind == ActorKind.PERSON:
        return _USES[chosen.use]
    words = tuple(text.spelled[at].name for at in range(seen.first + 1, seen.last))
    if _leader_in(words, on):
        return ActorUse.LEADER
    return ActorUse.DESCRIPTION if sort.part is Part.MEMBERS else ActorUse.NAME


@lru_cache(maxsize=4096)
def _leader_in(words: tuple[str, ...], on: date | None) -> bool:
    """Tell whether words name a person who leads a body."""
    for at in range(len(words)):
        found = registry().match(words, at, on=on)
        if found:
            who = found.candidates[0].actor
            return who.kind == ActorKind.PERSON and at + found.words == len(words)
    return False


def _with_holders(text: Text, found: Sequence[ActorMention]) -> list[ActorMention]:
    """Give a title to the person named behind it, and to nobody once it is no longer held."""
    kept: list[ActorMention] = []
    for number, each in enumerate(found):
        if each.how is not ActorUse.TITLE:
            kept.append(each)
            continue
        after = found[number + 1] if number + 1 < len(found) else None
        reach = after.first if after else each.last + _REACH_OF_FORMER
        between = range(each.last, min(reach, each.last + _REACH_OF_FORMER, len(text.tokens)))
        is_former = any(Cue.FORMER in text.spelled[at].cues for at in between)
        is_next = after is not None and after.first - each.last <= 1 + is_former
        if after and is_next and after.kind == ActorKind.PERSON and _are_nouns(text, between):
            kept.append(each._replace(actor=after.actor, name=after.name, country=after.country))
        elif not is_former:
            kept.append(each)
    return kept


def _are_nouns(text: Text, between: range) -> bool:
    return all(text.tokens[at].tag is Tag.NOUN for at in between)
