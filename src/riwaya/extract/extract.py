"""Extract the claims of a report: find its events, then ask of each who, whom, where, when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

import numpy as np

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
from riwaya.extract.codes import Ints
from riwaya.extract.context import Context
from riwaya.extract.explain import reason
from riwaya.extract.linking import actors_of, side_of
from riwaya.extract.options import Options, groups
from riwaya.extract.pairing import Events
from riwaya.extract.reader import Floats, Reader, best, likelihoods
from riwaya.extract.speech import Speech, speeches
from riwaya.extract.traits import Traits
from riwaya.extract.triggers import Candidate, Trigger
from riwaya.knowledge.lexicon import frames
from riwaya.knowledge.weights import Weights, bundled
from riwaya.records.claim import (
    Actor,
    Attribution,
    Claim,
    Count,
    EventTime,
    Modality,
    Participant,
    Place,
    Point,
    Step,
)
from riwaya.records.reading import AnalyzedReport, PlaceMention
from riwaya.records.span import Span

_MOST_PLACES = 3
_ROLES = ("agents", "targets")

NOTHING = {
    "triggers": -0.4,
    "agents": -0.4,
    "targets": -0.4,
    "times": -0.2,
    "counts": -0.4,
    "sources": -0.3,
    "places": -0.3,
    "outlets": 0.4,
    "also": 0.0,
}
"""What is taken off the score of "none" in each choice, so that as much is missed as is spurious."""


_SURE, _SURER, _FEW, _ENOUGH = 0.9, 0.95, 1 / 3, 6
"""How likely the likeliest event of a report must be, and how likely where fewer than a third of its
listed words seem to tell of one: where none is told for sure, war words are spoken of something else
(sport, markets, weather). A text of fewer listed words says too little to be judged as a whole."""


_TEMPERATURE = 1.5
_LEAST_SHARE = 1e-4
"""Nothing is surer than this, or less sure."""


class Roles(NamedTuple):
    """The noun phrases that take part in an event, by their numbers."""

    agents: tuple[int, ...]
    targets: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Extraction:
    """The claims of one report, in the making."""

    context: Context
    weights: Weights
    explains: bool = False
    """Whether each claim says how each of its parts was found; that takes longer."""
    steps: dict[int, list[Step]] = field(default_factory=dict)
    """The steps that made each claim, by its number."""

    @cached_property
    def reader(self) -> Reader:
        """The network, having read the report."""
        return Reader(Traits(self.context), self.weights)

    @cached_property
    def said(self) -> list[Speech]:
        """Every mention of a source that speaks."""
        return speeches(self.context)

    @property
    def published(self) -> date | None:
        """The day of publication, None where it is unknown."""
        publication = self.context.analysis.report.published
        return publication.at.date() if publication else None

    @cached_property
    def actors(self) -> Mapping[int, Actor]:
        """Who is meant by each noun phrase that names an actor."""
        return actors_of(self.context)

    def claims(self) -> list[Claim]:
        """Return the claims of the report, in text order."""
        found = self.triggers()
        if not found:
            return []
        events = Events(self.reader.traits, found)
        roles = self.roles(events)
        modalities = self.modalities(events)
        where, when = self.places(events), self.times(events)
        how_many = self.counts(events, roles)
        who = self.attributions(events)
        analysis = self.context.analysis
        claims = []
        for number, trigger in enumerate(found):
            attributed, via = who.get(number, (None, None))
            agents, targets = (self.people(each) for each in roles[number])
            if attributed:
                side = side_of(attributed.actor, agents, targets, self.published)
                attributed = replace(attributed, side=side)
            claims.append(
                Claim(
                    report=analysis.report.id,
                    type=trigger.event,
                    trigger=analysis.span(trigger.first, trigger.last),
                    modality=modalities[number],
                    agents=agents,
                    targets=targets,
                    places=where.get(number, ()),
                    time=when.get(number),
                    counts=how_many.get(number, ()),
                    attribution=attributed,
                    via=via,
                    confidence=round(calibrated(trigger.confidence), 3),
                    why=tuple(self.steps.get(number, ())),
                )
            )
        names = incidents.labels(claims, analysis.report.text, self.weights)
        return [replace(claim, incident=name) for claim, name in zip(claims, names, strict=True)]

    def triggers(self) -> list[Trigger]:
        """Return the words that tell of an event, in text order, each with its likeliest type."""
        listed = triggers.candidates(self.context)
        if not listed:
            return []
        options = triggers.options(self.reader.traits, listed)
        scores = self.reader.scores("triggers", options)[:, 0]
        scores = scores - np.where(options.label == 0, np.float32(NOTHING["triggers"]), 0)
        shares = likelihoods(scores, options.owner)
        chosen = best(scores, options.owner)
        told = options.label[chosen] > 0
        least = _SURER if told.mean() < _FEW else _SURE
        if len(listed) >= _ENOUGH and shares[options.label > 0].max(initial=0) < least:
            return []
        found: list[Trigger] = []
        for row in chosen.tolist():
            if options.label[row]:
                each = listed[int(options.owner[row])]
                event = triggers.LABELS[int(options.label[row])]
                self.note(len(found), "trigger", self.entry(each, event))
                self.because(len(found), "trigger", "triggers", options, scores, row)
                found.append(Trigger(each.first, each.last, event, float(shares[row])))
        return found

    def entry(self, candidate: Candidate, event: str) -> str:
        """Name the entry of the lexicon that lists a word under an event type."""
        if not self.explains:
            return ""
        words = self.context.analysis.span(candidate.first, candidate.last)
        if candidate.idiom:
            return f"triggers.toml: a phrase of {candidate.idiom}: {words.of(self.context.analysis.report.text)}"
        lemmas = self.context.tokens[candidate.first].morph.lemmas
        listed = "by itself" if candidate.events[event] else "in fitting company"
        return f"triggers.toml: {', '.join(lemmas)} tells of {event} {listed}"

    def note(self, event: int, part: str, rule: str) -> None:
        """Keep a step, where steps are asked for."""
        if self.explains:
            self.steps.setdefault(event, []).append(Step(part=part, rule=rule))

    def because(
        self,
        event: int,
        part: str,
        name: str,
        options: Options,
        scores: Floats,
        row: int,
        *,
        answer: int = 0,
    ) -> None:
        """Keep why an option was chosen, where steps are asked for."""
        if self.explains:
            why = reason(self.reader, name, options, scores, row, answer=answer)
            self.note(event, part, why)

    def roles(self, events: Events) -> list[Roles]:
        """Return who takes part in each event."""
        options, numbers = participants.options(events)
        scores = self.reader.scores("roles", options)
        begins, ends = groups(options.owner)
        scores[begins] -= np.array([NOTHING[part] for part in _ROLES], dtype=np.float32)
        chosen: list[tuple[int, int]] = []
        for event, (begin, end) in enumerate(zip(begins.tolist(), ends.tolist(), strict=True)):
            agent, target = _not_both(scores[begin:end, 0], scores[begin:end, 1])
            rows = (begin + agent, begin + target)
            for answer, (part, row) in enumerate(zip(_ROLES, rows, strict=True)):
                self.note(event, part, self.named(int(numbers[row]), events, event))
                own = scores[:, answer]
                self.because(event, part, "roles", options, own, row, answer=answer)
            chosen.append((int(numbers[rows[0]]), int(numbers[rows[1]])))
        return self.joined(events, chosen)

    def named(self, number: int, events: Events, event: int) -> str:
        """Say which noun phrase was chosen, and the frame of the event's type."""
        if not self.explains:
            return ""
        frame = frames()[events.triggers[event].event]
        where = f"frame {frame.name}: subject {frame.subject}, object {frame.object}, construct {frame.construct}"
        if number < 0:
            return f"nobody is named; {where}"
        return f"{self.phrase(number).of(self.context.analysis.report.text)}; {where}"

    def joined(self, events: Events, chosen: Sequence[tuple[int, int]]) -> list[Roles]:
        """Take in the phrases that are joined to a participant by و."""
        # 21 قتيلا و27 جريحا: who stands in the words of another event is that one's.
        told = {self.context.phrase_at[trigger.first] for trigger in events.triggers}
        asked = [
            (event, following, role)
            for event, pair in enumerate(chosen)
            for role in range(len(pair))
            for following in takewhile(lambda n: n not in told, self.following(pair, role))
        ]
        answers = self.reader.scores("also", participants.joined_options(events, asked))[:, 0]
        taken = {
            each for each, score in zip(asked, answers.tolist(), strict=True) if score > -NOTHING["also"]
        }  # fmt: skip
        found = []
        for event, pair in enumerate(chosen):
            roles = []
            for role, number in enumerate(pair):
                members = [number] if number >= 0 else []
                while members and (event, members[-1] + 1, role) in taken:
                    members.append(members[-1] + 1)
                roles.append(tuple(members))
            found.append(Roles(*roles))
        return found

    def following(self, pair: tuple[int, int], role: int) -> Iterator[int]:
        """Yield the phrases that stand joined behind a participant, up to the other one."""
        phrases = self.context.analysis.phrases
        if pair[role] < 0:
            return
        for number in range(pair[role] + 1, len(phrases)):
            if number in pair or not participants.is_joined(self.context, number):
                return
            yield number

    def people(self, numbers: Sequence[int]) -> tuple[Participant, ...]:
        """Return participants as their words."""
        return tuple(
            Participant(evidence=self.phrase(number), actor=self.actors.get(number))
            for number in numbers
        )

    def phrase(self, number: int) -> Span:
        """Return the characters of a noun phrase."""
        phrase = self.context.analysis.phrases[number]
        return self.context.analysis.span(phrase.first, phrase.last)

    def modalities(self, events: Events) -> list[Modality]:
        """Return how the text presents each event."""
        options = modality.options(events)
        scores = self.reader.scores("modalities", options)[:, 0]
        rows = best(scores, options.owner).tolist()
        for event, row in enumerate(rows):
            self.because(event, "modality", "modalities", options, scores, row)
        return [modality.LABELS[int(options.label[row])] for row in rows]

    def places(self, events: Events) -> dict[int, tuple[Place, ...]]:
        """Return the places of each event, at most three, in text order."""
        options, numbers = places.options(events)
        scores = self.reader.scores("places", options)[:, 0]
        likely: dict[int, list[tuple[float, int]]] = {}
        for row, (event, score) in enumerate(
            zip(places.owners(events), scores.tolist(), strict=True)
        ):
            if score > -NOTHING["places"]:
                likely.setdefault(event, []).append((score, row))
        found = {}
        for event, each in likely.items():
            rows = sorted(row for _, row in sorted(each)[-_MOST_PLACES:])
            for row in rows:
                self.because(event, "places", "places", options, scores, row)
            found[event] = tuple(self.place(int(numbers[row])) for row in rows)
        return found

    def place(self, number: int) -> Place:
        """Return a place of an event."""
        mention = self.context.analysis.places[number]
        return Place(
            evidence=self.context.analysis.span(mention.first, mention.last),
            anchor=mention.anchor,
            relation=mention.relation,
            distance_km=mention.distance_km,
            point=_point(mention),
            kind=mention.kind or None,
            country=mention.country or None,
            geo_precision=mention.geo_precision,
            where_prec=mention.where_prec,
        )

    def times(self, events: Events) -> dict[int, EventTime]:
        """Return when each event took place, where the text gives a time."""
        options, numbers = times.options(events)
        found = {}
        for event, row in self.answers("times", options):
            if numbers[row] >= 0:
                time = self.context.analysis.times[int(numbers[row])]
                found[event] = EventTime(
                    evidence=self.context.analysis.span(time.first, time.last),
                    first=time.earliest,
                    last=time.latest,
                    precision=time.precision,
                    basis=time.basis,
                )
        return found

    def counts(self, events: Events, roles: Sequence[Roles]) -> dict[int, tuple[Count, ...]]:
        """Return how many people or things each event counts."""
        options, amounts = counts.options(events, [(r.targets or (-1,))[0] for r in roles])
        found = {}
        for event, row in self.answers("counts", options):
            amount = amounts[row]
            if amount is None:
                continue
            chosen = [amount]
            targets = roles[event].targets
            if targets and amount.phrase == targets[0]:
                # ضابط و3 جنود: whoever is joined to the target is counted, too.
                rows = np.flatnonzero(options.owner == event).tolist()
                others = [each for r in rows if (each := amounts[r]) is not None]
                chosen += [each for each in others if each.phrase in targets[1:]]
            role = counts.role_of(events.triggers[event].event)
            found[event] = tuple(
                Count(
                    role=role,
                    least=each.least,
                    most=each.most,
                    evidence=self.context.analysis.span(each.first, each.last),
                )
                for each in chosen
            )
        return found

    def answers(self, name: str, options: Options) -> list[tuple[int, int]]:
        """Return by event the row of the best option, the first of its rows being "none"."""
        scores = self.reader.scores(name, options)[:, 0]
        begins, _ = groups(options.owner)
        scores[begins] -= np.float32(NOTHING[name])
        rows = best(scores, options.owner)
        found = list(zip(options.owner[rows].tolist(), rows.tolist(), strict=True))
        for event, row in found:
            self.because(event, name, name, options, scores, row)
        return found

    def attributions(self, events: Events) -> dict[int, tuple[Attribution, Span | None]]:
        """Return who asserts each claim that the outlet does not tell itself, and through whom."""
        if not self.said:
            return {}
        options, numbers = attribution.options(events, self.said)
        answers = self.answers("sources", options)
        chosen = [(event, int(numbers[row])) for event, row in answers if numbers[row] >= 0]
        if not chosen:
            return {}
        stances = attribution.stance_options(events, [(e, self.said[n]) for e, n in chosen])
        labels = self.labels("stances", stances)
        carrying = sorted({number for _, number in chosen})
        said = [self.said[number] for number in carrying]
        asked = attribution.kind_options(self.reader.traits, said)
        kinds = dict(zip(carrying, self.labels("kinds", asked), strict=True))
        outlets = {carrying[index]: outlet for index, outlet in self.outlets(said).items()}
        found = {}
        for (event, number), stance in zip(chosen, labels, strict=True):
            outlet = outlets.get(number)
            self.note(event, "attribution", self.heard(self.said[number], events, event))
            attributed = Attribution(
                source=self.phrase(self.said[number].source),
                kind=attribution.KINDS[kinds[number]],
                stance=attribution.STANCES[stance],
                actor=self.actors.get(self.said[number].source),
            )
            found[event] = attributed, self.phrase(outlet) if outlet is not None else None
        return found

    def heard(self, speech: Speech, events: Events, event: int) -> str:
        """Say by which words a source speaks, and how far they reach to a claim."""
        if not self.explains:
            return ""
        cue = self.context.tokens[speech.cue]
        away = events.sentence[event] - self.context.sentence_at[speech.cue]
        reach = (
            "in its own sentence" if not away else f"from {away} sentence{'s' * (away > 1)} before"
        )
        stances = ", ".join(cue.morph.stances) or "no stance of its own"
        return f"speech.toml: {cue.text} ({speech.manner}, {stances}) reaches the claim {reach}"

    def labels(self, name: str, options: Options) -> list[int]:
        """Return the best of the fixed answers for each owner."""
        rows = best(self.reader.scores(name, options)[:, 0], options.owner)
        return [int(label) for label in options.label[rows]]

    def outlets(self, said: Sequence[Speech]) -> dict[int, int]:
        """Return by the index of a speech the noun phrase of the outlet through which its source is quoted."""
        options, speech, phrase = attribution.outlet_options(self.reader.traits, said)
        scores = self.reader.scores("outlets", options)[:, 0]
        found: dict[int, tuple[float, int]] = {}
        for number, outlet, score in zip(
            speech.tolist(), phrase.tolist(), scores.tolist(), strict=True
        ):
            if score > -NOTHING["outlets"] and score > found.get(number, (-9e9, 0))[0]:
                found[number] = score, outlet
        return {number: outlet for number, (_, outlet) in found.items()}


