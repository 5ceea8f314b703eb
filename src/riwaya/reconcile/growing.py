"""Reconciliation that grows: a report or a judgement touches its neighbourhood alone.

`grown` works over whatever keeps reports and incidents (`Surroundings`); `Reconciler` keeps them in
memory. Both give what `reconcile` gives for the whole.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple, Protocol

from riwaya.reconcile.blocking import Keys, keys
from riwaya.reconcile.judgements import Decisions, decided
from riwaya.reconcile.reconcile import incidents, keys_of, linked
from riwaya.reconcile.tellings import Telling, tellings
from riwaya.records.claim import ClaimId
from riwaya.records.coded import CodedReport
from riwaya.records.incident import Incident, IncidentId, Policy, Reconciled, Update
from riwaya.records.judgement import Judgement
from riwaya.records.report import ReportId


class Kept(NamedTuple):
    """What must be known of an incident that may be replaced."""

    id: IncidentId
    reports: tuple[ReportId, ...]
    claims: tuple[ClaimId, ...]


class Surroundings(Protocol):
    """Whatever keeps reports, the keys of each (`report_keys`), and incidents."""

    def sharing(self, keys: Mapping[int, bool]) -> Iterable[CodedReport]:
        """Return the reports that have any of some keys, where they or these ask through it."""
        raise NotImplementedError

    def reports(self, ids: Collection[ReportId]) -> Iterable[CodedReport]:
        """Return the reports of some ids."""
        raise NotImplementedError

    def around(self, claims: Collection[ClaimId]) -> Iterable[Kept]:
        """Return every incident of the neighbourhoods that have any of some claims."""
        raise NotImplementedError


def report_keys(coded: CodedReport, judgements: Iterable[Judgement] = ()) -> Mapping[int, bool]:
    """Return the keys of a report, and whether it asks through each (`riwaya.reconcile.blocking`).

    Two reports may share an incident where they share a key through which either asks. A report's
    keys change with the judgements about its own claims alone.
    """
    return keys_of(tellings(coded, apart=decided(judgements).apart))


def grown(
    coded: CodedReport,
    surroundings: Surroundings,
    judgements: Iterable[Judgement] = (),
    *,
    policy: Policy = Policy.MEDIAN,
) -> Update:
    """Add a report and return the incidents that change, with those that they replace.

    A report whose claims are kept already must be dropped first (`shrunk`), unless it is the same.
    """
    return _grown(coded, surroundings, _rules(judgements, policy))


def shrunk(
    coded: CodedReport,
    surroundings: Surroundings,
    judgements: Iterable[Judgement] = (),
    *,
    policy: Policy = Policy.MEDIAN,
) -> Update:
    """Drop a report and return the incidents that change, with those that they replace."""
    claims = {claim.id for claim in coded.claims}
    rules = _rules(judgements, policy)
    return _redone(surroundings, rules, touched=claims, without=coded.report.id)


def rejudged(
    claims: Collection[ClaimId],
    surroundings: Surroundings,
    judgements: Iterable[Judgement],
    *,
    policy: Policy = Policy.MEDIAN,
) -> Update:
    """Return the incidents that change when judgements about some claims are added to the log."""
    return _redone(surroundings, _rules(judgements, policy), touched=claims)


class _Rules(NamedTuple):
    """By what is decided: judgements, the policy of figures, and how a report is read."""

    decisions: Decisions
    policy: Policy
    tell: Callable[[CodedReport], list[Telling]]


def _rules(judgements: Iterable[Judgement], policy: Policy) -> _Rules:
    decisions = decided(judgements)
    return _Rules(decisions, policy, lambda coded: tellings(coded, apart=decisions.apart))


def _grown(coded: CodedReport, surroundings: Surroundings, rules: _Rules) -> Update:
    told = rules.tell(coded)
    mine = [(telling, keys(telling)) for telling in told]
    touched = {claim for telling in told for claim in telling.claims}
    for other in surroundings.sharing(keys_of(told)):
        if other.report.id == coded.report.id:
            continue
        for theirs in rules.tell(other):
            met = keys(theirs)
            if any(_meet(own, met) and linked(telling, theirs) for telling, own in mine):
                touched |= set(theirs.claims)
    return _redone(surroundings, rules, touched=touched, new=coded)


def _meet(one: Keys, other: Keys) -> bool:
    return any(asks or other[key] for key, asks in one.items() if key in other)


def _redone(
    surroundings: Surroundings,
    rules: _Rules,
    *,
    touched: Collection[ClaimId],
    new: CodedReport | None = None,
    without: ReportId | None = None,
) -> Update:
    """Decide anew on the neighbourhoods of some claims, and of those judged the same as they."""
    old = list(surroundings.around(_with_judged(touched, rules.decisions)))
    claims = {claim for incident in old for claim in incident.claims}
    ids = {report for incident in old for report in incident.reports} - {without}
    coded = {each.report.id: each for each in surroundings.reports(ids)}
    if new is not None:
        coded[new.report.id] = new
        claims |= {claim.id for claim in new.claims}
    told = [
        telling
        for each in coded.values()
        for telling in rules.tell(each)
        if not claims.isdisjoint(telling.claims)
    ]
    found = incidents(told, coded, rules.decisions, policy=rules.policy)
    return Update(replaced=tuple(sorted(each.id for each in old)), incidents=tuple(found))


def _with_judged(touched: Collection[ClaimId], decisions: Decisions) -> set[ClaimId]:
    found = set(touched)
    for judgement in decisions.standing:
        if judgement.left in touched or judgement.right in touched:
            found |= set(judgement.pair)
    return found


class Reconciler:
    """Incidents in memory, to which reports and judgements are added one by one."""

    def __init__(
        self, judgements: Iterable[Judgement] = (), *, policy: Policy = Policy.MEDIAN
    ) -> None:
        self._log = list(judgements)
        self._decisions = decided(self._log)
        self._policy = policy
        self._coded: dict[ReportId, CodedReport] = {}
        self._told: dict[ReportId, list[Telling]] = {}
        self._holders: dict[int, dict[ReportId, bool]] = {}
        self._incidents: dict[IncidentId, Incident] = {}
        self._home: dict[ClaimId, str] = {}
        self._members: dict[str, set[IncidentId]] = {}

    @property
    def reconciled(self) -> Reconciled:
        """The incidents as they are now, the earliest published first."""
        order = {telling.id: telling.order for told in self._told.values() for telling in told}
        found = sorted(self._incidents.values(), key=lambda each: order[each.claims[0]])
        return Reconciled(incidents=tuple(found))

    def add(self, coded: CodedReport) -> Update:
        """Add a report; one that is known already, as it is, changes nothing."""
        known = self._coded.get(coded.report.id)
        if known == coded:
            return Update(replaced=(), incidents=())
        first = self.drop(coded.report.id) if known else Update(replaced=(), incidents=())
        update = _grown(coded, self, self._rules())
        self._keep(coded)
        self._apply(update)
        return _joined(first, update)

    def add_all(self, reports: Iterable[CodedReport]) -> Update:
        """Add many reports at once and decide on everything anew: faster than one by one."""
        for coded in reports:
            self._keep(coded)
        return self._again()

    def drop(self, report: ReportId) -> Update:
        """Drop a report; one that is not known changes nothing."""
        known = self._coded.get(report)
        if known is None:
            return Update(replaced=(), incidents=())
        claims = {claim.id for claim in known.claims}
        update = _redone(self, self._rules(), touched=claims, without=report)
        for key in keys_of(self._told.pop(report)):
            del self._holders[key][report]
        del self._coded[report]
        self._apply(update)
        return update

    def judge(self, judgement: Judgement) -> Update:
        """Add a judgement to the log; undoing one is adding another."""
        self._log.append(judgement)
        self._decisions = decided(self._log)
        for report, told in list(self._told.items()):
            if any(claim in judgement.pair for telling in told for claim in telling.claims):
                self._keep(self._coded[report])
        update = _redone(self, self._rules(), touched=judgement.pair)
        self._apply(update)
        return update

    def sharing(self, keys: Mapping[int, bool]) -> Iterable[CodedReport]:
        """Return the reports that have any of some keys, where they or these ask through it."""
        ids = {
            report
            for key, asks in keys.items()
            for report, also in self._holders.get(key, {}).items()
            if asks or also
        }
        return [self._coded[each] for each in sorted(ids)]

    def reports(self, ids: Collection[ReportId]) -> Iterable[CodedReport]:
        """Return the reports of some ids."""
        return [self._coded[each] for each in sorted(ids)]

    def around(self, claims: Collection[ClaimId]) -> Iterable[Kept]:
        """Return every incident of the neighbourhoods that have any of some claims."""
        homes = sorted({self._home[claim] for claim in claims if claim in self._home})
        found = (self._incidents[each] for home in homes for each in sorted(self._members[home]))
        return [Kept(each.id, each.reports, each.claims) for each in found]

    def _rules(self) -> _Rules:
        return _Rules(self._decisions, self._policy, self._tell)

    def _tell(self, coded: CodedReport) -> list[Telling]:
        if self._coded.get(coded.report.id) is coded:
            return self._told[coded.report.id]
        return tellings(coded, apart=self._decisions.apart)

    def _keep(self, coded: CodedReport) -> None:
        report = coded.report.id
        for key in keys_of(self._told.get(report, ())):
            del self._holders[key][report]
        told = tellings(coded, apart=self._decisions.apart)
        self._coded[report], self._told[report] = coded, told
        for key, asks in keys_of(told).items():
            self._holders.setdefault(key, {})[report] = asks

    def _again(self) -> Update:
        told = [telling for each in self._told.values() for telling in each]
        found = incidents(told, self._coded, self._decisions, policy=self._policy)
        update = Update(replaced=tuple(sorted(self._incidents)), incidents=tuple(found))
        self._apply(update)
        return update

    def _apply(self, update: Update) -> None:
        for each in update.replaced:
            old = self._incidents.pop(each)
            self._members[old.neighbourhood].discard(each)
            if not self._members[old.neighbourhood]:
                del self._members[old.neighbourhood]
            for claim in old.claims:
                self._home.pop(claim, None)
        for incident in update.incidents:
            self._incidents[incident.id] = incident
            self._members.setdefault(incident.neighbourhood, set()).add(incident.id)
            for claim in incident.claims:
                self._home[claim] = incident.neighbourhood


def _joined(first: Update, second: Update) -> Update:
    made = {each.id for each in first.incidents}
    gone = set(second.replaced)
    kept = [each for each in first.incidents if each.id not in gone]
    return Update(
        replaced=tuple(sorted({*first.replaced, *(gone - made)})),
        incidents=(*kept, *second.incidents),
    )
