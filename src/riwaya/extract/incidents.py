"""Which claims of one report are about one occurrence?"""

from collections.abc import Sequence

from riwaya.extract.choice import likelihood
from riwaya.extract.context import bucket
from riwaya.knowledge.model import Model
from riwaya.records.claim import Claim, Modality

FARTHEST = 40
"""How many claims back a claim is compared; news tells one occurrence in one stretch of text."""


def labels(claims: Sequence[Claim], text: str, model: Model) -> list[str]:
    """Return for each claim the label of its incident, i1, i2, … in text order.

    A claim joins the incident whose claims it is most likely of one occurrence with, on average;
    where none is likely it opens another.
    """
    incidents: list[list[int]] = []
    found: list[str] = []
    for number, claim in enumerate(claims):
        best, likeliest = -1, 0.5
        for index, members in enumerate(incidents):
            near = [member for member in members if number - member <= FARTHEST]
            if not near:
                continue
            total = sum(likelihood(model.score(features(claims[m], claim, text))) for m in near)
            if total / len(near) > likeliest:
                best, likeliest = index, total / len(near)
        if best < 0:
            incidents.append([])
            best = len(incidents) - 1
        incidents[best].append(number)
        found.append(f"i{best + 1}")
    return found


def features(earlier: Claim, later: Claim, text: str) -> list[str]:
    """Return what two claims of a report have in common, and where they clash."""
    types = " ".join(sorted((earlier.type, later.type)))
    same_type = earlier.type == later.type
    gap = later.trigger.start - earlier.trigger.end
    between = text[earlier.trigger.end : later.trigger.start]
    sentence = not any(mark in between for mark in (". ", ".\n", "\n"))
    found = [
        "b",
        f"types={types}",
        f"types={types} {sentence}",
        f"same type={same_type} {sentence}",
        f"gap={bucket(gap // 40)}",
        f"sentence={sentence}",
    ]
    found += [f"word={earlier.trigger.of(text) == later.trigger.of(text)} {same_type}"]
    titled = "\n\n" in between
    found += [f"title={titled} {same_type}"]
    found += [
        f"modality={earlier.modality is later.modality} {Modality.ACTUAL in (earlier.modality, later.modality)}"
    ]
    found += _places(earlier, later, same_type=same_type)
    found += _figures(earlier, later, same_type=same_type)
    found += _people(earlier, later, text, same_type=same_type)
    return found


def _places(earlier: Claim, later: Claim, *, same_type: bool) -> list[str]:
    first = {place.anchor or place.evidence for place in earlier.places}
    second = {place.anchor or place.evidence for place in later.places}
    place = "none" if not (first and second) else str(bool(first & second))
    days = "none"
    if earlier.time and later.time:
        days = str(earlier.time.first <= later.time.last and later.time.first <= earlier.time.last)
    return [
        f"place={place}",
        f"place={place} {same_type}",
        f"days={days}",
        f"days={days} {same_type}",
        f"days={days} place={place}",
    ]


def _figures(earlier: Claim, later: Claim, *, same_type: bool) -> list[str]:
    if not (earlier.counts and later.counts and same_type):
        return [f"counts=none {same_type}"]
    first, second = earlier.counts[0], later.counts[0]
    return [f"counts={(first.least, first.most) == (second.least, second.most)}"]


def _people(earlier: Claim, later: Claim, text: str, *, same_type: bool) -> list[str]:
    found = []
    for role in ("agents", "targets"):
        first = {word for each in getattr(earlier, role) for word in each.evidence.of(text).split()}
        second = {word for each in getattr(later, role) for word in each.evidence.of(text).split()}
        shared = "none" if not (first and second) else str(bool(first & second))
        found += [f"{role}={shared}", f"{role}={shared} {same_type}"]
    return found
