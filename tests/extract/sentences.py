"""Sentences of the tests, analyzed, and what extraction sees in them."""

from collections.abc import Sequence

import numpy as np

from riwaya.extract.codes import Columns, Ints
from riwaya.extract.context import Context
from riwaya.extract.counts import amounts
from riwaya.extract.pairing import Events, pair_columns
from riwaya.extract.speech import Manner, speeches
from riwaya.extract.traits import Traits
from riwaya.extract.triggers import Trigger, candidates
from tests.analyze.readings import a_reading, words_of


def a_context(body: str, *, title: str | None = None) -> Context:
    return Context(a_reading(body, title=title))


def the_traits(body: str, *, title: str | None = None) -> Traits:
    return Traits(a_context(body, title=title))


def the_events(body: str, *told: tuple[str, str], title: str | None = None) -> Events:
    """Return words of a text as the events they are said to tell of, in text order."""
    context = a_context(body, title=title)
    found = []
    for words, event in told:
        first, last = the_stretch(context, words)
        found.append(Trigger(first, last, event, 1.0))
    return Events(Traits(context), sorted(found))


def the_stretch(context: Context, words: str) -> tuple[int, int]:
    """Return the tokens [first, last) that have just these words, where they stand first."""
    size = len(words.split())
    for first in range(len(context.tokens) - size + 1):
        if words_of(context.analysis, first, first + size) == words:
            return first, first + size
    raise AssertionError(f"{words} is not in the text")


def the_pairs(events: Events, *asked: tuple[int, str]) -> Columns:
    """Return the columns of pairs of an event, by its number, and a stretch of words."""
    rows = [(event, *the_stretch(events.traits.context, words)) for event, words in asked]
    owner, first, last = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return pair_columns(events, owner, first, last)


def the_phrases_of(context: Context, numbers: Ints | Sequence[int]) -> list[str]:
    """Return the words of noun phrases, "" for nobody."""
    return [_phrase(context, int(number)) if number >= 0 else "" for number in numbers]


def the_speeches(body: str, *, title: str | None = None) -> list[tuple[str, Manner, str]]:
    """Return of each speech its cue, its manner and the words that name its source in full."""
    context = a_context(body, title=title)
    return [
        (context.tokens[said.cue].text, said.manner, _phrase(context, said.source))
        for said in speeches(context)
    ]


def the_source(body: str, *, title: str | None = None) -> str:
    """Return the source of the only speech."""
    ((_, _, source),) = the_speeches(body, title=title)
    return source


def the_outlet(body: str) -> str:
    """Return the outlet that the only speech passes through."""
    context = a_context(body)
    (said,) = speeches(context)
    assert said.via >= 0
    return _phrase(context, said.via)


def the_amounts(body: str) -> list[tuple[str, int, int | None]]:
    """Return the numbers of the first sentence: words, least, most."""
    context = a_context(body)
    return [
        (words_of(context.analysis, each.first, each.last), each.least, each.most)
        for each in amounts(context, 0)
    ]


def the_candidates(body: str) -> dict[str, frozenset[str]]:
    """Return the words that may tell of an event, and the types they may tell of."""
    context = a_context(body)
    return {
        words_of(context.analysis, each.first, each.last): frozenset(each.events)
        for each in candidates(context)
    }


def _phrase(context: Context, number: int) -> str:
    phrase = context.analysis.phrases[number]
    return words_of(context.analysis, phrase.first, phrase.last)
