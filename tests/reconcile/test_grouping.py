"""What is one incident does not depend on how its reports come, and no claim gets lost."""

from collections import Counter
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.reconcile import reconcile
from riwaya.reconcile.compare import compare
from riwaya.reconcile.growing import Reconciler
from riwaya.reconcile.tellings import tellings
from riwaya.records.claim import ClaimId
from riwaya.records.coded import CodedReport
from riwaya.records.incident import Reconciled
from riwaya.records.judgement import Judgement, Verdict
from tests.reconcile.dossiers import OCCURRENCES, Told, made_up

TOLD = st.lists(
    st.builds(Told, st.integers(0, len(OCCURRENCES) - 1), st.integers(3, 9)),
    max_size=3,
    unique_by=lambda told: told.occurrence,
)


@st.composite
def collections(draw: st.DrawFn) -> list[CodedReport]:
    told = draw(st.lists(st.tuples(TOLD, st.integers(0, 1)), min_size=1, max_size=6))
    return [made_up(f"r{n}", tuple(each), later=later) for n, (each, later) in enumerate(told)]


def judged(left: ClaimId, right: ClaimId, verdict: Verdict, minute: int = 0) -> Judgement:
    when = datetime(2026, 1, 1, 12, minute, tzinfo=UTC)
    return Judgement(left=left, right=right, verdict=verdict, reason="read both", at=when)


def partition(result: Reconciled) -> set[frozenset[ClaimId]]:
    return {frozenset(incident.claims) for incident in result.incidents}


def claims(collection: list[CodedReport]) -> list[ClaimId]:
    return [claim.id for coded in collection for claim in coded.claims]


@given(collection=collections())
@settings(deadline=None, max_examples=40)
def test_no_claim_is_lost_nor_in_two_incidents(collection: list[CodedReport]) -> None:
    grouped = [claim for each in reconcile(collection).incidents for claim in each.claims]
    assert Counter(grouped) == Counter(claims(collection))


@given(collection=collections(), data=st.data())
@settings(deadline=None, max_examples=40)
def test_the_order_of_arrival_changes_nothing(
    collection: list[CodedReport], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(collection))
    assert reconcile(shuffled) == reconcile(collection)


@given(collection=collections())
@settings(deadline=None, max_examples=20)
def test_a_report_that_comes_twice_counts_once(collection: list[CodedReport]) -> None:
    assert reconcile([*collection, *collection]) == reconcile(collection)


@given(collection=collections(), data=st.data())
@settings(deadline=None, max_examples=40)
def test_growing_report_by_report_gives_what_the_whole_gives(
    collection: list[CodedReport], data: st.DataObject
) -> None:
    reconciler = Reconciler()
    for coded in data.draw(st.permutations(collection)):
        reconciler.add(coded)
    assert reconciler.reconciled == reconcile(collection)


@given(collection=collections(), data=st.data())
@settings(deadline=None, max_examples=30)
def test_dropping_a_report_gives_what_the_others_give(
    collection: list[CodedReport], data: st.DataObject
) -> None:
    reconciler = Reconciler()
    reconciler.add_all(collection)
    gone = data.draw(st.sampled_from(collection))
    reconciler.drop(gone.report.id)
    assert reconciler.reconciled == reconcile([each for each in collection if each is not gone])


@given(collection=collections(), data=st.data())
@settings(deadline=None, max_examples=40)
def test_a_judgement_wins_and_undoing_it_leads_back(
    collection: list[CodedReport], data: st.DataObject
) -> None:
    ids = claims(collection)
    if len(ids) < 2:
        return
    left, right = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
    before = reconcile(collection)
    together = before.labels()[left] == before.labels()[right]
    verdict, undone = (
        (Verdict.DIFFERENT, Verdict.SAME) if together else (Verdict.SAME, Verdict.DIFFERENT)
    )
    reconciler = Reconciler()
    reconciler.add_all(collection)
    reconciler.judge(judged(left, right, verdict))
    labels = reconciler.reconciled.labels()
    assert (labels[left] == labels[right]) is not together
    assert reconciler.reconciled == reconcile(collection, [judged(left, right, verdict)])
    reconciler.judge(judged(left, right, undone, minute=1))
    after = reconciler.reconciled
    assert (after.labels()[left] == after.labels()[right]) is together
    assert partition(after) == partition(before)


def test_two_reports_of_one_occurrence_are_one_incident() -> None:
    told = [made_up("r1", (Told(0, 5),)), made_up("r2", (Told(0, 5),))]
    assert len(reconcile(told).incidents) == 1


def test_what_one_report_tells_apart_stays_apart() -> None:
    both = made_up("r1", (Told(0, 5), Told(2, 5)))
    incidents = reconcile([both, made_up("r2", (Told(0, 5),))]).incidents
    assert sorted(len(incident.claims) for incident in incidents) == [2, 4]


def test_days_and_places_that_do_not_meet_are_a_barrier() -> None:
    first, later, elsewhere = (
        tellings(made_up(name, (Told(occurrence, 5),)), apart={})[0]
        for name, occurrence in (("r1", 0), ("r2", 1), ("r3", 2))
    )
    assert compare(first, later).barrier == "their times do not meet"
    assert compare(first, elsewhere).barrier == "their places are apart"


def test_every_part_of_a_score_has_its_reason() -> None:
    first, other = (
        tellings(made_up(name, (Told(0, killed),)), apart={})[0]
        for name, killed in (("r1", 5), ("r2", 5))
    )
    found = compare(first, other)
    reasons = {part.name: part.reason for part in found.parts}
    assert reasons["type.same"] == "both tell of shelling"
    assert reasons["time.same_day"] == "both on 2019-04-04"
    assert reasons["figure.equal"] == "the same number (killed 5)"
    assert found.score > 0
    assert found.score == round(sum(part.weight for part in found.parts), 3)


def test_an_older_judgement_gives_way_to_newer_ones_it_cannot_stand_beside() -> None:
    reports = [made_up(f"r{n}", (Told(n, 5),)) for n in range(3)]
    a, b, c = (each.claims[0].id for each in reports)
    log = [
        judged(a, b, Verdict.SAME, 1),
        judged(b, c, Verdict.SAME, 2),
        judged(a, c, Verdict.DIFFERENT, 3),
    ]
    labels = reconcile(reports, log).labels()
    assert labels[b] == labels[c]
    assert labels[a] != labels[c]
    assert labels[a] != labels[b]


def test_an_update_says_what_it_replaces() -> None:
    reconciler = Reconciler()
    reconciler.add_all([made_up("r1", (Told(0, 5),)), made_up("r2", (Told(2, 5),))])
    touched = reconciler.reconciled.incidents[0]
    update = reconciler.add(made_up("r3", (Told(0, 5),), later=1))
    assert update.replaced == (touched.id,)
    assert [incident.id for incident in update.incidents] == [touched.id]
    assert len(update.incidents[0].reports) == 2
    assert reconciler.add(made_up("r3", (Told(0, 5),), later=1)).incidents == ()
