"""riwaya extract."""

import json
from pathlib import Path

from tests.cli.conftest import Riwaya
from tests.cli.stages import ODD, SENTENCE, TEXT


def test_claims_are_printed_and_nothing_is_kept(riwaya: Riwaya, report_file: Path) -> None:
    ran = riwaya("extract", report_file)
    assert ran.code == 0
    assert "killing · actual" in ran.out
    assert list(report_file.parent.glob("*.db")) == []


def test_json_lines_have_the_id_first_and_spans_that_cut_out_their_words(
    riwaya: Riwaya, report_file: Path
) -> None:
    out = riwaya("extract", report_file, "--format", "jsonl").out
    line = json.loads(out)
    assert next(iter(line)) == "id"
    assert line["text"] == TEXT
    (claim,) = line["claims"]
    for span in (claim["trigger"], claim["source"], *claim["targets"], *claim["places"]):
        assert TEXT[span["start"] : span["end"]] == span["text"]


def test_rejections_go_to_standard_error(
    riwaya: Riwaya, report_file: Path, stub_file: Path
) -> None:
    ran = riwaya("extract", stub_file, report_file, "--format", "jsonl")
    assert ran.code == 0
    assert ran.err == f"rejected {stub_file}: nothing but a stub\n"
    assert len(ran.out.splitlines()) == 1


def test_what_is_to_be_known_of_an_input_goes_to_standard_error(
    riwaya: Riwaya, report_file: Path
) -> None:
    report_file.write_text(f"{ODD}{TEXT}", encoding="utf-8")
    ran = riwaya("extract", report_file, "--strict", "--format", "jsonl")
    assert ran.code == 0
    assert ran.err == f"note {report_file}: no date\n"
    assert len(ran.out.splitlines()) == 1


def test_under_strict_a_rejection_ends_with_1(riwaya: Riwaya, stub_file: Path) -> None:
    assert riwaya("extract", stub_file, "--strict").code == 1


def test_an_unknown_format_is_wrong_usage(riwaya: Riwaya, report_file: Path) -> None:
    ran = riwaya("extract", report_file, "--format", "xml")
    assert ran.code == 2
    assert "jsonl" in ran.err


def test_reconciled_claims_of_one_incident_share_its_label(riwaya: Riwaya, tmp_path: Path) -> None:
    for number, end in enumerate(("بحسب الوكالة", "في وقت متأخر من الليل"), start=1):
        text = f"تقرير {end}\n\n{SENTENCE}، {end}."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    asked = ("1.txt", "2.txt", "--format", "jsonl")
    own = [json.loads(line) for line in riwaya("extract", *asked).out.splitlines()]
    shared = [
        json.loads(line) for line in riwaya("extract", *asked, "--reconcile").out.splitlines()
    ]
    incident = json.loads(riwaya("incidents", *asked).out)
    assert [line["claims"][0]["incident"] for line in own] == [None, None]
    assert [line["claims"][0]["incident"] for line in shared] == [incident["id"]] * 2
    assert [line["id"] for line in shared] == [line["id"] for line in own]


def test_reconciled_reports_are_printed_before_strict_ends_with_1(
    riwaya: Riwaya, report_file: Path, stub_file: Path
) -> None:
    ran = riwaya("extract", stub_file, report_file, "--reconcile", "--strict")
    assert ran.code == 1
    assert "killing · actual" in ran.out
