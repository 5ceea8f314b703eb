"""Who is on whose side: what follows from affiliations and from the camps of a conflict."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType
from typing import Any, NamedTuple

from riwaya.errors import TableError, UnknownChoiceError
from riwaya.knowledge.actor_entries import Actor, ActorId, Period, Relation, period_from
from riwaya.knowledge.actors import actor as actor_of
from riwaya.records.claim import Side

_TABLE = "conflicts.toml"
_ONE_BODY = (Relation.MEMBER_OF, Relation.COMMANDS, Relation.SPEAKS_FOR, Relation.PART_OF,
             Relation.PREDECESSOR)  # fmt: skip
_PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A conflict: what its camps are, and which of them fight or help each other, and when."""

    name: str
    english: str
    camps: Mapping[str, str]
    opposed: Mapping[frozenset[str], Period]
    allied: Mapping[frozenset[str], Period]


class Body(NamedTuple):
    """An actor that another belongs to, and over how many affiliations; 0 for itself."""

    actor: Actor
    steps: int


@cache
def conflicts() -> Mapping[str, Conflict]:
    """Return every conflict by its name.

    Raises:
        TableError: a pair is none, or names a camp that the conflict has not.
    """
    table = files("riwaya.knowledge") / "tables" / _TABLE
    rows = tomllib.loads(table.read_text(encoding="utf-8"))
    return MappingProxyType({name: _conflict(name, row) for name, row in rows.items()})


def bodies(actor: Actor, on: date | None) -> tuple[Body, ...]:
    """Return the actor and all that it belongs to, leads or speaks for on a day, the nearest first.

    >>> spokesman = actor_of("ahmed_al_mismari")
    >>> [body.actor.id for body in bodies(spokesman, date(2019, 4, 4))][:2]
    ['ahmed_al_mismari', 'libyan_national_army']
    """
    found: dict[ActorId, Body] = {actor.id: Body(actor, 0)}
    waiting = [actor]
    for current in waiting:
        steps = found[current.id].steps + 1
        for other in _others(current, _ONE_BODY, on):
            if other not in found:
                found[other] = Body(actor_of(other), steps)
                waiting.append(found[other].actor)
    return tuple(found.values())


def camp_of(actor: Actor, conflict: str, on: date | None) -> str | None:
    """Return the camp that an actor was in on a day, by itself or by what it belongs to.

    >>> camp_of(actor_of("ahmed_al_mismari"), "libya", date(2019, 4, 4))
    'lna'
    """
    return next(
        (
            camp.camp
            for body in bodies(actor, on)
            for camp in reversed(body.actor.camps)
            if camp.conflict == conflict and camp.period.holds(on)
        ),
        None,
    )


def side(first: Actor, second: Actor, on: date | None, *, conflict: str | None = None) -> Side:
    """Tell how two actors stood to each other on a day.

    What is said of the two themselves goes before what is said of those that they belong to, and an
    opposition before an alliance as near; camps decide where no affiliation does. `conflict` leaves
    the camps of other conflicts out.

    >>> side(actor_of("khalifa_haftar"), actor_of("fayez_al_sarraj"), date(2019, 4, 4)).value
    'opposing'

    Raises:
        UnknownChoiceError: there is no such conflict.
    """
    pairs = list(product(bodies(first, on), bodies(second, on)))
    pairs.sort(key=lambda pair: pair[0].steps + pair[1].steps)
    near: dict[int, list[Side]] = {}
    for left, right in pairs:
        stance = _stance(left.actor, right.actor, on)
        if stance is not None:
            near.setdefault(left.steps + right.steps, []).append(stance)
    if near:
        nearest = near[min(near)]
        return Side.OPPOSING if Side.OPPOSING in nearest else Side.OWN
    fought = conflicts().values() if conflict is None else (_conflict_named(conflict),)
    stances = {_between_camps(first, second, each, on) for each in fought}
    if Side.OPPOSING in stances:
        return Side.OPPOSING
    return Side.OWN if Side.OWN in stances else Side.THIRD


def _stance(left: Actor, right: Actor, on: date | None) -> Side | None:
    if left.id == right.id:
        return Side.OWN
    for relation, stance in (
        (Relation.OPPOSED_TO, Side.OPPOSING),
        (Relation.ALLIED_WITH, Side.OWN),
    ):
        if right.id in _others(left, (relation,), on) or left.id in _others(right, (relation,), on):
            return stance
    return None


def _between_camps(first: Actor, second: Actor, conflict: Conflict, on: date | None) -> Side:
    left, right = camp_of(first, conflict.name, on), camp_of(second, conflict.name, on)
    if left is None or right is None:
        return Side.THIRD
    pair = frozenset((left, right))
    if len(pair) == 1:
        return Side.OWN
    if pair in conflict.opposed and conflict.opposed[pair].holds(on):
        return Side.OPPOSING
    return Side.OWN if pair in conflict.allied and conflict.allied[pair].holds(on) else Side.THIRD


def _others(actor: Actor, relations: tuple[Relation, ...], on: date | None) -> Iterator[ActorId]:
    for each in actor.affiliations:
        if each.relation in relations and each.period.holds(on):
            yield each.actor


def _conflict_named(name: str) -> Conflict:
    if name not in conflicts():
        raise UnknownChoiceError(setting="conflict", value=name, known=conflicts())
    return conflicts()[name]


def _conflict(name: str, row: Mapping[str, Any]) -> Conflict:
    try:
        return Conflict(
            name=name,
            english=row["english"],
            camps=MappingProxyType(row["camps"]),
            opposed=_pairs(row, "opposed"),
            allied=_pairs(row, "allied"),
        )
    except (KeyError, ValueError) as error:
        raise TableError(table=_TABLE, entry=name, problem=str(error)) from error


def _pairs(row: Mapping[str, Any], field: str) -> Mapping[frozenset[str], Period]:
    found: dict[frozenset[str], Period] = {}
    for each in row.get(field, ()):
        pair = frozenset(each["camps"])
        if len(pair) != _PAIR or not pair <= row["camps"].keys():
            raise ValueError(f"{field}: {each['camps']} are not two of: {', '.join(row['camps'])}")
        found[pair] = period_from(each)
    return MappingProxyType(found)
