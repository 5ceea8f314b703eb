"""Where? Tell which of the places in the event's sentence are its own."""

from collections.abc import Sequence

from riwaya.extract.context import Context, bucket
from riwaya.extract.pairing import border_features, crossing_features, paired, path_features
from riwaya.extract.triggers import Trigger
from riwaya.records.reading import PlaceMention


def nearby(context: Context, trigger: Trigger) -> list[int]:
    """Return the places that an event may have, in text order."""
    return context.places_of[context.sentence_at[trigger.first]]


def features(
    context: Context, trigger: Trigger, number: int, others: Sequence[Trigger]
) -> list[str]:
    """Return what describes a place as seen from an event."""
    place = context.analysis.places[number]
    pair = paired(context, trigger, place.first, place.last)
    where, shape, event = pair.where, pair.shape, trigger.event
    gap = bucket(pair.between[1] - pair.between[0])
    own = nearby(context, trigger)
    before, after = _others(context, own, place, trigger)
    order = f"{where}{min(before if where == 'after' else after, 3)}"
    preposition = place.preposition
    name = " ".join(context.tokens[i].form for i in range(place.name, place.last))
    found = [
        "b", order, f"{order} {shape}", f"{order} {event}", f"{where} {gap}", f"{where} {gap} {shape}", f"{where} {gap} {event}",
        f"{where} on={preposition}", f"{where} on={preposition} {event}", f"{where} on={preposition} {shape}",
        f"kind={place.kind}", f"kind={place.kind} {where} {event}", f"certainty={place.certainty} {place.refers}",
        f"certainty={place.certainty} {preposition}", f"relation={place.relation} {event}", f"listed={place.anchor is not None}",
        f"name={name}", f"n={min(len(own), 4)} {order}", f"kind={place.kind} on={preposition}", f"title={context.sentence(trigger.first).is_title} {where}",
    ]  # fmt: skip
    found += _phrase(context, place, where)
    found += path_features(context, pair)
    found += crossing_features(context, pair, others, preposition)
    found += border_features(context, pair)
    found += _chained(context, own, number)
    return found


def _others(
    context: Context, own: Sequence[int], place: PlaceMention, trigger: Trigger
) -> tuple[int, int]:
    """Count the places between trigger and place, when it stands after and when before."""
    places = [context.analysis.places[n] for n in own]
    before = sum(trigger.last <= other.first < place.first for other in places)
    after = sum(place.first < other.first < trigger.first for other in places)
    return before, after


def _phrase(context: Context, place: PlaceMention, where: str) -> list[str]:
    """Describe the noun phrase a place stands in: in قوات شرق ليبيا it is no place of the event."""
    number = context.phrase_at[place.name]
    if number < 0:
        return []
    phrase = context.analysis.phrases[number]
    head = context.tokens[phrase.head]
    inside = phrase.head < place.name
    found = [f"inside={inside} {where}"]
    if inside:
        found += [f"inside {context.keys[phrase.head]}", f"inside {phrase.preposition}"]
        found += [f"inside s={sort} {where}" for sort in head.morph.sorts]
        found += [f"inside s={sort} {phrase.preposition}" for sort in head.morph.sorts]
    return found


def _chained(context: Context, own: Sequence[int], number: int) -> list[str]:
    """Describe a place that stands right behind another: في منبج بريف حلب."""
    place = context.analysis.places[number]
    found = []
    for other in own:
        mention = context.analysis.places[other]
        if mention.last == place.first or (mention.last == place.first - 1 and place.preposition):
            found.append(f"chained={place.preposition} {mention.kind} {place.kind}")
        if mention.first == place.last or mention.first == place.last + 1:
            found.append(f"chains={mention.preposition} {mention.kind} {place.kind}")
    return found
