"""Extract the claims of a report: find its events, then ask of each who, whom, where, when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import NamedTuple

from riwaya.extract import (
    attribution,
    counts,
    incidents,
    modality,
    participants,
    places,
    times,
    triggers,
)
from riwaya.extract.choice import best, likelihood
from riwaya.extract.context import Context
from riwaya.extract.counts import Amount
from riwaya.extract.models import Models, bundled
from riwaya.extract.participants import Taken
from riwaya.extract.speech import Speech, speeches
from riwaya.extract.triggers import Trigger
from riwaya.records.claim import (
    Attribution,
    Claim,
    Count,
    EventTime,
    Modality,
    Participant,
    Place,
    SourceKind,
    Stance,
    Step,
)
from riwaya.records.reading import AnalyzedReport
from riwaya.records.span import Span

_MOST_PLACES = 3
_LEAST_LIKELY_PLACE = 0.45
_MODALITIES = tuple(Modality)
_KINDS = tuple(SourceKind)
_STANCES = tuple(Stance)

NOTHING = {
    "triggers": 0.3,
    "agents": 0.3,
    "targets": 0.3,
    "times": 0.2,
    "counts": 0.2,
    "sources": 0.2,
}
"""What is taken off the score of "none" in each choice, so that as much is missed as is spurious."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The noun phrases that take part in an event, by their numbers."""

    agents: tuple[int, ...]
    targets: tuple[int, ...]


