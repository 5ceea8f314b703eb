"""What extraction makes of the golden reports, held by figures that may not fall."""

from collections import Counter

import pytest

from benchmarks.quality.golden import SPURIOUS, bounds, figures, golden, spurious
from riwaya.evaluation import evaluate
from riwaya.evaluation.tally import Tally
from riwaya.knowledge.ontology import event_types
from riwaya.records.claim import Modality, Stance


@pytest.mark.parametrize("name", [name for name in bounds() if name != SPURIOUS])
def test_no_figure_falls_below_its_floor(name: str) -> None:
    figure = figures()[name]
    assert figure.is_held, figure


def test_reports_of_sport_market_weather_and_culture_hold_few_claims() -> None:
    found = {
        each.report.id: [claim.trigger.of(each.report.text) for claim in each.claims]
        for each in spurious()
    }
    assert figures()[SPURIOUS].is_held, found


def test_the_golden_reports_hold_every_event_type_modality_and_stance() -> None:
    claims = [claim for each in golden() for claim in each.claims]
    assert {claim.type for claim in claims} == set(event_types())
    assert {claim.modality for claim in claims} == set(Modality)
    stances = {claim.attribution.stance for claim in claims if claim.attribution}
    assert stances == set(Stance)


def test_there_are_golden_reports_with_claims_and_without() -> None:
    kinds = Counter(bool(each.claims) for each in golden())
    assert kinds[True] >= 30
    assert kinds[False] >= 10


def test_every_golden_claim_is_right_when_compared_with_itself() -> None:
    figures = evaluate(golden(), golden()).figures()
    assert figures["claim"] == Tally(right=sum(len(each.claims) for each in golden()))
