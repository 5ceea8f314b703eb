"""Words and phrases that may tell of an event are found with the types they may tell of."""

import pytest
from hypothesis import given

from riwaya.extract.triggers import candidates, find
from riwaya.knowledge.model import Model
from riwaya.knowledge.ontology import event_types
from tests.arabic.texts import news
from tests.extract.sentences import a_context, the_candidates


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


def test_without_weights_nothing_is_surer_than_no_event() -> None:
    assert find(a_context("قتل جنديان"), Model("none"), nothing=-5.0) == []


def test_taking_more_off_nothing_finds_more() -> None:
    context = a_context("قتل جنديان في قصف على التل")
    few = find(context, Model("none"), nothing=-5.0)
    many = find(context, Model("none"), nothing=5.0)
    assert len(few) < len(many)
    assert all(0.0 <= trigger.confidence <= 1.0 for trigger in many)
