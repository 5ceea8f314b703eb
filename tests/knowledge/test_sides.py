"""Who is on whose side follows from affiliations and camps, on a day."""

from datetime import date

import pytest

from riwaya.errors import UnknownChoiceError
from riwaya.knowledge.actors import actor
from riwaya.knowledge.sides import bodies, camp_of, conflicts, side
from riwaya.records.claim import Side


def between(first: str, second: str, on: date | None, conflict: str | None = None) -> Side:
    return side(actor(first), actor(second), on, conflict=conflict)


OWN = [
    ("khalifa_haftar", "ahmed_al_mismari", date(2019, 4, 4)),
    ("khalifa_haftar", "libyan_national_army", date(2019, 4, 4)),
    ("fayez_al_sarraj", "gna_forces", date(2019, 4, 4)),
    ("mohamed_gununu", "special_deterrence_force", date(2019, 6, 1)),
    ("aguila_saleh", "libyan_national_army", date(2019, 4, 4)),
    ("sana", "syrian_army", date(2016, 1, 1)),
    ("sana", "hezbollah", date(2016, 1, 1)),
    ("amaq", "islamic_state", date(2016, 1, 1)),
    ("al_masirah", "houthi_forces", date(2018, 1, 1)),
    ("turki_al_maliki", "saudi_air_force", date(2018, 1, 1)),
    ("yemeni_army", "arab_coalition", date(2016, 1, 1)),
    ("popular_resistance_yemen", "yemeni_army", date(2016, 1, 1)),
    ("ali_abdullah_saleh", "houthis", date(2016, 1, 1)),
    ("ypg", "syrian_democratic_forces", date(2017, 1, 1)),
    ("syrian_democratic_forces", "international_coalition", date(2017, 6, 1)),
    ("abu_mohammad_al_julani", "hayat_tahrir_al_sham", date(2018, 1, 1)),
    ("hayat_tahrir_al_sham", "jabhat_al_nusra", date(2018, 1, 1)),
    ("free_syrian_army", "turkish_army", date(2017, 1, 1)),
    ("al_quds_brigades", "al_qassam_brigades", date(2014, 7, 20)),
    ("russian_defence_ministry", "syrian_army", date(2017, 1, 1)),
    ("mohamed_hamdan_dagalo", "sudanese_army", date(2019, 6, 3)),
]
OPPOSING = [
    ("gna_forces", "libyan_national_army", date(2019, 4, 4)),
    ("fayez_al_sarraj", "khalifa_haftar", date(2019, 4, 4)),
    ("ahmed_al_mismari", "volcano_of_rage", date(2019, 10, 1)),
    ("saudi_army", "houthis", date(2016, 1, 1)),
    ("arab_coalition", "yahya_saree", date(2019, 9, 14)),
    ("al_masirah", "yemeni_army", date(2018, 1, 1)),
    ("ali_abdullah_saleh", "houthis", date(2017, 12, 3)),
    ("syrian_army", "free_syrian_army", date(2013, 1, 1)),
    ("hezbollah", "jabhat_al_nusra", date(2015, 1, 1)),
    ("turkish_army", "ypg", date(2018, 2, 1)),
    ("amaq", "iraqi_army", date(2016, 10, 17)),
    ("peshmerga", "islamic_state", date(2014, 8, 1)),
    ("israeli_army", "al_qassam_brigades", date(2014, 7, 20)),
    ("avichay_adraee", "islamic_jihad_palestine", date(2019, 11, 12)),
    ("pkk", "turkish_army", date(2016, 1, 1)),
    ("amisom", "al_shabaab", date(2014, 1, 1)),
    ("egyptian_army", "wilayat_sinai", date(2016, 1, 1)),
    ("sudanese_army", "rapid_support_forces", date(2023, 5, 1)),
    ("kataib_hezbollah", "us_army", date(2020, 1, 1)),
    ("qatari_government", "saudi_foreign_ministry", date(2017, 7, 1)),
    ("al_kaniyat", "tripoli_revolutionaries_brigade", date(2018, 9, 1)),
]
THIRD = [
    ("syrian_observatory_for_human_rights", "syrian_army", date(2016, 1, 1)),
    ("syrian_observatory_for_human_rights", "free_syrian_army", date(2016, 1, 1)),
    ("reuters", "libyan_national_army", date(2019, 4, 4)),
    ("unsmil", "gna_forces", date(2019, 4, 4)),
    ("human_rights_watch", "houthis", date(2018, 1, 1)),
    ("al_jazeera", "egyptian_army", date(2015, 1, 1)),
    ("icrc", "israeli_army", date(2014, 7, 20)),
    ("white_house", "houthis", date(2018, 1, 1)),
    ("us_army", "syrian_army", date(2016, 1, 1)),
]