def calibrated(share: float) -> float:
    """Return how often an event is right that the network gives a probability of `share`.

    The network is surer than it is right; the odds are flattened by what makes held-out events
    likeliest (`python -m training.train --held-out`, the development set).
    """
    odds = max(share, _LEAST_SHARE) / max(1 - share, _LEAST_SHARE)
    flat = odds ** (1 / _TEMPERATURE)
    return float(flat / (1 + flat))


def _point(mention: PlaceMention) -> Point | None:
    """Return where a place is, None where that is unknown."""
    if mention.latitude is None or mention.longitude is None or mention.radius_km is None:
        return None
    return Point(
        latitude=mention.latitude, longitude=mention.longitude, radius_km=mention.radius_km
    )


def _not_both(agents: Floats, targets: Floats) -> tuple[int, int]:
    """Return the likeliest agent and target; where they are one, the surer role keeps it."""
    owner: Ints = np.zeros(len(agents), dtype=np.int64)
    agent, target = int(np.argmax(agents)), int(np.argmax(targets))
    if agent and agent == target:
        sure_agent = likelihoods(agents, owner)[agent]
        sure_target = likelihoods(targets, owner)[target]
        weaker = agents if sure_agent < sure_target else targets
        weaker[agent] = -np.inf
        agent, target = int(np.argmax(agents)), int(np.argmax(targets))
    return agent, target


def extract(analysis: AnalyzedReport, *, explains: bool = False) -> tuple[Claim, ...]:
    """Return the claims of an analyzed report, in text order.

    Args:
        analysis: the report.
        explains: whether each claim is to say, in `why`, how each of its parts was found.
    """
    return tuple(Extraction(Context(analysis), bundled(), explains=explains).claims())
