"""Names of places are found in words, and doubted where they are more often something else."""

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.letters import name_form
from riwaya.arabic.words import words
from riwaya.errors import TableError
from riwaya.knowledge.ambiguous_names import Doubt
from riwaya.knowledge.countries import countries, country_named, country_of
from riwaya.knowledge.gazetteer import Gazetteer, Match, gazetteer
from riwaya.knowledge.place_entries import GazetteerEntry, entry_from, table_lines
from riwaya.knowledge.place_kinds import kind_word, kinds, prominence, without_kind
from riwaya.knowledge.relations import direction_adjective, relation_phrase
from riwaya.records.claim import Relation
from tests.arabic.texts import news

ROWS = (
    "1\tcity\tLY\tTripoli\t32.88\t13.19\t1150989\t\tTripoli\tطرابلس|طرابلس الغرب",
    "2\tcity\tLB\tNorth\t34.43\t35.84\t229398\t\tTripoli\tطرابلس",
    "3\tvillage\tSY\tIdlib\t35.1\t36.6\t0\tno\tKafr Sajna\tكفر سجنة",
    "4\ttown\tSY\tDeir ez-Zor\t35.3\t40.1\t239800\t\tDeir ez-Zor\tدير الزور",
)


def forms(text: str) -> list[str]:
    return [name_form(word.form) for word in words(text)]


def small() -> Gazetteer:
    return Gazetteer(ROWS)


def found(text: str, *, at: int = 0) -> Match:
    match = small().match(forms(text), at)
    assert match is not None
    return match


def test_a_name_of_several_words_is_found_whole() -> None:
    match = found("طرابلس الغرب تحت القصف")
    assert (match.words, match.name) == (2, "طرابلس الغرب")


@pytest.mark.parametrize("text", ["دير الزور", "ديرالزور", "دَيْر الزّور"])
def test_spelling_and_spacing_make_no_difference(text: str) -> None:
    assert found(text).entries[0].english == "Deir ez-Zor"


@pytest.mark.parametrize(
    ("text", "front"), [("وطرابلس", "و"), ("بطرابلس", "ب"), ("ولطرابلس", "ول")]
)
def test_letters_written_on_a_name_come_off(text: str, front: str) -> None:
    match = found(text)
    assert (match.front, match.name) == (front, "طرابلس")


def test_places_of_one_name_are_ranked_and_settled_by_a_hint() -> None:
    match = found("طرابلس")
    assert [entry.country for entry in match.entries] == ["LY", "LB"]
    assert match.best().country == "LY"
    assert match.best(country="LB").country == "LB"


def test_a_place_without_its_own_coordinates_says_so() -> None:
    entry = found("كفر سجنة").entries[0]
    assert not entry.exact
    assert entry.population == 0


def test_added_places_are_found_beside_the_bundled_ones() -> None:
    base = Gazetteer(ROWS)
    place = entry_from("9\tvillage\tLY\t\t32.1\t13.2\t\t\tNew Village\tقرية الاختبار")
    more = base.with_places([place])
    assert len(more) == len(base) + 1
    assert more.named(name_form("قرية الاختبار")) == (place,)
    assert more.named("طرابلس") == base.named("طرابلس")


@pytest.mark.parametrize("line", ["1\tcity", "1\tcity\tLY\t\tnorth\t13\t\t\tTripoli\tطرابلس"])
def test_a_line_that_breaks_the_form_is_named(line: str) -> None:
    with pytest.raises(TableError, match="places"):
        entry_from(line)


@given(text=news())
def test_no_words_raise(text: str) -> None:
    cut = forms(text)
    for at in range(len(cut)):
        match = gazetteer().match(cut, at)
        assert match is None or 0 < match.words <= len(cut) - at
        relation_phrase(cut, at)
        direction_adjective(cut, at)
        kind_word(cut[at])
        country_of(cut[at])
    without_kind(cut)


def test_every_line_of_the_bundled_tables_is_a_place_with_known_kind_and_country() -> None:
    for entry in map(entry_from, table_lines()):
        assert entry.kind in kinds()
        assert re.fullmatch("([A-Z]{2})?", entry.country)
        assert -90 <= entry.latitude <= 90
        assert -180 <= entry.longitude <= 180
        assert all(name_form(name) for name in entry.arabic)


