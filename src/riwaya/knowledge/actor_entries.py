"""The entries of the registry of actors, and how a table's row becomes one."""

import tomllib
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NewType

from riwaya.errors import TableError

ActorId = NewType("ActorId", str)
_DECEMBER = 12
_REQUIRED = ("name", "english", "kind", "acled_inter", "plover_sector", "cameo_role")
_FIELDS = {*_REQUIRED, "variants", "titles", "short", "metonyms", "country", "from", "to",
           "camps", "affiliations"}  # fmt: skip


class ActorKind(StrEnum):
    """What sort of actor it is. A person is one whatever the office: the codes tell the sector."""

    STATE_FORCES = "state_forces"  # armies, their services and commands
    POLICE = "police"  # also gendarmes, border and coast guards, prisons
    INTELLIGENCE = "intelligence"  # secret services
    GOVERNMENT = "government"  # governments, ministries, heads of state as bodies
    LEGISLATURE = "legislature"
    JUDICIARY = "judiciary"  # courts and prosecution of a state
    ARMED_GROUP = "armed_group"  # rebels and other forces that no recognized government commands
    JIHADIST = "jihadist"  # armed groups of al-Qaeda, the Islamic State and their like
    MILITIA = "militia"  # armed for a government, a party or a leader, beside the army
    COMMUNAL = "communal"  # tribes, settlers, herders: armed or not, by who they are
    COALITION = "coalition"  # several states' forces together, and their operations
    PEACEKEEPERS = "peacekeepers"  # missions with troops of the UN or the African Union
    POLITICAL_PARTY = "political_party"  # also movements and alliances without arms
    PROTESTERS = "protesters"
    CIVILIAN_GROUP = "civilian_group"  # aid, unions, clergy, rescue
    INTERNATIONAL_ORG = "international_org"
    MONITOR = "monitor"  # who counts and documents: observatories, rights organizations
    MEDIA = "media"
    WIRE = "wire"  # news agencies, which others copy
    COMPANY = "company"
    PERSON = "person"


class Relation(StrEnum):
    """How an actor stands to another. The first five make it one body with the other."""

    MEMBER_OF = "member_of"
    COMMANDS = "commands"
    SPEAKS_FOR = "speaks_for"
    PART_OF = "part_of"
    PREDECESSOR = "predecessor"  # the other is what this one was before
    ALLIED_WITH = "allied_with"
    OPPOSED_TO = "opposed_to"


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both included; None where the end is open or not known.

    >>> Period(date(2014, 5, 1), None).holds(date(2019, 4, 4))
    True
    """

    since: date | None
    until: date | None

    def holds(self, on: date | None) -> bool:
        """Tell whether a day is within; for an unknown day, that it may be."""
        if on is None:
            return True
        return not (self.since and on < self.since) and not (self.until and on > self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """How an actor stood to another, and when."""

    relation: Relation
    actor: ActorId
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """The camp of a conflict that an actor was in, and when."""

    conflict: str
    camp: str
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor.

    `variants` name it by themselves. `titles` do while it holds the office ("الرئيس المصري"),
    `short` forms only where the report or its conflict makes plain who is meant ("الجيش الوطني"),
    `metonyms` where a place speaks ("دمشق"). `acled_inter` is that at home: see `inter_in`.
    `country` is the ISO 3166 code of two letters, None for what belongs to several.
    """

    id: ActorId
    name: str
    english: str
    variants: tuple[str, ...]
    titles: tuple[str, ...]
    short: tuple[str, ...]
    metonyms: tuple[str, ...]
    kind: ActorKind
    acled_inter: int
    plover_sector: str
    cameo_role: str
    country: str | None
    existed: Period
    affiliations: tuple[Affiliation, ...]
    camps: tuple[Camp, ...]

    def inter_in(self, country: str | None) -> int:
        """Return the ACLED code in a country: a state's forces are external forces abroad."""
        abroad = country is not None and self.country not in (None, country)
        return 8 if abroad and self.acled_inter == 1 else self.acled_inter


def actor_from(identity: str, row: Mapping[str, Any], *, table: str) -> Actor:
    """Read one row of a table of actors.

    Raises:
        TableError: a field is missing or unknown, or a value is none that it may have.
    """
    unknown = sorted(row.keys() - _FIELDS)
    missing = [name for name in _REQUIRED if not row.get(name)]
    if unknown or missing:
        raise TableError(
            table=table, entry=identity, problem=f"unknown fields {unknown}, missing {missing}"
        )
    try:
        return _actor(identity, row)
    except (KeyError, TypeError, ValueError) as error:
        raise TableError(table=table, entry=identity, problem=str(error)) from error


def _actor(identity: str, row: Mapping[str, Any]) -> Actor:
    return Actor(
        id=ActorId(identity),
        name=row["name"],
        english=row["english"],
        variants=tuple(row.get("variants", ())),
        titles=tuple(row.get("titles", ())),
        short=tuple(row.get("short", ())),
        metonyms=tuple(row.get("metonyms", ())),
        kind=ActorKind(row["kind"]),
        acled_inter=int(_coded("acled_inter", str(row["acled_inter"]))),
        plover_sector=_coded("plover_sector", row["plover_sector"]),
        cameo_role=_coded("cameo_role", row["cameo_role"]),
        country=row.get("country"),
        existed=period_from(row),
        affiliations=tuple(
            Affiliation(
                relation=Relation(each["relation"]),
                actor=ActorId(each["actor"]),
                period=period_from(each),
            )
            for each in row.get("affiliations", ())
        ),
        camps=tuple(
            Camp(conflict=each["conflict"], camp=each["camp"], period=period_from(each))
            for each in row.get("camps", ())
        ),
    )


def period_from(row: Mapping[str, Any]) -> Period:
    """Read `from` and `to`, each a year, a month or a day, as the first and the last day of it.

    >>> period_from({"from": "2014-05", "to": "2019"}).until
    datetime.date(2019, 12, 31)

    Raises:
        ValueError: one is no date, or they are in the wrong order.
    """
    since = _day(row["from"], last=False) if "from" in row else None
    until = _day(row["to"], last=True) if "to" in row else None
    if since and until and since > until:
        raise ValueError(f"from {row['from']} is after to {row['to']}")
    return Period(since, until)


@cache
def codes() -> Mapping[str, Mapping[str, str]]:
    """Return the codes that an actor may have, with what they mean, by field."""
    table = files("riwaya.knowledge") / "tables" / "actor_codes.toml"
    return MappingProxyType(tomllib.loads(table.read_text(encoding="utf-8")))


def _coded(field: str, code: str) -> str:
    if code not in codes()[field]:
        raise ValueError(f"{field} {code!r} is not one of: {', '.join(codes()[field])}")
    return code


def _day(written: str, *, last: bool) -> date:
    year, month, day = (*(int(part) for part in written.split("-")), 0, 0)[:3]
    month = month or (_DECEMBER if last else 1)
    return date(year, month, day or (monthrange(year, month)[1] if last else 1))
