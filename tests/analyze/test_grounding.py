"""Relative and vague places become the circles that arithmetic by hand gives."""

from math import ceil, cos, pi, radians, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.analyze.grounding import BEARINGS, at_distance, at_place, near, toward_side
from riwaya.knowledge.distances import kilometres_apart
from riwaya.knowledge.extents import border_points, circle_of
from riwaya.knowledge.gazetteer import gazetteer
from riwaya.knowledge.geometry import destination
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.records.claim import Relation
from riwaya.records.reading import PlaceMention
from tests.analyze.readings import a_reading, the_place

KM_IN_A_DEGREE = 6371.0 * pi / 180


def the_entry(name: str, kind: str, country: str) -> GazetteerEntry:
    (entry, *_) = [e for e in gazetteer().named(name) if (e.kind, e.country) == (kind, country)]
    return entry


ALEPPO = the_entry("حلب", "city", "SY")
TRIPOLI = the_entry("طرابلس", "capital", "LY")


def apart(place: PlaceMention, point: tuple[float, float]) -> float:
    assert place.latitude is not None
    assert place.longitude is not None
    return kilometres_apart((place.latitude, place.longitude), point)


def precision(place: PlaceMention) -> tuple[int | None, int | None]:
    return place.geo_precision, place.where_prec


def is_radius(place: PlaceMention, km: float) -> bool:
    """Tell whether a radius is the one reckoned, rounded up to a tenth of a kilometer."""
    return place.radius_km is not None and km - 1e-6 <= place.radius_km <= ceil(km * 10 + 1) / 10


def test_in_a_city_is_its_circle() -> None:
    place = the_place("انفجار في حلب", "حلب")
    assert (place.latitude, place.longitude) == (ALEPPO.latitude, ALEPPO.longitude)
    assert is_radius(place, circle_of(ALEPPO).radius_km)
    assert precision(place) == (1, 1)


def test_north_of_a_city_lies_ten_kilometers_beyond_its_edge() -> None:
    place = the_place("قصف شمال حلب", "شمال حلب")
    away = circle_of(ALEPPO).radius_km + 10
    assert place.latitude == pytest.approx(ALEPPO.latitude + away / KM_IN_A_DEGREE, abs=1e-4)
    assert place.longitude == pytest.approx(ALEPPO.longitude, abs=1e-4)
    assert is_radius(place, away)
    assert precision(place) == (2, 2)


def test_west_of_a_capital_lies_along_its_parallel() -> None:
    place = the_place("اشتباكات غرب طرابلس الليبية", "غرب طرابلس")
    away = circle_of(TRIPOLI).radius_km + 10
    degree = KM_IN_A_DEGREE * cos(radians(TRIPOLI.latitude))
    assert place.latitude == pytest.approx(TRIPOLI.latitude, abs=0.001)
    assert place.longitude == pytest.approx(TRIPOLI.longitude - away / degree, abs=0.001)


def test_northwest_of_a_city_lies_as_far_north_as_west() -> None:
    place = the_place("قصف شمال غربي حلب", "شمال غربي حلب")
    side = (circle_of(ALEPPO).radius_km + 10) / sqrt(2)
    degree = KM_IN_A_DEGREE * cos(radians(ALEPPO.latitude))
    assert place.latitude == pytest.approx(ALEPPO.latitude + side / KM_IN_A_DEGREE, abs=0.002)
    assert place.longitude == pytest.approx(ALEPPO.longitude - side / degree, abs=0.002)


def test_a_distance_and_a_direction_give_the_point() -> None:
    place = the_place("وقع الهجوم على بعد 10 كيلومترات جنوب حلب", "جنوب حلب")
    assert place.latitude == pytest.approx(ALEPPO.latitude - 10 / KM_IN_A_DEGREE, abs=1e-4)
    # Counted from the edge it is 10 + R off; 22.5° astray, the law of cosines gives the rest.
    far = 10 + circle_of(ALEPPO).radius_km
    assert is_radius(place, sqrt(10**2 + far**2 - 2 * 10 * far * 0.9238795))
    assert place.distance_km == 10


def test_a_distance_without_a_direction_is_a_ring_within_a_circle() -> None:
    place = the_place("على بعد 20 كيلومترا من مدينة حلب", "من مدينة حلب")
    assert apart(place, (ALEPPO.latitude, ALEPPO.longitude)) < 0.01
    assert is_radius(place, 20 + circle_of(ALEPPO).radius_km)
    assert (place.relation, place.distance_km) == (Relation.NEAR, 20)


def test_a_distance_from_the_western_gate_goes_west() -> None:
    body = "اشتباكات على بعد 27 كيلومترا من البوابة الغربية لمدينة طرابلس في ليبيا"
    place = the_place(body, "البوابة الغربية لمدينة طرابلس")
    degree = KM_IN_A_DEGREE * cos(radians(TRIPOLI.latitude))
    assert (place.anchor, place.relation) == ("Tripoli", Relation.WEST_OF)
    assert place.longitude == pytest.approx(TRIPOLI.longitude - 27 / degree, abs=0.001)
    # The gate called after the 27th kilometer, by Janzour.
    assert apart(place, (32.81, 12.95)) < (place.radius_km or 0)