def test_ids_of_the_bundled_places_are_their_own() -> None:
    ids = [line.split("\t", 1)[0] for line in table_lines()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("name", "english"),
    [("بنغازي", "Benghazi"), ("حلب", "Aleppo"), ("صنعاء", "Sanaa"), ("الموصل", "Mosul")],
)
def test_cities_of_the_wars_are_in_the_bundled_table(name: str, english: str) -> None:
    (best, *_) = gazetteer().named(name_form(name))
    assert best.english == english


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("بنغازي", Doubt.NONE),
        ("سوريا", Doubt.NONE),
        ("الباب", Doubt.CUE),
        ("صلاح الدين", Doubt.CUE),
        ("الجمعة", Doubt.KIND),
        ("التحالف", Doubt.KIND),
    ],
)
def test_a_name_is_doubted_as_far_as_it_is_another_word(name: str, doubt: Doubt) -> None:
    match = gazetteer().match(forms(name), 0)
    assert match is not None
    assert match.doubt is doubt
    assert match.ambiguous == (doubt is not Doubt.NONE)


def test_a_capital_is_likelier_than_a_village_of_its_name() -> None:
    assert prominence("capital") > prominence("village")
    assert prominence("no such kind") == 0.0


def entries_of(names: Iterable[str]) -> list[GazetteerEntry]:
    return [gazetteer().named(name_form(name))[0] for name in names]


def test_every_country_is_a_place_with_its_names_and_capital() -> None:
    for country in countries():
        assert {entry.english for entry in entries_of(country.arabic)} == {country.english}
        if country.iso:
            assert country_named(country.iso) == country


@pytest.mark.parametrize(
    ("adjective", "iso"),
    [("الليبية", "LY"), ("سوريين", "SY"), ("الأتراك", "TR"), ("أميركي", "US"), ("اليمنيتان", "YE")],
)
def test_an_adjective_names_its_country(adjective: str, iso: str) -> None:
    country = country_of(name_form(adjective))
    assert country is not None
    assert country.iso == iso


@pytest.mark.parametrize(
    ("word", "kind", "number", "definite", "front"),
    [
        ("مدينة", "city", "s", False, ""),
        ("وبالمدينة", "city", "s", True, "وب"),
        ("بلدتي", "town", "d", False, ""),
        ("القرى", "village", "p", True, ""),
    ],
)
def test_a_kind_word_tells_its_kind_number_and_letters(
    word: str, kind: str, number: str, definite: bool, front: str
) -> None:
    found = kind_word(name_form(word))
    assert found is not None
    assert (found.kind, found.number, found.definite, found.front) == (
        kind, number, definite, front,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "relation", "size"),
    [
        ("في", Relation.IN, 1),
        ("قرب", Relation.NEAR, 1),
        ("بالقرب من", Relation.NEAR, 2),
        ("شمال", Relation.NORTH_OF, 1),
        ("جنوب شرقي", Relation.SOUTHEAST_OF, 2),
        ("شمالي غربي", Relation.NORTHWEST_OF, 2),
        ("إلى الغرب من", Relation.WEST_OF, 3),
        ("وشرق", Relation.EAST_OF, 1),
        ("على مقربة من", Relation.NEAR, 3),
    ],
)
def test_a_phrase_tells_how_an_event_lies_to_a_place(
    text: str, relation: Relation, size: int
) -> None:
    phrase = relation_phrase([*forms(text), "درنه"], 0)
    assert phrase is not None
    assert (phrase.relation, phrase.words) == (relation, size)


def test_the_north_of_a_country_is_in_it_and_the_north_of_a_city_is_not() -> None:
    phrase = relation_phrase(["شمال"], 0)
    assert phrase is not None
    assert phrase.to("country") is Relation.IN
    assert phrase.to("city") is Relation.NORTH_OF


def test_a_direction_may_stand_behind_its_place() -> None:
    adjective = direction_adjective(forms("الشمالية الشرقية"), 0)
    assert adjective is not None
    assert (adjective.relation, adjective.words) == (Relation.NORTHEAST_OF, 2)


@given(st.lists(st.sampled_from(["مدينه", "حي", "درنه", "شمال"]), max_size=3))
def test_taking_a_kind_word_off_leaves_a_name(cut: list[str]) -> None:
    _, rest = without_kind(cut)
    assert len(rest) >= min(1, len(cut))
