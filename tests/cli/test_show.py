"""riwaya show."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from riwaya.cli.blocks import short_id
from riwaya.records.claim import Modality
from riwaya.records.coded import CodedReport
from riwaya.records.report import Rejected, Report, ReportId
from riwaya.store import open_store
from tests.cli.conftest import Riwaya
from tests.cli.stages import TEXT, a_claim, a_report

CLAIM = a_claim(a_report(), at=0).id
REPORT = a_report().id


@pytest.fixture(autouse=True)
def _stored(riwaya: Riwaya, report_file: Path) -> None:
    riwaya("run", report_file)


def test_a_claim_stands_beside_the_words_it_rests_on(riwaya: Riwaya) -> None:
    ran = riwaya("show", CLAIM)
    assert ran.code == 0
    rows = [re.split(r"  +", line.strip()) for line in ran.out.splitlines() if line]
    assert ["1", f"killing · actual · {short_id(CLAIM)}"] in rows
    assert ["whom", "5 جنود"] in rows
    assert ["where", "الزاوية", "near Az Zawiyah"] in rows
    assert ["when", "أمس", "2019-04-04"] in rows
    assert ["how many", "5", "killed 5"] in rows
    assert ["says", "متحدث عسكري", "military, announces"] in rows
    assert ["via", "الوكالة"] in rows
    assert any("عسكري ⟦مقتل⟧ 5" in row[-1] for row in rows)


def test_the_beginning_of_an_id_is_enough(riwaya: Riwaya) -> None:
    assert riwaya("show", CLAIM[:6]).out == riwaya("show", CLAIM).out


def test_a_report_is_shown_with_all_of_its_claims(riwaya: Riwaya) -> None:
    out = riwaya("show", REPORT).out
    assert "تقرير من الجبهة" in out
    assert f"{REPORT} · 2019-04-05 · وكالة الاختبار" in out
    assert short_id(CLAIM) in out


def test_why_names_the_steps_that_made_a_claim_under_its_fields(riwaya: Riwaya) -> None:
    assert "why" not in riwaya("show", CLAIM).out
    ran = riwaya("show", CLAIM, "--why")
    why = ran.out[ran.out.index("     why ") :].splitlines()
    assert [re.split(r"  +", line.strip()) for line in why if line] == [
        ["why", "how it was found"],
        ["trigger", "triggers.toml, killing: مقتل"],
        ["0.90 likely"],
        ["says", "speech.toml: أعلن"],
        ["whom", "5 جنود"],
    ]


def test_a_claim_that_is_no_longer_made_says_so(
    riwaya: Riwaya, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads(monkeypatch, lambda report: CodedReport(report=report, claims=()))
    ran = riwaya("show", CLAIM, "--why")
    assert ran.code == 0
    assert "no longer makes this claim" in ran.out
    assert "⟦مقتل⟧" in ran.out


def test_a_claim_that_is_read_otherwise_says_where(
    riwaya: Riwaya, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = replace(a_claim(a_report(), at=0), time=None, modality=Modality.POSSIBLE)
    reads(monkeypatch, lambda report: CodedReport(report=report, claims=(changed,)))
    printed = " ".join(riwaya("show", CLAIM, "--why").out.split())
    assert "reads some of it otherwise: modality, when" in printed


def test_a_report_that_cannot_be_read_again_is_told_with_its_reason(
    riwaya: Riwaya, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads(monkeypatch, lambda _: Rejected(origin="x", stage="extract", reason="a broken table"))
    ran = riwaya("show", CLAIM, "--why")
    assert ran.code == 2
    assert ran.err == f"riwaya: report {REPORT} cannot be read again: a broken table\n"
    assert riwaya("show", CLAIM).code == 0


def reads(
    monkeypatch: pytest.MonkeyPatch, read: Callable[[Report], CodedReport | Rejected]
) -> None:
    monkeypatch.setattr("riwaya.pipeline.explained", read)


def test_an_unknown_name_is_neither_claim_nor_report(riwaya: Riwaya) -> None:
    ran = riwaya("show", "zzz")
    assert ran.code == 2
    assert "no claim has an id that begins with 'zzz'; no report has" in ran.err


def test_a_name_that_begins_claim_and_report_is_refused(riwaya: Riwaya) -> None:
    report = a_report(TEXT + " ثم")
    claim = a_claim(report, at=0)
    namesake = replace(a_report("نص آخر تماما"), id=ReportId(claim.id + "0"))
    with open_store("riwaya.db") as store:
        store.add(report, [claim])
        store.add(namesake, [])
    ran = riwaya("show", claim.id[:10])
    assert ran.code == 2
    assert "both a claim and a report" in ran.err
    assert riwaya("show", claim.id).code == 0


def test_a_missing_store_is_told_with_the_command_that_makes_one(riwaya: Riwaya) -> None:
    ran = riwaya("show", CLAIM, "--store", "missing.db")
    assert ran.code == 2
    assert "riwaya run INPUT --store missing.db" in ran.err
    assert not Path("missing.db").exists()
