"""A report together with what it claims."""

from dataclasses import dataclass

from riwaya.records.claim import Claim
from riwaya.records.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedReport:
    """A report and its claims, in text order.

    `cluster` names the news that several reports tell, where an annotator has said so.
    """

    report: Report
    claims: tuple[Claim, ...]
    cluster: str | None = None
