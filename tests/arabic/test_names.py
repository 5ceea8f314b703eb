"""Spellings of one name meet under its keys, and names that differ do not."""

import pytest
from hypothesis import given

from riwaya.arabic.names import (
    consonant_key,
    joined_key,
    latin_words,
    name_words,
    sound_key,
    spelling_key,
)
from tests.arabic.texts import news


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("دير الزور", "دير زور"),
        ("عبد الله", "عبدالله"),
        ("الرقة", "رقة"),
        ("ترهونة", "ترهونه"),
        ("أجدابيا", "اجدابيا"),
        ("مصراتى", "مصراتي"),
        ("كفر نبل", "كفرنبل"),
        ("خَان شيْخون", "خان شيخون"),
    ],
)
def test_spacing_article_and_hamza_make_no_difference(left: str, right: str) -> None:
    assert joined_key(name_words(left)) == joined_key(name_words(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("أبو الضهور", "أبو الظهور"),
        ("صرمان", "سرمان"),
        ("سوريا", "سورية"),
        ("أعزاز", "عزاز"),
        ("أبو كمال", "أبي كمال"),
        ("طرطوس", "ترتوس"),
    ],
)
def test_what_is_spelled_by_ear_meets(left: str, right: str) -> None:
    assert spelling_key(name_words(left)) == spelling_key(name_words(right))


@pytest.mark.parametrize(
    ("left", "right"), [("زيتونة", "زيتان"), ("حلبة", "حلب"), ("أم التينة", "متينة")]
)
def test_names_that_sound_unlike_stay_apart(left: str, right: str) -> None:
    assert spelling_key(name_words(left)) != spelling_key(name_words(right))


def test_long_vowels_make_no_difference_to_the_consonants() -> None:
    assert consonant_key(name_words("جرابلس")) == consonant_key(name_words("جرابلوس"))


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("خان شيخون", "Khān Shaykhūn"),
        ("دير الزور", "Deir ez-Zor"),
        ("القريتين", "Al Qaryatayn"),
        ("تلبيسة", "Talbisah"),
    ],
)
def test_a_name_sounds_alike_in_both_scripts(arabic: str, latin: str) -> None:
    assert sound_key(arabic) == sound_key(latin)


def test_marks_and_case_of_a_latin_name_make_no_difference() -> None:
    assert latin_words("Al-Bāb") == latin_words("al bab")


@given(text=news())
def test_no_text_raises(text: str) -> None:
    words = name_words(text)
    joined_key(words)
    assert len(consonant_key(words)) <= len(spelling_key(words))
    sound_key(text)
    latin_words(text)
