"""How much do the words of two sentences say about each other?

A word that stands in one report of 2^n is worth n bits where two have it in common.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType

from riwaya.arabic.letters import HARAKAT, INVISIBLE, name_form
from riwaya.reconcile.passages import key
from riwaya.reconcile.tables import bare

RAREST = 11.0
"""The bits of a word that is not listed."""
_SHORTEST = 3
_LEAST_BITS = 4.0
_RARE_BITS = 8.0
_MARKS = re.escape("".join(sorted(HARAKAT | INVISIBLE)))
_WORD = re.compile(rf"[\u0621-\u064a\u0671-\u06d3\ufb50-\ufefc{_MARKS}]+")


def plain_words(text: str) -> Iterator[str]:
    """Yield the Arabic words of a text, folded and bare, without numbers and short words.

    >>> list(plain_words("قُتل 5 مدنيين في القائم"))
    ['قتل', 'مدنيين', 'قايم']
    """
    for word in _WORD.findall(text):
        form = _plain(word)
        if len(form) >= _SHORTEST:
            yield form


def telling_words(text: str) -> dict[int, float]:
    """Return the words that say something, as numbers, with their bits."""
    known = bits()
    found: dict[int, float] = {}
    for word in plain_words(text):
        worth = known.get(word, RAREST)
        if worth >= _LEAST_BITS:
            found[_number(word)] = worth
    return found


def telling_phrases(text: str) -> frozenset[int]:
    """Return the pairs of rare words that follow each other, such as the names of people."""
    known = bits()
    forms = [word if known.get(word, RAREST) >= _RARE_BITS else None for word in plain_words(text)]
    return frozenset(
        key(one, other) for one, other in pairwise(forms) if one and other and one != other
    )


@lru_cache(maxsize=200_000)
def _plain(word: str) -> str:
    return bare(name_form(word))


@lru_cache(maxsize=200_000)
def _number(form: str) -> int:
    return key(form)


@cache
def bits() -> Mapping[str, float]:
    """Return the bits of each listed word."""
    path = files("riwaya.reconcile").joinpath("tables", "words.tsv")
    found: dict[str, float] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        worth, words = line.split("\t")
        found.update(dict.fromkeys(words.split(" "), float(worth)))
    return MappingProxyType(found)
