"""What one report tells of one occurrence: the units that are grouped across reports."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from riwaya.reconcile.amounts import Amount, amounts
from riwaya.reconcile.passages import Numbers, Passage, numbers, passages
from riwaya.reconcile.tables import types
from riwaya.reconcile.wording import telling_phrases, telling_words
from riwaya.records.claim import Claim, ClaimId, Modality
from riwaya.records.coded import CodedReport
from riwaya.records.report import Report, ReportId

_EXACT_KM = 12.0
"""The radius up to which a place is one place, and no region; for a city, the next."""
_CITY_KM = 30.0
_VILLAGE_KM = 6.0
_CITIES = frozenset({"city", "capital"})
_FINER = 2.5
_LONG_DAYS = 6
_SHORT_REPORT = 150
"""Up to as many words, all that a report says is about what it leads with."""
_EARLIEST = date(1900, 1, 1)

Order = tuple[str, ReportId, int]
"""When and where a claim stands in the collection: publication, report, position."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place by name and, where known, point and radius in kilometres."""

    name: str
    latitude: float | None
    longitude: float | None
    radius_km: float
    is_city: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether it is a place and no region."""
        return self.radius_km <= (_CITY_KM if self.is_city else _EXACT_KM)


@dataclass(frozen=True, slots=True)
class Telling:
    """Claims of one report about one occurrence, as what they are compared by.

    Days are ordinals: `first` and `last` of the occurrence where any claim dates it, `published`
    of the report, 0 where unknown. `spots` are its finest places, `elsewhere` those of the rest of
    its report where it has none. `words` are its words by number, with their bits,
    `phrases` pairs of rare words. `leads` tells that it is in the report's headline, or what the
    report begins with.
    """

    report: ReportId
    label: str
    order: Order
    claims: tuple[ClaimId, ...]
    acts: frozenset[str]
    outcomes: frozenset[str]
    families: frozenset[str]
    first: int
    last: int
    published: int
    spots: tuple[Spot, ...]
    elsewhere: tuple[Spot, ...]
    agents: frozenset[str]
    targets: frozenset[str]
    target_words: frozenset[int]
    amounts: tuple[Amount, ...]
    words: Mapping[int, float]
    phrases: Numbers
    passages: tuple[Passage, ...]
    leads: bool
    is_denied: bool

    @property
    def id(self) -> ClaimId:
        """Its first claim: no two tellings have one in common."""
        return self.claims[0]

    @property
    def is_dated(self) -> bool:
        """Whether any claim says when."""
        return self.first > 0

    @property
    def is_long(self) -> bool:
        """Whether it is dated no better than by a week, a month or a year."""
        return self.is_dated and self.last - self.first > _LONG_DAYS

    @property
    def is_placed(self) -> bool:
        """Whether it has a place that is no region."""
        return any(spot.is_exact and spot.latitude is not None for spot in self.spots)


def tellings(coded: CodedReport, *, apart: Mapping[ClaimId, Collection[ClaimId]]) -> list[Telling]:
    """Return what a report tells, one telling for each of its incident labels.

    A claim without a label is a telling by itself.

    Args:
        coded: the report with its claims.
        apart: the claims that a person has judged different, by claim; a telling that has both is
            taken apart, so that each of its claims stands alone.
    """
    report = coded.report
    cut = passages(report.text)
    numbered: dict[ClaimId, tuple[int, Claim]] = {}
    for position, claim in enumerate(coded.claims):
        numbered.setdefault(claim.id, (position, claim))
    groups: dict[str, dict[ClaimId, tuple[int, Claim]]] = {}
    for name, (position, claim) in numbered.items():
        groups.setdefault(_label(position, claim), {})[name] = position, claim
    found: list[Telling] = []
    around = _around(report, cut, list(numbered.values()))
    for label, members in groups.items():
        broken = any(
            not members.keys().isdisjoint(apart[each]) for each in members if each in apart
        )
        stretches = [{name: each} for name, each in members.items()] if broken else [members]
        found += (_telling(report, cut, label, stretch, around) for stretch in stretches)
    return found


def published_day(report: Report) -> int:
    """Return the day of publication as an ordinal, 0 where unknown."""
    return report.published.at.date().toordinal() if report.published else 0


def order_of(report: Report, position: int) -> Order:
    """Return where a claim stands in the collection; undated reports come last."""
    when = report.published.at.replace(tzinfo=None).isoformat() if report.published else "~"
    return when, report.id, position


def passage_of(claim: Claim, cut: Sequence[Passage]) -> Passage | None:
    """Return the sentence that a claim's trigger stands in."""
    return next((each for each in cut if each.span.overlaps(claim.trigger)), None)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a report says as a whole, for tellings that say less.

    `days` are those of the one time that a short report names, 0 where it names none or several.
    """

    spots: tuple[Spot, ...]
    days: tuple[int, int]
    lead: str | None
    is_short: bool


def _around(
    report: Report, cut: Sequence[Passage], numbered: Sequence[tuple[int, Claim]]
) -> _Around:
    claims = [claim for _, claim in numbered]
    is_short = sum(each.words for each in cut) <= _SHORT_REPORT
    times = {(claim.time.first, claim.time.last) for claim in claims if claim.time}
    return _Around(
        spots=_spots(claims),
        days=_days(claims) if is_short and len(times) == 1 else (0, 0),
        lead=_lead(report, numbered),
        is_short=is_short,
    )


def _telling(
    report: Report,
    cut: Sequence[Passage],
    label: str,
    members: Mapping[ClaimId, tuple[int, Claim]],
    around: _Around,
) -> Telling:
    claims = [claim for _, claim in members.values()]
    named = frozenset(claim.type for claim in claims)
    known = types()
    within: dict[int, Passage] = {}
    counted: dict[Amount, None] = {}
    for claim in claims:
        passage = passage_of(claim, cut)
        if passage is not None:
            within[passage.span.start] = passage
            counted |= dict.fromkeys(amounts(claim, report.text, passage.span))
    told = tuple(within.values())
    spots = _spots(claims)
    first, last = _days(claims)
    if not first:
        first, last = around.days
    text = report.text
    leads = label == around.lead
    is_all = leads and around.is_short
    said = text if is_all else "\n".join(each.span.of(text) for each in told)
    return Telling(
        report=report.id,
        label=label,
        order=order_of(report, next(iter(members.values()))[0]),
        claims=tuple(members),
        acts=named - known.outcomes,
        outcomes=named & known.outcomes,
        families=frozenset(f for each in named for f in known.families.get(each, (each,))),
        first=first,
        last=last,
        published=published_day(report),
        spots=spots,
        elsewhere=() if spots else around.spots,
        agents=_actors(p.actor.id for c in claims for p in c.agents if p.actor),
        targets=_actors(p.actor.id for c in claims for p in c.targets if p.actor),
        target_words=frozenset(
            telling_words(" ".join(p.evidence.of(text) for c in claims for p in c.targets))
        ),
        amounts=tuple(each for each in counted if not each.is_part),
        words=telling_words(said),
        phrases=numbers(telling_phrases(said)),
        passages=tuple(each for each in told if each.tells),
        leads=leads,
        is_denied=all(claim.modality is Modality.DENIED for claim in claims),
    )


def _actors(ids: Iterable[str]) -> frozenset[str]:
    return frozenset(each for each in ids if not each.startswith("generic:"))


def _label(position: int, claim: Claim) -> str:
    return claim.incident or f"claim {position}"


def _lead(report: Report, claims: Sequence[tuple[int, Claim]]) -> str | None:
    """Return the label of what the headline tells, or else of the first claim."""
    if not claims:
        return None
    ends = report.text.find("\n\n")
    first = min(claims, key=lambda each: each[1].trigger)
    headed = [each for each in claims if each[1].trigger.end <= ends] or [first]
    actual = [each for each in headed if each[1].modality is Modality.ACTUAL]
    return _label(*(actual or headed)[0])


def _days(claims: Sequence[Claim]) -> tuple[int, int]:
    """Return the days of the best dated claim: the shortest interval, the first told of equals."""
    times = [
        (claim.time.last.toordinal() - claim.time.first.toordinal(), number, claim.time)
        for number, claim in enumerate(claims)
        if claim.time and claim.time.first > _EARLIEST
    ]
    if not times:
        return 0, 0
    time = min(times)[2]
    return time.first.toordinal(), time.last.toordinal()


def _spots(claims: Sequence[Claim]) -> tuple[Spot, ...]:
    """Return the finest places of claims, without the regions around them."""
    found: dict[Spot, None] = {}
    for claim in claims:
        for place in claim.places:
            name = place.anchor.lower() if place.anchor else ""
            point = place.point
            if point is not None:
                is_city = place.kind in _CITIES or (
                    place.kind is None and point.radius_km > _VILLAGE_KM
                )
                spot = Spot(name, point.latitude, point.longitude, point.radius_km, is_city)
            elif name:
                spot = Spot(name, None, None, _EXACT_KM)
            else:
                continue
            found[spot] = None
    pointed = [spot.radius_km for spot in found if spot.latitude is not None]
    if not pointed:
        return tuple(found)
    finest = max(min(pointed), 2.0) * _FINER
    return tuple(spot for spot in found if spot.latitude is not None and spot.radius_km <= finest)
