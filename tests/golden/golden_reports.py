"""Reports written for the tests, beside the claims that a reader finds in them.

A file holds `title`, `published`, `body` and `claims`. Words of the text are given as written, with
whatever is written on them; "قصف#2" is the second time they stand in the text, without a number
the trigger is the first time and everything else the one nearest to the trigger. A claim that names
no `modality` is actual, one that names no `source` is the outlet's own narration. A time is its
words with the first and last day. A count is a number, or its least and, unless it is open, its
most; two counts of one role are a list of such pairs.

No figure asks for a source's kind or for how an event lies to its place: they are left out.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from riwaya.records.claim import (
    Attribution,
    Claim,
    Count,
    CountRole,
    EventTime,
    Modality,
    Participant,
    Place,
    Precision,
    Relation,
    SourceKind,
    Stance,
    TimeBasis,
)
from riwaya.records.coded import CodedReport
from riwaya.records.report import DateBasis, Publication, Report, ReportId
from riwaya.records.span import Span

REPORTS = Path(__file__).parent / "reports"
PUBLISHED = date(2021, 3, 14)
"""A Sunday; the day of every golden report that names no other."""
FIELDS = frozenset(
    {"type", "trigger", "modality", "agents", "targets", "places", "time", "counts"}
    | {"source", "stance", "via", "incident"}
)


def golden_reports() -> list[CodedReport]:
    """Return every golden report with the claims that stand in it, by name."""
    return [golden_report(path) for path in sorted(REPORTS.glob("*.toml"))]


def golden_report(path: Path) -> CodedReport:
    """Read one golden report."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    text = f"{table['title']}\n\n{table['body'].strip()}"
    day = table.get("published", PUBLISHED)
    report = Report(
        id=ReportId(path.stem),
        text=text,
        title=table["title"],
        published=Publication(
            at=datetime.combine(day, time.min), has_clock=False, basis=DateBasis.GIVEN
        ),
    )
    claims = [_claim(report, row, number) for number, row in enumerate(table["claims"], start=1)]
    claims.sort(key=lambda claim: claim.trigger)
    return CodedReport(report=report, claims=tuple(claims))


def _claim(report: Report, row: Mapping[str, Any], number: int) -> Claim:
    unknown = row.keys() - FIELDS
    if unknown:
        raise ValueError(f"{report.id}: claim {number} has unknown fields {sorted(unknown)}")
    trigger = _words(report, row["trigger"], near=0)

    def found(words: str) -> Span:
        return _words(report, words, near=trigger.start)

    return Claim(
        report=report.id,
        type=row["type"],
        trigger=trigger,
        modality=Modality(row.get("modality", "actual")),
        agents=tuple(Participant(evidence=found(words)) for words in row.get("agents", ())),
        targets=tuple(Participant(evidence=found(words)) for words in row.get("targets", ())),
        places=tuple(
            Place(evidence=found(words), anchor=None, relation=Relation.IN)
            for words in row.get("places", ())
        ),
        time=_time(row["time"], found(row["time"][0])) if "time" in row else None,
        counts=tuple(_counts(row.get("counts", {}), trigger)),
        attribution=_attribution(row, found(row["source"])) if "source" in row else None,
        via=found(row["via"]) if "via" in row else None,
        incident=row.get("incident", f"alone {number}"),
    )


def _words(report: Report, words: str, *, near: int) -> Span:
    wanted, _, which = words.partition("#")
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    spans = [Span(*match.span()) for match in pattern.finditer(report.text)]
    if len(spans) < int(which or 1):
        raise ValueError(f"{report.id}: {words!r} does not stand in the text")
    if which:
        return spans[int(which) - 1]
    return min(spans, key=lambda span: abs(span.start - near))


def _time(row: Sequence[Any], evidence: Span) -> EventTime:
    first, last = row[1], row[-1]
    return EventTime(
        evidence=evidence,
        first=first,
        last=last,
        precision=Precision.DAY if first == last else Precision.SPAN,
        basis=TimeBasis.STATED,
    )


def _counts(row: Mapping[str, Any], evidence: Span) -> Iterator[Count]:
    for role, value in row.items():
        bounds: list[Any] = [value, value] if isinstance(value, int) else value
        several: list[list[int]] = bounds if isinstance(bounds[0], list) else [bounds]
        for least, *most in several:
            yield Count(
                role=CountRole(role),
                least=least,
                most=most[0] if most else None,
                evidence=evidence,
            )


def _attribution(row: Mapping[str, Any], source: Span) -> Attribution:
    return Attribution(source=source, kind=SourceKind.ANONYMOUS, stance=Stance(row["stance"]))
