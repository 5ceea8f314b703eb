"""Linear models: what was learned from annotated reports, as weights of named features."""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from riwaya.errors import TableError

ANY = "*"
"""The label under which stands what a feature says of all labels alike."""

Weights = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature, then by label; a binary decision has the one label `ANY`.

    A score is the sum of the weights of the features that hold: log-odds, up to a constant that
    all choices of one decision share.
    """

    name: str
    weights: Weights = field(default_factory=dict)
    shared: Mapping[str, float] = field(init=False, repr=False)
    """The weights of the label `ANY` alone."""

    def __post_init__(self) -> None:
        shared = {name: labels[ANY] for name, labels in self.weights.items() if ANY in labels}
        object.__setattr__(self, "shared", shared)

    def score(self, features: Iterable[str]) -> float:
        """Return the score of a choice that its own features describe."""
        weigh = self.shared.get
        return sum([weigh(feature, 0.0) for feature in features])

    def scores(self, features: Iterable[str], labels: Sequence[str]) -> dict[str, float]:
        """Return the score of each label under features that describe the whole decision."""
        weights = self.weights
        totals = dict.fromkeys(labels, 0.0)
        common = 0.0
        for feature in features:
            found = weights.get(feature)
            if found is None:
                continue
            common += found.get(ANY, 0.0)
            for label in labels:
                weight = found.get(label)
                if weight is not None:
                    totals[label] += weight
        return {label: total + common for label, total in totals.items()}

    def reasons(self, features: Iterable[str], label: str = ANY, *, most: int = 4) -> list[str]:
        """Return the features that weigh most for a choice, with their weights."""
        weighed = []
        for feature in features:
            found = self.weights.get(feature, {})
            weight = found.get(ANY, 0.0) + (found.get(label, 0.0) if label != ANY else 0.0)
            weighed.append((weight, feature))
        weighed.sort(reverse=True)
        return [f"{feature} {weight:+.1f}" for weight, feature in weighed[:most] if weight > 0]


@dataclass(frozen=True, slots=True)
class Panel:
    """Several models of plain choices that are asked about the same features at once."""

    weights: Mapping[str, tuple[float, ...]]
    size: int

    @classmethod
    def of(cls, *models: Model) -> "Panel":
        """Join models; each feature is then looked up once for all of them."""
        names = {name for each in models for name in each.shared}
        weights = {name: tuple(each.shared.get(name, 0.0) for each in models) for name in names}
        return cls(weights, len(models))

    def scores(self, features: Iterable[str]) -> tuple[float, ...]:
        """Return the score under each model, in the order in which they were joined."""
        weigh = self.weights.get
        rows = [row for feature in features if (row := weigh(feature))]
        return tuple(map(sum, zip(*rows, strict=True))) if rows else (0.0,) * self.size


@cache
def model(name: str) -> Model:
    """Return a bundled model; it is read once.

    Raises:
        TableError: the model's file is no JSON object of weights.
    """
    table = files("riwaya.knowledge") / "tables" / "models" / f"{name}.json.gz"
    if not table.is_file():
        return Model(name)
    try:
        weights = json.loads(gzip.decompress(table.read_bytes()))
    except (OSError, ValueError) as error:
        raise TableError(table=f"models/{name}", entry="file", problem=str(error)) from error
    return Model(name, weights)
