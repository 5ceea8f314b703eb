"""Every name of every place under the keys by which it is found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import cache, cached_property

from riwaya.arabic.letters import is_arabic
from riwaya.arabic.names import (
    consonant_key,
    joined_key,
    latin_words,
    name_words,
    sound_key,
    spelling_key,
)
from riwaya.knowledge.gazetteer import gazetteer
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.knowledge.place_kinds import SETTLEMENTS, without_kind

LANDMARKS = frozenset({"mountain", "valley", "river", "lake", "dam", "sea", "gulf", "island",
                       "port", "base", "airport", "oil_field", "road", "square",
                       "gate"})  # fmt: skip
"""Kinds whose word is part of a name, not what stands before it: تل حسين is no حسين."""
_BARE_TOO = SETTLEMENTS | {"camp", "neighbourhood"}
_LEADING = 4
"""A word that begins so many names is no name by itself."""
_SHORTEST_SPELLING, _SHORTEST_SOUND, _SHORTEST_SLIP = 3, 4, 6


class Likeness(IntEnum):
    """How the name that was asked for meets the name of a place, the closest first."""

    SAME = 0
    JOINED = 1
    LATIN = 2
    SPELLED = 3
    CONSONANTS = 4
    SLIP = 5
    SOUND = 6
    PART = 7

    @property
    def score(self) -> float:
        """What a candidate found so is worth where nothing rivals it."""
        return (1.0, 0.97, 0.95, 0.88, 0.8, 0.7, 0.72, 0.72)[self]

    @property
    def reason(self) -> str:
        """Say it in words."""
        return (
            "the same name", "the same but for spaces or the article", "its Latin name",
            "spelled by ear", "the same consonants", "one letter apart", "sounds like its name",
            "part of what was asked",
        )[self]  # fmt: skip


Met = tuple[Likeness, Iterable[GazetteerEntry]]


class PlaceIndex:
    """Places by the keys of their names; the loose keys are made when they are first needed."""

    def __init__(self, entries: Iterable[GazetteerEntry]) -> None:
        """Take the places in."""
        self._close: dict[tuple[Likeness, str], list[GazetteerEntry]] = defaultdict(list)
        self._bearers: dict[str, set[tuple[int, int]]] = defaultdict(set)
        self._leading: dict[str, int] = defaultdict(int)
        self._named: list[tuple[GazetteerEntry, frozenset[tuple[str, ...]]]] = []
        for entry in entries:
            self._add(entry)

    def meet(self, words: tuple[str, ...], name: str) -> Iterator[Met]:
        """Yield what the close keys of a name find, the closest first.

        `words` are the name's under `name_words`.
        """
        for likeness, key in _close_keys(words) if words else ():
            yield likeness, self._close.get((likeness, key), ())
        latin = latin_words(name)
        if latin:
            yield Likeness.LATIN, self._close.get((Likeness.LATIN, latin), ())

    def meet_loosely(self, words: tuple[str, ...], name: str) -> Iterator[Met]:
        """Yield what the loose keys find: the consonants, one letter apart, the sound."""
        if words:
            consonants = consonant_key(words)
            if len(consonants) >= _SHORTEST_SPELLING:
                yield Likeness.CONSONANTS, self._loose.get((Likeness.CONSONANTS, consonants), ())
            for cut in _cuts(joined_key(words)):
                yield Likeness.SLIP, self._loose.get((Likeness.SLIP, cut), ())
        sound = sound_key(name)
        if len(sound) >= _SHORTEST_SOUND:
            in_arabic = any(is_arabic(char) for char in name)
            likeness = Likeness.SOUND if in_arabic else Likeness.CONSONANTS
            yield likeness, self._loose.get((Likeness.SOUND, sound), ())

    def bearers(self, words: tuple[str, ...]) -> int:
        """Return how many settlements of all countries bear a name, half a degree apart."""
        return len(self._bearers.get(joined_key(words), ()))

    def leads(self, words: tuple[str, ...]) -> bool:
        """Tell whether many names begin with one word, as with كفر, which then names none."""
        return len(words) == 1 and self._leading.get(words[0], 0) >= _LEADING

    @cached_property
    def _loose(self) -> Mapping[tuple[Likeness, str], list[GazetteerEntry]]:
        found: dict[tuple[Likeness, str], list[GazetteerEntry]] = defaultdict(list)
        for entry, variants in self._named:
            for words in variants:
                found[Likeness.CONSONANTS, consonant_key(words)].append(entry)
                for cut in _cuts(joined_key(words)):
                    found[Likeness.SLIP, cut].append(entry)
            found[Likeness.SOUND, sound_key(entry.english)].append(entry)
        return found

    def _add(self, entry: GazetteerEntry) -> None:
        variants: set[tuple[str, ...]] = set()
        for name in entry.arabic:
            words = name_words(name)
            variants.add(words)
            kind, rest = without_kind(words)
            if entry.kind in _BARE_TOO and kind not in LANDMARKS:
                variants.add(rest)
        self._named.append((entry, frozenset(variants)))
        for words in variants:
            if len(words) > 1:
                self._leading[words[0]] += 1
            if entry.kind in _BARE_TOO:
                where = round(entry.latitude * 2), round(entry.longitude * 2)
                self._bearers[joined_key(words)].add(where)
            for each in _close_keys(words):
                self._close[each].append(entry)
        self._close[Likeness.LATIN, latin_words(entry.english)].append(entry)


@cache
def place_index() -> PlaceIndex:
    """Return the index of the bundled and the imported places; it is built once."""
    return PlaceIndex(gazetteer().entries())


def _close_keys(words: tuple[str, ...]) -> set[tuple[Likeness, str]]:
    found = {
        (Likeness.SAME, " ".join(words)),
        (Likeness.JOINED, "".join(words)),
        (Likeness.JOINED, joined_key(words)),
    }
    spelled = spelling_key(words)
    if len(spelled) >= _SHORTEST_SPELLING:
        found.add((Likeness.SPELLED, spelled))
    return found


def _cuts(key: str) -> set[str]:
    """Return a key with each of its letters taken out: two that share one are a letter apart."""
    if len(key) < _SHORTEST_SLIP:
        return set()
    return {key, *(f"{key[:at]}·{key[at + 1 :]}" for at in range(1, len(key)))}
