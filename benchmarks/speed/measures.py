"""What is measured: rates from raw text, shares of the stages, growth with length, start-up."""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.speed import texts
from benchmarks.speed.watch import Stopwatch
from riwaya.analyze import analyze
from riwaya.extract import extract
from riwaya.records.report import Report, ReportId
from riwaya.store import open_store

SHORT, LONG = 1_000, 100_000
"""Characters of the reports whose costs are compared."""
_STARTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What was extracted from raw texts, and in how many seconds."""

    reports: int
    sentences: int
    claims: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Sentences per second."""
        return self.sentences / self.seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What it takes to start something: the clock counts other programs too."""

    clock: float
    processor: float


def rate(reports: Iterable[Report]) -> Rate:
    """Extract from raw text to the last claim."""
    watch = Stopwatch()
    number = sentences = claims = 0
    for report in reports:
        analysis = watch.timed("analyze", analyze, report)
        claims += len(watch.timed("extract", extract, analysis))
        sentences += len(analysis.sentences)
        number += 1
    return Rate(reports=number, sentences=sentences, claims=claims, seconds=watch.total)


def stages(rounds: int) -> dict[str, float]:
    """Return the share of each stage in a run from files to the store."""
    watch = Stopwatch()
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "bench.db") as store:
        for number in range(rounds):
            for read in watch.timed("ingest", texts.dossier):
                report = texts.another(read, number)
                analysis = watch.timed("analyze", analyze, report)
                claims = watch.timed("extract", extract, analysis)
                watch.timed("store", store.add, report, claims)
    return {stage: seconds / watch.total for stage, seconds in watch.seconds.items()}


def growth(reports: Sequence[Report]) -> float:
    """Return how many times the cost of a short report a long one has.

    The short ones are the pieces of the long one, so that both have the same words.
    """
    text = texts.long_text(reports, LONG)
    pieces = [text[start : start + SHORT] for start in range(0, LONG, SHORT)]
    short = rate(Report(id=ReportId("short"), text=piece) for piece in pieces)
    long = rate([Report(id=ReportId("long"), text=text)])
    return long.seconds / (short.seconds / len(pieces))


def starts() -> Iterator[tuple[str, Start]]:
    """Yield what is started, and what it takes to the end: the median of some starts."""
    riwaya = (sys.executable, "-m", "riwaya")
    yield "python -c pass", _start(sys.executable, "-c", "pass")
    yield "riwaya --help", _start(*riwaya, "--help")
    yield "riwaya extract ARTICLE", _start(*riwaya, "extract", str(texts.ARTICLE))


def _start(*words: str) -> Start:
    clock, processor = [], []
    for _ in range(_STARTS + 1):
        before, used = time.perf_counter(), _used_by_children()
        subprocess.run(words, stdout=subprocess.DEVNULL, check=True)  # noqa: S603  # our own words
        clock.append(time.perf_counter() - before)
        processor.append(_used_by_children() - used)
    # The first compiles what was changed.
    return Start(clock=median(clock[1:]), processor=median(processor[1:]))


def _used_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
