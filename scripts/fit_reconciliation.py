"""Look for better weights of reconciliation, and say how far they hold elsewhere.

    python scripts/fit_reconciliation.py GOLD.jsonl INCIDENTS.jsonl CLAIMS.jsonl [--seconds 120]

GOLD are annotated reports whose clusters share labels of incidents; INCIDENTS name the reports of
each incident, as other people grouped them; CLAIMS are those of `riwaya extract --format jsonl`
for these reports. Weights move from those of the table in small steps, one at a time, as long as
that gains more than it costs to leave the table: what is searched for is F1 over pairs of reports
and half of B-cubed, less COST times the squared distance. The halves of INCIDENTS are searched
through in turn and the other one is scored, so that one sees what is only learned by heart.
Nothing is written: weights are put into `tables/weights.toml` by hand, and read.
"""

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from riwaya.evaluation.incidents import bcubed
from riwaya.export.reading import coded_report
from riwaya.knowledge.place_search import Candidate, find_places
from riwaya.reconcile.blocking import candidates
from riwaya.reconcile.clusters import Pair, Ties, neighbourhoods, pairs_of, solve
from riwaya.reconcile.compare import barrier, seen
from riwaya.reconcile.tables import weights
from riwaya.reconcile.tellings import Telling, tellings
from riwaya.records.claim import Claim, Place, Point
from riwaya.records.coded import CodedReport

STEPS = (-0.5, -0.25, 0.25, 0.5)
COST = 0.012
LEAST_SEEN = 20
"""An observation made less often than this keeps its weight."""
CREDIBLE = 0.3
NAMES = [name for name in weights().parts if name != "told.together"]
PLACE_OF = {name: number for number, name in enumerate(NAMES)}
Vector = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Problem:
    """Tellings and the pairs that are compared, as what is observed of them."""

    told: list[Telling]
    pairs: list[Pair]
    observed: Vector

    def groups(self, vector: Vector) -> list[list[int]]:
        """Return the incidents that some weights give."""
        worth = np.rint(1000 * (self.observed @ vector)).astype(int).tolist()
        ties = Ties(scores=dict(zip(self.pairs, worth, strict=True)))
        found = neighbourhoods(len(self.told), ties)
        home = {member: number for number, group in enumerate(found) for member in group}
        parts = [Ties() for _ in found]
        for pair, score in ties.scores.items():
            if home[pair[0]] == home[pair[1]]:
                parts[home[pair[0]]].scores[pair] = score
        by_report: dict[tuple[int, str], list[int]] = defaultdict(list)
        for member, number in home.items():
            by_report[number, self.told[member].report].append(member)
        for (number, _), members in by_report.items():
            parts[number].never.update(pairs_of(members))
        absent = round(1000 * weights().absent)
        return [
            group
            for members, tie in zip(found, parts, strict=True)
            for group in solve(members, tie, absent=absent)
        ]


