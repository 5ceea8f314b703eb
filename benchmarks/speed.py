"""How long each stage takes, as its share of one run: `make bench`.

The dossier of `examples/` is read again and again, its numbers changed each time so that no text is
the same. Seconds depend on the machine; shares, and the growth with length, hardly do.
"""

import argparse
import re
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

from riwaya.analyze import analyze
from riwaya.extract import extract
from riwaya.ingest import ingest
from riwaya.records.claim import Claim
from riwaya.records.reading import AnalyzedReport
from riwaya.records.report import Report, ReportId, content_digest
from riwaya.store import open_store

REPORTS = Path(__file__).resolve().parent.parent / "examples" / "tripoli-2019" / "reports"
LENGTHS = (1_000, 10_000, 100_000)
"""Characters of one report, to see how the cost grows."""

Given = ParamSpec("Given")
Result = TypeVar("Result")


@dataclass
class Stopwatch:
    """Seconds spent, by stage."""

    seconds: dict[str, float] = field(default_factory=dict)

    def timed(
        self, stage: str, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs
    ) -> Result:
        """Do some work and add the time it took to a stage."""
        before = time.perf_counter()
        result = work(*given, **named)
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - before
        return result


def main() -> None:
    """Time the stages, then the growth with length, and print both."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="how often the dossier is read")
    rounds = parser.parse_args().rounds
    first = dossier()
    for report in first:  # the tables are loaded, and not timed
        claims_of(analyze(report))
    stages(rounds)
    growth(first)


def dossier() -> list[Report]:
    """Read the dossier."""
    return [report for report in ingest([str(REPORTS)]) if isinstance(report, Report)]


def claims_of(analysis: AnalyzedReport) -> tuple[Claim, ...]:
    """Extract to the last claim."""
    return tuple(extract(analysis))


def stages(rounds: int) -> None:
    """Time the stages on one report after the other."""
    watch = Stopwatch()
    sentences = claims = reports = 0
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "bench.db") as store:
        for number in range(rounds):
            for read in watch.timed("ingest", dossier):
                report = another(read, number)
                analysis = watch.timed("analyze", analyze, report)
                found = watch.timed("extract", claims_of, analysis)
                watch.timed("store", store.add, report, found)
                sentences += len(analysis.sentences)
                claims += len(found)
                reports += 1
    total = sum(watch.seconds.values())
    print(f"{reports} reports, {sentences} sentences, {claims} claims in {total:.2f} s\n")
    for stage, seconds in watch.seconds.items():
        print(f"{stage:<10}{seconds / total:>7.1%}{1e6 * seconds / sentences:>9.0f} µs a sentence")
    language = watch.seconds["analyze"] + watch.seconds["extract"]
    print(f"\nfrom text to claims: {sentences / language:,.0f} sentences per second")
    print(f"from files to store: {sentences / total:,.0f} sentences per second")


def another(report: Report, number: int) -> Report:
    """Return a report of the same length with other numbers in it."""
    text = re.sub(r"[0-9]+", lambda found: str(int(found.group()) + number), report.text)
    title = text.partition("\n\n")[0] if report.title else None
    return replace(report, id=ReportId(content_digest(text)), text=text, title=title)


def growth(reports: Iterable[Report]) -> None:
    """Time one report of growing length; the cost of a character should stay as it is."""
    text = "\n\n".join(report.text for report in reports)
    text = "\n\n".join([text] * (max(LENGTHS) // len(text) + 1))
    print("\none report of growing length")
    shortest = 0.0
    for length in LENGTHS:
        long = Report(id=ReportId("long"), text=text[:length])
        before = time.perf_counter()
        claims_of(analyze(long))
        each = (time.perf_counter() - before) / length
        shortest = shortest or each
        print(f"{length:>9,} characters{each / shortest:>7.2f} times the cost of each")


if __name__ == "__main__":
    main()
