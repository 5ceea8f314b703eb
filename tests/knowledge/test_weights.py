"""Weights are stored small, and what is damaged is no weights."""

import io
import math
import zipfile

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from riwaya.errors import TableError
from riwaya.knowledge.weights import Weights, bundled, packed, unpacked

HALVES = st.floats(-1000, 1000, width=16)


def sparse() -> npt.NDArray[np.float32]:
    found = np.zeros((1024, 3), dtype=np.float32)
    found[[0, 7, 8, 1023]] = 0.5
    return found


SOME: Weights = {
    "dense": np.arange(6, dtype=np.float32).reshape(2, 3),
    "bias": np.array([0.5, -2.0], dtype=np.float32),
    "sparse": sparse(),
    "nothing": np.zeros((64, 2), dtype=np.float32),
}


def assert_same(found: Weights, expected: Weights) -> None:
    assert found.keys() == expected.keys()
    for name, weight in expected.items():
        assert found[name].dtype == np.float32
        assert np.array_equal(found[name], weight), name


def test_weights_come_back_as_they_were() -> None:
    assert_same(unpacked(packed(SOME)), SOME)


def rows(shape: tuple[int, ...]) -> st.SearchStrategy[npt.NDArray[np.float32]]:
    return arrays.arrays(np.float32, shape, elements=HALVES, fill=st.just(0.0))


@given(st.one_of(rows((5, 2)), rows((40, 1)), rows((40,)), rows((1,))))
def test_any_weights_come_back(weight: npt.NDArray[np.float32]) -> None:
    assert_same(unpacked(packed({"some": weight})), {"some": weight})


def test_other_numbers_come_back_nearly() -> None:
    weight = np.array([math.pi, 1e-3, -700.7], dtype=np.float32)
    assert unpacked(packed({"some": weight}))["some"] == pytest.approx(weight, rel=1e-3)


def test_the_same_weights_are_the_same_bytes() -> None:
    turned = {name: SOME[name] for name in sorted(SOME, reverse=True)}
    assert packed(SOME) == packed(turned)
    assert packed(unpacked(packed(SOME))) == packed(SOME)


def test_empty_rows_take_no_room() -> None:
    small, large = (np.zeros((size, 8), dtype=np.float32) for size in (1 << 8, 1 << 18))
    small[3] = large[3] = 1.0
    assert len(packed({"t": large})) < len(packed({"t": small})) + 100


def an_archive(**entries: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries.items():
            archive.writestr(f"{name}.npy", content)
    return target.getvalue()


def an_array(values: list[float]) -> bytes:
    target = io.BytesIO()
    np.save(target, np.array(values))
    return target.getvalue()


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"PK",
        b"not an archive at all",
        packed(SOME)[:-30],
        packed(SOME)[30:],
        an_array([1.0]),
        an_archive(words=b"no array"),
        an_archive(**{"t:size": an_array([4.0, 1.0])}),
        an_archive(
            **{"t:size": an_array([4, 1]), "t:steps": an_array([9]), "t:rows": an_array([1.0])}
        ),
    ],
)
def test_damaged_weights_are_told(damaged: bytes) -> None:
    with pytest.raises(TableError, match=r"network\.npz"):
        unpacked(damaged)


@given(st.data())
def test_a_changed_byte_is_told_or_changes_nothing(data: st.DataObject) -> None:
    whole = packed(SOME)
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = data.draw(st.integers(0, 255))
    damaged = whole[:at] + bytes([changed]) + whole[at + 1 :]
    try:
        found = unpacked(damaged)
    except TableError:
        return
    for name in found.keys() & SOME.keys():
        assert np.array_equal(found[name], SOME[name])


def test_the_bundled_weights_are_read_once_and_are_numbers() -> None:
    assert bundled() is bundled()
    for name, weight in bundled().items():
        assert np.isfinite(weight).all(), name
        assert weight.any(), name


def test_bundled_weights_cannot_be_exchanged() -> None:
    with pytest.raises(TypeError):
        bundled()["words"] = np.zeros(1)  # type: ignore[index]  # that is what is tested
