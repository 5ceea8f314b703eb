"""Say whom a noun phrase means by what it tells: by body, nation, sort, or a unit's name.

A phrase takes the first of: the body named beside its people (عناصر داعش), whoever was named before
that it refers to, the body of its nation (جنود أتراك), and a sort of actors.
"""

from collections.abc import Sequence

from riwaya.analyze.actor_context import of_nation
from riwaya.analyze.actor_heads import ARTICLE, ORGANS, Head, Reading, adjectival
from riwaya.analyze.actor_mention import led_by, mention_of
from riwaya.arabic.letters import name_form
from riwaya.arabic.particles import PARTITIVE
from riwaya.knowledge.actor_entries import Actor, ActorKind
from riwaya.knowledge.actor_sorts import Cue, Part
from riwaya.knowledge.actors import actor as actor_of
from riwaya.records.reading import ActorMention, ActorUse

GENERIC = "generic:"
_BY = "ب"
_LONGEST_NAME = 4
_REACH = 3
"""How many words may stand between people and the name of their body."""
_OFFICES = frozenset(("officials", "speakers", "leaders", "officers"))


def _owner(reading: Reading, head: Head) -> ActorMention | None:
    """Return the listed name of the body that people are said to be of."""
    tokens, spelled = reading.text.tokens, reading.text.spelled
    inside = head.phrase.last
    for at in range(head.phrase.head + 1, min(inside + _REACH + 1, len(tokens))):
        found = reading.named.get(at)
        if found is not None:
            return found if at < inside or not tokens[at].morph.conjunction else None
        if Cue.AGAINST in spelled[at].cues:
            return None
        if at >= inside and not _is_link(reading, at):
            return None
    return None


def of_owner(reading: Reading, head: Head) -> ActorMention | None:
    """Return the mention of people by the body named beside them."""
    owner = _owner(reading, head) if head.sort.part is not Part.PEOPLE else None
    if owner is None or owner.actor is None:
        return _of_adjective(reading, head) if head.sort.part is not Part.PEOPLE else None
    after = reading.named.get(owner.last)
    if after is not None and after.kind == ActorKind.PERSON and owner.kind != ActorKind.PERSON:
        owner = after
    if owner.kind == ActorKind.PERSON and _is_apposed(reading, head, owner):
        return owner._replace(
            first=head.phrase.first,
            last=max(head.phrase.last, owner.last),
            start=reading.text.tokens[head.phrase.first].start,
            end=max(owner.end, reading.text.tokens[head.phrase.last - 1].end),
            how=ActorUse.DESCRIPTION,
        )
    if owner.kind in ORGANS and head.sort.name != "journalists":
        return None
    return _by_owner(reading, head, owner)


def _by_owner(reading: Reading, head: Head, owner: ActorMention) -> ActorMention | None:
    """Return the mention of people of a body: a leader's, a state's, or the one named."""
    if owner.actor is None or owner.actor.startswith(GENERIC):
        return None
    if owner.kind == ActorKind.PERSON and head.phrase.preposition == _BY:
        # Who heads somebody else is no body of theirs: برئاسة المالكي.
        return None
    body: Actor | None = actor_of(owner.actor)
    how = ActorUse.DESCRIPTION
    if owner.kind == ActorKind.PERSON:
        how, body = ActorUse.LEADER, led_by(actor_of(owner.actor), reading.about.on)
    elif owner.how is ActorUse.METONYM:
        body = the_only(of_nation(head.sort.state, owner.country or "", reading.about.on))
    if body is None:
        return generic(reading, head, country=owner.country)
    where = head.phrase.first, max(head.phrase.last, owner.last)
    return mention_of(reading.text, where, body, how, owner.certainty * 0.9)


def _is_apposed(reading: Reading, head: Head, name: ActorMention) -> bool:
    """Tell a person with an office (وزير الإعلام معمر الإرياني) from their people (مستشار حفتر)."""
    if head.sort.part is Part.PEOPLE or name.first > head.phrase.last:
        return False
    at = head.phrase.head
    sort = reading.text.spelled[at].sort
    return (
        sort is not None
        and sort.name in _OFFICES
        and (reading.text.spelled[at].split.definite or name.first - at > 1)
    )


def _of_adjective(reading: Reading, head: Head) -> ActorMention | None:
    """Return the mention of people by an adjective made of a listed name: مسلحين حوثيين."""
    for at in head.rest:
        body = adjectival(reading.text.tokens[at].form, reading.about.on)
        if body is not None:
            where = head.phrase.first, head.phrase.last
            return mention_of(reading.text, where, body, ActorUse.DESCRIPTION, 0.8)
    return None


