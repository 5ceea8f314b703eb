"""The tables of actors keep their own form."""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from riwaya import knowledge
from riwaya.arabic.letters import is_arabic
from riwaya.knowledge.actor_entries import Actor, ActorKind, codes
from riwaya.knowledge.actors import NameUse, actor_named, actors, registry
from riwaya.knowledge.countries import country_named
from riwaya.knowledge.sides import conflicts

TABLES = sorted((Path(knowledge.__file__).parent / "tables" / "actors").glob("*.toml"))
WRITTEN: dict[str, Mapping[str, Any]] = {
    table.name: tomllib.loads(table.read_text(encoding="utf-8")) for table in TABLES
}
ACTORS: dict[str, Actor] = {each.id: each for each in actors()}
NAME_FIELDS = ("variants", "titles", "short", "metonyms")

# Full names that two actors share in the news, one after the other or side by side.
SHARED = {
    "قوات الأمن العراقية": {"iraqi_security_forces", "iraqi_police"},
    "الأجهزة الأمنية العراقية": {"iraqi_security_forces", "iraqi_police"},
    "القوات اللبنانية": {"lebanese_forces", "lebanese_army"},
    "المجلس الرئاسي الليبي": {"presidential_council_gna", "presidential_council_libya"},
    "المجلس الرئاسي في ليبيا": {"presidential_council_gna", "presidential_council_libya"},
}
MOST_WHO_SHARE_A_SHORT_NAME = 4


def names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.variants, *actor.titles, *actor.short, *actor.metonyms)


def test_there_are_as_many_actors_as_the_requirement_asks_for() -> None:
    assert len(ACTORS) >= 600
    assert len(TABLES) >= 16


def test_every_id_is_a_slug_and_stands_in_one_table() -> None:
    counted = Counter(identity for table in WRITTEN.values() for identity in table)
    assert [identity for identity, times in counted.items() if times > 1] == []
    assert [each for each in counted if not re.fullmatch(r"[a-z0-9_]+", each)] == []
    assert counted.keys() == ACTORS.keys()


@pytest.mark.parametrize("table", sorted(WRITTEN))
def test_what_the_index_reads_is_what_the_table_says(table: str) -> None:
    for identity, row in WRITTEN[table].items():
        assert set(names(ACTORS[identity])) == {
            row["name"],
            *(name for field in NAME_FIELDS for name in row.get(field, ())),
        }
        for name in names(ACTORS[identity]):
            found = {candidate.actor.id for candidate in actor_named(name)}
            assert identity in found or name in ACTORS[identity].titles, (identity, name)


def test_every_affiliation_is_with_another_actor_of_the_registry() -> None:
    wrong = [
        (each.id, affiliation.actor)
        for each in ACTORS.values()
        for affiliation in each.affiliations
        if affiliation.actor not in ACTORS or affiliation.actor == each.id
    ]
    assert wrong == []


def test_every_camp_is_one_of_its_conflict() -> None:
    wrong = [
        (each.id, camp)
        for each in ACTORS.values()
        for camp in each.camps
        if camp.conflict not in conflicts() or camp.camp not in conflicts()[camp.conflict].camps
    ]
    assert wrong == []


def test_every_camp_of_a_conflict_has_somebody_in_it() -> None:
    filled = {(camp.conflict, camp.camp) for each in ACTORS.values() for camp in each.camps}
    assert filled == {(name, camp) for name, each in conflicts().items() for camp in each.camps}


def test_every_kind_and_every_code_is_used() -> None:
    assert {each.kind for each in ACTORS.values()} == set(ActorKind)
    assert {each.plover_sector for each in ACTORS.values()} == codes()["plover_sector"].keys()
    assert {each.cameo_role for each in ACTORS.values()} == codes()["cameo_role"].keys()
    assert codes()["acled_inter"].keys() == set("12345678")


def test_every_country_is_known_by_its_code() -> None:
    codes_used = {each.country for each in ACTORS.values() if each.country}
    assert {code for code in codes_used if country_named(code) is None} == set()


def test_names_are_arabic_and_free_of_marks_and_doubles() -> None:
    for each in ACTORS.values():
        written = names(each)
        assert len(set(written)) == len(written), each.id
        for name in written:
            assert any(is_arabic(char) for char in name), (each.id, name)
            assert name == " ".join(name.split()), (each.id, name)
            assert not set(name) & set('"«»\u064b'), (each.id, name)


def test_only_people_hold_titles() -> None:
    assert [each.id for each in ACTORS.values() if each.titles and each.kind != "person"] == []


def test_only_known_full_names_are_shared() -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for each in ACTORS.values():
        for name in (each.name, *each.variants):
            found = actor_named(name)
            sure = {one.actor.id for one in found if one.use in (NameUse.NAME, NameUse.VARIANTS)}
            if len(sure) > 1:
                owners[name] |= sure
    assert {frozenset(each) for each in owners.values()} == {
        frozenset(each) for each in SHARED.values()
    }


def test_few_actors_share_a_short_name() -> None:
    crowded = {
        name: len(actor_named(name))
        for each in ACTORS.values()
        for name in (*each.short, *each.metonyms)
        if len(actor_named(name)) > MOST_WHO_SHARE_A_SHORT_NAME
    }
    assert crowded == {}


def test_english_names_tell_actors_apart() -> None:
    counted = Counter(each.english for each in ACTORS.values())
    assert [name for name, times in counted.items() if times > 1] == []


def test_the_registry_counts_its_entries() -> None:
    assert len(registry()) == len(ACTORS)
