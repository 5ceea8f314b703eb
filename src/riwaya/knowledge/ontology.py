"""The types of event: what they mean, what they take, and what other schemes call them."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from riwaya.errors import TableError, UnknownChoiceError
from riwaya.records.claim import CountRole

_TABLE = "event_types.toml"
_TEXTS = ("english", "arabic", "definition", "agents", "targets", "places")


class Scheme(StrEnum):
    """A coding scheme that our types translate into."""

    ACLED = "acled"
    PLOVER = "plover"
    CAMEO = "cameo"
    UCDP = "ucdp"


class ViolenceType(IntEnum):
    """UCDP's types of organized violence."""

    STATE_BASED = 1
    NON_STATE = 2
    ONE_SIDED = 3


class AcledCode(NamedTuple):
    """A category of ACLED."""

    event_type: str
    sub_event_type: str


class PloverCode(NamedTuple):
    """A category of PLOVER; no mode where our type does not decide it."""

    type: str
    mode: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One type of event.

    `agents`, `targets` and `places` say what the argument is to this type, `counts` by role what is
    counted; the role `other` may stand with any type. A code is None where the scheme has no
    category for the type, and then `outside` says why, by scheme.
    """

    name: str
    english: str
    arabic: str
    definition: str
    agents: str
    targets: str
    places: str
    counts: Mapping[CountRole, str]
    acled: AcledCode | None
    plover: PloverCode | None
    cameo: str | None
    ucdp: tuple[ViolenceType, ...]
    outside: Mapping[Scheme, str]
    note: str | None


class Vocabulary(NamedTuple):
    """The categories of the schemes: sub-events by event, modes by type, glosses by code."""

    acled: Mapping[str, Collection[str]]
    plover: Mapping[str, Collection[str]]
    cameo: Mapping[str, str]
    ucdp: Mapping[str, str]


_FIELDS = {*EventType.__dataclass_fields__} - {"name"}


@cache
def event_types() -> Mapping[str, EventType]:
    """Return every type of event by its name, in the order of the table.

    Raises:
        TableError: the table breaks its own form, or names a category that no scheme has.
    """
    rows = _read(_TABLE)
    return MappingProxyType({name: _event_type(name, row) for name, row in rows.items()})


def event_type(name: str) -> EventType:
    """Return a type of event.

    >>> event_type("capture").acled
    AcledCode(event_type='Strategic developments', sub_event_type='Arrests')

    Raises:
        UnknownChoiceError: there is no such type.
    """
    known = event_types()
    if name not in known:
        raise UnknownChoiceError(setting="event type", value=name, known=known)
    return known[name]


@cache
def vocabulary() -> Vocabulary:
    """Return the categories that a type may translate into."""
    return Vocabulary(**_read("schemes.toml"))


def _read(name: str) -> Mapping[str, Any]:
    table = files("riwaya.knowledge") / "tables" / name
    return tomllib.loads(table.read_text(encoding="utf-8"))


def _event_type(name: str, row: Mapping[str, Any]) -> EventType:
    unknown = sorted(row.keys() - _FIELDS)
    missing = [text for text in _TEXTS if not row.get(text)]
    if unknown or missing:
        raise _wrong(name, f"unknown fields {unknown}, missing texts {missing}")
    try:
        return EventType(
            name=name,
            **{text: row[text] for text in _TEXTS},
            counts=MappingProxyType({CountRole(r): w for r, w in row.get("counts", {}).items()}),
            acled=_acled(name, row["acled"]) if "acled" in row else None,
            plover=_plover(name, row["plover"]) if "plover" in row else None,
            cameo=_cameo(name, row["cameo"]) if "cameo" in row else None,
            ucdp=tuple(ViolenceType(number) for number in row.get("ucdp", ())),
            outside=_outside(name, row),
            note=row.get("note"),
        )
    except ValueError as error:
        raise _wrong(name, str(error)) from error


def _outside(name: str, row: Mapping[str, Any]) -> Mapping[Scheme, str]:
    outside = {Scheme(scheme): why for scheme, why in row.get("outside", {}).items()}
    for scheme in Scheme:
        if (scheme in row) == (scheme in outside):
            raise _wrong(name, f"needs either a code of {scheme}, or the reason why it has none")
    return MappingProxyType(outside)


def _acled(name: str, code: list[str]) -> AcledCode:
    event, sub_event = code  # two strings, or a ValueError that names the entry
    if sub_event not in vocabulary().acled.get(event, ()):
        raise _wrong(name, f"ACLED has no {event}, {sub_event}")
    return AcledCode(event, sub_event)


def _plover(name: str, code: list[str]) -> PloverCode:
    kind, mode = code[0], code[1] if len(code) > 1 else None
    modes = vocabulary().plover.get(kind)
    if modes is None or (mode is not None and mode not in modes):
        raise _wrong(name, f"PLOVER has no {', '.join(code)}")
    return PloverCode(kind, mode)


def _cameo(name: str, code: str) -> str:
    if code not in vocabulary().cameo:
        raise _wrong(name, f"no gloss of the CAMEO code {code!r}")
    return code


def _wrong(name: str, problem: str) -> TableError:
    return TableError(table=_TABLE, entry=name, problem=problem)
