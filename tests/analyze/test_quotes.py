"""Quotations are found, and their marks are no words."""

import pytest
from hypothesis import given

from riwaya.analyze.quotes import quotes, unquoted
from riwaya.arabic.words import words
from tests.analyze.readings import a_reading, words_of
from tests.arabic.texts import news


def quoted(body: str) -> list[str]:
    reading = a_reading(body)
    return [words_of(reading, first, last) for first, last in reading.quotes]


@pytest.mark.parametrize("marks", ["«»", "“”", "„”", '""'])
def test_a_quotation_stands_between_its_marks(marks: str) -> None:
    body = f"قال العميد: {marks[0]}سنعود غدا{marks[1]} ثم غادر"
    assert quoted(body) == ["سنعود غدا"]


def test_a_quoted_name_is_a_quotation_and_no_break_in_its_phrase() -> None:
    body = "هاجم مقاتلو تنظيم «أنصار الفجر» الحاجز"
    assert quoted(body) == ["أنصار الفجر"]
    assert all(token.text not in "«»" for token in a_reading(body).tokens)


def test_a_quotation_inside_another_is_part_of_it() -> None:
    assert quoted("قال: «وصفنا القرار بأنه “متسرع” أمس» وخرج") == ["وصفنا القرار بأنه “متسرع” أمس"]


def test_a_mark_without_its_partner_quotes_nothing() -> None:
    assert quoted("قال: «سنعود غدا ثم غادر") == []


def test_nothing_between_two_marks_is_no_quotation() -> None:
    assert quoted('قال "" ثم غادر') == []


@given(news())
def test_quotations_lie_in_the_words_that_are_left(text: str) -> None:
    written = words(text)
    left = len(unquoted(written))
    ends = [end for quote in quotes(written) for end in quote]
    assert ends == sorted(ends)
    assert all(0 <= end <= left for end in ends)
