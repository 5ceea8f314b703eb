"""Tell what sort of actor a noun phrase names, and what its words say of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from riwaya.analyze.actor_context import Context, code_of
from riwaya.analyze.actor_mention import Text
from riwaya.arabic.particles import PARTITIVE, REFLEXIVES
from riwaya.knowledge.actor_entries import Actor, ActorKind
from riwaya.knowledge.actor_sorts import Cue, Part, Sort, open_sorts, sorts
from riwaya.knowledge.actors import NameUse, actor_named
from riwaya.records.reading import ActorMention, Phrase, Tag, Token

ARTICLE = "ال"
ORGANS = frozenset((ActorKind.MEDIA, ActorKind.WIRE))
_LEAST = 3
"""Letters of the shortest adjective that is taken for one of a name."""
_NO_BODIES = ORGANS | {ActorKind.PERSON}
_PLURALS = ("ون", "ين", "ان")
_OF_SPEAKERS = ("نا", "ي", "ك", "كم")
_OF_STATES = frozenset((
    "attack", "air_strike", "shelling", "bombing", "advance", "withdrawal", "deployment", "siege",
    "interception", "capture", "condemnation", "accusation", "sanction", "aid", "violation",
))  # fmt: skip
"""Types of events whose nation tells who does them."""
_PARTICIPLES = ("ا", "ة")
_WITHOUT = ("دون", "بدون")
_TO_PEOPLE = frozenset(("killing", "injury", "arrest", "abduction", "capture", "release"))
"""Types of events whose noun is followed by the people that they befall."""


@dataclass(slots=True)
class Reading:
    """What is known of a report's actors so far: names by their first token, and all before."""

    text: Text
    about: Context
    named: Mapping[int, ActorMention]
    covered: frozenset[int]
    """Tokens of listed names."""
    places: frozenset[int]
    """Tokens of the names of places."""
    before: list[ActorMention]


class Head(NamedTuple):
    """The noun of a phrase that tells the sort, and what stands behind it.

    `nation` is the English name of a country or people, `rest` the tokens that are neither nation
    nor a plain adjective, `bare` tells that nothing but a nation or a reflexive follows,
    `adjective` that one made the sort what it is.
    """

    phrase: Phrase
    at: int
    sort: Sort
    nation: str
    rest: tuple[int, ...]
    bare: bool
    adjective: bool
    of_event: bool = False
    """Whether it is the nation of an event (القصف التركي)."""

    @property
    def country(self) -> str | None:
        """The code of the nation's country."""
        return code_of(self.nation) if self.nation else None


def head_of(reading: Reading, phrase: Phrase) -> Head | None:
    """Return what tells the sort of a phrase, None where nothing does."""
    spelled, tokens = reading.text.spelled, reading.text.tokens
    at, core = phrase.head, phrase.core
    if at in reading.places or phrase.preposition in _WITHOUT:
        return None
    if _is_adjective(reading, phrase, at):
        return _acting(reading, phrase, at)
    if _only_counts(reading, at):
        is_parted = at + 1 == core < phrase.last and tokens[core].form == PARTITIVE
        at, core = at + 1 + is_parted, phrase.last
    if at >= core or not _names_somebody(reading, at):
        return None
    sort = spelled[at].sort
    if sort is None:
        return _national(reading, phrase, at) or _counted(reading, phrase, at)
    if sort.part is Part.MEMBERS:
        if core < phrase.last and tokens[core].form == PARTITIVE:
            core = phrase.last
        at = _inner(reading, at, core)
        sort = spelled[at].sort or sort
    if sort.name == "brigade" and _is_rank(reading, at, core):
        sort = sorts()["officers"]
    if at < phrase.core:
        core, phrase = phrase.core, phrase._replace(last=phrase.core)
    return _head(reading, phrase, at, sort, core)


def _names_somebody(reading: Reading, at: int) -> bool:
    """Tell whether a noun is neither an adverb nor a speaker's own (لشبكتنا)."""
    tokens, word = reading.text.tokens, reading.text.spelled[at]
    if word.split.pronoun in _OF_SPEAKERS and (word.sort is None or word.sort.named):
        return False
    is_counted = at > 0 and tokens[at - 1].tag is Tag.NUMBER
    return is_counted or not (_is_saying(tokens[at]) or _is_adverb(reading, at))


@lru_cache(maxsize=65_536)
def adjectival(form: str, on: date | None) -> Actor | None:
    """Return the body after which an indefinite adjective calls its people."""
    if form.startswith(ARTICLE):
        return None
    for ending in ("", "ة", "ا", *_PLURALS):
        if not form.endswith(ending):
            continue
        stem = form.removesuffix(ending)
        for each in actor_named(ARTICLE + stem, on=on) if len(stem) > _LEAST else ():
            is_full = each.use <= NameUse.VARIANTS and each.actor.existed.holds(on)
            if is_full and each.actor.kind not in _NO_BODIES:
                return each.actor
    return None


def _head(reading: Reading, phrase: Phrase, at: int, sort: Sort, core: int) -> Head:
    tokens, spelled = reading.text.tokens, reading.text.spelled
    nation, rest, bare, becomes = "", [], True, ""
    # Land behind people is the next noun (مسلحون مجهولون قرية), but for a construct (سكان قرية).
    begin = at + 1 if tokens[at].form.endswith(_PLURALS) else at + 2
    end = next((i for i in range(begin, core) if "land" in tokens[i].morph.sorts), None)
    if end is not None and not sort.named:
        core = end
        phrase = phrase._replace(core=core, last=core)
    for i in range(at + 1, core):
        word = spelled[i]
        if tokens[i].morph.nation:
            nation = nation or tokens[i].morph.nation
        elif word.becomes:
            becomes = becomes or word.becomes
        elif tokens[i].form not in REFLEXIVES:
            bare = False
            if Cue.PLAIN not in word.cues:
                rest.append(i)
    if not nation and core == phrase.last and _is_nation_of(reading, at, core):
        nation = tokens[core].morph.nation
        phrase = phrase._replace(core=core + 1, last=core + 1)
    adjective = bool(becomes) and sort.name in open_sorts()
    sort = sorts()[becomes] if adjective else sort
    return Head(phrase, at, sort, nation, tuple(rest), bare and not adjective, adjective)


