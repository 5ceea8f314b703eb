"""The module gives the figures of the benchmark's own script, whatever the claims are.

The script and the annotated articles lie beside the project and are no part of it.
"""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from riwaya.evaluation import evaluate
from riwaya.evaluation.score import FIGURES
from riwaya.export import jsonl
from riwaya.records.claim import CountRole, Modality, Stance

BENCHMARK = Path(__file__).parents[3] / "shared" / "benchmark"
SCRIPT, GOLD = BENCHMARK / "score.py", BENCHMARK / "dev.jsonl"
pytestmark = pytest.mark.skipif(
    not (SCRIPT.is_file() and GOLD.is_file()), reason=f"there is no benchmark at {BENCHMARK}"
)

Claim = dict[str, Any]


def perturbed(claim: Claim, text: str, draws: random.Random) -> Iterator[Claim]:
    """Yield a claim as an extractor that errs would give it: gone, twice, or with other parts."""
    if draws.random() < 0.15:
        return
    changed = json.loads(json.dumps(claim))
    change_parts(changed, draws)
    change_labels(changed, draws)
    if draws.random() < 0.2:
        changed["trigger"] = moved(changed["trigger"], text, draws)
    yield changed
    if draws.random() < 0.1:
        yield {**changed, "agents": []}


def change_parts(claim: Claim, draws: random.Random) -> None:
    for name in ("agents", "targets", "places", "counts"):
        if claim.get(name) and draws.random() < 0.2:
            claim[name] = claim[name][1:] + claim[name][:1] * draws.randint(0, 2)
    for name in ("time", "source", "via", "incident"):
        if draws.random() < 0.15:
            claim[name] = None
    for count in claim["counts"]:
        if draws.random() < 0.2:
            count["role"] = draws.choice(list(CountRole)).value


def change_labels(claim: Claim, draws: random.Random) -> None:
    if draws.random() < 0.2:
        claim["modality"] = draws.choice(list(Modality)).value
    if claim.get("source") is None:
        claim["stance"] = claim["source_kind"] = None
    elif draws.random() < 0.2:
        claim["stance"] = draws.choice(list(Stance)).value
    if draws.random() < 0.1:
        claim["type"] = draws.choice(("killing", "shelling", "attack"))


def moved(words: Claim, text: str, draws: random.Random) -> Claim:
    start = max(0, min(len(text) - 1, words["start"] + draws.randint(-12, 12)))
    end = min(len(text), start + draws.randint(1, 12))
    return {"text": text[start:end], "start": start, "end": end}


def write_perturbed(path: Path, *, seed: int) -> None:
    draws = random.Random(seed)  # noqa: S311  # errors of a test are no secret
    with GOLD.open(encoding="utf-8") as lines, path.open("w", encoding="utf-8") as out:
        for article in map(json.loads, lines):
            if draws.random() < 0.05:
                continue
            article["claims"] = [
                changed
                for claim in article["claims"]
                for changed in perturbed(claim, article["text"], draws)
            ]
            out.write(json.dumps(article) + "\n")


@pytest.mark.parametrize("seed", [1, 2])
def test_perturbed_claims_have_the_same_figures(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "claims.jsonl"
    write_perturbed(path, seed=seed)
    command = [sys.executable, str(SCRIPT), str(GOLD), str(path), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    ours = evaluate(jsonl.read(GOLD), jsonl.read(path))
    for name in FIGURES:
        figure = ours.figures()[name]
        assert {
            "precision": round(figure.precision, 4),
            "recall": round(figure.recall, 4),
            "f1": round(figure.f1, 4),
        } == theirs[name], name
    assert round(ours.incident, 4) == theirs["incident"]["f1"]
