"""The table of event types holds what the annotation guidelines and the schemes ask for."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files

import pytest

from riwaya.errors import TableError, UnknownChoiceError
from riwaya.knowledge import ontology
from riwaya.knowledge.ontology import (
    EventType,
    Scheme,
    ViolenceType,
    event_type,
    event_types,
    vocabulary,
)
from riwaya.records.claim import CountRole

NAMES = """
armed_clash attack air_strike shelling bombing suicide_bombing chemical_attack assassination
killing injury capture arrest abduction abuse seizure_of_territory advance withdrawal deployment
siege repulse interception destruction looting weapons_seizure displacement release surrender
protest riot crackdown restriction ceasefire violation agreement talks condemnation accusation
sanction aid
""".split()  # noqa: SIM905  # thirty-nine quoted words are harder to check
TABLES = files("riwaya.knowledge") / "tables"
EVERY_TYPE = pytest.mark.parametrize("kind", event_types().values(), ids=lambda kind: kind.name)


def test_every_type_of_the_guidelines_is_there_in_their_order() -> None:
    assert list(event_types()) == NAMES


@EVERY_TYPE
def test_a_type_has_labels_in_both_languages_and_one_sentence(kind: EventType) -> None:
    assert re.fullmatch(r"[a-z ]+", kind.english)
    assert re.fullmatch(r"[\u0621-\u064a ]+", kind.arabic)
    assert re.fullmatch(r"[A-Z][^.]+\.", kind.definition)


@EVERY_TYPE
def test_a_type_says_what_its_arguments_are(kind: EventType) -> None:
    assert all((kind.agents, kind.targets, kind.places, *kind.counts.values()))


@EVERY_TYPE
def test_a_crosswalk_has_a_code_or_a_reason_for_every_scheme(kind: EventType) -> None:
    codes: dict[Scheme, object] = {
        Scheme.ACLED: kind.acled,
        Scheme.PLOVER: kind.plover,
        Scheme.CAMEO: kind.cameo,
        Scheme.UCDP: kind.ucdp,
    }
    for scheme, code in codes.items():
        assert (code is None) == bool(kind.outside.get(scheme)), scheme


@EVERY_TYPE
def test_a_crosswalk_uses_known_categories_only(kind: EventType) -> None:
    known = vocabulary()
    assert kind.acled is None or kind.acled.sub_event_type in known.acled[kind.acled.event_type]
    if kind.plover is not None:
        assert kind.plover.mode in {None, *known.plover[kind.plover.type]}
    assert kind.cameo is None or kind.cameo in known.cameo
    assert {str(int(violence)) for violence in kind.ucdp} <= known.ucdp.keys()


def test_every_cameo_gloss_is_used() -> None:
    assert {kind.cameo for kind in event_types().values()} - {None} == vocabulary().cameo.keys()


def test_the_schemes_are_whole() -> None:
    known = vocabulary()
    assert (len(known.acled), sum(map(len, known.acled.values()))) == (6, 25)
    assert len(known.plover) == 16
    assert known.ucdp.keys() == {str(int(violence)) for violence in ViolenceType}


def test_every_role_that_is_counted_belongs_to_some_type() -> None:
    roles = {role for kind in event_types().values() for role in kind.counts}
    assert roles | {CountRole.OTHER} == set(CountRole)


def test_only_deadly_types_are_eligible_for_ucdp() -> None:
    assert event_type("killing").ucdp
    assert not event_type("talks").ucdp


def test_an_unknown_type_names_the_known_ones() -> None:
    with pytest.raises(UnknownChoiceError, match=r"air_strike.*withdrawal"):
        event_type("airstrike")


GOOD: Mapping[str, object] = {
    "english": "feud",
    "arabic": "ثأر",
    "definition": "Families fight.",
    "agents": "one family",
    "targets": "the other",
    "places": "where they live",
    "acled": ["Riots", "Mob violence"],
    "plover": ["ASSAULT"],
    "cameo": "180",
    "ucdp": [2],
}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"acled": ["Riots", "Armed clash"]}, "ACLED has no Riots, Armed clash"),
        ({"plover": ["AGREE", "firearms"]}, "PLOVER has no AGREE, firearms"),
        ({"cameo": "999"}, "no gloss of the CAMEO code '999'"),
        ({"definiton": "Misspelt."}, "unknown fields"),
        ({"english": ""}, "missing texts \\['english'\\]"),
        ({"ucdp": [4]}, "4 is not a valid ViolenceType"),
        ({"counts": {"killled": "dead"}}, "not a valid CountRole"),
        ({"outside": {"ucdp": "no deaths"}}, "either a code of ucdp, or the reason"),
    ],
)
def test_a_wrong_row_is_refused(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, object], complaint: str
) -> None:
    schemes = vocabulary()
    monkeypatch.setattr(ontology, "vocabulary", lambda: schemes)
    monkeypatch.setattr(ontology, "_read", lambda _name: {"feud": {**GOOD, **change}})
    with pytest.raises(TableError, match=complaint):
        event_types.__wrapped__()


def test_every_digest_among_the_sources_is_that_of_its_file() -> None:
    sources = tomllib.loads((TABLES / "SOURCES.toml").read_text(encoding="utf-8"))
    for name, source in sources.items():
        assert source["origin"], name
        assert source["licence"], name
        if "sha256" in source:
            digest = hashlib.sha256((TABLES / name).read_bytes()).hexdigest()
            assert digest == source["sha256"], name


def test_the_tables_of_event_types_have_a_source() -> None:
    sources = tomllib.loads((TABLES / "SOURCES.toml").read_text(encoding="utf-8"))
    assert {"event_types.toml", "schemes.toml"} <= sources.keys()
