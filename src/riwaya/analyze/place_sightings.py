"""Find where a text names a place, and with which relation, before it is asked which place."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from riwaya.arabic.attached import name_rests
from riwaya.arabic.letters import name_form
from riwaya.arabic.particles import KILOMETRES, MILES, PLACE_PREPOSITIONS
from riwaya.knowledge.ambiguous_names import Doubt, doubt_about
from riwaya.knowledge.countries import Country, country_of
from riwaya.knowledge.gazetteer import Match, gazetteer
from riwaya.knowledge.place_kinds import SETTLEMENTS, KindWord, kind_word
from riwaya.knowledge.relations import (
    RelationPhrase,
    counted_from,
    direction_adjective,
    part_phrase,
    relation_phrase,
)
from riwaya.records.claim import Relation
from riwaya.records.reading import NumberMention, Sentence, Tag, Token

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
_DIVISIONS = frozenset({"governorate", "district"})
_LARGE = frozenset({"governorate", "capital", "region"})
_NO_NAMES = SETTLEMENTS | {"governorate", "country", "site", "border"}
"""Kinds whose words are no names behind another kind word: ضواحي المدينة."""
_WHOLE = frozenset({"country", "capital", "border", "site", "region", "governorate"})
"""Kinds whose word with a nation stands for the country, its capital or a part of it."""
_BORDER = "border"
_LANDMARKS = frozenset({"square", "gate", "road", "prison", "crossing", "port", "base", "dam",
                        "oil_field"})  # fmt: skip
_ATTACHED_LETTERS = "وبلف"
_LIKELIER = 1.5
"""By how much a place must be more prominent to be meant by the rest of a word."""
_FROM, _OF = "من", "ل"


class Name(NamedTuple):
    """A place's name, or a word that stands for one: tokens [first, last), the name from `name`."""

    first: int
    last: int
    name: int
    match: Match | None
    country: Country | None
    kind: str
    certainty: int
    front: str
    said: bool = False
    """Whether a word before the name tells its kind."""
    refers: bool = False
    several: bool = False
    """Whether the word before it announces more than one name."""
    part: Relation | None = None
    """The part of the place that an adjective behind it tells: ريف حلب الشمالي."""
    borders: bool = False
    """Whether a border of the place is meant."""

    def word(self, forms: Sequence[str]) -> str:
        """Return its first word without the letters before it: القطاع of بالقطاع, للقطاع."""
        form = forms[self.name]
        if not self.front or self.name != self.first:
            return form
        rest = form[len(self.front) :]
        return "ا" + rest if self.front.endswith(_OF) and rest.startswith(_OF) else rest


class Sighting(NamedTuple):
    """A name with what stands before it.

    `nations` are the countries (ISO 3166) that adjectives around the name tell.
    """

    name: Name
    first: int
    relation: RelationPhrase | None
    distance_km: float | None
    nations: tuple[str, ...] = ()

    @property
    def part(self) -> Relation | None:
        """The direction in which the place lies to the one that is named, or is a part of it."""
        if self.relation is not None and self.relation.direction:
            return self.relation.relation
        return self.name.part


@dataclass(frozen=True, slots=True)
class PlaceText:
    """The tokens that are searched, and their names' forms."""

    tokens: Sequence[Token]
    numbers: Sequence[NumberMention]
    times: AbstractSet[int] = frozenset()
    """The tokens of times: الجمعة is a day, whatever village is called so."""
    forms: Sequence[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "forms", [name_form(token.form) for token in self.tokens])


def sightings(text: PlaceText, sentence: Sentence) -> Iterator[Sighting]:
    """Yield the names of places of a sentence in text order, none overlapping another."""
    position = sentence.first
    while position < sentence.last:
        found = None
        if text.tokens[position].tag is not Tag.MARK:
            found = _at(text, position, sentence)
        if found is None:
            position += 1
        else:
            yield found._replace(nations=_nations(text, found, sentence.last))
            position = found.name.last
            if found.name.several:
                yield from _joined(text, found.name, sentence.last)


def _joined(text: PlaceText, name: Name, limit: int) -> Iterator[Sighting]:
    """Yield the unlisted names joined to the first of several: مدينتي رفح والشيخ زويد."""
    position = name.last
    while position < limit and text.tokens[position].morph.conjunction == "و":
        if gazetteer().match(text.forms, position) or text.tokens[position].morph.lemmas:
            return
        last = _unlisted(text, position, limit)
        if last == position:
            return
        joined = Name(position, last, position, None, None, name.kind, 1, "و", said=name.said)
        yield Sighting(joined, position, None, None)
        position = last


def _at(text: PlaceText, position: int, sentence: Sentence) -> Sighting | None:
    phrase = relation_phrase(text.forms, position)
    found = None
    if phrase is not None and phrase.direction:
        found = _listed_whole(text, position, phrase, sentence)
    found = found or _related(text, position, phrase, sentence) or _part(text, position, sentence)
    if found is not None:
        return found
    name = _name(text, position, sentence)
    return Sighting(name, position, _written_on(name), None) if name else None


