"""Noun phrases: a head with its construct and adjectives, and what governs it."""

import pytest
from hypothesis import given

from tests.analyze.readings import a_reading, the_phrases, words_of
from tests.arabic.texts import news


@pytest.mark.parametrize(
    ("body", "phrase"),
    [
        ("انسحب مقاتلو جبهة الشمال أمس", "مقاتلو جبهة الشمال"),
        ("وصلت القوات الموالية لحكومة الوفاق إلى الحاجز", "القوات الموالية لحكومة الوفاق"),
        ("قتل 12 مسلحا من تنظيم القاعدة", "12 مسلحا من تنظيم القاعدة"),
        ("أصيب ثلاثة رجال شرطة", "ثلاثة رجال شرطة"),
        ("مقتل 3 جنود", "3 جنود"),
        ("انسحبت هذه القوة أمس", "هذه القوة"),
    ],
)
def test_a_phrase_takes_its_construct_adjectives_and_complements(body: str, phrase: str) -> None:
    assert phrase in the_phrases(body)


@pytest.mark.parametrize(
    ("body", "phrase"),
    [
        ("تراجعت قوات الاحتلال أمس", "قوات الاحتلال"),
        ("ردت المدفعية التركية أمس", "المدفعية التركية"),
        ("حلقت مقاتلات التحالف العربي أمس", "مقاتلات التحالف العربي"),
        ("قصفت الطائرات مواقع لتنظيم النور", "مواقع لتنظيم النور"),
        ("قتل عدد من المدنيين", "عدد من المدنيين"),
        ("تحدث الأمين العام أمس", "الأمين العام"),
        ("قال وزير الخارجية التركي أمس", "وزير الخارجية التركي"),
    ],
)
def test_bodies_are_named_whole(body: str, phrase: str) -> None:
    assert phrase in the_phrases(body)


def test_a_word_of_an_event_is_a_phrase_of_its_own() -> None:
    assert the_phrases("مقتل قائد ميداني") == ["مقتل", "قائد ميداني"]


def test_joined_phrases_are_two() -> None:
    reading = a_reading("اتفق الجيش والمعارضة")
    found = {
        words_of(reading, phrase.first, phrase.last): phrase.coordinated
        for phrase in reading.phrases
    }
    assert found == {"الجيش": False, "والمعارضة": True}


@pytest.mark.parametrize(
    ("body", "phrase", "preposition"),
    [
        ("اشتبك الجيش مع المسلحين", "المسلحين", "مع"),
        ("قصف بالمدفعية", "بالمدفعية", "ب"),
        ("قتل على يد مجهولين", "مجهولين", "على يد"),
        ("اعتقل من قبل الشرطة", "الشرطة", "من قبل"),
        ("هاجم الجيش حاجزا", "الجيش", ""),
    ],
)
def test_a_phrase_knows_its_preposition(body: str, phrase: str, preposition: str) -> None:
    reading = a_reading(body)
    found = {words_of(reading, each.first, each.last): each for each in reading.phrases}
    assert found[phrase].preposition.replace("علي", "على") == preposition


def test_a_phrase_with_the_article_or_a_pronoun_is_definite() -> None:
    reading = a_reading("هاجم مسلحون قواتنا والحاجز")
    found = {words_of(reading, each.first, each.last): each.definite for each in reading.phrases}
    assert found["والحاجز"]


# Two words with the article, or two without, read like a noun and its adjective or construct.
def test_a_noun_that_cannot_be_the_adjective_of_a_feminine_one_is_its_object() -> None:
    assert the_phrases("أغلقت السلطات المعبر الحدودي") == ["السلطات", "المعبر الحدودي"]


@pytest.mark.parametrize(
    ("body", "phrases"),
    [
        ("هاجم الجيش الحاجز", ["الجيش", "الحاجز"]),
        ("حاصر مسلحون بلدة", ["مسلحون", "بلدة"]),
        ("هاجم المسلحون القوات الحكومية", ["المسلحون", "القوات الحكومية"]),
    ],
)
def test_a_subject_and_its_object_are_two_phrases(body: str, phrases: list[str]) -> None:
    assert the_phrases(body) == phrases


@given(news())
def test_phrases_do_not_overlap_and_hold_their_heads(text: str) -> None:
    end = 0
    for phrase in a_reading(text).phrases:
        assert end <= phrase.first <= phrase.head < phrase.core <= phrase.last
        end = phrase.last
