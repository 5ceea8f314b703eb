"""The tables of places written for this project hold what their columns promise."""

from collections import Counter
from importlib.resources import files

import pytest

from riwaya.arabic.letters import name_form
from riwaya.knowledge.ambiguous_names import Doubt
from riwaya.knowledge.gazetteer import gazetteer
from riwaya.knowledge.place_entries import COLUMNS, GazetteerEntry, entry_from
from riwaya.knowledge.place_kinds import kinds

BOUNDS = {
    "SY": (32.2, 37.4, 35.4, 42.5),
    "LY": (19.4, 33.4, 9.2, 25.3),
    "YE": (11.9, 19.6, 41.8, 55.0),
    "IQ": (28.9, 37.5, 38.7, 48.7),
    "PS": (31.1, 32.7, 34.1, 35.7),
    "IL": (29.4, 33.4, 34.2, 35.9),
    "LB": (33.0, 34.8, 35.0, 36.7),
    "EG": (21.9, 31.8, 24.6, 37.0),
    "SD": (8.6, 22.3, 21.8, 38.7),
    "SS": (3.4, 12.3, 24.0, 36.0),
    "TR": (35.8, 42.1, 25.6, 44.9),
    "SA": (16.0, 32.2, 34.5, 55.7),
    "JO": (29.1, 33.4, 34.9, 39.4),
    "TN": (30.2, 37.6, 7.5, 11.7),
    "DZ": (18.9, 37.2, -8.7, 12.0),
    "IR": (25.0, 39.8, 44.0, 63.4),
    "SO": (-1.7, 12.1, 40.9, 51.5),
    "AF": (29.3, 38.5, 60.5, 75.0),
    "US": (13.0, 71.5, -180.0, 145.0),
}
"""South, north, west and east of the countries with the most entries, in degrees."""


def tables() -> dict[str, list[str]]:
    folder = files("riwaya.knowledge") / "tables" / "places"
    return {
        table.name: table.read_text(encoding="utf-8").rstrip("\n").split("\n")
        for table in folder.iterdir()
        if table.name.startswith("supplement_")
    }


def entries() -> list[GazetteerEntry]:
    return [entry_from(line) for lines in tables().values() for line in lines[1:]]


def test_every_table_names_the_columns_the_loader_reads() -> None:
    assert {tuple(lines[0].split("\t")) for lines in tables().values()} == {COLUMNS}


def test_there_are_enough_entries_and_no_two_share_an_id() -> None:
    counted = Counter(entry.id for entry in entries())
    assert len(counted) >= 2_500
    assert [name for name, count in counted.items() if count > 1] == []


def test_every_kind_is_one_the_readers_know() -> None:
    known = set(kinds())
    assert {entry.kind for entry in entries()} - known == set()


def test_coordinates_lie_in_the_country() -> None:
    astray = []
    for entry in entries():
        south, north, west, east = BOUNDS.get(entry.country, (-90, 90, -180, 180))
        if not (south <= entry.latitude <= north and west <= entry.longitude <= east):
            astray.append((entry.id, entry.latitude, entry.longitude))
    assert astray == []


def test_every_name_folds_to_something_and_is_found() -> None:
    for entry in entries():
        for name in entry.arabic:
            folded = name_form(name)
            assert folded.strip()
            assert entry in gazetteer().named(folded)


@pytest.mark.parametrize(
    ("text", "english", "country"),
    [
        ("الغوطة الشرقية", "Eastern Ghouta", "SY"),
        ("معبر رأس جدير", "Ras Ajdir Crossing", "LY"),
        ("قاعدة العند الجوية", "Al Anad Air Base", "YE"),
        ("شمال سيناء", "North Sinai", "EG"),
        ("مخيم عين الحلوة", "Ain al-Hilweh Camp", "LB"),
        ("قطاع غزة", "Gaza Strip", "PS"),
        ("سهل نينوى", "Nineveh Plains", "IQ"),
        ("جبل مرة", "Jebel Marra", "SD"),
    ],
)
def test_what_conflict_news_names_is_known(text: str, english: str, country: str) -> None:
    match = gazetteer().match([name_form(word) for word in text.split()], 0)
    assert match is not None
    best = match.best(country=country)
    assert (best.english, best.country) == (english, country)


@pytest.mark.parametrize(
    ("word", "kind", "english", "country"),
    [
        ("صعدة", "governorate", "Sa'dah", "YE"),
        ("حلب", "region", "Aleppo Countryside", "SY"),
        ("الحديدة", "airport", "Hodeidah Airport", "YE"),
        ("جنين", "camp", "Jenin Camp", "PS"),
        ("رفح", "crossing", "Rafah Crossing", "PS"),
        ("السدرة", "port", "As Sidr", "LY"),
        ("الأردن", "river", "Jordan River", "IL"),
    ],
)
def test_the_kind_that_is_said_chooses_among_places_of_one_name(
    word: str, kind: str, english: str, country: str
) -> None:
    match = gazetteer().match([name_form(word)], 0)
    assert match is not None
    assert match.best(kind=kind, country=country).english == english


@pytest.mark.parametrize("word", ["القاعدة", "حجة", "بحجة", "مدني", "الشرقية", "العديد", "تقسيم"])
def test_a_common_word_that_is_also_a_place_needs_a_kind_word(word: str) -> None:
    match = gazetteer().match([name_form(word)], 0)
    assert match is not None
    assert match.doubt is Doubt.KIND


@pytest.mark.parametrize("word", ["تعز", "دمشق", "بنغازي", "الخرطوم", "غزة", "الأردن", "سوريا"])
def test_the_best_known_place_of_a_name_stays_the_first(word: str) -> None:
    match = gazetteer().match([name_form(word)], 0)
    assert match is not None
    assert match.entries[0].kind in ("city", "capital", "country")