@pytest.mark.parametrize(("first", "second", "on"), OWN)
def test_own_side(first: str, second: str, on: date) -> None:
    assert between(first, second, on) == between(second, first, on) == Side.OWN


@pytest.mark.parametrize(("first", "second", "on"), OPPOSING)
def test_opposing_side(first: str, second: str, on: date) -> None:
    assert between(first, second, on) == between(second, first, on) == Side.OPPOSING


@pytest.mark.parametrize(("first", "second", "on"), THIRD)
def test_third_party(first: str, second: str, on: date) -> None:
    assert between(first, second, on) == between(second, first, on) == Side.THIRD


def test_everyone_is_on_their_own_side() -> None:
    assert between("houthis", "houthis", None) == Side.OWN


def test_a_war_that_is_over_makes_no_sides() -> None:
    pair = "government_of_national_accord", "libyan_national_army"
    assert between(*pair, date(2020, 1, 1)) == Side.OPPOSING
    assert between(*pair, date(2022, 1, 1)) == Side.THIRD


def test_on_an_unknown_day_whatever_ever_held_counts() -> None:
    assert between("ali_abdullah_saleh", "houthis", None) == Side.OPPOSING


def test_what_is_nearer_decides() -> None:
    # Both are part of the same forces, yet they fought each other.
    on = date(2018, 9, 1)
    assert between("tripoli_revolutionaries_brigade", "nawasi_brigade", on) == Side.OWN
    assert between("tripoli_revolutionaries_brigade", "al_kaniyat", on) == Side.OPPOSING


def test_camps_of_other_conflicts_can_be_left_out() -> None:
    on = date(2017, 1, 1)
    pair = "iranian_army", "free_syrian_army"
    assert between(*pair, on) == Side.OPPOSING
    assert between(*pair, on, "yemen") == Side.THIRD


def test_an_unknown_conflict_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(UnknownChoiceError, match="libya"):
        between("iranian_army", "free_syrian_army", None, "atlantis")


@pytest.mark.parametrize(
    ("identity", "conflict", "on", "camp"),
    [
        ("ahmed_al_mismari", "libya", date(2019, 4, 4), "lna"),
        ("volcano_of_rage", "libya", date(2019, 4, 4), "gna"),
        ("rapid_support_forces", "sudan", date(2019, 6, 3), "government"),
        ("rapid_support_forces", "sudan", date(2023, 6, 3), "rsf"),
        ("yahya_saree", "yemen", date(2019, 9, 14), "houthi"),
        ("turkish_air_force", "syria", date(2018, 1, 20), "turkey"),
        ("turkish_air_force", "syria", date(2012, 1, 20), None),
        ("reuters", "syria", date(2018, 1, 20), None),
    ],
)
def test_the_camp_of_an_actor_is_its_own_or_that_of_its_body(
    identity: str, conflict: str, on: date, camp: str | None
) -> None:
    assert camp_of(actor(identity), conflict, on) == camp


def test_who_left_office_no_longer_speaks_for_the_body() -> None:
    speaker = actor("ahmed_asiri")
    during = {body.actor.id for body in bodies(speaker, date(2016, 1, 1))}
    after = {body.actor.id for body in bodies(speaker, date(2018, 1, 1))}
    assert ("arab_coalition" in during, "arab_coalition" in after) == (True, False)


@pytest.mark.parametrize("name", sorted(conflicts()))
def test_a_conflict_has_camps_that_fight(name: str) -> None:
    conflict = conflicts()[name]
    assert len(conflict.camps) > 1
    assert conflict.opposed
