"""Sentences of the tests, analyzed, and what extraction sees in them."""

from riwaya.extract.context import Context
from riwaya.extract.counts import amounts
from riwaya.extract.speech import Manner, speeches
from riwaya.extract.triggers import candidates
from tests.analyze.readings import a_reading, words_of


def a_context(body: str, *, title: str | None = None) -> Context:
    return Context(a_reading(body, title=title))


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
