"""The claims of one text, for who works in Python: what `riwaya.extract` returns."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from riwaya.errors import InputError
from riwaya.pipeline import claims_of
from riwaya.records.claim import Claim
from riwaya.records.coded import CodedReport
from riwaya.records.report import DateBasis, Publication, Report, ReportId, content_digest


@dataclass(frozen=True, slots=True)
class Extraction:
    """A report and its claims in text order; printed, each stands beside the words it rests on."""

    report: Report
    claims: tuple[Claim, ...]

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def __len__(self) -> int:
        return len(self.claims)

    def __str__(self) -> str:
        from riwaya.cli.blocks import report_blocks
        from riwaya.cli.screen import Screen

        coded = CodedReport(report=self.report, claims=self.claims)
        is_explained = any(claim.why for claim in self.claims)
        lines = report_blocks(coded, Screen(is_plain=True), again=coded if is_explained else None)
        return "\n".join(line.plain.rstrip() for line in lines).rstrip()


def extraction_of(
    text: str,
    *,
    title: str | None = None,
    published: str | date | None = None,
    publisher: str | None = None,
    explains: bool = False,
) -> Extraction:
    """Extract the claims of one text; see `riwaya.extract`."""
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    for name, given in (("title", title), ("publisher", publisher)):
        if not isinstance(given, str | None):
            raise TypeError(f"{name} must be a str or None, not {type(given).__name__}")
    if not isinstance(published, str | date | None):
        kind = type(published).__name__
        raise TypeError(f"published must be a str, date, datetime or None, not {kind}")
    whole = f"{title}\n\n{text}" if title else text
    report = Report(
        id=ReportId(content_digest(whole)),
        text=whole,
        title=title or None,
        published=None if published is None else _publication(published),
        publisher=publisher,
    )
    return Extraction(report, claims_of(report, explains=explains))


def _publication(published: str | date) -> Publication:
    """Read a date, or a date with its time of day.

    Raises:
        InputError: it is no ISO 8601 date or time.
    """
    if isinstance(published, str):
        try:
            at = datetime.fromisoformat(published)
        except ValueError:
            raise InputError(f"published {published!r} is no ISO 8601 date or time") from None
        has_clock = len(published) > len("2019-04-05")
    elif isinstance(published, datetime):
        at, has_clock = published, True
    else:
        at, has_clock = datetime.combine(published, datetime.min.time()), False
    return Publication(at=at, has_clock=has_clock, basis=DateBasis.GIVEN)
