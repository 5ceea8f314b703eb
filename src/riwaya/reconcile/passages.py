"""The sentences of a report, as sets of word triples by which copies are found."""

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
from rensa import RMinHash  # pyright: ignore[reportAttributeAccessIssue]  # compiled, no stubs

from riwaya.arabic.letters import HARAKAT, INVISIBLE, match_form
from riwaya.records.span import Span

_END = re.compile(r"\n+|[.!؟?…]+(?=\s|$)")
_WORD = re.compile(rf"[\w{re.escape(''.join(sorted(HARAKAT | INVISIBLE)))}]+")
_MASK = (1 << 64) - 1
_PRIME = 0x9E3779B97F4A7C15
_SEED = 20190405
COPIED = 0.8
"""The share of the shorter sentence's triples from which it is a copy."""
_LEAST_WORDS = 7
"""A shorter sentence ("and he added:") says nothing by being the same."""


Numbers: TypeAlias = "array[int]"
"""A set of 64-bit numbers, each once and in order."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: where it stands, and its word triples as numbers."""

    span: Span
    words: int
    triples: Numbers

    @property
    def tells(self) -> bool:
        """Whether it is long enough that being the same is no chance."""
        return self.words >= _LEAST_WORDS

    def copies(self, other: "Passage") -> bool:
        """Tell whether the shorter of the two stands in the other, all but a few words."""
        return self.tells and other.tells and contained(self.triples, other.triples) >= COPIED


@lru_cache(maxsize=4096)
def passages(text: str) -> tuple[Passage, ...]:
    """Cut a text into sentences; a line's end and a full stop before a blank end one.

    >>> [each.words for each in passages("قتل خمسة مدنيين. وأصيب ثلاثة")]
    [3, 2]
    """
    found: list[Passage] = []
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        words = [match_form(word) for word in _WORD.findall(text, start, end)]
        if words:
            found.append(Passage(Span(start, end), len(words), _triples(words)))
        start = max(end, start)
    return tuple(found)


def numbers(of: Iterable[int]) -> Numbers:
    """Return a set of numbers in little room."""
    return array("Q", sorted(of))


def contained(one: Numbers, other: Numbers) -> float:
    """Return how much of the smaller set is in the other, 0 to 1."""
    least = min(len(one), len(other))
    return len(set(one).intersection(other)) / least if least else 0.0


def bands(triples: Numbers, *, count: int = 8, rows: int = 3) -> list[int]:
    """Return numbers of which two like sets share at least one, most likely.

    Two sets of which 70 of 100 members are common share one of 8 bands of 3 rows in 97 of 100
    cases, and of which 30 are common one of 24 bands of 2 rows in 90. Whoever shares one must be
    compared, since unlike sets sometimes do.
    """
    flat = np.frombuffer(triples, np.uint64)
    ends = np.array([0, len(flat)], np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(flat, ends, count * rows, _SEED)
    row: Sequence[int] = matrix.to_rows()[0]
    return [key("copy", band, *row[band * rows : (band + 1) * rows]) for band in range(count)]


def key(*parts: int | str) -> int:
    """Return a number below 2^63 for a key, the same on every machine and in every version."""
    mixed = _SEED
    for part in parts:
        number = part if isinstance(part, int) else _code(part)
        mixed = ((mixed ^ number) * _PRIME) & _MASK
        mixed ^= mixed >> 29
    return mixed >> 1


def _triples(words: Sequence[str]) -> Numbers:
    codes = [_code(word) for word in words]
    if len(codes) < 3:  # noqa: PLR2004  # a triple has three
        codes += [0] * (3 - len(codes))
    return numbers(
        {
            (a * _PRIME + b * 0xC2B2AE3D27D4EB4F + c * 0x165667B19E3779F9) & _MASK
            for a, b, c in zip(codes, codes[1:], codes[2:], strict=False)
        }
    )


@lru_cache(maxsize=200_000)
def _code(word: str) -> int:
    written = word.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(written, digest_size=8).digest(), "big") | 1
