"""A written word is known by itself: its lemmas, its grammar, the letters around it."""

import pytest
from hypothesis import given

from riwaya.analyze.morphology import morphology
from riwaya.arabic.letters import match_form
from riwaya.records.reading import Morphology
from tests.arabic.texts import news


def morph(word: str) -> Morphology:
    return morphology(match_form(word))


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("هاجموا", "v:هاجم"),
        ("وسيهاجمون", "v:هاجم"),
        ("بالقصف", "n:قصف"),
        ("قتيلان", "p:قتيل"),
        ("للغارات", "n:غارة"),
    ],
)
def test_a_form_has_its_lemma(word: str, lemma: str) -> None:
    assert lemma in morph(word).lemmas


def test_the_reading_that_takes_off_fewest_letters_wins() -> None:
    assert not morph("وزارة").conjunction
    assert morph("والقصف").conjunction == "و"


@pytest.mark.parametrize(("word", "passive"), [("أصيب", True), ("اختير", True), ("أصاب", False)])
def test_letters_may_tell_of_a_passive(word: str, passive: bool) -> None:
    assert morph(word).passive is passive


def test_the_article_and_a_preposition_are_told_from_the_word() -> None:
    assert morph("بالمدفعية").preposition == "ب"
    assert morph("بالمدفعية").definite
    assert not morph("مدفعية").definite


def test_a_pronoun_is_told_from_its_noun() -> None:
    assert morph("قواتهم").pronoun == "هم"


@pytest.mark.parametrize(
    ("word", "number"), [("جندي", "s"), ("جنديان", "d"), ("جنديين", "d"), ("جنود", "p")]
)
def test_a_noun_tells_how_many(word: str, number: str) -> None:
    assert morph(word).number == number


def test_the_future_is_told_from_its_letter() -> None:
    assert morph("سينسحبون").future
    assert not morph("ينسحبون").future


@pytest.mark.parametrize(
    ("word", "country"),
    [("السوري", "Syria"), ("واليمنية", "Yemen"), ("للمصريين", "Egypt"), ("المدنيين", "")],
)
def test_a_nisba_names_its_country(word: str, country: str) -> None:
    assert morph(word).nation == country


def test_a_word_tells_of_events_by_itself_or_in_fitting_company() -> None:
    assert morph("اشتباكات").events["armed_clash"]
    assert not morph("الهجوم").events["bombing"]


def test_a_word_no_table_has_tells_of_nothing() -> None:
    unknown = morph("خنفشار")
    assert not unknown.lemmas
    assert not unknown.events


@given(news())
def test_no_string_raises(text: str) -> None:
    assert morphology(text).form == text
