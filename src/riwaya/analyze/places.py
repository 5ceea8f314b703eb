"""Find the places that a report names, with the relation in which something lies to them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from riwaya.arabic.letters import name_form
from riwaya.arabic.particles import KILOMETRES, MILES, PLACE_PREPOSITIONS
from riwaya.knowledge.ambiguous_names import Doubt
from riwaya.knowledge.countries import Country, country_named, country_of
from riwaya.knowledge.gazetteer import Match, gazetteer
from riwaya.knowledge.place_kinds import KindWord, kind_word
from riwaya.knowledge.relations import RelationPhrase, direction_adjective, relation_phrase
from riwaya.records.claim import Relation
from riwaya.records.reading import NumberMention, PlaceMention, Sentence, Tag, Token

_PLAIN = frozenset((Relation.IN, Relation.TOWARD, Relation.FROM))
"""Relations of plain prepositions, which are no part of a place's name."""
_LONGEST_UNLISTED = 2
_KILOMETRES_IN_A_MILE = 1.609
_DISTANCE_REACH = 4
_REFERRED = frozenset(
    {"city", "town", "village", "governorate", "capital", "region", "camp", "country", "site"}
    | {"neighbourhood", "district", "border", "airport", "base", "port", "crossing", "square"}
)
"""Kinds whose word with the article stands for a place named before, or known to all."""
_SMALL = frozenset({"village", "town", "neighbourhood"})
_BORDER = "حدود"


class _Name(NamedTuple):
    """A place's name, or a word that stands for one: tokens [first, last), the name from `name`."""

    first: int
    last: int
    name: int
    match: Match | None
    country: Country | None
    kind: str
    certainty: int
    front: str
    refers: bool = False
    several: bool = False
    """Whether the word before it announces more than one name."""


class _Seen(NamedTuple):
    """A name with what stands before it."""

    name: _Name
    first: int
    relation: RelationPhrase | None
    distance_km: float | None


@dataclass(frozen=True, slots=True)
class _Text:
    """The tokens that are searched, and their names' forms."""

    tokens: Sequence[Token]
    forms: Sequence[str]
    numbers: Sequence[NumberMention]


def place_mentions(
    tokens: Sequence[Token], sentences: Sequence[Sentence], numbers: Sequence[NumberMention]
) -> list[PlaceMention]:
    """Return the places in text order, none overlapping another."""
    text = _Text(tokens, [name_form(token.form) for token in tokens], numbers)
    seen = [each for sentence in sentences for each in _seen(text, sentence)]
    home = _home(seen)
    found: list[PlaceMention] = []
    for each in seen:
        mention = _mention(tokens, each, home, found)
        if mention is not None:
            found.append(mention)
    return found


def _seen(text: _Text, sentence: Sentence) -> Iterator[_Seen]:
    position = sentence.first
    while position < sentence.last:
        found = None
        if text.tokens[position].tag is not Tag.MARK:
            found = _at(text, position, sentence)
        if found is None:
            position += 1
        else:
            yield found
            position = found.name.last
            if found.name.several:
                yield from _joined(text, found.name, sentence.last)


def _joined(text: _Text, name: _Name, limit: int) -> Iterator[_Seen]:
    """Yield the unlisted names joined to the first of several: مدينتي رفح والشيخ زويد."""
    position = name.last
    while position < limit and text.tokens[position].morph.conjunction == "و":
        if gazetteer().match(text.forms, position) or text.tokens[position].morph.lemmas:
            return
        last = _unlisted(text, position, limit)
        if last == position:
            return
        yield _Seen(
            _Name(position, last, position, None, None, name.kind, 1, "و"), position, None, None
        )
        position = last


def _at(text: _Text, position: int, sentence: Sentence) -> _Seen | None:
    phrase = relation_phrase(text.forms, position)
    if phrase is not None and position + phrase.words < sentence.last:
        begin = _past_links(text, position + phrase.words, sentence.last)
        name = _name(text, begin, sentence)
        if name is not None and name.first == begin:
            first = begin if _is_plain(phrase) else position
            return _Seen(name, first, phrase, _distance(text, position))
    name = _name(text, position, sentence)
    if name is None:
        return None
    return _Seen(name, position, _written_on(name), None)


