"""Groups of words that news uses alike, learned from the words around them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def clusters() -> Mapping[str, str]:
    """Return the group of each common word, by the word's key ("v:قصف", "دبابة").

    The groups have numbers and no names; two words of one group stand in like company.
    """
    table = files("riwaya.knowledge") / "tables" / "lexicon" / "clusters.tsv"
    rows = table.read_text(encoding="utf-8").splitlines()[1:]
    return MappingProxyType(dict(row.split("\t", 1) for row in rows))
