"""Who says how many, on whose word, and how the accounts stand to each other."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from riwaya.export.incidents import incident_fields
from riwaya.reconcile import reconcile
from riwaya.reconcile.amounts import amounts
from riwaya.reconcile.transmission import transmission
from riwaya.records.claim import (
    Claim,
    CountRole,
    Modality,
    Participant,
    Side,
    SourceKind,
    Stance,
)
from riwaya.records.coded import CodedReport
from riwaya.records.incident import Between, Incident, LinkRole, Matter, Policy, RootKind, Standing
from riwaya.records.report import ReportId
from riwaya.records.span import Span
from tests.reconcile.dossiers import a_place, at, count, on, report, said, somebody

DAY = date(2019, 4, 5)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What is open in a report of one claim."""

    type: str = "killing"
    trigger: str = "مقتل"
    numbers: tuple[tuple[str, int, int | None], ...] = ()
    role: CountRole = CountRole.KILLED
    source: str | None = None
    source_kind: SourceKind = SourceKind.OFFICIAL
    stance: Stance = Stance.STATES
    actor: str | None = None
    side: Side | None = None
    place: str = "درنة"
    day: date = DAY
    publisher: str | None = None
    modality: Modality = Modality.ACTUAL
    via: str | None = None
    agents: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()


def told(identity: str, text: str, **changes: object) -> CodedReport:
    """Build a report of one claim; a test names only what it is about."""
    draft = Draft(**changes)  # type: ignore[arg-type]  # open on purpose
    source = None
    if draft.source:
        source = said(
            draft.source, text, kind=draft.source_kind, stance=draft.stance, actor=draft.actor,
            side=draft.side,
        )  # fmt: skip
    claim = Claim(
        report=ReportId(identity),
        type=draft.type,
        trigger=at(draft.trigger, text),
        modality=draft.modality,
        agents=draft.agents,
        targets=draft.targets,
        places=(a_place(draft.place, text),),
        time=on(DAY),
        counts=tuple(
            count(words, text, draft.role, least, most) for words, least, most in draft.numbers
        ),
        attribution=source,
        via=at(draft.via, text) if draft.via else None,
        incident="i1",
    )
    return CodedReport(
        report=report(identity, text, day=draft.day, publisher=draft.publisher), claims=(claim,)
    )


def one(*reports: CodedReport, policy: Policy = Policy.MEDIAN) -> Incident:
    found = reconcile(reports, policy=policy).incidents
    assert len(found) == 1
    return found[0]


def hospital(identity: str, killed: int, **changes: object) -> CodedReport:
    text = f"أعلنت وزارة الصحة مقتل {killed} مدنيين في قصف على درنة {identity}"
    numbers = ((str(killed), killed, killed),)
    return told(identity, text, numbers=numbers, source="وزارة الصحة", **changes)


def crescent(identity: str, killed: int, **changes: object) -> CodedReport:
    text = f"قال الهلال الأحمر إن القصف أدى إلى مقتل {killed} مدنيين في درنة {identity}"
    numbers = ((str(killed), killed, killed),)
    return told(identity, text, numbers=numbers, source="الهلال الأحمر", **changes)


def test_a_toll_that_rises_under_one_root_is_revised_and_not_contradicted() -> None:
    incident = one(hospital("r1", 5), hospital("r2", 8, day=date(2019, 4, 6)))
    figure = next(each for each in incident.figures if each.group is None)
    assert (figure.low, figure.best, figure.high) == (8, 8, 8)
    assert [(value.least, value.is_standing) for value in figure.values] == [(5, False), (8, True)]
    kinds = {each.kind for each in incident.relations}
    assert Between.REVISES in kinds
    assert Between.CONTRADICTS not in kinds
    assert incident.standing is Standing.SINGLE


@pytest.mark.parametrize(
    ("policy", "best"), [(Policy.MEDIAN, 6), (Policy.CONSERVATIVE, 5), (Policy.LATEST, 9)]
)
def test_the_best_figure_follows_the_policy(policy: Policy, best: int) -> None:
    text = "أكد محافظ المدينة مقتل 9 مدنيين في قصف على درنة"
    governor = told(
        "r3", text, numbers=(("9", 9, 9),), source="محافظ المدينة", day=date(2019, 4, 6)
    )
    incident = one(hospital("r1", 5), crescent("r2", 6), governor, policy=policy)
    figure = next(each for each in incident.figures if each.group is None)
    assert (figure.low, figure.best, figure.high) == (5, best, 9)
    assert incident.standing is Standing.CORROBORATED
    assert incident.roots == 3


