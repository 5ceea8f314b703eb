"""Tell verbs from nouns and function words by what stands around them."""

from collections.abc import Iterable, Sequence

from riwaya.analyze.morphology import morphology
from riwaya.arabic.number_words import NUMBER_WORDS
from riwaya.arabic.particles import Particle
from riwaya.arabic.time_words import TIME_WORDS
from riwaya.arabic.words import Word
from riwaya.records.reading import Morphology, Tag, Token

_TAGS = {
    Particle.PREPOSITION: Tag.PREPOSITION,
    Particle.WITH_PRONOUN: Tag.WITH_PRONOUN,
    Particle.COMPLEMENTIZER: Tag.COMPLEMENTIZER,
    Particle.RELATIVE: Tag.RELATIVE,
    Particle.CONJUNCTION: Tag.CONJUNCTION,
    Particle.SUBORDINATOR: Tag.SUBORDINATOR,
    Particle.CONDITIONAL: Tag.CONDITIONAL,
    Particle.NEGATION: Tag.NEGATION,
    Particle.VERBAL: Tag.VERBAL,
    Particle.DEMONSTRATIVE: Tag.DEMONSTRATIVE,
    Particle.PRONOUN: Tag.PRONOUN,
    Particle.ADVERB: Tag.ADVERB,
    Particle.QUANTIFIER: Tag.QUANTIFIER,
}
_BEFORE_VERB = frozenset({Tag.VERBAL, Tag.RELATIVE, Tag.SUBORDINATOR})
_BEFORE_NOUN = frozenset({Tag.PREPOSITION, Tag.NUMBER, Tag.DEMONSTRATIVE, Tag.QUANTIFIER})
_PRESENT_FRONTS = ("ي", "ت", "ن")
_LEAST_PRESENT = 4


def tagged(words: Sequence[Word]) -> list[Token]:
    """Return the words with their morphology and the likeliest tag of each."""
    tokens: list[Token] = []
    before = Tag.MARK
    for position, word in enumerate(words):
        morph = morphology(word.form)
        tag = _tag(word, morph, before, words, position)
        tokens.append(Token(word.text, word.start, word.end, word.form, tag, morph))
        before = tag
    return tokens


def _tag(  # noqa: PLR0911  # one rule a line
    word: Word, morph: Morphology, before: Tag, words: Sequence[Word], position: int
) -> Tag:
    if word.is_mark:
        return Tag.MARK
    if word.is_number or word.form in NUMBER_WORDS:
        return Tag.NUMBER
    if word.form in TIME_WORDS and not morph.function:
        return Tag.NOUN
    if morph.function and not (morph.events and before in _BEFORE_NOUN):
        return _TAGS[Particle(morph.function)]
    if morph.verb and morph.noun:
        return _verb_or_noun(morph, before, words, position)
    if morph.verb:
        return Tag.NOUN if before in _BEFORE_NOUN and not morph.present else Tag.VERB
    if morph.noun or morph.definite or morph.nation:
        return Tag.NOUN
    return Tag.VERB if _looks_present(word.form, morph, before) else Tag.NOUN


def _verb_or_noun(morph: Morphology, before: Tag, words: Sequence[Word], position: int) -> Tag:
    if morph.definite or morph.preposition or before in _BEFORE_NOUN:
        return Tag.NOUN
    if before in _BEFORE_VERB or morph.present or morph.future:
        return Tag.VERB
    if morph.adverbial or morph.form.endswith("ة"):
        return Tag.NOUN
    if before is Tag.VERB and not morph.conjunction:
        # Verb forms seldom follow a verb: أعلن تحالف names who announced.
        return Tag.NOUN
    if before is Tag.NOUN and not morph.conjunction:
        # A noun after a noun without a joining letter is its construct or adjective, a verb
        # after a noun tells what that one did: what follows decides.
        return Tag.VERB if _is_followed_by_object(words, position) else Tag.NOUN
    return Tag.VERB


def _is_followed_by_object(words: Sequence[Word], position: int) -> bool:
    """Tell whether a number or an indefinite noun follows, as after a verb with its object."""
    if position + 1 >= len(words):
        return False
    after = words[position + 1]
    return after.is_number or after.form in NUMBER_WORDS or after.form.endswith("ا")


def _looks_present(form: str, morph: Morphology, before: Tag) -> bool:
    bare = form[len(morph.conjunction) :]
    bare = bare.removeprefix("س")
    if len(bare) < _LEAST_PRESENT:
        return False
    if before in _BEFORE_VERB:
        return bare.startswith(_PRESENT_FRONTS)
    return bare.startswith("ي") and not bare.endswith(("ة", "ي", "ا"))


def with_names(tokens: Sequence[Token], names: Iterable[range]) -> list[Token]:
    """Return the tokens with every one that belongs to a certain name tagged as a noun."""
    found = list(tokens)
    for name in names:
        for position in name:
            if found[position].tag is Tag.VERB:
                found[position] = found[position]._replace(tag=Tag.NOUN)
    return found
