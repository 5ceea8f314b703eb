"""riwaya evaluate."""

import json
import os
import re
from pathlib import Path

import pytest

from riwaya.export.jsonl import line
from riwaya.records.coded import CodedReport
from tests.cli.conftest import Riwaya
from tests.cli.stages import SENTENCE, a_claim, a_report


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Return a file with one annotated article of two claims."""
    report = a_report(f"{SENTENCE}. {SENTENCE}.")
    second = report.text.rindex(SENTENCE)
    claims = (a_claim(report, at=0), a_claim(report, at=second))
    path = tmp_path / "gold.jsonl"
    path.write_text(line(CodedReport(report=report, claims=claims)) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def half(gold: Path) -> Path:
    """Return the same file without the second claim."""
    article = json.loads(gold.read_text(encoding="utf-8"))
    article["claims"] = article["claims"][:1]
    path = gold.with_name("half.jsonl")
    path.write_text(json.dumps(article), encoding="utf-8")
    return path


def test_claims_that_agree_score_1(riwaya: Riwaya, gold: Path) -> None:
    figures = json.loads(riwaya("evaluate", gold, gold, "--json").out)
    assert {name for name, figure in figures.items() if figure["f1"] != 1.0} == {"via", "agents"}


def test_the_table_has_the_figures_of_the_guidelines(
    riwaya: Riwaya, gold: Path, half: Path
) -> None:
    ran = riwaya("evaluate", gold, half)
    assert ran.code == 0
    rows = [row.split() for row in ran.out.splitlines()]
    assert [row[0] for row in rows] == [
        "figure", "trigger", "event", "agents", "targets", "places", "counts", "time", "source",
        "via", "modality", "stance", "claim", "incident",
    ]  # fmt: skip
    assert rows[2] == ["event", "1.000", "0.500", "0.667", "1", "0", "1"]


def test_a_row_for_each_type_and_examples_of_mistakes_are_added(
    riwaya: Riwaya, gold: Path, half: Path
) -> None:
    out = riwaya("evaluate", gold, half, "--by", "type", "--errors", "1").out
    assert "\nkilling " in out
    assert "\nevent missed: 1\n   killing: " in out


def test_intervals_are_the_same_every_time(riwaya: Riwaya, gold: Path, half: Path) -> None:
    first = riwaya("evaluate", gold, half, "--intervals").out
    assert "F1, 95 %" in first
    assert riwaya("evaluate", gold, half, "--intervals").out == first


def test_each_type_has_its_interval_too(riwaya: Riwaya, gold: Path, half: Path) -> None:
    out = riwaya("evaluate", gold, half, "--by", "type", "--intervals").out
    assert re.search(r"^killing .* 0\.667 to 0\.667$", out, re.MULTILINE)


def test_a_line_that_is_no_annotation_is_named(riwaya: Riwaya, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("[1, 2]\n", encoding="utf-8")
    ran = riwaya("evaluate", path, path)
    assert ran.code == 2
    assert "gold.jsonl:1" in ran.err


def test_a_file_that_cannot_be_read_is_told_in_words_of_ours(riwaya: Riwaya) -> None:
    ran = riwaya("evaluate", "missing.jsonl")
    assert ran.code == 2
    assert ran.err == "riwaya: missing.jsonl: cannot be read: No such file or directory\n"


@pytest.mark.parametrize("name", [".", "pipe", "/dev/zero"])
def test_a_folder_pipe_or_device_is_not_waited_for(
    riwaya: Riwaya, tmp_path: Path, name: str
) -> None:
    os.mkfifo(tmp_path / "pipe")
    ran = riwaya("evaluate", name)
    assert ran.code == 2
    assert ran.err == f"riwaya: {name}: is a folder, pipe or device, no file\n"
