"""Stages that are quick and predictable: what is tested is the command line, not the language."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from riwaya.config import Settings
from riwaya.errors import UnreadableReportError
from riwaya.pipeline import Pipeline
from riwaya.records.claim import (
    Attribution,
    Claim,
    Count,
    CountRole,
    EventTime,
    Participant,
    Place,
    Precision,
    Relation,
    SourceKind,
    Stance,
    Step,
    TimeBasis,
)
from riwaya.records.coded import CodedReport
from riwaya.records.report import (
    DateBasis,
    Found,
    Publication,
    Rejected,
    Remark,
    Report,
    ReportId,
    content_digest,
)
from riwaya.records.span import Span

SENTENCE = "أعلن متحدث عسكري مقتل 5 جنود قرب الزاوية أمس"
"""What the stages make a claim of; they understand nothing else."""
TEXT = f"تقرير من الجبهة\n\n{SENTENCE}، بحسب الوكالة."


ODD = "odd "
"""How a file begins of which there is something to say."""


def a_pipeline(_settings: Settings, *, stdin: BinaryIO | None = None) -> Pipeline[Report]:  # noqa: ARG001  # called as the real one is
    """Stand in for `pipeline.standard`."""
    return Pipeline(read=read, analyze=lambda report: report, extract=claims)


def coded(report: Report) -> CodedReport:
    """Return a report with its claims."""
    return CodedReport(report=report, claims=tuple(claims(report)))


def explained(report: Report) -> CodedReport:
    """Stand in for `pipeline.explained`."""
    steps = (
        Step(part="trigger", rule="triggers.toml, killing: مقتل"),
        Step(part="sources", rule="speech.toml: أعلن"),
        Step(part="trigger", rule="0.90 likely"),
        Step(part="targets", rule="5 جنود"),
    )
    found = (replace(claim, why=steps) for claim in claims(report))
    return CodedReport(report=report, claims=tuple(found))


def read(inputs: Iterable[str]) -> Iterator[Found]:
    """Read files; one that is not there or says so itself is turned away."""
    for name in inputs:
        for path in sorted(Path(name).glob("*")) if Path(name).is_dir() else [Path(name)]:
            text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else "stub"
            if not text or "\0" in text or text.startswith("stub"):
                yield Rejected(origin=str(path), stage="ingest", reason="nothing but a stub")
                continue
            if text.startswith(ODD):
                yield Remark(origin=str(path), note="no date")
            yield a_report(text, origin=str(path))


def a_report(text: str = TEXT, *, origin: str | None = None) -> Report:
    """Build a report of 5 April 2019."""
    published = Publication(at=datetime(2019, 4, 5), has_clock=False, basis=DateBasis.GIVEN)  # noqa: DTZ001  # the outlet names no zone
    return Report(
        id=ReportId(content_digest(text)),
        text=text,
        title=text.partition("\n\n")[0],
        published=published,
        publisher="وكالة الاختبار",
        origin=origin,
    )


def claims(report: Report) -> Iterator[Claim]:
    """Make a claim of every occurrence of `SENTENCE`."""
    if "غير مفهوم" in report.text:
        raise UnreadableReportError("these words break the stage")
    if "خطأ" in report.text:
        raise ZeroDivisionError("a mistake of ours")
    for found in re.finditer(re.escape(SENTENCE), report.text):
        yield a_claim(report, at=found.start())


def a_claim(report: Report, *, at: int) -> Claim:
    """Build the claim of the sentence that begins at a place."""

    def span(words: str) -> Span:
        start = report.text.index(words, at)
        return Span(start, start + len(words))

    return Claim(
        report=report.id,
        type="killing",
        trigger=span("مقتل"),
        targets=(Participant(evidence=span("5 جنود")),),
        places=(Place(evidence=span("الزاوية"), anchor="Az Zawiyah", relation=Relation.NEAR),),
        time=EventTime(
            evidence=span("أمس"),
            first=date(2019, 4, 4),
            last=date(2019, 4, 4),
            precision=Precision.DAY,
            basis=TimeBasis.RELATIVE,
        ),
        counts=(Count(role=CountRole.KILLED, least=5, most=5, evidence=span("5")),),
        attribution=Attribution(
            source=span("متحدث عسكري"), kind=SourceKind.MILITARY, stance=Stance.ANNOUNCES
        ),
        via=span("الوكالة") if "الوكالة" in report.text else None,
    )
