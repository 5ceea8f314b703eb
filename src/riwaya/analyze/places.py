"""Find the places that a report names, where they are, and how something lies to them."""

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.analyze.place_choice import Choice, choices
from riwaya.analyze.place_grounds import Spot, grounds
from riwaya.analyze.place_references import Referent, capital_of, referent
from riwaya.analyze.place_sightings import PlaceText, Sighting, sightings
from riwaya.knowledge.countries import country_named
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.knowledge.relations import side_named
from riwaya.records.claim import Relation
from riwaya.records.reading import NumberMention, PlaceMention, Sentence, Tag, TimeMention, Token

_IN = "في"
_DEGREE_DECIMALS = 5
_ROUND_UP_KM = 0.05


def place_mentions(
    tokens: Sequence[Token], sentences: Sequence[Sentence], numbers: Sequence[NumberMention],
    times: Sequence[TimeMention] = (),
) -> list[PlaceMention]:  # fmt: skip
    """Return the places in text order, none overlapping another."""
    text = PlaceText(tokens, numbers, {at for time in times for at in range(time.first, time.last)})
    seen = [each for sentence in sentences for each in sightings(text, sentence)]
    if not seen:
        return []
    chosen, home = choices(tokens, sentences, seen)
    spots = _spots(text, seen, chosen, home)
    grounded = grounds(tokens, sentences, [each.spot for each in spots], home)
    found = []
    for named, located in zip(spots, grounded, strict=True):
        mention = _mention(tokens, named)
        if located is not None:
            circle = located.ground.circle
            mention = mention._replace(
                parent=located.parent,
                latitude=round(circle.latitude, _DEGREE_DECIMALS),
                longitude=round(circle.longitude, _DEGREE_DECIMALS),
                radius_km=round(circle.radius_km + _ROUND_UP_KM, 1),
                geo_precision=located.ground.geo_precision,
                where_prec=located.ground.where_prec,
            )
        found.append(mention)
    return found


class _Named(NamedTuple):
    """A place that is mentioned, and how it was chosen."""

    spot: Spot
    choice: Choice | None


def _spots(
    text: PlaceText, seen: Sequence[Sighting], chosen: Sequence[Choice | None], home: str | None
) -> list[_Named]:
    """Return what each sighting means, without those that are believed to mean no place."""
    found: list[_Named] = []
    before: list[Referent] = []
    for each, choice in zip(seen, chosen, strict=True):
        sighting, meant = _side_of_home(text, each, choice, home)
        if meant is not None and meant.stray:
            if each.name.first < each.name.name:
                meant = None  # منطقة بني …: a name that is not listed, behind its kind word
            elif not _has_cue(text, each):
                continue
        entry, country, kind = _meaning(text, each, meant, before, home)
        if each.name.certainty == 0 and entry is None:
            continue
        relation = each.relation.to(kind) if each.relation else Relation.IN
        if each.name.borders:
            relation = Relation.NEAR
        found.append(_Named(Spot(sighting, entry, kind, country, relation), meant))
        if entry is not None and not each.name.refers:
            before.append(Referent(entry, each.name.certainty > 0))
    return found


def _has_cue(text: PlaceText, seen: Sighting) -> bool:
    return seen.first > 0 and text.forms[seen.first - 1] == _IN


def _side_of_home(
    text: PlaceText, seen: Sighting, choice: Choice | None, home: str | None
) -> tuple[Sighting, Choice | None]:
    """Read الجنوب as the south of the report's country, not as a place elsewhere of that name."""
    name = seen.name
    if choice is None or choice.entry.country == home or name.said:
        return seen, choice
    side = side_named(name.word(text.forms))
    country = country_named(next(iter(seen.nations), home or ""))
    if side is None or country is None or (name.match and name.match.words > 1):
        return seen, choice
    return seen._replace(name=name._replace(part=side)), Choice(country.as_place(), 1.0)


def _meaning(
    text: PlaceText, seen: Sighting, choice: Choice | None, before: Sequence[Referent],
    home: str | None,
) -> tuple[GazetteerEntry | None, str, str]:  # fmt: skip
    """Return the place that a name means, its country and its kind."""
    name = seen.name
    entry = None
    if choice is not None:
        entry = choice.entry
    elif name.refers:
        nation = name.country.iso if name.country else ""
        entry = referent(name.kind, name.word(text.forms), before, home, nation=nation)
    elif name.country is not None:
        entry = capital_of(name.country) if name.kind == "capital" else None
        entry = entry or name.country.as_place()
    if entry is None:
        return None, home or "", name.kind
    return entry, entry.country, entry.kind


def _mention(tokens: Sequence[Token], named: _Named) -> PlaceMention:
    spot, choice = named.spot, named.choice
    seen, name = spot.sighting, spot.sighting.name
    return PlaceMention(
        first=seen.first,
        last=name.last,
        name=name.name,
        start=tokens[seen.first].start,
        end=tokens[name.last - 1].end,
        anchor=spot.entry.english if spot.entry else None,
        relation=spot.relation,
        distance_km=seen.distance_km,
        kind=spot.kind,
        country=spot.country,
        certainty=name.certainty,
        preposition=_preposition(tokens, seen),
        refers=name.refers,
        score=choice.score if choice else float(spot.entry is not None),
        rivals=choice.rivals if choice else (),
    )


def _preposition(tokens: Sequence[Token], seen: Sighting) -> str:
    if seen.name.front[-1:] in ("ب", "ل", "ك"):
        return seen.name.front[-1]
    before = seen.first - 1
    if before >= 0 and tokens[before].tag is Tag.PREPOSITION:
        return tokens[before].morph.word
    return ""
