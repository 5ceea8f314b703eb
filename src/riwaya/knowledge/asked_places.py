"""Cut what is asked for into the name of a place and what is said of where it lies."""

import re
from typing import NamedTuple

from riwaya.arabic.letters import is_arabic
from riwaya.arabic.names import name_words
from riwaya.knowledge.place_kinds import kind_word, without_kind
from riwaya.knowledge.relations import relation_phrase
from riwaya.records.claim import Relation

_BRACKETS = re.compile(r"[(\[«](.*?)[)\]»]")
_BREAK = re.compile(r"\s*[،,/;:|]\s*|\s+[-–—]\s+")
_OR = frozenset({"و", "او", "and", "or"})


class Asked(NamedTuple):
    """A name, and other names that say where it lies, or which places are meant beside it.

    `name` is empty where only a neighbor is named ("a village near Ariha"). `beside` are the names
    of places that lie around or near the one that is meant.
    """

    name: str
    beside: tuple[str, ...] = ()


def asked_place(text: str) -> Asked:
    """Cut a name from what brackets, commas and relations add to it.

    >>> asked_place("البارة، إدلب")
    Asked(name='البارة', beside=('إدلب',))
    >>> asked_place("كفرنبل (ريف إدلب)")
    Asked(name='كفرنبل', beside=('ريف إدلب',))
    >>> asked_place("قرية بزابور بريف إدلب")
    Asked(name='قرية بزابور', beside=('ريف إدلب',))
    >>> asked_place("قرية قرب أريحا")
    Asked(name='', beside=('أريحا',))
    >>> asked_place("شمال شرقي حلب")
    Asked(name='', beside=('حلب',))
    """
    beside = [part for part in _BRACKETS.findall(text) if part.strip()]
    parts = [part for part in _BREAK.split(_BRACKETS.sub(" ", text)) if part.strip()]
    head, near = _before_relation(" ".join("".join(parts[:1]).replace("_", " ").split()))
    return Asked(head, (*near, *parts[1:], *beside))


def _before_relation(name: str) -> tuple[str, list[str]]:
    written = name.split(" ")
    if not any(is_arabic(char) for char in name):
        return name, []
    forms = [" ".join(name_words(word)) or word for word in written]
    for at in range(len(written) - 1):
        if at and forms[at] in _OR:
            return " ".join(written[:at]), [" ".join(written[at + 1 :])]
        kind = kind_word(forms[at])
        if at and kind is not None and kind.front == "ب":
            rest = [re.sub("^ب", "", written[at]), *written[at + 1 :]]
            return " ".join(written[:at]), [" ".join(rest)]
        phrase = relation_phrase(forms, at)
        if phrase is not None and phrase.relation is not Relation.FROM and len(written[at]) > 1:
            return _bare(written[:at]), [" ".join(written[at + phrase.words :])]
    return name, []


def _bare(words: list[str]) -> str:
    """Return a name, or nothing where there is only a word for its kind."""
    only = len(words) == 1 and kind_word(" ".join(name_words(words[0]))) is not None
    return "" if only else " ".join(words)


def leading_parts(name: str) -> list[str]:
    """Return what stands at the beginning of a name of several words, the longest first.

    >>> leading_parts("مدينة المرج القديمة")
    ['المرج']
    """
    words = name.split(" ")
    _, rest = without_kind(name_words(name))
    if len(rest) < len(words):
        words = words[len(words) - len(rest) :]
    sizes = range(len(words) - 1, 0, -1)
    parts = (words[:size] for size in sizes)
    return [" ".join(part) for part in parts if kind_word(" ".join(name_words(part[0]))) is None]
