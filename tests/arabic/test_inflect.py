"""Every written form is made from the table entry, with what it can mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.inflect import (
    Inflected,
    Tense,
    Voice,
    adjective_forms,
    noun_forms,
    verb_forms,
)
from riwaya.arabic.letters import match_form

VERBS = (
    ("قتل", "يقتل"), ("أصاب", "يصيب"), ("هاجم", "يهاجم"), ("قصف", "يقصف"), ("دعا", "يدعو"),
    ("نفى", "ينفي"), ("لقي", "يلقى"), ("قال", "يقول"), ("اعتقل", "يعتقل"), ("استعاد", "يستعيد"),
    ("تبادل", "يتبادل"), ("شن", "يشن"), ("وصل", "يصل"), ("أعلن", "يعلن"), ("انسحب", "ينسحب"),
)  # fmt: skip


def all_forms(past: str, present: str) -> set[str]:
    return {inflected.form for inflected in verb_forms(past, present)}


@pytest.mark.parametrize(("past", "present"), VERBS)
def test_the_citation_forms_are_among_the_forms(past: str, present: str) -> None:
    assert {match_form(past), match_form(present)} <= all_forms(past, present)


@pytest.mark.parametrize(
    ("past", "present", "wanted"),
    [
        ("قتل", "يقتل", "قتلت قتلوا قتلا يقتلون يقتلوا تقتل قتلنا"),
        ("أصاب", "يصيب", "اصيب اصيبت اصيبوا يصاب اصابت اصابوا يصب"),
        ("قال", "يقول", "قيل قالوا قلت يقال يقل"),
        ("دعا", "يدعو", "دعت دعوا دعي يدعى يدع يدعون"),
        ("نفى", "ينفي", "نفت نفوا نفي ينفى ينفون ينف"),
        ("هاجم", "يهاجم", "هوجم هوجمت هاجموا"),
        ("وصل", "يصل", "وصلوا تصل يوصل"),
        ("لقي", "يلقى", "لقوا لقيت يلقون"),
    ],
)
def test_weak_and_sound_verbs_have_these_forms(past: str, present: str, wanted: str) -> None:
    assert set(wanted.split()) <= all_forms(past, present)


def test_letters_tell_a_passive_only_where_they_differ() -> None:
    past = [f for f in verb_forms("أصاب", "يصيب") if f.grammar.tense is Tense.PAST]
    voices = {f.form: f.grammar.voice for f in past}
    assert voices["اصيب"] is Voice.PASSIVE
    assert voices["اصاب"] is Voice.ACTIVE
    sound = {f.form: f.grammar.voice for f in verb_forms("قتل", "يقتل")}
    assert sound["قتل"] is Voice.EITHER


def test_past_and_present_are_told_apart() -> None:
    tenses = {f.form: f.grammar.tense for f in verb_forms("قصف", "يقصف")}
    assert (tenses["قصفت"], tenses["تقصف"]) == (Tense.PAST, Tense.PRESENT)


@pytest.mark.parametrize(
    ("singular", "plurals", "wanted"),
    [
        ("جندي", ("جنود",), "جندي جنديا جنديان جنديين جنود جنودا"),
        ("غارة", ("+ات",), "غارة غارتان غارتين غارتا غارتي غارات"),
        ("مسلح", ("+ون",), "مسلح مسلحا مسلحان مسلحين مسلحون"),
        ("قرية", ("قرى",), "قرية قريتين قرى"),
    ],
)
def test_a_noun_has_these_forms(singular: str, plurals: tuple[str, ...], wanted: str) -> None:
    assert set(wanted.split()) <= {f.form for f in noun_forms(singular, plurals)}


def test_an_adjective_agrees_in_gender_and_number() -> None:
    forms = {f.form for f in adjective_forms("مسلح")}
    assert {"مسلح", "مسلحة", "مسلحين", "مسلحات", "مسلحتان"} <= forms


LETTERS = st.text(alphabet="ابتجدرسعفقكلمنهوي", min_size=3, max_size=6)


@given(past=LETTERS, present=LETTERS.map("ي".__add__))
def test_any_two_words_make_a_paradigm_with_both_in_it(past: str, present: str) -> None:
    forms = list(verb_forms(past, present))
    assert {past, present} <= {form.form for form in forms}
    assert all(is_filled(form) for form in forms)


@given(noun=LETTERS)
def test_any_word_makes_a_noun_with_itself_in_it(noun: str) -> None:
    forms = list(noun_forms(noun, ["+ون", "+ات"]))
    assert noun in {form.form for form in forms}
    assert all(is_filled(form) for form in forms)


def is_filled(inflected: Inflected) -> bool:
    return bool(inflected.form) and inflected.grammar.number in "sdp"
