"""Find noun phrases: a head with its construct, adjectives, apposed names and complements."""

from collections.abc import Sequence

from riwaya.arabic.particles import COMPLEMENT_PREPOSITIONS, LINKING_NOUNS, PARTITIVE
from riwaya.arabic.time_words import SIDES, TIME_WORDS
from riwaya.records.reading import Morphology, Phrase, Sentence, Tag, Token

_FEMININE = ("ة", "ات")
_AGREEING = ("ة", "ات", "ى", "اء", "ين", "ون", "ه")
_CLOSING_QUOTES = frozenset("\"»”’'")
_NOMINAL = frozenset({Tag.NOUN, Tag.NUMBER, Tag.QUANTIFIER})
_BOUND, _OWNED, _QUANTITY = "bound", "building", "quantity"
"""Sorts of nouns that take a complement: the one they are bound to, an owner, what they count."""
_BODIES = frozenset({"force", "aircraft", "fighter"})
"""Sorts of nouns whose construct may be a word of events: قوات الاحتلال, طيران التحالف."""
_THINGS = frozenset({"force", "vehicle", "weapon", "building", "aircraft", "land"})
_PLURALS = ("ون", "ين")
_GENERAL = frozenset({"العام", "العامه"})
"""Of the whole (الأمين العام), where the word is not that of a year."""
_NISBA = ("ي", "يه", "ية", "يين", "يون", "يات")
_COUNTED = frozenset({"fighter", "civilian", "force", "vehicle", "weapon", "building", "aircraft"})


def phrases(tokens: Sequence[Token], sentences: Sequence[Sentence], text: str) -> list[Phrase]:
    """Return the noun phrases of all sentences in text order, none overlapping another.

    A word that tells of an event is a phrase of its own, so that the one it happened to, which
    follows in construct (مقتل 3 جنود), can be named by itself.
    """
    found: list[Phrase] = []
    for sentence in sentences:
        position = sentence.first
        while position < sentence.last:
            if _begins(tokens, position):
                phrase = _phrase(tokens, position, sentence, text)
                found.append(phrase)
                position = phrase.last
            else:
                position += 1
    return found


def _begins(tokens: Sequence[Token], position: int) -> bool:
    token = tokens[position]
    if token.tag is Tag.DEMONSTRATIVE:
        return position + 1 < len(tokens) and tokens[position + 1].tag is Tag.NOUN
    return token.tag in _NOMINAL and not _is_linker(tokens, position)


def _is_linker(tokens: Sequence[Token], position: int) -> bool:
    token = tokens[position]
    bare = token.form.removeprefix("ل") if token.form != "ل" else token.form
    if bare not in LINKING_NOUNS:
        return False
    return position > 0 and tokens[position - 1].tag is Tag.PREPOSITION


def _phrase(tokens: Sequence[Token], first: int, sentence: Sentence, text: str) -> Phrase:
    core = _core_end(tokens, first, sentence.last, text)
    head = next((i for i in range(first, core) if tokens[i].tag is Tag.NOUN), first)
    last = _with_complements(tokens, first, core, head, sentence.last, text)
    return Phrase(
        first=first,
        last=last,
        core=core,
        head=head,
        preposition=_preposition(tokens, first, sentence.first),
        coordinated=_is_coordinated(tokens, first, sentence.first),
        definite=any(
            tokens[i].morph.definite or tokens[i].morph.pronoun for i in range(first, core)
        ),
    )


def _core_end(tokens: Sequence[Token], first: int, limit: int, text: str) -> int:
    position = first + 1
    definite = _closes_definite(tokens[first].morph)
    while position < limit:
        token = tokens[position]
        if _ends_quote(tokens, position, text) and not token.morph.definite:
            break
        if _is_boundary(tokens, position, first, definite=definite):
            break
        definite = definite or _closes_definite(token.morph)
        position += 1
    return position


def _closes_definite(morph: Morphology) -> bool:
    return morph.definite or bool(morph.pronoun)


def _is_boundary(  # noqa: PLR0911  # one rule a line
    tokens: Sequence[Token], position: int, first: int, *, definite: bool
) -> bool:
    """Tell whether a token begins something else than the phrase before it."""
    token, before = tokens[position], tokens[position - 1]
    morph = token.morph
    if token.tag not in _NOMINAL:
        return True
    if _breaks_time(token, before) or _disagrees(token, before, tokens[first]):
        return True
    if _is_closed(before) and morph.sorts and not token.form.endswith(_PLURALS):
        return True
    if morph.conjunction or morph.preposition:
        return not (morph.conjunction and token.tag is Tag.NUMBER and before.tag is Tag.NUMBER)
    if before.morph.events and before.tag is Tag.NOUN:
        return not _goes_on(tokens, position)
    if token.tag is Tag.NUMBER or token.tag is Tag.QUANTIFIER:
        return before.tag not in (Tag.NUMBER, Tag.QUANTIFIER)
    if morph.events and before.tag not in (Tag.NUMBER, Tag.QUANTIFIER):
        # A verbal noun is no adjective: أعلن مصدر أمني مقتل, استنكرت الحكومة التصعيد. But bodies
        # are named by what they do: قوات الاحتلال, مقاتلات التحالف.
        if not definite and morph.definite and _BODIES & before.morph.sorts:
            return False
        return definite or morph.adverbial or any(morph.events.values())
    if definite and morph.definite and _opens(token, before):
        return True
    return definite and not morph.definite and bool(morph.lemmas) and not morph.nation


