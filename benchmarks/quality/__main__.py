"""Hold extraction to its floors: `make quality`.

Ends with 1 where a figure of the golden reports falls below its floor in floors.toml. With --dev,
measures the benchmark's development set too, where it lies beside the checkout.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator

from benchmarks.quality import development, golden, tables
from benchmarks.quality.tables import Row

Layout = Callable[[Iterable[Row]], Iterator[str]]

FITTED = (
    "The weights of the package were fitted to these articles too: the figures say how well they\n"
    "remember them. `python -m training.train --held-out` measures weights that never saw them."
)


def main() -> int:
    """Print the figures that were asked for; return 1 where a floor is not held."""
    parser = argparse.ArgumentParser(prog="benchmarks.quality", description=__doc__)
    parser.add_argument("--dev", action="store_true", help="measure the development set too")
    parser.add_argument("--markdown", action="store_true", help="write tables for the docs")
    asked = parser.parse_args()
    layout: Layout = tables.markdown if asked.markdown else tables.plain
    figures = golden.figures().values()
    show(layout(tables.golden_rows(figures)))
    fallen = [figure.name for figure in figures if not figure.is_held]
    if golden.SPURIOUS in fallen:
        show(spurious())
    if asked.dev:
        measure_development(layout)
    if fallen:
        print(f"not held: {', '.join(fallen)} (benchmarks/quality/floors.toml)", file=sys.stderr)
    return 1 if fallen else 0


def spurious() -> Iterator[str]:
    """Name the claims in reports that hold none."""
    for each in golden.spurious():
        words = ", ".join(claim.trigger.of(each.report.text) for claim in each.claims)
        yield f"{each.report.id}: {words}"


def measure_development(layout: Layout) -> None:
    """Print the figures of the development set, or that it is not there."""
    if not development.DEVELOPMENT.exists():
        print(f"DEVELOPMENT SET NOT MEASURED: there is no {development.DEVELOPMENT}")
        return
    scores = development.evaluation()
    show(layout(tables.measured_rows("development set", development.by_field(scores))))
    show(layout(tables.measured_rows("event type", development.by_type(scores))))
    print(FITTED)


def show(lines: Iterable[str]) -> None:
    """Print lines, and an empty one after them."""
    print(*lines, sep="\n", end="\n\n")


if __name__ == "__main__":
    sys.exit(main())
