"""What every question of extraction asks of the words around: keys, neighbours, clauses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from riwaya.arabic.particles import COMMAS
from riwaya.knowledge.clusters import clusters
from riwaya.records.reading import (
    AnalyzedReport,
    Morphology,
    Phrase,
    PlaceMention,
    Sentence,
    Tag,
    TimeMention,
    Token,
)

_ANIMATE = frozenset(
    {
        "force",
        "fighter",
        "civilian",
        "official",
        "political",
        "international",
        "activists",
        "monitor",
        "security",
        "military_word",
    }
)
_NEW_CLAUSE = frozenset({Tag.RELATIVE, Tag.COMPLEMENTIZER, Tag.SUBORDINATOR})
_FRONTS = ("وال", "فال", "بال", "كال", "ولل", "وبال", "لل", "ال")


@lru_cache(maxsize=200_000)
def key(form: str, lemma: str) -> str:
    """Return a short name of a word: its lemma, or its letters without article and و."""
    if lemma:
        return lemma
    for front in _FRONTS:
        if form.startswith(front) and len(form) > len(front) + 1:
            return form[len(front) :]
    return form


def key_of(token: Token) -> str:
    """Return a short name of a token, under which its inflections meet."""
    if token.tag is Tag.NUMBER:
        return "#"
    morph = token.morph
    if morph.function:
        return morph.word
    return key(token.form, morph.lemmas[0] if morph.lemmas else "")


@dataclass(frozen=True, eq=False)
class Context:
    """An analyzed report, and what is looked up in it again and again.

    `sentence_at` gives the sentence of a token, `phrase_at` the noun phrase, each by its index, -1
    where there is none.
    """

    analysis: AnalyzedReport

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the report."""
        return self.analysis.tokens

    @cached_property
    def keys(self) -> list[str]:
        """The key of each token; places and times have keys of their own."""
        keys = [key_of(token) for token in self.tokens]
        for place in self.analysis.places:
            if place.certainty > 1 and not place.refers:
                for position in range(place.name, place.last):
                    keys[position] = "@"
        for time in self.analysis.times:
            for position in range(time.first, time.last):
                keys[position] = "~"
        return keys

    @cached_property
    def clusters(self) -> list[str]:
        """The group of each token's key, as `knowledge.clusters` has it; "" for a rare word."""
        known = clusters()
        return [known.get(key, "") for key in self.keys]

    @cached_property
    def sentence_at(self) -> list[int]:
        """The index of each token's sentence."""
        found = [0] * len(self.tokens)
        for number, sentence in enumerate(self.analysis.sentences):
            for position in range(sentence.first, sentence.last):
                found[position] = number
        return found

    @cached_property
    def phrase_at(self) -> list[int]:
        """The index of the noun phrase a token stands in, -1 for none."""
        return _indexed(len(self.tokens), self.analysis.phrases)

    @cached_property
    def place_at(self) -> list[int]:
        """The index of the place a token belongs to, -1 for none."""
        return _indexed(len(self.tokens), self.analysis.places)

    @cached_property
    def time_at(self) -> list[int]:
        """The index of the time a token belongs to, -1 for none."""
        return _indexed(len(self.tokens), self.analysis.times)

    @cached_property
    def quote_at(self) -> list[int]:
        """The index of the quotation a token stands in, -1 for none."""
        found = [-1] * len(self.tokens)
        for number, (first, last) in enumerate(self.analysis.quotes):
            for position in range(first, last):
                found[position] = number
        return found

    @cached_property
    def phrases_of(self) -> list[list[int]]:
        """The indexes of the noun phrases of each sentence."""
        return self._of_sentences(self.analysis.phrases)

    @cached_property
    def places_of(self) -> list[list[int]]:
        """The indexes of the places of each sentence."""
        return self._of_sentences(self.analysis.places)

    @cached_property
    def times_of(self) -> list[list[int]]:
        """The indexes of the times of each sentence."""
        return self._of_sentences(self.analysis.times)

    @cached_property
    def animate(self) -> list[bool]:
        """Whether each noun phrase names people, forces, organisations or states."""
        found = []
        for phrase in self.analysis.phrases:
            head = self.tokens[phrase.head].morph
            found.append(bool(_ANIMATE & head.sorts) or bool(head.nation))
        return found

    @cached_property
    def governors(self) -> list[int]:
        """The verb that each token stands behind in its clause, -1 for none."""
        found = [-1] * len(self.tokens)
        for sentence in self.analysis.sentences:
            verb = -1
            for position in range(sentence.first, sentence.last):
                found[position] = verb
                token = self.tokens[position]
                if token.tag is Tag.VERB:
                    verb = position
                elif token.tag in _NEW_CLAUSE or (token.tag is Tag.MARK and token.form in COMMAS):
                    verb = -1
        return found

    def sentence(self, position: int) -> Sentence:
        """Return the sentence of a token."""
        return self.analysis.sentences[self.sentence_at[position]]

    def _of_sentences(
        self, stretches: Sequence[Phrase | PlaceMention | TimeMention]
    ) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.analysis.sentences]
        for number, stretch in enumerate(stretches):
            found[self.sentence_at[stretch.first]].append(number)
        return found


def _indexed(length: int, stretches: Sequence[Phrase | PlaceMention | TimeMention]) -> list[int]:
    found = [-1] * length
    for number, stretch in enumerate(stretches):
        for position in range(stretch.first, stretch.last):
            found[position] = number
    return found


def sorts_of(morph: Morphology) -> Iterator[str]:
    """Yield the sorts of things a word names, its nation among them."""
    yield from morph.sorts
    if morph.nation:
        yield "nation"