def _is_nation_of(reading: Reading, at: int, after: int) -> bool:
    """Tell whether the word behind a phrase is the nation of its head: المدفعية الإسرائيلية."""
    if after >= len(reading.text.tokens) or after in reading.places or after in reading.covered:
        return False
    head, token = reading.text.tokens[at], reading.text.tokens[after]
    if not token.morph.nation or token.morph.conjunction or token.morph.preposition:
        return False
    return token.morph.definite is head.morph.definite


def _national(reading: Reading, phrase: Phrase, at: int) -> Head | None:
    """Read people of whom only the nation is told: سبعة فلسطينيين."""
    token = reading.text.tokens[at]
    if not token.morph.nation or token.form.endswith("ة") or at in reading.places:
        return None
    before = reading.text.tokens[at - 1] if at else None
    is_plural = token.form.endswith(_PLURALS)
    is_one = before is not None and (
        before.tag is Tag.NUMBER or not _TO_PEOPLE.isdisjoint(before.morph.events)
    )
    if not is_plural and (not is_one or token.morph.definite):
        return None
    phrase = phrase._replace(core=at + 1, last=at + 1)
    return Head(phrase, at, sorts()["civilians"], token.morph.nation, (), True, False)


def _acting(reading: Reading, phrase: Phrase, at: int) -> Head | None:
    """Read the nation of an event as its government: القصف التركي."""
    token, before = reading.text.tokens[at], reading.text.tokens[at - 1]
    is_act = not _OF_STATES.isdisjoint(before.morph.events)
    if not is_act or not code_of(token.morph.nation):
        return None
    phrase = phrase._replace(core=at + 1, last=at + 1)
    return Head(phrase, at, sorts()["government"], token.morph.nation, (), True, False, True)


def _counted(reading: Reading, phrase: Phrase, at: int) -> Head | None:
    """Read people who are called after a listed body: ثمانية حوثيين."""
    form = reading.text.tokens[at].form
    if at == phrase.first or not form.endswith((*_PLURALS, "ا")):
        return None
    if adjectival(form, reading.about.on) is None:
        return None
    return Head(phrase, at, sorts()["fighters"], "", (at,), False, False)


def _is_adjective(reading: Reading, phrase: Phrase, at: int) -> bool:
    """Tell whether a phrase is but the adjective of the event before it: قصف إسرائيلي."""
    token, spelled = reading.text.tokens[at], reading.text.spelled[at]
    before = reading.text.tokens[at - 1] if at else None
    if at > phrase.first or before is None or before.tag is not Tag.NOUN:
        return False
    if token.morph.conjunction or token.morph.preposition or token.form.endswith(_PLURALS):
        return False
    if spelled.sort is not None and spelled.split.stem != spelled.stem:
        return False
    is_told = token.morph.nation or spelled.becomes or Cue.PLAIN in spelled.cues
    if not (is_told or (token.morph.definite and _is_nisba(reading, at))):
        return False
    befalls = not _TO_PEOPLE.isdisjoint(before.morph.events) and not before.morph.definite
    return not befalls or (token.morph.adverbial and before.morph.adverbial)


def _only_counts(reading: Reading, at: int) -> bool:
    """Tell whether a word tells how many of the people behind it: عدد من الجنود."""
    word = reading.text.spelled[at]
    is_number = reading.text.tokens[at].tag is Tag.NUMBER
    return is_number or (Cue.COUNTING in word.cues and word.sort is None)


def _is_adverb(reading: Reading, at: int) -> bool:
    """Tell whether a nisba tells how: عسكريا."""
    return reading.text.tokens[at].morph.adverbial and _is_nisba(reading, at)


def _is_nisba(reading: Reading, at: int) -> bool:
    return reading.text.spelled[at].stem.endswith("ي")


def _is_saying(token: Token) -> bool:
    """Tell whether a word goes on with what somebody says: مشيرا, متحدثة."""
    is_open = not token.morph.definite and token.form.endswith(_PARTICIPLES)
    return is_open and bool(token.morph.stances)


def _inner(reading: Reading, at: int, core: int) -> int:
    """Return the body that people are of (ضباط الشرطة), or the office they serve (نائب الوزير)."""
    for inner in range(at + 1, core):
        if _is_body(reading, inner):
            return inner
    after = reading.text.spelled[at + 1].sort if at + 1 < core else None
    return at + 1 if after is not None and after.part is Part.MEMBERS else at


def _is_body(reading: Reading, at: int) -> bool:
    sort = reading.text.spelled[at].sort
    return sort is not None and sort.part is Part.BODIES and at not in reading.covered


def _is_rank(reading: Reading, at: int, core: int) -> bool:
    """Tell a rank before a name (اللواء خالد) from a unit (لواء خالد, اللواء 106)."""
    if not reading.text.spelled[at].split.definite:
        return False
    after = reading.text.tokens[at + 1] if at + 1 < core else None
    return after is not None and after.tag is not Tag.NUMBER and not after.morph.definite
