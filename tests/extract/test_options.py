"""Options are rows: put together by their owners, and taken apart again."""

import numpy as np
import pytest

from riwaya.extract.options import Options, groups, sights, stacked


def some_options(*owners: int, **columns: list[int]) -> Options:
    owner = np.array(owners, dtype=np.int64)
    looks = np.repeat(owner[:, None], 6, axis=1)
    found = {name: np.array(column) for name, column in columns.items()}
    return Options(owner, looks, owner * 10, found)


def test_rows_stand_with_their_owners_in_the_order_of_the_parts() -> None:
    none = some_options(0, 1, 2, rank=[1, 2, 3])
    given = some_options(0, 0, 2, rank=[4, 5, 6])
    found = stacked([none, given])
    assert found.owner.tolist() == [0, 0, 0, 1, 2, 2]
    assert found.columns["rank"].tolist() == [1, 4, 5, 2, 3, 6]
    assert found.label.tolist() == [0, 0, 0, 10, 20, 20]
    assert found.sights[:, 0].tolist() == found.owner.tolist()


def test_a_column_that_a_part_lacks_says_nothing_of_it() -> None:
    found = stacked([some_options(0, none=[7]), some_options(0, 0, given=[8, 9])])
    assert found.columns["none"].tolist() == [7, 0, 0]
    assert found.columns["given"].tolist() == [0, 8, 9]


def test_a_part_may_be_empty() -> None:
    found = stacked([some_options(0, 1, rank=[1, 2]), some_options(rank=[])])
    assert found.columns["rank"].tolist() == [1, 2]


def test_some_rows_are_taken_with_all_that_describes_them() -> None:
    found = some_options(0, 1, 2, rank=[4, 5, 6]).only(np.array([2, 0]))
    assert len(found) == 2
    assert found.owner.tolist() == [2, 0]
    assert found.columns["rank"].tolist() == [6, 4]
    assert found.sights[:, 0].tolist() == [2, 0]


@pytest.mark.parametrize(
    ("owner", "begins", "ends"),
    [([], [], []), ([0], [0], [1]), ([3, 3, 3], [0], [3]), ([0, 2, 2, 5], [0, 1, 3], [1, 3, 4])],
)
def test_groups_are_the_rows_of_one_owner(
    owner: list[int], begins: list[int], ends: list[int]
) -> None:
    first, last = groups(np.array(owner, dtype=np.int64))
    assert (first.tolist(), last.tolist()) == (begins, ends)


def test_six_tokens_are_looked_at() -> None:
    first, last = np.array([4]), np.array([6])
    head, begin, end = np.array([8]), np.array([7]), np.array([10])
    assert sights(first, last, head, begin, end).tolist() == [[4, 5, 8, 7, 9, 6]]
    assert sights(first, last).tolist() == [[4, 5, -1, -1, -1, -1]]


def test_before_the_first_token_stands_nothing() -> None:
    zero, one = np.array([0]), np.array([1])
    assert sights(one, one + 1, zero, zero, one)[0, 5] == -1
