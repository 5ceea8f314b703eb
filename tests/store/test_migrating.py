"""A store of an earlier version is brought up to date, and loses nothing that a user put there."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from riwaya import store as package
from riwaya.records.claim import Claim, Participant, Place
from riwaya.records.report import Report
from riwaya.store import open_store
from riwaya.store.rows import claim_row, report_row, span_rows
from riwaya.store.schema import APPLICATION_ID, HEAD
from tests.builders import a_claim, a_report

MIGRATIONS = Path(package.__file__).parent / "migrations"


def ungrounded(claim: Claim) -> Claim:
    """Return a claim as stores kept it before they knew actors and points."""
    said = claim.attribution
    return replace(
        claim,
        agents=tuple(Participant(evidence=each.evidence) for each in claim.agents),
        targets=tuple(Participant(evidence=each.evidence) for each in claim.targets),
        places=tuple(
            Place(evidence=p.evidence, anchor=p.anchor, relation=p.relation) for p in claim.places
        ),
        attribution=replace(said, actor=None, side=None) if said else None,
    )


CLAIMS = (
    ungrounded(a_claim()),
    ungrounded(replace(a_claim(type="killing"), time=None, attribution=None)),
)


def a_store_of(path: Path, version: str) -> sqlite3.Connection:
    """Make the tables of a version, and leave them empty."""
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
    engine.dispose()
    return sqlite3.connect(path)


def insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    there = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
    # What later versions added is unknown to an earlier one.
    row = {name: value for name, value in row.items() if name in there or value is not None}
    columns = ", ".join(f'"{name}"' for name in row)
    places = ", ".join("?" * len(row))
    connection.execute(
        f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608  # our own names
        [str(v) if isinstance(v, str) else v for v in row.values()],
    )


@pytest.fixture
def first_version(tmp_path: Path) -> Path:
    """Return a store of version 0001, whose claims have their reasons beside them."""
    path = tmp_path / "riwaya.db"
    with closing(a_store_of(path, "0001")) as connection, connection:
        insert(connection, "reports", {"key": 1, **report_row(a_report())})
        for position, claim in enumerate(CLAIMS):
            row = claim_row(claim, report=1, position=position)
            insert(connection, "claims", row | {"why": '[["trigger", "قصف"]]'})
            for span in span_rows(claim, report=1, position=position):
                insert(connection, "spans", span)
        connection.execute("INSERT INTO report_words (rowid, words, stems) VALUES (1, 'قصف', '')")
        insert(connection, "rejected", {"origin": "a.txt", "stage": "ingest", "reason": "empty"})
    return path


def held(path: Path) -> tuple[Report, tuple[Claim, ...]]:
    with open_store(path, create=False) as store:
        (coded,) = store.coded()
    return coded.report, coded.claims


def test_reports_and_claims_of_the_first_version_are_there_after_it(first_version: Path) -> None:
    assert held(first_version) == (a_report(), CLAIMS)
    assert held(first_version) == (a_report(), CLAIMS)


def test_an_updated_store_finds_its_words_claims_and_rejections(first_version: Path) -> None:
    with open_store(first_version, create=False) as store:
        assert [hit.report.id for hit in store.search("قصف")] == ["r1"]
        assert store.claim(a_claim().id)[0] == ungrounded(a_claim())
        assert [each.origin for each in store.rejected()] == ["a.txt"]


def test_an_updated_store_has_the_tables_of_a_new_one(first_version: Path, tmp_path: Path) -> None:
    open_store(first_version).close()
    open_store(tmp_path / "new.db").close()
    assert _tables(first_version) == _tables(tmp_path / "new.db")


def test_an_updated_store_takes_claims_and_drops_them_with_their_report(
    first_version: Path,
) -> None:
    with open_store(first_version) as store:
        store.add(a_report(), CLAIMS[:1])
        assert list(store.claims()) == list(CLAIMS[:1])
    with closing(sqlite3.connect(first_version)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM reports")
        assert connection.execute("SELECT count(*) FROM claims").fetchone() == (0,)


def test_an_update_that_fails_leaves_the_store_as_it_was(
    first_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("alembic.operations.Operations.batch_alter_table", break_off)
        with pytest.raises(KeyboardInterrupt):
            open_store(first_version)
    with closing(sqlite3.connect(first_version)) as connection:
        columns = {row[1] for row in connection.execute("PRAGMA table_info(claims)")}
        version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    assert "why" in columns
    assert version == ("0001",)
    assert held(first_version) == (a_report(), CLAIMS)


def test_the_head_is_the_last_migration() -> None:
    names = sorted(path.name for path in (MIGRATIONS / "versions").glob("v*.py"))
    assert names[-1].startswith(f"v{HEAD}_")


def _tables(path: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    with closing(sqlite3.connect(path)) as connection:
        for kind, name in connection.execute("SELECT type, name FROM sqlite_master").fetchall():
            asked = "table_info" if kind == "table" else "index_info"
            found[name] = [
                *connection.execute(f"PRAGMA {asked}({name})"),
                *connection.execute(f"PRAGMA foreign_key_list({name})"),
            ]
    return found
