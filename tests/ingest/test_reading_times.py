import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.ingest.machine_time import read_machine_time
from riwaya.ingest.stamps import is_stamp, read_stamp
from tests.ingest.builders import a_page, read_bytes, the_report


def published(html: str) -> str | None:
    found = the_report(read_bytes(html.encode())).published
    return found.isoformat() if found else None


def json_ld(time: str) -> str:
    return (
        '<script type="application/ld+json">'
        f'{{"@type": "NewsArticle", "datePublished": "{time}"}}</script>'
    )


def meta(time: str) -> str:
    return f'<meta property="article:published_time" content="{time}">'


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("الجمعة 5 أبريل 2019 01:04 م", "2019-04-05T13:04:00"),
        ("الجمعة, أبريل 05, 2019 1:04 PM", "2019-04-05T13:04:00"),
        ("5 نيسان/أبريل 2019", "2019-04-05T00:00:00"),
        ("5 نيسان (أبريل) 2019", "2019-04-05T00:00:00"),
        ("كانون الثاني 5، 2019 12:30 ص", "2019-01-05T00:30:00"),
        ("٥ نيسان ٢٠١٩ - ١٣:٠٤", "2019-04-05T13:04:00"),
        ("13:04 - 5 أبريل 2019", "2019-04-05T13:04:00"),
        ("05 أفريل 2019", "2019-04-05T00:00:00"),
        ("نشر في: 30 رجب 1440 هـ الموافق 5 أبريل 2019م", "2019-04-05T00:00:00"),
        ("1440/7/30 - 2019/04/05", "2019-04-05T00:00:00"),
        ("تاريخ النشر: 05.04.2019 | 13:04 GMT", "2019-04-05T13:04:00+00:00"),
        ("2019/04/05 الساعة 01:04 م (UTC+3)", "2019-04-05T13:04:00+03:00"),
        ("5 أبريل 2019 13:04 بتوقيت أبوظبي", "2019-04-05T13:04:00+04:00"),
        ("5 أبريل 2019 13:04 بتوقيت القاهرة", "2019-04-05T13:04:00"),
        ("نشر 5 أبريل 2019، آخر تحديث 6 أبريل 2019 08:00", "2019-04-05T00:00:00"),
        ("الأحد، 04 آب/اغسطس 2013، آخر تحديث 02:21 (GMT+0400)", "2013-08-04T00:00:00"),
    ],
)
def test_a_stamp_tells_when_it_was_published(line: str, expected: str) -> None:
    moment = read_stamp(line)
    assert moment is not None
    assert moment.at.isoformat() == expected
    assert is_stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "آخر تحديث: 6 أبريل 2019 الساعة 14:10",
        "© 2019 جميع الحقوق محفوظة",
        "الجمعة 29 رجب 1440 هـ",
        "الخميس 5 أبريل 2019",
        "5 أبريل",
        "أبريل 2019",
        "منذ 3 ساعات",
        "وقع الهجوم في 3 نيسان 2019.",
        "من 3 أبريل 2019 إلى 5 أبريل 2019",
        "5 أبريل 2019 - 9 أبريل 2019",
        "قال المتحدث إن الجيش دخل البلدة في 3 نيسان 2019 بعد معارك عنيفة استمرت أياما وانتهت بهدنة",
    ],
)
def test_a_line_in_doubt_tells_no_time(line: str) -> None:
    assert read_stamp(line) is None


def test_a_sentence_with_a_date_is_no_stamp() -> None:
    assert not is_stamp("وقع الهجوم في 3 نيسان 2019.")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2019-04-05T13:04:00+02:00", "2019-04-05T13:04:00+02:00"),
        ("2019-04-05T13:04:00.123Z", "2019-04-05T13:04:00+00:00"),
        ("2019-04-05 13:04:00", "2019-04-05T13:04:00"),
        ("2019-04-05T13:04", "2019-04-05T13:04:00"),
        ("20190405T130400Z", "2019-04-05T13:04:00+00:00"),
        ("20190405", "2019-04-05T00:00:00"),
        ("Fri, 05 Apr 2019 13:04:00 +0300", "2019-04-05T13:04:00+03:00"),
        ("Fri Apr 05 2019 13:04:00 GMT+0300 (EET)", "2019-04-05T13:04:00+03:00"),
        ("April 5th, 2019 at 1:04 pm", "2019-04-05T13:04:00"),
        ("25/04/2019 13:04", "2019-04-25T13:04:00"),
        ("1554469440", "2019-04-05T13:04:00+00:00"),
        ("1554469440000", "2019-04-05T13:04:00+00:00"),
        ("٢٠١٩-٠٤-٠٥", "2019-04-05T00:00:00"),
    ],
)
def test_a_machine_may_write_a_time_in_many_forms(written: str, expected: str) -> None:
    moment = read_machine_time(written)
    assert moment is not None
    assert moment.at.isoformat() == expected


