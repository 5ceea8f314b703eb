"""Which claims of one report are about one occurrence?"""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from riwaya.extract.codes import Ints, code, places
from riwaya.extract.traits import steps
from riwaya.knowledge.weights import Weights
from riwaya.records.claim import Claim, Modality, Participant

FARTHEST = 40
"""How many claims back a claim is compared; news tells one occurrence in one stretch of text."""
SIZE = 1 << 14
"""Rows of the table of weights."""
TABLE = "incidents/templates"
"""The name of the table of weights."""
_LETTERS_A_STEP = 40
_SENTENCE_END = re.compile(r"\.[ \n]|\n")
_UNKNOWN = 3

TEMPLATES = (
    "b", "types", "types sentence", "sametype sentence", "gap", "sentence", "word sametype", "titled sametype", "modality someactual",
    "place", "place sametype", "days", "days sametype", "days place", "counts", "agents", "agents sametype", "targets",
    "targets sametype", "agents targets", "place targets sametype", "gap sametype",
)  # fmt: skip


def labels(claims: Sequence[Claim], text: str, weights: Weights) -> list[str]:
    """Return for each claim the label of its incident, i1, i2, … in text order.

    A claim joins the incident whose claims it is most likely of one occurrence with, on average;
    where none is likely it opens another.
    """
    pairs, rows = described(claims, text)
    scores = weights[TABLE][:, 0][rows].sum(axis=0)
    likely = 1 / (1 + np.exp(-np.clip(scores, -50, 50)))
    table = dict(zip(pairs, likely.tolist(), strict=True))
    incidents: list[list[int]] = []
    found: list[str] = []
    for number in range(len(claims)):
        best, likeliest = -1, 0.5
        for index, members in enumerate(incidents):
            near = [member for member in members if number - member <= FARTHEST]
            if not near:
                continue
            share = sum(table[member, number] for member in near) / len(near)
            if share > likeliest:
                best, likeliest = index, share
        if best < 0:
            incidents.append([])
            best = len(incidents) - 1
        incidents[best].append(number)
        found.append(f"i{best + 1}")
    return found


def described(claims: Sequence[Claim], text: str) -> tuple[list[tuple[int, int]], Ints]:
    """Return the pairs of claims that are compared, and where their templates stand in the table."""
    size = len(claims)
    pairs = [(i, j) for j in range(size) for i in range(max(0, j - FARTHEST), j)]
    earlier, later = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    types = np.array([code(f"type:{claim.type}") for claim in claims], dtype=np.int64)
    starts = np.array([claim.trigger.start for claim in claims], dtype=np.int64)
    ends = np.array([claim.trigger.end for claim in claims], dtype=np.int64)
    words = np.array([code(claim.trigger.of(text)) for claim in claims], dtype=np.int64)
    modalities = np.array([code(f"modality:{claim.modality}") for claim in claims], dtype=np.int64)
    actual = modalities == code(f"modality:{Modality.ACTUAL}")
    stops = np.array([each.start() for each in _SENTENCE_END.finditer(text)], dtype=np.int64)
    sentence = np.searchsorted(stops, starts)
    titles = np.searchsorted([text.find("\n\n")] if "\n\n" in text else [], starts)
    same = types[earlier] == types[later]
    columns = {
        "b": np.ones_like(earlier),
        "types": np.minimum(types[earlier], types[later]) * 7 + np.maximum(types[earlier], types[later]),
        "sametype": 1 + same,
        "sentence": 1 + (sentence[earlier] == sentence[later]),
        "gap": steps(np.maximum(starts[later] - ends[earlier], 0) // _LETTERS_A_STEP),
        "word": 1 + (words[earlier] == words[later]),
        "titled": 1 + (titles[earlier] != titles[later]),
        "modality": 1 + (modalities[earlier] == modalities[later]),
        "someactual": 1 + (actual[earlier] | actual[later]),
        "place": _shared([{p.anchor or str(p.evidence) for p in claim.places} for claim in claims], pairs),
        "days": _days(claims, earlier, later),
        "counts": np.where(same, _counts(claims, pairs), _UNKNOWN + 1),
        "agents": _shared([_people(claim.agents, text) for claim in claims], pairs),
        "targets": _shared([_people(claim.targets, text) for claim in claims], pairs),
    }  # fmt: skip
    return pairs, places(columns, TEMPLATES, size=SIZE)


def _people(participants: Sequence[Participant], text: str) -> set[str]:
    return {word for each in participants for word in each.evidence.of(text).split()}


def _shared(sets: Sequence[set[str]], pairs: Sequence[tuple[int, int]]) -> Ints:
    """Return 2 for pairs that share something, 1 for those that do not, 3 where one has nothing."""
    found = [
        _UNKNOWN if not (sets[i] and sets[j]) else 1 + (not sets[i].isdisjoint(sets[j]))
        for i, j in pairs
    ]
    return np.array(found, dtype=np.int64)


def _days(claims: Sequence[Claim], earlier: Ints, later: Ints) -> Ints:
    first, last = (_ordinals(claims, end) for end in ("first", "last"))
    known = (first[earlier] > 0) & (first[later] > 0)
    meet = (first[earlier] <= last[later]) & (first[later] <= last[earlier])
    return np.where(known, 1 + meet, _UNKNOWN)


def _ordinals(claims: Sequence[Claim], end: str) -> npt.NDArray[np.int64]:
    days = [getattr(claim.time, end).toordinal() if claim.time else 0 for claim in claims]
    return np.array(days, dtype=np.int64)


def _counts(claims: Sequence[Claim], pairs: Sequence[tuple[int, int]]) -> Ints:
    bounds = [(c.counts[0].least, c.counts[0].most) if c.counts else None for c in claims]
    found = [
        _UNKNOWN if bounds[i] is None or bounds[j] is None else 1 + (bounds[i] == bounds[j])
        for i, j in pairs
    ]
    return np.array(found, dtype=np.int64)
