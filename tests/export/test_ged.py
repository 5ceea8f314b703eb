"""The CSV in the form of UCDP GED, read with DuckDB."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from riwaya.export.documented import DocumentedIncident
from riwaya.export.ged import COLUMNS, ged, priogrid
from riwaya.export.table import LeftOut
from riwaya.records.claim import CountRole
from tests.builders import a_claim
from tests.export.cases import LNA, ON_FIGHTERS, STRIKE_BY_THE_ARMY, a_figure, told, two_accounts

duckdb = pytest.importorskip("duckdb")

GED = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
    "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,"
    "source_date,source_headline,source_original,where_prec,where_coordinates,where_description,"
    "adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,"
    "date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,"
    "gwnoa,gwnob"
)


def read(
    folder: Path, *incidents: DocumentedIncident, left_out: LeftOut | None = None
) -> list[dict[str, Any]]:
    path = folder / "ged.csv"
    path.write_text("".join(ged(incidents, left_out=left_out or LeftOut())), encoding="utf-8")
    found = duckdb.read_csv(str(path), header=True)
    names = list(found.columns)
    assert ",".join(names) == GED
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def test_the_columns_are_geds_in_its_order() -> None:
    assert ",".join(column.name for column in COLUMNS) == GED
    assert len(COLUMNS) == 49


def test_an_air_strike_on_civilians_is_one_sided(tmp_path: Path) -> None:
    (found,) = read(tmp_path, told())
    assert found["type_of_violence"] == 3
    assert (found["side_a"], found["side_b"]) == ("Libyan National Army", "Civilians")
    assert (found["best"], found["high"], found["low"]) == (4, 5, 3)
    deaths = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert sum(found[each] for each in deaths) == found["best"]
    assert (found["date_start"], found["date_prec"]) == (date(2019, 4, 4), 1)
    assert (found["country_id"], found["region"]) == (620, "Africa")
    assert found["geom_wkt"] == "POINT (22.64 32.75)"


def test_no_id_of_ucdp_is_made_up(tmp_path: Path) -> None:
    (found,) = read(tmp_path, told())
    given = [name for name in found if name.endswith(("_id", "relid", "active_year"))]
    assert {name for name in given if found[name] is not None} == {"country_id"}
    assert found["id"].startswith("riwaya:i")


def test_a_fight_with_an_armed_group_is_of_two_sides(tmp_path: Path) -> None:
    claim = a_claim(type="armed_clash", agents=STRIKE_BY_THE_ARMY, targets=ON_FIGHTERS)
    (found,) = read(tmp_path, told(claims=[claim]))
    assert found["type_of_violence"] in (1, 2)
    assert {found["side_a"], found["side_b"]} == {"Libyan National Army", "Islamic State"}


def test_civilians_among_the_dead_have_their_column(tmp_path: Path) -> None:
    claim = a_claim(type="armed_clash", agents=STRIKE_BY_THE_ARMY, targets=ON_FIGHTERS)
    civilians = a_figure(group="civilians", low=1, best=1, high=1, is_part=True)
    (found,) = read(tmp_path, told(claims=[claim], figures=[a_figure(), civilians]))
    assert (found["deaths_civilians"], found["deaths_unknown"]) == (1, 3)


def test_a_figure_open_above_has_the_highest_minimum(tmp_path: Path) -> None:
    (found,) = read(tmp_path, told(figures=[a_figure(high=None, best=3)]))
    assert (found["best"], found["high"], found["low"]) == (3, 3, 3)


def test_the_row_leads_back_to_claims(tmp_path: Path) -> None:
    incident = told()
    (found,) = read(tmp_path, incident)
    (each,) = incident.told
    leads = f"riwaya:claim={each.claim.id} riwaya:evidence={each.evidence}"
    assert leads in found["source_article"]
    assert found["source_original"] == "الصليب الأحمر"


def test_the_rest_is_counted_with_its_reason() -> None:
    left_out = LeftOut()
    alone = a_claim(agents=(), targets=())
    incidents = (
        told(figures=[]),
        two_accounts(),
        told(claims=[alone]),
        told(place=None),
        told(first=None),
        told(first=date(2014, 1, 1)),
        told(claims=[a_claim(type="talks")]),
    )
    assert len(list(ged(incidents, left_out=left_out))) == 1
    assert {reason: len(ids) for reason, ids in left_out.by_reason.items()} == {
        "no deaths are stated": 2,
        "no two sides are known, one of them organized and the other organized or civilian": 1,
        "its place is not known": 1,
        "its date is not known to the year": 2,
        "UCDP counts no event of its type": 1,
    }


def test_the_cell_of_prio_grid_is_reckoned() -> None:
    assert priogrid(-90, -180) == 1
    assert priogrid(90, 180) == 360 * 720
    assert LNA.id == "libyan_national_army"
    assert a_figure(CountRole.KILLED).low == 3
