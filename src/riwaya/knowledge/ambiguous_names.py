"""Which names of places are more often something else, and what it takes to believe them."""

import tomllib
from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from riwaya.arabic.letters import name_form
from riwaya.knowledge.place_entries import GazetteerEntry

_SHORT = 2
_WELL_KNOWN_ABROAD = 400_000
"""The population from which a city far from the wars is known by its bare name."""
_ARAB = frozenset({"DZ", "BH", "KM", "DJ", "EG", "IQ", "JO", "KW", "LB", "LY", "MR", "MA", "OM",
                   "PS", "QA", "SA", "SO", "SD", "SY", "TN", "AE", "YE", "EH", ""})  # fmt: skip
_ALWAYS_KNOWN = frozenset({"country", "capital", "governorate", "region", "sea"})


class Doubt(IntEnum):
    """What must stand before a name for it to be taken for a place."""

    NONE = 0
    CUE = 1
    """A kind word (مدينة, حي …) or a preposition of place (في, قرب, ب …)."""
    KIND = 2
    """A kind word."""


def doubt_about(name: str, entry: GazetteerEntry, *, front: str = "") -> Doubt:
    """Return what it takes to believe that a folded name means a place.

    `entry` is the most prominent place of that name, `front` the letters taken off before it.
    """
    listed = _listed().get(name, Doubt.NONE)
    if listed is Doubt.KIND or len(name) <= _SHORT:
        return Doubt.KIND if front or listed is Doubt.KIND else Doubt.CUE
    if " " in name or entry.kind in _ALWAYS_KNOWN:
        return listed
    obscure = entry.kind == "village"
    abroad = entry.country not in _ARAB and entry.population < _WELL_KNOWN_ABROAD
    if front and (abroad or (obscure and len(name) <= _SHORT + 1)):
        return Doubt.KIND
    return Doubt.CUE if obscure or abroad else listed


@cache
def _listed() -> Mapping[str, Doubt]:
    table = files("riwaya.knowledge") / "tables" / "places" / "ambiguous_names.toml"
    raw = tomllib.loads(table.read_text(encoding="utf-8"))
    found: dict[str, Doubt] = {}
    for section, doubt in (("cue", Doubt.CUE), ("kind", Doubt.KIND)):
        for names in raw[section].values():
            found.update((name_form(name), doubt) for name in names)
    return MappingProxyType(found)
