"""What happened? List the words that may tell of an event, and describe them."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from riwaya.extract.codes import Ints, code
from riwaya.extract.context import Context
from riwaya.extract.options import Options, sights
from riwaya.extract.traits import Traits, steps
from riwaya.knowledge.ontology import event_types
from riwaya.records.reading import Tag, Token

_ARTICLES = ("بال", "لل", "ال")
_ENDS = ("ا", "ه", "ها", "هم", "هما")
_REACH = 6
"""Tokens in which the next and the last noun phrase are looked for."""
_SORTS_BEHIND, _KEYS_AROUND, _GROUPS_AROUND = 3, 3, 2
"""How many words are seen by what they name, by themselves, and by their group."""
_SORT_BEFORE = 2
"""Which of the words before is seen by what it names, as the next one is with its tag."""
LABELS = ("", *sorted(event_types()))
"""What a word may tell of: nothing, or an event of a type."""
_NUMBERS = {label: number for number, label in enumerate(LABELS)}

TEMPLATES = (
    "L", "L tag", "form", "L2", "idiom", "tag", "grammar", "grammar L", "article L", "on L", "quoted L", "titled", "p1", "p2", "p3", "n1", "n2", "n3",
    "p1 L", "L n1", "n1 n2", "p2 p1", "L n1 n2", "p2 p1 L", "cp1", "cp2", "cn1", "cn2", "cp1 L", "cp2 L", "cn1 L", "cn2 L", "cp1 cn1",
    "p1tag", "n1tag", "p1tag L", "n1tag L", "n1s1", "n1s1 L", "p1s1 L", "nprep L", "nprep ns1", "ns1 L", "pprep ps1", "ps1 L",
    "nlemma L", "plemma L", "nlemma tag ngap", "plemma tag pgap", "nsame tag ntag ngap", "psame tag ptag pgap",
    "nsame tag ntag L", "psame tag ptag L", "before2", "after1", "after2", "after3",
)  # fmt: skip
LISTED = ("listed", "listed isidiom")


class Candidate(NamedTuple):
    """Words that may tell of an event: tokens [first, last), and the types they may tell of."""

    first: int
    last: int
    events: dict[str, bool]
    idiom: str


class Trigger(NamedTuple):
    """Words that tell of an event: tokens [first, last), its type, and how sure that is."""

    first: int
    last: int
    event: str
    confidence: float


def candidates(context: Context) -> list[Candidate]:
    """Return every stretch of words that may tell of an event, in text order."""
    found: list[Candidate] = []
    tokens = context.tokens
    position = 0
    while position < len(tokens):
        morph = tokens[position].morph
        idiom = _idiom(tokens, position)
        if idiom is not None:
            last, event = idiom
            found.append(Candidate(position, last, {**morph.events, event: True}, event))
            position = last
            continue
        is_time = context.time_at[position] >= 0
        if morph.events and not is_time and not _is_particle(tokens[position]):
            found.append(Candidate(position, position + 1, dict(morph.events), ""))
        position += 1
    return found


def _is_particle(token: Token) -> bool:
    return token.tag not in (Tag.VERB, Tag.NOUN, Tag.PREPOSITION)


def _idiom(tokens: Sequence[Token], first: int) -> tuple[int, str] | None:
    for rest, event in tokens[first].morph.idioms:
        last = first + 1 + len(rest)
        following = tokens[first + 1 : last]
        if len(following) == len(rest) and all(
            word in _spellings(token.form) for word, token in zip(rest, following, strict=True)
        ):
            return last, event
    return None


@lru_cache(maxsize=50_000)
def _spellings(form: str) -> frozenset[str]:
    """Return a written word as idioms may have it: without article, ending or owner."""
    found = {form}
    found.update(form[len(front) :] for front in _ARTICLES if form.startswith(front))
    found.update(form[: -len(end)] for end in _ENDS if form.endswith(end))
    return frozenset(found)


def options(traits: Traits, listed: Sequence[Candidate]) -> Options:
    """Return for each candidate: that it tells of nothing, or of one of the types it is listed under."""
    rows = [
        (number, label)
        for number, each in enumerate(listed)
        for label in (0, *(_NUMBERS[event] for event in each.events))
    ]
    owner, label = (
        np.array(rows, dtype=np.int64).reshape(-1, 2).T if rows else np.zeros((2, 0), np.int64)
    )
    first = np.array([c.first for c in listed], dtype=np.int64)
    last = np.array([c.last for c in listed], dtype=np.int64)
    described = _columns(traits, listed, first, last)
    columns = {name: column[owner] for name, column in described.items()}
    # Templates speak of the types only: "none" is what is left where they speak against each.
    columns["label"] = label
    columns["b"] = (label > 0).astype(np.int64)
    columns["listed"] = np.array([_listed(listed[n], LABELS[k]) for n, k in rows], dtype=np.int64)
    columns["isidiom"] = np.array(
        [1 + (listed[n].idiom == LABELS[k]) for n, k in rows], dtype=np.int64
    )
    return Options(owner, sights(first, last)[owner], label, columns)


def _listed(candidate: Candidate, event: str) -> int:
    """Return whether the lexicon has a type as a word's own, or only in fitting company."""
    return 1 + candidate.events[event] if event else 0


