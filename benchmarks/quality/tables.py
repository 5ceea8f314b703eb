"""Tables of figures, for the screen or for a page of the documentation."""

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.quality.development import Measured
from benchmarks.quality.golden import SPURIOUS, Figure

Row = Sequence[str]


def golden_rows(figures: Iterable[Figure]) -> Iterator[Row]:
    """Yield a heading, then each figure beside its bound."""
    yield ("golden reports", "measured", "bound", "")
    for figure in figures:
        is_count = figure.name == SPURIOUS
        value = f"{figure.value:.0f}" if is_count else f"{figure.value:.3f}"
        bound = f"≤ {figure.bound:.0f}" if is_count else f"≥ {figure.bound:.2f}"
        yield (figure.name, value, bound, "held" if figure.is_held else "NOT HELD")


def measured_rows(heading: str, figures: Iterable[Measured]) -> Iterator[Row]:
    """Yield a heading, then each figure with its interval."""
    yield (heading, "precision", "recall", "F1", "95 % interval", "annotated")
    for figure in figures:
        shares = (figure.precision, figure.recall, figure.f1)
        yield (
            figure.name,
            *("" if share is None else f"{share:.3f}" for share in shares),
            f"{figure.interval.low:.3f} to {figure.interval.high:.3f}",
            f"{figure.annotated:,}",
        )


def plain(rows: Iterable[Row]) -> Iterator[str]:
    """Lay rows out in columns, the first flush left, the others flush right."""
    table = list(rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        yield "  ".join((f"{row[0]:<{widths[0]}}", *cells)).rstrip()


def markdown(rows: Iterable[Row]) -> Iterator[str]:
    """Write rows as a table of a page."""
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield f"|---|{'---:|' * (len(row) - 1)}"
