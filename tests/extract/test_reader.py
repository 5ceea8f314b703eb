"""Options are weighed one by one, and compared within their question."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from riwaya.extract import modality, participants, triggers
from riwaya.extract.options import Options
from riwaya.extract.reader import Floats, Reader, best, likelihoods
from riwaya.extract.triggers import candidates
from tests.extract.sentences import the_events
from tests.extract.some_weights import some_weights

BODY = "قتل المسلحون جنديا وأصيب ضابط في قصف على التل"
EVENTS = the_events(BODY, ("قتل", "killing"), ("وأصيب", "injury"), ("قصف", "shelling"))
READER = Reader(EVENTS.traits, some_weights())
ASKED: dict[str, Options] = {
    "triggers": triggers.options(EVENTS.traits, candidates(EVENTS.traits.context)),
    "roles": participants.options(EVENTS)[0],
    "modalities": modality.options(EVENTS),
}


def owners(sizes: list[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return owners that have so many rows; not every number is one's."""
    return np.repeat(np.arange(len(sizes)) * 2, sizes)


SIZES = st.lists(st.integers(1, 5), min_size=1, max_size=6)


@st.composite
def scored(draw: st.DrawFn) -> tuple[Floats, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    owner = owners(draw(SIZES))
    finite = st.floats(-500, 500, width=32)
    return draw(arrays.arrays(np.float32, len(owner), elements=finite)), owner


@given(scored())
def test_likelihoods_add_up_to_one_for_each_owner(
    given_scores: tuple[Floats, np.ndarray[tuple[int], np.dtype[np.int64]]],
) -> None:
    scores, owner = given_scores
    shares = likelihoods(scores, owner)
    assert (shares >= 0).all()
    for each in np.unique(owner):
        assert shares[owner == each].sum() == pytest.approx(1, abs=1e-5)


@given(scored())
def test_the_best_option_is_the_likeliest(
    given_scores: tuple[Floats, np.ndarray[tuple[int], np.dtype[np.int64]]],
) -> None:
    scores, owner = given_scores
    rows = best(scores, owner)
    assert owner[rows].tolist() == np.unique(owner).tolist()
    shares = likelihoods(scores, owner)
    for row in rows:
        assert shares[row] == shares[owner == owner[row]].max()


def test_of_equals_the_first_is_best() -> None:
    assert best(np.zeros(5, np.float32), owners([2, 3])).tolist() == [0, 2]


def test_what_cannot_be_has_no_likelihood() -> None:
    scores = np.array([0, -np.inf], dtype=np.float32)
    assert likelihoods(scores, owners([2])).tolist() == [1, 0]


def test_nothing_to_choose_from_has_no_best() -> None:
    assert best(np.zeros(0, np.float32), owners([])).tolist() == []


@pytest.mark.parametrize("name", ASKED)
def test_an_option_is_weighed_by_itself(name: str) -> None:
    options = ASKED[name]
    scores = READER.scores(name, options)
    for owner in np.unique(options.owner):
        rows = np.flatnonzero(options.owner == owner)
        alone = READER.scores(name, options.only(rows))
        assert alone == pytest.approx(scores[rows], abs=1e-4)


@pytest.mark.parametrize(("name", "answers"), [("triggers", 1), ("roles", 2), ("modalities", 1)])
def test_every_answer_has_a_score(name: str, answers: int) -> None:
    scores = READER.scores(name, ASKED[name])
    assert scores.shape == (len(ASKED[name]), answers)
    assert scores.dtype == np.float32
    assert np.isfinite(scores).all()


def test_the_weights_of_a_template_are_added_to_what_the_network_sees() -> None:
    weights = dict(some_weights())
    options = ASKED["roles"]
    before = READER.scores("roles", options)
    weights["roles/templates"] = weights["roles/templates"] + np.array([1, 2], dtype=np.float32)
    after = Reader(EVENTS.traits, weights).scores("roles", options)
    added = after - before
    assert added[:, 1] == pytest.approx(2 * added[:, 0], rel=1e-3)


@pytest.mark.parametrize(("name", "answers"), [("roles", 2), ("places", 1)])
def test_no_options_have_no_scores(name: str, answers: int) -> None:
    none = ASKED["roles"].only(np.zeros(0, dtype=np.int64))
    assert READER.scores(name, none).shape == (0, answers)
