"""What is seen of each word of a report, in columns of codes: one row a token."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from riwaya.arabic.particles import COMMAS
from riwaya.extract.codes import Ints, code
from riwaya.extract.context import Context, sorts_of
from riwaya.records.reading import Morphology, Tag, Token

_FORM_NAMES = (
    "form", "lemma", "lemma2", "lemma3", "front", "end", "tail", "event1", "event2", "event3", "event4",
    "sort1", "sort2", "sort3", "stance", "modal1", "modal2", "grammar", "article", "joins", "on", "owner", "function",
)  # fmt: skip
_PLACE_NAMES = ("tag", "key", "cluster", "quoted", "titled", "place", "certain", "time", "opens")
NAMES = _FORM_NAMES + _PLACE_NAMES
"""The columns that describe a token to the network, in their order."""

_KINDS = 3
_TAG_CODES = {tag: code(f"tag:{tag}") for tag in Tag}
_CLAUSES = {
    "relative": Tag.RELATIVE,
    "that": Tag.COMPLEMENTIZER,
    "when": Tag.SUBORDINATOR,
    "verbs": Tag.VERB,
}


@lru_cache(maxsize=100_000)
def _of_form(morph: Morphology) -> npt.NDArray[np.int64]:
    """Return the codes of what a written word is by itself."""
    form = morph.form
    events = [code(f"event:{e}:{s}") for e, s in morph.events.items()]
    sorts = [code(f"sort:{s}") for s in sorts_of(morph)]
    modal = [code(f"modal:{m}") for m in morph.modalities]
    lemmas = [code(f"lemma:{lemma}") for lemma in morph.lemmas]
    stance = "+".join(morph.stances)
    row = [
        code(form), *_first(lemmas, 3), code(f"front:{form[:3]}"), code(f"end:{form[-3:]}"), code(f"tail:{form[-2:]}"),
        *_first(events, 4), *_first(sorts, 3), code(f"stance:{stance}") if stance else 0, *_first(modal, 2),
        code(f"grammar:{morph.number}{morph.gender}{morph.verb_gender}{morph.passive:d}{morph.present:d}{morph.future:d}{morph.adverbial:d}"),
        code("article") if morph.definite else 0, code(f"joins:{morph.conjunction}") if morph.conjunction else 0,
        code(f"on:{morph.preposition}") if morph.preposition else 0, code("owner") if morph.pronoun else 0,
        code(f"function:{morph.function}") if morph.function else 0,
    ]  # fmt: skip
    return np.array(row, dtype=np.int64)


def _first(codes: Sequence[int], most: int) -> list[int]:
    return [*codes[:most], *[0] * (most - len(codes))]


def shape_of(token: Token) -> str:
    """Name the grammar of a trigger that decides where its participants stand."""
    morph = token.morph
    if token.tag is Tag.VERB:
        return "V" + ("p" if morph.passive else "") + ("'" if morph.pronoun else "")
    part = morph.lemmas[0][:1] if morph.lemmas else "n"
    return part.upper() + ("d" if morph.definite else "") + ("'" if morph.pronoun else "")


def lemma_of(token: Token) -> str:
    """Return the lemma of a word, its form where none is known."""
    return token.morph.lemmas[0] if token.morph.lemmas else token.form


def steps(distance: Ints) -> Ints:
    """Return distances in steps from 1 on: exact while short.

    >>> steps(np.array([0, 4, 6, 10, 60])).tolist()
    [1, 5, 6, 7, 10]
    """
    return np.searchsorted(np.array([1, 2, 3, 4, 5, 8, 12, 20, 40]), distance, side="right") + 1


@dataclass(frozen=True, eq=False)
class Traits:
    """The columns of a report; each is made when it is first asked for.

    Rows of tokens are followed by one row of zeros, for what is not there: index -1 is nothing.
    """

    context: Context

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the report."""
        return self.context.tokens

    @cached_property
    def table(self) -> Ints:
        """The codes of every token under `NAMES`, and a last row of zeros."""
        context = self.context
        size = len(self.tokens)
        table = np.zeros((size + 1, len(NAMES)), dtype=np.int64)
        if size:
            table[:size, : len(_FORM_NAMES)] = np.stack([_of_form(t.morph) for t in self.tokens])
            table[:size, len(_FORM_NAMES) :] = np.stack(
                [
                    np.array([_TAG_CODES[t.tag] for t in self.tokens]),
                    np.array([code(f"key:{key}") for key in context.keys]),
                    np.array([code(f"cluster:{c}") if c else 0 for c in context.clusters]),
                    np.where(np.array(context.quote_at) >= 0, code("quoted"), 0),
                    self._titled(),
                    *self._at_places(),
                    np.where(np.array(context.time_at) >= 0, code("time"), 0),
                    self._opens(),
                ],
                axis=1,
            )
        return table

    def _titled(self) -> Ints:
        titled = np.zeros(len(self.tokens), dtype=np.int64)
        for sentence in self.context.analysis.sentences:
            if sentence.is_title:
                titled[sentence.first : sentence.last] = code("titled")
        return titled

    def _opens(self) -> Ints:
        opens = np.zeros(len(self.tokens), dtype=np.int64)
        opens[[s.first for s in self.context.analysis.sentences]] = code("opens")
        return opens

    def _at_places(self) -> list[Ints]:
        kinds, certain = (np.zeros(len(self.tokens), dtype=np.int64) for _ in range(2))
        for place in self.context.analysis.places:
            kinds[place.first : place.last] = code(f"place:{place.kind}")
            certain[place.first : place.last] = code(f"certain:{place.certainty}{place.refers}")
        return [kinds, certain]

    @cached_property
    def columns(self) -> dict[str, Ints]:
        """The columns of the table by their names, each in one piece."""
        return dict(zip(NAMES, np.ascontiguousarray(self.table.T), strict=True))

    def column(self, name: str) -> Ints:
        """Return the codes of one column, with the last row of zeros."""
        return self.columns[name]

    @cached_property
    def bounds(self) -> Ints:
        """The sentence of each token as [first, last); the last row is of nothing."""
        rows = np.zeros((len(self.tokens) + 1, 2), dtype=np.int64)
        for sentence in self.context.analysis.sentences:
            rows[sentence.first : sentence.last] = sentence.first, sentence.last
        return rows

    @cached_property
    def shape(self) -> Ints:
        """The grammar of each token as a trigger."""
        return self._coded("shape", [shape_of(t) for t in self.tokens])

    @cached_property
    def lemma(self) -> Ints:
        """The lemma of each token, its form where none is known."""
        return self._coded("L", [lemma_of(t) for t in self.tokens])

    @cached_property
    def quote(self) -> Ints:
        """The quotation of each token, 0 for none."""
        return np.array([*self.context.quote_at, -1], dtype=np.int64) + 1

    def _coded(self, name: str, values: Sequence[str]) -> Ints:
        return np.array([*(code(f"{name}:{v}") if v else 0 for v in values), 0], dtype=np.int64)

    @cached_property
    def sums(self) -> dict[str, Ints]:
        """How many tokens of a sort stand before each position: differences count a stretch."""
        tags = [t.tag for t in self.tokens]
        found = {name: _running([each is tag for each in tags]) for name, tag in _CLAUSES.items()}
        found["commas"] = _running([t.tag is Tag.MARK and t.form in COMMAS for t in self.tokens])
        found["lines"] = self._lines()
        return found

    def _lines(self) -> Ints:
        text = self.context.analysis.report.text
        tokens = self.tokens
        breaks = ["\n" in text[before.end : token.start] for before, token in pairwise(tokens)]
        return _running([False, *breaks] if tokens else [])

    def count(self, name: str, first: Ints, last: Ints, *, most: int = 3) -> Ints:
        """Return how many tokens of a sort stand in stretches, plus one, up to `most` plus one."""
        sums = self.sums[name]
        found: Ints = np.minimum(np.maximum(sums[last] - sums[first], 0), most) + 1
        return found

    @cached_property
    def phrases(self) -> "Phrases":
        """The noun phrases in columns."""
        return Phrases.of(self)


