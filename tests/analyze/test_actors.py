"""Who is named in a report, and whom a word for somebody means."""

from datetime import UTC, datetime

import pytest

from riwaya.analyze import analyze
from riwaya.records.reading import ActorMention, ActorUse
from riwaya.records.report import DateBasis, Publication, Report, ReportId


def the_actors(body: str, *, year: int = 2019) -> dict[str, ActorMention]:
    """Return the actors of a report of 20 June of a year, by their words."""
    at = datetime(year, 6, 20, tzinfo=UTC)
    published = Publication(at=at, has_clock=False, basis=DateBasis.GIVEN)
    reading = analyze(Report(id=ReportId("r1"), text=body, published=published))
    return {body[each.start : each.end]: each for each in reading.actors}


def who(body: str, words: str, *, year: int = 2019) -> tuple[str | None, ActorUse]:
    found = the_actors(body, year=year)
    assert words in found, f"{words} is not among {list(found)}"
    return found[words].actor, found[words].how


@pytest.mark.parametrize(
    ("body", "words", "identity"),
    [
        ("نفت حركة حماس الخبر.", "حركة حماس", "hamas"),
        ("وصل الجنود، وانسحب الحوثيون من التلة.", "الحوثيون", "houthis"),
        ("التقى الوفد عبدالفتاح السيسى في القصر.", "عبدالفتاح السيسى", "abdel_fattah_el_sisi"),
        ("بحسب المرصد السوري لحقوق الإنسان.", "المرصد السوري لحقوق الإنسان",
         "syrian_observatory_for_human_rights"),
    ],
)  # fmt: skip
def test_a_full_name_needs_no_help(body: str, words: str, identity: str) -> None:
    assert who(body, words) == (identity, ActorUse.NAME)


def test_a_short_name_is_understood_once_the_report_makes_plain_who_is_meant() -> None:
    yemen = "شن التحالف غارة على موقع في صنعاء باليمن."
    assert who(yemen, "التحالف") == ("arab_coalition", ActorUse.SHORT)
    nowhere = the_actors("شن التحالف غارة ليلا.")
    assert nowhere["التحالف"].actor == "generic:coalition"


def test_a_short_name_that_two_may_bear_is_given_to_neither() -> None:
    found = the_actors("دخلت قوات الجيش الليبي بلدة في ليبيا.", year=2020)
    assert found["قوات الجيش الليبي"].actor == "generic:army:LY"


def test_a_surname_is_the_persons_only_where_the_person_is_named() -> None:
    named = "قال وليد المعلم إن الوفد غادر. وأضاف المعلم أن اللقاء تأجل."
    assert who(named, "المعلم") == ("walid_al_moallem", ActorUse.SHORT)
    assert "المعلم" not in {
        words for words, each in the_actors("شرح المعلم الدرس.").items()
        if not (each.actor or "").startswith("generic:")
    }  # fmt: skip


def test_a_short_name_before_an_unknown_surname_is_somebody_else() -> None:
    named = "قال محمد عبد السلام إن اليمن آمن. "
    assert who(named + "وحضر عبد السلام أمس.", "عبد السلام") == (
        "mohammed_abdulsalam",
        ActorUse.SHORT,
    )
    assert "عبد السلام" not in the_actors(named + "وحضر عبد السلام الغرياني أمس.")


def test_a_surname_behind_an_unknown_first_name_is_somebody_else() -> None:
    assert "حفتر" not in the_actors("غنى زكريا حفتر في المسرح.")


@pytest.mark.parametrize(
    "body",
    [
        "اتهمت دمشق الفصائل بخرق الهدنة.",
        "دمشق تنفي وقوع الهجوم.",
        "انتقد الوزير موقف دمشق من الخطة.",
    ],
)
def test_a_capital_that_speaks_is_its_government(body: str) -> None:
    assert who(body, "دمشق") == ("syrian_government", ActorUse.METONYM)


@pytest.mark.parametrize("body", ["وقع انفجار في دمشق.", "وصل المسافرون من دمشق إلى حلب."])
def test_a_capital_where_something_happens_is_nobody(body: str) -> None:
    assert "دمشق" not in the_actors(body)


