"""The route: a report is read, analyzed, its claims extracted, and kept.

The only module that knows the order of the stages.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Generic, Protocol, TypeVar

from riwaya.config import Settings
from riwaya.errors import InputError, RiwayaError, UnknownRecordError
from riwaya.records.claim import Claim
from riwaya.records.coded import CodedReport
from riwaya.records.incident import Incident, Policy
from riwaya.records.judgement import Judgement
from riwaya.records.report import Found, Rejected, Remark, Report

if TYPE_CHECKING:
    from riwaya.export.documented import DocumentedIncident

Analysis = TypeVar("Analysis")
"""What analysis hands to extraction; the route does not look inside."""

Made = TypeVar("Made")
"""What a stage makes of one report."""

Read = Callable[[Iterable[str]], Iterator[Found]]
"""Turns files, folders, URLs and "-" into reports."""

Result = CodedReport | Rejected | Remark
"""What becomes of an input, and what is to be said of it."""


class Keeper(Protocol):
    """Whatever keeps reports with their claims, and what was turned away."""

    def add(self, report: Report, claims: Iterable[Claim]) -> object:
        """Keep a report with its claims."""

    def reject(self, rejected: Rejected) -> object:
        """Keep note of what could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline(Generic[Analysis]):
    """The stages, in the order in which a report walks through them."""

    read: Read
    analyze: Callable[[Report], Analysis]
    extract: Callable[[Analysis], Iterable[Claim]]

    def run(self, inputs: Iterable[str]) -> Iterator[Result]:
        """Yield each report with its claims, or why it was turned away."""
        for found in self.read(inputs):
            yield self.code(found) if isinstance(found, Report) else found

    def analyses(self, inputs: Iterable[str]) -> Iterator[Analysis | Rejected | Remark]:
        """Yield what stands in each report, or why it was turned away."""
        for found in self.read(inputs):
            if isinstance(found, Report):
                yield _guarded(found, "analyze", partial(self.analyze, found))
            else:
                yield found

    def keep(self, inputs: Iterable[str], *, store: Keeper) -> Iterator[Result]:
        """Yield the same, each kept in a store before it is handed on."""
        for result in self.run(inputs):
            kept = _kept(result, store) if isinstance(result, CodedReport) else result
            if isinstance(kept, Rejected):
                store.reject(kept)
            yield kept

    def code(self, report: Report) -> CodedReport | Rejected:
        """Extract the claims of one report."""
        return _coded(report, lambda: self.extract(self.analyze(report)))


def standard(settings: Settings, *, stdin: BinaryIO | None = None) -> Pipeline[Any]:
    """Return the pipeline of the command line.

    The stages and their tables are loaded here and not with this module: who brings stages of
    their own does not wait for ours.
    """
    from riwaya.analyze import analyze
    from riwaya.extract import extract
    from riwaya.ingest import ingest

    read = partial(ingest, settings=settings.ingest, stdin=stdin)
    return Pipeline(read=read, analyze=analyze, extract=extract)


def claims_of(report: Report, *, explains: bool = False) -> tuple[Claim, ...]:
    """Extract the claims of one report with our own stages, and nothing around them.

    Args:
        report: as it was read.
        explains: whether each claim is to say how it was found; that takes longer.

    Raises:
        RiwayaError: the report cannot be extracted from.
    """
    from riwaya.analyze import analyze
    from riwaya.extract import extract

    return tuple(extract(analyze(report), explains=explains))


def incidents_of(
    reports: Iterable[CodedReport],
    judgements: Iterable[Judgement] = (),
    *,
    policy: Policy = Policy.MEDIAN,
) -> Iterator["DocumentedIncident"]:
    """Yield the incidents of reports, the earliest first, each with its claims.

    They are reconciled here and now, which takes all reports into memory; what people have judged
    goes before everything that is weighed.
    """
    from riwaya.export.documented import documented
    from riwaya.reconcile import reconcile

    coded = {each.report.id: each for each in reports}
    for incident in reconcile(coded.values(), judgements, policy=policy).incidents:
        yield documented(incident, (coded[report] for report in incident.reports))


def labelled(reports: Iterable[CodedReport]) -> Iterator[CodedReport]:
    """Yield the same reports, each claim with the label of its incident in place of its own.

    Claims of several reports that are held to be of one occurrence have one label.
    """
    from riwaya.reconcile import reconcile

    known = tuple(reports)
    labels = reconcile(known).labels()
    for coded in known:
        claims = (replace(claim, incident=labels.get(claim.id)) for claim in coded.claims)
        yield replace(coded, claims=tuple(claims))


def explained(report: Report) -> CodedReport | Rejected:
    """Extract the claims of a report that is kept once more, each saying how it was found.

    No store keeps how: it is long, seldom asked for, and true of the version that found it only.
    """
    return _coded(report, partial(claims_of, report, explains=True))


def brief(
    reports: Iterable[CodedReport],
    out: Path,
    *,
    incident: str | None,
    judgements: Iterable[Judgement] = (),
) -> tuple[Path, ...]:
    """Write pages of the incidents of reports, or of one, and return their files.

    The incidents are made here and now from all reports: no store keeps them yet.

    Args:
        reports: with their claims.
        out: the folder that the pages go to.
        incident: the id of one, or any beginning that only it has; None for all.
        judgements: what people have decided about pairs of claims, the whole log.

    Raises:
        UnknownRecordError: no incident has the id, or several have.
    """
    from riwaya.brief import write
    from riwaya.reconcile import reconcile
    from riwaya.reconcile.transmission import transmission

    known = tuple(reports)
    incidents = reconcile(known, judgements).incidents
    if incident is not None:
        incidents = (_named(incidents, incident),)
    return write(out, incidents, known, trace=transmission, is_one=incident is not None)


def _named(incidents: Iterable[Incident], name: str) -> Incident:
    found = sorted((each for each in incidents if each.id.startswith(name)), key=lambda e: e.id)
    if not found or not name:
        raise UnknownRecordError(f"no incident has an id that begins with {name!r}")
    if len(found) > 1 and found[0].id != name:
        known = ", ".join(each.id for each in found[:5])
        raise UnknownRecordError(f"several incidents have an id that begins with {name!r}: {known}")
    return found[0]


def _coded(report: Report, claims: Callable[[], Iterable[Claim]]) -> CodedReport | Rejected:
    found = _guarded(report, "extract", lambda: tuple(claims()))
    if isinstance(found, Rejected):
        return found
    return CodedReport(report=report, claims=found)


def _guarded(report: Report, stage: str, work: Callable[[], Made]) -> Made | Rejected:
    try:
        return work()
    except RiwayaError as error:
        return _rejected(report, stage, str(error))
    except Exception as error:  # noqa: BLE001  # one odd report must not end a run of thousands
        return _rejected(report, stage, f"our own mistake, please report it: {error!r}")


def _kept(coded: CodedReport, store: Keeper) -> CodedReport | Rejected:
    try:
        store.add(coded.report, coded.claims)
    except InputError as error:
        return _rejected(coded.report, "store", str(error))
    return coded


def _rejected(report: Report, stage: str, reason: str) -> Rejected:
    return Rejected(origin=report.origin or report.id, stage=stage, reason=reason)
