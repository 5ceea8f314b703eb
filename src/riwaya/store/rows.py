"""Records as rows of the tables, and rows as records."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import RowMapping

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
from riwaya.records.report import DateBasis, Publication, Report, ReportId
from riwaya.records.span import Span


def report_row(report: Report) -> dict[str, object]:
    """Return the row of a report, without its key."""
    published = report.published
    return {
        "id": report.id,
        "digest": report.digest,
        "text": report.text,
        "title": report.title,
        "published_at": published.at.isoformat() if published else None,
        "published_has_clock": published.has_clock if published else None,
        "published_basis": published.basis.value if published else None,
        "publisher": report.publisher,
        "url": report.url,
        "byline": report.byline,
        "credits": json.dumps(report.credits, ensure_ascii=False),
        "keywords": json.dumps(report.keywords, ensure_ascii=False),
        "language": report.language,
        "origin": report.origin,
    }


def report_of(row: RowMapping) -> Report:
    """Return the report of a row."""
    published = None
    if row["published_at"] is not None:
        published = Publication(
            at=datetime.fromisoformat(row["published_at"]),
            has_clock=row["published_has_clock"],
            basis=DateBasis(row["published_basis"]),
        )
    return Report(
        id=ReportId(row["id"]),
        text=row["text"],
        title=row["title"],
        published=published,
        publisher=row["publisher"],
        url=row["url"],
        byline=row["byline"],
        credits=tuple(json.loads(row["credits"])),
        keywords=tuple(json.loads(row["keywords"])),
        language=row["language"],
        origin=row["origin"],
    )


def claim_row(claim: Claim, *, report: int, position: int) -> dict[str, object]:
    """Return the row of a claim: all but its evidence, and how it was found."""
    time, said = claim.time, claim.attribution
    return {
        "report": report,
        "position": position,
        "id": claim.id,
        "type": claim.type,
        "modality": claim.modality.value,
        "time_first": time.first.isoformat() if time else None,
        "time_last": time.last.isoformat() if time else None,
        "time_precision": time.precision.value if time else None,
        "time_basis": time.basis.value if time else None,
        "source_kind": said.kind.value if said else None,
        "stance": said.stance.value if said else None,
        "incident": claim.incident,
        "confidence": claim.confidence,
    }


def span_rows(claim: Claim, *, report: int, position: int) -> list[dict[str, object]]:
    """Return the rows of a claim's evidence, in a fixed order."""
    return [
        {"report": report, "claim": position, "position": number, **row}
        for number, row in enumerate(_spans(claim))
    ]


def claim_of(row: RowMapping, evidence: Sequence[RowMapping], *, report: ReportId) -> Claim:
    """Return the claim of a row and of the rows of its evidence, in their order."""
    by_role: dict[str, list[RowMapping]] = {}
    for each in evidence:
        by_role.setdefault(each["role"], []).append(each)

    def only(role: str) -> Span | None:
        return _span(by_role[role][0]) if role in by_role else None

    trigger = _span(by_role["trigger"][0])
    source = only("source")
    return Claim(
        report=report,
        type=row["type"],
        trigger=trigger,
        modality=Modality(row["modality"]),
        agents=tuple(Participant(evidence=_span(each)) for each in by_role.get("agent", ())),
        targets=tuple(Participant(evidence=_span(each)) for each in by_role.get("target", ())),
        places=tuple(map(_place, by_role.get("place", ()))),
        time=_time(row, only("time")) if row["time_first"] else None,
        counts=tuple(map(_count, by_role.get("count", ()))),
        attribution=_attribution(row, source) if source else None,
        via=only("via"),
        incident=row["incident"],
        confidence=row["confidence"],
    )


def _spans(claim: Claim) -> Iterator[dict[str, object]]:
    yield _span_row("trigger", claim.trigger)
    for agent in claim.agents:
        yield _span_row("agent", agent.evidence)
    for target in claim.targets:
        yield _span_row("target", target.evidence)
    for place in claim.places:
        yield _span_row("place", place.evidence) | {
            "anchor": place.anchor,
            "relation": place.relation.value,
            "distance_km": place.distance_km,
        }
    for count in claim.counts:
        yield _span_row("count", count.evidence) | {
            "counted": count.role.value,
            "least": count.least,
            "most": count.most,
        }
    if claim.time and claim.time.evidence:
        yield _span_row("time", claim.time.evidence)
    if claim.attribution:
        yield _span_row("source", claim.attribution.source)
    if claim.via:
        yield _span_row("via", claim.via)


_VALUES = ("anchor", "relation", "distance_km", "counted", "least", "most")


def _span_row(role: str, span: Span) -> dict[str, object]:
    return {"role": role, "start": span.start, "end": span.end, **dict.fromkeys(_VALUES)}


def _span(row: RowMapping) -> Span:
    return Span(row["start"], row["end"])


def _place(row: RowMapping) -> Place:
    return Place(
        evidence=_span(row),
        anchor=row["anchor"],
        relation=Relation(row["relation"]),
        distance_km=row["distance_km"],
    )


def _count(row: RowMapping) -> Count:
    return Count(
        role=CountRole(row["counted"]), least=row["least"], most=row["most"], evidence=_span(row)
    )


def _time(row: RowMapping, evidence: Span | None) -> EventTime:
    return EventTime(
        evidence=evidence,
        first=date.fromisoformat(row["time_first"]),
        last=date.fromisoformat(row["time_last"]),
        precision=Precision(row["time_precision"]),
        basis=TimeBasis(row["time_basis"]),
    )


def _attribution(row: RowMapping, source: Span) -> Attribution:
    return Attribution(
        source=source, kind=SourceKind(row["source_kind"]), stance=Stance(row["stance"])
    )
