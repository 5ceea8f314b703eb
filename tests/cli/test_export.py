"""riwaya export and riwaya import."""

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from riwaya.export.formats import FORMATS
from riwaya.store import open_store
from tests.builders import a_claim, a_report
from tests.cli.conftest import Riwaya


@pytest.fixture(autouse=True)
def _stored(tmp_path: Path) -> None:
    with open_store(tmp_path / "riwaya.db") as store:
        store.add(a_report(), [a_claim()])


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(riwaya: Riwaya, name: str, tmp_path: Path) -> None:
    ran = riwaya("export", name, "--out", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert (tmp_path / "out").exists()
    assert {each.name for each in tmp_path.iterdir()} == {"out", "riwaya.db"}


def test_text_goes_to_standard_output(riwaya: Riwaya) -> None:
    ran = riwaya("export", "acled", "--out", "-")
    (row,) = csv.DictReader(io.StringIO(ran.out))
    assert row["sub_event_type"] == "Air/drone strike"


def test_other_files_do_not(riwaya: Riwaya) -> None:
    ran = riwaya("export", "gpkg", "--out", "-")
    assert ran.code == 2
    assert ran.err == "riwaya: gpkg is no text: name a file with --out\n"


def test_what_is_left_out_is_said(riwaya: Riwaya, tmp_path: Path) -> None:
    ran = riwaya("export", "ged", "--out", tmp_path / "ged.csv")
    assert ran.code == 0
    assert ran.err.startswith("left out 1 incident: no two sides are known")


def test_an_unknown_format_names_the_known_ones(riwaya: Riwaya) -> None:
    ran = riwaya("export", "icews", "--out", "x")
    assert ran.code == 2
    assert "format = 'icews' is not one of: acled, bundle, cameo" in ran.err


def test_a_file_that_cannot_be_written_is_an_error(riwaya: Riwaya, tmp_path: Path) -> None:
    ran = riwaya("export", "acled", "--out", tmp_path / "missing" / "x.csv")
    assert ran.code == 2
    assert "cannot be written" in ran.err


def test_a_failed_export_leaves_the_file_as_it_was(
    riwaya: Riwaya, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "acled.csv"
    out.write_text("before", encoding="utf-8")

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("riwaya.export.acled.notes", broken)
    assert riwaya("export", "acled", "--out", out).code == 2
    assert out.read_text(encoding="utf-8") == "before"


def test_redaction_writes_a_manifest(riwaya: Riwaya, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    assert riwaya("export", "jsonl", "--out", out, "--redact", "--exact-km", "20").code == 0
    assert "طائرات مجهولة" not in out.read_text(encoding="utf-8")
    manifest = json.loads((tmp_path / "claims.jsonl.manifest.json").read_text(encoding="utf-8"))
    assert manifest["format"] == "jsonl"
    assert manifest["places_below_km"] == 20
    assert manifest["withheld"]["exact places"] == 1


def test_a_bundle_says_itself_what_was_withheld(riwaya: Riwaya, tmp_path: Path) -> None:
    riwaya("export", "bundle", "--out", tmp_path / "all.zip", "--redact")
    with ZipFile(tmp_path / "all.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["withheld"]["withheld"]["names of participants who are no listed actor"] == 2


def test_what_is_exported_is_imported_as_it_was(riwaya: Riwaya, tmp_path: Path) -> None:
    riwaya("export", "jsonl", "--out", tmp_path / "all.jsonl")
    ran = riwaya("import", tmp_path / "all.jsonl", "--store", tmp_path / "copy.db")
    assert ran.out.startswith("1 reports read (1 new)\n")
    with open_store(tmp_path / "riwaya.db") as one, open_store(tmp_path / "copy.db") as other:
        assert list(one.coded()) == list(other.coded())
    again = riwaya("import", tmp_path / "all.jsonl", "--store", tmp_path / "copy.db")
    assert again.out.startswith("1 reports read (1 same)\n")


def test_a_file_of_another_form_is_refused(riwaya: Riwaya, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("[1]\n", encoding="utf-8")
    ran = riwaya("import", tmp_path / "x.jsonl")
    assert ran.code == 2
    assert "not a JSON object" in ran.err