def _is_plain(phrase: RelationPhrase) -> bool:
    return phrase.words == 1 and not phrase.direction and phrase.relation in _PLAIN


def _past_links(text: _Text, position: int, limit: int) -> int:
    """Pass over the preposition that some relations take (بالقرب من) where the table has it not."""
    if position < limit - 1 and text.tokens[position].form in ("من", "ل"):
        return position + 1
    return position


def _written_on(name: _Name) -> RelationPhrase | None:
    return relation_phrase([name.front[-1]], 0) if name.front[-1:] in ("ب", "ل") else None


def _name(text: _Text, position: int, sentence: Sentence) -> _Name | None:
    if position >= sentence.last:
        return None
    kind = kind_word(text.forms[position])
    found = _behind_kind(text, position, kind, sentence.last) if kind else None
    return found or _bare(text, position, sentence)


def _bare(text: _Text, position: int, sentence: Sentence) -> _Name | None:
    match = gazetteer().match(text.forms, position)
    if match is None or position + match.words > sentence.last:
        return None
    morph = text.tokens[position].morph
    if morph.function:
        return None
    certainty = 2
    if morph.sorts and match.words == 1 and match.entries[0].kind in _SMALL:
        # A small place that is named like a common noun (بيان) is not meant.
        return None
    if match.doubt is not Doubt.NONE:
        if text.tokens[position].tag is Tag.VERB:
            return None
        certainty = int(
            match.doubt is Doubt.CUE and _has_cue(text, position, match, sentence.first)
        )
    last = _with_direction(text, position + match.words, sentence.last)
    return _Name(
        position, last, position, match, None, match.entries[0].kind, certainty, match.front
    )


def _has_cue(text: _Text, position: int, match: Match, begin: int) -> bool:
    if "ب" in match.front:
        return True
    return position > begin and text.forms[position - 1] in PLACE_PREPOSITIONS


def _behind_kind(text: _Text, position: int, kind: KindWord, limit: int) -> _Name | None:
    begin = position + 1
    adjective = None
    if kind.definite and begin < limit:
        adjective = country_of(text.forms[begin])
        begin += adjective is not None
    match = gazetteer().match(text.forms, begin) if begin < limit else None
    if match and not match.front and begin + match.words <= limit and _is_named(kind, match):
        last = _with_direction(text, begin + match.words, limit)
        several = kind.number != "s"
        return _Name(position, last, begin, match, None, kind.kind, 2, kind.front, several=several)
    return _without_match(text, position, kind, adjective, limit)


def _is_named(kind: KindWord, match: Match) -> bool:
    """Tell whether a name behind its kind word is believed: العاصمة needs a real one."""
    return match.doubt is not Doubt.KIND or (not kind.definite and not kind.generic)


def _without_match(
    text: _Text, position: int, kind: KindWord, adjective: Country | None, limit: int
) -> _Name | None:
    """Read a kind word whose name is not listed, or that stands for a place named before."""
    begin = position + 1
    if adjective is not None:
        return _Name(position, begin + 1, begin, None, adjective, kind.kind, 2, kind.front)
    country = country_of(text.forms[begin]) if begin < limit else None
    if country is not None and text.tokens[begin].morph.definite:
        return _Name(position, begin + 1, begin, None, country, kind.kind, 2, kind.front)
    if kind.definite:
        certainty = 1 if kind.kind in _REFERRED else 0
        last = _with_direction(text, begin, limit)
        return _Name(position, last, position, None, None, kind.kind, certainty, kind.front, True)
    last = _unlisted(text, begin, limit)
    if last == begin:
        return None
    several = kind.number != "s"
    return _Name(position, last, begin, None, None, kind.kind, 1, kind.front, several=several)


def _unlisted(text: _Text, begin: int, limit: int) -> int:
    """Return the end of a name that no table has: words that are nothing else."""
    position = begin
    while position < min(begin + _LONGEST_UNLISTED, limit):
        token = text.tokens[position]
        morph = token.morph
        if token.tag is not Tag.NOUN or morph.lemmas or morph.preposition or morph.nation:
            break
        if position > begin and (not morph.definite or morph.conjunction):
            break
        position += 1
    return position


