"""The decisions that annotated articles teach: what could be chosen, and what was right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from riwaya.evaluation.match import folded_words
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
from riwaya.extract.context import Context
from riwaya.extract.extract import Extraction, Roles, taken_by
from riwaya.extract.speech import Speech, speeches
from riwaya.extract.triggers import Trigger
from riwaya.records.claim import Claim, Modality, SourceKind, Stance
from training.data import Example, Json
from training.fit import Decision, labelled, plain

ROLES = ("agents", "targets")
Taken = Mapping[int, Mapping[int, Sequence[str]]]
"""By event (its trigger's first token), the roles of noun phrases in the other events."""
_LABELS = {"modality": tuple(Modality), "source_kind": tuple(SourceKind), "stance": tuple(Stance)}


@dataclass(frozen=True, eq=False)
class Event:
    """An annotated claim as extraction sees it: its trigger, and those of its sentence."""

    trigger: Trigger
    gold: Json


def events(example: Example) -> list[Event]:
    """Return the annotated claims whose trigger is among the tokens."""
    found = []
    for gold in example.claims:
        stretch = _tokens(example.context, gold["trigger"])
        if stretch:
            found.append(Event(Trigger(stretch[0], stretch[-1] + 1, gold["type"], 1.0, ()), gold))
    return found


def sentences(example: Example) -> list[list[Event]]:
    """Return the annotated claims by sentence."""
    groups: dict[int, list[Event]] = {}
    for event in events(example):
        groups.setdefault(example.context.sentence_at[event.trigger.first], []).append(event)
    return list(groups.values())


def trigger_decisions(example: Example) -> Iterator[Decision]:
    """Yield for each candidate whether it is a trigger, and of which type."""
    context = example.context
    listed = triggers.candidates(context)
    for candidate in listed:
        own = context.sentence_at[candidate.first]
        near = [other for other in listed if context.sentence_at[other.first] == own]
        described = triggers.features(context, candidate, near)
        labels = list(candidate.events)
        start, end = context.tokens[candidate.first].start, context.tokens[candidate.last - 1].end
        told = [
            g["type"]
            for g in example.claims
            if g["trigger"]["start"] < end and start < g["trigger"]["end"]
        ]
        right = next((labels.index(event) + 1 for event in told if event in labels), 0)
        if told and not right:
            continue
        choices: list[list[tuple[str, str]]] = [[]]
        for label in labels:
            listing = triggers.listed_features(candidate, label)
            choices.append(labelled([*described, *listing], label))
        yield Decision(choices, right)


def role_decisions(example: Example, role: str, taken: Taken | None) -> Iterator[Decision]:
    """Yield for each event which noun phrase has a role in it.

    Args:
        example: the article.
        role: agents or targets.
        taken: by event (its trigger's first token) what was found for the others; None for the
            first round.
    """
    context = example.context
    for group in sentences(example):
        others = [event.trigger for event in group]
        for event in group:
            numbers = participants.nearby(context, event.trigger)
            right = 0
            if event.gold[role]:
                index = _phrase_of(context, event.gold[role][0], numbers)
                if index is None:
                    continue
                right = index + 1
            choices = [plain(participants.null_features(context, event.trigger))]
            for number in numbers:
                described = participants.pair_features(context, event.trigger, number, others)
                if taken is not None:
                    described += participants.shared_features(
                        event.trigger, number, taken.get(event.trigger.first, {})
                    )
                choices.append(plain(described))
            yield Decision(choices, right)


def taken(example: Example, extraction: Extraction) -> Taken:
    """Return by event the roles that a model finds for the other events of its sentence."""
    found: dict[int, Mapping[int, Sequence[str]]] = {}
    for group in sentences(example):
        others = [event.trigger for event in group]
        roles: list[Roles] = [
            extraction.pick(trigger, extraction.scored(trigger, others), {}, is_first=True)
            for trigger in others
        ]
        for number, trigger in enumerate(others):
            found[trigger.first] = taken_by(others, roles, number)
    return found


def also_decisions(example: Example) -> Iterator[Decision]:
    """Yield for each phrase that is joined to a participant whether it takes part, too."""
    context = example.context
    phrases = context.analysis.phrases
    for event in events(example):
        numbers = participants.nearby(context, event.trigger)
        for role in ROLES:
            if not event.gold[role]:
                continue
            index = _phrase_of(context, event.gold[role][0], numbers)
            number = numbers[index] + 1 if index is not None else len(phrases)
            if number >= len(phrases) or not participants.is_joined(context, number):
                continue
            right = any(_overlaps(context, number, gold) for gold in event.gold[role])
            yield _yes_or_no(participants.joined_features(context, event.trigger, number), right)


def place_decisions(example: Example) -> Iterator[Decision]:
    """Yield for each event and each place of its sentence whether the place is the event's."""
    context = example.context
    for group in sentences(example):
        others = [event.trigger for event in group]
        for event in group:
            for number in places.nearby(context, event.trigger):
                mention = context.analysis.places[number]
                right = any(
                    g["start"] < mention.end and mention.start < g["end"]
                    for g in event.gold["places"]
                )
                yield _yes_or_no(places.features(context, event.trigger, number, others), right)


def time_decisions(example: Example) -> Iterator[Decision]:
    """Yield for each event which of the times of its sentence it has."""
    context = example.context
    for group in sentences(example):
        others = [event.trigger for event in group]
        for event in group:
            own = times.nearby(context, event.trigger)
            if not own:
                continue
            right = 0
            gold = event.gold["time"]
            if gold and gold.get("start") is not None:
                right = 1 + next((i for i, n in enumerate(own) if _is_time(context, n, gold)), -1)
                if not right:
                    continue
            choices = [plain(times.null_features(context, event.trigger))]
            choices += [plain(times.features(context, event.trigger, n, others)) for n in own]
            yield Decision(choices, right)


def count_decisions(example: Example, extraction: Extraction) -> Iterator[Decision]:
    """Yield for each event which number counts for it."""
    context = example.context
    for group in sentences(example):
        others = [event.trigger for event in group]
        for event in group:
            listed = extraction.amounts(event.trigger)
            if not listed:
                continue
            numbers = participants.nearby(context, event.trigger)
            index = (
                _phrase_of(context, event.gold["targets"][0], numbers)
                if event.gold["targets"]
                else None
            )
            target = numbers[index] if index is not None else -1
            right = 0
            if event.gold["counts"]:
                gold = event.gold["counts"][0]
                matching = [
                    i
                    for i, amount in enumerate(listed)
                    if (amount.least, amount.most) == (gold["min"], gold["max"])
                ]
                if not matching:
                    continue
                same = [i for i in matching if listed[i].phrase == target]
                near = same or sorted(
                    matching, key=lambda i: abs(listed[i].first - event.trigger.first)
                )
                right = near[0] + 1
            choices = [plain(counts.null_features(context, event.trigger, target))]
            choices += [
                plain(counts.features(context, event.trigger, a, others, target)) for a in listed
            ]
            yield Decision(choices, right)


def source_decisions(example: Example) -> Iterator[Decision]:
    """Yield for each event which speech carries it."""
    context = example.context
    said = speeches(context)
    for event in events(example):
        near = attribution.heard(context, event.trigger, said)
        if not near:
            continue
        right = 0
        if event.gold["source"]:
            index = _speech_of(context, event, near)
            if index is None:
                continue
            right = index + 1
        choices = [plain(attribution.null_features(context, event.trigger, near))]
        choices += [
            plain(attribution.speech_features(context, event.trigger, each, near)) for each in near
        ]
        yield Decision(choices, right)


def label_decisions(example: Example, field: str) -> Iterator[Decision]:
    """Yield for each event the label it has in a field: modality, source_kind or stance."""
    context = example.context
    said = speeches(context)
    labels = _LABELS[field]
    for event in events(example):
        label = event.gold[field]
        if label is None:
            continue
        if field == "modality":
            described = modality.features(context, event.trigger)
        else:
            near = attribution.heard(context, event.trigger, said)
            index = _speech_of(context, event, near)
            if index is None:
                continue
            speech = near[index]
            described = (
                attribution.kind_features(context, speech)
                if field == "source_kind"
                else attribution.stance_features(context, event.trigger, speech)
            )
        yield Decision(
            [labelled(described, each, shared=False) for each in labels], labels.index(label)
        )


def incident_decisions(
    example: Example, claims: Sequence[Claim], names: Sequence[str]
) -> Iterator[Decision]:
    """Yield for each two claims whether they are about one occurrence."""
    text = example.context.analysis.report.text
    for i, j in combinations(range(len(claims)), 2):
        if j - i > incidents.FARTHEST:
            continue
        first, second, one, other = claims[i], claims[j], names[i], names[j]
        yield _yes_or_no(incidents.features(first, second, text), one == other)


def _yes_or_no(features: Sequence[str], right: bool) -> Decision:
    return Decision([[], plain(features)], int(right))


def _tokens(context: Context, span: Json) -> list[int]:
    return [
        i for i, t in enumerate(context.tokens) if t.start < span["end"] and span["start"] < t.end
    ]


def _overlaps(context: Context, number: int, gold: Json) -> bool:
    phrase = context.analysis.phrases[number]
    start, end = context.tokens[phrase.first].start, context.tokens[phrase.last - 1].end
    return bool(start < gold["end"] and gold["start"] < end)


def _phrase_of(context: Context, gold: Json, numbers: Sequence[int]) -> int | None:
    """Return the index of the phrase that an annotated span names, by its head, then its start."""
    best: tuple[tuple[bool, int], int] | None = None
    for index, number in enumerate(numbers):
        if not _overlaps(context, number, gold):
            continue
        phrase = context.analysis.phrases[number]
        head = context.tokens[phrase.head]
        rank = (
            gold["start"] <= head.start < gold["end"],
            -abs(context.tokens[phrase.first].start - gold["start"]),
        )
        if best is None or rank > best[0]:
            best = rank, index
    return best[1] if best else None


def _is_time(context: Context, number: int, gold: Json) -> bool:
    time = context.analysis.times[number]
    return bool(time.start < gold["end"] and gold["start"] < time.end)


def _speech_of(context: Context, event: Event, near: Sequence[Speech]) -> int | None:
    """Return the index of the speech nearest to an event whose source is the annotated one."""
    matching = [
        i for i, each in enumerate(near) if _same_source(context, each, event.gold["source"])
    ]
    if not matching:
        return None
    own = context.sentence_at[event.trigger.first]

    def away(index: int) -> tuple[int, int]:
        cue = near[index].cue
        return own - context.sentence_at[cue], abs(cue - event.trigger.first)

    return min(matching, key=away)


def _same_source(context: Context, speech: Speech, gold: Json) -> bool:
    if _overlaps(context, speech.source, gold):
        return True
    phrase = context.analysis.phrases[speech.source]
    found = folded_words(
        context.analysis.span(phrase.first, phrase.last).of(context.analysis.report.text)
    )
    wanted = folded_words(gold["text"])
    shared = sum((found & wanted).values())
    return bool(shared) and 2 * shared / (sum(found.values()) + sum(wanted.values())) >= 0.5  # noqa: PLR2004
