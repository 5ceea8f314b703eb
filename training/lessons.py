"""Annotated reports as lessons: the options of every question, and which of them is right."""

from collections.abc import Sequence

import numpy as np

from riwaya.evaluation.match import folded_words
from riwaya.extract import attribution, counts, modality, participants, places, times, triggers
from riwaya.extract.context import Context
from riwaya.extract.network import words_of
from riwaya.extract.pairing import Events
from riwaya.extract.speech import Speech, speeches
from riwaya.extract.traits import Traits
from riwaya.extract.triggers import Trigger
from riwaya.records.reading import PlaceMention, TimeMention
from training.data import Example, Json
from training.network import Asked, Ints, Lesson

ROLES = ("agents", "targets")
_UNKNOWN = -1


def lesson(example: Example) -> Lesson:
    """Return an annotated report as a lesson."""
    traits = Traits(example.context)
    found = Lesson(words_of(traits), traits.bounds[:-1])
    listed = triggers.candidates(example.context)
    if listed:
        found.asked["triggers"] = _triggers(example, traits, listed)
    events, gold = _events(example, traits)
    if gold:
        asked = _about(events, gold)
        found.asked.update({name: each for name, each in asked.items() if len(each.options)})
    found.prepare()
    return found


def _events(example: Example, traits: Traits) -> tuple[Events, list[Json]]:
    found = []
    for gold in example.claims:
        stretch = _tokens(example.context, gold["trigger"])
        if stretch:
            found.append((Trigger(stretch[0], stretch[-1] + 1, gold["type"], 1.0), gold))
    found.sort(key=lambda pair: pair[0].first)
    return Events(traits, [trigger for trigger, _ in found]), [gold for _, gold in found]


def _triggers(example: Example, traits: Traits, listed: Sequence[triggers.Candidate]) -> Asked:
    options = triggers.options(traits, listed)
    tokens = example.context.tokens
    answers = []
    for candidate in listed:
        start, end = tokens[candidate.first].start, tokens[candidate.last - 1].end
        told = [
            g["type"]
            for g in example.claims
            if g["trigger"]["start"] < end and start < g["trigger"]["end"]
        ]
        right = next((event for event in told if event in candidate.events), "")
        answers.append(_UNKNOWN if told and not right else triggers.LABELS.index(right))
    wanted = np.array(answers)[options.owner]
    right = np.where(wanted == _UNKNOWN, _UNKNOWN, wanted == options.label)
    return Asked(options, right[:, None])


def _about(events: Events, gold: Sequence[Json]) -> dict[str, Asked]:
    context = events.traits.context
    said = speeches(context)
    found: dict[str, Asked] = {}
    found["roles"], chosen = _roles(events, gold)
    found["also"] = _also(events, gold, chosen)
    options, numbers = places.options(events)
    owners = places.owners(events)
    right = [
        any(_covers(context.analysis.places[n], g) for g in gold[o]["places"])
        for o, n in zip(owners, numbers.tolist(), strict=True)
    ]
    found["places"] = Asked(options, np.array(right, dtype=np.int64).reshape(-1, 1))
    found["times"] = _times(events, gold)
    found["counts"] = _counts(events, gold, chosen[:, 1])
    options = modality.options(events)
    wanted = np.array([modality.LABELS.index(g["modality"]) for g in gold])[options.owner]
    found["modalities"] = Asked(options, (wanted == options.label).astype(np.int64)[:, None])
    if said:
        found.update(_sources(events, gold, said))
    return found


def _roles(events: Events, gold: Sequence[Json]) -> tuple[Asked, Ints]:
    context = events.traits.context
    options, numbers = participants.options(events)
    right = np.zeros((len(options), 2), dtype=np.int64)
    chosen = np.full((len(gold), 2), -1, dtype=np.int64)
    for event, claim in enumerate(gold):
        rows = np.flatnonzero(options.owner == event)
        near = numbers[rows[1:]].tolist()
        for answer, role in enumerate(ROLES):
            if not claim[role]:
                right[rows[0], answer] = 1
                continue
            index = _phrase_of(context, claim[role][0], near)
            if index is None:
                right[rows, answer] = _UNKNOWN
            else:
                right[rows[index + 1], answer] = 1
                chosen[event, answer] = near[index]
    return Asked(options, right), chosen


def _also(events: Events, gold: Sequence[Json], chosen: Ints) -> Asked:
    context = events.traits.context
    asked, right = [], []
    for event, claim in enumerate(gold):
        for answer, role in enumerate(ROLES):
            number = int(chosen[event, answer]) + 1
            if not 0 < number < len(context.analysis.phrases):
                continue
            if participants.is_joined(context, number):
                asked.append((event, number, answer))
                right.append(any(_overlaps(context, number, each) for each in claim[role]))
    return Asked(
        participants.joined_options(events, asked), np.array(right, dtype=np.int64).reshape(-1, 1)
    )


