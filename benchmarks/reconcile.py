"""How long reconciliation takes: `python -m benchmarks.reconcile [--claims 10000 100000]`.

The claims are made up: occurrences spread over years and places as news spreads them, each told by
a few reports, in one of which a sentence is copied, with numbers that differ. Then one report is
added to what is there.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from riwaya.reconcile import reconcile
from riwaya.reconcile.growing import Reconciler
from riwaya.records.claim import (
    Attribution,
    Claim,
    Count,
    CountRole,
    EventTime,
    Place,
    Point,
    Precision,
    Relation,
    SourceKind,
    Stance,
    TimeBasis,
)
from riwaya.records.coded import CodedReport
from riwaya.records.report import DateBasis, Publication, Report, ReportId
from riwaya.records.span import Span

FIRST_DAY = date(2012, 1, 1)
PLACES = 400
DAYS_A_CLAIM = 0.004
"""A million claims are of some eleven years, as many a day as a large collection has."""
TELLINGS = 3
"""Occurrences that a report tells of; each makes two claims."""
ACTS = (("قصف", "shelling"), ("غارة", "air_strike"), ("هجوم", "attack"), ("انفجار", "bombing"))
SOURCES = ("وزارة الصحة", "الهلال الأحمر", "متحدث عسكري", "مصدر طبي", "المجلس المحلي", "شهود")
SYLLABLES = ("با", "تر", "حم", "زل", "سي", "شق", "عن", "فو", "قم", "كر", "لا", "مد", "نو", "هج")


def main() -> None:
    """Time collections of several sizes, and one more report."""
    parser = argparse.ArgumentParser(prog="benchmarks.reconcile", description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for size in given.claims:
        whole(size, given.seed)
        if size <= 100_000:  # noqa: PLR2004  # beyond, the store and not the memory grows
            one_more(size, given.seed)


def whole(size: int, seed: int) -> None:
    """Time a whole collection."""
    reports = list(collection(size, seed))
    claims = sum(len(each.claims) for each in reports)
    before = time.process_time()  # the machine may have other work; one core does all of this
    found = reconcile(reports).incidents
    seconds = time.process_time() - before
    grouped = sum(len(incident.claims) for incident in found)
    assert grouped == claims
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"{claims:>9,} claims of {len(reports):,} reports: {seconds:.1f} s, "
        f"{1e6 * seconds / claims:.0f} µs a claim, {len(found):,} incidents, {memory:.1f} GB"
    )


def one_more(size: int, seed: int) -> None:
    """Time reports that are added one by one to a collection."""
    *reports, last = collection(size, seed)
    few = [*reports[-9:], last]
    reconciler = Reconciler()
    reconciler.add_all(reports[:-9])
    slowest = 0.0
    for report in few:
        before = time.perf_counter()
        reconciler.add(report)
        slowest = max(slowest, time.perf_counter() - before)
    print(f"          one more report: {1000 * slowest:.0f} ms, the slowest of {len(few)}")


def collection(size: int, seed: int) -> Iterator[CodedReport]:
    """Yield reports with so many claims in all."""
    draw = random.Random(seed)  # noqa: S311  # made-up news is no secret
    names = ["".join(draw.choices(SYLLABLES, k=3)) for _ in range(PLACES)]
    points = [
        Point(latitude=draw.uniform(12, 37), longitude=draw.uniform(-5, 55), radius_km=5)
        for _ in range(PLACES)
    ]
    days = max(2, int(size * DAYS_A_CLAIM))
    reports = size // (2 * TELLINGS)
    occurrences = [
        (draw.randrange(PLACES), draw.randrange(days), draw.choice(ACTS), draw.randrange(1, 60))
        for _ in range(max(1, reports * TELLINGS // 4))
    ]
    occurrences.sort(key=lambda each: each[1])
    for number in range(reports):
        middle = int(number / reports * len(occurrences))
        near = occurrences[max(0, middle - 20) : middle + 20]
        chosen = draw.sample(near, k=min(TELLINGS, len(near)))
        yield _report(number, chosen, draw, names, points)


def _report(
    number: int,
    chosen: list[tuple[int, int, tuple[str, str], int]],
    draw: random.Random,
    names: list[str],
    points: list[Point],
) -> CodedReport:
    identity = ReportId(f"r{number}")
    text, claims = "", []
    for index, (place, day, (word, kind), killed) in enumerate(chosen):
        least = killed + draw.choice((0, 0, 0, 1, 2))
        source = draw.choice(SOURCES)
        filler = " ".join("".join(draw.choices(SYLLABLES, k=3)) for _ in range(12))
        sentence = f"أعلن {source} مقتل {least} أشخاص في {word} على بلدة {names[place]} {filler}.\n"
        start = len(text)
        text += sentence

        def span(words: str, start: int = start, sentence: str = sentence) -> Span:
            first = start + sentence.index(words)
            return Span(first, first + len(words))

        when = FIRST_DAY + timedelta(days=day)
        claims += [
            Claim(
                report=identity,
                type=type_,
                trigger=span(trigger),
                places=(
                    Place(
                        evidence=span(names[place]),
                        anchor=names[place],
                        relation=Relation.IN,
                        point=points[place],
                        country="SY",
                    ),
                ),
                time=EventTime(
                    evidence=None,
                    first=when,
                    last=when,
                    precision=Precision.DAY,
                    basis=TimeBasis.INHERITED,
                )
                if draw.random() < 0.5  # noqa: PLR2004  # half of the claims are undated
                else None,
                counts=(
                    Count(
                        role=CountRole.KILLED, least=least, most=least, evidence=span(str(least))
                    ),
                )
                if type_ == "killing"
                else (),
                attribution=Attribution(
                    source=span(source), kind=SourceKind.OFFICIAL, stance=Stance.STATES
                ),
                incident=f"i{index}",
            )
            for type_, trigger in (("killing", "مقتل"), (kind, word))
        ]
    last = FIRST_DAY + timedelta(days=max(day for _, day, _, _ in chosen))
    published = Publication(
        at=datetime(last.year, last.month, last.day),  # noqa: DTZ001  # a day has no zone
        has_clock=False,
        basis=DateBasis.GIVEN,
    )
    report = Report(id=identity, text=text, published=published, publisher=f"صحيفة {number % 40}")
    return CodedReport(report=report, claims=tuple(claims))


if __name__ == "__main__":
    main()
