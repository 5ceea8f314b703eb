"""Claims in the form of the annotation guidelines: one JSON object a report."""

from collections.abc import Sequence

from riwaya.records.claim import Actor, Claim, Count, EventTime, Participant, Place
from riwaya.records.coded import CodedReport
from riwaya.records.span import Span

Json = dict[str, object]


def article(coded: CodedReport) -> Json:
    """Return a report with its claims as the guidelines write them, `id` first.

    Every offset counts code points of `text`.
    """
    report = coded.report
    line: Json = {"id": report.id}
    if coded.cluster is not None:
        line["cluster"] = coded.cluster
    line |= {
        "publisher": report.publisher,
        "url": report.url,
        "title": report.title,
        "published": report.published.isoformat() if report.published else None,
        "text": report.text,
        "claims": [
            claim_fields(claim, text=report.text, name=f"c{number}")
            for number, claim in enumerate(coded.claims, start=1)
        ],
    }
    return line


def claim_fields(claim: Claim, *, text: str, name: str) -> Json:
    """Return one claim as the guidelines write it, under the name it has in its report."""
    said = claim.attribution
    return {
        "id": name,
        "type": claim.type,
        "trigger": _words(claim.trigger, text),
        "modality": claim.modality.value,
        "agents": _participants(claim.agents, text),
        "targets": _participants(claim.targets, text),
        "places": [_place(place, text) for place in claim.places],
        "time": _time(claim.time, text) if claim.time else None,
        "counts": [_count(count, text) for count in claim.counts],
        "source": {**_words(said.source, text), **_actor(said.actor)} if said else None,
        "via": _words(claim.via, text) if claim.via else None,
        "source_kind": said.kind.value if said else None,
        "stance": said.stance.value if said else None,
        "side": said.side.value if said and said.side else None,
        "incident": claim.incident,
        "confidence": round(claim.confidence, 3),
    }


def _words(span: Span, text: str) -> Json:
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _participants(participants: Sequence[Participant], text: str) -> list[Json]:
    return [
        {**_words(participant.evidence, text), **_actor(participant.actor)}
        for participant in participants
    ]


def _actor(actor: Actor | None) -> Json:
    return {
        "actor": actor.id if actor else None,
        "name": actor.name if actor else None,
        "kind": actor.kind if actor else None,
        "country": actor.country if actor else None,
    }


def _place(place: Place, text: str) -> Json:
    return {
        **_words(place.evidence, text),
        "anchor": place.anchor,
        "relation": place.relation.value,
        "distance_km": place.distance_km,
        "latitude": place.point.latitude if place.point else None,
        "longitude": place.point.longitude if place.point else None,
        "radius_km": place.point.radius_km if place.point else None,
        "kind": place.kind,
        "country": place.country,
        "geo_precision": place.geo_precision,
        "where_prec": place.where_prec,
    }


def _time(time: EventTime, text: str) -> Json:
    words: Json = {"text": None, "start": None, "end": None}
    if time.evidence:
        words = _words(time.evidence, text)
    return {
        **words,
        "from": time.first.isoformat(),
        "to": time.last.isoformat(),
        "precision": time.precision.value,
        "basis": time.basis.value,
    }


def _count(count: Count, text: str) -> Json:
    return {
        "role": count.role.value,
        "min": count.least,
        "max": count.most,
        "text": count.evidence.of(text),
    }
