"""The registry of actors: whom a name means, and when."""

from datetime import date

import pytest

from riwaya.arabic.letters import name_form
from riwaya.errors import TableError, UnknownChoiceError
from riwaya.knowledge.actor_entries import ActorKind, Period, actor_from, period_from
from riwaya.knowledge.actors import NameUse, Registry, actor, actor_named, registry

A_TABLE = """
[one_group]
name = "جماعة المثال"
english = "Example Group"
variants = ["مقاتلو المثال", "عبد الله (المثال)"]
kind = "armed_group"
acled_inter = 2
plover_sector = "REB"
cameo_role = "REB"
"""


def first(name: str, on: date | None = None) -> str:
    return actor_named(name, on=on)[0].actor.id


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("الجيش الوطني الليبي", "libyan_national_army"),
        ("قوات حفتر", "libyan_national_army"),
        ("قوات شرق ليبيا", "libyan_national_army"),
        ("المشير خليفة حفتر", "khalifa_haftar"),
        ("حكومة الوفاق الليبية", "government_of_national_accord"),
        ("قسد", "syrian_democratic_forces"),
        ("المرصد السوري لحقوق الإنسان", "syrian_observatory_for_human_rights"),
        ("الحوثيون", "houthis"),
        ("ميليشيات الحوثي الإيرانية", "houthis"),
        ("داعش", "islamic_state"),
        ("البنتاجون", "pentagon"),
        ("الجيش الأميركي", "us_army"),
        ("وكالة الأنباء السورية (سانا)", "sana"),
        ("حركة الشباب", "al_shabaab"),
        ("قوات الدعم السريع", "rapid_support_forces"),
        ("كتائب القسام", "al_qassam_brigades"),
        ("الخارجية الروسية", "russian_foreign_ministry"),
    ],
)
def test_an_actor_is_found_by_its_name_and_its_variants(name: str, identity: str) -> None:
    assert first(name) == identity


@pytest.mark.parametrize(
    ("written", "also"),
    [
        ("عبد الفتاح السيسي", "عبدالفتاح السيسى"),
        ("أبو بكر البغدادي", "ابوبكر البغدادي"),
        ("هيئة تحرير الشام", "هيئه تحرير الشام"),
        ("حركة أحرار الشام", "حركة احرار الشام"),
        ("وكالة الأنباء الفرنسية (أ ف ب)", "وكالة الانباء الفرنسية أ.ف.ب"),
    ],
)
def test_hurried_spellings_name_the_same_actor(written: str, also: str) -> None:
    assert first(written) == first(also)


def test_a_name_that_nobody_has_finds_nobody() -> None:
    assert actor_named("مسلحون مجهولون") == ()


@pytest.mark.parametrize(
    ("title", "on", "identity"),
    [
        ("الرئيس المصري", date(2012, 9, 1), "mohamed_morsi"),
        ("الرئيس المصري", date(2015, 9, 1), "abdel_fattah_el_sisi"),
        ("الرئيس الأمريكي", date(2016, 3, 1), "barack_obama"),
        ("الرئيس الأميركي", date(2018, 4, 14), "donald_trump"),
        ("الأمين العام للأمم المتحدة", date(2014, 1, 1), "ban_ki_moon"),
        ("الأمين العام للأمم المتحدة", date(2019, 4, 5), "antonio_guterres"),
        ("العاهل السعودي", date(2014, 1, 1), "king_abdullah_saudi"),
    ],
)
def test_a_title_names_who_held_the_office(title: str, on: date, identity: str) -> None:
    assert [found.actor.id for found in actor_named(title, on=on)] == [identity]


def test_on_an_unknown_day_a_title_names_everyone_who_held_the_office() -> None:
    assert {"mohamed_morsi", "hosni_mubarak", "abdel_fattah_el_sisi"} <= {
        found.actor.id for found in actor_named("الرئيس المصري")
    }


def test_who_existed_on_the_day_goes_first() -> None:
    name = "الجيش الليبي"
    assert first(name, date(2015, 1, 1)) == "libyan_national_army"
    assert {found.actor.id for found in actor_named(name)} == {
        "libyan_national_army",
        "gna_forces",
    }


