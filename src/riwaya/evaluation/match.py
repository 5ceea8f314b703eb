"""When a predicted claim, or a part of it, is the annotated one."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from riwaya.records.claim import Claim
from riwaya.records.span import Span

Item = TypeVar("Item")

LEAST_SHARED_WORDS = 0.5
"""Two fillers that stand apart are one where at least this share of their words agrees (Dice)."""


class Part(StrEnum):
    """The parts of a claim that have fillers of their own, in the order of the report."""

    AGENTS = "agents"
    TARGETS = "targets"
    PLACES = "places"
    COUNTS = "counts"
    TIME = "time"
    SOURCE = "source"
    VIA = "via"


@dataclass(frozen=True)
class Filler:
    """What fills a part of a claim: its place, its words, and its value where it has one.

    `span` is None for a time that was carried over from the sentence before.
    """

    span: Span | None
    words: str
    value: object = None

    @cached_property
    def folded(self) -> "Counter[str]":
        """The words without spelling variants, article and the clitics written before it."""
        return folded_words(self.words)

    @property
    def is_carried(self) -> bool:
        """Whether it stands in no words of its own: such a time may be given or left out."""
        return self.span is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A claim with its fillers laid out by part."""

    claim: Claim
    fillers: dict[Part, tuple[Filler, ...]] = field(repr=False)

    @classmethod
    def of(cls, claim: Claim, text: str) -> "Parts":
        """Lay out a claim of a text."""

        def worded(span: Span, value: object = None) -> Filler:
            return Filler(span, span.of(text), value)

        time, said, via = claim.time, claim.attribution, claim.via
        fillers = {
            Part.AGENTS: tuple(worded(agent.evidence) for agent in claim.agents),
            Part.TARGETS: tuple(worded(target.evidence) for target in claim.targets),
            Part.PLACES: tuple(worded(p.evidence, p.anchor) for p in claim.places),
            Part.COUNTS: tuple(worded(c.evidence, (c.role, c.least, c.most)) for c in claim.counts),
            Part.TIME: (),
            Part.SOURCE: (worded(said.source),) if said else (),
            Part.VIA: (worded(via),) if via else (),
        }
        if time:
            words = time.evidence.of(text) if time.evidence else ""
            fillers[Part.TIME] = (Filler(time.evidence, words, (time.first, time.last)),)
        return cls(claim=claim, fillers=fillers)


def folded_words(text: str) -> "Counter[str]":
    """Count the words of a filler, whatever their spelling variant, article and clitics.

    >>> folded_words("بالقوات") == folded_words("القوّات") == folded_words("قوات")
    True
    """
    composed = unicodedata.normalize("NFKC", text)
    bare = "".join(char for char in composed if not unicodedata.combining(char))
    return Counter(_ARTICLE.sub("", word) for word in _WORD.findall(bare.translate(_VARIANTS)))


def same_words(gold: Filler, predicted: Filler) -> bool:
    """Tell whether two fillers overlap, or share at least half of their words."""
    if gold.span and predicted.span and gold.span.overlaps(predicted.span):
        return True
    shared = (gold.folded & predicted.folded).total()
    both = gold.folded.total() + predicted.folded.total()
    return shared > 0 and 2 * shared / both >= LEAST_SHARED_WORDS


def same_place(gold: Filler, predicted: Filler) -> bool:
    """Tell whether two places have the same anchor, or the same words."""
    if gold.value and predicted.value and _latin(gold.value) == _latin(predicted.value):
        return True
    return same_words(gold, predicted)


def same_value(gold: Filler, predicted: Filler) -> bool:
    """Tell whether two counts or times say exactly the same."""
    return gold.value == predicted.value


SAME: dict[Part, Callable[[Filler, Filler], bool]] = {
    **dict.fromkeys(Part, same_words),
    Part.PLACES: same_place,
    Part.COUNTS: same_value,
    Part.TIME: same_value,
}


def pairs(
    gold: Sequence[Item], predicted: Sequence[Item], *, same: Callable[[Item, Item], bool]
) -> int:
    """Count the items that can be paired one to one, each gold item taking the first that fits."""
    free = list(predicted)
    found = 0
    for item in gold:
        for position, candidate in enumerate(free):
            if same(item, candidate):
                del free[position]
                found += 1
                break
    return found


def agreeing(gold: Parts, predicted: Parts, part: Part) -> int:
    """Count the fillers of one part that two claims share."""
    return pairs(gold.fillers[part], predicted.fillers[part], same=SAME[part])


def paired_claims(
    gold: Sequence[Parts], predicted: Sequence[Parts], *, typed: bool
) -> list[tuple[int, int]]:
    """Pair claims whose triggers overlap, best agreement first.

    Args:
        gold: the annotated claims.
        predicted: the extracted claims.
        typed: whether both must be of one event type.

    Returns:
        Positions in `gold` and `predicted`.
    """
    candidates = sorted(_candidates(gold, predicted, typed=typed))
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    found = []
    for _, _, g, p in candidates:
        if g not in taken_gold and p not in taken_predicted:
            taken_gold.add(g)
            taken_predicted.add(p)
            found.append((g, p))
    return found


def _candidates(
    gold: Sequence[Parts], predicted: Sequence[Parts], *, typed: bool
) -> Iterable[tuple[bool, int, int, int]]:
    for g, annotated in enumerate(gold):
        for p, extracted in enumerate(predicted):
            is_other_type = annotated.claim.type != extracted.claim.type
            if (typed and is_other_type) or not annotated.claim.trigger.overlaps(
                extracted.claim.trigger
            ):
                continue
            agreement = sum(agreeing(annotated, extracted, part) for part in Part)
            yield is_other_type, -agreement, g, p


def _latin(name: object) -> str:
    lowered = str(name).lower().removeprefix("al-").removeprefix("az-")
    return re.sub(r"[^a-z0-9]", "", lowered)


_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(?:[وفبكل]?ال|لل)(?=\w{2})")
_VARIANTS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": ""}
)