class Scored(NamedTuple):
    """A noun phrase, -1 for nobody, with its scores under `Models.roles`."""

    phrase: int
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """The claims of one report, in the making."""

    context: Context
    models: Models

    def claims(self) -> list[Claim]:
        """Return the claims of the report, in text order."""
        found = triggers.find(self.context, self.models.triggers, nothing=NOTHING["triggers"])
        said = speeches(self.context)
        claims: list[Claim] = []
        for others in self.by_sentence(found):
            roles = self.roles(others)
            claims += [
                self.claim(trigger, others, role, said)
                for trigger, role in zip(others, roles, strict=True)
            ]
        text = self.context.analysis.report.text
        names = incidents.labels(claims, text, self.models.incidents)
        return [replace(claim, incident=name) for claim, name in zip(claims, names, strict=True)]

    def by_sentence(self, found: Sequence[Trigger]) -> list[list[Trigger]]:
        """Group triggers by their sentences."""
        groups: dict[int, list[Trigger]] = {}
        for trigger in found:
            groups.setdefault(self.context.sentence_at[trigger.first], []).append(trigger)
        return list(groups.values())

    def claim(
        self, trigger: Trigger, others: Sequence[Trigger], roles: Roles, said: Sequence[Speech]
    ) -> Claim:
        """Return the claim of one event."""
        analysis = self.context.analysis
        speech = self.speech(trigger, said)
        steps = [Step(part="trigger", rule=rule) for rule in trigger.reasons]
        return Claim(
            report=analysis.report.id,
            type=trigger.event,
            trigger=analysis.span(trigger.first, trigger.last),
            modality=self.modality(trigger),
            agents=self.people(roles.agents),
            targets=self.people(roles.targets),
            places=self.places(trigger, others),
            time=self.time(trigger, others),
            counts=self.counts(trigger, others, roles.targets),
            attribution=self.attribution(trigger, speech) if speech else None,
            via=self.via(speech) if speech else None,
            confidence=round(trigger.confidence, 3),
            why=tuple(steps),
        )

    def roles(self, others: Sequence[Trigger]) -> list[Roles]:
        """Return who takes part in each event of a sentence.

        Each event is asked for by itself first; then again, knowing what the others' answers are.
        """
        scored = [self.scored(trigger, others) for trigger in others]
        alone = [
            self.pick(trigger, each, {}, is_first=True)
            for trigger, each in zip(others, scored, strict=True)
        ]
        found = []
        for number, (trigger, each) in enumerate(zip(others, scored, strict=True)):
            roles = self.pick(trigger, each, taken_by(others, alone, number), is_first=False)
            agents, targets = (
                self.joined(trigger, chosen, roles) for chosen in (roles.agents, roles.targets)
            )
            found.append(Roles(agents, targets))
        return found

    def scored(self, trigger: Trigger, others: Sequence[Trigger]) -> list[Scored]:
        """Return nobody, then the noun phrases that may take part, each with its scores."""
        panel = self.models.roles
        nobody = participants.null_features(self.context, trigger)
        found = [Scored(-1, panel.scores(nobody))]
        for number in participants.nearby(self.context, trigger):
            features = participants.pair_features(self.context, trigger, number, others)
            found.append(Scored(number, panel.scores(features)))
        return found

    def pick(
        self, trigger: Trigger, scored: Sequence[Scored], taken: Taken, *, is_first: bool
    ) -> Roles:
        """Choose agent and target, the surer one first; nobody is both."""
        agents, targets = (
            [each.scores[round_ + (0 if is_first else 2)] for each in scored] for round_ in (0, 1)
        )
        if not is_first:
            for index, each in enumerate(scored):
                shared = list(participants.shared_features(trigger, each.phrase, taken))
                agents[index] += self.models.agents.score(shared)
                targets[index] += self.models.targets.score(shared)
        agent, target = _not_both(agents, targets)
        return Roles(
            (scored[agent].phrase,) if agent else (), (scored[target].phrase,) if target else ()
        )

    def joined(self, trigger: Trigger, chosen: tuple[int, ...], roles: Roles) -> tuple[int, ...]:
        """Take in the phrases that are joined to a participant by و."""
        phrases = self.context.analysis.phrases
        found = list(chosen)
        while found and (number := found[-1] + 1) < len(phrases):
            if number in (*roles.agents, *roles.targets) or not participants.is_joined(
                self.context, number
            ):
                break
            if (
                self.models.also.score(participants.joined_features(self.context, trigger, number))
                <= 0
            ):
                break
            found.append(number)
        return tuple(found)

    def people(self, numbers: Sequence[int]) -> tuple[Participant, ...]:
        """Return participants as their words."""
        phrases = self.context.analysis.phrases
        spans = [self.context.analysis.span(phrases[n].first, phrases[n].last) for n in numbers]
        return tuple(Participant(evidence=span) for span in spans)

    def modality(self, trigger: Trigger) -> Modality:
        """Return how the text presents an event."""
        scores = self.models.modalities.scores(
            modality.features(self.context, trigger), _MODALITIES
        )
        return max(_MODALITIES, key=lambda label: scores[label])

    def places(self, trigger: Trigger, others: Sequence[Trigger]) -> tuple[Place, ...]:
        """Return the places of an event, at most three, in text order."""
        shares = [
            (
                likelihood(
                    self.models.places.score(places.features(self.context, trigger, number, others))
                ),
                number,
            )
            for number in places.nearby(self.context, trigger)
        ]
        likely = sorted((pair for pair in shares if pair[0] > _LEAST_LIKELY_PLACE), reverse=True)[
            :_MOST_PLACES
        ]
        mentions = [self.context.analysis.places[number] for number in sorted(n for _, n in likely)]
        return tuple(
            Place(
                evidence=self.context.analysis.span(mention.first, mention.last),
                anchor=mention.anchor,
                relation=mention.relation,
                distance_km=mention.distance_km,
            )
            for mention in mentions
        )

    def time(self, trigger: Trigger, others: Sequence[Trigger]) -> EventTime | None:
        """Return when an event took place, None where the text gives no time."""
        own = times.nearby(self.context, trigger)
        if not own:
            return None
        model = self.models.times
        scores = [model.score(times.null_features(self.context, trigger))]
        scores += [model.score(times.features(self.context, trigger, n, others)) for n in own]
        index, _ = best(scores, nothing=NOTHING["times"])
        if not index:
            return None
        time = self.context.analysis.times[own[index - 1]]
        return EventTime(
            evidence=self.context.analysis.span(time.first, time.last),
            first=time.earliest,
            last=time.latest,
            precision=time.precision,
            basis=time.basis,
        )

    def counts(
        self, trigger: Trigger, others: Sequence[Trigger], targets: Sequence[int]
    ) -> tuple[Count, ...]:
        """Return how many people or things an event counts."""
        listed = self.amounts(trigger)
        if not listed:
            return ()
        target = targets[0] if targets else -1
        model = self.models.counts
        scores = [model.score(counts.null_features(self.context, trigger, target))]
        scores += [
            model.score(counts.features(self.context, trigger, amount, others, target))
            for amount in listed
        ]
        index, _ = best(scores, nothing=NOTHING["counts"])
        if not index:
            return ()
        chosen = [listed[index - 1]]
        if chosen[0].phrase == target:
            # ضابط و3 جنود: whoever is joined to the target is counted, too.
            chosen += [amount for amount in listed if amount.phrase in targets[1:]]
        return tuple(
            Count(
                role=counts.role_of(trigger.event),
                least=amount.least,
                most=amount.most,
                evidence=self.context.analysis.span(amount.first, amount.last),
            )
            for amount in chosen
        )

    def amounts(self, trigger: Trigger) -> list[Amount]:
        """Return the numbers near an event."""
        sentence = self.context.sentence_at[trigger.first]
        return [
            amount
            for amount in counts.amounts(self.context, sentence)
            if max(amount.first - trigger.last, trigger.first - amount.last) <= counts.FARTHEST
        ]

    def speech(self, trigger: Trigger, said: Sequence[Speech]) -> Speech | None:
        """Return the speech that carries an event, None for the outlet's own narration."""
        near = attribution.heard(self.context, trigger, said)
        if not near:
            return None
        model = self.models.sources
        scores = [model.score(attribution.null_features(self.context, trigger, near))]
        scores += [
            model.score(attribution.speech_features(self.context, trigger, speech, near))
            for speech in near
        ]
        index, _ = best(scores, nothing=NOTHING["sources"])
        return near[index - 1] if index else None

    def attribution(self, trigger: Trigger, speech: Speech) -> Attribution:
        """Return who asserts a claim, what sort of source that is, and how it stands to it."""
        phrase = self.context.analysis.phrases[speech.source]
        kinds = self.models.kinds.scores(attribution.kind_features(self.context, speech), _KINDS)
        described = attribution.stance_features(self.context, trigger, speech)
        stances = self.models.stances.scores(described, _STANCES)
        return Attribution(
            source=self.context.analysis.span(phrase.first, phrase.last),
            kind=max(_KINDS, key=lambda kind: kinds[kind]),
            stance=max(_STANCES, key=lambda stance: stances[stance]),
        )

    def via(self, speech: Speech) -> Span | None:
        """Return the words that name the outlet through which a source is quoted."""
        number = attribution.outlet(self.context, speech)
        if number < 0:
            return None
        phrase = self.context.analysis.phrases[number]
        return self.context.analysis.span(phrase.first, phrase.last)


