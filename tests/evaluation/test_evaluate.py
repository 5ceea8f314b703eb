"""The figures of claims against annotations, counted by hand where that is possible."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.evaluation import evaluate
from riwaya.evaluation.evaluate import Evaluation, Interval
from riwaya.evaluation.incidents import bcubed
from riwaya.evaluation.match import Filler, folded_words, same_place, same_words
from riwaya.evaluation.score import FIGURES
from riwaya.evaluation.tally import Tally
from riwaya.records.claim import (
    Claim,
    Count,
    CountRole,
    Modality,
    Participant,
    Place,
    Relation,
    TimeBasis,
)
from riwaya.records.coded import CodedReport
from riwaya.records.span import Span
from tests.builders import TEXT, a_claim, a_report, the_words


def scored(gold: list[Claim], predicted: list[Claim]) -> Evaluation:
    report = a_report()
    return evaluate(
        [CodedReport(report=report, claims=tuple(gold))],
        [CodedReport(report=report, claims=tuple(predicted))],
    )


def tally(gold: Claim, predicted: Claim, figure: str) -> Tally:
    return scored([gold], [predicted]).figures()[figure]


def test_the_same_claims_are_right_in_every_figure() -> None:
    claims = [a_claim(), a_claim(type="killing", trigger=the_words("مقتل"))]
    evaluation = scored(claims, claims)
    assert all(figure.f1 == 1.0 for figure in evaluation.figures().values())
    assert evaluation.incident == 1.0
    assert evaluation.right_events == 2
    assert evaluation.examples() == {}


def test_an_article_without_claims_misses_every_part() -> None:
    figures = evaluate([CodedReport(report=a_report(), claims=(a_claim(),))], []).figures()
    assert all(figure == Tally(missed=1) for figure in figures.values())


def test_a_spurious_claim_makes_its_parts_spurious() -> None:
    figures = scored([], [a_claim()]).figures()
    assert all(figure == Tally(spurious=1) for figure in figures.values())


def test_another_type_on_the_same_word_is_a_right_trigger_and_no_event() -> None:
    figures = scored([a_claim()], [a_claim(type="shelling")]).figures()
    assert figures["trigger"] == Tally(right=1)
    assert figures["event"] == Tally(spurious=1, missed=1)
    assert figures["agents"] == Tally(spurious=1, missed=1)


def test_a_trigger_elsewhere_is_missed() -> None:
    figures = scored([a_claim()], [a_claim(trigger=the_words("شنته"))]).figures()
    assert figures["trigger"] == Tally(spurious=1, missed=1)


def test_a_filler_that_overlaps_is_right() -> None:
    shorter = a_claim(agents=(Participant(evidence=the_words("طائرات")),))
    assert tally(a_claim(), shorter, "agents") == Tally(right=1)


def test_a_filler_elsewhere_with_the_same_words_is_right() -> None:
    first = Span(TEXT.index("درنة"), TEXT.index("درنة") + 4)
    moved = Place(evidence=first, anchor=None, relation=Relation.IN)
    assert tally(a_claim(), a_claim(places=(moved,)), "places") == Tally(right=1)


def test_one_filler_is_right_only_once() -> None:
    doubled = a_claim(agents=a_claim().agents * 2)
    assert tally(a_claim(), doubled, "agents") == Tally(right=1, spurious=1)


@pytest.mark.parametrize(
    "change", [{"least": 4}, {"most": None}, {"role": CountRole.INJURED}], ids=str
)
def test_a_count_is_right_only_with_its_role_and_both_ends(change: dict[str, object]) -> None:
    (count,) = a_claim().counts
    other = a_claim(counts=(replace(count, **change),))  # type: ignore[arg-type]  # open on purpose
    assert tally(a_claim(), other, "counts") == Tally(spurious=1, missed=1)


def test_the_words_of_a_count_do_not_matter() -> None:
    moved = Count(role=CountRole.KILLED, least=5, most=5, evidence=the_words("محلية"))
    assert tally(a_claim(), a_claim(counts=(moved,)), "counts") == Tally(right=1)


def test_a_time_is_right_only_with_both_days() -> None:
    time = a_claim().time
    assert time is not None
    longer = a_claim(time=replace(time, last=date(2019, 4, 5)))
    assert tally(a_claim(), longer, "time") == Tally(spurious=1, missed=1)


def test_a_carried_time_may_be_given_or_left_out() -> None:
    time = a_claim().time
    assert time is not None
    carried = a_claim(time=replace(time, evidence=None, basis=TimeBasis.INHERITED))
    timeless = a_claim(time=None)
    assert tally(carried, timeless, "time") == Tally()
    assert tally(timeless, carried, "time") == Tally()
    assert tally(carried, a_claim(), "time") == Tally(right=1)


def test_a_wrong_modality_spoils_the_whole_claim() -> None:
    figures = scored([a_claim()], [a_claim(modality=Modality.ORDERED)]).figures()
    assert figures["modality"] == Tally(spurious=1, missed=1)
    assert figures["event"] == Tally(right=1)
    assert figures["claim"] == Tally(spurious=1, missed=1)


def test_a_wrong_place_does_not_spoil_the_whole_claim() -> None:
    figures = scored([a_claim()], [a_claim(places=())]).figures()
    assert figures["claim"] == Tally(right=1)


def test_of_two_claims_on_one_word_the_better_one_is_paired() -> None:
    worse = a_claim(agents=(), targets=(), counts=())
    figures = scored([a_claim()], [worse, a_claim()]).figures()
    assert figures["agents"] == Tally(right=1)
    assert figures["event"] == Tally(right=1, spurious=1)


def test_mistakes_show_their_words() -> None:
    examples = scored([a_claim()], [a_claim(counts=())]).examples()
    assert list(examples) == ["counts differ"]
    assert "⟦قصف⟧" in examples["counts differ"][0]
    assert "gold=[killed 5 5]" in examples["counts differ"][0]


def test_types_are_counted_apart() -> None:
    killing = a_claim(type="killing", trigger=the_words("مقتل"))
    by_type = scored([a_claim(), killing], [killing]).by_type()
    assert by_type == {"air_strike": Tally(missed=1), "killing": Tally(right=1)}


def test_claims_lumped_into_one_incident_lose_precision() -> None:
    killing = a_claim(type="killing", trigger=the_words("مقتل"), incident="i2")
    lumped = replace(killing, incident="i1")
    assert scored([a_claim(), killing], [a_claim(), lumped]).incident == pytest.approx(2 / 3)


def test_incidents_are_grouped_over_the_articles_of_a_cluster() -> None:
    one = CodedReport(report=a_report(), claims=(a_claim(),), cluster="k")
    other = CodedReport(report=a_report(id="r2"), claims=(a_claim(report="r2"),), cluster="k")
    apart = replace(other, claims=(a_claim(report="r2", incident="i9"),))
    assert evaluate([one, other], [one, other]).incident == 1.0
    assert evaluate([one, other], [one, apart]).incident == pytest.approx(2 / 3)


def test_one_seed_gives_one_interval_around_the_figure() -> None:
    half = scored([a_claim()] * 2, [a_claim()])
    articles = Evaluation(articles=half.articles * 3, bcubed=half.bcubed * 3)
    intervals = articles.intervals(seed=7, rounds=50)
    assert intervals == articles.intervals(seed=7, rounds=50)
    figure = articles.figures()["event"].f1
    assert intervals["event"].low <= figure <= intervals["event"].high
    assert list(intervals) == [*FIGURES, "incident"]


def test_an_event_type_has_an_interval_of_the_draws_that_hold_it() -> None:
    right = scored([a_claim()], [a_claim()])
    missed = scored([a_claim(type="killing")], [])
    articles = Evaluation(
        articles=right.articles + missed.articles, bcubed=right.bcubed + missed.bcubed
    )
    intervals = articles.type_intervals(seed=7, rounds=50)
    assert intervals == {
        "air_strike": Interval(low=1.0, high=1.0),
        "killing": Interval(low=0.0, high=0.0),
    }


def test_nothing_to_evaluate_is_nothing_right() -> None:
    nothing = evaluate([], [])
    assert nothing.incident == 0.0
    assert set(nothing.figures().values()) == {Tally()}
    assert nothing.intervals(seed=1)["event"].high == 0.0


@pytest.mark.parametrize(
    ("one", "other"),
    [("القوات السورية", "قوات سورية"), ("للجيش", "الجيش"), ("والمدنيّون", "المدنيون")],
)
def test_fillers_fold_the_article_and_what_is_written_on_it(one: str, other: str) -> None:
    assert folded_words(one) == folded_words(other)


def test_half_of_the_words_are_enough() -> None:
    assert same_words(Filler(Span(0, 1), "قوات الجيش"), Filler(Span(5, 6), "قوات الأمن"))
    assert not same_words(Filler(Span(0, 1), "قوات الجيش"), Filler(Span(5, 6), "قوات أمن محلية"))
    assert not same_words(Filler(None, ""), Filler(None, ""))


def test_two_spellings_of_an_anchor_are_one_place() -> None:
    one, other = Filler(Span(0, 1), "هنا", "Al-Zawiya"), Filler(Span(5, 6), "هناك", "az-zawiya")
    assert same_place(one, other)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=12))
def test_b_cubed_is_a_share_and_whole_only_for_the_same_grouping(
    labels: list[tuple[str, str]],
) -> None:
    values = bcubed(labels)
    assert len(values) == len(labels)
    assert all(0 < value <= 1 for value in values)
    assert bcubed([(gold, gold) for gold, _ in labels]) == [1.0] * len(labels)
