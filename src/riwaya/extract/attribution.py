"""Who says so? List the speeches that may carry an event, and describe them and their speakers."""

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from riwaya.extract.codes import Ints, code
from riwaya.extract.context import Context
from riwaya.extract.options import Options, stacked
from riwaya.extract.pairing import Events
from riwaya.extract.participants import nothing_columns, nothing_of
from riwaya.extract.speech import Manner, Speech
from riwaya.extract.traits import Traits, lemma_of, steps
from riwaya.records.claim import SourceKind, Stance

KINDS, STANCES = tuple(SourceKind), tuple(Stance)
_MOST_EARLIER = 3
"""Speeches of earlier sentences that are looked at."""
_OUTLET_REACH = 24
_WORDS = 5
_BEFORE, _AFTER, _ITSELF, _EARLIER = 1, 2, 3, 4

TEMPLATES = (
    "side", "side manner", "side cue", "side manner event", "side shape", "side cue event", "cue", "manner", "named side",
    "stance side manner", "nearest side", "nearest side here", "rival side", "rival_before side", "side gap", "side gap manner",
    "side line", "side that", "side when", "side relative", "side verbs", "side cue that", "side commas", "side commas that",
    "side name_gap", "s1 side", "s1", "s1 event", "s2 side", "speaker", "first_key side", "first_form side",
    "first_tag first_joins side", "titled side", "side first_key cue", "side manner here", "side quoting",
    "0 event", "0 here", "0 here earlier", "0 first_key", "0 first_form", "0 first_tag first_joins", "0 sentence", "0 quoted", "0 L",
    "0 here event", "0 is_last",
)  # fmt: skip
KIND_TEMPLATES = (
    "b", "head", *(f"w{n}" for n in range(_WORDS)), *(f"w{n} w{n + 1}" for n in range(_WORDS - 1)), "k1", "k2", "k3", "k1 k2", "a1", "a2", "place",
    "cluster",
)  # fmt: skip
STANCE_TEMPLATES = (
    "b", "cue", "cue away", "manner", "away", "stance away", "event", "side away", "cue event", "k1 cue", "cue that", "side cue",
)  # fmt: skip
OUTLET_TEMPLATES = (
    "b", "prep", "prep manner", "prep cue", "away", "away prep", "side", "side prep", "gap side", "head", "head prep", "cue", "manner",
    "k1", "before_key", "before_key prep", "same", "gap prep", "edge_key", "known",
)  # fmt: skip


def heard(context: Context, first: int, said: Sequence[Speech]) -> list[int]:
    """Return the speeches that may carry an event: those of its sentence and the last before."""
    sentence = context.sentence(first)
    begin = bisect_left(said, sentence.first, key=lambda speech: speech.cue)
    end = bisect_left(said, sentence.last, key=lambda speech: speech.cue)
    return list(range(max(0, begin - _MOST_EARLIER), end))


def _speech_table(traits: Traits, said: Sequence[Speech]) -> tuple[Ints, dict[str, Ints]]:
    """Return the tokens of each speech (cue, head, first and end of its source), and its columns."""
    context, tokens = traits.context, traits.tokens
    rows, seen = [], []
    for speech in said:
        phrase = context.analysis.phrases[speech.source]
        morph = tokens[speech.cue].morph
        headline = speech.manner is Manner.HEADLINE
        rows.append((speech.cue, phrase.head, phrase.first, phrase.last))
        seen.append(
            (
                code("cue::" if headline else f"cue:{lemma_of(tokens[speech.cue])}"), code(f"manner:{speech.manner}"), 1 + (speech.phrase >= 0),
                code("stance:" + "+".join(sorted(morph.stances))) if morph.stances else 0,
            )
        )  # fmt: skip
    names = ("cue", "manner", "named", "stance")
    table = np.array(seen, dtype=np.int64).reshape(-1, len(names))
    return np.array(rows, dtype=np.int64).reshape(-1, 4), dict(zip(names, table.T, strict=True))


def options(events: Events, said: Sequence[Speech]) -> tuple[Options, Ints]:
    """Return for each event the outlet's own voice, then the speeches that may carry it; and their numbers."""
    traits, context = events.traits, events.traits.context
    pairs = [
        (owner, number)
        for owner, trigger in enumerate(events.triggers)
        for number in heard(context, trigger.first, said)
    ]
    owner, number = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    places, table = _speech_table(traits, said)
    cue, head, begin, end = places[number].T
    columns = {**events.columns(owner), **{name: c[number] for name, c in table.items()}}
    columns["b"] = np.ones_like(owner)
    side = _sides(events, owner, cue)
    columns["side"] = side
    columns.update(_rivals(events, owner, number, side, table["manner"]))
    columns.update(_between(events, owner, cue, end, side))
    columns.update(_speaker(traits, head))
    columns.update(_opening(events, owner))
    looks = np.stack(
        [events.first[owner], cue, head, begin, end - 1, traits.bounds[events.first[owner], 0]],
        axis=1,
    )
    spoken = Options(owner, looks, np.zeros_like(owner), columns)
    found = stacked([_unsaid(events, owner, cue), spoken])
    numbers = np.full(len(found), -1, dtype=np.int64)
    numbers[found.columns["b"] != 0] = number
    return found, numbers