def test_a_candidate_tells_by_which_name_it_was_found() -> None:
    uses = {
        "حركة حماس": NameUse.NAME,
        "حماس": NameUse.VARIANTS,
        "المرصد": NameUse.SHORT,
        "دمشق": NameUse.METONYMS,
    }
    assert {name: actor_named(name)[0].use for name in uses} == uses


def words(text: str) -> list[str]:
    return [name_form(word) for word in text.split()]


def test_the_longest_name_in_a_text_wins() -> None:
    found = registry().match(words("قال الجيش الوطني الليبي إن"), 1)
    assert found is not None
    assert (found.words, found.candidates[0].actor.id) == (3, "libyan_national_army")


@pytest.mark.parametrize(
    ("text", "front", "identity"),
    [
        ("للجيش التركي", "ل", "turkish_army"),
        ("وقسد", "و", "syrian_democratic_forces"),
        ("وللحوثيين", "ول", "houthis"),
        ("عبدالفتاح السيسي", "", "abdel_fattah_el_sisi"),
    ],
)
def test_a_name_is_found_behind_letters_of_other_words(
    text: str, front: str, identity: str
) -> None:
    found = registry().match(words(text), 0)
    assert found is not None
    assert (found.words, found.front) == (len(text.split()), front)
    assert found.candidates[0].actor.id == identity


def test_no_name_begins_at_any_other_word() -> None:
    assert registry().match(words("قتل خمسة في المدينة"), 0) is None


def test_a_states_forces_are_external_abroad() -> None:
    army = actor("turkish_army")
    assert (army.inter_in("TR"), army.inter_in("SY"), army.inter_in(None)) == (1, 8, 1)
    assert actor("houthis").inter_in("SA") == 2


def test_an_unknown_id_is_an_error_that_names_it() -> None:
    with pytest.raises(UnknownChoiceError, match="nobody"):
        actor("nobody")


def test_a_registry_reads_tables_of_ones_own() -> None:
    own = Registry({"own.toml": A_TABLE})
    assert own.named("عبدالله المثال")[0].actor.kind == ActorKind.ARMED_GROUP
    assert len(own) == len(list(own)) == 1


def test_an_id_is_taken_once() -> None:
    with pytest.raises(TableError, match=r"other\.toml, entry 'one_group'"):
        Registry({"own.toml": A_TABLE, "other.toml": A_TABLE})


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ('kind = "armed_group"', 'kind = "gang"', "gang"),
        ("acled_inter = 2", "acled_inter = 9", "acled_inter '9' is not one of"),
        ('plover_sector = "REB"', 'plover_sector = "XXX"', "plover_sector 'XXX' is not one of"),
        ('cameo_role = "REB"', 'cameo_role = "XXX"', "cameo_role 'XXX' is not one of"),
        ('english = "Example Group"', 'englisch = "Example Group"', "englisch"),
        ("acled_inter = 2", 'acled_inter = 2\nfrom = "2014-13"', "month must be in 1..12"),
        ("acled_inter = 2", 'acled_inter = 2\nfrom = "2015"\nto = "2014"', "after"),
        ("acled_inter = 2", "acled_inter = ", "Invalid value"),
        ("acled_inter = 2", 'acled_inter = 2\ncamps = [{ conflict = "libya" }]', "camp"),
    ],
)
def test_a_malformed_entry_is_an_error_that_says_where(
    written: str, instead: str, problem: str
) -> None:
    malformed = Registry({"own.toml": A_TABLE.replace(written, instead)})
    with pytest.raises(TableError, match=problem) as error:
        malformed.actor("one_group")
    assert (error.value.table, error.value.entry) == ("own.toml", "one_group")


def test_a_period_has_the_first_and_the_last_day_of_what_is_written() -> None:
    period = period_from({"from": "2014-05", "to": "2020-02"})
    assert period == Period(date(2014, 5, 1), date(2020, 2, 29))
    assert [period.holds(date(2014, 4, 30)), period.holds(date(2020, 2, 29))] == [False, True]
    assert period.holds(None)


def test_a_row_without_a_name_is_no_actor() -> None:
    with pytest.raises(TableError, match="name"):
        actor_from("nobody", {"english": "Nobody"}, table="own.toml")
