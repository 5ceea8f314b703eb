"""Tables of places are read in three forms, kept once, and used by search and by extraction."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.arabic.letters import name_form
from riwaya.config import data_folder
from riwaya.errors import ConfigError, PlaceTableError
from riwaya.knowledge.gazetteer import gazetteer
from riwaya.knowledge.imported_places import imported_lines, imported_table
from riwaya.knowledge.place_import import Imported, import_places
from riwaya.knowledge.place_index import place_index
from riwaya.knowledge.place_search import best_place, find_places


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give each test a data folder of its own."""
    monkeypatch.setenv("RIWAYA_DATA", str(tmp_path / "data"))
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    gazetteer.cache_clear()
    place_index.cache_clear()


def geonames(*rows: tuple[object, ...]) -> str:
    """Return a dump: of each row the id, name, alternates, place, class, code, population."""
    lines = []
    for identity, name, names, latitude, longitude, feature, code, population in rows:
        cells = [identity, name, name, names, latitude, longitude, feature, code, "SY", "", "55",
                 "", "", "", population, "", "", "Asia/Damascus", "2024-01-01"]  # fmt: skip
        lines.append("\t".join(map(str, cells)))
    return "\n".join(lines) + "\n"


DUMP = geonames(
    (9000055, "Idlib Governorate", "محافظة الاختبار", 35.8, 36.7, "A", "ADM1", 0),
    (9000001, "Qaryat Tajriba", "Tajriba,قرية التجريبية,التجريبية", 35.7, 36.5, "P", "PPL", 420),
    (9000002, "Tall Mukhtalaq", "", 35.6, 36.4, "T", "HLL", 0),
    (9000003, "Jūbās al Mukhtara‘ah", "", 35.5, 36.3, "P", "PPL", 70000),
)


def imported(text: str, **settings: str) -> Imported:
    return import_places(text.encode(), **settings)


def test_a_dump_of_geonames_is_read_with_kinds_parents_and_names() -> None:
    done = imported(DUMP)
    assert (done.form, done.places, done.kept.new, done.bad) == ("GeoNames dump", 4, 4, ())
    best = best_place("التجريبيه", country="SY")
    assert best is not None
    assert (best.entry.kind, best.entry.parent) == ("village", "Idlib Governorate")
    (hill, *_) = find_places("Tall Mukhtalaq", country="SY")
    assert hill.entry.kind == "mountain"
    (city, *_) = find_places("جوباس المخترعة", country="SY")
    assert city.entry.kind == "city"


def test_an_imported_place_is_found_in_texts() -> None:
    imported(DUMP)
    match = gazetteer().match([name_form("بالتجريبية")], 0)
    assert match is not None
    assert match.entries[0].id == "gn-9000001"


def test_a_place_with_a_latin_name_only_is_found_by_its_sound_and_scores_less() -> None:
    imported(geonames((9000009, "Qalandarshtut", "", 35.6, 36.4, "P", "PPL", 0)))
    (found, *_) = find_places("قلندرشتوت", country="SY")
    assert found.entry.id == "gn-9000009"
    assert 0.5 < found.score < 0.75


def test_importing_again_changes_nothing() -> None:
    imported(DUMP)
    before = imported_table().read_bytes()
    assert imported(DUMP).kept == (0, 0, 4)
    assert imported_table().read_bytes() == before


def test_a_newer_row_takes_the_place_of_the_older_and_nothing_else_is_lost() -> None:
    imported(DUMP)
    imported("name,latitude,longitude\nقرية الاختبار,32.1,13.2\n", country="ly")
    done = imported(geonames((9000001, "Tajriba", "التجريبية", 35.71, 36.5, "P", "PPL", 5)))
    assert done.kept == (0, 1, 0)
    assert len(imported_lines()) == 5
    best = best_place("التجريبية", country="SY")
    assert best is not None
    assert best.entry.latitude == 35.71


def test_a_zip_of_a_dump_is_read_without_its_readme() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("readme.txt", "about")
        out.writestr("SY.txt", DUMP)
    assert import_places(archive.getvalue()).places == 4


OCHA = """\
ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,ADM3_EN,ADM3_AR,ADM3_PCODE,Latitude,Longitude
Idleb,إدلب,SY07,Harim,حارم,SY0703,Testnahya,ناحية التجربة,SY070399,36.10,36.50
Idleb,إدلب,SY07,Harim,حارم,SY0703,Othernahya,ناحية الأخرى,SY070398,36.20,36.60
"""


