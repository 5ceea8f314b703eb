"""Every claim can say how each of its parts was found."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.extract import extract
from riwaya.extract.context import Context
from riwaya.extract.extract import Extraction
from riwaya.records.claim import Claim
from tests.analyze.readings import a_reading
from tests.extract.some_weights import some_weights

TEXT = (
    "قال المتحدث باسم الجيش إن ثلاثة جنود قتلوا مساء الخميس في هجوم شنه مسلحون قرب سرت. "
    "وأطلقوا سراح السائق."
)


def parts_of(claim: Claim) -> set[str]:
    return {step.part for step in claim.why}


def expected(claim: Claim) -> set[str]:
    """Return the parts of which a claim must say how they were found."""
    present = {
        "places": claim.places,
        "times": claim.time,
        "counts": claim.counts,
        "sources": claim.attribution,
        "attribution": claim.attribution,
    }
    always = {"trigger", "agents", "targets", "modality"}
    return always | {part for part, value in present.items() if value}


def test_every_part_that_a_claim_has_is_explained() -> None:
    claims = extract(a_reading(TEXT), explains=True)
    assert {claim.type for claim in claims} >= {"killing", "release"}
    for claim in claims:
        assert expected(claim) <= parts_of(claim)


@given(st.integers(1, 4))
@settings(deadline=None, max_examples=4)
def test_whatever_is_chosen_is_explained(seed: int) -> None:
    context = Context(a_reading(TEXT))
    for claim in Extraction(context, some_weights(seed), explains=True).claims():
        assert expected(claim) <= parts_of(claim)
        assert len(claim.why) == len(set(claim.why))


def rules(event: str, part: str, text: str = TEXT) -> str:
    claims = extract(a_reading(text), explains=True)
    (claim,) = [each for each in claims if each.type == event]
    return "\n".join(step.rule for step in claim.why if step.part == part)


def test_a_word_is_explained_by_its_entry_in_the_lexicon() -> None:
    assert "triggers.toml" in rules("killing", "trigger")
    assert "v:قتل" in rules("killing", "trigger")


def test_a_phrase_is_explained_as_one() -> None:
    found = rules("release", "trigger")
    assert "triggers.toml: a phrase of release: " in found
    assert "أطلقوا سراح" in found


def test_participants_are_explained_by_the_frame_of_the_event() -> None:
    assert "frame" in rules("killing", "targets")
    assert "ثلاثة جنود" in rules("killing", "targets")


def test_nobody_is_explained_too() -> None:
    assert "nobody is named" in rules("release", "agents", "أُطلق سراح السائق.")


def test_a_source_is_explained_by_its_word_of_saying() -> None:
    assert "speech.toml: قال (verb, states) reaches the claim in its own sentence" in rules(
        "killing", "attribution"
    )


@pytest.mark.parametrize("part", ["trigger", "agents", "targets", "modality", "counts", "places"])
def test_a_choice_says_how_likely_it_was(part: str) -> None:
    shares = [float(share) for share in re.findall(r"(\d\.\d\d) likely", rules("killing", part))]
    assert shares
    assert all(0 <= share <= 1 for share in shares)


def test_figures_that_are_named_are_of_templates_in_words() -> None:
    found = rules("killing", "trigger")
    assert re.search(r"\+\d+\.\d\d", found)
    assert "all templates" in found
    assert "label=" not in found


def test_claims_are_the_same_with_and_without_reasons() -> None:
    plain, explained = extract(a_reading(TEXT)), extract(a_reading(TEXT), explains=True)
    assert [claim.id for claim in plain] == [claim.id for claim in explained]
    assert [claim.spans() for claim in plain] == [claim.spans() for claim in explained]
    assert [claim.why for claim in plain] == [()] * len(plain)
