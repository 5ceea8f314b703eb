"""An incident together with the claims, reports and ways of transmission that it rests on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from riwaya.errors import UnknownRecordError
from riwaya.records.claim import Claim, ClaimId
from riwaya.records.coded import CodedReport
from riwaya.records.incident import Account, Incident, Transmission
from riwaya.records.report import Report, ReportId

Trace = Callable[[Claim, Report], Transmission]
"""Follows a claim back to where it comes from."""


@dataclass(frozen=True, slots=True)
class Told:
    """One account in full; `number` is that under which the pages show it."""

    number: int
    account: Account
    claim: Claim
    report: Report
    transmission: Transmission


@dataclass(frozen=True, slots=True)
class Case:
    """An incident and what is told of it, the independent accounts one after the other."""

    incident: Incident
    told: tuple[Told, ...]

    def of(self, claim: ClaimId) -> Told:
        """Return the account that a claim makes."""
        return next(each for each in self.told if each.claim.id == claim)

    def reports(self) -> Mapping[ReportId, tuple[Told, ...]]:
        """Return the accounts by their reports, in the incident's order."""
        found: dict[ReportId, list[Told]] = {each: [] for each in self.incident.reports}
        for told in self.told:
            found[told.report.id].append(told)
        return {report: tuple(told) for report, told in found.items()}


def case_of(incident: Incident, reports: Mapping[ReportId, CodedReport], trace: Trace) -> Case:
    """Bring together what an incident rests on.

    Raises:
        UnknownRecordError: the incident has a report or a claim that is not among those given.
    """
    ordered = sorted(incident.accounts, key=lambda account: account.strand)
    return Case(
        incident,
        tuple(
            Told(number, account, claim, report, trace(claim, report))
            for number, (account, claim, report) in enumerate(_found(ordered, reports), 1)
        ),
    )


def _found(
    accounts: list[Account], reports: Mapping[ReportId, CodedReport]
) -> Iterator[tuple[Account, Claim, Report]]:
    claims: dict[ReportId, Mapping[ClaimId, Claim]] = {}
    for account in accounts:
        coded = reports.get(account.report)
        if coded is None:
            raise UnknownRecordError(f"an incident rests on report {account.report}, not given")
        if account.report not in claims:
            claims[account.report] = {claim.id: claim for claim in coded.claims}
        claim = claims[account.report].get(account.claim)
        if claim is None:
            raise UnknownRecordError(f"report {account.report} makes no claim {account.claim}")
        yield account, claim, coded.report
