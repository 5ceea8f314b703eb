"""Make every written form of a verb, noun or adjective from its table entry.

News is written without vowel signs, so a verb is given by two forms, the third person masculine
singular of the past and of the present ("هاجم يهاجم"): together they tell the weak letters. A noun
is given by its singular and its plurals; "+ون" and "+ات" stand for the sound ones.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from riwaya.arabic.letters import match_form


class Tense(StrEnum):
    """Past and present (of which the future is made); a noun has none."""

    PAST = "past"
    PRESENT = "present"


class Voice(StrEnum):
    """What the letters alone tell of the voice; most forms are written alike in both."""

    ACTIVE = "active"
    PASSIVE = "passive"
    EITHER = "either"


class Grammar(NamedTuple):
    """Grammatical features of one written form.

    `number` is s, d or p; `gender` m, f or - where the form does not tell; `person` 1 or 3.
    """

    tense: Tense | None
    voice: Voice
    number: str
    gender: str
    person: int = 3


class Inflected(NamedTuple):
    """One written form, folded by `letters.match_form`, and what it can mean."""

    form: str
    grammar: Grammar


_LONG = "اوي"
_FINAL_WEAK = "اىي"
_ROOT = 3
"""Letters of a simple past; a derived one has more."""
_WITH_TA = 5
"""Letters of the shortest past of form VI (تبادل)."""


def verb_forms(past: str, present: str) -> Iterator[Inflected]:
    """Yield the forms of a verb, the passive among them.

    >>> forms = {f.form: f.grammar for f in verb_forms("أصاب", "يصيب")}
    >>> forms["اصيبوا"].voice, forms["يصب"].tense
    (<Voice.PASSIVE: 'passive'>, <Tense.PRESENT: 'present'>)
    """
    past, present = match_form(past), match_form(present)
    passive_past, passive_present = _passive_past(past, present), _passive_present(past, present)
    voice = Voice.EITHER if passive_past == past else Voice.ACTIVE
    yield from _past(past, present, voice)
    if passive_past != past:
        yield from _past(passive_past, passive_present, Voice.PASSIVE)
    voice = Voice.EITHER if passive_present == present else Voice.ACTIVE
    yield from _present(present, voice)
    if passive_present != present:
        yield from _present(passive_present, Voice.PASSIVE)


def _is_hollow(past: str, present: str) -> bool:
    return (
        len(past) >= _ROOT
        and past[-2] == "ا"
        and len(present) > _ROOT
        and present[-2] in _LONG
        and (len(past) == _ROOT or past[0] == "ا")
    )


def _passive_past(past: str, present: str) -> str:
    if past[-1] in "اى":
        stem = past[:-1]
        return _rounded(stem) + "ي"
    if _is_hollow(past, present):
        return past[:-2] + "ي" + past[-1]
    return _rounded(past)


def _rounded(stem: str) -> str:
    """Write the long a of forms III and VI as their passive does (هاجم, هوجم)."""
    if len(stem) >= _ROOT and stem[1] == "ا" and stem[0] != "ا":
        return stem[0] + "و" + stem[2:]
    if len(stem) >= _WITH_TA and stem[0] == "ت" and stem[2] == "ا":
        return stem[:2] + "و" + stem[3:]
    return stem


def _passive_present(past: str, present: str) -> str:
    if past[0] == "و" and len(past) == _ROOT and present[1] == past[1]:
        return "ي" + past[:-1] + ("ى" if past[-1] in _FINAL_WEAK else past[-1])
    if _is_hollow(past, present):
        return present[:-2] + "ا" + present[-1]
    if present[-1] in "يو" and past[-1] in _FINAL_WEAK:
        return present[:-1] + "ى"
    return present


def _past(past: str, present: str, voice: Voice) -> Iterator[Inflected]:
    def form(text: str, number: str, gender: str, person: int = 3) -> Inflected:
        return Inflected(text, Grammar(Tense.PAST, voice, number, gender, person))

    yield form(past, "s", "m")
    if past[-1] in "اى":
        bare = past[:-1]
        glide = "و" if present[-1:] == "و" else "ي"
        yield form(bare + "ت", "s", "f")
        yield form(bare + "وا", "p", "m")
        yield form(bare + glide + "ا", "d", "m")
        yield form(bare + "تا", "d", "f")
        stem = bare + glide
    else:
        yield form(past + "ت", "s", "f")
        yield form((past[:-1] if past[-1] == "ي" else past) + "وا", "p", "m")
        yield form(past + "ا", "d", "m")
        yield form(past + "تا", "d", "f")
        hollow = _is_hollow(past, present) or (past[-2:-1] == "ي" and voice is Voice.PASSIVE)
        stem = past[:-2] + past[-1] if hollow else past
    yield form(stem + "ن", "p", "f")
    yield form(stem + "ت", "s", "-", 1)
    yield form(stem + "نا", "p", "-", 1)


def _present(present: str, voice: Voice) -> Iterator[Inflected]:
    stem = present[1:]
    weak = stem[-1] in "وىي"
    bare = stem[:-1] if weak else stem
    short = None
    if weak:
        short = bare
    elif len(stem) >= _ROOT and stem[-2] in _LONG:
        short = stem[:-2] + stem[-1]
    for prefix, number, gender, person in (("ي", "s", "m", 3), ("ت", "s", "f", 3),
                                           ("ن", "p", "-", 1), ("ا", "s", "-", 1)):  # fmt: skip
        grammar = Grammar(Tense.PRESENT, voice, number, gender, person)
        yield Inflected(prefix + stem, grammar)
        if short:
            yield Inflected(prefix + short, grammar)
    for prefix, gender in (("ي", "m"), ("ت", "f")):
        plural = Grammar(Tense.PRESENT, voice, "p", gender)
        dual = Grammar(Tense.PRESENT, voice, "d", gender)
        for ending in ("ون", "وا"):
            yield Inflected(prefix + bare + ending, plural)
        kept = bare + "ي" if weak else stem
        for ending in ("ان", "ا"):
            yield Inflected(prefix + kept + ending, dual)
    yield Inflected("ي" + (bare + "ي" if weak else short or stem) + "ن",
                    Grammar(Tense.PRESENT, voice, "p", "f"))  # fmt: skip


def noun_forms(singular: str, plurals: Iterable[str] = ()) -> Iterator[Inflected]:
    """Yield singular, dual and plural of a noun, as they stand alone and before another noun.

    >>> sorted(f.form for f in noun_forms("غارة", ["+ات"]) if f.grammar.number == "d")
    ['غارتا', 'غارتان', 'غارتي', 'غارتين']
    """
    singular = match_form(singular)
    gender = "f" if singular[-1] == "ة" else "-"
    yield from _number(singular, "s", gender)
    stem = singular[:-1] + "ت" if singular[-1] == "ة" else singular
    stem = stem[:-1] + "ي" if stem[-1] == "ى" else stem
    for ending in ("ان", "ين", "ا", "ي"):
        if not (ending in ("ا", "ي") and singular[-1] != "ة"):
            yield Inflected(stem + ending, Grammar(None, Voice.EITHER, "d", gender))
    for plural in plurals:
        yield from _plural(singular, match_form(plural))


def _plural(singular: str, plural: str) -> Iterator[Inflected]:
    stem = singular.removesuffix("ة")
    if plural == "+ون":
        for ending in ("ون", "ين", "و", "ي"):
            # The construct "ي" is written like a nisba or a first person, yet news has it often.
            yield Inflected(stem + ending, Grammar(None, Voice.EITHER, "p", "m"))
    elif plural == "+ات":
        yield Inflected(stem + "ات", Grammar(None, Voice.EITHER, "p", "f"))
    else:
        yield from _number(plural, "p", "-")


def _number(form: str, number: str, gender: str) -> Iterator[Inflected]:
    grammar = Grammar(None, Voice.EITHER, number, gender)
    yield Inflected(form, grammar)
    if form[-1] not in "ةاىء" and not form.endswith("ات"):
        yield Inflected(form + "ا", grammar)


def adjective_forms(masculine: str, plurals: Iterable[str] = ("+ون",)) -> Iterator[Inflected]:
    """Yield an adjective or participle in both genders and all numbers.

    >>> {"سورية", "سوريين", "سوريات"} <= {f.form for f in adjective_forms("سوري")}
    True
    """
    masculine = match_form(masculine)
    yield from noun_forms(masculine, plurals)
    feminine = masculine + "ة"
    for form in noun_forms(feminine, ["+ات"]):
        yield Inflected(form.form, form.grammar._replace(gender="f"))
