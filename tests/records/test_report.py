"""A report is named by its content and dated no more exactly than its source."""

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from riwaya.records.report import content_digest
from tests.builders import TEXT, a_publication, a_report


def test_spacing_does_not_change_the_content() -> None:
    spaced = a_report(text=f"  {TEXT}".replace(" ", "\u00a0 ").replace("\n", "\r\n"))
    assert spaced.digest == a_report().digest


def test_another_word_is_another_content() -> None:
    assert a_report(text=TEXT.replace("خمسة", "ستة")).digest != a_report().digest


@given(st.text(alphabet=st.characters()))
def test_any_text_has_a_digest(text: str) -> None:
    assert len(content_digest(text)) == 16


def test_a_lone_surrogate_has_a_digest() -> None:
    assert content_digest("قصف \ud800") != content_digest("قصف")


def test_a_day_is_written_without_an_hour() -> None:
    day = a_publication(at=datetime(2019, 4, 5), has_clock=False)  # noqa: DTZ001  # a zone nobody named
    assert day.isoformat() == "2019-04-05"


def test_an_hour_is_written_with_its_zone() -> None:
    at = datetime(2019, 4, 5, 13, 4, tzinfo=timezone(timedelta(hours=3)))
    assert a_publication(at=at).isoformat() == "2019-04-05T13:04:00+03:00"