def test_numbers_that_do_not_meet_contradict_each_other() -> None:
    incident = one(hospital("r1", 5), crescent("r2", 7))
    about = [each for each in incident.relations if each.kind is Between.CONTRADICTS]
    assert [each.matter for each in about] == [Matter.NUMBER]
    assert about[0].reason.startswith("killed: 7 (الهلال الأحمر) and 5 (وزارة الصحة)")


def test_a_copied_sentence_adds_reach_and_no_evidence() -> None:
    text = "مقتل 5 مدنيين في قصف بالمدفعية الثقيلة على الأحياء الشرقية من مدينة درنة مساء الجمعة"
    first = told("r1", text, numbers=(("5", 5, 5),))
    copy = told("r2", f"{text}.", numbers=(("5", 5, 5),))
    incident = one(first, copy)
    assert incident.roots == 1
    assert incident.accounts[1].copy_of == first.claims[0].id
    assert incident.standing is Standing.SINGLE
    assert len(incident.reports) == 2


def test_a_part_is_no_rival_of_the_sum() -> None:
    text = "مقتل 12 مدنيا بينهم 3 أطفال وامرأتان في قصف على درنة"
    incident = one(told("r1", text, numbers=(("12", 12, 12),)))
    found = {(each.group, each.is_part): each.best for each in incident.figures}
    assert found == {
        (None, False): 12,
        ("civilians", False): 12,
        ("children", True): 3,
        ("women", True): 2,
    }


def test_the_group_of_a_part_is_not_that_of_the_sum() -> None:
    text = "مقتل 6 بينهم طفلة في قصف على درنة"
    incident = one(told("r1", text, numbers=(("6", 6, 6),)))
    found = {(each.group, each.is_part): each.best for each in incident.figures}
    assert found == {(None, False): 6, ("children", True): 1}


def test_numbers_of_one_claim_are_added_up() -> None:
    text = "مقتل ضابط و3 جنود في هجوم على درنة"
    coded = told("r1", text, numbers=(("ضابط", 1, 1), ("3", 3, 3)))
    found = amounts(coded.claims[0], text, Span(0, len(text)))
    assert [(each.group, each.least) for each in found] == [(None, 4), ("soldiers", 4)]


def test_an_open_number_leaves_the_high_open() -> None:
    text = "أكد شيوخ المدينة مقتل العشرات في قصف على درنة"
    elders = told("r2", text, numbers=(("العشرات", 20, None),), source="شيوخ المدينة")
    incident = one(hospital("r1", 9), elders)
    figure = next(each for each in incident.figures if each.group is None)
    assert (figure.low, figure.high) == (9, None)


def test_the_chain_goes_from_the_page_to_the_speaker() -> None:
    text = "نقلت رويترز عن الهلال الأحمر مقتل 5 مدنيين في درنة"
    coded = told("r1", text, source="الهلال الأحمر", via="رويترز")
    found = transmission(coded.claims[0], coded.report)
    assert [link.role for link in found.links] == [
        LinkRole.PUBLISHER, LinkRole.VIA, LinkRole.SPEAKER,
    ]  # fmt: skip
    assert found.links[1].actor == "reuters"
    assert found.links[2].evidence == at("الهلال الأحمر", text)


def test_whom_a_speaker_cites_is_the_root() -> None:
    text = "قالت القناة نقلا عن الهلال الأحمر، إن القصف أدى إلى مقتل 5 في درنة"
    coded = told("r1", text, source="القناة", source_kind=SourceKind.MEDIA)
    found = transmission(coded.claims[0], coded.report)
    assert found.links[-1].role is LinkRole.SOURCE
    assert found.root.name == "الهلال الأحمر"


def test_a_nameless_source_is_known_to_its_outlet_alone() -> None:
    text = "قال مصدر أمني إن القصف أدى إلى مقتل 5 في درنة"
    roots = {
        transmission(coded.claims[0], coded.report).root
        for coded in (
            told("r1", text, source="مصدر أمني", source_kind=SourceKind.SECURITY, publisher=paper)
            for paper in ("صحيفة الساحل", "صحيفة الجبل")
        )
    }
    assert len({root.id for root in roots}) == 2
    assert {root.kind for root in roots} == {RootKind.ANONYMOUS}


def test_a_spokesman_and_his_army_are_one_root() -> None:
    text = "قال أحمد المسماري إن القصف أدى إلى مقتل 5 في درنة"
    spokesman = told("r1", text, source="أحمد المسماري", actor="ahmed_al_mismari")
    found = transmission(spokesman.claims[0], spokesman.report)
    assert found.root.id == "libyan_national_army"


