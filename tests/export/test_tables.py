"""GeoPackage, Parquet and Excel, each read with a reader that is not ours."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from riwaya.export.documented import DocumentedIncident
from riwaya.export.excel import excel
from riwaya.export.geopackage import geopackage
from riwaya.export.parquet import parquet
from riwaya.export.tables import TABLES
from riwaya.records.report import ReportId
from tests.builders import a_claim
from tests.export.cases import told, two_accounts


def incidents() -> list[DocumentedIncident]:
    return [told(), two_accounts(), told(place=None, title="=HYPERLINK()")]


def test_every_row_has_the_columns_of_its_table() -> None:
    for table in TABLES.values():
        for row in table.rows(two_accounts()):
            assert len(row) == len(table.columns), table.name


def test_every_claim_is_a_row_with_its_words() -> None:
    source = two_accounts()
    names = [column.name for column in TABLES["claims"].columns]
    rows = [dict(zip(names, row, strict=True)) for row in TABLES["claims"].rows(source)]
    assert [row["claim"] for row in rows] == list(source.incident.claims)
    assert rows[0]["trigger"] == "قصف"
    assert rows[0]["evidence"] == source.told[0].evidence
    assert rows[0]["counts"] == ("captured=30",)
    assert rows[1]["counts"] == ("captured=20+",)
    assert str(rows[0]["sentence"]).startswith("أعلن الصليب الأحمر")


def test_gdal_reads_the_layers_of_a_geopackage(tmp_path: Path) -> None:
    pyogrio = pytest.importorskip("pyogrio")
    path = tmp_path / "incidents.gpkg"
    geopackage(incidents(), path)
    layers = {str(name): kind for name, kind in pyogrio.list_layers(path)}
    assert layers == {
        "incidents": "Point", "claims": "Point", "figures": None, "values": None,
        "accounts": None, "relations": None,
    }  # fmt: skip
    known = pyogrio.read_info(path, layer="incidents")
    assert (known["features"], known["crs"]) == (3, "EPSG:4326")
    assert set(known["fields"]) == {column.name for column in TABLES["incidents"].columns}
    assert tuple(known["total_bounds"]) == pytest.approx((22.64, 32.75, 22.64, 32.75))
    _, _, shapes, fields = pyogrio.raw.read(path, layer="incidents", columns=["first_day"])
    assert [bool(shape) for shape in shapes] == [True, True, False]
    assert str(fields[0][0]).startswith("2019-04-04")


def test_one_collection_gives_one_geopackage(tmp_path: Path) -> None:
    one, other = tmp_path / "a.gpkg", tmp_path / "b.gpkg"
    geopackage(incidents(), one)
    geopackage(incidents(), other)
    assert one.read_bytes() == other.read_bytes()


def test_duckdb_reads_parquet_with_types(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    parquet(incidents(), tmp_path / "tables")
    assert sorted(each.stem for each in (tmp_path / "tables").iterdir()) == sorted(TABLES)
    found = duckdb.read_parquet(str(tmp_path / "tables" / "incidents.parquet"))
    types = dict(zip(found.columns, map(str, found.types), strict=True))
    assert (types["first_day"], types["claims"]) == ("DATE", "VARCHAR[]")
    assert (types["killed_best"], types["latitude"]) == ("BIGINT", "DOUBLE")
    rows = found.fetchall()
    assert len(rows) == 3
    assert rows[0][found.columns.index("first_day")] == date(2019, 4, 4)


def test_pandas_and_polars_read_parquet(tmp_path: Path) -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    parquet(incidents(), tmp_path)
    claims = pandas.read_parquet(tmp_path / "claims.parquet")
    assert len(claims) == 4
    values = polars.read_parquet(tmp_path / "values.parquet")
    assert values["least"].to_list() == [30, 20]
    assert values["most"].to_list() == [30, None]


def test_an_empty_collection_has_all_tables(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    parquet([], tmp_path)
    assert pandas.read_parquet(tmp_path / "figures.parquet").empty


def cells(path: Path, sheet: str) -> list[dict[str, Any]]:
    openpyxl = pytest.importorskip("openpyxl")
    head, *rows = openpyxl.load_workbook(path)[sheet].iter_rows()
    names = [cell.value for cell in head]
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_openpyxl_reads_the_sheets(tmp_path: Path) -> None:
    path = tmp_path / "incidents.xlsx"
    excel(incidents(), path)
    found = cells(path, "incidents")
    assert len(found) == 3
    assert found[0]["first_day"].value.date() == date(2019, 4, 4)
    assert found[0]["killed_best"].value == 4
    meanings = cells(path, "codebook")
    assert len(meanings) == sum(len(table.columns) for table in TABLES.values())


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "incidents.xlsx"
    claim = a_claim(report=ReportId("formula"))
    evil = [told(claims=[claim], title=start + "cmd()") for start in "=+-@\t"]
    excel(evil, path)
    found = cells(path, "incidents")
    assert found[0]["title"].value == "=cmd()"
    assert all(cell.data_type != "f" for row in found for cell in row.values())


def test_characters_that_no_cell_holds_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "incidents.xlsx"
    excel([told(title="a\x00b\x0bc" + "d" * 40_000)], path)
    title = cells(path, "incidents")[0]["title"].value
    assert title.startswith("abcd")
    assert len(title) == 32_767


def test_rows_beyond_a_sheet_go_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riwaya.export.excel.MOST_ROWS", 3)
    excel(incidents(), tmp_path / "x.xlsx")
    assert len(cells(tmp_path / "x.xlsx", "incidents")) == 2
    assert len(cells(tmp_path / "x.xlsx", "incidents 2")) == 1
