import tomllib
from importlib.resources import files

import pytest

from riwaya.errors import TableError
from riwaya.ingest.credits import find_credits, is_source_label, writer
from riwaya.ingest.main_text import has_paywall, is_furniture_line
from riwaya.ingest.stamps import read_stamp
from riwaya.ingest.tables import entries, separators

TABLES = {
    table.name.removesuffix(".toml"): tomllib.loads(table.read_text(encoding="utf-8"))
    for table in files("riwaya.ingest").joinpath("tables").iterdir()
}
SOURCES = TABLES.pop("SOURCES")
DAY = "5 أبريل 2019"


def rows(table: str, name: str) -> list[str]:
    return list(TABLES[table][name])


def test_every_table_says_where_it_comes_from() -> None:
    assert SOURCES.keys() == {f"{name}.toml" for name in TABLES}
    assert all(source["origin"] and source["licence"] for source in SOURCES.values())


@pytest.mark.parametrize("agency", rows("credits", "agencies"))
def test_every_agency_is_known_in_brackets(agency: str) -> None:
    assert find_credits(["نص.", f"({agency})"]) == (agency,)


@pytest.mark.parametrize("label", rows("credits", "source_labels"))
def test_every_label_leads_to_a_source(label: str) -> None:
    assert is_source_label(label)
    assert find_credits(["نص.", f"{label}: الميناء"]) in [("الميناء",), ()]


@pytest.mark.parametrize("label", rows("credits", "writer_labels"))
def test_every_label_leads_to_a_writer(label: str) -> None:
    assert writer(f"{label} سالم علي") == "سالم علي"


@pytest.mark.parametrize("mark", rows("credits", "separators"))
def test_every_mark_separates_two_sources(mark: str) -> None:
    assert separators().split(f"أ{mark}ب") == ["أ", "ب"]


@pytest.mark.parametrize("label", rows("stamps", "published"))
def test_every_label_of_publication_wins_over_a_later_change(label: str) -> None:
    assert read_stamp(f"{label}: {DAY} تعديل: 6 أبريل 2019") is not None


@pytest.mark.parametrize("label", rows("stamps", "updated"))
def test_every_label_of_a_change_takes_the_date_away(label: str) -> None:
    assert read_stamp(f"{label}: {DAY}") is None


@pytest.mark.parametrize(("half", "hour"), [("morning", 1), ("afternoon", 13)])
def test_every_half_of_the_day_is_read(half: str, hour: int) -> None:
    for word in rows("stamps", half):
        moment = read_stamp(f"{DAY} 01:04 {word}")
        assert moment is not None
        assert moment.at.hour == hour, word


@pytest.mark.parametrize(("zone", "minutes"), TABLES["stamps"]["zones"].items())
def test_every_zone_is_read(zone: str, minutes: int) -> None:
    moment = read_stamp(f"{DAY} 13:04 بتوقيت {zone}")
    assert moment is not None
    offset = moment.at.utcoffset()
    assert offset is not None
    assert offset.total_seconds() == minutes * 60


def test_every_line_and_opening_of_furniture_is_known() -> None:
    for line in rows("furniture", "lines"):
        assert is_furniture_line(line), line
    for opening in rows("furniture", "openings"):
        assert is_furniture_line(f"{opening} كذا وكذا"), opening


def test_every_phrase_of_a_paywall_is_known() -> None:
    for phrase in rows("furniture", "paywall"):
        assert has_paywall([f"عذرا، {phrase}."]), phrase


def test_no_row_stands_twice_in_a_list() -> None:
    for table, lists in TABLES.items():
        for name, listed in lists.items():
            assert len(set(listed)) == len(listed), (table, name)


def test_a_list_that_is_missing_is_an_error() -> None:
    with pytest.raises(TableError):
        entries("credits", "nothing")
