"""Who speaks? Find the words of saying and citing in a report, and whom they name."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from riwaya.arabic.particles import CITING, CITING_CLAUSE, CITING_LINKS, REFLEXIVES, REPORTED, WHAT
from riwaya.extract.context import Context
from riwaya.records.reading import Phrase, Sentence, Tag, Token

_SUBJECT_REACH = 4
"""Tokens between a verb of saying and its subject: times, adverbs, marks."""
_MOST_SILENT = 2
"""Sentences after which a speaker must be named again."""
_STATEMENTS = "statement"
_TRANSMITS = "v:نقل"
_CONCEALED = "concealed"
_FEMININE = ("ة", "ات")
_SPEECHLESS = frozenset({"vehicle", "weapon", "aircraft", "quantity", "abstract"})
_SPEAKING = frozenset({"force", "media", "statement", "official", "monitor", "international"})
"""Sorts of nouns that speak though they may tell of an event, too (التحالف, النداء)."""
_BEFORE_SUBJECT = frozenset({Tag.COMPLEMENTIZER, Tag.MARK, Tag.CONJUNCTION, Tag.SUBORDINATOR})


class Manner(StrEnum):
    """How a source is brought in."""

    VERB = "verb"
    PARTICIPLE = "participle"
    """مضيفا, مشيرا: goes on with whoever speaks in the sentence."""
    CITING = "citing"
    """بحسب, وفق, نقلا عن."""
    CITED_VERB = "cited_verb"
    """وفق ما أعلن, كما قال: the claim stands before."""
    NOUN = "noun"
    """بيان للجيش, تصريح لوزير."""
    HEADLINE = "headline"
    """X: …"""


@dataclass(frozen=True, slots=True)
class Speech:
    """One mention of a source that speaks.

    `cue` is the token of saying; `phrase` the noun phrase that names the speaker here, -1 where
    none does; `source` the phrase that names the speaker in full, here or earlier; `via` the one
    that names the outlet in between, -1 for none.
    """

    cue: int
    manner: Manner
    phrase: int
    source: int
    via: int = -1


@dataclass(frozen=True, slots=True)
class _Search:
    context: Context
    found: list[Speech]

    @property
    def tokens(self) -> Sequence[Token]:
        return self.context.tokens

    def phrase(self, number: int) -> Phrase:
        return self.context.analysis.phrases[number]


def speeches(context: Context) -> list[Speech]:
    """Return every mention of a speaking source, in text order."""
    search = _Search(context, [])
    for sentence in context.analysis.sentences:
        if sentence.is_title:
            _headline(search, sentence)
        for position in range(sentence.first, sentence.last):
            _at(search, position, sentence)
    return search.found


def _at(search: _Search, position: int, sentence: Sentence) -> None:
    token = search.tokens[position]
    if token.form in CITING or token.morph.word in CITING:
        _cited(search, position, sentence)
        return
    if not token.morph.stances:
        return
    if token.tag is Tag.VERB:
        _said(search, position, sentence)
    elif token.morph.adverbial and token.tag is Tag.NOUN:
        _add(search, position, Manner.PARTICIPLE, -1)
    elif token.tag is Tag.NOUN and _STATEMENTS in token.morph.sorts:
        number = _after_statement(search, position, sentence)
        if number >= 0:
            _add(search, position, Manner.NOUN, number)


def _said(search: _Search, position: int, sentence: Sentence) -> None:
    manner = Manner.VERB
    before = position - 1
    if before >= sentence.first:
        word = search.tokens[before]
        cited = before > sentence.first and search.tokens[before - 1].form in CITING
        if word.form in CITING_CLAUSE or (word.form in WHAT and cited):
            manner = Manner.CITED_VERB
    number = _subject(search, position, sentence)
    if number < 0 and search.tokens[position].morph.present and position == sentence.first:
        # يذكر أن, يشار إلى أن: nobody speaks, the outlet turns to the background.
        return
    told_by = (
        _told_by(search, number, sentence)
        if _TRANSMITS in search.tokens[position].morph.lemmas
        else -1
    )
    _add(
        search,
        position,
        manner,
        number if told_by < 0 else told_by,
        via=number if told_by >= 0 else -1,
    )


def _told_by(search: _Search, number: int, sentence: Sentence) -> int:
    """Return who told an outlet: نقلت رويترز عن مسؤول."""
    if number < 0:
        return -1
    after = search.phrase(number).last
    for position in range(after, min(after + _SUBJECT_REACH, sentence.last)):
        found = search.context.phrase_at[position]
        if found >= 0 and search.phrase(found).preposition == REPORTED:
            return found
    return -1


def _subject(search: _Search, position: int, sentence: Sentence) -> int:
    """Return the phrase that is the subject of a verb of saying, -1 where it is dropped."""
    context = search.context
    named = _touching_before(search, position, sentence)
    if named >= 0:
        return named
    limit = min(position + 1 + _SUBJECT_REACH, sentence.last)
    for after in range(position + 1, limit):
        token = search.tokens[after]
        if token.tag in (Tag.COMPLEMENTIZER, Tag.PREPOSITION, Tag.VERB, Tag.WITH_PRONOUN):
            break
        number = context.phrase_at[after]
        if number >= 0:
            phrase = search.phrase(number)
            if context.time_at[after] >= 0:
                continue
            if phrase.preposition or phrase.first != after or _is_speechless(search, number):
                break
            if _is_object(search, position, phrase):
                break
            return number
    return _subject_before(search, position, sentence)


def _is_object(search: _Search, verb: int, phrase: Phrase) -> bool:
    """Tell whether a phrase behind a verb cannot be its subject: أمر القوات, he ordered the forces."""
    if search.tokens[verb].morph.verb_gender != "m" or phrase.first != verb + 1:
        return False
    head = search.tokens[phrase.head]
    return head.morph.definite and head.form.endswith(_FEMININE)


def _touching_before(search: _Search, position: int, sentence: Sentence) -> int:
    """Return the subject right before its verb, as in headlines: حفتر يأمر قواته."""
    if position == sentence.first or search.tokens[position].morph.conjunction:
        return -1
    number = search.context.phrase_at[position - 1]
    if number < 0 or search.phrase(number).preposition or _is_speechless(search, number):
        return -1
    begins = search.phrase(number).first
    leads = begins == sentence.first or search.tokens[begins - 1].tag in _BEFORE_SUBJECT
    is_event = bool(search.tokens[search.phrase(number).head].morph.events)
    return number if leads and not is_event else -1


def _is_speechless(search: _Search, number: int) -> bool:
    """Tell whether a phrase cannot speak: a thing, or the name that a source keeps to itself."""
    phrase = search.phrase(number)
    head = search.tokens[phrase.head].morph
    if search.tokens[phrase.head].tag is Tag.NUMBER or search.context.time_at[phrase.head] >= 0:
        return True
    if head.sorts & _SPEECHLESS or (any(head.events.values()) and not head.sorts & _SPEAKING):
        return True
    return any(_CONCEALED in search.tokens[i].morph.sorts for i in range(phrase.first, phrase.core))


def _subject_before(search: _Search, position: int, sentence: Sentence) -> int:
    """Return the subject that stands before its verb (المتحدث … قال), -1 for none."""
    if search.tokens[position].morph.conjunction:
        return -1
    for before in range(position - 1, sentence.first - 1, -1):
        tag = search.tokens[before].tag
        if tag in (Tag.VERB, Tag.COMPLEMENTIZER):
            return -1
        if tag is Tag.RELATIVE:
            # روسيا التي أكدت أن: whoever the relative clause tells of is the speaker.
            return search.context.phrase_at[before - 1] if before > sentence.first else -1
        number = search.context.phrase_at[before]
        if number >= 0 and not search.phrase(number).preposition:
            is_event = bool(search.tokens[search.phrase(number).head].morph.events)
            return -1 if is_event else number
    return -1


def _cited(search: _Search, position: int, sentence: Sentence) -> None:
    after = position + 1
    while after < sentence.last and search.tokens[after].form in CITING_LINKS:
        after += 1
    number = search.context.phrase_at[after] if after < sentence.last else -1
    if number >= 0 and not _is_speechless(search, number):
        _add(search, position, Manner.CITING, number)


def _after_statement(search: _Search, position: int, sentence: Sentence) -> int:
    """Return the phrase of whoever made a statement (بيان للجيش)."""
    after = position + 1
    number = search.context.phrase_at[after] if after < sentence.last else -1
    if number < 0:
        return -1
    phrase = search.phrase(number)
    own = search.context.phrase_at[position] == number
    return number if not own and phrase.preposition in CITING_LINKS else -1


def _headline(search: _Search, sentence: Sentence) -> None:
    for position in range(sentence.first + 1, min(sentence.first + 12, sentence.last)):
        if search.tokens[position].form == ":":
            number = search.context.phrase_at[position - 1]
            if number >= 0 and search.phrase(number).first == sentence.first:
                _add(search, position, Manner.HEADLINE, number)
            return


def _add(search: _Search, cue: int, manner: Manner, number: int, *, via: int = -1) -> None:
    source = _full_naming(search, number) if number >= 0 else _speaking(search, cue)
    if source >= 0:
        search.found.append(Speech(cue, manner, number, source, via))


def _speaking(search: _Search, cue: int) -> int:
    """Return who spoke before: where a verb of saying names nobody, that one speaks on."""
    same = search.context.sentence_at[cue]
    for speech in reversed(search.found):
        distance = same - search.context.sentence_at[speech.cue]
        if distance <= _MOST_SILENT and (speech.manner is not Manner.HEADLINE):
            return speech.source
    return -1


def _full_naming(search: _Search, number: int) -> int:
    """Return the earlier and longer naming that a short definite one (المصدر) refers to."""
    phrase = search.phrase(number)
    if not phrase.definite:
        return number
    size = phrase.core - phrase.first
    own = _names(search, phrase)
    for speech in search.found:
        earlier = search.phrase(speech.source)
        if earlier.core - earlier.first >= size and own <= _names(search, earlier):
            return speech.source
    return _any_naming(search, number, own)


def _any_naming(search: _Search, number: int, own: frozenset[str]) -> int:
    """Look among all earlier phrases, the title's too, for one with the same words and more."""
    phrase = search.phrase(number)
    if phrase.core - phrase.first > 1:
        return number
    for earlier in range(number - 1, -1, -1):
        naming = search.phrase(earlier)
        longer = naming.core - naming.first > phrase.core - phrase.first
        if longer and search.context.keys[naming.head] in own and own <= _names(search, naming):
            return earlier
    return number


def _names(search: _Search, phrase: Phrase) -> frozenset[str]:
    keys = search.context.keys
    return frozenset(
        keys[i]
        for i in range(phrase.first, phrase.core)
        if keys[i] != "~" and search.tokens[i].form not in REFLEXIVES
    )
