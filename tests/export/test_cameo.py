"""Event rows with CAMEO codes, read with pandas."""

import io
from typing import Any

import pytest

from riwaya.export.cameo import COLUMNS, cameo, quad_class
from riwaya.export.documented import DocumentedIncident
from riwaya.export.table import LeftOut
from riwaya.knowledge.ontology import vocabulary
from riwaya.records.claim import Modality
from tests.builders import a_claim
from tests.export.cases import told, two_accounts

pandas = pytest.importorskip("pandas")


def read(*incidents: DocumentedIncident) -> list[dict[str, Any]]:
    written = "".join(cameo(incidents, left_out=LeftOut()))
    table = pandas.read_csv(io.StringIO(written), sep="\t", dtype=str, keep_default_na=False)
    return [dict(row) for row in table.to_dict("records")]


def test_the_columns_are_gdelts_and_three_of_ours() -> None:
    names = [column.name for column in COLUMNS]
    assert len(names) == len(set(names)) == 61 + 3
    assert names[:5] == ["GlobalEventID", "Day", "MonthYear", "Year", "FractionDate"]
    assert names[5:15] == [
        f"Actor1{name}"
        for name in (
            "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
            "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
        )
    ]  # fmt: skip
    assert names[25:35] == [
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
        "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
    ]  # fmt: skip
    assert names[59:61] == ["DATEADDED", "SOURCEURL"]


def test_codes_keep_their_zeros() -> None:
    (found,) = read(told(claims=[a_claim(type="aid")]))
    assert (found["EventCode"], found["EventRootCode"], found["QuadClass"]) == ("070", "07", "2")


def test_an_air_strike_has_its_code_and_its_claims() -> None:
    incident = told()
    (found,) = read(incident)
    assert found["GlobalEventID"] == f"riwaya:{incident.incident.id}"
    assert (found["Day"], found["FractionDate"]) == ("20190404", "2019.2546")
    assert (found["EventCode"], found["EventRootCode"], found["QuadClass"]) == ("195", "19", "4")
    assert found["Actor1Code"] == "LBYREB"
    assert found["riwaya_claims"] == incident.told[0].claim.id
    assert found["riwaya_evidence"] == incident.told[0].evidence
    assert found["ActionGeo_Fullname"] == "Derna, Libya"


def test_accounts_are_counted_and_not_copies() -> None:
    (found,) = read(two_accounts())
    assert (found["NumMentions"], found["NumSources"], found["NumArticles"]) == ("2", "2", "2")


def test_every_code_has_a_quadrant() -> None:
    assert {quad_class(code) for code in vocabulary().cameo} == {1, 2, 3, 4}


def test_what_was_only_ordered_is_left_out() -> None:
    assert read(told(claims=[a_claim(modality=Modality.ORDERED)])) == []
