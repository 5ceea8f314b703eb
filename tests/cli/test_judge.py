"""riwaya judge and riwaya log."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Riwaya
from tests.cli.stages import SENTENCE


@pytest.fixture
def two_claims(riwaya: Riwaya, tmp_path: Path) -> tuple[str, str]:
    """Keep two reports that tell one incident in a store, and return their claims."""
    for number, end in enumerate(("بحسب الوكالة", "في وقت متأخر من الليل"), start=1):
        text = f"تقرير {end}\n\n{SENTENCE}، {end}."
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    riwaya("run", "1.txt", "2.txt")
    (incident,) = incidents(riwaya)
    one, other = incident
    return one, other


def incidents(riwaya: Riwaya) -> list[list[str]]:
    lines = riwaya("incidents", "--format", "jsonl").out.splitlines()
    return [json.loads(line)["claims"] for line in lines]


def test_what_is_judged_different_is_two_incidents_until_it_is_judged_the_same(
    riwaya: Riwaya, two_claims: tuple[str, str]
) -> None:
    one, other = two_claims
    ran = riwaya("judge", one[:8], other[:8], "different", "--reason", "يومان مختلفان")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(incidents(riwaya)) == sorted([[one], [other]])
    riwaya("judge", other, one, "same", "--reason", "no, one day")
    assert incidents(riwaya) == [[one, other]]


def test_export_and_brief_heed_it(riwaya: Riwaya, two_claims: tuple[str, str]) -> None:
    riwaya("judge", *two_claims, "different", "--reason", "two")
    assert len(riwaya("export", "incidents", "--out", "-").out.splitlines()) == 2
    assert "6 pages written" in riwaya("brief").out


def test_the_log_keeps_every_judgement_and_says_which_stands(
    riwaya: Riwaya, two_claims: tuple[str, str]
) -> None:
    riwaya("judge", *two_claims, "different", "--reason", "يومان مختلفان")
    riwaya("judge", *two_claims, "same", "--reason", "no")
    first, second = riwaya("log").out.splitlines()
    assert re.search(r"different +replaced +يومان مختلفان$", first)
    assert re.search(r"same +stands +no$", second)
    lines = [json.loads(line) for line in riwaya("log", "--format", "jsonl").out.splitlines()]
    assert [(line["verdict"], line["stands"]) for line in lines] == [
        ("different", False),
        ("same", True),
    ]
    assert (lines[0]["left"], lines[0]["right"]) == two_claims


@pytest.mark.usefixtures("two_claims")
def test_a_log_may_be_empty(riwaya: Riwaya) -> None:
    assert riwaya("log").out == "no judgements\n"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("{0}", "{0}", "same", "--reason", "x"), "one claim"),
        (("{0}", "nothing", "same", "--reason", "x"), "no claim has an id"),
        (("{0}", "{1}", "perhaps", "--reason", "x"), "different"),
        (("{0}", "{1}", "same", "--reason", " "), "say why"),
        (("{0}", "{1}", "same"), "--reason"),
    ],
)
def test_what_cannot_be_judged_is_wrong_usage_and_not_logged(
    riwaya: Riwaya, two_claims: tuple[str, str], asked: tuple[str, ...], said: str
) -> None:
    ran = riwaya("judge", *(word.format(*two_claims) for word in asked))
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert riwaya("log").out == "no judgements\n"
