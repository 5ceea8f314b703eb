"""A text is cut into words, numbers and marks, and each knows its place."""

from hypothesis import given

from riwaya.arabic.words import words
from tests.arabic.texts import news


@given(news())
def test_every_word_cuts_out_its_own_text(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text
        assert word.text


@given(news())
def test_words_follow_each_other_and_leave_out_nothing_but_space(text: str) -> None:
    place = 0
    for word in words(text):
        assert word.start >= place
        place = word.end
    left = set(text) - {char for word in words(text) for char in word.text}
    assert not any(char.isalnum() for char in left)


def test_letters_and_digits_that_touch_are_two_words() -> None:
    assert [word.form for word in words("أصيب18شخصا والـ24 ساعة")] == [
        "اصيب", "18", "شخصا", "وال", "24", "ساعة",
    ]  # fmt: skip


def test_digits_keep_their_separators() -> None:
    assert [word.form for word in words("بلغ ١٬٢٣٤ و2,5 و3.000")] == [
        "بلغ", "1٬234", "و", "2,5", "و", "3.000",
    ]  # fmt: skip


def test_vowel_signs_do_not_cut_a_word() -> None:
    assert [word.text for word in words("قُتِلَ، ثمّ")] == ["قُتِلَ", "،", "ثمّ"]


def test_offsets_of_a_stretch_count_from_the_beginning_of_the_text() -> None:
    text = "أعلن الجيش انسحابه"
    found = words(text, start=5, end=10)
    assert [(word.text, word.start) for word in found] == [("الجيش", 5)]
