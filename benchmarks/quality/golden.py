"""What extraction makes of the golden reports, beside the floors it may not fall below."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from riwaya.evaluation import evaluate
from riwaya.pipeline import claims_of
from riwaya.records.coded import CodedReport
from tests.golden.golden_reports import golden_reports

FLOORS = Path(__file__).with_name("floors.toml")
SPURIOUS = "spurious"
"""The number of claims in reports that hold none: the one figure of which less is better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure beside its floor, or beside its ceiling where less is better."""

    name: str
    value: float
    bound: float

    @property
    def is_held(self) -> bool:
        """Whether the figure stands on the right side of its bound."""
        if self.name == SPURIOUS:
            return self.value <= self.bound
        return self.value >= self.bound


@cache
def golden() -> tuple[CodedReport, ...]:
    """Return the golden reports with the claims that stand in them."""
    return tuple(golden_reports())


@cache
def extracted() -> tuple[CodedReport, ...]:
    """Return the golden reports with the claims that are extracted from them."""
    return tuple(
        CodedReport(report=each.report, claims=claims_of(each.report)) for each in golden()
    )


def spurious() -> Iterator[CodedReport]:
    """Yield what is extracted from the reports that hold no claim."""
    claimless = {each.report.id for each in golden() if not each.claims}
    return (each for each in extracted() if each.report.id in claimless and each.claims)


def bounds() -> dict[str, float]:
    """Return the bound of each figure, in the order of the file."""
    written = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {**written["least"], **written["most"]}


@cache
def figures() -> Mapping[str, Figure]:
    """Return every figure that has a bound, by its name."""
    values = _values()
    return {
        name: Figure(name=name, value=values[name], bound=bound) for name, bound in bounds().items()
    }


def _values() -> Mapping[str, float]:
    evaluation = evaluate([each for each in golden() if each.claims], extracted())
    values = {name: tally.f1 for name, tally in evaluation.figures().items()}
    number = sum(len(each.claims) for each in spurious())
    return {**values, "incident": evaluation.incident, SPURIOUS: number}
