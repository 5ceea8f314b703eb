"""Find who was named before that a phrase refers to: التنظيم, القوات الحكومية, قواته."""

from collections.abc import Callable, Iterator
from itertools import islice

from riwaya.analyze.actor_context import first_words, of_nation
from riwaya.analyze.actor_heads import Head, Reading
from riwaya.analyze.actor_mention import led_by, mention_of
from riwaya.analyze.actor_phrases import GENERIC, the_only
from riwaya.arabic.letters import name_form
from riwaya.knowledge.actor_entries import Actor, ActorKind, Relation
from riwaya.knowledge.actor_sorts import Cue, Part, sorts
from riwaya.knowledge.actors import actor as actor_of
from riwaya.records.reading import ActorMention, ActorUse, Phrase, Sentence

_FARTHEST_BACK = 150
"""Mentions back to which a word like التنظيم may refer."""
_ARMED_KINDS = frozenset((ActorKind.ARMED_GROUP, ActorKind.JIHADIST, ActorKind.MILITIA))
_ARMED_SECTORS = frozenset(("MIL", "REB", "UAF", "SPY", "COP"))
_FEMININE = ("ه", "ات", "ا")
_MASCULINE_PRONOUN, _FEMININE_PRONOUN, _PLURAL_PRONOUN = "ه", "ها", "هم"
_WITH_OWNERS = frozenset((*_ARMED_KINDS, "state_forces", "police", "intelligence", "unidentified"))
"""Kinds of those whom a pronoun on their noun gives to somebody (قواته, not معارضيه)."""
_SPEAKING = (["sources"], ["officials"], ["speakers"], ["journalists"], ["outlet"], ["activists"])
"""Sorts of those who tell of events, not of those whom events befall."""
_UNITS_OF_ANYBODY = frozenset(("forces", "gunmen", "fighters", "elements", "aircraft", "soldiers"))
_CALLED = frozenset((ActorUse.NAME, ActorUse.SHORT, ActorUse.DESCRIPTION, ActorUse.LEADER))
_FOR_A_BODY = (Relation.COMMANDS, Relation.SPEAKS_FOR)
_NEAR = 60
"""How many tokens back a pronoun or a group without a fitting name may look."""


def referred(reading: Reading, head: Head) -> ActorMention | None:
    """Return the mention of whoever was named before, None where nobody fits."""
    split = reading.text.spelled[head.at].split
    if split.pronoun:
        return _by_pronoun(reading, head, split.pronoun)
    if not split.definite or head.rest or head.sort.part is Part.PEOPLE:
        return None
    if not head.bare and not head.adjective:
        return None
    found = _latest(reading, head, _named_like(reading, head))
    if found is None:
        found = _latest(reading, head, _of_kind(reading, head))
    if found is None:
        return None
    return _again(reading, head, found, 0.7)


def others(reading: Reading, phrase: Phrase, sentence: Sentence) -> ActorMention | None:
    """Read خمسة آخرون as more of the people who were spoken of last in the sentence."""
    if Cue.OTHERS not in reading.text.spelled[phrase.head].cues:
        return None
    for each in reversed(reading.before):
        if each.first < sentence.first:
            return None
        is_people = each.how in (ActorUse.PATTERN, ActorUse.DESCRIPTION, ActorUse.LEADER)
        if is_people and (each.actor or "").split(":")[1:2] not in _SPEAKING:
            return _moved(reading, each, phrase, 0.5)
    return None


def _by_pronoun(reading: Reading, head: Head, pronoun: str) -> ActorMention | None:
    if head.sort.part is Part.PEOPLE or head.sort.kind not in _WITH_OWNERS:
        return None
    for each in _back(reading, head.phrase.first - _NEAR):
        if not _agrees(reading, each, pronoun):
            continue
        if _is_generic(each):
            if sorts()[(each.actor or GENERIC).split(":")[1]].part is Part.PEOPLE:
                continue
            return _moved(reading, each, head.phrase, 0.5)
        body = _forces_of(reading, head, actor_of(each.actor or ""))
        if body is not None:
            where = head.phrase.first, head.phrase.last
            return mention_of(reading.text, where, body, ActorUse.REFERENCE, 0.6)
    return None


