"""Places are found by name, the likeliest first, with the reason; a doubtful one is no answer."""

import pytest
from hypothesis import given, settings

from riwaya.knowledge.asked_places import asked_place, leading_parts
from riwaya.knowledge.place_search import CREDIBLE, best_place, find_places
from tests.arabic.texts import news


def english(name: str, country: str | None = None) -> str | None:
    best = best_place(name, country=country)
    return best.entry.english if best else None


@pytest.mark.parametrize(
    "name",
    [
        "دير الزور", "ديرالزور", "دير الزّور", "مدينة دير الزور", "دير_الزور", "Deir ez-Zor",
        "deir ez zor", "\u200fدير الزور\u200e",
    ],
)  # fmt: skip
def test_spelling_kind_words_and_script_make_no_difference(name: str) -> None:
    assert english(name, "SY") == "Deir ez-Zor"


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("ترهونه", "LY", "Tarhuna"),
        ("عزاز", "SY", "I'zaz"),
        ("جرابلوس", "SY", "Jarabulus"),
        ("أبو الظهور", "SY", "Abu az Zuhur"),
        ("بلدة سراقب", "SY", "Saraqib"),
    ],
)
def test_a_variant_finds_its_place(name: str, country: str, found: str) -> None:
    best = best_place(name, country=country)
    assert best is not None
    assert best.entry.english.replace("`", "'") == found


@pytest.mark.parametrize(("country", "latitude"), [("LY", 32.9), ("LB", 34.4)])
def test_the_country_settles_which_tripoli_is_meant(country: str, latitude: float) -> None:
    best = best_place("طرابلس", country=country)
    assert best is not None
    assert best.entry.latitude == pytest.approx(latitude, abs=0.1)


def test_a_bare_name_means_the_town_and_a_kind_word_the_kind() -> None:
    town = best_place("رأس لانوف", country="LY")
    port = best_place("ميناء رأس لانوف", country="LY")
    assert town is not None
    assert port is not None
    assert (town.entry.kind, port.entry.kind) == ("town", "port")
    governorate = best_place("محافظة إدلب", country="SY")
    assert governorate is not None
    assert governorate.entry.kind == "governorate"


def test_a_hill_is_not_taken_for_the_rest_of_its_name() -> None:
    assert all(
        found.score < CREDIBLE or found.entry.arabic[0] != "حسين"
        for found in find_places("تل حسين", country="SY")
    )


def test_candidates_are_ranked_with_scores_and_reasons() -> None:
    found = find_places("المنصورة", country="SY")
    scores = [each.score for each in found]
    assert len(found) > 2
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert "places of that name" in found[0].reason


def test_a_name_that_many_small_places_bear_is_no_answer() -> None:
    assert find_places("الحميدية", country="SY")
    assert best_place("الحميدية", country="SY") is None


@pytest.mark.parametrize(
    "name", ["المنصورة (ريف الرقة)", "المنصورة بريف الرقة", "المنصورة، الرقة", "المنصورة غرب الرقة"]
)
def test_what_is_said_beside_a_name_settles_which_is_meant(name: str) -> None:
    best = best_place(name, country="SY")
    assert best is not None
    assert best.entry.parent == "Ar-Raqqah"


@pytest.mark.parametrize("name", ["قرية قرب سراقب", "محيط سراقب", "شمال سراقب"])
def test_where_only_a_neighbor_is_named_it_is_the_answer_and_scores_less(name: str) -> None:
    best = best_place(name, country="SY")
    assert best is not None
    assert best.entry.english == "Saraqib"
    assert best.score < find_places("سراقب", country="SY")[0].score


def test_a_place_known_only_by_its_parent_is_shown_but_no_answer() -> None:
    (first, *_) = find_places("الكفرين", country="SY")
    if not first.entry.exact:
        assert first.radius_km > 20
        assert "parent" in first.reason
        assert best_place("الكفرين", country="SY") is None


@pytest.mark.parametrize("name", ["", " ", "()", "،", "؟!", "xyzzyqwv", "قغصطضظ"])
def test_what_names_nothing_finds_nothing(name: str) -> None:
    assert best_place(name, country="SY") is None


@given(text=news())
@settings(max_examples=60, deadline=None)
def test_no_text_raises(text: str) -> None:
    for each in find_places(text, country="SY", most=3):
        assert 0 <= each.score <= 1
    asked_place(text)
    leading_parts(text)


def test_a_name_is_cut_from_what_is_said_of_it() -> None:
    assert asked_place("بزابور (جنوب إدلب)").beside == ("جنوب إدلب",)
    assert asked_place("تل رفعت والشيخ عيسى").name == "تل رفعت والشيخ عيسى"
    assert asked_place("تل رفعت و الشيخ عيسى").beside == ("الشيخ عيسى",)
