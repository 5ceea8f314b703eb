"""Places are found with the relation in which something lies to them."""

import pytest
from hypothesis import given

from riwaya.records.claim import Relation
from tests.analyze.readings import a_reading, the_place, words_of
from tests.arabic.texts import news


@pytest.mark.parametrize(
    ("body", "words", "relation"),
    [
        ("انفجار قرب سرت", "قرب سرت", Relation.NEAR),
        ("قصف جنوب سرت", "جنوب سرت", Relation.SOUTH_OF),
        ("قصف شمال غرب مدينة تعز", "شمال غرب مدينة تعز", Relation.NORTHWEST_OF),
        ("تقدمت القوات نحو سرت", "سرت", Relation.TOWARD),
        ("انسحبت القوات من سرت", "سرت", Relation.FROM),
        ("قصف مدينة سرت", "مدينة سرت", Relation.IN),
        ("هجوم بسرت", "بسرت", Relation.IN),
    ],
)
def test_a_place_has_this_relation(body: str, words: str, relation: Relation) -> None:
    assert the_place(body, words).relation is relation


@pytest.mark.parametrize(
    ("distance", "kilometres"), [("27 كم", 27.0), ("ثلاثين كيلومترا", 30.0), ("10 أميال", 16.1)]
)
def test_a_stated_distance_is_in_kilometres(distance: str, kilometres: float) -> None:
    place = the_place(f"وقع الانفجار على بعد {distance} غرب سرت", "غرب سرت")
    assert place.distance_km == kilometres
    assert place.relation is Relation.WEST_OF


def test_a_kind_word_makes_a_place_of_an_unlisted_name() -> None:
    place = the_place("قصفت المدفعية حي الزنبق", "حي الزنبق")
    assert place.kind == "neighbourhood"
    assert place.anchor is None
    assert place.certainty == 1


def test_the_direction_of_a_part_belongs_to_its_name() -> None:
    assert the_place("قصف ريف حماة الشمالي", "ريف حماة الشمالي").country == "SY"


def test_a_kind_word_with_the_article_is_the_place_named_before() -> None:
    place = the_place("دخلت القوات مدينة سرت ثم غادرت المدينة", "المدينة")
    assert place.refers
    assert place.anchor == "Sirte"


@pytest.mark.parametrize(
    ("words", "anchor"), [("الأراضي السورية", "Syria"), ("الأراضي اليمنية", "Yemen")]
)
def test_the_lands_of_a_nation_are_its_country(words: str, anchor: str) -> None:
    place = the_place(f"دخلت القوات {words} أمس", words)
    assert (place.anchor, place.kind) == (anchor, "country")


def test_a_report_without_names_has_no_certain_place() -> None:
    reading = a_reading("عاد العمال بعد أن نالوا أجورهم")
    assert all(place.certainty == 0 for place in reading.places)


# A village of the gazetteer that is written like a common word must not be what المدينة stands for.
def test_a_word_for_a_place_named_before_passes_over_doubtful_names() -> None:
    assert the_place("أشار إلى أن المدينة هادئة", "المدينة").anchor is None


def test_the_capital_of_a_nation_is_a_city() -> None:
    assert the_place("عقد اللقاء في العاصمة السودانية", "العاصمة السودانية").anchor == "Khartoum"


@given(news())
def test_places_stand_in_text_order_and_hold_their_names(text: str) -> None:
    reading = a_reading(text)
    end = 0
    for place in reading.places:
        assert end <= place.first <= place.name < place.last
        assert text[place.start : place.end] == words_of(reading, place.first, place.last)
        end = place.last
