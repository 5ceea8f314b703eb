import os
from pathlib import Path

import pytest

from riwaya.config import IngestSettings
from riwaya.records.report import Rejected, Remark, Report
from tests.ingest.builders import (
    BODY,
    TITLE,
    a_line,
    a_page,
    read,
    read_bytes,
    the_reason,
    the_report,
)


def test_the_form_of_standard_input_is_told_by_its_beginning() -> None:
    plain = the_report(read_bytes(f"{TITLE}\n\n{BODY}".encode()))
    lines = the_report(read_bytes(a_line().encode()))
    html = the_report(read_bytes(a_page().encode()))
    assert plain.title == lines.title == html.title == TITLE
    assert plain.origin == html.origin == "-"


def test_no_standard_input_is_rejected() -> None:
    assert the_reason(read("-")) == "there is no standard input"


def test_a_text_file_with_markup_is_read_as_a_page(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(a_page(), encoding="utf-8")
    assert "<p>" not in the_report(read(file)).text


def test_a_comparison_in_a_text_does_not_make_it_a_page(tmp_path: Path) -> None:
    file = tmp_path / "report"
    file.write_text(f"{BODY} (5 < 7 و 9 > 8)", encoding="utf-8")
    assert the_report(read(file)).text.endswith("(5 < 7 و 9 > 8)")


def test_a_folder_is_read_with_all_below_it_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/z.txt", ".hidden"):
        (tmp_path / name).write_text(f"{BODY} الملف {name} تم.", encoding="utf-8")
    (tmp_path / "b" / "y.jsonl").write_text(a_line(), encoding="utf-8")
    origins = [str(r.origin).removeprefix(f"{tmp_path}{os.sep}") for r in read(tmp_path)]
    assert origins == ["a.txt", f"b{os.sep}y.jsonl:1", f"b{os.sep}z.txt", "c.txt"]


def test_an_empty_folder_is_rejected(tmp_path: Path) -> None:
    assert the_reason(read(tmp_path)) == "empty: the folder holds no files"


def test_a_link_to_a_folder_above_is_not_walked_in_circles(tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "report.txt").write_text(BODY, encoding="utf-8")
    link, report = read(tmp_path)
    assert isinstance(link, Rejected)
    assert isinstance(report, Report)


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert the_reason(read(tmp_path)).startswith("no file: ")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("missing.txt", "No such file or directory"),
        ("mis\x00sing.txt", "no file: a name cannot hold a NUL character"),
        ("x" * 5000, "File name too long"),
        ("", "no file: the name is empty"),
    ],
)
def test_a_file_that_is_not_there_is_rejected(given: str, reason: str) -> None:
    assert the_reason(read(given)).startswith(reason)


def test_a_rejected_input_does_not_end_the_run(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(BODY, encoding="utf-8")
    missing, report = read(tmp_path / "missing", file)
    assert isinstance(missing, Rejected)
    assert missing.origin == str(tmp_path / "missing")
    assert isinstance(report, Report)


def test_a_name_of_strange_bytes_can_be_printed(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    file.write_text(BODY, encoding="utf-8")
    assert str(the_report(read(tmp_path)).origin).encode().endswith("\ufffd.txt".encode())


def test_a_file_beyond_the_limit_is_rejected(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_text(BODY * 100, encoding="utf-8")
    reason = the_reason(read(file, settings=IngestSettings(most_bytes=1000)))
    assert reason == "too large: more than 1,000 bytes (ingest.most_bytes)"


def test_the_same_content_read_twice_is_one_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TITLE}\n\n{BODY}\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(a_line() * 2, encoding="utf-8")
    (tmp_path / "c.html").write_text(a_page(), encoding="utf-8")
    assert the_report(read(tmp_path, tmp_path)).title == TITLE


def test_a_copy_that_has_a_date_at_last_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TITLE}\n\n{BODY}\n", encoding="utf-8")
    dated = a_line(id="n-7", published="2019-04-05")
    (tmp_path / "b.jsonl").write_text(dated + dated + a_line(), encoding="utf-8")
    first, remark, second = read(tmp_path)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.published, second.id) == (None, "n-7")
    assert second.published is not None
    note = f"the text of {tmp_path / 'a.txt'}, which has no date: read again, with its date"
    assert remark == Remark(origin=str(tmp_path / "b.jsonl:1"), note=note)


def test_a_copy_under_another_id_is_told_of_once() -> None:
    lines = a_line(id="n-7") + a_line(id="n-8") * 2 + a_line(id="n-7") + a_line()
    report, remark = read_bytes(lines.encode())
    assert isinstance(report, Report)
    assert remark == Remark(origin="-:2", note="the text of -:1, read before under the id 'n-7'")


@pytest.mark.parametrize("name", ["pipe", "/dev/zero", "/dev/tty", "/dev/null"])
def test_a_pipe_or_device_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert the_reason(read(tmp_path / name)).startswith("no file: ")


def test_the_same_text_of_two_papers_is_two_reports() -> None:
    lines = a_line(publisher="الميناء") + a_line(publisher="الساحل") + a_line(publisher="الميناء")
    results = read_bytes(lines.encode())
    assert [r.publisher for r in results if isinstance(r, Report)] == ["الميناء", "الساحل"]


def test_settings_decide_how_much_of_a_text_is_arabic() -> None:
    mixed = f"{BODY} {'This is the same news in English. ' * 6}".encode()
    assert the_reason(read_bytes(mixed)).startswith("not Arabic: ")
    the_report(read_bytes(mixed, settings=IngestSettings(least_arabic_share=0.2)))
