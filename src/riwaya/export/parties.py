"""Who takes part, in the words and codes of other schemes."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from riwaya.errors import UnknownChoiceError
from riwaya.export.documented import WITHHELD, Told
from riwaya.knowledge.actor_sorts import sorts
from riwaya.knowledge.actors import actor
from riwaya.records.claim import Actor, Participant

GENERIC = "generic:"
"""How the id of an actor begins that the registry does not list."""
STATE, EXTERNAL, CIVILIANS = 1, 8, 7
ARMED = frozenset({1, 2, 3, 4, 8})
"""The sorts of actors of ACLED that bear arms, by number."""


class Party(NamedTuple):
    """Somebody who takes part in an incident.

    `id` is that of the registry or begins with "generic:", empty where nobody is known to be meant;
    `name` is then the words of the text. `inter` is ACLED's sort of actor by number, 0 where it is
    unknown; `sector` and `role` are those of PLOVER and CAMEO, empty where unknown.
    """

    id: str
    name: str
    words: str
    kind: str = ""
    country: str | None = None
    inter: int = 0
    sector: str = ""
    role: str = ""

    @property
    def is_armed(self) -> bool:
        """Whether it is known to bear arms."""
        return self.inter in ARMED

    @property
    def is_civilian(self) -> bool:
        """Whether it is known to be civilians."""
        return self.inter == CIVILIANS

    @property
    def key(self) -> str:
        """What it is counted by."""
        return self.id or self.words


class Parties(NamedTuple):
    """One side: whom most claims name, who is named beside them, and whom others name instead."""

    first: Party | None
    beside: tuple[Party, ...]
    others: tuple[Party, ...]

    @property
    def all(self) -> tuple[Party, ...]:
        """Everybody, the first first."""
        return (*((self.first,) if self.first else ()), *self.beside, *self.others)


def parties(named: Iterable[tuple[Told, Sequence[Participant]]], *, country: str | None) -> Parties:
    """Return one side of an incident by the claims that name it.

    Args:
        named: claims, each with the participants that it names on this side.
        country: where it was, by ISO 3166: a state's forces are external forces abroad.
    """
    by_claim = [[party(each, told, country=country) for each in who] for told, who in named]
    counts: dict[str, int] = {}
    known: dict[str, Party] = {}
    for who in by_claim:
        for each in who:
            counts[each.key] = counts.get(each.key, 0) + 1
            known.setdefault(each.key, each)
    if not known:
        return Parties(None, (), ())
    order = list(known)
    best = max(known, key=lambda key: (bool(known[key].inter), counts[key], -order.index(key)))
    beside = {each.key for who in by_claim if best in {e.key for e in who} for each in who} - {best}
    return Parties(
        known[best],
        tuple(each for key, each in known.items() if key in beside),
        tuple(each for key, each in known.items() if key != best and key not in beside),
    )


def party(participant: Participant, told: Told, *, country: str | None) -> Party:
    """Return a participant of a claim as a party."""
    words = told.words(participant.evidence)
    if participant.actor is None:
        return Party("", words, words)
    found = _known(participant.actor, country)
    return found._replace(words=words)


@lru_cache(maxsize=10_000)
def _known(meant: Actor, country: str | None) -> Party:
    if meant.id.startswith(GENERIC):
        sort = sorts().get(meant.id.split(":")[1])
        name = meant.name or WITHHELD
        if sort is None:
            return Party(meant.id, name, "", meant.kind, meant.country)
        is_abroad = country is not None and meant.country not in (None, country)
        inter = EXTERNAL if is_abroad and sort.acled_inter == STATE else sort.acled_inter
        codes = inter, sort.plover_sector, sort.cameo_role
        return Party(meant.id, name, "", meant.kind, meant.country, *codes)
    try:
        listed = actor(meant.id)
    except UnknownChoiceError:
        # A store may know actors of another version of the registry.
        return Party(meant.id, meant.name, "", meant.kind, meant.country)
    codes = listed.inter_in(country), listed.plover_sector, listed.cameo_role
    return Party(meant.id, listed.english, "", listed.kind.value, listed.country, *codes)