def main() -> None:
    """Search on each half and on the whole, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("gold", "incidents", "claims"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--seconds", type=float, default=120)
    given = parser.parse_args()
    gold = [placed(coded) for coded in read(given.gold)]
    dev, news = problem(gold), problem([placed(coded) for coded in read(given.claims)])
    lines = given.incidents.read_text(encoding="utf-8").splitlines()
    members: dict[str, list[str]] = {row["id"]: row["reports"] for row in map(json.loads, lines)}
    labels = clusters_of(gold)

    def rated(vector: Vector, chosen: Collection[str]) -> tuple[float, float]:
        few = {name: members[name] for name in chosen}
        return pairwise(news, news.groups(vector), few), shared(dev, dev.groups(vector), labels)

    names = sorted(members)
    start = np.array([weights().of(name) for name in NAMES])
    print("as it is", *(f"{figure:.3f}" for figure in rated(start, names)))
    for searched, others in ((names[::2], names[1::2]), (names[1::2], names[::2]), (names, names)):
        found = search(start, partial(rated, chosen=searched), dev, news, given.seconds)
        print("searched", *(f"{x:.3f}" for x in rated(found, searched)))
        print("  others", *(f"{x:.3f}" for x in rated(found, others)))
        for name, old, new in zip(NAMES, start, found, strict=True):
            if old != new:
                print(f"    {name}: {old:.2f} → {new:.2f}")


def search(
    start: Vector,
    rated: Callable[[Vector], tuple[float, float]],
    dev: Problem,
    news: Problem,
    seconds: float,
) -> Vector:
    """Return the best weights that small steps lead to in some time."""

    def worth(vector: Vector) -> float:
        pairs, groups = rated(vector)
        return pairs + groups / 2 - COST * float(((vector - start) ** 2).sum())

    draw = random.Random(1)  # noqa: S311  # a search is no secret
    often = np.abs(dev.observed).sum(axis=0) + np.abs(news.observed).sum(axis=0)
    open_to_change = np.flatnonzero(often > LEAST_SEEN).tolist()
    best, found = worth(start), start
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        tried = found.copy()
        tried[draw.choice(open_to_change)] += draw.choice(STEPS)
        value = worth(tried)
        if value > best:
            best, found = value, tried
    return found


def problem(reports: Sequence[CodedReport]) -> Problem:
    """Return what is observed of all pairs that are compared."""
    told = [telling for coded in reports for telling in tellings(coded, apart={})]
    told.sort(key=lambda telling: telling.order)
    pairs = [pair for pair in candidates(told) if barrier(told[pair[0]], told[pair[1]]) is None]
    observed = np.zeros((len(pairs), len(NAMES)))
    observed[:, PLACE_OF["start.prior"]] = 1
    for row, (one, other) in enumerate(pairs):
        for each in seen(told[one], told[other]):
            observed[row, PLACE_OF[each.name]] += each.times
    return Problem(told, pairs, observed)


def pairwise(
    news: Problem, groups: Sequence[Sequence[int]], members: Mapping[str, Sequence[str]]
) -> float:
    """Return F1 of "these two reports tell one incident", over all pairs of reports."""
    truly: dict[str, set[str]] = defaultdict(set)
    for incident, reports in members.items():
        for report in reports:
            truly[report].add(incident)
    ours: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for report in {news.told[each].report for each in group}:
            ours[report].add(number)
    right = said = wanted = 0
    for one, other in combinations(sorted(truly), 2):
        is_wanted, is_said = bool(truly[one] & truly[other]), bool(ours[one] & ours[other])
        right, said, wanted = right + (is_wanted and is_said), said + is_said, wanted + is_wanted
    return 2 * right / max(1, said + wanted)


def shared(
    dev: Problem, groups: Sequence[Sequence[int]], labels: Mapping[str, tuple[str, str]]
) -> float:
    """Return B-cubed F1 over the claims of the clusters."""
    by_cluster: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for claim in (claim for each in group for claim in dev.told[each].claims):
            if claim in labels:
                cluster, incident = labels[claim]
                by_cluster[cluster].append((incident, str(number)))
    values = [value for pairs in by_cluster.values() for value in bcubed(pairs)]
    return sum(values) / max(1, len(values))


def clusters_of(gold: Sequence[CodedReport]) -> dict[str, tuple[str, str]]:
    """Return the cluster and the annotated incident of each claim of a cluster."""
    return {
        claim.id: (coded.cluster, claim.incident or claim.id)
        for coded in gold
        if coded.cluster
        for claim in coded.claims
    }


def read(path: Path) -> list[CodedReport]:
    """Read a file of claims."""
    with path.open(encoding="utf-8") as lines:
        return [coded_report(json.loads(line), where=f"{path}:{n}") for n, line in enumerate(lines)]


def placed(coded: CodedReport) -> CodedReport:
    """Give places that have a name alone the point of that name."""
    return replace(coded, claims=tuple(map(_with_points, coded.claims)))


def _with_points(claim: Claim) -> Claim:
    return replace(claim, places=tuple(map(_with_point, claim.places)))


def _with_point(place: Place) -> Place:
    found = _looked_up(place.anchor) if place.anchor and place.point is None else None
    if found is None:
        return place
    entry = found.entry
    point = Point(latitude=entry.latitude, longitude=entry.longitude, radius_km=found.radius_km)
    return replace(place, point=point, country=entry.country)


@cache
def _looked_up(anchor: str) -> Candidate | None:
    found = next(iter(find_places(anchor, most=1)), None)
    return found if found and found.score >= CREDIBLE else None


if __name__ == "__main__":
    main()
