"""The texts that are timed: what comes with the project, and the corpus where it is there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from riwaya.ingest import ingest
from riwaya.records.report import Report, ReportId, content_digest
from tests.golden.golden_reports import golden_reports

ROOT = Path(__file__).resolve().parents[2]
DOSSIER = ROOT / "examples" / "tripoli-2019" / "reports"
ARTICLE = DOSSIER / "11-toll-of-25.txt"
"""The one that a single start of the command line reads."""
CORPUS = ROOT.parent / "shared" / "benchmark" / "corpus" / "reports.jsonl"


def dossier() -> tuple[Report, ...]:
    """Read the reports of the example."""
    return tuple(found for found in ingest([str(DOSSIER)]) if isinstance(found, Report))


def golden() -> tuple[Report, ...]:
    """Return the golden reports."""
    return tuple(each.report for each in golden_reports())


def corpus(articles: int) -> tuple[Report, ...]:
    """Read the first articles of the corpus; none where it is not there."""
    if not CORPUS.exists():
        return ()
    read = (found for found in ingest([str(CORPUS)]) if isinstance(found, Report))
    return tuple(islice(read, articles))


def repeated(reports: Sequence[Report], rounds: int) -> Iterator[Report]:
    """Yield reports again and again, each time with other numbers, so that no text is the same."""
    return (another(report, number) for number in range(rounds) for report in reports)


def long_text(reports: Sequence[Report], length: int) -> str:
    """Return a text of some length that is made of reports."""
    rounds = length // sum(len(report.text) for report in reports) + 1
    return "\n\n".join(report.text for report in repeated(reports, rounds))[:length]


def another(report: Report, number: int) -> Report:
    """Return a report of the same length with other numbers in it."""
    text = re.sub(r"[0-9]+", lambda found: str(int(found.group()) + number), report.text)
    title = text.partition("\n\n")[0] if report.title else None
    return replace(report, id=ReportId(content_digest(text)), text=text, title=title)
