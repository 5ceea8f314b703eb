"""Foldings make alike what writers do not tell apart, and nothing else."""

import pytest
from hypothesis import given

from riwaya.arabic.letters import is_arabic, match_form, name_form
from tests.arabic.texts import news


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("مُحَمَّد", "محمد"),
        ("الـقـوات", "القوات"),
        ("إدلب", "ادلب"),
        ("آب", "اب"),
        ("١٢٣", "123"),
        ("کرکوک", "كركوك"),
        ("\u200fحلب\u200e", "حلب"),
    ],
)
def test_matching_folds_what_careful_writers_vary(written: str, plain: str) -> None:
    assert match_form(written) == plain


def test_matching_keeps_ta_marbuta_apart_from_ha() -> None:
    assert match_form("ترهونة") != match_form("ترهونه")


@pytest.mark.parametrize(
    ("one", "other"),
    [("ترهونة", "ترهونه"), ("مصطفى", "مصطفي"), ("لؤي", "لوي"), ("طائرة", "طايره")],
)
def test_names_fold_what_hurried_writers_vary(one: str, other: str) -> None:
    assert name_form(one) == name_form(other)


@given(news())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert match_form(match_form(text)) == match_form(text)
    assert name_form(name_form(text)) == name_form(text)


def test_digits_and_marks_are_no_arabic_letters() -> None:
    assert is_arabic("ق")
    assert not any(map(is_arabic, "٣،؟a5 "))
