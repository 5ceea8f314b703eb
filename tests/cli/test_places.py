"""riwaya places."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.knowledge.gazetteer import gazetteer
from riwaya.knowledge.place_index import place_index
from tests.cli.conftest import Riwaya

LIST = "name,latitude,longitude,country\nقرية الاختبار,32.1,13.2,LY\nبلا مكان,x,13.2,LY\n"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("RIWAYA_DATA", str(tmp_path / "data"))
    yield
    monkeypatch.undo()
    gazetteer.cache_clear()
    place_index.cache_clear()


def test_candidates_are_a_table_with_kind_coordinates_score_and_reason(riwaya: Riwaya) -> None:
    ran = riwaya("places", "find", "الزاويه", "--country", "ly")
    assert ran.code == 0
    header, first, *others = ran.out.splitlines()
    assert header.split() == [
        "score", "kind", "in", "latitude", "longitude", "km", "name", "because",
    ]  # fmt: skip
    assert "city" in first
    assert "32.75" in first
    assert "the same name" in first
    assert first.endswith("الزاوية")
    assert others


def test_at_most_so_many_are_shown(riwaya: Riwaya) -> None:
    out = riwaya("places", "find", "المنصورة", "--most", "1").out
    assert len(out.splitlines()) == 2


def test_a_name_that_is_not_known_is_said_and_no_failure(riwaya: Riwaya) -> None:
    ran = riwaya("places", "find", "xyzzyqwv", "--country", "LY")
    assert (ran.code, ran.out) == (0, "no place is known by the name 'xyzzyqwv' in LY\n")


def test_each_line_is_answered_in_its_order(riwaya: Riwaya, tmp_path: Path) -> None:
    names = tmp_path / "names.jsonl"
    asked = [{"name": "درنة", "country": "LY"}, {"name": "xyzzyqwv", "country": "LY"}]
    asked += [{"name": "طرابلس", "country": "LB"}, {"name": "حلب"}]
    names.write_text("".join(json.dumps(each) + "\n" for each in asked), encoding="utf-8")
    ran = riwaya("places", "find", "--jsonl", names)
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 0
    assert found[1] is None
    assert [each and each["country"] for each in found] == ["LY", None, "LB", "SY"]
    assert found[0].keys() >= {
        "name", "kind", "country", "latitude", "longitude", "radius_km", "score",
    }  # fmt: skip


def test_questions_are_read_from_standard_input(
    riwaya: Riwaya, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = io.BytesIO('{"name": "سرت", "country": "LY"}\n'.encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data))
    assert json.loads(riwaya("places", "find", "--jsonl", "-").out)["kind"] == "city"


@pytest.mark.parametrize("line", ["no json", "[]", '{"country": "LY"}', '{"name": 1}'])
def test_a_line_that_asks_nothing_ends_it_with_its_number(
    riwaya: Riwaya, tmp_path: Path, line: str
) -> None:
    names = tmp_path / "names.jsonl"
    names.write_text(f'{{"name": "سرت"}}\n{line}\n', encoding="utf-8")
    ran = riwaya("places", "find", "--jsonl", names)
    assert ran.code == 2
    assert "line 2" in ran.err


@pytest.mark.parametrize(
    "words", [(), ("سرت", "--jsonl", "-"), ("سرت", "--country", "Libya"), ("--jsonl", "missing")]
)
def test_wrong_usage_is_told(riwaya: Riwaya, words: tuple[str, ...]) -> None:
    ran = riwaya("places", "find", *words)
    assert ran.code == 2
    assert ran.err


def test_an_imported_place_is_found_from_then_on(riwaya: Riwaya, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(LIST, encoding="utf-8")
    ran = riwaya("places", "import", table)
    assert ran.code == 0
    assert ran.out.startswith("list of places: 1 places, 1 new, 0 renewed, 0 as before; 1 lines")
    assert "mine.csv, line 3: latitude 'x' is no number" in ran.err
    assert "32.1000" in riwaya("places", "find", "قرية الاختبار").out
    assert "0 new, 0 renewed, 1 as before" in riwaya("places", "import", table).out


def test_under_strict_a_line_without_a_place_ends_with_one(riwaya: Riwaya, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(LIST, encoding="utf-8")
    assert riwaya("places", "import", table, "--strict").code == 1


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n"])
def test_what_is_no_table_is_refused(riwaya: Riwaya, tmp_path: Path, text: str) -> None:
    table = tmp_path / "other.csv"
    table.write_text(text, encoding="utf-8")
    ran = riwaya("places", "import", table)
    assert ran.code == 2
    assert "riwaya:" in ran.err
