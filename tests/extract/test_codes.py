"""Codes and places in tables are the same everywhere: weights are learned and kept by them."""

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.extract.codes import Columns, code, places, spelled

SIZE = 1 << 10
COLUMNS: Columns = {
    "word": np.array([code("قتل"), code("قصف"), 0]),
    "where": np.array([1, 2, 3]),
    "sort": np.array([0, code("sort:force"), code("sort:force")]),
}
SCRIPT = """
import numpy as np
from riwaya.extract.codes import code, places
columns = {"word": np.array([code("قتل"), code("قصف")]), "where": np.array([1, 2])}
print(code("قتل"), places(columns, ("word", "word where"), size=1024).tolist())
"""


def test_every_process_gives_a_name_the_same_place() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_the_codes_are_those_that_the_weights_were_learned_with() -> None:
    assert code("tag:V") == 2748569194
    assert places(COLUMNS, ("word where", "sort"), size=SIZE).tolist() == [
        [917, 26, 0],
        [0, 103, 103],
    ]


@given(st.text())
def test_no_name_has_the_code_of_nothing(name: str) -> None:
    assert code(name) > 0


def test_a_code_is_spelled_without_its_sort() -> None:
    assert spelled(code("cue:قال")) == "قال"
    assert spelled(code("article")) == "article"
    assert spelled(code("prep:")) == "none"
    assert spelled(0) == "0"
    assert spelled(1 << 40) == "…"


def test_a_template_with_nothing_in_it_says_nothing() -> None:
    found = places(COLUMNS, ("word", "word where", "sort word", "where"), size=SIZE)
    nothing = found == 0
    assert nothing.tolist() == [
        [False, False, True],
        [False, False, True],
        [True, False, True],
        [False, False, False],
    ]


def test_the_order_of_a_templates_columns_does_not_matter() -> None:
    one = places(COLUMNS, ("word where sort",), size=SIZE)
    other = places(COLUMNS, ("sort word where",), size=SIZE)
    assert one.tolist() == other.tolist()


def test_one_code_in_two_columns_is_two_things() -> None:
    columns = {"before": np.array([7]), "behind": np.array([7])}
    before, behind = places(columns, ("before", "behind"), size=1 << 20)[:, 0]
    assert before != behind


TEMPLATES = ("word", "where", "sort", "word where", "where sort", "word where sort")


@given(st.permutations(TEMPLATES))
def test_templates_keep_the_order_in_which_they_are_given(given_order: list[str]) -> None:
    found = places(COLUMNS, tuple(given_order), size=SIZE)
    for row, template in zip(found, given_order, strict=True):
        assert row.tolist() == places(COLUMNS, (template,), size=SIZE)[0].tolist()


@given(st.lists(st.integers(0, 2), min_size=1, max_size=5))
def test_a_row_is_placed_by_itself(rows: list[int]) -> None:
    some = {name: column[rows] for name, column in COLUMNS.items()}
    alone = places(COLUMNS, TEMPLATES, size=SIZE)
    assert places(some, TEMPLATES, size=SIZE).tolist() == alone[:, rows].tolist()


@pytest.mark.parametrize("size", [1 << 4, 1 << 11, 1 << 20])
def test_places_are_inside_the_table(size: int) -> None:
    columns = {"word": np.arange(1, 500)}
    found = places(columns, ("word",), size=size)
    assert found.min() >= 0
    assert found.max() < size


def test_nothing_has_no_places() -> None:
    empty = {name: column[:0] for name, column in COLUMNS.items()}
    assert places(empty, TEMPLATES, size=SIZE).shape == (len(TEMPLATES), 0)