def _columns(
    traits: Traits, listed: Sequence[Candidate], first: Ints, last: Ints
) -> dict[str, Ints]:
    columns = {
        "L": traits.lemma[first],
        "idiom": np.array([code(f"idiom:{c.idiom}") if c.idiom else 0 for c in listed], np.int64),
        "L2": traits.column("lemma2")[first],
    }
    for name in ("form", "tag", "article", "grammar", "on", "titled", "quoted"):
        columns[name] = traits.column(name)[first]
    begin, end = traits.bounds[first].T
    _words(columns, traits, first, last, begin, end)
    columns.update(_phrases(traits, listed))
    columns.update(_neighbors(traits, listed, first, last))
    return columns


def _words(
    columns: dict[str, Ints], traits: Traits, first: Ints, last: Ints, begin: Ints, end: Ints
) -> None:
    """Add the words before and behind, by their keys, groups, tags and sorts."""
    key, cluster, tag = (traits.column(name) for name in ("key", "cluster", "tag"))
    edge = code("edge")
    for step in range(1, _SORTS_BEHIND + 1):
        before = np.where(first - step >= begin, first - step, -1)
        behind = np.where(last + step - 1 < end, last + step - 1, -1)
        columns[f"after{step}"] = traits.column("sort1")[behind]
        if step == _SORT_BEFORE:
            columns[f"before{step}"] = traits.column("sort1")[before]
        if step <= _KEYS_AROUND:
            columns[f"p{step}"] = np.where(before < 0, edge, key[before])
            columns[f"n{step}"] = np.where(behind < 0, edge, key[behind])
        if step <= _GROUPS_AROUND:
            columns[f"cp{step}"], columns[f"cn{step}"] = cluster[before], cluster[behind]
        if step == 1:
            columns["p1tag"] = np.where(before < 0, edge, tag[before])
            columns["n1tag"] = np.where(behind < 0, edge, tag[behind])
            columns["p1s1"] = traits.column("sort1")[before]
            columns["n1s1"] = traits.column("sort1")[behind]


def _phrases(traits: Traits, listed: Sequence[Candidate]) -> dict[str, Ints]:
    """Return the next and the last noun phrase: its preposition and what sort it names."""
    context = traits.context
    at = context.phrase_at
    following, preceding = [], []
    for each in listed:
        sentence = context.sentence(each.first)
        ahead = range(each.last, min(sentence.last, each.last + _REACH))
        back = range(each.first - 1, max(sentence.first - 1, each.first - _REACH), -1)
        following.append(next((at[i] for i in ahead if at[i] >= 0), -1))
        preceding.append(next((at[i] for i in back if at[i] >= 0), -1))
    phrases = traits.phrases
    found = {}
    for name, numbers in (("n", following), ("p", preceding)):
        rows = np.array(numbers, dtype=np.int64)
        known = rows >= 0
        head = np.where(known, phrases.head[rows], -1)
        found[f"{name}prep"] = np.where(known, phrases.preposition[rows], 0)
        found[f"{name}s1"] = traits.column("sort1")[head]
    return found


def _neighbors(
    traits: Traits, listed: Sequence[Candidate], first: Ints, last: Ints
) -> dict[str, Ints]:
    """Return the candidates before and after: استعادت السيطرة is one event, told by its noun."""
    size = len(listed)
    sentence = np.array([traits.context.sentence_at[c.first] for c in listed], dtype=np.int64)
    shared = [1 + bool(one.events.keys() & other.events.keys()) for one, other in pairwise(listed)]
    numbers = np.arange(size)
    found = {}
    for name, other in (("n", numbers + 1), ("p", numbers - 1)):
        inside = (other >= 0) & (other < size)
        near = np.where(inside, other, 0)
        inside &= sentence[near] == sentence if size else inside
        gap = first[near] - last if name == "n" else first - last[near]
        token = np.where(inside, first[near], -1)
        pairs = np.array([*shared, 0], dtype=np.int64)[np.minimum(numbers, near)] if size else near
        joins = traits.column("joins")[np.where(inside, np.maximum(first[near], first), -1)]
        found[f"{name}lemma"] = traits.lemma[token]
        found[f"{name}tag"] = np.where(inside, traits.column("tag")[token], code("none"))
        found[f"{name}gap"] = np.where(inside, steps(np.clip(gap, 0, 12)) * 2 + (joins != 0), 0)
        found[f"{name}same"] = np.where(inside, pairs, 3)
    return found
