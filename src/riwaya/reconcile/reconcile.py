"""From the claims of many reports to incidents."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from riwaya.reconcile.accounts import voices
from riwaya.reconcile.assemble import assembled
from riwaya.reconcile.blocking import Keys, candidates, keys
from riwaya.reconcile.clusters import WHOLE, Pair, Ties, neighbourhoods, pairs_of, solve
from riwaya.reconcile.compare import barrier, score
from riwaya.reconcile.judgements import Decisions, applied, decided
from riwaya.reconcile.tables import weights
from riwaya.reconcile.tellings import Telling, tellings
from riwaya.records.claim import ClaimId
from riwaya.records.coded import CodedReport
from riwaya.records.incident import Incident, Policy, Reconciled
from riwaya.records.judgement import Judgement
from riwaya.records.report import ReportId


def reconcile(
    reports: Iterable[CodedReport],
    judgements: Iterable[Judgement] = (),
    *,
    policy: Policy = Policy.MEDIAN,
) -> Reconciled:
    """Group the claims of reports into incidents.

    The result depends neither on the order of the reports nor on that of the judgements, and a
    report that comes twice counts once. Within a report, claims with one `incident` label are one
    occurrence and claims with different ones are not, unless a judgement says otherwise.

    Args:
        reports: with their claims.
        judgements: what people have decided about pairs of claims, the whole log.
        policy: how the best figure is chosen.
    """
    coded = {each.report.id: each for each in reports}
    decisions = decided(judgements)
    told = [each for one in coded.values() for each in tellings(one, apart=decisions.apart)]
    found = incidents(told, coded, decisions, policy=policy)
    return Reconciled(incidents=tuple(found))


def incidents(
    told: Iterable[Telling],
    coded: Mapping[ReportId, CodedReport],
    decisions: Decisions,
    *,
    policy: Policy,
) -> Iterator[Incident]:
    """Yield the incidents of tellings, the earliest first."""
    ordered = sorted(told, key=lambda telling: telling.order)
    made = [
        _incident([ordered[number] for number in group], name, coded, policy)
        for name, groups in _grouped(ordered, decisions)
        for group in groups
    ]
    order = {telling.id: telling.order for telling in ordered}
    made.sort(key=lambda incident: order.get(incident.claims[0], ("", "", 0)))
    return iter(made)


def linked(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings are held together by more than what keeps them apart."""
    worth = score(one, other)
    return worth is not None and worth > 0


def keys_of(told: Iterable[Telling]) -> Keys:
    """Return all keys of tellings, and whether any of them asks through it."""
    found: Keys = {}
    for telling in told:
        for key, asks in keys(telling).items():
            found[key] = found.get(key, False) or asks
    return found


def _grouped(
    ordered: Sequence[Telling], decisions: Decisions
) -> Iterator[tuple[str, list[list[int]]]]:
    owner = {claim: number for number, each in enumerate(ordered) for claim in each.claims}
    must, must_not = applied(decisions, owner)
    scores = {pair: worth for pair, worth in _scores(ordered, candidates(ordered)) if worth > 0}
    siblings = dict(_siblings(ordered))
    every = Ties(scores=scores | siblings, must=must)
    found = neighbourhoods(len(ordered), every)
    home = {member: number for number, group in enumerate(found) for member in group}
    parts = [Ties() for _ in found]
    for pair, worth in every.scores.items():
        if home[pair[0]] == home[pair[1]]:
            parts[home[pair[0]]].scores[pair] = worth
    for pair in must:
        parts[home[pair[0]]].must.add(pair)
    for pair in must_not:
        if home[pair[0]] == home[pair[1]]:
            parts[home[pair[0]]].never.add(pair)
    absent = round(1000 * weights().absent)
    for members, ties in zip(found, parts, strict=True):
        name = str(ordered[members[0]].id)
        if len(members) == 1:
            yield name, [members]
            continue
        whole = len(members) <= WHOLE
        compared = pairs_of(members) if whole else _candidates_among(ordered, members)
        missing = (pair for pair in compared if pair not in ties.scores)
        ties.scores.update(_scores(ordered, missing))
        ties.never |= _barred(ordered, members, siblings)
        yield name, solve(members, ties, absent=absent)


def _candidates_among(ordered: Sequence[Telling], members: Sequence[int]) -> Iterator[Pair]:
    for one, other in candidates([ordered[member] for member in members]):
        yield members[one], members[other]


def _scores(ordered: Sequence[Telling], pairs: Iterable[Pair]) -> Iterator[tuple[Pair, int]]:
    for one, other in pairs:
        worth = score(ordered[one], ordered[other])
        if worth is not None:
            yield (one, other), worth


def _siblings(ordered: Sequence[Telling]) -> Iterator[tuple[Pair, int]]:
    """Yield the pairs of a telling that was taken apart: its report tells them as one."""
    worth = round(1000 * weights().of("told.together"))
    groups: dict[tuple[ReportId, str], list[int]] = {}
    for number, telling in enumerate(ordered):
        groups.setdefault((telling.report, telling.label), []).append(number)
    for members in groups.values():
        for pair in pairs_of(members) if len(members) > 1 else ():
            yield pair, worth


def _barred(
    ordered: Sequence[Telling], members: Sequence[int], siblings: Collection[Pair]
) -> set[Pair]:
    """Return the pairs of a neighbourhood that cannot be one."""
    if len(members) <= WHOLE:
        return {
            pair
            for pair in pairs_of(members)
            if pair not in siblings and barrier(ordered[pair[0]], ordered[pair[1]])
        }
    by_report: dict[ReportId, list[int]] = {}
    for member in members:
        by_report.setdefault(ordered[member].report, []).append(member)
    return {
        pair for group in by_report.values() for pair in pairs_of(group) if pair not in siblings
    }


def _incident(
    group: Sequence[Telling], name: str, coded: Mapping[ReportId, CodedReport], policy: Policy
) -> Incident:
    by_report: dict[ReportId, set[ClaimId]] = {}
    for telling in group:
        by_report.setdefault(telling.report, set()).update(telling.claims)
    heard = [
        voice
        for report, claims in by_report.items()
        for voice in voices(coded[report], frozenset(claims))
    ]
    return assembled(heard, neighbourhood=name, policy=policy)
