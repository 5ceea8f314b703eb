"""riwaya search."""

from pathlib import Path

import pytest

from tests.cli.conftest import Riwaya


@pytest.fixture(autouse=True)
def _stored(riwaya: Riwaya, report_file: Path) -> None:
    riwaya("run", report_file)


@pytest.mark.parametrize("words", ["الزاوية", "الزاويه", "زاوية", "جنود الزاوية"])
def test_spelling_and_article_make_no_difference(riwaya: Riwaya, words: str) -> None:
    ran = riwaya("search", words)
    assert ran.code == 0
    assert "تقرير من الجبهة" in ran.out
    assert "killing · actual" in ran.out


def test_a_report_whose_claims_rest_on_other_words_is_shown_without_them(riwaya: Riwaya) -> None:
    out = riwaya("search", "الجبهة").out
    assert "تقرير من الجبهة" in out
    assert "no claim rests on these words" in out


def test_nothing_found_is_said_and_no_failure(riwaya: Riwaya) -> None:
    ran = riwaya("search", "القمر")
    assert ran.code == 0
    assert ran.out == "no report in riwaya.db has the words 'القمر'\n"


def test_no_report_at_all_is_wrong_usage(riwaya: Riwaya) -> None:
    assert riwaya("search", "الزاوية", "--most", "0").code == 2
