"""Reports written for the tests, with their claims, and a builder for made-up collections."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

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

PLACES = {
    "درنة": ("Derna", Point(latitude=32.77, longitude=22.64, radius_km=8)),
    "ترهونة": ("Tarhuna", Point(latitude=32.43, longitude=13.63, radius_km=4)),
    "سبها": ("Sabha", Point(latitude=27.04, longitude=14.43, radius_km=8)),
}


def at(words: str, text: str, *, last: bool = False) -> Span:
    """Return where words stand in a text."""
    start = text.rindex(words) if last else text.index(words)
    return Span(start, start + len(words))


def a_place(words: str, text: str) -> Place:
    anchor, point = PLACES[words]
    return Place(
        evidence=at(words, text), anchor=anchor, relation=Relation.IN, point=point, country="LY"
    )


def on(day: date) -> EventTime:
    return EventTime(
        evidence=None, first=day, last=day, precision=Precision.DAY, basis=TimeBasis.INHERITED
    )


def said(
    words: str,
    text: str,
    *,
    kind: SourceKind = SourceKind.OFFICIAL,
    stance: Stance = Stance.STATES,
    actor: str | None = None,
    side: Side | None = None,
) -> Attribution:
    who = Actor(id=actor, name=words, kind="armed_group") if actor else None
    return Attribution(source=at(words, text), kind=kind, stance=stance, actor=who, side=side)


def somebody(words: str, text: str, actor: str | None = None) -> Participant:
    who = Actor(id=actor, name=words, kind="armed_group") if actor else None
    return Participant(evidence=at(words, text), actor=who)


def count(words: str, text: str, role: CountRole, least: int, most: int | None) -> Count:
    return Count(role=role, least=least, most=most, evidence=at(words, text))


def report(identity: str, text: str, *, day: date | None, publisher: str | None = None) -> Report:
    published = None
    if day:
        when = datetime(day.year, day.month, day.day)  # noqa: DTZ001  # a day has no zone
        published = Publication(at=when, has_clock=False, basis=DateBasis.GIVEN)
    return Report(
        id=ReportId(identity),
        text=text,
        published=published,
        publisher=publisher or f"صحيفة {identity}",
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What a made-up report tells of one occurrence: which, where, when, and how many died."""

    occurrence: int
    killed: int


OCCURRENCES = (
    ("درنة", date(2019, 4, 4)),
    ("درنة", date(2019, 4, 9)),
    ("ترهونة", date(2019, 4, 4)),
    ("سبها", date(2019, 4, 4)),
)


def made_up(identity: str, told: tuple[Told, ...], *, later: int = 0) -> CodedReport:
    """Return a report that tells of some occurrences, a sentence each."""
    sentences = []
    for each in told:
        place, _ = OCCURRENCES[each.occurrence]
        sentences.append(f"قتل {each.killed} أشخاص في قصف على {place} مساء اليوم")
    text = ".\n".join(sentences) + "."
    claims: list[Claim] = []
    start = 0
    for number, (each, sentence) in enumerate(zip(told, sentences, strict=True)):
        place, day = OCCURRENCES[each.occurrence]
        anchor, point = PLACES[place]
        for kind, word in (("killing", "قتل"), ("shelling", "قصف")):
            trigger = start + sentence.index(word)
            where = start + sentence.index(place)
            digits = start + sentence.index(str(each.killed))
            counts = (
                Count(
                    role=CountRole.KILLED,
                    least=each.killed,
                    most=each.killed,
                    evidence=Span(digits, digits + len(str(each.killed))),
                ),
            )
            claims.append(
                Claim(
                    report=ReportId(identity),
                    type=kind,
                    trigger=Span(trigger, trigger + len(word)),
                    modality=Modality.ACTUAL,
                    places=(
                        Place(
                            evidence=Span(where, where + len(place)),
                            anchor=anchor,
                            relation=Relation.IN,
                            point=point,
                        ),
                    ),
                    time=on(day),
                    counts=counts if kind == "killing" else (),
                    incident=f"i{number + 1}",
                )
            )
        start += len(sentence) + 2
    published = max((OCCURRENCES[each.occurrence][1] for each in told), default=date(2019, 4, 4))
    return CodedReport(
        report=report(identity, text, day=published + timedelta(days=later)), claims=tuple(claims)
    )
