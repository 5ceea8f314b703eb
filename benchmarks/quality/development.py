"""The same figures on the benchmark's development set, each with its interval."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from riwaya.evaluation import evaluate
from riwaya.evaluation.evaluate import Evaluation, Interval
from riwaya.evaluation.tally import Tally
from riwaya.export.jsonl import read
from riwaya.pipeline import claims_of
from riwaya.records.coded import CodedReport

SHARED = Path(__file__).resolve().parents[3] / "shared"
DEVELOPMENT = SHARED / "benchmark" / "dev.jsonl"
SEED = 20190405
"""Of the bootstrap: any fixed number does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A figure of the development set; `incident` is one value without precision and recall."""

    name: str
    precision: float | None
    recall: float | None
    f1: float
    interval: Interval
    annotated: int
    """How many items the annotation has."""


def evaluation() -> Evaluation:
    """Extract from the articles of the development set, and score the claims.

    Raises:
        InputError: the file is missing, or breaks its form.
    """
    gold = list(read(DEVELOPMENT))
    found = [CodedReport(report=each.report, claims=claims_of(each.report)) for each in gold]
    return evaluate(gold, found)


def by_field(scores: Evaluation) -> Iterator[Measured]:
    """Yield the figures of the fields of a claim."""
    intervals = scores.intervals(seed=SEED)
    for name, tally in scores.figures().items():
        yield _measured(name, tally, intervals[name])
    yield Measured(
        name="incident",
        precision=None,
        recall=None,
        f1=scores.incident,
        interval=intervals["incident"],
        annotated=scores.right_events,
    )


def by_type(scores: Evaluation) -> Iterator[Measured]:
    """Yield the figure `event` of each event type, the commonest first."""
    intervals = scores.type_intervals(seed=SEED)
    for name, tally in scores.by_type().items():
        yield _measured(name, tally, intervals[name])


def _measured(name: str, tally: Tally, interval: Interval) -> Measured:
    return Measured(
        name=name,
        precision=tally.precision,
        recall=tally.recall,
        f1=tally.f1,
        interval=interval,
        annotated=tally.right + tally.missed,
    )
