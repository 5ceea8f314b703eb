"""A made-up incident: three roots, one of which takes a number back, and a copy with odd letters.

Towns, outlets and people are invented or stand for no real event.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

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
from riwaya.records.coded import CodedReport
from riwaya.records.incident import (
    Account,
    Between,
    ClaimRelation,
    Figure,
    Incident,
    IncidentId,
    IncidentPlace,
    Link,
    LinkRole,
    Matter,
    Policy,
    Root,
    RootId,
    RootKind,
    Standing,
    Transmission,
    Value,
)
from riwaya.records.report import DateBasis, Publication, Report, ReportId
from riwaya.records.span import Span

ODD = "<script>alert('&')</script> \"د\""
"""What must never be read as more than words."""
FIRST = (
    "عشرات الأسرى عند جسر الوادي\n\n"
    "أعلن المجلس العسكري للبلدة، فجر الجمعة، أن مقاتليه أسروا أكثر من عشرين جنديا عند جسر الوادي "
    "غربي طرابلس. وفُقد آخرون.\n\nوعاد الهدوء صباحا إلى الطريق."
)
SECOND = (
    "قال قيادي في القوات المهاجمة لصحيفة السهل إن ثلاثين من رفاقه وقعوا في الأسر ليلا.\n\n"
    "وبطرابلس قال متحدث باسم القوات المهاجمة إن ما بين 18 و22 من جنوده أُسروا، ثم عاد فقال إن "
    "العدد بلغ 25 أسيرا. ونفى أن يكون لأسرى الجسر صلة بالهجوم."
)
COPY = f"{ODD}\n\n{FIRST.splitlines()[2]}"
WEST = Point(latitude=32.887, longitude=12.942, radius_km=12.0)
CITY = Point(latitude=32.8874, longitude=13.1873, radius_km=9.0)
COUNCIL = Root(id=RootId("council"), kind=RootKind.NAMED, name="المجلس العسكري")
COMMANDER = Root(id=RootId("السهل: قيادي"), kind=RootKind.ANONYMOUS, name="قيادي")
ARMY = Root(id=RootId("libyan_national_army"), kind=RootKind.ACTOR, name="الجيش الوطني الليبي")


def words_in(text: str, words: str, *, nth: int = 0) -> Span:
    """Return where words stand in a text, the first time or a later one."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def a_report(name: str, text: str, *, hour: int, publisher: str, **changes: object) -> Report:
    """Build a report of 5 April 2019."""
    at = datetime(2019, 4, 5, hour, 4, tzinfo=timezone(timedelta(hours=2)))
    fields: dict[str, object] = {
        "id": ReportId(name),
        "text": text,
        "title": text.partition("\n\n")[0],
        "published": Publication(at=at, has_clock=True, basis=DateBasis.GIVEN),
        "publisher": publisher,
    }
    return Report(**(fields | changes))  # type: ignore[arg-type]  # open on purpose


def the_reports() -> tuple[CodedReport, ...]:
    """Return the reports with their claims."""
    first = a_report("first", FIRST, hour=9, publisher="وكالة الميناء")
    second = a_report(
        "second", SECOND, hour=13, publisher="صحيفة السهل", title=None, url="https://example.org/2"
    )
    copy = a_report(
        "copy", COPY, hour=15, publisher="جريدة <b>الساحل</b>",
        credits=("وكالة الميناء",), url="javascript:alert(1)",
    )  # fmt: skip
    return (
        CodedReport(report=first, claims=(_council(first),)),
        CodedReport(report=second, claims=_second(second)),
        CodedReport(report=copy, claims=(_council(copy),)),
    )


def _council(report: Report) -> Claim:
    text = report.text
    return Claim(
        report=report.id,
        type="capture",
        trigger=words_in(text, "أسروا"),
        agents=(Participant(evidence=words_in(text, "مقاتليه")),),
        targets=(Participant(evidence=words_in(text, "أكثر من عشرين جنديا")),),
        places=(
            Place(
                evidence=words_in(text, "غربي طرابلس"), anchor="Tripoli",
                relation=Relation.WEST_OF, distance_km=27.0, point=WEST, country="LY",
            ),
        ),
        time=EventTime(
            evidence=words_in(text, "فجر الجمعة"), first=date(2019, 4, 5), last=date(2019, 4, 5),
            precision=Precision.DAY_PART, basis=TimeBasis.RELATIVE,
        ),
        counts=(
            Count(role=CountRole.CAPTURED, least=21, most=None,
                  evidence=words_in(text, "أكثر من عشرين")),
        ),
        attribution=Attribution(
            source=words_in(text, "المجلس العسكري"), kind=SourceKind.MILITARY,
            stance=Stance.ANNOUNCES, side=Side.OPPOSING,
        ),
    )  # fmt: skip