def of_state(reading: Reading, head: Head) -> ActorMention | None:
    """Return the body of a nation: by its sort (جنود أتراك), or at home by its words (الجيش)."""
    about = reading.about
    if head.nation:
        plain = head.bare or head.adjective or (head.sort.name == "aircraft" and not head.rest)
        found = (
            the_only(of_nation(head.sort.state, head.country or "", about.on)) if plain else None
        )
        certainty = 0.7
    else:
        found = the_only(of_nation(_words(reading, head), about.home or "", about.on))
        certainty = 0.6
    if found is None or (head.nation and not head.sort.state):
        return None
    where = head.phrase.first, head.phrase.last
    return mention_of(reading.text, where, found, ActorUse.DESCRIPTION, certainty)


def of_acting_state(reading: Reading, head: Head) -> ActorMention | None:
    """Return the government of the nation of an event."""
    found = the_only(of_nation(head.sort.state, head.country or "", reading.about.on))
    where = head.phrase.first, head.phrase.last
    if found is not None:
        return mention_of(reading.text, where, found, ActorUse.METONYM, 0.6)
    mention = generic(reading, head)
    return mention._replace(how=ActorUse.METONYM) if mention else None


def generic(reading: Reading, head: Head, *, country: str | None = None) -> ActorMention | None:
    """Return the mention of somebody who is not listed."""
    name = _unit_name(reading, head)
    if head.sort.silent or (not name and _is_abstract(reading, head)):
        return None
    code = country or (head.country if head.nation else reading.about.home)
    people = "" if code or not head.nation else head.nation.lower()
    identity = ":".join(part for part in (head.sort.name, code or people, name_form(name)) if part)
    label = f"{head.sort.english} ({code or head.nation})" if code or people else head.sort.english
    tokens, phrase = reading.text.tokens, head.phrase
    return ActorMention(
        first=phrase.first,
        last=phrase.last,
        start=tokens[phrase.first].start,
        end=tokens[phrase.last - 1].end,
        actor=GENERIC + identity.replace(" ", "_"),
        name=name or label,
        kind=head.sort.kind,
        country=code,
        how=ActorUse.PATTERN,
        certainty=0.7 if head.nation or country else 0.6,
    )


def _is_abstract(reading: Reading, head: Head) -> bool:
    """Tell whether a noun of units may be one of deeds: تنظيم احتجاجات, حركة السير."""
    spelled = reading.text.spelled[head.at]
    is_counted = head.at > head.phrase.first or spelled.split.stem != spelled.stem
    told = head.nation or head.adjective or head.phrase.definite or is_counted or not head.bare
    is_part = head.sort.name == "brigade" and head.bare and not is_counted and not head.nation
    return head.sort.named and (is_part or not told)


def the_only(found: Sequence[Actor]) -> Actor | None:
    """Return the one body among those found; None where there are several, or only people."""
    bodies = [each for each in found if each.kind != ActorKind.PERSON]
    return bodies[0] if len(bodies) == 1 else None


def _is_link(reading: Reading, at: int) -> bool:
    token, spelled = reading.text.tokens[at], reading.text.spelled[at]
    if Cue.LINK in spelled.cues or spelled.name == name_form(PARTITIVE):
        return True
    is_people = spelled.sort is not None and spelled.sort.part is Part.MEMBERS
    return not token.morph.conjunction and ("bound" in token.morph.sorts or is_people)


def _words(reading: Reading, head: Head) -> str:
    """Return a definite phrase without what is written on it; "" where it cannot be completed."""
    spelled, core = reading.text.spelled, head.phrase.core
    split = spelled[head.at].split
    if not head.phrase.definite or split.pronoun or core - head.at > _LONGEST_NAME:
        return ""
    first = ARTICLE + split.stem if split.definite else split.stem
    return " ".join((first, *(reading.text.tokens[i].form for i in range(head.at + 1, core))))


def _unit_name(reading: Reading, head: Head) -> str:
    """Return the name of a unit that is not listed, as it is written; "" where it has none."""
    if not head.sort.named or not head.rest or head.rest[0] != head.at + 1:
        return ""
    tokens = reading.text.tokens
    last = head.at + 1
    while last in head.rest and last <= head.at + _LONGEST_NAME:
        last += 1
    noun = reading.text.spelled[head.at].split.stem
    return " ".join((noun, *(tokens[i].text for i in range(head.at + 1, last))))