def test_a_table_of_ocha_gives_divisions_of_every_level() -> None:
    done = imported(OCHA)
    assert (done.form, done.places, done.bad) == ("table of divisions", 4, ())
    ids = {line.split("\t")[0] for line in imported_lines()}
    assert ids == {"pcode-sy070399", "pcode-sy070398", "pcode-sy0703", "pcode-sy07"}
    (found, *_) = find_places("ناحية التجربة", country="SY")
    assert (found.entry.kind, found.entry.parent) == ("district", "Idleb")
    middle = next(line for line in imported_lines() if line.startswith("pcode-sy0703\t"))
    assert middle.split("\t")[4:6] == ["36.15", "36.55"]
    assert imported(OCHA).kept == (0, 0, 4)


def test_a_division_without_coordinates_has_its_parents_and_says_so() -> None:
    text = (
        "admin1Name_en,admin1Name_ar,admin1Pcode,admin2Name_en,admin2Name_ar,admin2Pcode\n"
        "Misrata,مصراتة,LY0205,Nowhereville,لامكانية,LY020599\n"
        "Atlantis,أطلنطسية,LY99,Lemuria,ليموريانا,LY9901\n"
    )
    done = imported(text)
    assert [row.line for row in done.bad] == [3, 3]
    (found, *_) = find_places("لامكانية", country="LY")
    assert not found.entry.exact
    assert found.entry.latitude == pytest.approx(32.3, abs=0.5)
    assert best_place("لامكانية", country="LY") is None


def test_a_list_of_ones_own_says_what_it_knows() -> None:
    done = imported(
        "\ufeffName;Latitude;Longitude;kind;country;parent;names\n"
        "كفر الاختراع;35,7;36.5;بلدة;sy;Idlib;كفرالاختراع|Kafr Ikhtira\n"
        "Test Gate;32.1;13.2;gate;LY;;\n"
    )
    assert (done.form, done.places) == ("list of places", 2)
    best = best_place("kafr ikhtira", country="SY")
    assert best is not None
    assert (best.entry.kind, best.entry.latitude, best.name) == ("town", 35.7, "كفر الاختراع")


def test_lines_without_a_place_are_told_and_the_others_kept() -> None:
    done = imported(
        "name,latitude,longitude,kind,country\n"
        "أولى,32.1,13.2,,LY\n"
        "ثانية,north,13.2,,LY\n"
        "ثالثة,92,13.2,,LY\n"
        ",32,13,,LY\n"
        "رابعة,32,13,planet,LY\n"
        "خامسة,32,13,,Libya\n"
        "سادسة,32\n"
        "\n"
        "سابعة,32.5,13.5,,LY\n"
    )
    assert done.places == 2
    assert [row.line for row in done.bad] == [3, 4, 5, 6, 7, 8]
    assert [row.problem.split(" ")[0] for row in done.bad] == [
        "latitude", "latitude", "no", "kind", "country", "2",
    ]  # fmt: skip


def test_a_broken_row_of_a_dump_is_told_with_its_line() -> None:
    lines = DUMP.splitlines()
    lines[1] = lines[1].replace("35.7", "?")
    lines.insert(2, "cut off")
    done = imported("\n".join(lines))
    assert done.places == 3
    assert [row.line for row in done.bad] == [2, 3]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b"what,is,this\n1,2,3\n", "GeoNames dump"),
        (b"name,latitude,longitude\nx,a,b\n", "no place that can be used; line 2"),
        ("name,latitude,longitude\nقرية,1,2\n".encode("cp1256"), "line 2 is not in UTF-8"),
        (b"PK\x03\x04broken", "archive"),
    ],
)
def test_what_is_no_table_is_refused_with_what_would_be_accepted(data: bytes, problem: str) -> None:
    with pytest.raises(PlaceTableError, match=problem):
        import_places(data)
    assert not data_folder().exists()


def test_a_spoiled_table_of_imported_places_is_named() -> None:
    imported_table().parent.mkdir(parents=True)
    imported_table().write_text("not ours\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"places\.tsv"):
        imported_lines()


def test_a_full_table_raises_what_is_found_of_villages() -> None:
    names = [f"{a} {b}" for a in ("كفر", "تل", "خربة", "عين") for b in ("مجهول", "منسي", "ضائع")]
    assert not any(best_place(name, country="SY") for name in names)
    rows = [
        (9100000 + at, f"Place {at}", name, 35 + at / 100, 37, "P", "PPL", 0)
        for at, name in enumerate(names)
    ]
    imported(geonames(*rows))
    assert all(best_place(name, country="SY") for name in names)