def _not_both(agents: list[float], targets: list[float]) -> tuple[int, int]:
    """Return the likeliest agent and target; where they are one, the surer role keeps it."""
    agent, sure_agent = best(agents, nothing=NOTHING["agents"])
    target, sure_target = best(targets, nothing=NOTHING["targets"])
    if agent and agent == target:
        if sure_agent < sure_target:
            agents[agent] = -inf
            agent, _ = best(agents, nothing=NOTHING["agents"])
        else:
            targets[target] = -inf
            target, _ = best(targets, nothing=NOTHING["targets"])
    return agent, target


def taken_by(others: Sequence[Trigger], roles: Sequence[Roles], but: int) -> Taken:
    """Return by noun phrase the roles it has in the other events."""
    taken: dict[int, list[str]] = {}
    for number, (trigger, role) in enumerate(zip(others, roles, strict=True)):
        if number == but:
            continue
        for agent in role.agents:
            taken.setdefault(agent, []).append(f"agent {trigger.event}")
        for target in role.targets:
            taken.setdefault(target, []).append(f"target {trigger.event}")
    return taken


def extract(analysis: AnalyzedReport) -> tuple[Claim, ...]:
    """Return the claims of an analyzed report, in text order."""
    return tuple(Extraction(Context(analysis), bundled()).claims())
