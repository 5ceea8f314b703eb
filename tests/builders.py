"""Valid records, of which a test names only what it is about."""

from datetime import UTC, date, datetime

from riwaya.records.claim import (
    Actor,
    Attribution,
    Claim,
    Count,
    CountRole,
    EventTime,
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
from riwaya.records.report import DateBasis, Publication, Report, ReportId
from riwaya.records.span import Span

TITLE = "الصليب الأحمر: مقتل خمسة مدنيين بقصف قرب درنة"
TEXT = (
    f"{TITLE}\n\n"
    "أعلن الصليب الأحمر مقتل خمسة مدنيين، مساء الخميس، في قصف شنته طائرات مجهولة قرب درنة، "
    "بحسب وكالة محلية."
)
"""The text of every built report, written for the tests."""


def the_words(words: str, *, text: str = TEXT) -> Span:
    """Return where words stand last in a text."""
    start = text.rindex(words)
    return Span(start, start + len(words))


def a_publication(**changes: object) -> Publication:
    base: dict[str, object] = {
        "at": datetime(2019, 4, 5, 13, 4, tzinfo=UTC),
        "has_clock": True,
        "basis": DateBasis.JSON_LD,
    }
    return Publication(**(base | changes))  # type: ignore[arg-type]  # open on purpose


def a_report(**changes: object) -> Report:
    base: dict[str, object] = {
        "id": ReportId("r1"),
        "text": TEXT,
        "title": TITLE,
        "published": a_publication(),
        "publisher": "صحيفة الساحل",
        "url": "https://example.org/1",
        "byline": "مراسلنا",
        "credits": ("وكالة محلية",),
        "keywords": ("درنة", "قصف"),
        "origin": "reports.jsonl:1",
    }
    return Report(**(base | changes))  # type: ignore[arg-type]  # open on purpose


def a_claim(**changes: object) -> Claim:
    base: dict[str, object] = {
        "report": ReportId("r1"),
        "type": "air_strike",
        "trigger": the_words("قصف"),
        "agents": (Participant(evidence=the_words("طائرات مجهولة")),),
        "targets": (Participant(evidence=the_words("خمسة مدنيين")),),
        "places": (
            Place(
                evidence=the_words("درنة"),
                anchor="Derna",
                relation=Relation.NEAR,
                point=Point(latitude=32.75, longitude=22.64, radius_km=15.0),
                kind="city",
                country="LY",
                geo_precision=2,
                where_prec=2,
            ),
        ),
        "time": EventTime(
            evidence=the_words("مساء الخميس"),
            first=date(2019, 4, 4),
            last=date(2019, 4, 4),
            precision=Precision.DAY_PART,
            basis=TimeBasis.RELATIVE,
        ),
        "counts": (Count(role=CountRole.KILLED, least=5, most=5, evidence=the_words("خمسة")),),
        "attribution": Attribution(
            source=the_words("الصليب الأحمر"),
            kind=SourceKind.INTERNATIONAL,
            actor=Actor(id="icrc", name="ICRC", kind="international_org"),
            side=Side.THIRD,
            stance=Stance.ANNOUNCES,
        ),
        "via": the_words("وكالة محلية"),
        "incident": "i1",
        "confidence": 0.75,
    }
    return Claim(**(base | changes))  # type: ignore[arg-type]  # open on purpose
