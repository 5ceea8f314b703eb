"""A store in Python: records to iterate over, and data frames."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import riwaya
from riwaya.errors import OutputError, StoreError
from riwaya.export import frames
from riwaya.opened import OpenStore
from riwaya.store import open_store
from tests.builders import a_claim, a_report


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenStore]:
    path = tmp_path / "riwaya.db"
    with open_store(path) as store:
        store.add(a_report(), [a_claim(), a_claim(type="talks", incident="i2", counts=())])
    with riwaya.open_store(path) as found:
        yield found


def test_claims_incidents_and_figures_are_records(opened: OpenStore) -> None:
    assert {claim.type for claim in opened.claims} == {"air_strike", "talks"}
    assert {each.incident.types for each in opened.incidents} == {("air_strike",), ("talks",)}
    assert [figure.best for figure in opened.figures if figure.group is None] == [5]
    assert len(list(opened.accounts)) == 2
    assert [each.report for each in opened.reports] == [a_report()]
    assert list(opened.claims) == list(opened.claims)


def test_the_same_as_a_frame_of_pandas(opened: OpenStore) -> None:
    pytest.importorskip("pandas")
    claims = opened.claims.to_pandas()
    assert len(claims) == 2
    strike = claims[claims["type"] == "air_strike"].iloc[0]
    assert strike["claim"] == a_claim().id
    assert strike["first_day"] == date(2019, 4, 4)
    assert list(strike["counts"]) == ["killed=5"]


def test_the_same_as_a_frame_of_polars(opened: OpenStore) -> None:
    polars = pytest.importorskip("polars")
    figures = opened.figures.to_polars()
    assert figures.schema["best"] == polars.Int64
    assert figures.filter(polars.col("of").is_null())["best"].to_list() == [5]


def test_each_column_says_what_it_is(opened: OpenStore) -> None:
    pytest.importorskip("pyarrow")
    field = opened.incidents.to_arrow().schema.field("standing")
    assert b"no measure of truth" in (field.metadata or {})[b"meaning"]


def test_every_format_is_written_from_python(opened: OpenStore, tmp_path: Path) -> None:
    left_out = opened.export("acled", tmp_path / "acled.csv")
    assert (tmp_path / "acled.csv").read_text(encoding="utf-8").count("\n") == 2
    assert left_out.total == 1


def test_a_missing_package_is_named(opened: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(frames, "import_module", missing)
    with pytest.raises(OutputError, match=r"pip install 'riwaya\[parquet\]'"):
        opened.claims.to_arrow()


def test_a_missing_store_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        riwaya.open_store(tmp_path / "none.db")
