"""What the network makes of a word depends on its report, and on nothing beside it."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.extract import network
from riwaya.extract.codes import Ints
from riwaya.extract.questions import QUESTIONS
from riwaya.extract.traits import Traits
from riwaya.knowledge.weights import bundled
from tests.extract.sentences import the_traits
from tests.extract.some_weights import some_weights

Floats = npt.NDArray[np.float32]
FIRST = the_traits("قتل جندي في هجوم. ثم عاد الهدوء إلى المدينة")
SECOND = the_traits("قصف الجيش التل، بحسب مصدر طبي")
PADDING = max(network.REACHES)


def read(
    words: Ints, sentence: Ints, report: Ints, present: npt.NDArray[np.float32] | None = None
) -> Floats:
    if present is None:
        present = np.ones((len(words), 1), dtype=np.float32)
    found: Floats = network.read(np, some_weights(), words, sentence, report, present)
    return found


def whole(size: int) -> Ints:
    return np.repeat(np.array([[0, size]]), size, axis=0)


def alone(traits: Traits) -> Floats:
    return read(network.words_of(traits), traits.bounds[:-1], whole(len(traits.tokens)))


def together(*reports: Traits, padding: int) -> list[Floats]:
    """Read reports behind one another, as in training, and return the vectors of each."""
    sizes = [len(traits.tokens) for traits in reports]
    total = sum(sizes) + padding * len(reports)
    words = np.zeros((total, network.words_of(reports[0]).shape[1]), dtype=np.int64)
    sentence, report = (np.zeros((total, 2), dtype=np.int64) for _ in range(2))
    present = np.zeros((total, 1), dtype=np.float32)
    starts, at = [], 0
    for traits, size in zip(reports, sizes, strict=True):
        words[at : at + size] = network.words_of(traits)
        sentence[at : at + size] = traits.bounds[:-1] + at
        report[at : at + size] = at, at + size
        present[at : at + size] = 1
        starts.append(at)
        at += size + padding
    rows = read(words, sentence, report, present)
    return [rows[start : start + size] for start, size in zip(starts, sizes, strict=True)]


@given(st.integers(PADDING, PADDING + 9), st.permutations([FIRST, SECOND, FIRST]))
@settings(deadline=None, max_examples=20)
def test_a_word_does_not_depend_on_other_reports_nor_on_padding(
    padding: int, reports: list[Traits]
) -> None:
    for traits, rows in zip(reports, together(*reports, padding=padding), strict=True):
        assert rows == pytest.approx(alone(traits)[:-1], abs=1e-4)


def test_a_word_depends_on_the_words_around_it() -> None:
    one, other = alone(the_traits("قتل جندي")), alone(the_traits("قتل ضابط"))
    assert np.abs(one[0] - other[0]).max() > 1e-3


def test_the_last_row_is_nothing() -> None:
    rows = alone(FIRST)
    assert len(rows) == len(FIRST.tokens) + 1
    assert not rows[-1].any()
    assert rows[:-1].any(axis=1).all()


@pytest.mark.parametrize("size", range(2 * PADDING))
def test_a_report_may_be_of_any_length(size: int) -> None:
    words = np.ones((size, len(network.words_of(FIRST)[0])), dtype=np.int64)
    rows = read(words, whole(size), whole(size))
    assert rows.shape == (size + 1, network.WIDTH)
    assert np.isfinite(rows).all()


def test_vectors_are_of_single_precision() -> None:
    assert alone(FIRST).dtype == np.float32


def test_traits_that_are_not_there_have_no_vector() -> None:
    places = network.words_of(FIRST)
    assert ((places == 0) == (FIRST.table[:-1] == 0)).all()
    assert places.max() < network.WORDS


def test_the_bundled_weights_fit_the_network() -> None:
    learned, expected = bundled(), some_weights()
    assert {name: weight.shape for name, weight in learned.items()} == {
        name: weight.shape for name, weight in expected.items()
    }


@pytest.mark.parametrize("name", QUESTIONS)
def test_nothing_has_no_weight(name: str) -> None:
    assert not bundled()[f"{name}/templates"][0].any()
    assert not bundled()[f"{name}/seen"][0].any()