def _sides(events: Events, owner: Ints, cue: Ints) -> Ints:
    context = events.traits.context
    at = np.array([*context.sentence_at, 0], dtype=np.int64)
    away = at[events.first[owner]] - at[cue]
    inside = (events.first[owner] <= cue) & (cue < events.last[owner])
    here = np.where(inside, _ITSELF, np.where(cue < events.first[owner], _BEFORE, _AFTER))
    return np.where(away > 0, _EARLIER + np.minimum(away, 4) - 1, here)


def _rivals(events: Events, owner: Ints, number: Ints, side: Ints, manner: Ints) -> dict[str, Ints]:
    """Return whether a speech is the nearest of its side, and what stands on the other."""
    size = len(events.triggers)
    earlier = (side == _BEFORE) | (side >= _EARLIER)
    last_before = np.full(size, -1, dtype=np.int64)
    np.maximum.at(last_before, owner[earlier], number[earlier])
    first_after = np.full(size, 1 << 30, dtype=np.int64)
    behind = side == _AFTER
    np.minimum.at(first_after, owner[behind], number[behind])
    here = np.bincount(owner[side < _EARLIER], minlength=size)
    last_here = np.full(size, -1, dtype=np.int64)
    before = side == _BEFORE
    np.maximum.at(last_here, owner[before], number[before])
    manners = np.append(manner, 0)
    after = np.where(first_after < len(manner), first_after, -1)
    nearest = (number == last_before[owner]) & earlier | (number == first_after[owner])
    return {
        "nearest": 1 + nearest,
        "here": np.minimum(here, 2)[owner] + 1,
        "rival": np.where(behind, 0, manners[after][owner]),
        "rival_before": np.where(before, 0, manners[last_here][owner]),
    }


def _between(events: Events, owner: Ints, cue: Ints, end: Ints, side: Ints) -> dict[str, Ints]:
    traits = events.traits
    first = events.first[owner]
    away = side >= _EARLIER
    low, high = np.minimum(cue, first) + 1, np.maximum(cue, first)
    high = np.maximum(low, high)
    stop = traits.bounds[cue, 1]
    gap = np.where(away, first - stop, high - low)
    quote = traits.quote
    quoted = quote[first]
    found = {
        "gap": steps(np.maximum(gap, 0)),
        "line": np.where(away, traits.count("lines", low, high + 1, most=1), 0),
        "quoting": np.where(away & (quoted > 0), 1 + (quote[cue] == quoted), 0),
        "quoted": np.where(~away & (quoted > 0), 1, 0),
        "name_gap": np.where(side == _BEFORE, steps(np.maximum(first - end, 0)), 0),
    }
    for name in ("that", "when", "relative", "verbs", "commas"):
        most = 3 if name in ("commas", "verbs") else 1
        found[name] = np.where(away, 0, traits.count(name, low, high, most=most))
    return found


def _speaker(traits: Traits, head: Ints) -> dict[str, Ints]:
    return {
        "s1": traits.column("sort1")[head],
        "s2": traits.column("sort2")[head],
        "speaker": traits.column("key")[head],
    }


def _opening(events: Events, owner: Ints) -> dict[str, Ints]:
    """Describe how the event's sentence begins: وأضاف goes on, وكان turns to the background."""
    traits = events.traits
    begin = traits.bounds[events.first[owner], 0]
    return {
        "first_key": traits.column("key")[begin],
        "first_form": traits.column("form")[begin],
        "first_tag": traits.column("tag")[begin],
        "first_joins": 1 + (traits.column("joins")[begin] != 0),
        "titled": traits.column("titled")[begin] + 1,
    }


def _unsaid(events: Events, owner: Ints, cue: Ints) -> Options:
    """Return the answer that the outlet tells an event in its own voice."""
    traits, context = events.traits, events.traits.context
    size = len(events.triggers)
    asked = np.unique(owner)
    at = np.array([*context.sentence_at, 0], dtype=np.int64)
    away = at[events.first[owner]] - at[cue]
    here = np.minimum(np.bincount(owner[away == 0], minlength=size), 2) + 1
    earlier = np.bincount(owner[away == 1], minlength=size) > 0
    columns = nothing_columns(events)
    columns.update(_opening(events, np.arange(size, dtype=np.int64)))
    sentence = at[events.first]
    columns["here"] = here
    columns["earlier"] = 1 + earlier
    columns["sentence"] = np.minimum(sentence, 4) + 1
    columns["is_last"] = 1 + (sentence == len(context.analysis.sentences) - 1)
    columns["quoted"] = 1 + (traits.quote[events.first] > 0)
    found = nothing_of(events, columns, asked)
    found.sights[:, 5] = traits.bounds[events.first, 0][asked]
    return found


