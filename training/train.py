"""Train the network that comes with the package.

python -m training.train                train on everything and write the weights
python -m training.train --held-out     train on our own annotations, measure on the benchmark's
python -m training.train --folds 5      cross-validate on the benchmark's articles
"""

import argparse
import random
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from riwaya.evaluation.evaluate import Evaluation, evaluate
from riwaya.export.reading import coded_report
from riwaya.extract.extract import Extraction
from riwaya.knowledge.weights import Weights, packed, unpacked
from riwaya.records.coded import CodedReport
from training import incidents, network
from training.data import Example, apart, development, harmless, own, seed
from training.lessons import lesson

TABLE = (
    Path(__file__).resolve().parents[1] / "src" / "riwaya" / "knowledge" / "tables" / "network.npz"
)
EPOCHS = 9
_SEED = 7
_HARMLESS = 4
"""How often each text without a claim is read in an epoch: there are few of them."""
_EVERY = 3
"""Epochs after which the figures are looked at on the way."""


def train(
    examples: Sequence[Example], *, epochs: int = EPOCHS, checked: Sequence[Example] = ()
) -> Weights:
    """Return the weights fitted to annotated articles, as they are stored.

    Args:
        examples: the articles.
        epochs: how often each is read.
        checked: articles on which to print the figures on the way.
    """
    joint = incidents.fit(_gold(example) for example in examples)
    begun = time.monotonic()

    def watch(epoch: int, loss: float, weights: dict, kept: dict) -> None:
        line = f"epoch {epoch + 1}: loss {loss:.0f}, {time.monotonic() - begun:.0f} s"
        if checked and ((epoch + 1) % _EVERY == 0 or epoch + 1 == epochs):
            found = network.finished(weights, kept) | {"incidents/templates": joint}
            line += " " + brief(evaluate(*measured(checked, found)))
        print(line, file=sys.stderr, flush=True)

    weights = network.fit([lesson(each) for each in examples], epochs=epochs, watch=watch)
    return unpacked(packed(weights | {"incidents/templates": joint}))


def _gold(example: Example) -> CodedReport:
    text = example.context.analysis.report.text
    return coded_report(
        {"id": example.id, "text": text, "claims": list(example.claims)}, where=example.id
    )


def _split(
    examples: Sequence[Example], folds: int
) -> Iterable[tuple[list[Example], list[Example]]]:
    groups = sorted({example.group for example in examples})
    random.Random(_SEED).shuffle(groups)
    for fold in range(folds):
        held = set(groups[fold::folds])
        yield [e for e in examples if e.group in held], [e for e in examples if e.group not in held]


def measured(
    examples: Sequence[Example], weights: Weights
) -> tuple[list[CodedReport], list[CodedReport]]:
    """Return annotated and extracted claims of articles."""
    gold = [replace(_gold(example), cluster=example.group) for example in examples]
    found = [
        replace(coded, claims=tuple(Extraction(example.context, weights).claims()))
        for coded, example in zip(gold, examples, strict=True)
    ]
    return gold, found


def brief(evaluation: Evaluation) -> str:
    """Return the figures in a line."""
    figures = {name: tally.f1 for name, tally in evaluation.figures().items()}
    return " ".join(f"{name} {figure:.3f}" for name, figure in figures.items())


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
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--keep", type=Path, help="write the weights of --held-out here, too")
    asked = parser.parse_args()
    benchmark, annotated = development(), [*own(), *harmless() * _HARMLESS]
    if asked.held_out:
        weights = train(apart(annotated, benchmark), epochs=asked.epochs, checked=benchmark)
        if asked.keep:
            asked.keep.write_bytes(packed(weights))
        show(evaluate(*measured(benchmark, weights)))
        show(evaluate(*measured(seed(), weights)))
    elif asked.folds:
        gold: list[CodedReport] = []
        found: list[CodedReport] = []
        for held, rest in _split(benchmark, asked.folds):
            one, other = measured(
                held, train(apart([*annotated, *rest], held), epochs=asked.epochs)
            )
            gold += one
            found += other
        show(evaluate(gold, found))
    else:
        TABLE.write_bytes(packed(train([*benchmark, *seed(), *annotated], epochs=asked.epochs)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
