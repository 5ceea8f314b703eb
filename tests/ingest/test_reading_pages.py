import pytest

from riwaya.records.report import DateBasis, Report
from tests.ingest.builders import PAGES, a_page, read, read_bytes, the_reason, the_report


def page(name: str) -> Report:
    return the_report(read(PAGES / f"{name}.html"))


EXPECTED: dict[str, tuple[str, str | None, tuple[str, ...]]] = {
    "arabic_indic_digits": (
        "لجنة طبية: ارتفاع عدد القتلى إلى ٢١",
        "2019-04-07T13:04:00+00:00",
        ("د ب أ",),
    ),
    "body_in_json_ld": (
        "طيران مجهول يقصف مستودعا غرب المدينة",
        "2019-04-08T23:50:00+02:00",
        ("رويترز",),
    ),
    "copyright_year_only": ("وسطاء يعلنون اتفاقا لتبادل الأسرى في الجبل", None, ()),
    "graph_with_author": (
        "قوة تابعة لمجلس الساحل تتسلم بوابة النخيل",
        "2019-04-05T09:20:00+02:00",
        (),
    ),
    "hashed_classes": (
        "قائد ميداني يهدد باستهداف خط الأنابيب",
        "2019-04-07T18:05:00+03:00",
        ("وكالات",),
    ),
    "hijri_and_gregorian": ("اعتراض طائرة مسيرة فوق منطقة حدودية", "2019-04-05", ("واس",)),
    "levantine": ("بلدية الوادي تعلن حظر التجول ليلا", "2019-04-05", ()),
    "live": ("مباشر | تطورات معركة المطار لحظة بلحظة", "2019-04-06T06:00:00+02:00", ()),
    "meta_and_source_line": (
        "ناطق: أسر عشرين مسلحا شرق السد",
        "2019-04-05T11:04:00+00:00",
        ("صوت الساحل", "الأناضول"),
    ),
    "much_furniture": ("احتجاز صحفيين اثنين عند حاجز الوادي", "2019-04-06T18:30:00+00:00", ()),
    "published_and_updated": (
        "البعثة تدعو إلى وقف القتال أثناء الامتحانات",
        "2019-04-04T17:30:00+03:00",
        ("أخبار المدينة", "وكالات"),
    ),
    "time_tag": ("إغلاق مطار البحيرة بعد سقوط قذيفتين", "2019-04-08T14:45:10+02:00", ("رويترز",)),
    "tunisian_blog": ("مسيرة سلمية تطالب بكشف مصير المفقودين", "2019-04-06T15:45:00", ()),
    "updated_only": ("تجدد المعارك حول المصفاة بعد هدنة قصيرة", None, ()),
    "visible_with_hour": (
        "مسلحون يعترضون قافلة إغاثة قرب جسر الحديد",
        "2019-04-05T13:04:00",
        ("أ ف ب",),
    ),
    "whole_page_form": ("تفجير عبوة قرب مقر الشرطة بلا إصابات", "2019-04-05T13:04:00", ()),
    "wrong_weekday": ("شرطة المرور تعيد فتح الطريق الدائري", None, ()),
}
FIRST_AND_LAST: dict[str, tuple[int, str, str]] = {
    "arabic_indic_digits": (3, "قالت لجنة الأطباء", "ولم تقدم رقما آخر. (د ب أ)"),
    "body_in_json_ld": (2, "قصف طيران مجهول", "تحدث الآخر عن ذخائر."),
    "copyright_year_only": (2, "أعلن وسطاء", "وتعثرت مرات."),
    "graph_with_author": (3, "تسلمت قوة تابعة", "«أعادوا الانتشار» فقط."),
    "hashed_classes": (3, "هدد قائد ميداني", "بسبب أعمال تخريب."),
    "hijri_and_gregorian": (2, "واس - الحدود: اعترضت", "جماعة مسلحة بإطلاقها."),
    "legacy_code_page": (2, "قال شهود إن قصفا", "بسبب إغلاق الطرق."),
    "levantine": (3, "أعلنت بلدية الوادي", "على خلفية نزاع على أرض."),
    "live": (4, "سماع دوي انفجارات", "أحدهم في حالة خطرة."),
    "meta_and_source_line": (3, "أعلن ناطق عسكري", "بفقد الاتصال بدورية."),
    "much_furniture": (6, "احتُجز صحفيان عند حاجز", "قال نقيب الصحفيين."),
    "published_and_updated": (2, "دعت البعثة الدولية", "تأجيل الامتحانات مرة ثالثة."),
    "time_tag": (3, "أغلقت إدارة مطار البحيرة", "لم تستهدف مواقع مدنية."),
    "tunisian_blog": (2, "خرجت مسيرة سلمية", "وعد بفتح تحقيق."),
    "updated_only": (2, "تجددت المعارك", "إنها تتحقق من الأمر."),
    "visible_with_hour": (3, "القاهرة - أ ف ب: اعترض", "ولم تتبن أي جهة العملية."),
    "whole_page_form": (2, "انفجرت عبوة ناسفة", "وأن المنطقة أُغلقت."),
    "wrong_weekday": (1, "أعادت شرطة المرور", "قبل ثلاثة أيام."),
}
REFUSED = {"paywall": "paywall", "persian": "not Arabic: ", "english": "not Arabic: "}


