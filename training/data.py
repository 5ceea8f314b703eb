"""Annotated articles for training: the benchmark's, our own annotations of its texts, and our own.

Our annotations hold offsets and labels only; the texts stay with their publishers and are read
from the benchmark: the articles of its corpus, and the single sentences of another newspaper, which
hold much talk of violence and few events. `harmless.jsonl` holds texts that were written for this
project, of sport, markets, medicine and the like: full of war words, without a claim.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from riwaya.analyze import analyze
from riwaya.extract.context import Context
from riwaya.records.report import DateBasis, Publication, Report, ReportId

BENCHMARK = Path(__file__).resolve().parents[2] / "shared" / "benchmark"
ANNOTATIONS = Path(__file__).with_name("annotations.jsonl")
HARMLESS = Path(__file__).with_name("harmless.jsonl")
_UNANNOTATED = (
    BENCHMARK / "corpus" / "reports.jsonl",
    BENCHMARK / "external" / "oeda_assault.jsonl",
    BENCHMARK / "external" / "oeda_protest.jsonl",
)

Json = dict[str, Any]

_EMPTY: Json = {
    **{name: [] for name in ("agents", "targets", "places", "counts")},
    **dict.fromkeys(("time", "source", "via", "source_kind", "stance", "incident")),
}


@dataclass(frozen=True, eq=False)
class Example:
    """An article with its annotated claims, analyzed."""

    id: str
    group: str
    """Articles of one group must not be on both sides of a split."""
    context: Context
    claims: Sequence[Json]


def development() -> list[Example]:
    """Return the annotated articles of the benchmark's development set."""
    return _annotated("dev.jsonl")


def seed() -> list[Example]:
    """Return the one annotated report that the benchmark began with."""
    return _annotated("seed.jsonl")


def _annotated(name: str) -> list[Example]:
    return [
        _example(article, article["claims"], article.get("cluster") or article["id"])
        for article in _lines(BENCHMARK / name)
    ]


def own() -> list[Example]:
    """Return the texts of the benchmark that were annotated for this project."""
    corpus = {article["id"]: article for path in _UNANNOTATED for article in _lines(path)}
    found = []
    for line in _lines(ANNOTATIONS):
        article = corpus[line["id"]]
        text = text_of(article)
        if digest(text) != line["digest"]:
            raise SystemExit(f"{line['id']}: the text is not the one that was annotated")
        found.append(
            _example(article, [_spelled(claim, text) for claim in line["claims"]], line["id"])
        )
    return found


def harmless() -> list[Example]:
    """Return the texts that were written for this project and hold no claim."""
    return [_example(text, [], text["id"]) for text in _lines(HARMLESS)]


def text_of(article: Json) -> str:
    """Return the whole text of an article of the corpus."""
    if "text" in article:
        return str(article["text"])
    title = article.get("title")
    return f"{title}\n\n{article['body']}" if title else str(article["body"])


def digest(text: str) -> str:
    """Name a text, so that offsets are never read in another one."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _example(article: Json, claims: Sequence[Json], group: str) -> Example:
    written = article.get("published")
    published = None
    if written:
        at = datetime.fromisoformat(written)
        published = Publication(
            at=at, has_clock=len(written) > len("2019-04-05"), basis=DateBasis.GIVEN
        )
    report = Report(
        id=ReportId(article["id"]),
        text=text_of(article),
        title=article.get("title"),
        published=published,
        publisher=article.get("publisher"),
    )
    return Example(article["id"], group, Context(analyze(report)), claims)


def _spelled(claim: Json, text: str) -> Json:
    """Give a claim the fields that its line leaves out, and its spans their words."""
    return _EMPTY | {name: _with_text(value, text) for name, value in claim.items()}


def _with_text(value: Any, text: str) -> Any:  # JSON is anything
    if isinstance(value, list):
        return [_with_text(each, text) for each in value]
    if isinstance(value, dict) and value.get("start") is not None:
        return {**value, "text": text[value["start"] : value["end"]]}
    return value


def _lines(path: Path) -> Iterator[Json]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


_RUN = 6
_SHARED = 0.2


def apart(examples: Sequence[Example], held: Sequence[Example]) -> list[Example]:
    """Leave out what repeats a text that is held back: desks reprint each other's copy.

    A text repeats another when more than a fifth of the shorter one's runs of six words are in both.
    """
    kept = []
    runs = [_runs(each) for each in held]
    for example in examples:
        own = _runs(example)
        if not any(len(own & other) > _SHARED * min(len(own), len(other)) for other in runs):
            kept.append(example)
    return kept


def _runs(example: Example) -> frozenset[tuple[str, ...]]:
    forms = [token.form for token in example.context.tokens]
    return frozenset(tuple(forms[i : i + _RUN]) for i in range(len(forms) - _RUN + 1))
