"""Words and phrases that may tell of an event are found with the types they may tell of."""

import pytest
from hypothesis import given

from riwaya.extract.codes import spelled
from riwaya.extract.triggers import LABELS, candidates, options
from riwaya.knowledge.ontology import event_types
from tests.arabic.texts import news
from tests.extract.sentences import a_context, the_candidates, the_traits


@pytest.mark.parametrize(
    ("body", "words", "event"),
    [
        ("أطلقوا سراح السائق", "أطلقوا سراح", "release"),
        ("سقطت القرية بعد إطلاق النار", "إطلاق النار", "attack"),
        ("دعت إلى وقف إطلاق النار", "وقف إطلاق النار", "ceasefire"),
        ("دعا إلى وقف لإطلاق النار", "وقف لإطلاق النار", "ceasefire"),
        ("فرض حظر التجول", "حظر التجول", "restriction"),
    ],
)
def test_an_idiom_is_one_candidate(body: str, words: str, event: str) -> None:
    assert event in the_candidates(body)[words]


def test_the_longest_idiom_is_taken() -> None:
    assert "إطلاق النار" not in the_candidates("خرق وقف إطلاق النار")


@pytest.mark.parametrize(
    ("word", "event"),
    [
        ("قُتل", "killing"),
        ("وأصيب", "injury"),
        ("غاراتهم", "air_strike"),
        ("للاشتباكات", "armed_clash"),
        ("سينسحبون", "withdrawal"),
    ],
)
def test_a_word_is_a_candidate_in_its_forms(word: str, event: str) -> None:
    assert event in the_candidates(f"{word} هناك")[word]


def test_one_word_may_tell_of_several_events() -> None:
    assert {"air_strike", "shelling"} <= the_candidates("قصفت القوات التل")["قصفت"]


def test_words_of_no_event_are_no_candidates() -> None:
    assert the_candidates("اشترى الرجل خبزا طازجا لأسرته") == {}


@given(news())
def test_candidates_stand_in_text_order_and_name_known_types(text: str) -> None:
    context = a_context(text)
    end = 0
    for each in candidates(context):
        assert end <= each.first < each.last <= len(context.tokens)
        assert each.events.keys() <= set(event_types())
        end = each.last


def test_the_options_of_a_word_are_nothing_and_its_types() -> None:
    traits = the_traits("قصفت القوات التل")
    (candidate,) = candidates(traits.context)
    found = options(traits, [candidate])
    assert [LABELS[label] for label in found.label.tolist()] == ["", *candidate.events]
    assert set(found.owner.tolist()) == {0}
    assert found.columns["listed"].tolist() == [0, *(1 + e for e in candidate.events.values())]


def test_each_word_has_its_own_options() -> None:
    traits = the_traits("قتل جنديان وأصيب ضابط في قصف على التل")
    listed = candidates(traits.context)
    found = options(traits, listed)
    for number, candidate in enumerate(listed):
        own = found.only((found.owner == number).nonzero()[0])
        assert len(own) == 1 + len(candidate.events)
        assert set(own.sights[:, 0].tolist()) == {candidate.first}


def test_the_words_around_are_those_of_the_sentence() -> None:
    traits = the_traits("عاد الهدوء. قتل جندي. ثم عاد الهدوء")
    listed = [each for each in candidates(traits.context) if each.first == 3]
    found = options(traits, listed).columns
    assert spelled(int(found["p1"][0])) == "edge"
    assert found["n1"][0] == traits.column("key")[4]


def test_without_candidates_there_are_no_options() -> None:
    assert len(options(the_traits("اشترى الرجل خبزا"), [])) == 0
