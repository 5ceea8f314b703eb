"""Compare extracted claims with annotated articles.

Every figure is end to end: a part of a claim whose event was missed counts as missed, a part of a
spurious claim as spurious.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from riwaya.evaluation.incidents import bcubed_by_article
from riwaya.evaluation.score import FIGURES, ArticleScore, score_article
from riwaya.evaluation.tally import Tally, total
from riwaya.records.claim import Claim
from riwaya.records.coded import CodedReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A confidence interval of a figure."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The scores of articles, and the figures over all of them.

    `bcubed` holds for each article the B-cubed F1 of its right events.
    """

    articles: tuple[ArticleScore, ...]
    bcubed: tuple[tuple[float, ...], ...]

    def figures(self) -> dict[str, Tally]:
        """Return every figure of `score.FIGURES`, in that order."""
        sums = total(article.figures for article in self.articles)
        return {name: sums.get(name, Tally()) for name in FIGURES}

    def by_type(self) -> dict[str, Tally]:
        """Return the figure `event` for each event type, the commonest first."""
        sums = total(article.by_type for article in self.articles)
        return dict(sorted(sums.items(), key=lambda named: -(named[1].right + named[1].missed)))

    @property
    def incident(self) -> float:
        """The mean B-cubed F1 of right events; 0 where there are none."""
        return _mean(self.bcubed)

    @property
    def right_events(self) -> int:
        """How many events the incident figure is a mean of."""
        return sum(map(len, self.bcubed))

    def examples(self) -> dict[str, list[str]]:
        """Return the mistakes in the order of the articles, by kind, the commonest first."""
        found: dict[str, list[str]] = {}
        for article in self.articles:
            for mistake in article.mistakes:
                found.setdefault(mistake.kind, []).append(mistake.example)
        return dict(sorted(found.items(), key=lambda kind: -len(kind[1])))

    def intervals(
        self, *, seed: int, rounds: int = 1000, level: float = 0.95
    ) -> Mapping[str, Interval]:
        """Return a bootstrap interval of each figure's F1, and of `incident`.

        Args:
            seed: of the draws; the same seed gives the same intervals.
            rounds: how often the articles are drawn anew, with replacement.
            level: the share of the draws that the interval holds, between 0 and 1.
        """
        draws = random.Random(seed)  # noqa: S311  # a bootstrap is no secret
        drawn: dict[str, list[float]] = {name: [] for name in (*FIGURES, "incident")}
        everyone = range(len(self.articles))
        for _ in range(rounds if self.articles else 0):
            chosen = draws.choices(everyone, k=len(self.articles))
            for name in FIGURES:
                drawn[name].append(_f1([self.articles[i].figures[name] for i in chosen]))
            drawn["incident"].append(_mean([self.bcubed[i] for i in chosen]))
        return {name: _interval(values, level) for name, values in drawn.items()}


def evaluate(gold: Iterable[CodedReport], predicted: Iterable[CodedReport]) -> Evaluation:
    """Score extracted claims against annotated articles.

    Args:
        gold: annotated articles.
        predicted: the same articles by id with what was extracted from them. All claims of an
            article that is not among them count as missed; articles that are only here are
            passed over.
    """
    found: dict[str, Sequence[Claim]] = {each.report.id: each.claims for each in predicted}
    articles = tuple(score_article(each, found.get(each.report.id, ())) for each in gold)
    labels = [article.labels for article in articles]
    values = bcubed_by_article(labels, [article.cluster for article in articles])
    return Evaluation(articles=articles, bcubed=tuple(map(tuple, values)))


def _mean(values: Iterable[Sequence[float]]) -> float:
    flat = [value for article in values for value in article]
    return fmean(flat) if flat else 0.0


def _f1(tallies: Sequence[Tally]) -> float:
    return Tally(
        right=sum(tally.right for tally in tallies),
        spurious=sum(tally.spurious for tally in tallies),
        missed=sum(tally.missed for tally in tallies),
    ).f1


def _interval(values: list[float], level: float) -> Interval:
    if not values:
        return Interval(low=0.0, high=0.0)
    ordered = sorted(values)
    cut = int(len(ordered) * (1 - level) / 2)
    return Interval(low=ordered[cut], high=ordered[-1 - cut])
