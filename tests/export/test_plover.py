"""PLOVER records and the table in the form of POLECAT."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from riwaya.export.documented import DocumentedIncident
from riwaya.export.plover import FIELDS, POLECAT, QUADS, plover, polecat
from riwaya.export.table import LeftOut
from riwaya.knowledge.ontology import vocabulary
from riwaya.records.claim import Attribution, Claim, Count, CountRole, Modality, SourceKind, Stance
from tests.builders import a_claim, the_words
from tests.export.cases import STRIKE_BY_THE_ARMY, told, two_accounts

HEADER = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\t"
    "Actor Country\tActor COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\t"
    "Wikipedia Actor ID\tRecipient Name\tRecipient Country\tRecipient COW\t"
    "Primary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient Name Raw\t"
    "Wikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\t"
    "GeoNames ID\tRaw Placename\tFeature Type\tSource\tPublication Date\tStory People\t"
    "Story Organizations\tStory Locations\tLanguage\tVersion"
)


def records(*incidents: DocumentedIncident) -> list[dict[str, Any]]:
    return [json.loads(line) for line in plover(incidents, left_out=LeftOut())]


def modes(claim: Claim) -> tuple[str, list[str]]:
    (found,) = records(told(claims=[claim]))
    return found["event"][0], found["mode"]


def test_every_type_of_plover_has_a_quadrant() -> None:
    assert set(QUADS) == set(vocabulary().plover)


def test_a_record_has_the_fields_of_the_manual() -> None:
    (found,) = records(told())
    assert set(found) <= {field.name for field in FIELDS}
    assert (found["event"], found["mode"], found["quad_code"]) == (["ASSAULT"], ["aerial"], 4)
    assert found["actor"][0]["code"] == "LBY"
    assert found["recipient"][0]["sector"] == "CVL"
    assert found["size"] == {"dead": 5}
    assert found["context"] == ["military"]


def test_each_claim_is_a_record_of_its_incident() -> None:
    incident = two_accounts()
    found = records(incident)
    assert [each["id"] for each in found] == [
        f"riwaya:{incident.incident.id}:{told.claim.id}" for told in incident.told
    ]
    assert [each["size"]["captured"] for each in found] == [30, "20+"]
    assert found[0]["text_info"]["riwaya_evidence"] == incident.told[0].evidence


def test_what_did_not_take_place_says_so() -> None:
    assert modes(a_claim(modality=Modality.DENIED)) == ("ASSAULT", ["aerial", "negation"])
    assert modes(a_claim(modality=Modality.PLANNED)) == ("ASSAULT", ["aerial", "future"])
    assert modes(a_claim(modality=Modality.THREATENED)) == ("THREATEN", ["violence"])
    denial = Attribution(
        source=the_words("الصليب الأحمر"), kind=SourceKind.MILITARY, stance=Stance.DENIES
    )
    assert modes(a_claim(attribution=denial)) == ("ASSAULT", ["aerial", "negation"])


def test_what_plover_does_not_have_is_counted() -> None:
    left_out = LeftOut("claim")
    assert not list(plover([told(claims=[a_claim(type="displacement")])], left_out=left_out))
    assert next(left_out.lines()).startswith("1 claim: PLOVER has no type for displacement")


def test_the_columns_are_polecats_in_its_order() -> None:
    assert "\t".join(column.name for column in POLECAT) == HEADER


@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_NONE])
def test_readers_that_differ_about_quotes_read_the_same(quoting: int) -> None:
    words = "the \"army\"\tof\nmany = '1'"
    claim = a_claim(agents=STRIKE_BY_THE_ARMY)
    incident = told(claims=[claim])
    (one,) = incident.told
    odd = replace(one, report=replace(one.report, publisher=words))
    source = DocumentedIncident(incident=incident.incident, told=(odd,))
    written = "".join(polecat([source], left_out=LeftOut()))
    header, row = csv.reader(io.StringIO(written), delimiter="\t", quoting=quoting)  # type: ignore[arg-type]  # typeshed has the names only
    found = dict(zip(header, row, strict=True))
    assert found["Source"] == "the ”army” of many = '1'"
    assert found["Event ID"] == f"riwaya:{incident.incident.id}:{claim.id}@{one.evidence}"
    assert found["Quad Code"] == "MATERIAL CONFLICT"
    assert found["Actor Name"] == "Libyan National Army"


def test_pandas_reads_forty_columns() -> None:
    pandas = pytest.importorskip("pandas")
    written = "".join(polecat([told(), two_accounts()], left_out=LeftOut()))
    table = pandas.read_csv(io.StringIO(written), sep="\t")
    assert table.shape == (3, 40)
    assert list(table["Event Type"]) == ["ASSAULT", "COERCE", "COERCE"]


def test_a_range_is_written_as_one() -> None:
    count = Count(role=CountRole.INJURED, least=3, most=5, evidence=the_words("خمسة"))
    (found,) = records(told(claims=[a_claim(counts=(count,))]))
    assert found["size"] == {"injured": "3-5"}