def _with_direction(text: _Text, position: int, limit: int) -> int:
    """Take in the adjective of a part: ريف حلب الشمالي."""
    if position >= limit:
        return position
    found = direction_adjective(text.forms[position:limit][:2], 0)
    return position + found.words if found else position


def _distance(text: _Text, position: int) -> float | None:
    """Return the stated distance (km) before a relation (على بعد 27 كم غرب)."""
    for unit in range(position - 1, max(position - 1 - _DISTANCE_REACH, -1), -1):
        form = text.tokens[unit].form
        if form not in KILOMETRES and form not in MILES:
            continue
        for number in text.numbers:
            if number.last == unit:
                factor = _KILOMETRES_IN_A_MILE if form in MILES else 1.0
                return round(number.least * factor, 1)
    return None


def _home(seen: Sequence[_Seen]) -> str | None:
    """Return the country that most of the certain names lie in, None where none is certain."""
    votes: Counter[str] = Counter()
    for each in seen:
        if each.name.match and each.name.certainty > 1:
            votes[each.name.match.entries[0].country] += 1
    votes.pop("", None)
    return votes.most_common(1)[0][0] if votes else None


def _mention(
    tokens: Sequence[Token], seen: _Seen, home: str | None, before: Sequence[PlaceMention]
) -> PlaceMention | None:
    name = seen.name
    anchor, country, kind = _anchor(name, home, before)
    if name.certainty == 0 and anchor is None:
        return None
    relation = seen.relation.to(kind) if seen.relation else Relation.IN
    if _BORDER in tokens[name.first].form:
        relation = Relation.NEAR
    return PlaceMention(
        first=seen.first,
        last=name.last,
        name=name.name,
        start=tokens[seen.first].start,
        end=tokens[name.last - 1].end,
        anchor=anchor,
        relation=relation,
        distance_km=seen.distance_km,
        kind=kind,
        country=country,
        certainty=name.certainty,
        preposition=_preposition(tokens, seen),
        refers=name.refers,
    )


def _preposition(tokens: Sequence[Token], seen: _Seen) -> str:
    if seen.name.front[-1:] in ("ب", "ل", "ك"):
        return seen.name.front[-1]
    before = seen.first - 1
    if before >= 0 and tokens[before].tag is Tag.PREPOSITION:
        return tokens[before].morph.word
    return ""


def _anchor(
    name: _Name, home: str | None, before: Sequence[PlaceMention]
) -> tuple[str | None, str, str]:
    """Return the English name, the country and the kind of the place that a name means."""
    if name.match is not None:
        entry = name.match.best(kind=name.kind, country=home)
        return entry.english, entry.country, entry.kind
    if name.country is not None:
        return _of_nation(name, name.country)
    if name.refers:
        return _referred(name.kind, home, before)
    return None, home or "", name.kind


def _of_nation(name: _Name, country: Country) -> tuple[str | None, str, str]:
    """Read العاصمة السورية as the capital, الأراضي السورية as the country."""
    if name.kind == "capital" and country.capitals:
        for entry in gazetteer().named(name_form(country.capitals[0])):
            if entry.country == country.iso:
                return entry.english, country.iso, entry.kind
    return country.english, country.iso, "country"


def _referred(
    kind: str, home: str | None, before: Sequence[PlaceMention]
) -> tuple[str | None, str, str]:
    """Find the place named before that المدينة, البلاد or العاصمة stands for."""
    for mention in reversed(before):
        if mention.kind == kind and mention.anchor and mention.certainty and not mention.refers:
            return mention.anchor, mention.country, kind
    country = country_named(home) if home else None
    if country is not None and kind in ("country", "capital"):
        return _of_nation(_Name(0, 1, 0, None, country, kind, 1, ""), country)
    if kind in ("city", "town", "village"):
        for mention in reversed(before):
            if mention.kind in ("city", "town", "village", "capital") and mention.anchor:
                return mention.anchor, mention.country, mention.kind
    return None, home or "", kind