def kind_options(traits: Traits, said: Sequence[Speech]) -> Options:
    """Return every kind of source for each speech."""
    context = traits.context
    places, _ = _speech_table(traits, said)
    size = len(said)
    _, head, begin, end = places.T
    source = np.array([s.source for s in said], dtype=np.int64)
    key = traits.column("key")
    columns = {
        "b": np.ones(size, dtype=np.int64),
        "head": key[head],
        "cluster": traits.column("cluster")[head],
    }
    for n in range(_WORDS):
        columns[f"w{n}"] = key[np.where(begin + n < end, begin + n, -1)]
    for n in range(3):
        columns[f"k{n + 1}"] = traits.phrases.kinds[source, n]
    stop = len(traits.tokens)
    for n in (1, 2):
        columns[f"a{n}"] = traits.column("sort1")[np.minimum(end + n - 1, stop)]
    columns["place"] = np.array([1 + (context.place_at[h] >= 0) for h in head.tolist()], np.int64)
    looks = np.stack([head, end - 1, head, begin, end - 1, begin - 1], axis=1)
    return _labelled(looks, columns, size, len(KINDS))


def stance_options(events: Events, chosen: Sequence[tuple[int, Speech]]) -> Options:
    """Return every stance for each event whose speech is known."""
    traits = events.traits
    owner = np.array([each for each, _ in chosen], dtype=np.int64)
    said = [speech for _, speech in chosen]
    places, table = _speech_table(traits, said)
    cue, head, begin, end = places.T
    at = np.array([*traits.context.sentence_at, 0], dtype=np.int64)
    first = events.first[owner]
    low, high = np.minimum(cue, first), np.maximum(cue, first)
    source = np.array([s.source for s in said], dtype=np.int64)
    columns = {
        **events.columns(owner), **table, "b": np.ones_like(owner), "away": np.minimum(at[first] - at[cue], 2) + 1,
        "side": 1 + (cue < first), "k1": traits.phrases.kinds[source, 0], "that": traits.count("that", low, high, most=1),
    }  # fmt: skip
    looks = np.stack([first, cue, head, begin, end - 1, cue - 1], axis=1)
    return _labelled(looks, columns, len(said), len(STANCES))


def _labelled(looks: Ints, columns: dict[str, Ints], size: int, labels: int) -> Options:
    owner = np.repeat(np.arange(size, dtype=np.int64), labels)
    label = np.tile(np.arange(labels, dtype=np.int64), size)
    repeated = {name: column[owner] for name, column in columns.items()}
    repeated["label"] = label + 1
    return Options(owner, looks[owner], label, repeated)


def outlet_options(traits: Traits, said: Sequence[Speech]) -> tuple[Options, Ints, Ints]:
    """Return for each speech the media named near it, to say yes or no to as the outlet in between.

    Returns:
        the options, the number of the speech of each, and the noun phrase that names the outlet.
    """
    context = traits.context
    phrases = context.analysis.phrases
    media = [n for n, p in enumerate(phrases) if _names_media(context, n)]
    rows = []
    for index, speech in enumerate(said):
        sentence = context.sentence(speech.cue)
        begin = max(sentence.first, speech.cue - _OUTLET_REACH)
        end = min(sentence.last, speech.cue + _OUTLET_REACH)
        for named in media:
            near = begin <= phrases[named].first < end
            if (near and named != speech.source) or named == speech.via:
                rows.append((index, named, 1 + (named == speech.via)))
    number, phrase, known = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    places, table = _speech_table(traits, said)
    cue, source_head, _, _ = places[number].T
    first, last, head = (
        traits.phrases.first[phrase],
        traits.phrases.last[phrase],
        traits.phrases.head[phrase],
    )
    columns = {name: column[number] for name, column in table.items()}
    at = np.array([*context.sentence_at, 0], dtype=np.int64)
    key = traits.column("key")
    columns.update(
        b=np.ones_like(number), prep=traits.phrases.preposition[phrase], head=key[head], k1=traits.phrases.kinds[phrase, 0],
        away=1 + (at[first] != at[cue]), side=1 + (first > cue), gap=steps(np.abs(first - cue)), before_key=key[first - 1],
        same=1 + (key[head] == key[source_head]), edge_key=key[last], known=known,
    )  # fmt: skip
    looks = np.stack([cue, source_head, head, first, last - 1, first - 1], axis=1)
    found = Options(np.arange(len(number), dtype=np.int64), looks, np.zeros_like(number), columns)
    return found, number, phrase


def _names_media(context: Context, number: int) -> bool:
    phrase = context.analysis.phrases[number]
    return any("media" in context.tokens[i].morph.sorts for i in range(phrase.first, phrase.core))
