"""Incidents with their claims, of which a test names only what it is about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from riwaya.export.documented import Collection, DocumentedIncident, documented
from riwaya.records.claim import (
    Actor,
    Attribution,
    Claim,
    Count,
    CountRole,
    Participant,
    Point,
    SourceKind,
    Stance,
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
    Matter,
    Policy,
    Root,
    RootId,
    RootKind,
    Standing,
    Value,
)
from riwaya.records.report import ReportId
from tests.builders import TITLE, a_claim, a_report, the_words

LNA = Actor(id="libyan_national_army", name="الجيش الوطني الليبي", kind="armed_group", country="LY")
IS = Actor(id="islamic_state", name="تنظيم الدولة الإسلامية", kind="jihadist")
CIVILIANS = Actor(id="generic:civilians:LY", name="civilians (LY)", kind="civilians", country="LY")
STRIKE_BY_THE_ARMY = (Participant(evidence=the_words("طائرات مجهولة"), actor=LNA),)
ON_CIVILIANS = (Participant(evidence=the_words("خمسة مدنيين"), actor=CIVILIANS),)
ON_FIGHTERS = (Participant(evidence=the_words("خمسة مدنيين"), actor=IS),)
SOMEBODY = "سالم المبروك"
"""A private person, whom no registry lists."""


def a_figure(role: CountRole = CountRole.KILLED, **changes: object) -> Figure:
    base: dict[str, object] = {
        "role": role,
        "group": None,
        "low": 3,
        "best": 4,
        "high": 5,
        "policy": Policy.MEDIAN,
        "values": (),
    }
    return Figure(**(base | changes))  # type: ignore[arg-type]  # open on purpose


def told(
    *, figures: Sequence[Figure] = (a_figure(),), claims: Sequence[Claim] = (), **changes: object
) -> DocumentedIncident:
    """Return an air strike near Derna, told by one report, or by the claims that are given."""
    claims = claims or (a_claim(agents=STRIKE_BY_THE_ARMY, targets=ON_CIVILIANS),)
    base: dict[str, object] = {
        "id": IncidentId(f"i{claims[0].id}"),
        "neighbourhood": "n",
        "title": TITLE,
        "types": tuple(dict.fromkeys(claim.type for claim in claims)),
        "reports": tuple(dict.fromkeys(claim.report for claim in claims)),
        "accounts": tuple(an_account(claim, number) for number, claim in enumerate(claims)),
        "place": IncidentPlace(
            name="Derna",
            point=Point(latitude=32.75, longitude=22.64, radius_km=15.0),
            country="LY",
        ),
        "first": date(2019, 4, 4),
        "last": date(2019, 4, 4),
        "figures": tuple(figures),
        "standing": Standing.SINGLE,
        "relations": (),
    }
    incident = Incident(**(base | changes))  # type: ignore[arg-type]  # open on purpose
    return documented(incident, reports_of(claims))


def an_account(claim: Claim, number: int = 0) -> Account:
    root = Root(id=RootId("icrc"), kind=RootKind.ACTOR, name="الصليب الأحمر")
    return Account(claim=claim.id, report=claim.report, root=root, strand=number)


def reports_of(claims: Sequence[Claim]) -> list[CodedReport]:
    """Return the reports of some claims, all with one text."""
    ids = dict.fromkeys(claim.report for claim in claims)
    return [
        CodedReport(
            report=a_report(id=each, title="=cmd()" if each == "formula" else TITLE),
            claims=tuple(claim for claim in claims if claim.report == each),
        )
        for each in ids
    ]


def two_accounts() -> DocumentedIncident:
    """Return an incident with two numbers of captives, and one root that nobody lists."""
    first = a_claim(
        type="capture",
        agents=STRIKE_BY_THE_ARMY,
        targets=(Participant(evidence=the_words("مدنيين")),),
        counts=(Count(role=CountRole.CAPTURED, least=30, most=30, evidence=the_words("خمسة")),),
    )
    second = replace(
        first,
        report=ReportId("r2"),
        counts=(Count(role=CountRole.CAPTURED, least=20, most=None, evidence=the_words("خمسة")),),
        attribution=Attribution(
            source=the_words("الصليب الأحمر"), kind=SourceKind.WITNESS, stance=Stance.STATES
        ),
    )
    somebody = Root(id=RootId("سالم مبروك"), kind=RootKind.NAMED, name=SOMEBODY)
    accounts = (an_account(first), replace(an_account(second, 1), root=somebody))
    values = (
        Value(least=30, most=30, claims=(first.id,), root=RootId("icrc")),
        Value(least=20, most=None, claims=(second.id,), root=somebody.id),
    )
    captured = a_figure(CountRole.CAPTURED, low=20, best=20, high=30, values=values)
    differ = ClaimRelation(
        left=second.id,
        kind=Between.CONTRADICTS,
        right=first.id,
        matter=Matter.NUMBER,
        reason=f"captured: 20 ({SOMEBODY}) and 30 (الصليب الأحمر)",
    )
    return told(claims=(first, second), accounts=accounts, figures=(captured,), relations=(differ,))


def a_collection(*incidents: DocumentedIncident) -> Collection:
    claims = [each.claim for one in incidents for each in one.told]
    return Collection(reports=lambda: reports_of(claims), incidents=lambda: incidents)