def _is_closed(token: Token) -> bool:
    """Tell whether a plural has its ن, and no noun can follow in construct: مسلحون بلدة are two."""
    morph = token.morph
    return bool(morph.sorts) and not morph.definite and token.form.endswith(_PLURALS)


def _goes_on(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a word of events names a body and goes on: المدفعية التركية, مقاتلات التحالف."""
    token, before = tokens[position], tokens[position - 1]
    if not (_BODIES & before.morph.sorts) and not (
        position > 1 and _BODIES & tokens[position - 2].morph.sorts
    ):
        return False
    if token.morph.definite and not before.morph.definite:
        return True
    is_adjective = bool(token.morph.nation) or token.form.endswith(_NISBA)
    return is_adjective and token.morph.definite == before.morph.definite


def _opens(token: Token, before: Token) -> bool:
    """Tell whether a definite noun behind a definite one names something else: الجيش المدينة.

    What follows a noun with the article is its adjective or the name in apposition; a noun that
    names a thing or a force of its own is neither.
    """
    if token.form.endswith(_NISBA) or token.morph.nation:
        return False
    return before.morph.definite and bool(token.morph.sorts & _THINGS)


def _breaks_time(token: Token, before: Token) -> bool:
    """Tell whether a word of time meets one that is none: أعلن أمس المتحدث."""
    if before.tag in (Tag.NUMBER, Tag.QUANTIFIER):
        return False
    if token.form in _GENERAL and before.morph.definite and before.form not in TIME_WORDS:
        return False
    is_time, was_time = token.form in TIME_WORDS, before.form in TIME_WORDS
    return is_time != was_time and not (was_time and token.form in SIDES)


def _disagrees(token: Token, before: Token, head: Token) -> bool:
    """Tell whether a definite noun cannot be the adjective of the one before it.

    After an article nothing but an adjective may follow, and it is feminine after a feminine:
    أغلقت السلطات المعبر names two.
    """
    if not (token.morph.definite and before.morph.definite):
        return False
    if not before.form.endswith(_FEMININE) or token.form.endswith(_AGREEING):
        return False
    # وزير الخارجية الأمريكي: the adjective is that of the head.
    is_of_head = head is not before and not head.form.endswith(_FEMININE)
    return not (is_of_head and (token.form.endswith(_NISBA) or bool(token.morph.nation)))


def _ends_quote(tokens: Sequence[Token], position: int, text: str) -> bool:
    """Tell whether a quotation ends right before a token: أمر "حفتر" قواته."""
    end = tokens[position - 1].end
    return text[end : end + 1] in _CLOSING_QUOTES and end < tokens[position].start


def _with_complements(
    tokens: Sequence[Token], first: int, core: int, head: int, limit: int, text: str
) -> int:
    """Take in "من داعش" after a counted noun, and what a participle governs (الموالية ل…)."""
    if core >= limit:
        return core
    token = tokens[core]
    governed = token.tag is Tag.PREPOSITION and token.form in COMPLEMENT_PREPOSITIONS
    written_on = token.tag is Tag.NOUN and token.morph.preposition in COMPLEMENT_PREPOSITIONS
    if not (governed or written_on):
        return core
    is_part = governed and token.form == PARTITIVE and _is_counted(tokens, first, head)
    is_owner = written_on and token.morph.preposition == "ل" and _OWNED in tokens[head].morph.sorts
    is_bound = _BOUND in tokens[core - 1].morph.sorts or (
        written_on and _BOUND in tokens[head].morph.sorts
    )
    if not (is_part or is_owner or is_bound):
        return core
    begin = core + 1 if governed else core
    if begin >= limit or tokens[begin].tag not in _NOMINAL or _happens(tokens[begin].morph):
        return core
    return _core_end(tokens, begin, limit, text)


def _happens(morph: Morphology) -> bool:
    """Tell whether a word tells of an event, and names nobody who takes part in one."""
    return bool(morph.events) and not (_BODIES & morph.sorts)


def _is_counted(tokens: Sequence[Token], first: int, head: int) -> bool:
    sorts = tokens[head].morph.sorts
    return (
        bool(_COUNTED & sorts)
        or _QUANTITY in sorts
        or (first == head and tokens[first].tag is Tag.NUMBER)
    )


def _preposition(tokens: Sequence[Token], first: int, begin: int) -> str:
    """Return the preposition that governs a phrase, with a linking noun (من قبل, على يد)."""
    written_on = tokens[first].morph.preposition
    if written_on:
        return written_on
    before = first - 1
    if before < begin:
        return ""
    if tokens[before].tag is Tag.PREPOSITION:
        earlier = tokens[before - 1] if before - 1 >= begin else None
        if (
            tokens[before].morph.word in LINKING_NOUNS
            and earlier
            and earlier.tag is Tag.PREPOSITION
        ):
            return f"{earlier.morph.word} {tokens[before].morph.word}"
        return tokens[before].morph.word
    if _is_linker(tokens, before):
        return f"{tokens[before - 1].morph.word} {tokens[before].form}"
    return ""


def _is_coordinated(tokens: Sequence[Token], first: int, begin: int) -> bool:
    if tokens[first].morph.conjunction == "و":
        return True
    before = first - 1
    return before >= begin and tokens[before].form in ("و", "او", "ثم")
