"""Records as rows of the tables, and rows as records."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import RowMapping

from riwaya.records.claim import (
    Actor,
    Attribution,
    Claim,
    ClaimId,
    Count,
    CountRole,
    EventTime,
    Modality,
    Participant,
    Place,
    Point,
    Precision,
    Relation,
    Side,
    SourceKind,
    Stance,
    TimeBasis,
)
from riwaya.records.judgement import Judgement, Verdict
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
        "side": said.side.value if said and said.side else None,
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
    return Claim(
        report=report,
        type=row["type"],
        trigger=trigger,
        modality=Modality(row["modality"]),
        agents=tuple(map(_participant, by_role.get("agent", ()))),
        targets=tuple(map(_participant, by_role.get("target", ()))),
        places=tuple(map(_place, by_role.get("place", ()))),
        time=_time(row, only("time")) if row["time_first"] else None,
        counts=tuple(map(_count, by_role.get("count", ()))),
        attribution=_attribution(row, by_role["source"][0]) if "source" in by_role else None,
        via=only("via"),
        incident=row["incident"],
        confidence=row["confidence"],
    )


def judgement_row(judgement: Judgement) -> dict[str, object]:
    """Return the row of a judgement, without its key."""
    return {
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict.value,
        "reason": judgement.reason,
        "at": judgement.at.isoformat(),
    }


def judgement_of(row: RowMapping) -> Judgement:
    """Return the judgement of a row."""
    return Judgement(
        left=ClaimId(row["left"]),
        right=ClaimId(row["right"]),
        verdict=Verdict(row["verdict"]),
        reason=row["reason"],
        at=datetime.fromisoformat(row["at"]),
    )


def _spans(claim: Claim) -> Iterator[dict[str, object]]:
    yield _span_row("trigger", claim.trigger)
    for agent in claim.agents:
        yield _span_row("agent", agent.evidence) | _actor_columns(agent.actor)
    for target in claim.targets:
        yield _span_row("target", target.evidence) | _actor_columns(target.actor)
    for place in claim.places:
        yield _span_row("place", place.evidence) | {
            "anchor": place.anchor,
            "relation": place.relation.value,
            "distance_km": place.distance_km,
            "kind": place.kind,
            "country": place.country,
            "geo_precision": place.geo_precision,
            "where_prec": place.where_prec,
            **_point_columns(place.point),
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
        said = claim.attribution
        yield _span_row("source", said.source) | _actor_columns(said.actor)
    if claim.via:
        yield _span_row("via", claim.via)


_VALUES = (
    "anchor", "relation", "distance_km", "counted", "least", "most",
    "actor", "name", "kind", "country",
    "latitude", "longitude", "radius_km", "geo_precision", "where_prec",
)  # fmt: skip


def _actor_columns(actor: Actor | None) -> dict[str, object]:
    if actor is None:
        return {}
    return {"actor": actor.id, "name": actor.name, "kind": actor.kind, "country": actor.country}


def _point_columns(point: Point | None) -> dict[str, object]:
    if point is None:
        return {}
    return {
        "latitude": point.latitude,
        "longitude": point.longitude,
        "radius_km": point.radius_km,
    }


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
        point=_point(row),
        kind=row["kind"],
        country=row["country"],
        geo_precision=row["geo_precision"],
        where_prec=row["where_prec"],
    )


def _point(row: RowMapping) -> Point | None:
    if row["latitude"] is None:
        return None
    return Point(latitude=row["latitude"], longitude=row["longitude"], radius_km=row["radius_km"])


def _participant(row: RowMapping) -> Participant:
    return Participant(evidence=_span(row), actor=_actor(row))


def _actor(row: RowMapping) -> Actor | None:
    if row["actor"] is None:
        return None
    return Actor(id=row["actor"], name=row["name"], kind=row["kind"], country=row["country"])


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


def _attribution(row: RowMapping, source: RowMapping) -> Attribution:
    return Attribution(
        source=_span(source),
        kind=SourceKind(row["source_kind"]),
        stance=Stance(row["stance"]),
        actor=_actor(source),
        side=Side(row["side"]) if row["side"] else None,
    )
