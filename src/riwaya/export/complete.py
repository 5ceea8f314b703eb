"""JSON Lines with everything that is known of a report, to be imported again."""

import json
from collections.abc import Iterable, Iterator

from riwaya.errors import InvariantError
from riwaya.export.annotation import Json, article
from riwaya.export.jsonl import encoded
from riwaya.export.table import Column
from riwaya.records.claim import Claim
from riwaya.records.coded import CodedReport

COLUMNS = (
    Column("id", "the report's id"),
    Column("cluster", "the news that several reports tell, where an annotator has said so; else left out"),
    Column("publisher", "who published it"),
    Column("url", "where it was"),
    Column("title", "its headline"),
    Column("published", "when, as ISO 8601"),
    Column("text", "the whole text, in which every offset counts code points"),
    Column("claims", "as in [Claims](claims.md); `id` is the claim's own, `confidence` unrounded, and each count has its `start` and `end`"),
    Column("published_basis", "where the time of publication was found"),
    Column("byline", "who wrote it"),
    Column("credits", "agencies and outlets that it names as its origin"),
    Column("keywords", "the keywords of the page"),
    Column("language", "the language of the text"),
    Column("origin", "the file, line or address it was read from"),
)  # fmt: skip


def complete(reports: Iterable[CodedReport]) -> Iterator[str]:
    """Yield a line for each report, with all that `riwaya import` needs to make it again."""
    return (f"{encoded(complete_fields(coded))}\n" for coded in reports)


def complete_fields(coded: CodedReport) -> Json:
    """Return a report with its claims, and all fields of both."""
    report = coded.report
    line = article(coded)
    line["claims"] = [
        _claim(fields, claim)
        for fields, claim in zip(_objects(line["claims"]), coded.claims, strict=True)
    ]
    return line | {
        "published_basis": report.published.basis.value if report.published else None,
        "byline": report.byline,
        "credits": list(report.credits),
        "keywords": list(report.keywords),
        "language": report.language,
        "origin": report.origin,
    }


def _claim(fields: Json, claim: Claim) -> Json:
    counts = [
        {**written, "start": count.evidence.start, "end": count.evidence.end}
        for written, count in zip(_objects(fields["counts"]), claim.counts, strict=True)
    ]
    return fields | {"id": claim.id, "confidence": claim.confidence, "counts": counts}


def _objects(values: object) -> list[Json]:
    """Return the objects of a list that `annotation` has made."""
    if not isinstance(values, list):
        raise InvariantError(f"no list of objects: {values!r:.60}")
    return values


def dumped(fields: Json) -> str:
    """Write an object over several lines, its keys in order."""
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"
