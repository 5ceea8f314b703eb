"""The statements that fill a store; the caller holds the transaction."""

from dataclasses import replace
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select, text, update

from riwaya.errors import InputError
from riwaya.records.claim import Claim
from riwaya.records.report import Report, ReportId
from riwaya.store import asking, rows, schema
from riwaya.store.words import stems, written_forms


class Kept(StrEnum):
    """What adding a report did."""

    NEW = "new"
    SAME = "same"
    """The report was there with these claims: nothing changed."""
    CHANGED = "changed"
    """The report was there; its claims or what is known of it are now others."""
    COPY = "copy"
    """The text was there, and is kept under the id it had: nothing changed."""


def key_of(connection: Connection, report: ReportId) -> int | None:
    """Return the key of a report, None where it is not there."""
    key: int | None = connection.scalar(
        select(schema.reports.c.key).where(schema.reports.c.id == report)
    )
    return key


def copied_by(connection: Connection, report: Report) -> int | None:
    """Return the key of the same text from the same publisher, as far as both name one."""
    columns = schema.reports.c
    there = select(columns.key).where(columns.digest == report.digest)
    if report.publisher is not None:
        there = there.where(columns.publisher.is_(None) | (columns.publisher == report.publisher))
    key: int | None = connection.scalar(there.order_by(columns.key).limit(1))
    return key


def put(connection: Connection, report: Report, claims: tuple[Claim, ...]) -> None:
    """Put a report that is not there yet, with its claims."""
    connection.execute(insert(schema.reports).values(rows.report_row(report)))
    key = connection.execute(text("SELECT last_insert_rowid()")).scalar_one()
    _put_words(connection, key, report.text)
    _put_claims(connection, key, claims)


def put_again(connection: Connection, key: int, report: Report, claims: tuple[Claim, ...]) -> Kept:
    """Put a report in place of what is there under its id, where that differs.

    Raises:
        InputError: another text is there under its id.
    """
    there = asking.coded(connection, key)
    if there.report.digest != report.digest:
        raise InputError(f"the store has another text under the id {report.id!r}")
    if not _replaces(report, there.report):
        return Kept.SAME
    if report.origin != there.report.origin:
        report = _filled(there.report, report)
    if (there.report, there.claims) == (report, claims):
        return Kept.SAME
    if there.report != report:
        connection.execute(
            update(schema.reports)
            .where(schema.reports.c.key == key)
            .values(rows.report_row(report))
        )
    connection.execute(delete(schema.spans).where(schema.spans.c.report == key))
    connection.execute(delete(schema.claims).where(schema.claims.c.report == key))
    _put_claims(connection, key, claims)
    return Kept.CHANGED


def put_copy(connection: Connection, key: int, report: Report, claims: tuple[Claim, ...]) -> Kept:
    """Take from a text that is there under another id its date, where none is known."""
    there = asking.coded(connection, key).report
    if there.published is not None or report.published is None:
        return Kept.COPY
    dated = tuple(replace(claim, report=there.id) for claim in claims)
    return put_again(connection, key, replace(report, id=there.id), dated)


def _replaces(again: Report, there: Report) -> bool:
    """Tell whether the claims of another reading of a text are at least as good as ours.

    A reading that knows the date is better than one that does not. Another is not where its
    offsets count other spaces, or its dates another day.
    """
    if again.published is None and there.published is not None:
        return False
    learns_date = there.published is None and again.published is not None
    is_same = again.text == there.text and again.published == there.published
    return again.origin == there.origin or learns_date or is_same


def _filled(there: Report, again: Report) -> Report:
    """Take from another reading what was not known, and the spaces that its claims count in."""
    is_spaced_alike = again.text == there.text
    return replace(
        there,
        text=again.text,
        title=(there.title or again.title) if is_spaced_alike else again.title,
        published=there.published or again.published,
        publisher=there.publisher or again.publisher,
        url=there.url or again.url,
        byline=there.byline or again.byline,
        credits=there.credits or again.credits,
        keywords=there.keywords or again.keywords,
    )


def _put_words(connection: Connection, key: int, report_text: str) -> None:
    statement = text(
        f"INSERT INTO {schema.WORDS_TABLE} (rowid, words, stems) VALUES (:key, :words, :stems)"  # noqa: S608  # the table's own name
    )
    values = {
        "key": key,
        "words": " ".join(written_forms(report_text)),
        "stems": " ".join(stems(report_text)),
    }
    connection.execute(statement, values)


def _put_claims(connection: Connection, key: int, claims: tuple[Claim, ...]) -> None:
    if not claims:
        return
    numbered = list(enumerate(claims))
    connection.execute(
        insert(schema.claims),
        [rows.claim_row(claim, report=key, position=number) for number, claim in numbered],
    )
    connection.execute(
        insert(schema.spans),
        [
            row
            for number, claim in numbered
            for row in rows.span_rows(claim, report=key, position=number)
        ],
    )