@pytest.mark.parametrize(
    "words", ["قرب", "في محيط", "على أطراف", "في ضواحي", "على مشارف", "بالقرب من"]
)
def test_near_is_ten_kilometers_around_a_city(words: str) -> None:
    (place,) = a_reading(f"معارك {words} حلب").places
    assert is_radius(place, circle_of(ALEPPO).radius_km + 10)
    assert place.relation is Relation.NEAR
    assert place.geo_precision == 2


def test_near_a_village_is_nearer_than_near_a_city() -> None:
    village = the_place("معارك قرب قرية كفر حمرة بريف حلب", "قرب قرية كفر حمرة")
    assert (village.radius_km or 0) < circle_of(ALEPPO).radius_km + 10


def test_between_two_towns_is_half_way() -> None:
    zawiya = the_place("اشتباكات في صبراتة والزاوية غرب طرابلس", "والزاوية")
    surman = the_place("اشتباكات في صرمان غرب طرابلس", "صرمان")
    ends = [(p.latitude or 0.0, p.longitude or 0.0) for p in (zawiya, surman)]
    reading = a_reading("اشتباكات بين الزاوية وصرمان غرب ليبيا")
    half = kilometres_apart(*ends) / 2
    for place in reading.places[:2]:
        assert place.latitude == pytest.approx((ends[0][0] + ends[1][0]) / 2, abs=0.001)
        assert place.longitude == pytest.approx((ends[0][1] + ends[1][1]) / 2, abs=0.001)
        assert is_radius(place, half)
    assert precision(reading.places[0]) == (2, 2)


def test_the_northern_countryside_is_the_northern_quarter() -> None:
    region = the_entry("ريف حلب", "region", "SY")
    place = the_place("قصف ريف حلب الشمالي", "ريف حلب الشمالي")
    half = circle_of(region).radius_km / sqrt(2)
    assert place.latitude == pytest.approx(region.latitude + half / KM_IN_A_DEGREE, abs=0.001)
    assert is_radius(place, half)
    assert place.where_prec == 5


def test_the_east_of_a_governorate_lies_in_it() -> None:
    hasakah = the_entry("الحسكه", "governorate", "SY")
    place = the_place("قصف شرق محافظة الحسكة", "شرق محافظة الحسكة")
    assert (place.longitude or 0) > hasakah.longitude
    assert apart(place, (hasakah.latitude, hasakah.longitude)) < circle_of(hasakah).radius_km
    assert place.where_prec == 4


def test_the_west_of_a_country_is_where_its_people_live() -> None:
    place = the_place("هجوم غرب ليبيا", "غرب ليبيا")
    assert apart(place, (TRIPOLI.latitude, TRIPOLI.longitude)) < (place.radius_km or 0)
    assert (place.latitude or 0) > 29
    assert (place.relation, place.where_prec) == (Relation.IN, 5)


def test_a_countryside_that_is_not_listed_lies_around_its_town() -> None:
    salqin = gazetteer().named("سلقين")[0]
    place = the_place("قصف ريف سلقين في إدلب", "ريف سلقين")
    assert apart(place, (salqin.latitude, salqin.longitude)) < 0.01
    assert is_radius(place, circle_of(salqin).radius_km + 15)


def test_a_border_of_two_countries_runs_between_them() -> None:
    points = border_points("SY", "TR")
    place = the_place("اشتباكات على الحدود السورية التركية", "الحدود السورية")
    assert all(apart(place, point) <= (place.radius_km or 0) for point in points)
    assert precision(place) == (3, 5)


def test_a_border_is_near_the_town_that_is_named_with_it() -> None:
    reading = a_reading("هجوم في بلدة سروج قرب الحدود مع سوريا بجنوب شرق تركيا")
    border = next(place for place in reading.places if place.kind == "border")
    suruc = gazetteer().named("سروج")[0]
    assert apart(border, (suruc.latitude, suruc.longitude)) < 60
    assert (border.radius_km or 0) < 100
    assert precision(border) == (2, 5)


@pytest.mark.parametrize(
    "words", ["الحدود بين سوريا وتركيا", "الحدود التركية - السورية", "الحدود السورية مع تركيا"]
)
def test_a_border_may_be_named_in_many_ways(words: str) -> None:
    one = a_reading(f"اشتباكات على {words}").places[0]
    other = a_reading("اشتباكات على الحدود السورية التركية").places[0]
    assert (one.latitude, one.longitude) == (other.latitude, other.longitude)


def test_an_unlisted_village_lies_where_its_neighbor_does() -> None:
    reading = a_reading("قصفت الطائرات قرية زنبقة بريف إدلب الجنوبي")
    village, countryside = reading.places
    assert (village.anchor, village.parent) == (None, countryside.anchor)
    assert (village.latitude, village.radius_km) == (countryside.latitude, countryside.radius_km)
    assert village.geo_precision == 2


