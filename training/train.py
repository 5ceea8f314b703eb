"""Train the bundled models.

python -m training.train                train on everything and write the models
python -m training.train --held-out     train on our own annotations, measure on the benchmark's
python -m training.train --folds 5      cross-validate on the benchmark's articles
"""

import argparse
import gzip
import json
import random
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from riwaya.evaluation.evaluate import Evaluation, evaluate
from riwaya.export.reading import coded_report
from riwaya.extract.extract import Extraction
from riwaya.extract.models import Models
from riwaya.knowledge.model import Model
from riwaya.records.coded import CodedReport
from training import decisions
from training.data import Example, development, own, seed
from training.fit import Decision, fit

MODELS = Path(__file__).resolve().parents[1] / "src" / "riwaya" / "knowledge" / "tables" / "models"
_FOLDS = 3
_SEED = 7
_PENALTIES = {
    **dict.fromkeys(("triggers", "agents", "agents_first", "modalities"), 2.0),
    **dict.fromkeys(("targets", "targets_first", "incidents"), 4.0),
    **dict.fromkeys(("places", "times"), 3.0),
}
"""Chosen by the score on held-out articles."""


def train(examples: Sequence[Example]) -> Models:
    """Return models fitted to annotated articles."""
    empty = Models(**{name: Model(name) for name in Models.names()})
    models = replace(
        empty,
        triggers=_fitted("triggers", examples, decisions.trigger_decisions),
        also=_fitted("also", examples, decisions.also_decisions),
        places=_fitted("places", examples, decisions.place_decisions),
        times=_fitted("times", examples, decisions.time_decisions),
        counts=_fitted(
            "counts", examples, lambda e: decisions.count_decisions(e, Extraction(e.context, empty))
        ),
        sources=_fitted("sources", examples, decisions.source_decisions),
        modalities=_fitted(
            "modalities", examples, lambda e: decisions.label_decisions(e, "modality")
        ),
        kinds=_fitted("kinds", examples, lambda e: decisions.label_decisions(e, "source_kind")),
        stances=_fitted("stances", examples, lambda e: decisions.label_decisions(e, "stance")),
        incidents=_fitted("incidents", examples, _incidents),
    )
    return _with_roles(models, examples)


def _with_roles(models: Models, examples: Sequence[Example]) -> Models:
    """Fit agents and targets twice: alone, then with what the first round finds, cross-fitted."""
    alone = {
        role: {e.id: list(decisions.role_decisions(e, role, None)) for e in examples}
        for role in decisions.ROLES
    }
    taken: dict[str, decisions.Taken] = {}
    for held, rest in _split(examples, _FOLDS):
        first = replace(models, **_first_round(alone, rest))
        for example in held:
            taken[example.id] = decisions.taken(example, Extraction(example.context, first))
    second = {
        role: _fitted(
            role, examples, lambda e, role=role: decisions.role_decisions(e, role, taken[e.id])
        )
        for role in decisions.ROLES
    }
    return replace(models, **_first_round(alone, examples), **second)


def _first_round(
    alone: Mapping[str, Mapping[str, list[Decision]]], examples: Sequence[Example]
) -> dict[str, Model]:
    return {
        f"{role}_first": _fitted(f"{role}_first", examples, lambda e, role=role: alone[role][e.id])
        for role in decisions.ROLES
    }


def _incidents(example: Example) -> Iterable[Decision]:
    claims = _gold(example).claims
    names = [claim.incident or f"?{number}" for number, claim in enumerate(claims)]
    return decisions.incident_decisions(example, claims, names)


def _gold(example: Example) -> CodedReport:
    text = example.context.analysis.report.text
    return coded_report(
        {"id": example.id, "text": text, "claims": list(example.claims)}, where=example.id
    )


def _fitted(
    name: str, examples: Sequence[Example], decide: Callable[[Example], Iterable[Decision]]
) -> Model:
    listed = [decision for example in examples for decision in decide(example)]
    return fit(listed, name=name, penalty=_PENALTIES.get(name, 1.0))


def _split(
    examples: Sequence[Example], folds: int
) -> Iterable[tuple[list[Example], list[Example]]]:
    groups = sorted({example.group for example in examples})
    random.Random(_SEED).shuffle(groups)
    for fold in range(folds):
        held = set(groups[fold::folds])
        yield [e for e in examples if e.group in held], [e for e in examples if e.group not in held]


def measured(
    examples: Sequence[Example], models: Models
) -> tuple[list[CodedReport], list[CodedReport]]:
    """Return annotated and extracted claims of articles."""
    gold = [replace(_gold(example), cluster=example.group) for example in examples]
    found = [
        replace(coded, claims=tuple(Extraction(example.context, models).claims()))
        for coded, example in zip(gold, examples, strict=True)
    ]
    return gold, found


def write(models: Models, folder: Path) -> None:
    """Write the models, the same bytes for the same weights."""
    folder.mkdir(exist_ok=True)
    for name in Models.names():
        model: Model = getattr(models, name)
        text = json.dumps(model.weights, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        (folder / f"{name}.json.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


def show(evaluation: Evaluation) -> None:
    """Print the figures."""
    for name, tally in evaluation.figures().items():
        print(f"{name:<10} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}")
    print(f"incident   {evaluation.incident:.3f}")


def main() -> int:
    """Train, or measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--folds", type=int, default=0)
    asked = parser.parse_args()
    benchmark, annotated = development(), own()
    if asked.held_out:
        models = train(annotated)
        show(evaluate(*measured(benchmark, models)))
        show(evaluate(*measured(seed(), models)))
    elif asked.folds:
        gold: list[CodedReport] = []
        found: list[CodedReport] = []
        for held, rest in _split(benchmark, asked.folds):
            one, other = measured(held, train([*annotated, *rest]))
            gold += one
            found += other
        show(evaluate(gold, found))
    else:
        write(train([*benchmark, *seed(), *annotated]), MODELS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
