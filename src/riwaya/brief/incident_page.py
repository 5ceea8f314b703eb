"""What the page of one incident shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from riwaya.brief.accounts import Strand, strands
from riwaya.brief.case import Case, Told
from riwaya.brief.labels import Labels
from riwaya.brief.locator import Locator, Spot, locator
from riwaya.brief.marks import Evidence, Paragraph, Role, evidence_of, paragraphs
from riwaya.brief.naming import Name, country_name, incident_place, place_name, type_name
from riwaya.brief.relations import Group, relations
from riwaya.brief.tallies import Tally, tallies
from riwaya.brief.timeline import Moment, headline, order_of, timeline
from riwaya.brief.tree import Node, roots
from riwaya.records.claim import ClaimId
from riwaya.records.report import Report, ReportId

_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report with its evidence marked."""

    anchor: str
    title: str
    publisher: str | None
    published: str
    machine: str | None
    credits: tuple[str, ...]
    url: str | None
    """None unless it leads to the web: a page must not run what a report was read from."""
    language: str
    numbers: tuple[int, ...]
    roles: tuple[Role, ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Everything on the page."""

    id: str
    title: str
    standing: str
    types: tuple[str, ...]
    when: str
    where: Name | None
    country: str
    accounts: int
    roots: int
    reports: int
    map: Locator | None
    moments: tuple[Moment, ...]
    tallies: tuple[Tally, ...]
    strands: tuple[Strand, ...]
    trees: tuple[Node, ...]
    relations: tuple[Group, ...]
    sheets: tuple[Sheet, ...]
    sides: tuple[str, ...]
    """The sides that the bars are coloured by."""


def incident_page(case: Case, words: Labels) -> IncidentPage:
    """Make the page of an incident."""
    incident = case.incident
    of_reports = {report: f"report-{n}" for n, report in enumerate(case.reports(), 1)}
    of_claims = {told.claim.id: f"{of_reports[told.report.id]}-{_mark(told)}" for told in case.told}
    counted = tallies(case, words)
    place = incident.place
    return IncidentPage(
        id=incident.id,
        title=incident.title,
        standing=incident.standing,
        types=tuple(type_name(each, words) for each in incident.types),
        when=words.days(incident.first, incident.last),
        where=incident_place(case, words),
        country=country_name(place.country if place else None, words),
        accounts=len(incident.accounts),
        roots=incident.roots,
        reports=len(incident.reports),
        map=locator(_spots(case, words), words),
        moments=timeline(case, of_reports, words),
        tallies=counted,
        strands=strands(case, of_claims, words),
        trees=roots(case, words),
        relations=relations(case, words),
        sheets=tuple(_sheets(case, of_reports, of_claims, words)),
        sides=tuple(
            side
            for side in words["side"]
            if any(bar.side == side for tally in counted for bar in tally.bars)
        ),
    )


def _mark(told: Told) -> int:
    return told.claim.trigger.start


def _spots(case: Case, words: Labels) -> Iterator[Spot]:
    """Yield the place of an incident first, then the others that accounts name."""
    best = case.incident.place.point if case.incident.place else None
    if best is not None:
        name = incident_place(case, words)
        text = name.text if name else None
        yield Spot(best, "agreed", text, text or "")
    others: dict[tuple[object, ...], Spot] = {}
    for told in case.told:
        for place in told.claim.places:
            if place.point is not None and place.point != best:
                title = place_name(place, told.report.text, words).text
                others.setdefault((place.point,), Spot(place.point, "other", None, title))
    yield from others.values()


def _sheets(
    case: Case, of_reports: Mapping[ReportId, str], of_claims: Mapping[ClaimId, str], words: Labels
) -> Iterator[Sheet]:
    for told in sorted(case.reports().values(), key=lambda told: order_of(told[0].report)):
        report = told[0].report
        evidence: list[Evidence] = [
            found
            for each in told
            for found in evidence_of(each.claim, each.transmission, anchor=of_claims[each.claim.id])
        ]
        roles = {found.role for found in evidence}
        yield Sheet(
            anchor=of_reports[report.id],
            title=headline(report),
            publisher=report.publisher,
            published=words.published(report.published),
            machine=report.published.isoformat() if report.published else None,
            credits=report.credits,
            url=_address(report),
            language=report.language,
            numbers=tuple(each.number for each in told),
            roles=tuple(role for role in Role if role in roles),
            paragraphs=paragraphs(report.text, evidence),
        )


def _address(report: Report) -> str | None:
    url = report.url
    return url if url and url.lower().startswith(_WEB) else None
