"""How a listed actor is written down where it is found, and whom a person leads."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from riwaya.knowledge.actor_entries import Actor, ActorId, Relation
from riwaya.knowledge.actor_sorts import Spelling
from riwaya.knowledge.actors import actor
from riwaya.records.reading import ActorMention, ActorUse, Sentence, Token


class Text(NamedTuple):
    """The tokens of a report, and what each can say of actors."""

    tokens: Sequence[Token]
    spelled: Sequence[Spelling]
    sentences: Sequence[Sentence]


def led_by(
    person: Actor, on: date | None, *, relations: Collection[Relation] = (Relation.COMMANDS,)
) -> Actor | None:
    """Return the body that a person led on a day, None if there is none."""
    for each in person.affiliations:
        if each.relation in relations and each.period.holds(on):
            return actor(each.actor)
    return None


def mention_of(
    text: Text,
    where: tuple[int, int],
    actor: Actor,
    how: ActorUse,
    certainty: float,
    rivals: tuple[ActorId, ...] = (),
) -> ActorMention:
    """Return the mention of a listed actor."""
    first, last = where
    return ActorMention(
        first=first,
        last=last,
        start=text.tokens[first].start,
        end=text.tokens[last - 1].end,
        actor=actor.id,
        name=actor.english,
        kind=actor.kind.value,
        country=actor.country,
        how=how,
        certainty=round(certainty, 2),
        rivals=rivals,
    )
