"""Who is meant? Tie the noun phrases of claims to actors, and sources to sides."""

from collections.abc import Mapping, Sequence
from datetime import date

from riwaya.errors import UnknownChoiceError
from riwaya.extract.context import Context
from riwaya.knowledge.actors import actor as listed
from riwaya.knowledge.sides import side
from riwaya.records.claim import Actor, Participant, Side
from riwaya.records.reading import ActorMention

_GENERIC = "generic:"


def actors_of(context: Context) -> Mapping[int, Actor]:
    """Return who is meant by each noun phrase that names an actor, by its number.

    Of several actors that a phrase names, the one at its head is meant, else the first.
    """
    found: dict[int, ActorMention] = {}
    for mention in context.analysis.actors:
        for number in dict.fromkeys(context.phrase_at[mention.first : mention.last]):
            if number < 0 or mention.actor is None:
                continue
            head = context.analysis.phrases[number].head
            if number not in found or mention.first <= head < mention.last:
                found[number] = mention
    return {
        number: Actor(
            id=mention.actor,
            name=mention.name or mention.actor,
            kind=mention.kind,
            country=mention.country,
        )
        for number, mention in found.items()
        if mention.actor is not None
    }


def side_of(
    source: Actor | None,
    agents: Sequence[Participant],
    targets: Sequence[Participant],
    on: date | None,
) -> Side | None:
    """Tell whose doings or losses a source speaks of, None where that cannot be known."""
    if source is None:
        return None
    for participants in (targets, agents):
        sides = {
            _between(source, each.actor, on) for each in participants if each.actor is not None
        } - {None}
        for likely in (Side.OWN, Side.OPPOSING, Side.THIRD):
            if likely in sides:
                return likely
    return None


def _between(source: Actor, other: Actor, on: date | None) -> Side | None:
    if source.id == other.id:
        return Side.OWN
    if source.id.startswith(_GENERIC) or other.id.startswith(_GENERIC):
        return None
    try:
        return side(listed(source.id), listed(other.id), on)
    except UnknownChoiceError:
        return None
