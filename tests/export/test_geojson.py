"""GeoJSON, read with GDAL."""

import json
from pathlib import Path

import pytest

from riwaya.export.geojson import COLUMNS, geojson
from tests.export.cases import told, two_accounts

pyogrio = pytest.importorskip("pyogrio")


def test_gdal_reads_points_and_attributes(tmp_path: Path) -> None:
    path = tmp_path / "incidents.geojson"
    path.write_text("".join(geojson([told(), two_accounts()])), encoding="utf-8")
    known = pyogrio.read_info(path)
    assert (known["features"], known["geometry_type"]) == (2, "Point")
    assert known["crs"] in ("EPSG:4326", "OGC:CRS84")
    assert set(known["fields"]) >= {column.name for column in COLUMNS}
    assert tuple(known["total_bounds"]) == pytest.approx((22.64, 32.75, 22.64, 32.75))


def test_a_place_that_is_not_located_has_no_geometry() -> None:
    (found,) = json.loads("".join(geojson([told(place=None)])))["features"]
    assert found["geometry"] is None
    assert found["properties"]["claims"] == list(told().incident.claims)


def test_nothing_is_an_empty_collection() -> None:
    assert json.loads("".join(geojson([])))["features"] == []


def test_competing_figures_keep_their_range() -> None:
    (found,) = json.loads("".join(geojson([two_accounts()])))["features"]
    fields = found["properties"]
    assert [fields[f"captured_{end}"] for end in ("low", "best", "high")] == [20, 20, 30]
    assert fields["killed_best"] is None
