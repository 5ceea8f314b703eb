"""The log of judgements: written to, and never changed."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from riwaya.records.claim import ClaimId
from riwaya.records.judgement import Judgement, Verdict
from riwaya.store import open_store
from tests.builders import a_claim, a_report

FIRST = Judgement(
    left=ClaimId("b"),
    right=ClaimId("a"),
    verdict=Verdict.DIFFERENT,
    reason="يومان مختلفان",
    at=datetime(2019, 4, 6, 12, 30, 15, 7, tzinfo=UTC),
)


def test_judgements_are_kept_as_they_were_made_and_in_their_order(tmp_path: Path) -> None:
    log = (FIRST, replace(FIRST, verdict=Verdict.SAME), FIRST)
    with open_store(tmp_path / "riwaya.db") as store:
        assert store.judgements() == ()
        for each in log:
            store.judge(each)
    with open_store(tmp_path / "riwaya.db") as store:
        assert store.judgements() == log


@pytest.mark.parametrize("change", ["DELETE FROM judgements", "UPDATE judgements SET reason = ''"])
def test_nothing_changes_what_was_judged(tmp_path: Path, change: str) -> None:
    path = tmp_path / "riwaya.db"
    with open_store(path) as store:
        store.judge(FIRST)
    with (
        closing(sqlite3.connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="never changed"),
    ):
        connection.execute(change)


def test_a_judgement_outlives_claims_that_are_read_again(tmp_path: Path) -> None:
    with open_store(tmp_path / "riwaya.db") as store:
        store.add(a_report(), [a_claim()])
        store.judge(replace(FIRST, left=a_claim().id))
        store.add(a_report(), [])
        assert len(store.judgements()) == 1