def _forces_of(reading: Reading, head: Head, owner: Actor) -> Actor | None:
    """Return the body of whoever a pronoun stands for: a leader's, a government's, or itself."""
    if owner.kind == ActorKind.PERSON:
        return led_by(owner, reading.about.on)
    if owner.kind == ActorKind.GOVERNMENT and head.sort.state and owner.country:
        army = the_only(of_nation(head.sort.state, owner.country, reading.about.on))
        return army or owner
    return owner


def _agrees(reading: Reading, mention: ActorMention, pronoun: str) -> bool:
    if pronoun == _PLURAL_PRONOUN:
        return mention.kind in _ARMED_KINDS and not _is_generic(mention)
    if pronoun not in (_MASCULINE_PRONOUN, _FEMININE_PRONOUN):
        return False
    return _is_feminine(reading, mention) is (pronoun == _FEMININE_PRONOUN)


def _is_generic(mention: ActorMention) -> bool:
    return mention.actor is None or mention.actor.startswith(GENERIC)


def _is_feminine(reading: Reading, mention: ActorMention) -> bool:
    if mention.kind == ActorKind.PERSON:
        return False
    if mention.how is ActorUse.METONYM:
        return True
    spelled = reading.text.spelled[mention.first]
    return name_form(spelled.split.stem).endswith(_FEMININE)


def _named_like(reading: Reading, head: Head) -> Callable[[Actor], bool]:
    """Ask for an actor one of whose names begins with the noun: التنظيم is تنظيم الدولة."""
    spelled = reading.text.spelled[head.at]
    nouns = {name_form(spelled.split.stem), name_form(spelled.stem)}
    if head.sort.name in _UNITS_OF_ANYBODY:
        # Everybody has forces: only who is called so by name is meant.
        return lambda actor: name_form(actor.name).split()[0].removeprefix("ال") in nouns
    return lambda actor: not nouns.isdisjoint(first_words(actor.id))


def _of_kind(reading: Reading, head: Head) -> Callable[[Actor], bool]:
    name, kind = head.sort.name, head.sort.kind
    noun = reading.text.spelled[head.at].sort
    if name == "officers":
        return lambda actor: (
            actor.kind == ActorKind.PERSON and actor.plover_sector in _ARMED_SECTORS
        )
    if name in ("group", "militia"):
        return lambda actor: actor.kind in _ARMED_KINDS
    if noun is not None and noun.name == "forces" and kind == ActorKind.STATE_FORCES:
        return lambda actor: actor.kind == ActorKind.STATE_FORCES
    return lambda _: False


def _latest(reading: Reading, head: Head, fits: Callable[[Actor], bool]) -> ActorMention | None:
    noun = reading.text.spelled[head.at].stem
    for each in islice(_back(reading, 0), _FARTHEST_BACK):
        if each.actor is None or each.how is ActorUse.METONYM:
            continue
        if head.sort.named and not head.nation and reading.text.spelled[each.first].stem == noun:
            if each.how in _CALLED or _is_named_unit(each, head):
                return each
            continue
        if each.actor.startswith(GENERIC):
            if head.sort.named and _is_named_unit(each, head):
                return each
            continue
        actor = actor_of(each.actor)
        if head.nation and actor.country != head.country:
            continue
        if fits(actor):
            return each
        body = led_by(actor, reading.about.on, relations=_FOR_A_BODY)
        if body is not None and fits(body):
            where = head.phrase.first, head.phrase.last
            return mention_of(reading.text, where, body, ActorUse.REFERENCE, 0.8)
    return None


def _is_named_unit(mention: ActorMention, head: Head) -> bool:
    """Tell whether somebody unlisted has a name and the same sort: الكتيبة for كتيبة الفجر."""
    identity = (mention.actor or "").removeprefix(GENERIC)
    return identity.split(":")[0] == head.sort.name and not identity.isascii()


def _back(reading: Reading, begin: int) -> Iterator[ActorMention]:
    for each in reversed(reading.before):
        if each.first < begin:
            return
        yield each


def _again(reading: Reading, head: Head, found: ActorMention, certainty: float) -> ActorMention:
    return _moved(reading, found, head.phrase, certainty * max(found.certainty, 0.7))


def _moved(reading: Reading, found: ActorMention, phrase: Phrase, certainty: float) -> ActorMention:
    return found._replace(
        first=phrase.first,
        last=phrase.last,
        start=reading.text.tokens[phrase.first].start,
        end=reading.text.tokens[phrase.last - 1].end,
        how=ActorUse.REFERENCE,
        certainty=round(certainty, 2),
        rivals=(),
    )
