"""How fast riwaya is on one core: `make bench`.

Seconds depend on the machine. The same figures in yardsticks, a fixed loop in pure Python that is
timed in the same run, can be compared between machines and between versions.
"""

import argparse
from collections.abc import Iterator

from benchmarks.speed import IS_ONE_CORE, measures, texts, watch
from riwaya.records.report import Report


def main() -> None:
    """Measure everything, and print it as it comes."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.add_argument("--rounds", type=int, default=10, help="how often our own texts are read")
    parser.add_argument("--articles", type=int, default=300, help="how many of the corpus are read")
    asked = parser.parse_args()
    if not IS_ONE_CORE:
        print("NOT ON ONE CORE: this system does not let a program choose")
    unit = watch.yardstick()
    print(f"one yardstick is {unit:.3f} s here\n")
    dossier, golden = texts.dossier(), texts.golden()
    measures.rate(dossier)  # the tables are loaded, and not timed
    print(f"{'from raw text to claims':<28}{'reports':>8}{'sentences':>11}{'claims':>8}", end="")
    print(f"{'sentences/s':>13}{'a yardstick':>13}")
    for name, reports in sets(dossier, golden, rounds=asked.rounds, articles=asked.articles):
        print(row(name, measures.rate(reports), unit))
    if not texts.CORPUS.exists():
        print(f"CORPUS NOT MEASURED: there is no {texts.CORPUS}")
    print("\nfrom files to the store, share of each stage")
    for stage, share in measures.stages(asked.rounds).items():
        print(f"{stage:<28}{share:>8.1%}")
    times = measures.growth([*dossier, *golden])
    print(f"\na report of {measures.LONG:,} characters costs {times:.0f} times one of", end=" ")
    print(f"{measures.SHORT:,} ({times / measures.LONG * measures.SHORT:.2f} times a character)")
    print(f"\n{'from start to end':<28}{'clock':>8}{'processor':>11}{'yardsticks':>12}")
    for name, start in measures.starts():
        print(f"{name:<28}{start.clock:>6.2f} s{start.processor:>9.2f} s", end="")
        print(f"{start.processor / unit:>12.1f}")


def sets(
    dossier: tuple[Report, ...], golden: tuple[Report, ...], *, rounds: int, articles: int
) -> Iterator[tuple[str, Iterator[Report]]]:
    """Yield the texts that are timed, by name."""
    yield f"dossier, {rounds} times", texts.repeated(dossier, rounds)
    yield f"golden reports, {rounds} times", texts.repeated(golden, rounds)
    corpus = texts.corpus(articles)
    if corpus:
        yield "corpus, each once", iter(corpus)


def row(name: str, rate: measures.Rate, unit: float) -> str:
    """Lay out one rate; the last column is how many sentences a yardstick lasts for."""
    return (
        f"{name:<28}{rate.reports:>8,}{rate.sentences:>11,}{rate.claims:>8,}"
        f"{rate.per_second:>13,.0f}{rate.per_second * unit:>13,.0f}"
    )


if __name__ == "__main__":
    main()