def _times(events: Events, gold: Sequence[Json]) -> Asked:
    context = events.traits.context
    options, numbers = times.options(events)
    right = np.zeros((len(options), 1), dtype=np.int64)
    for event in np.unique(options.owner).tolist():
        rows = np.flatnonzero(options.owner == event)
        time = gold[event]["time"]
        if not time or time.get("start") is None:
            right[rows[0]] = 1
            continue
        matching = [row for row in rows[1:] if _covers(context.analysis.times[numbers[row]], time)]
        if matching:
            right[matching[0]] = 1
        else:
            right[rows] = _UNKNOWN
    return Asked(options, right)


def _counts(events: Events, gold: Sequence[Json], targets: Ints) -> Asked:
    options, amounts = counts.options(events, targets.tolist())
    right = np.zeros((len(options), 1), dtype=np.int64)
    for event in np.unique(options.owner).tolist():
        rows = np.flatnonzero(options.owner == event).tolist()
        if not gold[event]["counts"]:
            right[rows[0]] = 1
            continue
        count = gold[event]["counts"][0]
        matching = [
            row
            for row in rows[1:]
            if (amount := amounts[row]) and (amount.least, amount.most) == (count["min"], count["max"])
        ]  # fmt: skip
        if not matching:
            right[rows] = _UNKNOWN
            continue
        first = events.triggers[event].first

        def rank(
            row: int, target: int = int(targets[event]), first: int = first
        ) -> tuple[bool, int]:
            amount = amounts[row]
            assert amount  # noqa: S101
            return amount.phrase != target, abs(amount.first - first)

        right[min(matching, key=rank)] = 1
    return Asked(options, right)


def _sources(events: Events, gold: Sequence[Json], said: Sequence[Speech]) -> dict[str, Asked]:
    context = events.traits.context
    options, numbers = attribution.options(events, said)
    right = np.zeros((len(options), 1), dtype=np.int64)
    chosen: list[tuple[int, int]] = []
    for event in np.unique(options.owner).tolist():
        rows = np.flatnonzero(options.owner == event)
        source = gold[event]["source"]
        if not source:
            right[rows[0]] = 1
            continue
        near = numbers[rows[1:]].tolist()
        index = _speech_of(context, events.triggers[event], source, [said[n] for n in near])
        if index is None:
            right[rows] = _UNKNOWN
        else:
            right[rows[index + 1]] = 1
            chosen.append((event, near[index]))
    found = {"sources": Asked(options, right)}
    found["kinds"] = _kinds(events, gold, said, chosen)
    found["outlets"] = _outlets(events, gold, said, chosen)
    if chosen:
        stances = attribution.stance_options(events, [(event, said[n]) for event, n in chosen])
        # Owners are events; they are numbered anew, one after another.
        wanted = np.array([attribution.STANCES.index(gold[event]["stance"]) for event, _ in chosen])
        order = stances.owner
        right = (wanted[order] == stances.label).astype(np.int64)[:, None]
        found["stances"] = Asked(stances, right)
    return found


def _kinds(
    events: Events, gold: Sequence[Json], said: Sequence[Speech], chosen: Sequence[tuple[int, int]]
) -> Asked:
    options = attribution.kind_options(events.traits, said)
    wanted = np.full(len(said), _UNKNOWN)
    for event, number in chosen:
        wanted[number] = attribution.KINDS.index(gold[event]["source_kind"])
    asked = wanted[options.owner]
    return Asked(options, np.where(asked < 0, _UNKNOWN, asked == options.label)[:, None])


def _outlets(
    events: Events, gold: Sequence[Json], said: Sequence[Speech], chosen: Sequence[tuple[int, int]]
) -> Asked:
    context = events.traits.context
    options, speech, phrase = attribution.outlet_options(events.traits, said)
    named: dict[int, list[Json]] = {}
    for event, number in chosen:
        named.setdefault(number, [])
        if gold[event]["via"]:
            named[number].append(gold[event]["via"])
    right = [
        any(_overlaps(context, p, via) for via in named[s]) if s in named else _UNKNOWN
        for s, p in zip(speech.tolist(), phrase.tolist(), strict=True)
    ]
    return Asked(options, np.array(right, dtype=np.int64).reshape(-1, 1))


def _tokens(context: Context, span: Json) -> list[int]:
    return [
        i for i, t in enumerate(context.tokens) if t.start < span["end"] and span["start"] < t.end
    ]


def _covers(mention: PlaceMention | TimeMention, gold: Json) -> bool:
    return gold["start"] is not None and mention.start < gold["end"] and gold["start"] < mention.end


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


def _speech_of(
    context: Context, trigger: Trigger, gold: Json, near: Sequence[Speech]
) -> int | None:
    """Return the index of the speech nearest to an event whose source is the annotated one."""
    matching = [i for i, each in enumerate(near) if _same_source(context, each, gold)]
    if not matching:
        return None
    own = context.sentence_at[trigger.first]

    def away(index: int) -> tuple[int, int]:
        cue = near[index].cue
        return own - context.sentence_at[cue], abs(cue - trigger.first)

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
