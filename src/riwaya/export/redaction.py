"""Incidents and reports without the names of private persons and without exact places.

What is kept is listed, not what is withheld: of a report's text only the words that tell of events,
times, numbers and places that may be known remain; every other character is masked, so that offsets
still count. A name that extraction never saw is withheld with the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import floor, hypot
from urllib.parse import urlsplit

from riwaya.errors import UnknownChoiceError
from riwaya.export.documented import MASK, WITHHELD, DocumentedIncident, Told
from riwaya.export.occurrence import leading_type
from riwaya.knowledge.actor_sorts import sorts
from riwaya.knowledge.actors import actor
from riwaya.records.claim import Actor, Attribution, Claim, Participant, Place, Point
from riwaya.records.coded import CodedReport
from riwaya.records.incident import Account, Figure, Incident, IncidentPlace, Root, RootId, RootKind
from riwaya.records.report import Report
from riwaya.records.span import Span

_GENERIC = "generic:"
_KM_A_DEGREE = 111.2
_WIDE_KINDS = frozenset({"country", "region", "governorate", "sea", "gulf", "desert"})
"""Kinds of places that may be known even where they have no point."""
_PUBLIC_ROOTS = (RootKind.ACTOR, RootKind.OUTLET)


@dataclass(slots=True)
class Redaction:
    """What is withheld: by the rule beforehand, and counted while it is done.

    `exact_km` is the radius below which a place is too exact to be told.
    """

    exact_km: float = 10.0
    withheld: dict[str, set[int]] = field(default_factory=dict)
    """What was withheld, each thing once however often it is written; told as numbers only."""

    def incident(self, source: DocumentedIncident) -> DocumentedIncident:
        """Return an incident without what is to be withheld."""
        reports = {each.id: self._report(each, _claims_of(source, each)) for each in source.reports}
        told = tuple(
            Told(
                claim=self._claim(each.claim),
                report=reports[each.report.id],
                account=_account(each.account),
            )
            for each in source.told
        )
        for each in source.told:
            if each.account.root.kind not in _PUBLIC_ROOTS:
                self._note("roots of accounts that are no listed actor or outlet", each.claim.id)
        return DocumentedIncident(incident=self._incident(source), told=told)

    def report(self, coded: CodedReport) -> CodedReport:
        """Return a report and its claims without what is to be withheld."""
        return replace(
            coded,
            report=self._report(coded.report, coded.claims),
            claims=tuple(map(self._claim, coded.claims)),
        )

    def manifest(self) -> dict[str, object]:
        """Say what was withheld, ready for JSON; it names nobody."""
        return {
            "rule": (
                "Names stand only where the registry lists the actor. Of the reports' texts only "
                "the words of events, times, numbers and wide places are kept, the rest is masked; "
                "titles, bylines, keywords, origins, reasons and the paths of addresses are "
                "withheld. Places known more exactly than the radius are moved to the middle of a "
                "cell of twice that width and lose their name."
            ),
            "places_below_km": self.exact_km,
            "withheld": {what: len(which) for what, which in sorted(self.withheld.items())},
        }

    def _note(self, what: str, *which: object) -> None:
        self.withheld.setdefault(what, set()).add(hash(which))

    def _incident(self, source: DocumentedIncident) -> Incident:
        incident = source.incident
        kind = leading_type(source, has_code=lambda _: True)
        return replace(
            incident,
            title=kind.english.capitalize() if kind else incident.types[0],
            accounts=tuple(map(_account, incident.accounts)),
            place=self._incident_place(source),
            figures=tuple(_figure(each, incident) for each in incident.figures),
            relations=tuple(replace(each, reason="") for each in incident.relations),
        )

    def _report(self, report: Report, claims: tuple[Claim, ...]) -> Report:
        self._note("texts of reports, but for the words that are kept", report.id)
        text = _masked(report.text, [span for claim in claims for span in self._kept(claim)])
        return replace(
            report,
            text=text,
            title=text[: len(report.title)] if report.title else None,
            url=_site(report.url),
            byline=None,
            keywords=(),
            origin=None,
        )

    def _kept(self, claim: Claim) -> Iterator[Span]:
        yield claim.trigger
        yield from (count.evidence for count in claim.counts)
        yield from (place.evidence for place in claim.places if not self._is_exact(place))
        if claim.time and claim.time.evidence:
            yield claim.time.evidence

    def _claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            agents=tuple(self._participant(each, claim) for each in claim.agents),
            targets=tuple(self._participant(each, claim) for each in claim.targets),
            places=tuple(self._place(each, claim) for each in claim.places),
            attribution=self._attribution(claim),
            why=(),
        )

    def _participant(self, participant: Participant, claim: Claim) -> Participant:
        if not is_listed(participant.actor):
            what = "names of participants who are no listed actor"
            self._note(what, claim.id, participant.evidence)
        return replace(participant, actor=_public(participant.actor))

    def _attribution(self, claim: Claim) -> Attribution | None:
        said = claim.attribution
        if said is None:
            return None
        if not is_listed(said.actor):
            self._note("names of sources who are no listed actor", claim.id)
        return replace(said, actor=_public(said.actor))

    def _place(self, place: Place, claim: Claim) -> Place:
        if not self._is_exact(place):
            return place
        self._note("exact places", claim.id, place.evidence)
        return replace(
            place,
            anchor=None,
            distance_km=None,
            point=coarse(place.point, self.exact_km) if place.point else None,
            kind=None,
            geo_precision=max(2, place.geo_precision or 2),
            where_prec=max(2, place.where_prec or 2),
        )

    def _incident_place(self, source: DocumentedIncident) -> IncidentPlace | None:
        place = source.incident.place
        if place is None:
            return None
        said = [each for told in source.told for each in told.claim.places]
        of_it = [each for each in said if place.name in (each.anchor, WITHHELD)]
        is_wide = any(each.kind in _WIDE_KINDS for each in of_it)
        if place.point and place.point.radius_km >= self.exact_km:
            return place
        if place.point is None and is_wide:
            return place
        point = coarse(place.point, self.exact_km) if place.point else None
        return replace(place, name=WITHHELD, point=point)

    def _is_exact(self, place: Place) -> bool:
        if place.point is None:
            return place.kind not in _WIDE_KINDS
        return place.point.radius_km < self.exact_km


def is_listed(meant: Actor | None) -> bool:
    """Tell whether an actor is one of the registry, whose name is public."""
    return meant is not None and not meant.id.startswith(_GENERIC) and _is_in_registry(meant.id)


@lru_cache(maxsize=10_000)
def _is_in_registry(identity: str) -> bool:
    try:
        actor(identity)
    except UnknownChoiceError:
        return False
    return True


def coarse(point: Point, radius_km: float) -> Point:
    """Return the middle of the cell that a point lies in, with the radius that holds the cell.

    >>> coarse(Point(latitude=32.89, longitude=13.19, radius_km=2.0), 10.0).radius_km
    16.1
    """
    width = 2 * radius_km / _KM_A_DEGREE
    latitude = (floor(point.latitude / width) + 0.5) * width
    longitude = (floor(point.longitude / width) + 0.5) * width
    return Point(
        latitude=round(max(-90.0, min(90.0, latitude)), 4),
        longitude=round(max(-180.0, min(180.0, longitude)), 4),
        radius_km=round(hypot(radius_km, radius_km) + point.radius_km, 1),
    )


def _public(meant: Actor | None) -> Actor | None:
    """Return a listed actor as it is, one of a sort as its sort, and nobody else."""
    if is_listed(meant) or meant is None:
        return meant
    if not meant.id.startswith(_GENERIC):
        return None
    name = meant.id.split(":")[1]
    sort = sorts().get(name)
    country = meant.country
    label = sort.english if sort else name.replace("_", " ")
    return Actor(
        id=_GENERIC + ":".join(part for part in (name, country) if part),
        name=f"{label} ({country})" if country else label,
        kind=meant.kind,
        country=country,
    )


def _account(account: Account) -> Account:
    root = account.root
    return account if root.kind in _PUBLIC_ROOTS else replace(account, root=_root(account))


def _root(account: Account) -> Root:
    """Return a root without its name; its number in the incident is that of its strand."""
    root = account.root
    return Root(id=RootId(f"withheld:{account.strand}"), kind=root.kind, name=WITHHELD)


def _figure(found: Figure, incident: Incident) -> Figure:
    names = {each.root.id: _account(each).root.id for each in incident.accounts}
    return replace(
        found,
        values=tuple(
            replace(each, root=names.get(each.root, RootId(WITHHELD))) for each in found.values
        ),
    )


def _claims_of(source: DocumentedIncident, report: Report) -> tuple[Claim, ...]:
    return tuple(each.claim for each in source.told if each.report.id == report.id)


def _masked(text: str, kept: list[Span]) -> str:
    shown = [False] * len(text)
    for span in kept:
        shown[span.start : span.end] = [True] * (span.end - span.start)
    return "".join(char if show else MASK for char, show in zip(text, shown, strict=True))


def _site(url: str | None) -> str | None:
    """Return the site of an address: its path often has the headline in it."""
    parts = urlsplit(url or "")
    return f"{parts.scheme}://{parts.hostname}/" if parts.scheme and parts.hostname else None