def captured(identity: str, source: str, least: int, **changes: object) -> CodedReport:
    text = f"أعلن {source} أسر {least} مقاتلا عند بوابة ترهونة {identity}"
    return told(
        identity, text, type="capture", trigger="أسر", role=CountRole.CAPTURED, place="ترهونة",
        numbers=((str(least), least, least),), source=source, **changes,
    )  # fmt: skip


def test_a_party_that_states_its_own_loss_admits_it() -> None:
    winners = captured("r1", "متحدث باسم القوة", 30, source_kind=SourceKind.ARMED_GROUP)
    losers = captured(
        "r2", "المسماري", 20, source_kind=SourceKind.MILITARY, actor="ahmed_al_mismari",
        side=Side.OWN,
    )  # fmt: skip
    text = losers.report.text
    lost = (somebody("مقاتلا", text, "libyan_national_army"),)
    losers = replace(losers, claims=(replace(losers.claims[0], targets=lost),))
    incident = one(winners, losers)
    figure = next(each for each in incident.figures if each.group is None)
    assert (figure.low, figure.high) == (20, 30)
    assert incident.standing is Standing.ADMITTED
    assert incident.roots == 2


def test_the_verb_alone_can_admit() -> None:
    incident = one(
        captured("r1", "قائد الكتيبة", 5, source_kind=SourceKind.MILITARY, stance=Stance.ADMITS)
    )
    assert incident.standing is Standing.ADMITTED


@pytest.mark.parametrize(
    ("victims", "standing"), [("مدنيين", Standing.ADMITTED), ("مسلحين", Standing.SINGLE)]
)
def test_who_killed_civilians_admits_and_who_killed_enemies_boasts(
    victims: str, standing: Standing
) -> None:
    text = f"قال المسماري إن قواتنا تسببت في مقتل 5 {victims} في درنة"
    said_so = told(
        "r1", text, numbers=(("5", 5, 5),), source="المسماري", source_kind=SourceKind.MILITARY,
        actor="ahmed_al_mismari", side=Side.OWN,
        agents=(somebody("قواتنا", text, "libyan_national_army"),),
    )  # fmt: skip
    assert one(said_so).standing is standing


def test_that_nobody_was_hurt_does_not_deny_the_attack() -> None:
    text = "قال الهلال الأحمر إن القصف على درنة لم يسفر عن إصابات"
    unhurt = told(
        "r2", text, type="injury", trigger="إصابات", source="الهلال الأحمر",
        modality=Modality.DENIED,
    )  # fmt: skip
    shelled = told("r1", "قصف على درنة مساء الجمعة", type="shelling", trigger="قصف")
    unhurt = replace(
        unhurt,
        claims=(
            replace(shelled.claims[0], report=unhurt.report.id, trigger=at("القصف", text)),
            *unhurt.claims,
        ),
    )
    assert one(shelled, unhurt).standing is Standing.CORROBORATED


def test_one_statement_and_one_denial_is_denied_and_more_statements_are_contested() -> None:
    text = "نفى متحدث عسكري مقتل أحد في قصف على درنة"
    denial = told(
        "r9", text, source="متحدث عسكري", source_kind=SourceKind.MILITARY, stance=Stance.DENIES,
        modality=Modality.DENIED,
    )  # fmt: skip
    denied = one(hospital("r1", 5), denial)
    assert denied.standing is Standing.DENIED
    assert Between.DENIES in {each.kind for each in denied.relations}
    assert one(hospital("r1", 5), crescent("r2", 5), denial).standing is Standing.CONTESTED


def test_each_side_naming_the_other_is_contested() -> None:
    def blamed(identity: str, source: str, words: str, actor: str) -> CodedReport:
        text = f"قال {source} إن قصف {words} أدى إلى مقتل 5 مدنيين في درنة"
        who: tuple[Participant, ...] = (somebody(words, text, actor),)
        return told(identity, text, numbers=(("5", 5, 5),), source=source, agents=who)

    incident = one(
        blamed("r1", "رئيس البلدية", "قوات حفتر", "libyan_national_army"),
        blamed("r2", "الناطق", "قوات الوفاق", "gna_forces"),
    )
    assert incident.standing is Standing.CONTESTED
    assert Matter.AGENT in {each.matter for each in incident.relations}


def test_an_incident_is_ready_for_json() -> None:
    fields = incident_fields(one(hospital("r1", 5), crescent("r2", 5)))
    assert list(fields)[:10] == [
        "id", "title", "types", "reports", "claims", "place", "time", "figures", "standing",
        "roots",
    ]  # fmt: skip
    assert fields["time"] == {"from": "2019-04-05", "to": "2019-04-05"}
    assert fields["roots"] == 2
