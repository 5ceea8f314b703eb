"""The statements that read a store; the caller holds the connection."""

from collections.abc import Mapping
from itertools import groupby

from sqlalchemy import Column, Connection, select

from riwaya.errors import UnknownRecordError
from riwaya.records.claim import Claim
from riwaya.records.coded import CodedReport
from riwaya.records.report import ReportId
from riwaya.store import rows, schema
from riwaya.store.words import is_found

_LAST_CHARACTER = "\U0010ffff"
_MOST_NAMED = 5


def named(
    connection: Connection, ids: "Column[str]", keys: "Column[int]", name: str, noun: str
) -> int:
    """Return the key of the only row whose id is a name, or begins with it.

    Raises:
        UnknownRecordError: there is none, or there are several.
    """
    exact = connection.scalar(select(keys).where(ids == name).limit(1))
    if exact is not None:
        return exact
    beginning = ids.between(name, name + _LAST_CHARACTER)
    wanted = select(ids, keys).where(beginning).distinct().order_by(ids).limit(_MOST_NAMED + 1)
    found = connection.execute(wanted).all() if name else []
    if not found:
        raise UnknownRecordError(f"no {noun} has an id that begins with {name!r}")
    if len(found) > 1:
        known = ", ".join(row[0] for row in found[:_MOST_NAMED])
        more = ", …" if len(found) > _MOST_NAMED else ""
        raise UnknownRecordError(
            f"several {noun}s have an id that begins with {name!r}: {known}{more}"
        )
    key: int = found[0][1]
    return key


def coded(connection: Connection, key: int) -> CodedReport:
    """Return a report with its claims."""
    wanted = select(schema.reports).where(schema.reports.c.key == key)
    report = rows.report_of(connection.execute(wanted).mappings().one())
    return CodedReport(report=report, claims=claims_of(connection, {key: report.id})[key])


def claims_of(
    connection: Connection, reports: Mapping[int, ReportId]
) -> dict[int, tuple[Claim, ...]]:
    """Return the claims of neighbouring reports, by the reports' keys."""
    first, last = min(reports), max(reports)
    of_claims = schema.claims.c
    of_spans = schema.spans.c
    claims = select(schema.claims).where(of_claims.report.between(first, last))
    spans = select(schema.spans).where(of_spans.report.between(first, last))
    evidence = {
        place: list(group)
        for place, group in groupby(
            connection.execute(
                spans.order_by(of_spans.report, of_spans.claim, of_spans.position)
            ).mappings(),
            key=lambda row: (row["report"], row["claim"]),
        )
    }
    found: dict[int, list[Claim]] = {key: [] for key in reports}
    ordered = claims.order_by(of_claims.report, of_claims.position)
    for row in connection.execute(ordered).mappings():
        place = (row["report"], row["position"])
        found[row["report"]].append(
            rows.claim_of(row, evidence[place], report=reports[row["report"]])
        )
    return {key: tuple(claims) for key, claims in found.items()}


def telling(found: CodedReport, sought: str) -> tuple[Claim, ...]:
    """Return the claims of a report whose evidence has one of the words of a search."""
    report = found.report.text
    return tuple(
        claim
        for claim in found.claims
        if is_found(sought, "\n".join(span.of(report) for span in claim.spans()))
    )
