"""Options: what could be the answer to a question about an event, in columns, ready to be weighed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from riwaya.extract.codes import Columns, Ints

NOBODY = -1
"""The row of nothing."""


@dataclass(frozen=True, eq=False)
class Options:
    """The options of one question for all events of a report, one row each.

    `owner` numbers the decision that a row is an option of; rows of one owner stand together, and
    where "none" is an answer it is the first. `sights` are the six tokens that the network looks
    at, -1 for none, in the order in which the question has them: of an event and a stretch of
    words that of the function `sights`. `label` is the answer among fixed ones (an event type, a
    modality), 0 where the options are words of the text.
    """

    owner: Ints
    sights: Ints
    label: Ints
    columns: Columns

    def __len__(self) -> int:
        return len(self.owner)

    def only(self, rows: Ints, names: Iterable[str] | None = None) -> "Options":
        """Return the options of these rows, in their order, with all columns or those named."""
        columns = {name: self.columns[name][rows] for name in names or self.columns}
        return Options(self.owner[rows], self.sights[rows], self.label[rows], columns)


def groups(owner: Ints) -> tuple[Ints, Ints]:
    """Return where the rows of each owner begin and end, for rows of one owner that stand together.

    >>> [each.tolist() for each in groups(np.array([2, 2, 5, 7, 7, 7]))]
    [[0, 2, 3], [2, 3, 6]]
    """
    begins = np.flatnonzero(np.diff(owner, prepend=-1))
    return begins, begins + np.diff(begins, append=len(owner))


def sights(
    first: Ints,
    last: Ints,
    head: Ints | None = None,
    begin: Ints | None = None,
    end: Ints | None = None,
) -> Ints:
    """Return the tokens to look at: first and last of an event; head, first, last of an option.

    Behind them stands the token before the option. The ends are exclusive, as everywhere; without
    an option only the event is looked at.
    """
    none = np.full(len(first), NOBODY, dtype=np.int64)
    if head is None or begin is None or end is None:
        return np.stack([first, last - 1, none, none, none, none], axis=1)
    option = [head, begin, end - 1, begin - 1]
    return np.stack([first, last - 1, *option], axis=1)


def stacked(parts: Sequence[Options]) -> Options:
    """Put rows in the order of their owners, the parts' rows of one owner in the order of parts.

    A column that a part does not have is 0 there.
    """
    owner = np.concatenate([part.owner for part in parts])
    order = np.argsort(owner, kind="stable")
    return Options(
        owner[order],
        np.concatenate([part.sights for part in parts])[order],
        np.concatenate([part.label for part in parts])[order],
        _Stacked(parts, order, {}),
    )


@dataclass(frozen=True, eq=False)
class _Stacked(Mapping[str, Ints]):
    """The columns of several parts; each is put together when it is first asked for."""

    parts: Sequence[Options]
    order: Ints
    made: dict[str, Ints]

    def __getitem__(self, name: str) -> Ints:
        if name not in self.made:
            if all(name not in part.columns for part in self.parts):
                raise KeyError(name)
            found = [
                part.columns[name] if name in part.columns else np.zeros(len(part), dtype=np.int64)
                for part in self.parts
            ]
            self.made[name] = np.concatenate(found)[self.order]
        return self.made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name for part in self.parts for name in part.columns))

    def __len__(self) -> int:
        return sum(1 for _ in self)