def _second(report: Report) -> tuple[Claim, ...]:
    text = report.text
    spokesman = words_in(text, "متحدث باسم القوات المهاجمة")
    army = Actor(id="libyan_national_army", name="الجيش الوطني الليبي", kind="armed_group")
    own = Attribution(
        source=spokesman, kind=SourceKind.MILITARY, stance=Stance.ADMITS, actor=army, side=Side.OWN
    )
    return (
        Claim(
            report=report.id,
            type="capture",
            trigger=words_in(text, "الأسر"),
            targets=(Participant(evidence=words_in(text, "ثلاثين من رفاقه")),),
            counts=(_captured(text, "ثلاثين", 30, 30),),
            attribution=Attribution(
                source=words_in(text, "قيادي"), kind=SourceKind.MILITARY, stance=Stance.ADMITS
            ),
            via=words_in(text, "صحيفة السهل"),
        ),
        Claim(
            report=report.id,
            type="capture",
            trigger=words_in(text, "أُسروا"),
            places=(
                Place(evidence=words_in(text, "طرابلس"), anchor="Tripoli", relation=Relation.IN,
                      point=CITY, country="LY"),
            ),
            counts=(_captured(text, "ما بين 18 و22", 18, 22),),
            attribution=own,
        ),
        Claim(
            report=report.id,
            type="capture",
            trigger=words_in(text, "أسيرا"),
            counts=(_captured(text, "25", 25, 25),),
            attribution=own,
        ),
        Claim(
            report=report.id,
            type="capture",
            trigger=words_in(text, "أسرى"),
            modality=Modality.DENIED,
            attribution=Attribution(
                source=spokesman, kind=SourceKind.MILITARY, stance=Stance.DENIES, actor=army
            ),
        ),
    )  # fmt: skip


def _captured(text: str, words: str, least: int, most: int | None) -> Count:
    return Count(role=CountRole.CAPTURED, least=least, most=most, evidence=words_in(text, words))


def the_incident(reports: Iterable[CodedReport] | None = None) -> Incident:
    """Return the incident that the reports tell."""
    coded = {each.report.id: each for each in reports or the_reports()}
    first, copy = coded[ReportId("first")].claims[0], coded[ReportId("copy")].claims[0]
    leader, range_, exact, denial = coded[ReportId("second")].claims
    accounts = (
        _account(first, COUNCIL, 0),
        _account(leader, COMMANDER, 1),
        *(_account(each, ARMY, 2) for each in (range_, exact, denial)),
        _account(copy, COUNCIL, 0, copy_of=first.id),
    )
    values = (
        Value(least=21, most=None, claims=(first.id, copy.id), root=COUNCIL.id),
        Value(least=30, most=30, claims=(leader.id,), root=COMMANDER.id),
        Value(least=18, most=22, claims=(range_.id,), root=ARMY.id, is_standing=False),
        Value(least=25, most=25, claims=(exact.id,), root=ARMY.id),
    )
    return Incident(
        id=IncidentId("i0123456789abcdef"),
        neighbourhood="n",
        title="عشرات الأسرى عند جسر الوادي",
        types=("capture",),
        reports=(ReportId("first"), ReportId("second"), ReportId("copy")),
        accounts=accounts,
        place=IncidentPlace(name="Tripoli", point=WEST, country="LY"),
        first=date(2019, 4, 5),
        last=date(2019, 4, 5),
        figures=(
            Figure(role=CountRole.CAPTURED, group=None, low=21, best=25, high=30,
                   policy=Policy.MEDIAN, values=values),
            Figure(role=CountRole.CAPTURED, group="soldiers", low=21, best=21, high=None,
                   policy=Policy.MEDIAN, values=values[:1], is_part=True),
        ),
        standing=Standing.ADMITTED,
        relations=(
            _relation(exact, Between.REVISES, range_, Matter.NUMBER, "25 after 18 to 22"),
            _relation(leader, Between.CONTRADICTS, range_, Matter.NUMBER, "30 and 18 to 22 <x>"),
            _relation(leader, Between.CONFIRMS, first, Matter.OCCURRENCE, "independently"),
            _relation(copy, Between.REPEATS, first, Matter.OCCURRENCE, "copied"),
        ),
    )  # fmt: skip


def _account(claim: Claim, root: Root, strand: int, *, copy_of: ClaimId | None = None) -> Account:
    return Account(claim=claim.id, report=claim.report, root=root, strand=strand, copy_of=copy_of)


def _relation(
    left: Claim, kind: Between, right: Claim, matter: Matter, reason: str
) -> ClaimRelation:
    return ClaimRelation(left=left.id, kind=kind, right=right.id, matter=matter, reason=reason)


def trace(claim: Claim, report: Report) -> Transmission:
    """Follow a claim back over its outlet, its credits and whom it quotes."""
    said = claim.attribution
    links = [Link(role=LinkRole.PUBLISHER, name=report.publisher or "")]
    links += [Link(role=LinkRole.CREDIT, name=name) for name in report.credits]
    if claim.via:
        links.append(Link(role=LinkRole.VIA, name=claim.via.of(report.text), evidence=claim.via))
    root = COUNCIL
    if said:
        words = said.source.of(report.text)
        links.append(Link(role=LinkRole.SPEAKER, name=words, evidence=said.source))
        root = {"قيادي": COMMANDER, "المجلس العسكري": COUNCIL}.get(words, ARMY)
    return Transmission(claim=claim.id, links=tuple(links), root=root)