def test_an_unlisted_village_near_a_town_lies_around_it() -> None:
    reading = a_reading("قتل ثلاثة في قرية زنبقة قرب حلب")
    village = reading.places[0]
    assert village.parent == "Aleppo"
    assert apart(village, (ALEPPO.latitude, ALEPPO.longitude)) < 0.01


def test_an_unlisted_name_alone_lies_somewhere_in_the_country() -> None:
    reading = a_reading("قال الجيش السوري في دمشق إنه تقدم. وقصفت الطائرات قرية زنبقة.")
    village = reading.places[-1]
    assert (village.parent, precision(village)) == ("Syria", (3, 6))


@pytest.mark.parametrize(
    ("body", "words", "anchor"),
    [
        ("دخلت القوات مدينة سرت ثم غادرت المدينة", "المدينة", "Sirte"),
        ("قصفت الطائرات غزة وقتل ثلاثة شمال القطاع", "شمال القطاع", "Gaza Strip"),
        ("عقد اللقاء في العاصمة السودانية", "العاصمة السودانية", "Khartoum"),
        ("أعلن الجيش اليمني في اليمن تقدما شرقي البلاد", "شرقي البلاد", "Yemen"),
        ("اعترضت السعودية صاروخا فوق أراضي المملكة", "أراضي المملكة", "Saudi Arabia"),
        (
            "هاجمت القوات عفرين السورية ثم دخلت أطراف المدينة الشمالية",
            "أطراف المدينة الشمالية",
            "'Afrin",
        ),
    ],
)
def test_a_word_for_a_place_has_the_circle_of_what_it_stands_for(
    body: str, words: str, anchor: str
) -> None:
    place = the_place(body, words)
    assert place.anchor == anchor
    assert place.radius_km


def test_a_division_that_is_named_by_a_direction_is_no_part() -> None:
    place = the_place("قتل جنديان في شمال سيناء", "شمال سيناء")
    assert (place.anchor, place.kind) == ("North Sinai", "governorate")


def test_the_airport_of_a_town_that_has_none_listed_lies_around_it() -> None:
    town = gazetteer().named("سلقين")[0]
    place = the_place("هبطت مروحية في مطار سلقين بريف إدلب", "مطار سلقين")
    assert precision(place) == (2, 2)
    assert (place.radius_km or 0) > circle_of(town).radius_km


SETTLED = [
    entry
    for name in (
        "حلب",
        "طرابلس",
        "سرت",
        "منبج",
        "ترهونه",
        "تعز",
        "الموصل",
        "سراقب",
        "غزه",
        "كفر حمره",
    )
    for entry in gazetteer().named(name)[:1]
]


@given(
    entry=st.sampled_from(SETTLED),
    side=st.sampled_from(sorted(BEARINGS)),
    share=st.floats(0, 1),
    off=st.floats(-45, 45),
)
def test_what_lies_to_a_side_is_in_the_circle(
    entry: GazetteerEntry, side: Relation, share: float, off: float
) -> None:
    base = at_place(entry)
    circle = toward_side(base, entry.kind, side).circle
    reach = circle.radius_km * sqrt(2)
    there = destination(base.circle.middle, bearing=(BEARINGS[side] + off) % 360, km=reach * share)
    assert circle.wider(0.2).holds(there)
    back = destination(base.circle.middle, bearing=(BEARINGS[side] + 180) % 360, km=1.0)
    assert not circle.holds(back)


@given(
    entry=st.sampled_from(SETTLED),
    side=st.sampled_from(sorted(BEARINGS)),
    km=st.floats(1, 200),
    off=st.floats(-22.5, 22.5),
)
def test_a_stated_distance_leads_into_the_circle(
    entry: GazetteerEntry, side: Relation, km: float, off: float
) -> None:
    base = at_place(entry)
    circle = at_distance(base, km, side).circle
    assert kilometres_apart(circle.middle, base.circle.middle) == pytest.approx(km, rel=1e-3)
    for counted in (km, km + base.circle.radius_km):
        there = destination(base.circle.middle, bearing=BEARINGS[side] + off, km=counted)
        assert circle.wider(0.2 + km / 100).holds(there)


@given(entry=st.sampled_from(SETTLED), km=st.floats(1, 200), bearing=st.floats(0, 360))
def test_a_ring_lies_in_the_circle_around_its_place(
    entry: GazetteerEntry, km: float, bearing: float
) -> None:
    base = at_place(entry)
    circle = at_distance(base, km, None).circle
    edge = base.circle.radius_km
    there = destination(base.circle.middle, bearing=bearing, km=km + edge)
    assert circle.wider(0.1).holds(there)


@given(entry=st.sampled_from(SETTLED))
def test_near_holds_the_place_itself(entry: GazetteerEntry) -> None:
    base = at_place(entry)
    assert near(base, entry.kind).circle.radius_km > base.circle.radius_km


@pytest.mark.parametrize("place", ["حلب", "قرب حلب", "شمال حلب", "بين حلب وحماة", "الحدود السورية"])
def test_points_carry_no_false_digits(place: str) -> None:
    mention = a_reading(f"قصف في {place}").places[0]
    assert mention.latitude == round(mention.latitude or 0, 5)
    assert mention.radius_km == round(mention.radius_km or 0, 1)
