import json

import pytest

from riwaya.config import IngestSettings
from riwaya.ingest import ingest
from riwaya.records.report import DateBasis, Rejected, Remark, Report
from tests.ingest.builders import BODY, TITLE, a_line, read_bytes, the_reason, the_report


def one(**fields: object) -> Report:
    return the_report(read_bytes(a_line(**fields).encode()))


def test_title_and_body_make_the_text_with_a_blank_line_between() -> None:
    assert one().text == f"{TITLE}\n\n{BODY}"
    assert one().title == TITLE


def test_a_body_alone_is_the_text() -> None:
    report = one(title=None)
    assert (report.title, report.text) == (None, BODY)


def test_a_text_is_kept_to_the_character() -> None:
    text = f"{TITLE}\n\n  {BODY}\r\n\u200f "
    assert one(body=None, text=text).text == text


def test_the_spaces_of_title_and_body_are_kept_since_offsets_count_in_them() -> None:
    assert one(title=f"{TITLE} ", body=f" {BODY} ").text == f"{TITLE} \n\n {BODY} "


def test_a_title_that_the_text_does_not_begin_with_is_left_out() -> None:
    report = one(text=BODY)
    assert (report.title, report.text) == (None, BODY)


def test_a_text_wins_over_a_body() -> None:
    assert one(text=f"{TITLE}\n\n{BODY} تمت.").text.endswith("تمت.")


def test_the_other_fields_are_taken_as_given() -> None:
    report = one(id="n-7", publisher="الميناء", url="https://almina.example/7")
    assert (report.id, report.publisher) == ("n-7", "الميناء")
    assert report.url == "https://almina.example/7"


def test_a_number_may_be_an_id() -> None:
    assert one(id=7).id == "7"


def test_without_an_id_the_content_names_the_report() -> None:
    assert one().id == one(publisher="الميناء").id == one().digest
    assert one().id != one(body=f"{BODY} تمت.").id


@pytest.mark.parametrize(
    ("given", "expected", "has_clock"),
    [
        ("2019-04-05T13:04", "2019-04-05T13:04:00", True),
        ("2019-04-05 13:04:05", "2019-04-05T13:04:05", True),
        ("2019-04-05", "2019-04-05T00:00:00", False),
        (1554469440, "2019-04-05T13:04:00+00:00", True),
        ("5 نيسان 2019 01:04 م", "2019-04-05T13:04:00", True),
    ],
)  # fmt: skip
def test_a_given_time_is_read(given: str | int, expected: str, has_clock: bool) -> None:
    published = one(published=given).published
    assert published is not None
    assert (published.at.isoformat(), published.has_clock) == (expected, has_clock)
    assert published.basis is DateBasis.GIVEN


@pytest.mark.parametrize("written", ["قبل العيد", "2019-02-30", "04/05/2019", "0000-00-00", 5])
def test_a_date_that_is_not_understood_is_told_of_with_its_line(written: str | int) -> None:
    lines = a_line() + a_line(body=f"{BODY} تمت.", published=written)
    first, remark, report = read_bytes(lines.encode())
    assert isinstance(first, Report)
    assert remark == Remark(
        origin="-:2",
        note=f"no date: `published` is {str(written)!r}, which is not understood; 2019-04-05 is",
    )
    assert isinstance(report, Report)
    assert (report.origin, report.published) == ("-:2", None)


def test_a_long_date_is_told_of_in_short() -> None:
    remark, _ = read_bytes(a_line(published="غدا " * 100).encode())
    assert isinstance(remark, Remark)
    assert len(remark.note) < 120


@pytest.mark.parametrize("written", [None, "", "  "])
def test_a_date_that_is_not_given_is_no_matter(written: str | None) -> None:
    assert one(published=written).published is None


def test_publishers_joined_by_a_plus_are_credits() -> None:
    assert one(publisher="الميناء + الأناضول").credits == ("الميناء", "الأناضول")
    assert one(publisher="الميناء").credits == ()


def test_a_line_knows_where_it_stood() -> None:
    lines = f"\n{a_line(id='a')}\n{a_line(id='b', body=BODY + ' تمت.')}"
    assert [r.origin for r in read_bytes(lines.encode())] == ["-:2", "-:4"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": ', "no JSON: "),
        ("[1, 2]", "no report: the line is a list"),
        ("null", "no report: the line is null"),
        ('{"title": "عنوان"}', "empty: the line has neither"),
        ('{"text": ["قائمة"]}', "no report: `text` is a list"),
        ('{"text": "' + "نص عربي طويل " * 3 + '", "url": 5}', "no report: `url` is a number"),
        ('{"text": "English only, sorry for that."}', "not Arabic: "),
        ('{"text": "قليل"}', "empty: "),
        ('{"text": ""}', "empty: "),
        ("[" * 100_000, "no JSON that we read: "),
        ('{"n": ' + "9" * 5000 + "}", "no JSON that we read: "),
        ("{", "no JSON: "),
    ],
)
def test_a_bad_line_is_rejected_and_the_next_one_read(line: str, reason: str) -> None:
    first, bad, last = read_bytes(
        f"{a_line(id='a')}{line}\n{a_line(id='b', body=BODY + ' تمت.')}".encode()
    )
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(bad, Rejected)
    assert bad.origin == "-:2"
    assert bad.reason.startswith(reason)


def test_json_over_many_lines_is_rejected_once() -> None:
    data = json.dumps({"title": TITLE, "body": BODY}, indent=2).encode()
    assert the_reason(read_bytes(data)).startswith("one JSON value over many lines")


def test_a_line_beyond_the_limit_is_rejected_and_the_next_one_read() -> None:
    settings = IngestSettings(most_bytes=1000)
    lines = a_line(body=BODY * 1000) + a_line()
    large, fitting = read_bytes(lines.encode(), settings=settings)
    assert isinstance(large, Rejected)
    assert large.reason.startswith("too large: ")
    assert isinstance(fitting, Report)


def test_a_line_without_an_end_is_read() -> None:
    assert the_report(read_bytes(a_line().rstrip("\n").encode())).title == TITLE


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_json_lines_are_read_in_every_encoding(encoding: str) -> None:
    lines = a_line() + a_line(title="عنوان آخر")
    assert [r.title for r in read_bytes(lines.encode(encoding)) if isinstance(r, Report)] == [
        TITLE,
        "عنوان آخر",
    ]


def test_half_characters_are_replaced_one_for_one() -> None:
    line = json.dumps({"text": f"{BODY}\ud83d\u0000"})
    text = the_report(read_bytes(line.encode())).text
    assert text == f"{BODY}\ufffd\ufffd"


def test_a_large_file_is_read_line_by_line() -> None:
    class Endless:
        """A stream that never ends, as a file of any size would look from its beginning."""

        def __init__(self) -> None:
            self.count = 0

        def read(self, _: int) -> bytes:
            self.count += 1
            return a_line(body=f"{BODY} العدد {self.count}.").encode()

    stream = Endless()
    reports = ingest(["-"], stdin=stream)  # type: ignore[arg-type]  # it has what is asked of it
    for _ in range(1000):
        assert isinstance(next(reports), Report)
    assert stream.count < 2000
