"""riwaya evaluate: compare claims with annotated articles."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from riwaya.evaluation.evaluate import Evaluation, Interval
    from riwaya.evaluation.tally import Tally

SEED = 20190405
"""Of the bootstrap: any fixed number does."""


class Grouping(StrEnum):
    """What the table has a row for, beside the figures."""

    TYPE = "type"


_EPILOG = """\b
Examples:
  riwaya evaluate gold.jsonl                      extract from the texts of gold.jsonl itself
  riwaya evaluate gold.jsonl claims.jsonl --by type --errors 5
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evaluate", epilog=_EPILOG)(evaluate)


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotated articles, in JSON Lines.")],
    predicted: Annotated[
        Path | None, typer.Argument(help="What was extracted from them, in the same form.")
    ] = None,
    by: Annotated[
        Grouping | None, typer.Option("--by", help="A row for each of these too.")
    ] = None,
    errors: Annotated[
        int, typer.Option("--errors", min=0, metavar="N", help="Show N mistakes of each kind.")
    ] = 0,
    intervals: Annotated[
        bool, typer.Option("--intervals", help="Add 95 % intervals (bootstrap over articles).")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Score extracted claims against annotated articles."""
    from riwaya.cli.screen import write_lines

    scores = _evaluation(gold, predicted)
    bounds = scores.intervals(seed=SEED) if intervals else {}
    if as_json:
        write_lines([json.dumps(_json(scores, bounds))])
        return
    write_lines(_table(scores, bounds))
    if by:
        bounds = scores.type_intervals(seed=SEED) if intervals else {}
        rows = (
            _row(name, tally) + _bounds(bounds.get(name))
            for name, tally in scores.by_type().items()
        )
        write_lines(("", *rows))
    if errors:
        write_lines(_examples(scores, errors))


def _evaluation(gold: Path, predicted: Path | None) -> "Evaluation":
    from riwaya.evaluation import evaluate as score
    from riwaya.export.jsonl import read

    articles = list(read(gold))
    texts = {str(article.report.id): article.report.text for article in articles}
    if predicted is not None:
        return score(articles, read(predicted, texts=texts))
    from riwaya.cli.inputs import coded, pipeline

    return score(articles, coded(pipeline(None).run([str(gold)]), strict=False))


def _table(scores: "Evaluation", bounds: "Mapping[str, Interval]") -> "Iterator[str]":
    names = ("precision", "recall", "F1", "right", "spurious", "missed")
    yield f"{'figure':<22}{names[0]:>10}{names[1]:>10}{names[2]:>10}" + (
        f"{names[3]:>9}{names[4]:>10}{names[5]:>9}" + ("   F1, 95 %" if bounds else "")
    )
    for name, tally in scores.figures().items():
        yield _row(name, tally) + _bounds(bounds.get(name))
    incident = f"{'incident (B³)':<22}{'':>20}{scores.incident:>10.3f}{scores.right_events:>9}"
    yield f"{incident:<80}" + _bounds(bounds.get("incident")) if bounds else incident


def _row(name: str, tally: "Tally") -> str:
    shares = "".join(f"{share:>10.3f}" for share in (tally.precision, tally.recall, tally.f1))
    return f"{name:<22}{shares}{tally.right:>9}{tally.spurious:>10}{tally.missed:>9}"


def _bounds(interval: "Interval | None") -> str:
    return f"   {interval.low:.3f} to {interval.high:.3f}" if interval else ""


def _examples(scores: "Evaluation", most: int) -> "Iterator[str]":
    from riwaya.cli.screen import clean

    for kind, examples in scores.examples().items():
        yield f"\n{kind}: {len(examples)}"
        for example in examples[:most]:
            yield f"   {clean(example)}"


def _json(scores: "Evaluation", bounds: "Mapping[str, Interval]") -> dict[str, dict[str, object]]:
    figures: dict[str, dict[str, object]] = {
        name: {
            "precision": round(tally.precision, 4),
            "recall": round(tally.recall, 4),
            "f1": round(tally.f1, 4),
        }
        for name, tally in scores.figures().items()
    }
    figures["incident"] = {"f1": round(scores.incident, 4)}
    for name, interval in bounds.items():
        figures[name]["interval"] = [round(interval.low, 4), round(interval.high, 4)]
    return figures
