"""riwaya analyze, with the real stages of analysis."""

import json
from pathlib import Path

import pytest

from riwaya import pipeline
from tests.cli.conftest import Riwaya

TEXT = "قتل 5 مدنيين قرب حلب يوم 3 مايو 2018، بحسب المرصد السوري لحقوق الإنسان."
KEYS = {
    "numbers": ["text", "start", "end", "min", "max"],
    "times": ["text", "start", "end", "from", "to", "precision"],
    "places": [
        "text", "start", "end", "anchor", "relation", "distance_km", "latitude", "longitude",
        "radius_km", "kind", "country", "geo_precision",
    ],
    "actors": ["text", "start", "end", "actor", "name", "kind", "country", "how", "certainty"],
}  # fmt: skip
_REAL = pipeline.standard


@pytest.fixture
def real(riwaya: Riwaya, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Riwaya:
    """Return the command line with the real stages, beside a file that they read."""
    monkeypatch.setattr("riwaya.pipeline.standard", _REAL)
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    return riwaya


def test_json_lines_tell_the_four_sorts_of_mentions_of_each_report(real: Riwaya) -> None:
    line = json.loads(real("analyze", "report.txt", "--format", "jsonl").out)
    assert list(line) == ["id", *KEYS]
    for sort, keys in KEYS.items():
        assert line[sort], sort
        for mention in line[sort]:
            assert list(mention) == keys
            assert TEXT[mention["start"] : mention["end"]] == mention["text"]


def test_what_is_meant_stands_with_the_words(real: Riwaya) -> None:
    line = json.loads(real("analyze", "report.txt", "--format", "jsonl").out)
    assert line["numbers"][0]["min"] == line["numbers"][0]["max"] == 5
    assert (line["times"][0]["from"], line["times"][0]["precision"]) == ("2018-05-03", "day")
    assert line["places"][0]["country"] == "SY"
    assert "syrian_observatory_for_human_rights" in {each["actor"] for each in line["actors"]}


def test_a_table_is_for_people(real: Riwaya) -> None:
    ran = real("analyze", "report.txt")
    assert ran.code == 0
    for words in ("numbers", "2018-05-03 (day)", "near Aleppo", "(monitor, GB; by name, 0.95)"):
        assert words in ran.out


def test_rejections_are_told_and_count_under_strict(real: Riwaya) -> None:
    ran = real("analyze", "nowhere.txt", "report.txt", "--strict")
    assert ran.code == 1
    assert "nowhere.txt" in ran.err
    assert "Syrian Observatory" in ran.out


def test_any_text_is_read_however_short_and_however_often(real: Riwaya, tmp_path: Path) -> None:
    lines = [{"id": f"t{n}", "text": "غدا", "published": f"2019-04-0{n}"} for n in (4, 5)]
    (tmp_path / "days.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    out = real("analyze", "days.jsonl", "--format", "jsonl").out
    days = [json.loads(line)["times"][0]["from"] for line in out.splitlines()]
    assert days == ["2019-04-05", "2019-04-06"]
