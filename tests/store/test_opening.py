"""What is no store of ours, or of a later version, is refused before anything is written."""

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from riwaya.errors import StoreError
from riwaya.store import open_store
from riwaya.store.schema import metadata


def run(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    run(path, "CREATE TABLE contacts (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="no store of riwaya"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_store_of_a_later_version_asks_for_an_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "riwaya.db"
    open_store(path).close()
    run(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="upgrade riwaya"):
        open_store(path)


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "riwaya.db"
    path.touch()
    with open_store(path) as store:
        assert store.counts().reports == 0


@pytest.mark.parametrize("name", [".", "pipe", "/dev/null"])
def test_a_folder_pipe_or_device_is_no_store(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StoreError, match="it is a folder, pipe or device"):
        open_store(tmp_path / name)


def test_the_migrations_make_the_tables_that_the_code_knows(tmp_path: Path) -> None:
    path = tmp_path / "riwaya.db"
    open_store(path).close()
    engine = create_engine(f"sqlite:///{path}")
    made = inspect(engine)
    for table in metadata.sorted_tables:
        columns = {column["name"] for column in made.get_columns(table.name)}
        assert columns == {column.name for column in table.columns}
        indexes = {index["name"] for index in made.get_indexes(table.name)}
        assert indexes >= {index.name for index in table.indexes}
    engine.dispose()


def test_a_path_with_odd_characters_holds_a_store(tmp_path: Path) -> None:
    path = tmp_path / "ملف 100% #1?.db"
    open_store(path).close()
    open_store(path, create=False).close()
    assert all(found.name.startswith(path.name) for found in tmp_path.iterdir())
