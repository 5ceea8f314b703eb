"""Tell where the name of a country or a capital stands for its government."""

from collections.abc import Sequence
from functools import cache

from riwaya.arabic.letters import name_form
from riwaya.knowledge.actor_sorts import Cue, Spelling
from riwaya.knowledge.countries import countries
from riwaya.records.reading import Tag, Token

_COLON = ":"
_BETWEEN, _AGAINST = "بين", "ضد"
_REACH = 6
_TO_STATES = frozenset(("accusation", "condemnation"))
"""Types of events that befall states."""
_FEMININE = ("ه", "ا")
"""Endings of the names of countries that are feminine; capitals always are."""


def is_governed(
    tokens: Sequence[Token], spelled: Sequence[Spelling], first: int, last: int
) -> bool:
    """Tell whether the place in tokens [first, last) speaks or acts where it stands.

    It does as the subject of a verb of saying or acting, before or behind it (اتهمت دمشق, موسكو
    تنفي), behind a noun of will (موقف القاهرة), before a colon and a particle, and in a dealing of
    two (اتفاق بين أنقرة وطهران); it does not behind a preposition of place.
    """
    here, before = tokens[first], tokens[first - 1] if first else None
    is_masculine = spelled[first].name in _masculine()
    if here.morph.preposition:
        return False
    if before is not None and before.tag is Tag.PREPOSITION:
        is_dealt = first > 1 and Cue.DEALING in spelled[first - 2].cues
        return before.morph.word == _AGAINST or (before.morph.word == _BETWEEN and is_dealt)
    if before is not None and _governs(before, spelled[first - 1], is_masculine):
        return True
    if before is not None and before.tag is Tag.NOUN:
        return here.tag is Tag.NOUN and _is_accused(tokens, first)
    return _goes_on(tokens, spelled, last, is_masculine)


def _goes_on(
    tokens: Sequence[Token], spelled: Sequence[Spelling], after: int, is_masculine: bool
) -> bool:
    """Tell whether the words behind a place say what it does."""
    if after >= len(tokens) or tokens[after].morph.conjunction:
        return False
    if tokens[after].text == _COLON and after + 1 < len(tokens):
        # Before a verb or a noun it may be where the report was written.
        return tokens[after + 1].tag in (Tag.NEGATION, Tag.VERBAL)
    return tokens[after].tag is Tag.VERB and _acts(tokens[after], spelled[after], is_masculine)


def _governs(token: Token, spelled: Spelling, is_masculine: bool) -> bool:
    if token.tag is Tag.VERB:
        return _acts(token, spelled, is_masculine)
    if token.tag is not Tag.NOUN or token.morph.definite or token.morph.pronoun:
        return False
    return Cue.GOVERNING_NOUN in spelled.cues


def _is_accused(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a verb of accusing stands a few words before, and nothing between governs."""
    for at in range(first - 1, max(first - _REACH, -1), -1):
        token = tokens[at]
        if token.tag is Tag.VERB:
            return not _TO_STATES.isdisjoint(token.morph.events)
        if token.tag is not Tag.NOUN or token.morph.preposition:
            return False
    return False


def _acts(token: Token, spelled: Spelling, is_masculine: bool) -> bool:
    """Tell whether a verb is one of saying or acting, and agrees with the state."""
    if token.morph.passive or (token.morph.verb_gender == "m" and not is_masculine):
        return False
    acts = Cue.GOVERNING_VERB in spelled.cues or token.morph.stances or token.morph.events
    return bool(acts)


@cache
def _masculine() -> frozenset[str]:
    """Return the names of countries that may take a masculine verb."""
    names = (name_form(name) for country in countries() for name in country.arabic[:1])
    return frozenset(name for name in names if not name.endswith(_FEMININE))
