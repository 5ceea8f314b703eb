"""Right, spurious and missed items, and the figures made of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many items were right, how many were not in the annotation, how many were missed.

    >>> tally = Tally(right=3, spurious=1, missed=3)
    >>> tally.precision, tally.recall, round(tally.f1, 2)
    (0.75, 0.5, 0.6)
    """

    right: int = 0
    spurious: int = 0
    missed: int = 0

    @classmethod
    def of(cls, *, right: int, predicted: int, gold: int) -> "Tally":
        """Tally a comparison of so many predicted with so many annotated items."""
        return cls(right=right, spurious=predicted - right, missed=gold - right)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            right=self.right + other.right,
            spurious=self.spurious + other.spurious,
            missed=self.missed + other.missed,
        )

    @property
    def precision(self) -> float:
        """The share of the predicted items that are right; 0 where nothing was predicted."""
        return _share(self.right, self.right + self.spurious)

    @property
    def recall(self) -> float:
        """The share of the annotated items that were found; 0 where nothing was annotated."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def total(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """Add tallies up by name."""
    sums: dict[str, Tally] = {}
    for named in tallies:
        for name, tally in named.items():
            sums[name] = sums.get(name, Tally()) + tally
    return sums


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