def _running(flags: Sequence[bool]) -> Ints:
    sums = np.cumsum(np.array(flags, dtype=np.int64))
    # One more at the end: what begins behind the last token counts nothing.
    return np.concatenate([[0], sums, sums[-1:]])


@dataclass(frozen=True, eq=False)
class Phrases:
    """The noun phrases of a report in columns, and a last row of zeros."""

    first: Ints
    last: Ints
    head: Ints
    preposition: Ints
    bare: Ints
    """Whether no preposition governs it."""
    coordinated: Ints
    definite: Ints
    kinds: Ints
    """Up to three sorts of each."""
    animate: Ints

    @classmethod
    def of(cls, traits: Traits) -> "Phrases":
        """Return the phrases of a report."""
        context = traits.context
        phrases = context.analysis.phrases
        rows = [
            (
                p.first, p.last, p.head, code(f"prep:{p.preposition}"), int(not p.preposition),
                int(p.coordinated), int(p.definite), int(a),
            )
            for p, a in zip(phrases, context.animate, strict=True)
        ]  # fmt: skip
        table = np.array([*rows, (0,) * 8], dtype=np.int64)
        kinds = np.zeros((len(phrases) + 1, _KINDS), dtype=np.int64)
        for number in range(len(phrases)):
            found = [code(f"kind:{k}") for k in kinds_of(context, number)[:_KINDS]]
            kinds[number, : len(found)] = found
        first, last, head, preposition, bare, coordinated, definite, animate = table.T
        return cls(first, last, head, preposition, bare, coordinated, definite, kinds, animate)


def kinds_of(context: Context, number: int) -> list[str]:
    """Name the sorts of a noun phrase, by its head and by the nouns after it."""
    phrase = context.analysis.phrases[number]
    tokens = context.tokens
    head = tokens[phrase.head].morph
    found = dict.fromkeys(sorts_of(head))
    place = context.place_at[phrase.head]
    if place >= 0:
        found[f"place{context.analysis.places[place].certainty}"] = None
    if context.time_at[phrase.first] >= 0:
        found["time"] = None
    if tokens[phrase.first].tag is Tag.NUMBER:
        found["counted"] = None
    if not found:
        found["other" if head.lemmas else "unknown"] = None
    if head.events:
        found["event"] = None
    for position in range(phrase.head + 1, phrase.core):
        for sort in tokens[position].morph.sorts:
            found.setdefault(f"+{sort}")
    return list(found)