def _related(
    text: PlaceText, position: int, phrase: RelationPhrase | None, sentence: Sentence
) -> Sighting | None:
    """Read a name behind words of relation, and the distance before them."""
    distance = None
    if phrase is None or phrase.relation is Relation.FROM:
        distance, counted = _counted(text, position)
        if distance is not None:
            phrase = RelationPhrase(counted, Relation.NEAR)
    if phrase is None or position + phrase.words >= sentence.last:
        return None
    begin = _past_links(text, position + phrase.words, sentence.last)
    found = _part(text, begin, sentence)
    if found is None:
        name = _name(text, begin, sentence)
        if name is None or name.first != begin:
            return None
        first = begin if distance is None and _is_plain(phrase) else position
        found = Sighting(name, first, phrase, None)
    stated = distance if distance is not None else _distance(text, position)
    return found._replace(distance_km=stated)


def _listed_whole(
    text: PlaceText, position: int, phrase: RelationPhrase, sentence: Sentence
) -> Sighting | None:
    """Read a division whose name begins with a direction: شمال سيناء, but not شمال لبنان."""
    end = position + phrase.words
    if end >= sentence.last:
        return None
    rest = gazetteer().match(text.forms, end)
    if rest is None or rest.entries[0].kind == "country":
        return None
    for begin in range(position, end):
        match = gazetteer().match(text.forms, begin)
        if match and begin + match.words > end and match.entries[0].kind in _DIVISIONS:
            name = _bare(text, begin, sentence)
            return Sighting(name, begin, _written_on(name), None) if name else None
    return None


def _counted(text: PlaceText, position: int) -> tuple[float | None, int]:
    """Return the distance that is stated before a word, where it counts from what follows."""
    words = counted_from(text.forms, position)
    return (_distance(text, position), words) if words else (None, 0)


def _part(text: PlaceText, position: int, sentence: Sentence) -> Sighting | None:
    """Read a part, its direction and the place it is a part of: الضواحي الجنوبية لطرابلس."""
    if position >= sentence.last:
        return None
    phrase = part_phrase(text.forms, position)
    if phrase is None or position + phrase.words >= sentence.last:
        return None
    listed = gazetteer().match(text.forms, position)
    if listed is not None and listed.words >= phrase.words:
        return None
    begin = position + phrase.words
    apart = text.forms[begin] == _FROM
    name = _name(text, begin + apart, sentence)
    if name is None or (not apart and name.front[-1:] != _OF):
        return None
    return Sighting(name, position, phrase, None)


def _nations(text: PlaceText, found: Sighting, limit: int) -> tuple[str, ...]:
    """Return the countries that adjectives tell: those behind the name, and that of a border."""
    name = found.name
    seen = [name.country.iso] if name.country is not None else []
    position = name.last
    while position < limit:
        token = text.tokens[position]
        country = None
        if token.tag is not Tag.MARK and token.morph.definite:
            country = country_of(text.forms[position].removeprefix("و"))
        if country is not None:
            seen.append(country.iso)
        elif not (name.borders and token.form in ("-", "–")):
            break
        position += 1
    return tuple(dict.fromkeys(iso for iso in seen if iso))


def _is_plain(phrase: RelationPhrase) -> bool:
    return phrase.words == 1 and not phrase.direction and phrase.relation in _PLAIN


def _past_links(text: PlaceText, position: int, limit: int) -> int:
    """Pass over the preposition that some relations take (بالقرب من) where the table has it not."""
    if position < limit - 1 and text.tokens[position].form in (_FROM, _OF):
        return position + 1
    return position


def _written_on(name: Name) -> RelationPhrase | None:
    return relation_phrase([name.front[-1]], 0) if name.front[-1:] in ("ب", "ل") else None


def _name(text: PlaceText, position: int, sentence: Sentence) -> Name | None:
    if position >= sentence.last:
        return None
    kind = kind_word(text.forms[position])
    if kind is None:
        return _bare(text, position, sentence)
    match = gazetteer().match(text.forms, position)
    if match is not None and (match.words > 1 or match.entries[0].kind == "country"):
        # What is listed (الغوطة الشرقية, الإمارات) is no word for a place named before.
        found = _bare(text, position, sentence)
        if found is not None:
            return found
    found = _behind_kind(text, position, kind, sentence.last)
    if match is None or (kind.kind in _NO_NAMES and match.words == 1):
        return found
    is_doubtful = found is not None and found.refers and found.certainty == 0
    if found is not None and not (is_doubtful and match.entries[0].kind in _LARGE):
        # الجزيرة is a state of Sudan rather than an island; التل is a hill rather than a town.
        return found
    return _bare(text, position, sentence) or found


