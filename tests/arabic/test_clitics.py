"""Letters written on a word come off in every way that makes sense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.attached import name_rests
from riwaya.arabic.clitics import Split, splits
from tests.arabic.texts import news


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("والجيش", Split("جيش", conjunction="و", definite=True)),
        ("بالقصف", Split("قصف", preposition="ب", definite=True)),
        ("للقوات", Split("قوات", preposition="ل", definite=True)),
        ("للجنة", Split("لجنة", preposition="ل", definite=True)),
        ("سيهاجم", Split("يهاجم", future=True)),
        ("وستقصف", Split("تقصف", conjunction="و", future=True)),
        ("قواته", Split("قوات", pronoun="ه")),
        ("غارتهم", Split("غارة", pronoun="هم")),
        ("فبقواتها", Split("قوات", conjunction="ف", preposition="ب", pronoun="ها")),
        ("مستشفاهم", Split("مستشفى", pronoun="هم")),
    ],
)
def test_a_written_word_has_this_split(form: str, wanted: Split) -> None:
    assert wanted in list(splits(form))


def test_the_whole_word_comes_first() -> None:
    assert next(splits("وصل")) == Split("وصل")


@given(news())
def test_no_string_raises_and_every_stem_has_two_letters(text: str) -> None:
    assert all(len(split.stem) >= 2 for split in splits(text) if split != Split(text))


@given(st.text(max_size=8))
def test_names_come_off_their_letters_without_loss(form: str) -> None:
    for front, name in name_rests(form):
        assert form == front + name or form == front + name.removeprefix("ا")
