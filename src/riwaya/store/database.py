"""A store that is open."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, delete, func, insert, select, text
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.exc import DatabaseError

from riwaya.errors import InputError, StoreError
from riwaya.records.claim import Claim
from riwaya.records.coded import CodedReport
from riwaya.records.judgement import Judgement
from riwaya.records.report import Rejected, Report
from riwaya.store import asking, rows, schema, writing
from riwaya.store.words import query
from riwaya.store.writing import Kept

_READ = {"reads_only": True}
_BATCH = 500
"""Reports whose claims are read in one go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreCounts:
    """How much a store holds."""

    reports: int
    claims: int
    rejected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that has every word of a search; `claims` are those whose evidence has one."""

    report: Report
    claims: tuple[Claim, ...]


class Store:
    """Reports and claims in a SQLite file; made by `open_store`.

    Every method that changes something does so in one transaction: whoever looks, whenever the
    process ends, sees whole reports only. Every method raises `StoreError` where the file cannot
    be read or written.
    """

    def __init__(self, engine: Engine, *, path: Path) -> None:
        self._engine = engine
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def add(self, report: Report, claims: Iterable[Claim]) -> Kept:
        """Keep a report with its claims, in place of the claims it had.

        A text that is already there under another id, from the same publisher as far as both name
        one, is the same report and keeps the id it had; only a date that was missing is taken.

        Raises:
            InputError: the store has another text under this report's id.
        """
        found = tuple(claims)
        with self._writing() as connection:
            connection.execute(
                delete(schema.rejected).where(schema.rejected.c.origin == report.origin)
            )
            key = writing.key_of(connection, report.id)
            if key is not None:
                return writing.put_again(connection, key, report, found)
            copied = writing.copied_by(connection, report)
            if copied is not None:
                return writing.put_copy(connection, copied, report, found)
            writing.put(connection, report, found)
            return Kept.NEW

    def reject(self, rejected: Rejected) -> None:
        """Keep note of what could not be read; the same note is kept once."""
        row = {"origin": rejected.origin, "stage": rejected.stage, "reason": rejected.reason}
        with self._writing() as connection:
            connection.execute(insert_or(schema.rejected).values(row).on_conflict_do_nothing())

    def judge(self, judgement: Judgement) -> None:
        """Write a judgement at the end of the log; none of those before it changes."""
        with self._writing() as connection:
            connection.execute(insert(schema.judgements).values(rows.judgement_row(judgement)))

    def judgements(self) -> tuple[Judgement, ...]:
        """Return the whole log of judgements, in the order in which it was written."""
        ordered = select(schema.judgements).order_by(schema.judgements.c.key)
        with self._reading() as connection:
            return tuple(map(rows.judgement_of, connection.execute(ordered).mappings()))

    def counts(self) -> StoreCounts:
        """Count reports, claims and rejections."""
        tables = (schema.reports, schema.claims, schema.rejected)
        with self._reading() as connection:
            reports, claims, rejected = (
                connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables
            )
        return StoreCounts(reports=reports, claims=claims, rejected=rejected)

    def coded(self) -> Iterator[CodedReport]:
        """Yield every report with its claims, in the order in which they were read first."""
        last = 0
        while True:
            page = select(schema.reports).where(schema.reports.c.key > last).limit(_BATCH)
            with self._reading() as connection:
                found = connection.execute(page.order_by(schema.reports.c.key)).mappings().all()
                if not found:
                    return
                claims = asking.claims_of(connection, {row["key"]: row["id"] for row in found})
            for row in found:
                yield CodedReport(report=rows.report_of(row), claims=claims[row["key"]])
            last = found[-1]["key"]

    def claims(self, *, event_type: str | None = None) -> Iterator[Claim]:
        """Yield the claims in the order of their reports, all of them or those of one type."""
        for coded in self.coded():
            for claim in coded.claims:
                if event_type is None or claim.type == event_type:
                    yield claim

    def rejected(self) -> tuple[Rejected, ...]:
        """Return what could not be read, in the order in which it was met."""
        ordered = select(schema.rejected).order_by(schema.rejected.c.key)
        with self._reading() as connection:
            return tuple(
                Rejected(origin=row["origin"], stage=row["stage"], reason=row["reason"])
                for row in connection.execute(ordered).mappings()
            )

    def report(self, name: str) -> CodedReport:
        """Return a report with its claims, by its id or by any beginning that only it has.

        Raises:
            UnknownRecordError: no report has it, or several have.
        """
        with self._reading() as connection:
            key = asking.named(
                connection, schema.reports.c.id, schema.reports.c.key, name, "report"
            )
            return asking.coded(connection, key)

    def claim(self, name: str) -> tuple[Claim, Report]:
        """Return a claim with its report, by its id or by any beginning that only it has.

        Raises:
            UnknownRecordError: no claim has it, or several have.
        """
        with self._reading() as connection:
            key = asking.named(
                connection, schema.claims.c.id, schema.claims.c.report, name, "claim"
            )
            coded = asking.coded(connection, key)
        found = next(claim for claim in coded.claims if claim.id.startswith(name))
        return found, coded.report

    def search(self, sought: str, *, most: int = 20) -> Iterator[Hit]:
        """Yield the reports that have every word of a search, the best first.

        Spelling variants, the article and letters written on a word make no difference.
        """
        wanted = query(sought)
        if wanted is None:
            return
        ranked = text(
            f"SELECT rowid FROM {schema.WORDS_TABLE} WHERE {schema.WORDS_TABLE} MATCH :wanted "  # noqa: S608  # the table's own name
            "ORDER BY rank LIMIT :most"
        )
        with self._reading() as connection:
            found = connection.execute(ranked, {"wanted": wanted, "most": most}).scalars().all()
            coded = [asking.coded(connection, key) for key in found]
        for each in coded:
            yield Hit(report=each.report, claims=asking.telling(each, sought))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._explained(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._explained(), self._engine.connect() as connection:
            yield connection.execution_options(**_READ)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, DatabaseError) else error
            raise StoreError(f"store {self.path}: {cause}") from error
        except UnicodeEncodeError as error:
            raise InputError(f"characters that no UTF-8 text can hold: {error.reason}") from error