def _bare(text: PlaceText, position: int, sentence: Sentence) -> Name | None:
    match = _match(text, position)
    if match is None or position + match.words > sentence.last:
        return None
    morph = text.tokens[position].morph
    if morph.function or (match.words == 1 and position in text.times):
        return None
    certainty = 2
    if morph.sorts and match.words == 1 and match.entries[0].kind in _SMALL:
        # A small place that is named like a common noun (بيان) is not meant.
        return None
    if match.words == 1 and match.entries[0].kind in _LANDMARKS:
        # A market or crossing is seldom named without that word, and often like a day or a man.
        if morph.lemmas:
            return None
        certainty = int(_has_cue(text, position, match, sentence.first))
    elif match.doubt is not Doubt.NONE:
        if text.tokens[position].tag is Tag.VERB:
            return None
        certainty = int(
            match.doubt is Doubt.CUE and _has_cue(text, position, match, sentence.first)
        )
    last, part = _with_direction(text, position + match.words, sentence.last)
    kind = match.entries[0].kind
    return Name(position, last, position, match, None, kind, certainty, match.front, part=part)


def _match(text: PlaceText, position: int) -> Match | None:
    """Return the place whose name begins here; that of بسيناء is no village Besina."""
    match = gazetteer().match(text.forms, position)
    form = text.forms[position]
    if (
        match is None
        or match.front
        or match.words > 1
        or form[0] not in _ATTACHED_LETTERS
        or match.entries[0].kind not in _SMALL
    ):
        return match
    least = match.entries[0].prominence + _LIKELIER
    for front, rest in name_rests(form):
        other = gazetteer().match([rest], 0)
        if other is not None and not other.front and other.entries[0].prominence >= least:
            doubt = doubt_about(other.name, other.entries[0], front=front)
            return other._replace(front=front, doubt=doubt)
    return match


def _has_cue(text: PlaceText, position: int, match: Match, begin: int) -> bool:
    if "ب" in match.front:
        return True
    return position > begin and text.forms[position - 1] in PLACE_PREPOSITIONS


def _behind_kind(text: PlaceText, position: int, kind: KindWord, limit: int) -> Name | None:
    begin = position + 1
    adjective = None
    if kind.definite and begin < limit:
        adjective = country_of(text.forms[begin])
        begin += adjective is not None
    match = gazetteer().match(text.forms, begin) if begin < limit else None
    other = kind_word(text.forms[begin]) if begin < limit else None
    is_whole = kind.generic and not kind.definite and not (match and match.words > 1)
    if is_whole and other is not None and other.definite and not other.front:
        # أراضي المملكة: the lands of what the second word stands for.
        found = _behind_kind(text, begin, other, limit)
        return found._replace(first=position, front=kind.front) if found else None
    if other is not None and other.kind in _NO_NAMES and match and match.words == 1:
        match = None
    if match and not match.front and begin + match.words <= limit and _is_named(kind, match):
        last, part = _with_direction(text, begin + match.words, limit)
        return Name(
            position, last, begin, match, adjective, kind.kind, 2, kind.front,
            said=not kind.generic, several=kind.number != "s", part=part,
            borders=kind.kind == _BORDER,
        )  # fmt: skip
    return _without_match(text, position, kind, adjective, limit)


def _is_named(kind: KindWord, match: Match) -> bool:
    """Tell whether a name behind its kind word is believed: العاصمة needs a real one."""
    return match.doubt is not Doubt.KIND or (not kind.definite and not kind.generic)


def _without_match(
    text: PlaceText, position: int, kind: KindWord, adjective: Country | None, limit: int
) -> Name | None:
    """Read a kind word whose name is not listed, or that stands for a place named before."""
    begin = position + 1
    borders = kind.kind == _BORDER
    country = adjective
    if country is None and begin < limit and text.tokens[begin].morph.definite:
        country = country_of(text.forms[begin])
    if country is not None:
        stands = kind.kind in _WHOLE
        return Name(
            position, begin + 1, begin if stands else position, None, country, kind.kind,
            2 if stands else 1, kind.front, said=True, refers=not stands, borders=borders,
        )  # fmt: skip
    if kind.definite:
        certainty = 1 if kind.kind in _REFERRED else 0
        last, part = _with_direction(text, begin, limit)
        return Name(
            position, last, position, None, None, kind.kind, certainty, kind.front, said=True,
            refers=True, part=part, borders=borders,
        )  # fmt: skip
    last = _unlisted(text, begin, limit)
    if last == begin:
        return None
    several = kind.number != "s"
    return Name(
        position, last, begin, None, None, kind.kind, 1, kind.front, said=True, several=several
    )


def _unlisted(text: PlaceText, begin: int, limit: int) -> int:
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


def _with_direction(text: PlaceText, position: int, limit: int) -> tuple[int, Relation | None]:
    """Take in the adjective of a part: ريف حلب الشمالي."""
    if position >= limit:
        return position, None
    found = direction_adjective(text.forms[position:limit][:2], 0)
    return (position + found.words, found.relation) if found else (position, None)


def _distance(text: PlaceText, position: int) -> float | None:
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
