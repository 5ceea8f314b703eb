"""Which numbers of a sentence may count the people and things of an event."""

import pytest
from hypothesis import given

from riwaya.extract.counts import ROLES, amounts, role_of
from riwaya.knowledge.ontology import event_types
from riwaya.records.claim import CountRole
from tests.arabic.texts import news
from tests.extract.sentences import a_context, the_amounts


@pytest.mark.parametrize(
    ("body", "amount"),
    [
        ("قتل خمسة مدنيين", ("خمسة", 5, 5)),
        ("قتل أكثر من 30 مسلحا", ("أكثر من 30", 31, None)),
        ("أصيب عشرات المارة", ("عشرات", 20, None)),
        ("نزح نحو ألف شخص", ("نحو ألف", 1000, 1000)),
        ("قتل ما لا يقل عن 20 شخصا", ("ما لا يقل عن 20", 20, None)),
    ],
)
def test_a_number_counts_between_its_bounds(body: str, amount: tuple[str, int, int | None]) -> None:
    assert amount in the_amounts(body)


@pytest.mark.parametrize(
    ("body", "amount"), [("قتل جندي", ("جندي", 1, 1)), ("قتل جنديان", ("جنديان", 2, 2))]
)
def test_a_noun_counts_by_itself(body: str, amount: tuple[str, int, int | None]) -> None:
    assert the_amounts(body) == [amount]


@pytest.mark.parametrize("body", ["قتل الجندي", "قتل جنود", "قتل سالم الحاج"])
def test_definite_plural_and_named_victims_are_not_counted(body: str) -> None:
    assert the_amounts(body) == []


def test_joined_counts_are_each_an_amount() -> None:
    counted = {(least, most) for _, least, most in the_amounts("مقتل 3 وإصابة 5 واعتقال 12")}
    assert {(3, 3), (5, 5), (12, 12)} <= counted


def test_a_dual_joined_to_a_single_one_is_two_amounts() -> None:
    assert the_amounts("قتل جنديان وضابط") == [("جنديان", 2, 2), ("وضابط", 1, 1)]


def test_a_part_is_an_amount_beside_its_whole() -> None:
    found = the_amounts("قتل 9 مدنيين بينهم طفلان")
    assert found[0] == ("9", 9, 9)
    assert ("طفلان", 2, 2) in found


def test_a_share_in_percent_counts_nobody() -> None:
    assert the_amounts("نزح 40 بالمئة من السكان") == []


def test_a_number_of_a_date_counts_nobody() -> None:
    assert the_amounts("عاد السكان في 12 مارس 2021") == []


# "و30 عاملا" belongs to the number before it, and yet is taken for one worker.
def test_two_bounds_are_one_amount() -> None:
    assert the_amounts("أصيب ما بين 20 و30 جنديا") == [("ما بين 20 و30", 20, 30)]


def test_what_is_counted_follows_from_the_event() -> None:
    assert role_of("injury") is CountRole.INJURED
    assert role_of("talks") is CountRole.OTHER
    assert ROLES.keys() <= set(event_types())


@given(news())
def test_amounts_never_run_backwards(text: str) -> None:
    context = a_context(text)
    for sentence in range(len(context.analysis.sentences)):
        for each in amounts(context, sentence):
            assert each.first < each.last <= len(context.tokens)
            assert each.least >= 0
            assert each.most is None or each.least <= each.most