def test_every_page_is_read_by_some_test() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == FIRST_AND_LAST.keys() | REFUSED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_gives_its_title_its_time_and_its_credits(name: str) -> None:
    report = page(name)
    published = report.published.isoformat() if report.published else None
    assert (report.title, published, report.credits) == EXPECTED[name]


@pytest.mark.parametrize("name", FIRST_AND_LAST)
def test_a_page_gives_its_paragraphs_and_nothing_else(name: str) -> None:
    count, first, last = FIRST_AND_LAST[name]
    title, *paragraphs = page(name).text.split("\n\n")
    assert title == page(name).title
    assert len(paragraphs) == count
    assert paragraphs[0].startswith(first)
    assert paragraphs[-1].endswith(last)


@pytest.mark.parametrize("name", REFUSED)
def test_a_page_without_an_arabic_report_is_rejected(name: str) -> None:
    assert the_reason(read(PAGES / f"{name}.html")).startswith(REFUSED[name])


def test_a_page_tells_its_writer_its_keywords_and_its_address() -> None:
    report = page("graph_with_author")
    assert report.byline == "هالة المسماري"
    assert report.publisher == "الميناء نيوز"
    assert report.keywords == ("بوابة النخيل", "مجلس الساحل")
    assert report.url == "https://almina.example/2019/04/nakheel-gate/"
    assert report.language == "ar"


def test_a_byline_in_a_meta_tag_is_read() -> None:
    assert page("hijri_and_gregorian").byline == "عبدالله الشمري - الحدود"


def test_an_agency_in_the_byline_is_a_credit_and_no_writer() -> None:
    report = page("hashed_classes")
    assert (report.byline, report.credits) == (None, ("وكالات",))


def test_keywords_of_a_meta_tag_are_separated_by_arabic_commas() -> None:
    assert page("much_furniture").keywords == ("صحفيون", "حاجز الوادي", "نقابة")


def test_a_live_page_keeps_what_it_says_twice() -> None:
    assert page("live").text.count("سماع دوي انفجارات في محيط المطار") == 2


def test_a_subscription_banner_does_not_hide_a_free_report() -> None:
    banner = "<header><p>اشترك الآن لقراءة كل ما ننشره من دون إعلانات</p></header>"
    html = a_page().replace("<body>", f"<body>{banner}")
    assert "طالب مجلس البلدة" in the_report(read_bytes(html.encode())).text


def test_a_page_without_text_is_rejected_as_empty() -> None:
    html = "<!doctype html><html><body><nav><a href='/'>الرئيسية</a></nav></body></html>"
    assert the_reason(read_bytes(html.encode())).startswith("empty: ")


def test_a_link_to_the_front_page_is_no_address_of_a_report() -> None:
    html = a_page(head='<link rel="canonical" href="https://almina.example/">')
    assert the_report(read_bytes(html.encode())).url is None


def test_a_page_that_is_nested_without_end_is_read() -> None:
    html = a_page(below="<div>" * 50_000)
    assert "رفض الطلب" in the_report(read_bytes(html.encode())).text


def test_a_page_of_too_many_elements_is_rejected() -> None:
    html = a_page(below="<i></i>" * 300_001)
    assert the_reason(read_bytes(html.encode())).startswith("too large: ")


def test_each_basis_of_a_date_is_told() -> None:
    bases = {
        "graph_with_author": DateBasis.JSON_LD,
        "much_furniture": DateBasis.META,
        "time_tag": DateBasis.TIME_TAG,
        "levantine": DateBasis.VISIBLE,
    }
    for name, basis in bases.items():
        published = page(name).published
        assert published is not None
        assert published.basis is basis


def test_what_a_page_tells_in_full_wins_over_the_beginning_it_shows() -> None:
    told = "".join(
        f"&lt;p&gt;هذه هي الفقرة رقم {n} من نص الخبر الكامل.&lt;/p&gt;" for n in range(20)
    )
    head = (
        f'<script type="application/ld+json">{{"@type":"Article","articleBody":"{told}"}}</script>'
    )
    text = the_report(read_bytes(a_page(head=head).encode())).text
    assert text.endswith("\n\nهذه هي الفقرة رقم 19 من نص الخبر الكامل.")


def test_a_headline_that_was_escaped_twice_is_read() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", '
        '"headline": "الناطق: &quot;لن ننسحب&quot; من البلدة"}</script>'
    )
    html = a_page(head=head).replace("<h1>", "<p>").replace("</h1>", "</p>")
    assert the_report(read_bytes(html.encode())).title == 'الناطق: "لن ننسحب" من البلدة'


def test_a_source_below_its_label_is_a_credit_and_no_text() -> None:
    html = a_page(below="<div><h5>المصدر:</h5><div>الساحل + رويترز</div></div>")
    report = the_report(read_bytes(html.encode()))
    assert report.credits == ("الساحل", "رويترز")
    assert report.text.endswith("عن المدارس.")


def test_a_byline_with_its_label_is_no_text() -> None:
    report = the_report(read_bytes(a_page(above="<p>بقلم: سالم علي</p>").encode()))
    assert report.byline == "سالم علي"
    assert "سالم" not in report.text
