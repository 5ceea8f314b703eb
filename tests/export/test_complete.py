"""JSON Lines that lose nothing."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from riwaya.export.complete import complete
from riwaya.export.jsonl import read
from riwaya.records.claim import Count, CountRole
from riwaya.records.coded import CodedReport
from riwaya.records.report import Report, ReportId
from riwaya.records.span import Span
from tests.builders import TEXT, a_claim, a_publication, a_report


def again(coded: CodedReport, folder: Path) -> CodedReport:
    path = folder / "claims.jsonl"
    path.write_text("".join(complete([coded])), encoding="utf-8")
    (found,) = read(path)
    return found


def test_a_report_comes_back_as_it_was(tmp_path: Path) -> None:
    claim = a_claim(confidence=0.123456789)
    coded = CodedReport(report=a_report(), claims=(claim,))
    assert again(coded, tmp_path) == coded
    assert coded.claims[0].id == again(coded, tmp_path).claims[0].id


def test_a_bare_report_comes_back_but_for_where_it_was_read(tmp_path: Path) -> None:
    coded = CodedReport(report=Report(id=ReportId("r3"), text=TEXT), claims=())
    found = again(coded, tmp_path)
    assert replace(found, report=replace(found.report, origin=None)) == coded


def test_a_midnight_is_a_time_of_day(tmp_path: Path) -> None:
    midnight = a_publication(at=datetime(2019, 4, 5, tzinfo=UTC))
    coded = CodedReport(report=a_report(published=midnight), claims=())
    assert again(coded, tmp_path).report.published == midnight


def test_a_count_keeps_its_place_among_equal_words(tmp_path: Path) -> None:
    first = TEXT.index("خمسة")
    count = Count(role=CountRole.KILLED, least=5, most=5, evidence=Span(first, first + 4))
    coded = CodedReport(report=a_report(), claims=(a_claim(counts=(count,)),))
    assert again(coded, tmp_path).claims[0].counts == (count,)