@pytest.mark.parametrize(
    "written",
    ["04/05/2019", "0001-01-01T00:00:00", "1970-01-01", "2019-13-05", "2019-04-05T25:00", "2019",
     "2019-04", "2019-04-05T13:04+99:00", "Fri, 05 Foo 2019", "soon", "", "9" * 500],
)  # fmt: skip
def test_what_could_be_another_time_is_none(written: str) -> None:
    assert read_machine_time(written) is None


@given(st.text(max_size=60))
def test_no_string_stops_the_readers_of_times(text: str) -> None:
    read_machine_time(text)
    read_stamp(text)
    is_stamp(text)


def test_a_page_without_a_date_has_no_publication_time() -> None:
    assert published(a_page(below="<footer>© 2024 كل الحقوق محفوظة</footer>")) is None


def test_the_day_of_json_ld_takes_its_hour_from_a_meta_tag() -> None:
    html = a_page(head=json_ld("2019-04-05") + meta("2019-04-05T13:04:00+02:00"))
    assert published(html) == "2019-04-05T13:04:00+02:00"


def test_an_hour_without_zone_takes_the_zone_of_the_same_hour() -> None:
    html = a_page(head=json_ld("2019-04-05T13:04:00") + meta("2019-04-05T13:04:00+02:00"))
    assert published(html) == "2019-04-05T13:04:00+02:00"


def test_the_day_of_a_meta_tag_takes_its_hour_from_what_is_seen() -> None:
    html = a_page(head=meta("2019-04-05"), above="<p>الجمعة 5 أبريل 2019 01:04 م</p>")
    assert published(html) == "2019-04-05T13:04:00"


def test_midnight_on_a_page_tells_only_the_day() -> None:
    assert published(a_page(head=meta("2019-04-05T00:00:00Z"))) == "2019-04-05"


def test_json_ld_is_believed_before_what_is_seen() -> None:
    html = a_page(head=json_ld("2019-04-05T13:04:00Z"), above="<p>6 أبريل 2019</p>")
    assert published(html) == "2019-04-05T13:04:00+00:00"


def test_json_ld_that_is_no_json_is_passed_over() -> None:
    broken = '<script type="application/ld+json">{"datePublished": </script>'
    assert published(a_page(head=broken + meta("2019-04-05"))) == "2019-04-05"


def test_json_ld_with_line_breaks_and_stray_commas_is_read() -> None:
    script = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"سطر\nوسطر",'
        '"datePublished":"2019-04-05T13:04:00Z",}</script>'
    )
    assert published(a_page(head=script)) == "2019-04-05T13:04:00+00:00"


def test_a_date_that_could_be_two_is_unknown() -> None:
    assert published(a_page(head=meta("04/05/2019 13:04"))) is None


def test_two_visible_dates_leave_the_time_unknown() -> None:
    assert published(a_page(above="<p>5 أبريل 2019</p><p>9 أبريل 2019</p>")) is None


def test_a_date_above_the_headline_is_read() -> None:
    html = a_page().replace("<h1>", "<div>السبت 6 أبريل 2019</div><h1>")
    assert published(html) == "2019-04-06"


def test_a_time_element_may_be_written_in_arabic_only() -> None:
    assert published(a_page(above="<p><time>5 نيسان 2019</time></p>")) == "2019-04-05"


def test_the_date_of_today_in_a_bar_on_top_is_not_that_of_the_report() -> None:
    bar = "<div class='bar'>الأربعاء 25 نوفمبر 2026 <time datetime='2026-11-25'></time></div>"
    assert published(a_page().replace("<body>", f"<body>{bar}")) is None
