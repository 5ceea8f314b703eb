"""Find the names of places in the words of a text."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from riwaya.arabic.attached import name_rests
from riwaya.arabic.letters import name_form
from riwaya.knowledge.ambiguous_names import Doubt, doubt_about
from riwaya.knowledge.countries import countries
from riwaya.knowledge.imported_places import imported_lines
from riwaya.knowledge.place_entries import GazetteerEntry, entry_from, table_lines


class Match(NamedTuple):
    """A name of a place that begins at some word of a text.

    `words` is how many words it takes, `front` the letters before the name on its first word (و, ب,
    ول …). `entries` are the places of that name, the most prominent first. `doubt` says what must
    stand before the name for it to be believed.
    """

    words: int
    name: str
    front: str
    entries: tuple[GazetteerEntry, ...]
    doubt: Doubt

    @property
    def ambiguous(self) -> bool:
        """Tell whether the name is more often something else than a place."""
        return self.doubt is not Doubt.NONE

    def best(self, *, kind: str | None = None, country: str | None = None) -> GazetteerEntry:
        """Return the likeliest place, given the kind that is said and the country at issue."""
        return max(
            self.entries,
            key=lambda entry: (entry.kind == kind, entry.country == country, entry.prominence),
        )


class Gazetteer:
    """Places by their Arabic names."""

    def __init__(self, lines: Sequence[str], *, more: Iterable[GazetteerEntry] = ()) -> None:
        """Take lines of the tables as they are, read only when asked for, and whole entries."""
        self._lines = lines
        self._more = tuple(more)
        self._rows: dict[str, list[int]] = {}
        self._longest: dict[str, int] = {}
        self._found: dict[str, tuple[GazetteerEntry, ...]] = {}
        written = [line[line.rindex("\t") + 1 :] for line in lines]
        written += ["|".join(entry.arabic) for entry in self._more]
        self._index(name_form("\n".join(written)).split("\n") if written else [])

    def __len__(self) -> int:
        return len(self._lines) + len(self._more)

    def with_places(self, entries: Iterable[GazetteerEntry]) -> "Gazetteer":
        """Return a gazetteer that has these places, too."""
        return Gazetteer(self._lines, more=(*self._more, *entries))

    def entries(self) -> Iterator[GazetteerEntry]:
        """Yield every place."""
        return map(self._entry, range(len(self)))

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        """Return the places of exactly this folded name, the most prominent first."""
        if name not in self._rows:
            return ()
        if name not in self._found:
            entries = {self._entry(row) for row in self._rows[name]}
            ranked = sorted(entries, key=lambda entry: (-entry.prominence, entry.id))
            self._found[name] = tuple(ranked)
        return self._found[name]

    def match(self, forms: Sequence[str], at: int) -> Match | None:
        """Find the longest name of a place that begins at a word; None if there is none.

        `forms` are the words of a text under `name_form`. Letters that are written on the first
        word are taken off only where the word with them begins no name.
        """
        first = forms[at]
        longest = self._longest.get(first)
        if longest is not None:
            found = self._match(forms, at, first, "", longest)
            if found is not None:
                return found
        for front, rest in name_rests(first):
            longest = self._longest.get(rest)
            if longest is not None:
                found = self._match(forms, at, rest, front, longest)
                if found is not None:
                    return found
        return None

    def _match(
        self, forms: Sequence[str], at: int, first: str, front: str, longest: int
    ) -> Match | None:
        for size in range(min(longest, len(forms) - at), 0, -1):
            name = first if size == 1 else " ".join((first, *forms[at + 1 : at + size]))
            if name in self._rows:
                entries = self.named(name)
                return Match(size, name, front, entries, doubt_about(name, entries[0], front=front))
        return None

    def _index(self, folded: Sequence[str]) -> None:
        rows, longest = self._rows, self._longest
        long_names: list[str] = []
        for row, names in enumerate(folded):
            for name in filter(None, names.split("|")):
                if name in rows:
                    rows[name].append(row)
                    continue
                rows[name] = [row]
                if " " in name:
                    long_names.append(name)
                else:
                    longest.setdefault(name, 1)
        for name in long_names:
            parts = name.split(" ")
            if longest.get(parts[0], 0) < len(parts):
                longest[parts[0]] = len(parts)
            joined = "".join(parts)
            if joined not in rows:
                rows[joined] = rows[name]
                longest.setdefault(joined, 1)

    def _entry(self, row: int) -> GazetteerEntry:
        if row >= len(self._lines):
            return self._more[row - len(self._lines)]
        return entry_from(self._lines[row])


@cache
def gazetteer() -> Gazetteer:
    """Return the bundled gazetteer with what the user has imported; it is read once."""
    lines = table_lines() + imported_lines()
    return Gazetteer(lines, more=(country.as_place() for country in countries()))
