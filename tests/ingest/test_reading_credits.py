import pytest

from riwaya.ingest.credits import find_credits, writer

SENTENCE = "قال متحدث إن الطريق أغلق بعد الظهر."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([SENTENCE, "المصدر | الخليج الجديد + الأناضول"], ("الخليج الجديد", "الأناضول")),
        ([SENTENCE, "المصدر : الجزيرة + وكالات"], ("الجزيرة", "وكالات")),
        ([SENTENCE, "المصدر: رويترز، أ ف ب"], ("رويترز", "أ ف ب")),
        ([SENTENCE, "(أ ف ب)"], ("أ ف ب",)),
        ([SENTENCE, "أ.ف.ب"], ("أ.ف.ب",)),
        ([SENTENCE, "رويترز"], ("رويترز",)),
        ([SENTENCE, "-رويترز-"], ("رويترز",)),
        ([f"{SENTENCE}", f"{SENTENCE} (د ب أ)"], ("د ب أ",)),
        ([f"طرابلس (رويترز) - {SENTENCE}"], ("رويترز",)),
        ([f"القاهرة - أ ف ب: {SENTENCE}"], ("أ ف ب",)),
        ([f"بيروت – وكالات – {SENTENCE}"], ("وكالات",)),
        ([f"واس- الرياض: {SENTENCE}"], ("واس",)),
        ([f"دبي، الإمارات العربية المتحدة (CNN)-- {SENTENCE}"], ("CNN",)),
        ([f"القاهرة (أ ف ب) - {SENTENCE}", "المصدر: أ.ف.ب"], ("أ ف ب",)),
    ],
)
def test_a_report_that_is_signed_names_its_origin(lines: list[str], expected: tuple[str]) -> None:
    assert find_credits(lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        [],
        [SENTENCE],
        [f"قالت وكالة الأنباء السعودية (واس)، الاثنين، {SENTENCE}"],
        ['قالت وكالة "رويترز"، الجمعة، إنها حصلت على صور.'],
        [SENTENCE, "ونقلت رويترز عن شاهد قوله إن الطريق مغلق."],
        [SENTENCE, "بحسب وكالة الأنباء السورية (سانا)."],
        [SENTENCE, "المصدر: رفض الإفصاح عن اسمه لأنه غير مخول بالحديث إلى وسائل الإعلام"],
        [SENTENCE, "المصدر نفسه نفى ذلك"],
    ],
)
def test_an_agency_that_is_cited_is_no_credit(lines: list[str]) -> None:
    assert find_credits(lines) == ()


def test_agencies_in_a_signature_are_credits_and_writers_are_not() -> None:
    assert find_credits([SENTENCE], signed=["سالم علي", "رويترز", None]) == ("رويترز",)
    assert find_credits([SENTENCE], signed=["الميناء + رويترز"]) == ("الميناء", "رويترز")


@pytest.mark.parametrize(
    "line", ["بقلم: سالم علي", "كتب - سالم علي", "سالم علي", "  إعداد:سالم   علي"]
)
def test_a_writer_is_named_without_the_words_before(line: str) -> None:
    assert writer(line.replace("إعداد:", "إعداد: ")) == "سالم علي"
