"""The CSV in the form of ACLED, read with pandas."""

import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from riwaya.export.acled import COLUMNS, acled
from riwaya.export.documented import DocumentedIncident
from riwaya.export.table import LeftOut
from riwaya.knowledge.ontology import vocabulary
from riwaya.records.claim import CountRole, Modality
from riwaya.records.incident import Policy
from riwaya.records.report import ReportId
from tests.builders import a_claim
from tests.export.cases import (
    ON_CIVILIANS,
    ON_FIGHTERS,
    STRIKE_BY_THE_ARMY,
    a_figure,
    told,
    two_accounts,
)

if TYPE_CHECKING:
    from pandas import DataFrame

pandas = pytest.importorskip("pandas")

ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,tags,timestamp"
)


def read(*incidents: DocumentedIncident, left_out: LeftOut | None = None) -> "DataFrame":
    written = "".join(acled(incidents, left_out=left_out or LeftOut()))
    table: DataFrame = pandas.read_csv(
        io.StringIO(written), keep_default_na=False, parse_dates=["event_date"]
    )
    return table


def row(incident: DocumentedIncident) -> dict[str, Any]:
    (found,) = read(incident).to_dict("records")
    return {str(name): cell for name, cell in found.items()}


def test_the_columns_are_acleds_in_its_order() -> None:
    assert ",".join(column.name for column in COLUMNS) == ACLED
    assert list(read(told()).columns) == ACLED.split(",")


def test_an_air_strike_is_coded_in_acleds_words() -> None:
    found = row(told())
    assert found["event_date"].date() == date(2019, 4, 4)
    assert (found["year"], found["time_precision"]) == (2019, 1)
    assert found["disorder_type"] == "Political violence"
    assert found["event_type"] == "Explosions/Remote violence"
    assert found["sub_event_type"] == "Air/drone strike"
    assert found["sub_event_type"] in vocabulary().acled[found["event_type"]]
    assert found["actor1"] == "Libyan National Army"
    assert found["inter2"] == "Civilians"
    assert found["interaction"] == f"{found['inter1']}-Civilians"
    assert found["civilian_targeting"] == "Civilian targeting"
    assert (found["iso"], found["region"], found["country"]) == (434, "Northern Africa", "Libya")
    assert (found["latitude"], found["longitude"]) == (32.75, 22.64)


def test_fatalities_are_the_lowest_figure_whatever_the_policy() -> None:
    assert row(told(figures=[a_figure(policy=Policy.LATEST, best=5)]))["fatalities"] == 3


def test_captives_and_injured_are_in_tags_and_notes() -> None:
    injured = a_figure(CountRole.INJURED, low=7, best=7, high=None)
    captured = a_figure(CountRole.CAPTURED, low=20, best=30, high=30)
    found = row(told(figures=[injured, captured]))
    assert found["fatalities"] == 0
    assert found["tags"].split("; ")[:2] == ["injured=7 or more", "captured=20 to 30"]
    assert "Captured: 20 to 30, best 30 (median of independent roots)." in found["notes"]


def test_a_row_leads_back_to_every_claim_and_its_words() -> None:
    incident = two_accounts()
    tags = row(incident)["tags"].split("; ")
    for each in incident.told:
        assert f"riwaya:claim={each.claim.id}" in tags
        assert f"riwaya:evidence={each.evidence}" in tags
    assert row(incident)["event_id_cnty"] == f"riwaya:{incident.incident.id}"


def test_an_attack_on_armed_opponents_is_a_clash() -> None:
    claim = a_claim(type="attack", agents=STRIKE_BY_THE_ARMY, targets=ON_FIGHTERS)
    assert row(told(claims=[claim]))["sub_event_type"] == "Armed clash"
    claim = a_claim(type="attack", agents=STRIKE_BY_THE_ARMY, targets=ON_CIVILIANS)
    assert row(told(claims=[claim]))["event_type"] == "Violence against civilians"


def test_the_dead_of_an_advance_make_it_violence() -> None:
    claims = [a_claim(type="advance"), a_claim(type="killing")]
    assert row(told(claims=claims))["event_type"] == "Violence against civilians"
    claims = [a_claim(type="advance"), a_claim(type="withdrawal")]
    found = row(told(claims=claims, figures=[]))
    assert found["event_type"] == "Strategic developments"


def test_an_unknown_day_stays_empty() -> None:
    found = row(told(first=None))
    assert pandas.isna(found["event_date"])
    assert not found["time_precision"]
    assert "No claim dates it; published by 2019-04-04." in found["notes"]


def test_a_week_is_known_less_exactly_than_a_day() -> None:
    found = row(told(last=date(2019, 4, 8)))
    assert (found["event_date"].date(), found["time_precision"]) == (date(2019, 4, 6), 2)


def test_an_unknown_place_stays_empty() -> None:
    found = row(told(place=None))
    assert (found["location"], found["latitude"], found["iso"]) == ("", "", "")


def test_what_acled_does_not_code_is_counted_and_named() -> None:
    left_out = LeftOut()
    talks = told(claims=[a_claim(type="talks")])
    ordered = told(claims=[a_claim(modality=Modality.ORDERED)])
    assert read(talks, ordered, left_out=left_out).empty
    assert left_out.total == 2
    assert [line.split(" (")[0] for line in left_out.lines()] == [
        "1 incident: ACLED has no category for its type",
        "1 incident: no claim states that it happened",
    ]
    assert talks.incident.id in " ".join(left_out.lines())


def test_a_cell_cannot_run_as_a_formula(tmp_path: Path) -> None:
    claim = a_claim(report=ReportId("formula"))
    assert "=cmd()" not in row(told(claims=[claim]))["source"]
    for evil in ("=1+1", "+1", "-1+1", "@SUM(A1)", "\tx", "\rx"):
        found = row(told(title=evil, place=told().incident.place))
        assert not found["notes"].startswith(("=", "+", "-", "@", "\t", "\r"))
    (tmp_path / "x.csv").write_text("".join(acled([told()], left_out=LeftOut())))


def test_doers_that_others_name_are_told() -> None:
    other = a_claim(type="air_strike", report=ReportId("r2"), agents=ON_FIGHTERS)
    same = a_claim(agents=STRIKE_BY_THE_ARMY, report=ReportId("r3"))
    mine = a_claim(agents=STRIKE_BY_THE_ARMY)
    found = row(told(claims=[mine, other, same]))
    assert found["actor1"] == "Libyan National Army"
    assert "Also named as doers: Islamic State" in found["notes"]
