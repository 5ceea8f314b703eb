"""riwaya brief writes pages of what a store holds."""

from pathlib import Path

from tests.cli.conftest import Riwaya
from tests.cli.stages import TEXT


def test_a_store_becomes_pages(riwaya: Riwaya, report_file: Path) -> None:
    riwaya("run", report_file)
    ran = riwaya("brief", "--out", "pages")
    assert ran.code == 0
    names = sorted(path.name for path in Path("pages").iterdir())
    assert names[2:] == ["index.ar.html", "index.html"]
    assert names[0].startswith("incident-i")
    assert "4 pages written" in ran.out
    assert str(Path("pages") / "index.html") in ran.out
    assert "مقتل" in Path("pages", names[1]).read_text(encoding="utf-8")


def test_one_incident_becomes_a_page_by_itself(riwaya: Riwaya, report_file: Path) -> None:
    riwaya("run", report_file)
    riwaya("brief")
    name = next(path.name for path in Path("brief").glob("incident-*"))[len("incident-") :][:8]
    ran = riwaya("brief", name, "--out", "one")
    assert ran.code == 0
    assert sorted(path.name for path in Path("one").iterdir()) == ["index.ar.html", "index.html"]
    assert TEXT.split()[0] in Path("one", "index.html").read_text(encoding="utf-8")


def test_an_incident_that_is_not_there_is_named(riwaya: Riwaya, report_file: Path) -> None:
    riwaya("run", report_file)
    ran = riwaya("brief", "nothing")
    assert (ran.code, ran.out) == (2, "")
    assert "no incident has an id that begins with 'nothing'" in ran.err
    assert not Path("brief").exists()


def test_there_must_be_a_store(riwaya: Riwaya) -> None:
    ran = riwaya("brief")
    assert ran.code == 2
    assert "there is no store" in ran.err


def test_a_file_is_no_folder_for_pages(riwaya: Riwaya, report_file: Path) -> None:
    riwaya("run", report_file)
    Path("taken").write_text("", encoding="utf-8")
    ran = riwaya("brief", "--out", "taken")
    assert ran.code == 2
    assert "is a file" in ran.err
