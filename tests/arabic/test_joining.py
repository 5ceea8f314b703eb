import pytest

from riwaya.arabic.joining import are_joined, is_one_shape


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        ("قتل", "11"),
        ("دار", "000"[:2]),
        ("بيت لحم", "110011"),
        ("قُتل", "1111"[:3]),
        ("ماء", "10"),
        ("25 أسيرا", "0000110"),
        ("ـه", "1"),
    ],
)
def test_letters_are_joined_as_they_are_written(text: str, joins: str) -> None:
    assert "".join("01"[are_joined(text, at)] for at in range(1, len(text))) == joins


def test_a_vowel_sign_does_not_part_letters() -> None:
    assert are_joined("قُتل", 1)
    assert are_joined("قُتل", 2)


def test_a_text_is_joined_to_nothing_at_its_ends() -> None:
    assert not are_joined("قتل", 0)
    assert not are_joined("قتل", 3)


def test_a_non_joiner_parts_letters() -> None:
    assert not are_joined("می\u200cرود", 3)


@pytest.mark.parametrize("word", ["لا", "لأ", "لإ", "لآ", "لَا"])
def test_lam_and_alif_are_one_shape(word: str) -> None:
    assert all(is_one_shape(word, at) for at in range(1, len(word)))


def test_nothing_is_one_shape_at_the_ends() -> None:
    assert not is_one_shape("لا", 0)
    assert not is_one_shape("لا", 2)
