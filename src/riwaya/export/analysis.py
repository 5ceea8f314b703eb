"""What stands in a report, before any question of what happened: one JSON object a report."""

from riwaya.export.annotation import Json
from riwaya.records.reading import (
    ActorMention,
    AnalyzedReport,
    NumberMention,
    PlaceMention,
    TimeMention,
)


def analysis(reading: AnalyzedReport) -> Json:
    """Return the numbers, times, places and actors of a report, `id` first.

    Every offset counts code points of the report's text.
    """
    text = reading.report.text
    return {
        "id": reading.report.id,
        "numbers": [_number(each, text) for each in reading.numbers],
        "times": [_time(each, text) for each in reading.times],
        "places": [_place(each, text) for each in reading.places if each.certainty],
        "actors": [_actor(each, text) for each in reading.actors],
    }


def _words(mention: NumberMention | TimeMention | PlaceMention | ActorMention, text: str) -> Json:
    words = text[mention.start : mention.end]
    return {"text": words, "start": mention.start, "end": mention.end}


def _number(number: NumberMention, text: str) -> Json:
    # أقل من 100 has no lower bound: as a count it begins at 0, as a number it does not.
    is_open = number.least == 0 and number.most != 0
    return {
        **_words(number, text),
        "min": None if is_open else number.least,
        "max": number.most,
    }


def _time(time: TimeMention, text: str) -> Json:
    return {
        **_words(time, text),
        "from": time.earliest.isoformat(),
        "to": time.latest.isoformat(),
        "precision": time.precision.value,
    }


def _place(place: PlaceMention, text: str) -> Json:
    return {
        **_words(place, text),
        "anchor": place.anchor,
        "relation": place.relation.value,
        "distance_km": place.distance_km,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "radius_km": place.radius_km,
        "kind": place.kind,
        "country": place.country or None,
        "geo_precision": place.geo_precision,
    }


def _actor(actor: ActorMention, text: str) -> Json:
    return {
        **_words(actor, text),
        "actor": actor.actor,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "how": actor.how.value,
        "certainty": actor.certainty,
    }
