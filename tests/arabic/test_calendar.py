"""Times of news become days, counted from publication where the words ask for it."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.calendar import TimeExpression, read_times
from riwaya.arabic.words import words
from riwaya.records.claim import Precision, TimeBasis
from tests.arabic.texts import news

FRIDAY = date(2019, 4, 5)


def times(text: str, *, published: date | None = FRIDAY) -> list[TimeExpression]:
    return list(read_times(words(text), published=published))


def days(text: str, *, published: date | None = FRIDAY) -> list[str]:
    return [
        f"{found.earliest}" if found.earliest == found.latest
        else f"{found.earliest} {found.latest}"
        for found in times(text, published=published)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قتل أمس", "2019-04-04"),
        ("قتل أول أمس", "2019-04-03"),
        ("قبل يوم أمس", "2019-04-03"),
        ("قتل اليوم الجمعة", "2019-04-05"),
        ("مساء الخميس", "2019-04-04"),
        ("فجر اليوم", "2019-04-05"),
        ("الأربعاء الماضي", "2019-04-03"),
        ("الجمعة الماضي", "2019-03-29"),
        ("الأحد المقبل", "2019-04-07"),
        ("سيلتقيان يوم الأحد", "2019-04-07"),
        ("ليل الخميس الجمعة", "2019-04-04"),
        ("قبل ثلاثة أيام", "2019-04-02"),
        ("قبل أسبوعين", "2019-03-22"),
        ("أول جمعة من مارس", "2019-03-01"),
        ("آخر أحد في مارس", "2019-03-31"),
        ("الأسبوع الماضي الأحد", "2019-03-31"),
    ],
)
def test_a_day_is_counted_from_publication(text: str, wanted: str) -> None:
    assert days(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 نيسان/أبريل 2019", "2019-04-03"),
        ("في 24/3/2018", "2018-03-24"),
        ("2018-03-24", "2018-03-24"),
        ("الثالث من آذار 2017", "2017-03-03"),
        ("20 جانفي 2011", "2011-01-20"),
        ("5 غشت 2015", "2015-08-05"),
        ("3 رجب 1440", "2019-03-10"),
        ("25 شوال 1436 هـ", "2015-08-10"),
        ("29 يوليو تموز 2018", "2018-07-29"),
        ("في العاشر من مارس ألفين وسبعة عشر", "2017-03-10"),
    ],
)
def test_a_stated_date_needs_no_publication(text: str, wanted: str) -> None:
    assert days(text, published=None) == [wanted]
    assert times(text)[0].basis is TimeBasis.STATED


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("20 فبراير", "2019-02-20"),
        ("20 أغسطس", "2018-08-20"),
        ("سيعقد في 20 أغسطس", "2019-08-20"),
        ("في الثالث من الشهر الجاري", "2019-04-03"),
        ("أول يناير", "2019-01-01"),
        ("سيعود في 15.", "2019-04-15"),
        ("الثلاثاء 2 أبريل", "2019-04-02"),
        ("ويتوقع أن تنتهي يوم 15 مايو", "2019-05-15"),
    ],
)
def test_a_date_without_a_year_is_the_last_one_unless_the_text_looks_ahead(
    text: str, wanted: str
) -> None:
    assert days(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("عام 2014", "2014-01-01 2014-12-31"),
        ("العام الماضي", "2018-01-01 2018-12-31"),
        ("منذ عام 2014", "2014-01-01 2019-04-05"),
        ("منذ شهر يناير", "2019-01-01 2019-04-05"),
        ("خلال شهر ديسمبر الماضي", "2018-12-01 2018-12-31"),
        ("الشهر الماضي", "2019-03-01 2019-03-31"),
        ("الأسبوع الماضي", "2019-03-25 2019-03-31"),
        ("نهاية الأسبوع", "2019-03-30 2019-03-31"),
        ("مطلع الأسبوع", "2019-03-30 2019-04-01"),
        ("منتصف الأسبوع الماضي", "2019-03-26 2019-03-28"),
        ("صيف 2014", "2014-06-01 2014-08-31"),
        ("الربع الثالث من 2016", "2016-07-01 2016-09-30"),
        ("خلال اليومين الماضيين", "2019-04-03 2019-04-04"),
        ("خلال الـ24 ساعة الماضية", "2019-04-04 2019-04-05"),
        ("من 3 إلى 8 مارس", "2019-03-03 2019-03-08"),
        ("ستجري بين 4-22 مايو", "2019-05-04 2019-05-22"),
        ("بين 2011 و2014", "2011-01-01 2014-12-31"),
        ("في السبعينيات", "1970-01-01 1979-12-31"),
        ("أسبوع 16 سبتمبر", "2018-09-10 2018-09-16"),
        ("خلال عيد الأضحى", "2018-08-21 2018-08-24"),
        ("هذا الأسبوع من الثلاثاء إلى الخميس", "2019-04-02 2019-04-04"),
    ],
)
def test_a_period_keeps_all_of_its_days(text: str, wanted: str) -> None:
    assert days(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قصف في 3 مارس، وبعد ذلك بيومين انسحب", ["2019-03-03", "2019-03-05"]),
        ("قصف في 10 مارس، وقتل في اليوم نفسه", ["2019-03-10", "2019-03-10"]),
        ("بدأ عام 2014 وانتهى في العام ذاته", ["2014-01-01 2014-12-31"] * 2),
        ("من 3 إلى 8 مارس، وخلال هذه الفترة", ["2019-03-03 2019-03-08"] * 2),
        (
            "بدأت في مايو 2016 وانتهت في 3 أكتوبر من العام نفسه",
            ["2016-05-01 2016-05-31", "2016-10-03"],
        ),
        ("غداة هجوم الخميس", ["2019-04-05", "2019-04-04"]),
    ],
)
def test_a_text_counts_from_its_own_times(text: str, wanted: list[str]) -> None:
    assert days(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "ثورة 17 فبراير",
        "الأمين العام",
        "صحيفة «اليوم» السعودية",
        "قتل في ذلك اليوم",
        "جريدة اليوم",
        "اليوم قبل الأخير من المهلة",
        "مارس الضغط عليه",
        "مدينة إب",
        "سوق الخميس",
        "أيام",
        "عيار 14/5",
    ],
)
def test_names_and_other_words_are_no_times(text: str) -> None:
    assert days(text) == []


def test_what_is_told_from_publication_is_left_out_where_that_is_unknown() -> None:
    assert days("قتل أمس، وفي 3 مارس 2015 أيضا", published=None) == ["2015-03-03"]


def test_an_hour_is_kept_with_its_day() -> None:
    (found,) = times("في الساعة الثامنة من مساء الخميس")
    assert (found.clock, found.precision) == (time(20), Precision.HOUR)
    assert found.earliest == found.latest == date(2019, 4, 4)


def test_a_time_to_come_looks_ahead() -> None:
    assert [found.looks_ahead for found in times("قتل أمس، ويلتقيان الأحد المقبل")] == [False, True]


def test_the_weekday_beside_today_says_which_day_is_meant() -> None:
    assert days("قال اليوم الخميس إنه انسحب اليوم") == ["2019-04-04", "2019-04-04"]


def test_a_report_of_the_first_day_of_the_calendar_is_read() -> None:
    assert times("قتل قبل ألف عام", published=date.min)


@given(text=news(), published=st.none() | st.dates() | st.datetimes())
def test_no_string_raises_and_times_stand_in_order(
    text: str, published: date | datetime | None
) -> None:
    cut = words(text)
    last = 0
    for found in read_times(cut, published=published):
        assert last <= found.first < found.last <= len(cut)
        assert 0 <= found.start < found.end <= len(text)
        assert found.earliest <= found.latest
        assert published is not None or found.basis is TimeBasis.STATED
        last = found.last
