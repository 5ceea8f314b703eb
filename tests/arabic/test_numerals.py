"""Numbers of news become intervals that are never more exact than the words."""

import pytest
from hypothesis import given

from riwaya.arabic.numerals import NumberExpression, read_numbers
from riwaya.arabic.words import words
from tests.arabic.texts import news


def numbers(text: str) -> list[NumberExpression]:
    return list(read_numbers(words(text)))


def intervals(text: str) -> list[tuple[int, int | None]]:
    return [(number.least, number.most) for number in numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("قتل 18 شخصا", 18),
        ("قتل ١٨ شخصا", 18),
        ("خمسة جنود", 5),
        ("أحد عشر مسلحا", 11),
        ("اثنتي عشرة غارة", 12),
        ("ثلاثة وأربعين مهاجرا", 43),
        ("مئتين وثلاثين أسيرا", 230),
        ("مائة وسبعة", 107),
        ("مئة وأحد عشر قتيلا", 111),
        ("ثلاثمئة وخمسة عشر", 315),
        ("ألفي نازح", 2000),
        ("ثلاثة آلاف ومئتي عائلة", 3200),
        ("3 آلاف", 3000),
        ("2,5 مليون", 2_500_000),
        ("مليون ونصف المليون لاجئ", 1_500_000),
        ("نصف مليون", 500_000),
        ("12,500 نازح", 12_500),
        ("1 234 567", 1_234_567),
        ("ثلاثه قتلى", 3),
    ],
)
def test_a_plain_number_is_exact(text: str, value: int) -> None:
    assert intervals(text) == [(value, value)]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("أكثر من 30 قتيلا", 31, None),
        ("ما لا يقل عن ثمانية", 8, None),
        ("تسعة على الأقل", 9, None),
        ("خمسة مدنيين، على الأقل", 5, None),
        ("أقل من عشرين", 0, 19),
        ("ما لا يزيد على 40", 0, 40),
        ("بين 20 و30 جريحا", 20, 30),
        ("من 20 إلى 30 جريحا", 20, 30),
        ("عشرات القتلى", 20, None),
        ("مئات النازحين", 200, None),
        ("آلاف المدنيين", 2000, None),
        ("عشرات الآلاف من الناس", 20_000, None),
        ("بضعة جنود", 3, 9),
        ("30 أو أكثر", 30, None),
        ("خمسة أو ستة", 5, 6),
    ],
)
def test_bounds_open_or_close_the_interval(text: str, least: int, most: int | None) -> None:
    assert intervals(text) == [(least, most)]


def test_about_softens_a_number_and_leaves_its_ends() -> None:
    (number,) = numbers("نحو 40 جريحا")
    assert (number.least, number.most, number.approximate) == (40, 40, True)


def test_less_than_states_no_minimum() -> None:
    (number,) = numbers("أقل من 20 أسيرا")
    assert number.open_below
    assert number.value == 20


def test_two_numbers_stay_two() -> None:
    assert intervals("مقتل ثلاثة وإصابة 12") == [(3, 3), (12, 12)]


def test_a_rising_toll_is_two_counts_and_no_range() -> None:
    assert intervals("ارتفعت الحصيلة من 20 إلى 30 قتيلا") == [(20, 20), (30, 30)]


def test_a_share_is_marked() -> None:
    assert [number.percent for number in numbers("نحو 40 في المئة")] == [True]
    assert [number.percent for number in numbers("40% منهم")] == [True]


def test_a_number_behind_the_article_is_definite() -> None:
    assert [number.definite for number in numbers("الـ17 أسيرا")] == [True]


@pytest.mark.parametrize("text", ["طائرة إف 16", "صاروخ سكود-B2", "يوم الاثنين", "لست هناك"])
def test_weapons_and_other_words_are_no_numbers(text: str) -> None:
    assert intervals(text) == []


@given(news())
def test_no_string_raises_and_numbers_stand_in_order(text: str) -> None:
    cut = words(text)
    last = 0
    for number in read_numbers(cut):
        assert last <= number.first < number.last <= len(cut)
        assert number.first <= number.core_first < number.core_last <= number.last
        assert 0 <= number.start < number.end <= len(text)
        assert number.most is None or 0 <= number.least <= number.most
        last = number.last
