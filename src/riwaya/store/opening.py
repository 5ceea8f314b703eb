"""Open a store: make it, bring it up to date, or say why it cannot be used."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError

from riwaya.errors import StoreError
from riwaya.store.database import Store
from riwaya.store.schema import APPLICATION_ID, HEAD

_LOCK_WAIT_SECONDS = 30.0
_MIGRATIONS = Path(__file__).parent / "migrations"


def open_store(path: Path | str, *, create: bool = True) -> Store:
    """Open the store in a file, making it or bringing it up to date where needed.

    Args:
        path: the file of the database.
        create: whether a missing file may be made.

    Raises:
        StoreError: the file is missing, unreadable, not ours, or of a newer version.
    """
    path = Path(path)
    if not create and not (path.exists() and path.stat().st_size):
        raise StoreError(f"there is no store {path}; `riwaya run INPUT --store {path}` makes one")
    if path.exists() and not path.is_file():
        raise StoreError(f"store {path} cannot be opened: it is a folder, pipe or device")
    version = _version(path)
    if version not in (None, HEAD) and version not in _known_versions():
        raise StoreError(
            f"store {path} was written by a newer version of riwaya (its tables are {version!r}, "
            f"this version knows {HEAD!r}); please upgrade riwaya"
        )
    engine = _engine(path)
    if version != HEAD:
        with _explained(path), engine.begin() as connection:
            _migrate(connection)
    return Store(engine, path=path)


def _version(path: Path) -> str | None:
    """Return the version of a store's tables, None where it has none yet, without touching it."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    with _explained(path):
        try:
            return _version_as(path, mode="ro")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
            # Its writer was killed: what it had half written must be taken back before all else.
            return _version_as(path, mode="rw")


def _version_as(path: Path, *, mode: str) -> str | None:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=_LOCK_WAIT_SECONDS)
    try:
        return _version_in(connection, path)
    finally:
        connection.close()


def _version_in(connection: sqlite3.Connection, path: Path) -> str | None:
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not tables:
        return None
    if application != APPLICATION_ID or "alembic_version" not in tables:
        raise StoreError(f"{path} is a database, but no store of riwaya")
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def _known_versions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory(str(_MIGRATIONS)).walk_revisions()}


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))


def _engine(path: Path) -> Engine:
    # A "?" in the name of the file is no query of a URL.
    address = URL.create("sqlite", database=str(path))
    engine = create_engine(address, connect_args={"timeout": _LOCK_WAIT_SECONDS})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401  # the driver's own
    # The driver must not begin and commit by itself: a report and its claims are one transaction.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    # Who writes takes the lock at once: two who read first and write then could both be refused.
    is_reader = connection.get_execution_options().get("reads_only")
    connection.exec_driver_sql("BEGIN" if is_reader else "BEGIN IMMEDIATE")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except (DatabaseError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DatabaseError) else error
        raise StoreError(f"store {path} cannot be opened: {cause}") from error