def test_those_whom_a_state_accuses_and_who_join_it_are_states_too() -> None:
    found = the_actors("اتهمت أنقرة موسكو بالقصف. وأدانت واشنطن ولندن الهجوم.")
    assert {words: each.actor for words, each in found.items() if each.country != "SY"} == {
        "أنقرة": "turkish_government",
        "موسكو": "russian_government",
        "واشنطن": "us_government",
        "ولندن": "british_government",
    }


def test_a_government_that_is_not_listed_is_still_one() -> None:
    found = the_actors("أدانت بولندا الهجوم.")["بولندا"]
    assert (found.actor, found.kind, found.country) == ("generic:government:PL", "government", "PL")


def test_the_nation_of_an_act_is_its_government() -> None:
    body = "أدى القصف التركي إلى مقتل مدني."
    assert who(body, "التركي") == ("turkish_government", ActorUse.METONYM)


def test_a_force_is_found_by_who_leads_it() -> None:
    assert who("تقدمت قوات حفتر نحو الجنوب.", "قوات حفتر") == (
        "libyan_national_army",
        ActorUse.LEADER,
    )


def test_a_leader_who_leads_nobody_that_day_has_no_force() -> None:
    found = the_actors("تقدمت قوات خليفة حفتر.", year=2011)
    assert all(each.actor != "libyan_national_army" for each in found.values())


def test_a_force_is_found_by_what_it_is() -> None:
    assert who("هاجمت قوات شرق ليبيا البلدة.", "قوات شرق ليبيا") == (
        "libyan_national_army",
        ActorUse.DESCRIPTION,
    )


@pytest.mark.parametrize(
    ("body", "words", "identity"),
    [
        ("قتل عنصران من تنظيم داعش.", "عنصران من تنظيم داعش", "islamic_state"),
        ("قتل ثلاثة جنود أتراك في كمين.", "ثلاثة جنود أتراك", "turkish_army"),
        ("أسر ثمانية مسلحين حوثيين.", "ثمانية مسلحين حوثيين", "houthis"),
        ("قال متحدث باسم الجيش التركي إن الوضع هادئ.", "متحدث باسم الجيش التركي", "turkish_army"),
    ],
)
def test_people_are_of_the_body_named_beside_them(body: str, words: str, identity: str) -> None:
    assert who(body, words) == (identity, ActorUse.DESCRIPTION)


def test_those_against_somebody_are_not_theirs() -> None:
    found = the_actors("هاجمت قوات مناهضة لحفتر حاجزا في ليبيا.")
    assert {each.actor for each in found.values() if each.first == 1} == {"generic:forces:LY"}


def test_who_holds_an_office_is_named_by_it() -> None:
    body = "التقى الرئيس المصري الوفد."
    assert who(body, "الرئيس المصري", year=2010) == ("hosni_mubarak", ActorUse.TITLE)
    assert who(body, "الرئيس المصري", year=2015) == ("abdel_fattah_el_sisi", ActorUse.TITLE)


def test_who_held_an_office_before_is_whom_the_name_behind_it_says() -> None:
    found = the_actors("دفن الرئيس المصري الأسبق حسني مبارك في القاهرة.", year=2020)
    assert found["الرئيس المصري"].actor == "hosni_mubarak"
    assert "الرئيس المصري" not in the_actors("دفن الرئيس المصري الأسبق أمس.", year=2020)


def test_nobody_is_named_before_they_came_into_being() -> None:
    found = the_actors("أعلنت قوات سوريا الديمقراطية التقدم.", year=2010)
    assert all(each.actor != "syrian_democratic_forces" for each in found.values())


def test_who_does_not_fit_the_report_is_less_certain() -> None:
    there = the_actors("أعلنت لجان المقاومة الشعبية في غزة بفلسطين التهدئة.")
    elsewhere = the_actors(
        "قصفت طائرات مدينة تعز في اليمن. وقاتلت لجان المقاومة الشعبية في تعز وصنعاء اليمنية."
    )
    words = "لجان المقاومة الشعبية"
    assert there[words].certainty > elsewhere[words].certainty


def test_mentions_stand_in_text_order_and_cut_out_their_words() -> None:
    body = "قال قيادي في حركة حماس إن قواته انسحبت، ثم اتهمت طهران واشنطن بالتصعيد."
    found = list(the_actors(body).values())
    assert [each.first for each in found] == sorted(each.first for each in found)
    assert all(0 < each.certainty <= 1 for each in found)
