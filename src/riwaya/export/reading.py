"""The JSON of the annotation guidelines, read back into records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from riwaya.errors import AnnotationError, InvariantError
from riwaya.records.claim import (
    Actor,
    Attribution,
    Claim,
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
from riwaya.records.coded import CodedReport
from riwaya.records.report import DateBasis, Publication, Report, ReportId
from riwaya.records.span import Span

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class _Object:
    """A JSON object that knows where it stands, so that a complaint about it can say so."""

    fields: Mapping[str, object]
    where: str

    def wrong(self, problem: str) -> AnnotationError:
        return AnnotationError(where=self.where, problem=problem)

    def string(self, name: str) -> str | None:
        value = self.fields.get(name)
        if value is not None and not isinstance(value, str):
            raise self.wrong(f"{name} must be a string or null: {value!r}")
        return value

    def strings(self, name: str) -> tuple[str, ...]:
        values = self.fields.get(name)
        if values is None:
            return ()
        if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
            raise self.wrong(f"{name} must be a list of strings or null: {values!r}")
        return tuple(values)

    def required(self, name: str) -> str:
        value = self.string(name)
        if value is None:
            raise self.wrong(f"{name} is missing")
        return value

    def integer(self, name: str) -> int | None:
        value = self.fields.get(name)
        if value is not None and type(value) is not int:
            raise self.wrong(f"{name} must be a whole number or null: {value!r}")
        return value

    def number(self, name: str) -> float | None:
        value = self.fields.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(f"{name} must be a number or null: {value!r}")
        return float(value)

    def choice(self, name: str, kind: type[Choice]) -> Choice | None:
        value = self.string(name)
        if value is None:
            return None
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(sorted(kind))
            raise self.wrong(f"{name} {value!r} is not one of: {known}") from None

    def day(self, name: str) -> date:
        value = self.required(name)
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise self.wrong(f"{name} {value!r} is no date like 2019-04-05") from None

    def child(self, name: str) -> "_Object | None":
        value = self.fields.get(name)
        return None if value is None else _object(value, where=f"{self.where}, {name}")

    def children(self, name: str) -> list["_Object"]:
        values = self.fields.get(name)
        if values is None:
            return []
        if not isinstance(values, list):
            raise self.wrong(f"{name} must be a list: {values!r}")
        return [
            _object(value, where=f"{self.where}, {name} {number}")
            for number, value in enumerate(values, start=1)
        ]

    def optional_span(self, text: str) -> Span | None:
        start, end = self.integer("start"), self.integer("end")
        if start is None or end is None:
            return None
        if not 0 <= start < end <= len(text):
            raise self.wrong(f"[{start}, {end}) is no part of a text of {len(text)} characters")
        span, words = Span(start, end), self.string("text")
        if words is not None and span.of(text) != words:
            raise self.wrong(f"the text has {span.of(text)!r} at [{start}, {end}), not {words!r}")
        return span

    def span(self, text: str) -> Span:
        span = self.optional_span(text)
        if span is None:
            raise self.wrong("start and end are missing")
        return span


def coded_report(raw: object, *, where: str, text: str | None = None) -> CodedReport:
    """Read one line of a file of claims.

    Fields of a claim beyond type and trigger may be missing. `where` names the line in messages.

    Args:
        raw: the JSON value of the line.
        where: a name of the line, for messages.
        text: what the offsets count in where the line itself carries no text.

    Raises:
        AnnotationError: the line is not in the form of the guidelines, or a span does not hold
            the words it says it holds.
    """
    line = _object(raw, where=where)
    report = Report(
        id=ReportId(line.required("id")),
        text=(line.string("text") or "") if text is None else line.string("text") or text,
        title=line.string("title"),
        published=_published(line),
        publisher=line.string("publisher"),
        url=line.string("url"),
        byline=line.string("byline"),
        credits=line.strings("credits"),
        keywords=line.strings("keywords"),
        language=line.string("language") or "ar",
        origin=line.string("origin") or where,
    )
    claims = tuple(_claim(each, report) for each in line.children("claims"))
    return CodedReport(report=report, claims=claims, cluster=line.string("cluster"))


def _object(value: object, *, where: str) -> _Object:
    if not isinstance(value, dict):
        raise AnnotationError(where=where, problem=f"not a JSON object: {value!r:.60}")
    return _Object(value, where)


def _published(line: _Object) -> Publication | None:
    written = line.string("published")
    if not written:
        return None
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        raise line.wrong(f"published {written!r} is no ISO 8601 date or time") from None
    basis = line.choice("published_basis", DateBasis) or DateBasis.GIVEN
    return Publication(at=at, has_clock=len(written) > len("2019-04-05"), basis=basis)


def _claim(raw: _Object, report: Report) -> Claim:
    text = report.text
    trigger_words = raw.child("trigger")
    if trigger_words is None:
        raise raw.wrong("trigger is missing")
    trigger, via, time = trigger_words.span(text), raw.child("via"), raw.child("time")
    confidence = raw.number("confidence")
    return Claim(
        report=report.id,
        type=raw.required("type"),
        trigger=trigger,
        modality=raw.choice("modality", Modality) or Modality.ACTUAL,
        agents=tuple(_participant(each, text) for each in raw.children("agents")),
        targets=tuple(_participant(each, text) for each in raw.children("targets")),
        places=tuple(_place(each, text) for each in raw.children("places")),
        time=_time(time, text) if time else None,
        counts=tuple(_count(each, text, trigger) for each in raw.children("counts")),
        attribution=_attribution(raw, text),
        via=via.span(text) if via else None,
        incident=raw.string("incident"),
        confidence=1.0 if confidence is None else confidence,
    )


def _attribution(raw: _Object, text: str) -> Attribution | None:
    source = raw.child("source")
    if source is None:
        return None
    return Attribution(
        source=source.span(text),
        kind=raw.choice("source_kind", SourceKind) or SourceKind.ANONYMOUS,
        stance=raw.choice("stance", Stance) or Stance.STATES,
        actor=_actor(source),
        side=raw.choice("side", Side),
    )


def _participant(raw: _Object, text: str) -> Participant:
    return Participant(evidence=raw.span(text), actor=_actor(raw))


def _actor(raw: _Object) -> Actor | None:
    name = raw.string("actor")
    if name is None:
        return None
    return Actor(
        id=name,
        name=raw.string("name") or name,
        kind=raw.string("kind") or "",
        country=raw.string("country"),
    )


def _place(raw: _Object, text: str) -> Place:
    return Place(
        evidence=raw.span(text),
        anchor=raw.string("anchor"),
        relation=raw.choice("relation", Relation) or Relation.IN,
        distance_km=raw.number("distance_km"),
        point=_point(raw),
        kind=raw.string("kind"),
        country=raw.string("country"),
        geo_precision=raw.integer("geo_precision"),
        where_prec=raw.integer("where_prec"),
    )


def _point(raw: _Object) -> Point | None:
    latitude, longitude = raw.number("latitude"), raw.number("longitude")
    if latitude is None or longitude is None:
        return None
    try:
        return Point(
            latitude=latitude, longitude=longitude, radius_km=raw.number("radius_km") or 0.0
        )
    except InvariantError as error:
        raise raw.wrong(str(error)) from error


def _time(raw: _Object, text: str) -> EventTime:
    evidence, first, last = raw.optional_span(text), raw.day("from"), raw.day("to")
    try:
        return EventTime(
            evidence=evidence,
            first=first,
            last=last,
            precision=raw.choice("precision", Precision)
            or (Precision.DAY if first == last else Precision.SPAN),
            basis=raw.choice("basis", TimeBasis)
            or (TimeBasis.STATED if evidence else TimeBasis.INHERITED),
        )
    except InvariantError as error:
        raise raw.wrong(str(error)) from error


def _count(raw: _Object, text: str, trigger: Span) -> Count:
    role = raw.choice("role", CountRole) or CountRole.OTHER
    least = raw.integer("min") or 0
    evidence = raw.optional_span(text) or _nearest(raw.string("text"), text, trigger)
    try:
        return Count(role=role, least=least, most=raw.integer("max"), evidence=evidence)
    except InvariantError as error:
        raise raw.wrong(str(error)) from error


def _nearest(words: str | None, text: str, trigger: Span) -> Span:
    """Find the words of a count, which the form of the file gives without their place."""
    if not words:
        return trigger
    after, before = text.find(words, trigger.start), text.rfind(words, 0, trigger.start)
    starts = [start for start in (after, before) if start >= 0]
    if not starts:
        return trigger
    start = min(starts, key=lambda start: abs(start - trigger.start))
    return Span(start, start + len(words))
