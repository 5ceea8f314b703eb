"""What a written word can be, without its neighbours."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from riwaya.arabic.inflect import Tense, Voice
from riwaya.arabic.letters import name_form
from riwaya.arabic.particles import FUNCTION_WORDS
from riwaya.knowledge.countries import country_of
from riwaya.knowledge.lexicon import Part, Reading, lexicon
from riwaya.records.reading import Morphology

_DISTINCT_WORDS = 200_000
"""Spellings kept: more than a year of one newspaper has."""
_ARTICLES = (
    ("وال", "و", ""), ("فال", "ف", ""), ("بال", "", "ب"), ("كال", "", "ك"),
    ("ولل", "و", "ل"), ("وبال", "و", "ب"), ("لل", "", "ل"), ("ال", "", ""),
)  # fmt: skip
"""The article with the letters before it: how it is written, conjunction, preposition."""


@lru_cache(maxsize=_DISTINCT_WORDS)
def morphology(form: str) -> Morphology:
    """Return what a word under `letters.match_form` can be.

    >>> morphology("وبالقصف").lemmas, morphology("وبالقصف").preposition
    (('n:قصف',), 'ب')
    """
    function = FUNCTION_WORDS.get(form)
    readings = _least_taken_off(lexicon().readings(form))
    verb = next((r for r in readings if r.lemma.part is Part.VERB), None)
    noun = next((r for r in readings if r.lemma.part is not Part.VERB), None)
    best = noun or verb
    conjunction, preposition, definite = _front(form)
    if best is not None:
        conjunction, preposition = best.split.conjunction, best.split.preposition
        definite = bool(noun and noun.split.definite)
    elif function is not None:
        conjunction, preposition, definite = function.conjunction, "", False
    return Morphology(
        form=form,
        lemmas=tuple(dict.fromkeys(r.lemma.name for r in readings)),
        verb=verb.lemma.name if verb else None,
        noun=noun.lemma.name if noun else None,
        passive=any(r.grammar.voice is Voice.PASSIVE for r in readings),
        present=bool(verb and verb.grammar.tense is Tense.PRESENT),
        number=best.grammar.number if best else "-",
        gender=best.grammar.gender if best else ("f" if form.endswith("ة") else "-"),
        verb_gender=verb.grammar.gender if verb else "-",
        function=function.kind.value if function else None,
        word=function.word if function else "",
        conjunction=conjunction,
        preposition=preposition,
        pronoun=best.split.pronoun if best else "",
        definite=definite,
        future=any(r.split.future for r in readings),
        adverbial=form.endswith("ا") and not definite and not (best and best.split.pronoun),
        nation="" if function else _nation(form, len(conjunction + preposition)),
        events=_events(readings),
        idioms=_idioms(readings),
        stances=_ordered(s for r in readings for s in r.lemma.stances),
        modalities=_ordered(m for r in readings for m in r.lemma.modalities),
        sorts=_ordered(s for r in readings for s in r.lemma.sorts),
    )


def _least_taken_off(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Keep the readings that take off the fewest letters: وزارة is no و with زارة."""
    fewest = min((_taken_off(reading) for reading in readings), default=0)
    return tuple(reading for reading in readings if _taken_off(reading) == fewest)


def _taken_off(reading: Reading) -> int:
    split = reading.split
    letters = len(split.conjunction) + len(split.preposition) + len(split.pronoun)
    return letters + split.future + 2 * split.definite


def _events(readings: tuple[Reading, ...]) -> dict[str, bool]:
    events: dict[str, bool] = {}
    for reading in readings:
        for event, is_strong in reading.lemma.events.items():
            events[event] = is_strong or events.get(event, False)
    return events


def _ordered(names: Iterable[str]) -> AbstractSet[str]:
    """Return a set that is always gone through in the same order."""
    return dict.fromkeys(sorted(names)).keys()


def _idioms(readings: tuple[Reading, ...]) -> tuple[tuple[tuple[str, ...], str], ...]:
    starts = dict.fromkeys(s for r in readings for s in (r.split.stem, r.lemma.form))
    found = [phrase for start in starts for phrase in lexicon().phrases(start)]
    found.sort(key=lambda phrase: -len(phrase.words))
    return tuple(dict.fromkeys((phrase.words[1:], phrase.event) for phrase in found))


def _front(form: str) -> tuple[str, str, bool]:
    for article, conjunction, preposition in _ARTICLES:
        if form.startswith(article) and len(form) > len(article) + 1:
            return conjunction, preposition, True
    return "", "", False


def _nation(form: str, front: int) -> str:
    """Return the country of a nisba, the letters before it taken off; "" where there is none."""
    bare = form[front:]
    if front and form[front - 1] == "ل" and bare.startswith("ل"):
        bare = "ا" + bare
    country = country_of(name_form(bare))
    if country is None and not front and form[:1] == "و":
        country = country_of(name_form(form[1:]))
    return country.english if country else ""
