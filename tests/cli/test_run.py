"""riwaya run."""

from pathlib import Path

from riwaya.cli.run import MOST_ORIGINS
from riwaya.store import open_store
from tests.cli.conftest import Riwaya
from tests.cli.stages import ODD, TEXT


def test_a_run_says_what_it_read_and_what_the_store_holds(
    riwaya: Riwaya, report_file: Path
) -> None:
    ran = riwaya("run", report_file, "--store", "libya.db")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "1 report read (1 new)",
        "1 claim found in them",
        "0 inputs rejected",
        "libya.db holds 1 report, 1 claim",
    ]


def test_the_store_is_riwaya_db_unless_another_is_named(riwaya: Riwaya, report_file: Path) -> None:
    assert "riwaya.db holds" in riwaya("run", report_file).out
    assert Path("riwaya.db").is_file()


def test_what_was_rejected_is_told_with_its_reason_and_kept(
    riwaya: Riwaya, report_file: Path, stub_file: Path
) -> None:
    ran = riwaya("run", report_file, stub_file)
    assert ran.code == 0
    assert f"1 input rejected\n   nothing but a stub\n      {stub_file}" in ran.out
    with open_store("riwaya.db") as store:
        assert [rejected.reason for rejected in store.rejected()] == ["nothing but a stub"]


def test_under_strict_a_rejection_ends_the_run_with_1_and_keeps_the_rest(
    riwaya: Riwaya, report_file: Path, stub_file: Path
) -> None:
    ran = riwaya("run", stub_file, report_file, "--strict")
    assert ran.code == 1
    assert "riwaya.db holds 1 report, 1 claim" in ran.out


def test_strict_without_rejections_ends_with_0(riwaya: Riwaya, report_file: Path) -> None:
    assert riwaya("run", report_file, "--strict").code == 0


def test_the_same_input_again_changes_nothing(riwaya: Riwaya, report_file: Path) -> None:
    riwaya("run", report_file)
    ran = riwaya("run", report_file)
    assert "1 report read (1 same)" in ran.out
    assert "riwaya.db holds 1 report, 1 claim" in ran.out


def test_a_report_that_cannot_be_extracted_from_does_not_end_the_run(
    riwaya: Riwaya, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, words in {"a": "غير مفهوم", "b": "خطأ", "c": TEXT}.items():
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    ran = riwaya("run", folder)
    assert ran.code == 0
    assert "2 inputs rejected" in ran.out
    assert "these words break the stage" in ran.out
    assert "our own mistake, please report it: ZeroDivisionError" in ran.out
    assert "Traceback" not in ran.err
    assert "holds 1 report, 1 claim" in ran.out


def test_many_rejections_for_one_reason_name_a_few_inputs(riwaya: Riwaya, tmp_path: Path) -> None:
    for number in range(MOST_ORIGINS + 4):
        (tmp_path / f"{number}.html").write_text("stub", encoding="utf-8")
    out = riwaya("run", tmp_path, "--store", tmp_path.parent / "many.db").out
    assert f"{MOST_ORIGINS + 4} inputs rejected" in out
    assert out.count(".html") == MOST_ORIGINS
    assert "and 4 more" in out


def test_a_store_inside_the_folder_that_is_read_is_no_input(
    riwaya: Riwaya, report_file: Path
) -> None:
    folder = report_file.parent
    for _ in range(2):
        ran = riwaya("run", folder, "--store", folder / "libya.db", "--strict")
        assert ran.code == 0, ran.out
        assert "1 report read" in ran.out


def test_a_store_that_is_named_as_an_input_is_rejected(riwaya: Riwaya, report_file: Path) -> None:
    riwaya("run", report_file)
    assert riwaya("run", "riwaya.db", "--strict").code == 1


def test_no_input_is_wrong_usage(riwaya: Riwaya) -> None:
    ran = riwaya("run")
    assert ran.code == 2
    assert "INPUT" in ran.err


def test_a_file_that_is_no_store_is_not_touched(
    riwaya: Riwaya, report_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "notes.db"
    other.write_text("not a database at all, and longer than a header of SQLite" * 20)
    before = other.read_bytes()
    ran = riwaya("run", report_file, "--store", other)
    assert ran.code == 2
    assert ran.err.startswith("riwaya: store ")
    assert other.read_bytes() == before


def test_a_misspelt_setting_names_the_known_ones(
    riwaya: Riwaya, report_file: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("[ingest]\nmost_bites = 3\n", encoding="utf-8")
    ran = riwaya("run", report_file, "--settings", settings)
    assert ran.code == 2
    assert "most_bytes" in ran.err


def test_what_is_to_be_known_of_an_input_is_told(riwaya: Riwaya, tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_text(f"{ODD}{TEXT}", encoding="utf-8")
    ran = riwaya("run", odd, "--strict")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "1 report read (1 new)",
        "1 claim found in them",
        "0 inputs rejected",
        "1 note",
        "   no date",
        f"      {odd}",
        "riwaya.db holds 1 report, 1 claim",
    ]


def test_no_bar_is_drawn_where_nobody_looks(riwaya: Riwaya, report_file: Path) -> None:
    assert riwaya("run", report_file).err == ""
