"""Compare extracted claims with annotated articles.

Every figure is end to end: a part of a claim whose event was missed counts as missed, a part of a
spurious claim as spurious.
"""

import random
from collections import Counter
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
        draws = _draws(len(self.articles), seed=seed, rounds=rounds)
        drawn = {
            name: _f1s([article.figures[name] for article in self.articles], draws)
            for name in FIGURES
        }
        drawn["incident"] = [
            _mean(self.bcubed[article] for article, times in draw.items() for _ in range(times))
            for draw in draws
        ]
        return {name: _interval(values, level) for name, values in drawn.items()}

    def type_intervals(
        self, *, seed: int, rounds: int = 1000, level: float = 0.95
    ) -> Mapping[str, Interval]:
        """Return the same of each event type's F1; draws without the type are passed over."""
        draws = _draws(len(self.articles), seed=seed, rounds=rounds)
        drawn = {
            name: _f1s([article.by_type.get(name, Tally()) for article in self.articles], draws)
            for name in self.by_type()
        }
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


def _draws(articles: int, *, seed: int, rounds: int) -> "list[Counter[int]]":
    """Draw articles anew, with replacement; tell how often each was drawn."""
    draws = random.Random(seed)  # noqa: S311  # a bootstrap is no secret
    everyone = range(articles)
    return [Counter(draws.choices(everyone, k=articles)) for _ in range(rounds if articles else 0)]


def _f1s(tallies: Sequence[Tally], draws: "Iterable[Counter[int]]") -> list[float]:
    """Return the F1 of each draw that holds anything at all."""
    told = [(article, tally) for article, tally in enumerate(tallies) if tally != Tally()]
    sums = (
        Tally(
            right=sum(draw[article] * tally.right for article, tally in told),
            spurious=sum(draw[article] * tally.spurious for article, tally in told),
            missed=sum(draw[article] * tally.missed for article, tally in told),
        )
        for draw in draws
    )
    return [tally.f1 for tally in sums if tally != Tally()]


def _interval(values: list[float], level: float) -> Interval:
    if not values:
        return Interval(low=0.0, high=0.0)
    ordered = sorted(values)
    cut = int(len(ordered) * (1 - level) / 2)
    return Interval(low=ordered[cut], high=ordered[-1 - cut])
