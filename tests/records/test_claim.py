"""A claim guards its promises and is named by its content."""

from datetime import date

import pytest

from riwaya.errors import InvariantError
from riwaya.records.claim import Count, CountRole, EventTime, Modality, Precision, TimeBasis
from riwaya.records.report import ReportId
from riwaya.records.span import Span
from tests.builders import TEXT, a_claim, the_words


def test_the_same_content_has_the_same_id() -> None:
    assert a_claim().id == a_claim().id


@pytest.mark.parametrize(
    "change",
    [{"type": "shelling"}, {"trigger": the_words("مقتل")}, {"report": ReportId("r2")}],
)
def test_another_event_has_another_id(change: dict[str, object]) -> None:
    assert a_claim(**change).id != a_claim().id


def test_what_is_found_out_about_an_event_does_not_rename_it() -> None:
    assert a_claim(counts=(), attribution=None, modality=Modality.DENIED).id == a_claim().id


def test_a_claim_rests_on_every_span_of_its_parts() -> None:
    words = [span.of(TEXT) for span in a_claim().spans()]
    assert words == [
        "قصف", "طائرات مجهولة", "خمسة مدنيين", "درنة", "خمسة", "مساء الخميس", "الصليب الأحمر",
        "وكالة محلية",
    ]  # fmt: skip


def test_a_bare_claim_rests_on_its_trigger() -> None:
    bare = a_claim(
        agents=(), targets=(), places=(), counts=(), time=None, attribution=None, via=None
    )
    assert bare.spans() == (bare.trigger,)


@pytest.mark.parametrize(("least", "most"), [(-1, None), (5, 4)])
def test_a_count_never_runs_backwards(least: int, most: int | None) -> None:
    with pytest.raises(InvariantError, match="backwards"):
        Count(role=CountRole.KILLED, least=least, most=most, evidence=Span(0, 1))


def test_a_time_never_runs_backwards() -> None:
    with pytest.raises(InvariantError, match="2019-04-05 to 2019-04-04"):
        EventTime(
            evidence=None,
            first=date(2019, 4, 5),
            last=date(2019, 4, 4),
            precision=Precision.SPAN,
            basis=TimeBasis.STATED,
        )
