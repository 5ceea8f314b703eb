"""Who speaks is found in every manner in which news brings in a source."""

import pytest
from hypothesis import given

from riwaya.extract.speech import Manner, speeches
from tests.arabic.texts import news
from tests.extract.sentences import a_context, the_outlet, the_source, the_speeches


@pytest.mark.parametrize(
    "body",
    [
        "قال المتحدث العسكري إن القوة انسحبت",
        "وأكد المتحدث العسكري انسحاب القوة",
        "المتحدث العسكري قال إن القوة انسحبت",
        "انسحبت القوة، بحسب المتحدث العسكري",
        "وفقا لـ المتحدث العسكري، انسحبت القوة",
        "انسحبت القوة وفق ما أعلن المتحدث العسكري",
        "انسحبت القوة كما ذكر المتحدث العسكري",
    ],
)
def test_the_speaker_is_found(body: str) -> None:
    assert the_source(body).endswith("المتحدث العسكري")


@pytest.mark.parametrize(
    ("body", "manner"),
    [
        ("قال الوزير إن القوة انسحبت", Manner.VERB),
        ("انسحبت القوة، بحسب مصدر طبي", Manner.CITING),
        ("انسحبت القوة نقلا عن مصدر طبي", Manner.CITING),
        ("انسحبت القوة وفق ما أعلن الوزير", Manner.CITED_VERB),
        ("جاء في بيان للجيش وقوع قتلى", Manner.NOUN),
    ],
)
def test_a_source_is_brought_in_by_this_manner(body: str, manner: Manner) -> None:
    assert [found for _, found, _ in the_speeches(body)] == [manner]


# The word of time and the subject are read as one phrase, which does not begin with the subject.
def test_a_time_may_stand_between_the_verb_and_who_speaks() -> None:
    assert the_source("أعلن أمس المتحدث العسكري انسحاب القوة") == "المتحدث العسكري"


def test_a_headline_names_its_source_before_a_colon() -> None:
    title = "وزير الصحة: مقتل خمسة في الانفجار"
    assert the_speeches("عاد الهدوء.", title=title) == [(":", Manner.HEADLINE, "وزير الصحة")]


def test_a_colon_after_other_words_names_no_source() -> None:
    assert the_speeches("عاد الهدوء.", title="بعد انفجار اليوم: خمسة قتلى") == []


def test_the_subject_of_a_headline_stands_before_its_verb() -> None:
    assert the_source("عاد الهدوء.", title="وزير الدفاع يعلن وقف القتال") == "وزير الدفاع"


def test_an_agency_passes_on_what_another_said() -> None:
    body = "نقلت صحيفة الوطن عن قائد ميداني أن القتال مستمر"
    assert the_source(body).startswith("قائد ميداني")
    assert the_outlet(body) == "صحيفة الوطن"


def test_a_participle_goes_on_with_the_speaker_of_the_sentence() -> None:
    body = "قال الوزير اليمني إن القتال توقف، مضيفا عودة السكان"
    assert the_speeches(body)[1] == ("مضيفا", Manner.PARTICIPLE, "الوزير اليمني")


def test_a_verb_without_subject_goes_on_with_the_last_speaker() -> None:
    body = "قال الوزير اليمني: توقف القتال. وأضاف: عاد السكان."
    assert the_speeches(body)[1] == ("وأضاف", Manner.VERB, "الوزير اليمني")


# أن is tagged as a noun, and so taken for the verb's subject.
def test_what_is_said_is_not_who_says_it() -> None:
    body = "قال الوزير اليمني إن القتال توقف. وأضاف أن السكان عادوا."
    assert the_speeches(body)[1] == ("وأضاف", Manner.VERB, "الوزير اليمني")


def test_a_new_speaker_takes_over() -> None:
    body = "قال الوزير: توقف القتال. وأكد مدير المستشفى وصول جرحى. وأضاف: عاد السكان."
    assert [source for _, _, source in the_speeches(body)] == [
        "الوزير",
        "مدير المستشفى",
        "مدير المستشفى",
    ]


def test_nobody_speaks_on_from_far_before() -> None:
    body = "قال الوزير: انتهى القتال. عاد السكان. وفتحت الأسواق. وغادر الوفد. وأضاف: عاد الهدوء."
    assert len(the_speeches(body)) == 1


def test_a_short_naming_is_the_longer_one_before() -> None:
    body = "قال المتحدث العسكري: توقف القتال. وأشار المتحدث إلى عودة السكان."
    assert the_speeches(body)[1][2] == "المتحدث العسكري"


# What a speaker speaks for stands behind باسم, a preposition of which phrases know nothing.
def test_a_spokesman_is_named_with_whom_he_speaks_for() -> None:
    assert the_source("قال المتحدث باسم البعثة: توقف القتال") == "المتحدث باسم البعثة"


def test_a_name_that_is_kept_back_does_not_speak() -> None:
    body = "قال ضابط كبير، رفض كشف هويته، إن القتال توقف"
    assert {source for _, _, source in the_speeches(body)} == {"ضابط كبير"}


def test_a_present_verb_without_subject_opens_background_and_names_nobody() -> None:
    assert the_speeches("يذكر أن القتال اندلع العام الماضي.") == []


def test_a_text_without_words_of_saying_has_no_speech() -> None:
    assert the_speeches("انسحبت القوة من التل فجرا.") == []


@given(news())
def test_every_speech_names_a_phrase(text: str) -> None:
    context = a_context(text)
    for said in speeches(context):
        assert 0 <= said.source < len(context.analysis.phrases)
        assert 0 <= said.cue < len(context.tokens)
