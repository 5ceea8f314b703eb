"""riwaya incidents."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Riwaya
from tests.cli.stages import SENTENCE


@pytest.fixture
def two_reports(tmp_path: Path) -> Path:
    """Return a folder with two reports of one incident."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, end in enumerate(("بحسب الوكالة", "في وقت متأخر من الليل"), start=1):
        text = f"تقرير {end}\n\n{SENTENCE}، {end}."
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_store_is_a_table_of_incidents(riwaya: Riwaya, two_reports: Path) -> None:
    riwaya("run", two_reports)
    ran = riwaya("incidents")
    header, line = ran.out.splitlines()
    assert header.split()[:4] == ["incident", "when", "type", "killed"]
    assert line.split()[1:4] == ["2019-04-04", "killing", "5"]
    assert line.startswith("i")
    assert line.split()[6] == "2"


def test_json_lines_have_the_keys_of_the_reference(riwaya: Riwaya, two_reports: Path) -> None:
    riwaya("run", two_reports)
    line = json.loads(riwaya("incidents", "--format", "jsonl").out)
    assert list(line) == [
        "id", "title", "types", "reports", "claims", "place", "time", "figures", "standing",
        "roots", "accounts", "relations",
    ]  # fmt: skip
    assert len(line["reports"]) == 2
    assert line["figures"][0]["best"] == 5


def test_inputs_are_read_in_place_of_a_store(riwaya: Riwaya, two_reports: Path) -> None:
    ran = riwaya("incidents", two_reports, "--format", "jsonl")
    riwaya("run", two_reports)
    assert ran.out == riwaya("incidents", "--store", "riwaya.db", "--format", "jsonl").out


def test_inputs_beside_a_store_are_wrong_usage(riwaya: Riwaya, two_reports: Path) -> None:
    ran = riwaya("incidents", two_reports, "--store", "riwaya.db")
    assert ran.code == 2
    assert "either" in ran.err


def test_only_those_that_are_asked_for_are_printed(riwaya: Riwaya, two_reports: Path) -> None:
    riwaya("run", two_reports)
    asked = (
        "--type",
        "killing",
        "--from",
        "2019-04-04",
        "--to",
        "2019-04-04",
        "--place",
        "zawiyah",
    )
    assert len(riwaya("incidents", *asked, "--actor", "جنود").out.splitlines()) == 2
    assert riwaya("incidents", *asked, "--actor", "شرطة").out == "no incidents\n"
    assert riwaya("incidents", "--country", "sy", "--format", "jsonl").out == ""


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--type", "kiling", "kiling"),
        ("--country", "Libya", "two letters"),
        ("--from", "April", "April"),
        ("--standing", "true", "contested"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage(
    riwaya: Riwaya, report_file: Path, option: str, value: str, said: str
) -> None:
    ran = riwaya("incidents", report_file, option, value)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_under_strict_a_rejection_ends_with_1_after_the_incidents(
    riwaya: Riwaya, report_file: Path, stub_file: Path
) -> None:
    ran = riwaya("incidents", stub_file, report_file, "--strict", "--format", "jsonl")
    assert ran.code == 1
    assert "rejected" in ran.err
    assert len(ran.out.splitlines()) == 1


def test_there_must_be_a_store(riwaya: Riwaya) -> None:
    ran = riwaya("incidents")
    assert ran.code == 2
    assert "there is no store" in ran.err
