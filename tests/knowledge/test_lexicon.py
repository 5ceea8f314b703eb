"""The lexicon reads a written word back to the entries of its tables."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given

from riwaya.arabic.letters import match_form
from riwaya.knowledge.lexicon import Lexicon, Part, Reading, lexicon
from riwaya.knowledge.ontology import event_types
from riwaya.records.claim import Modality, Stance
from tests.arabic.texts import news

TABLES = ("triggers", "speech", "modality", "verbs", "nouns")


def readings(word: str) -> tuple[Reading, ...]:
    return lexicon().readings(match_form(word))


def lemmas(word: str) -> set[str]:
    return {reading.lemma.name for reading in readings(word)}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_toml_with_entries(name: str) -> None:
    path = files("riwaya.knowledge") / "tables" / "lexicon" / f"{name}.toml"
    assert tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("word", ["هاجم", "يهاجمون", "وستهاجمهم", "هاجمناهم"])
def test_the_forms_of_a_verb_are_read_back(word: str) -> None:
    assert "v:هاجم" in lemmas(word)


@pytest.mark.parametrize("word", ["غارة", "الغارات", "وبغارتين", "لغاراته"])
def test_the_forms_of_a_noun_are_read_back(word: str) -> None:
    assert "n:غارة" in lemmas(word)


def test_a_verb_takes_no_article() -> None:
    words = Lexicon()
    words.add_verb("هاجم يهاجم")
    assert words.readings("يهاجم")
    assert not words.readings("اليهاجم")


def test_a_noun_takes_no_letter_of_the_future() -> None:
    words = Lexicon()
    words.add_noun("يد ايدي")
    assert words.readings("يد")
    assert not words.readings("سيد")


def test_article_and_pronoun_exclude_each_other() -> None:
    words = Lexicon()
    words.add_noun("هجوم هجمات")
    assert words.readings("هجومهم")
    assert not words.readings("الهجومهم")


def test_one_entry_given_twice_is_one_lemma() -> None:
    words = Lexicon()
    first, second = (words.add_noun("هجوم هجمات") for _ in range(2))
    assert first is second
    assert len(words.readings("هجوم")) == 1


def test_alternatives_of_a_phrase_begin_with_either_word() -> None:
    words = Lexicon()
    words.add_phrase("أطلق/يطلق سراح", "release")
    for first in ("اطلق", "يطلق"):
        (phrase,) = words.phrases(first)
        assert phrase.words == (first, "سراح")
        assert phrase.event == "release"


def test_the_longest_phrase_comes_first() -> None:
    words = Lexicon()
    words.add_phrase("وقف النار", "ceasefire")
    words.add_phrase("وقف إطلاق النار", "ceasefire")
    assert [len(phrase.words) for phrase in words.phrases("وقف")] == [3, 2]


def test_words_of_saying_have_their_stance() -> None:
    stances = {stance for reading in readings("زعم") for stance in reading.lemma.stances}
    assert "claims" in stances


def test_every_stance_and_modality_of_the_tables_is_a_known_one() -> None:
    root = files("riwaya.knowledge") / "tables" / "lexicon"
    speech = tomllib.loads((root / "speech.toml").read_text(encoding="utf-8"))
    modality = tomllib.loads((root / "modality.toml").read_text(encoding="utf-8"))
    assert speech.keys() - {"citing", "continuing"} <= set(Stance)
    assert modality.keys() <= set(Modality)


def test_every_event_type_has_words_that_tell_of_it_by_themselves() -> None:
    root = files("riwaya.knowledge") / "tables" / "lexicon"
    triggers = tomllib.loads((root / "triggers.toml").read_text(encoding="utf-8"))
    assert triggers.keys() - {"frames"} == set(event_types())
    for event, row in triggers.items():
        if event != "frames":
            assert row.keys() & {"verbs", "nouns", "people", "phrases"}, event


def test_those_it_was_done_to_are_their_own_part_of_speech() -> None:
    assert any(reading.lemma.part is Part.PEOPLE for reading in readings("الجرحى"))


@given(news())
def test_no_string_raises_and_every_reading_is_of_the_word(text: str) -> None:
    for reading in lexicon().readings(text):
        assert reading.split.stem
