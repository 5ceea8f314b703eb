"""What happened? Find the words that tell of an event, and which event."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from riwaya.extract.choice import likelihoods
from riwaya.extract.context import Context, bucket, sorts_of
from riwaya.knowledge.model import Model
from riwaya.records.reading import Tag, Token

_REACH = 6
_ARTICLES = ("بال", "لل", "ال")


class Candidate(NamedTuple):
    """Words that may tell of an event: tokens [first, last), and the types they may tell of."""

    first: int
    last: int
    events: dict[str, bool]
    idiom: str


class Trigger(NamedTuple):
    """Words that tell of an event: tokens [first, last), its type, and how sure that is."""

    first: int
    last: int
    event: str
    confidence: float
    reasons: tuple[str, ...]


def candidates(context: Context) -> list[Candidate]:
    """Return every stretch of words that may tell of an event, in text order."""
    found: list[Candidate] = []
    tokens = context.tokens
    position = 0
    while position < len(tokens):
        morph = tokens[position].morph
        idiom = _idiom(tokens, position)
        if idiom is not None:
            last, event = idiom
            found.append(Candidate(position, last, {**morph.events, event: True}, event))
            position = last
            continue
        if morph.events and not _is_particle(tokens[position]):
            found.append(Candidate(position, position + 1, dict(morph.events), ""))
        position += 1
    return found


def _is_particle(token: Token) -> bool:
    return token.tag not in (Tag.VERB, Tag.NOUN)


def _idiom(tokens: Sequence[Token], first: int) -> tuple[int, str] | None:
    for rest, event in tokens[first].morph.idioms:
        last = first + 1 + len(rest)
        if last <= len(tokens) and all(
            _same(tokens[first + 1 + i].form, word) for i, word in enumerate(rest)
        ):
            return last, event
    return None


def _same(form: str, word: str) -> bool:
    if form == word:
        return True
    for article in _ARTICLES:
        if form.startswith(article) and form[len(article) :] == word:
            return True
    return form.startswith(word) and form[len(word) :] in ("ا", "ه", "ها", "هم", "هما")


def find(context: Context, model: Model, *, nothing: float = 0.0) -> list[Trigger]:
    """Return the words that tell of an event, in text order, each with its likeliest type.

    Args:
        context: the report.
        model: of triggers.
        nothing: what is taken off the score of "no event"; above 0 finds more.
    """
    listed = candidates(context)
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in listed:
        by_sentence.setdefault(context.sentence_at[candidate.first], []).append(candidate)
    found = []
    for candidate in listed:
        near = by_sentence[context.sentence_at[candidate.first]]
        described = features(context, candidate, near)
        labels = list(candidate.events)
        scores = model.scores(described, labels)
        for label in labels:
            scores[label] += model.scores(listed_features(candidate, label), [label])[label]
        shares = likelihoods([-nothing, *scores.values()])
        index = max(range(len(shares)), key=shares.__getitem__)
        if index:
            event = labels[index - 1]
            why = (
                f"word {context.tokens[candidate.first].morph.lemmas[:1]}",
                *model.reasons(described, event),
            )
            found.append(Trigger(candidate.first, candidate.last, event, shares[index], why))
    return found


def listed_features(candidate: Candidate, event: str) -> list[str]:
    """Return what the lexicon says of a candidate and one event type."""
    listed = "strong" if candidate.events[event] else "weak"
    return [listed, f"{listed} {candidate.idiom == event}"]


def features(context: Context, candidate: Candidate, nearby: Sequence[Candidate]) -> list[str]:
    """Return what describes a candidate: itself, its neighbours, its sentence and report."""
    tokens, keys = context.tokens, context.keys
    first, last = candidate.first, candidate.last
    token = tokens[first]
    morph = token.morph
    sentence = context.sentence(first)
    lemma = morph.lemmas[0] if morph.lemmas else token.form
    n1, n2, n3 = (_key(keys, last + i, sentence.last) for i in range(3))
    p1, p2, p3 = (_key_before(keys, first - 1 - i, sentence.first) for i in range(3))
    found = [
        "b",
        f"L={lemma}",
        f"w={token.form}",
        f"L={lemma} {token.tag}",
        f"idiom={candidate.idiom}",
    ]
    found += [f"L2={name}" for name in morph.lemmas[1:]]
    found += [
        f"p1={p1}", f"n1={n1}", f"p2={p2}", f"n2={n2}", f"p1L={p1} {lemma}", f"Ln1={lemma} {n1}",
        f"n12={n1} {n2}", f"p21={p2} {p1}", f"Ln12={lemma} {n1} {n2}", f"p21L={p2} {p1} {lemma}", f"n3={n3}", f"p3={p3}",
    ]  # fmt: skip
    found += _clusters(context, first, last, sentence.first, sentence.last, lemma)
    found += _grammar(token, lemma)
    found += _around(context, candidate, sentence.first, sentence.last, lemma)
    found += _neighbors(context, candidate, nearby, lemma)
    found += _sentence(context, candidate, nearby, lemma)
    return found


def _clusters(
    context: Context, first: int, last: int, begin: int, end: int, lemma: str
) -> Iterator[str]:
    """Describe the neighbors by the company they keep."""
    groups = context.clusters
    for name, position in (("p1", first - 1), ("p2", first - 2), ("n1", last), ("n2", last + 1)):
        if begin <= position < end and groups[position]:
            yield f"c{name}={groups[position]}"
            yield f"c{name}={groups[position]} {lemma}"
    if begin < first and last < end:
        yield f"c={groups[first - 1]} {groups[last]}"


def _grammar(token: Token, lemma: str) -> Iterator[str]:
    morph = token.morph
    yield f"tag={token.tag}"
    part = lemma[:1]
    if morph.definite:
        yield "definite"
        yield f"definite {lemma}"
    elif token.tag is Tag.NOUN:
        yield f"indefinite {morph.number}"
    if morph.pronoun:
        yield f"pronoun {part}"
        yield f"pronoun {lemma}"
    if morph.preposition:
        yield f"on={morph.preposition}"
        yield f"on={morph.preposition} {lemma}"
    if morph.passive:
        yield "passive"
    if token.tag is Tag.VERB:
        yield f"present={morph.present} future={morph.future}"
        yield f"present={morph.present} {lemma}"
    yield f"number={part}{morph.number}"
    yield f"gender={part}{morph.gender}"


def _around(
    context: Context, candidate: Candidate, begin: int, end: int, lemma: str
) -> Iterator[str]:
    tokens, keys = context.tokens, context.keys
    first, last = candidate.first, candidate.last
    seen = set()
    for position in range(max(begin, first - _REACH), first):
        seen.add(f"before={keys[position]}")
        seen.update(f"sbefore={sort}" for sort in sorts_of(tokens[position].morph))
    for position in range(last, min(end, last + _REACH)):
        seen.add(f"after={keys[position]}")
        seen.update(f"safter={sort}" for sort in sorts_of(tokens[position].morph))
    yield from sorted(seen)
    if last < end:
        yield f"n1tag={tokens[last].tag}"
        yield f"n1tag={tokens[last].tag} {lemma}"
        yield f"n1def={tokens[last].morph.definite} {tokens[last].tag}"
        for sort in sorts_of(tokens[last].morph):
            yield f"n1s={sort}"
            yield f"n1s={sort} {lemma}"
    else:
        yield "ends"
    if first > begin:
        yield f"p1tag={tokens[first - 1].tag}"
        for sort in sorts_of(tokens[first - 1].morph):
            yield f"p1s={sort}"
            yield f"p1s={sort} {lemma}"
    else:
        yield "begins"
    yield from _phrases(context, candidate, begin, end, lemma)


def _phrases(
    context: Context, candidate: Candidate, begin: int, end: int, lemma: str
) -> Iterator[str]:
    """Describe the next and the last noun phrase."""
    tokens = context.tokens
    for position in range(candidate.last, min(end, candidate.last + _REACH)):
        number = context.phrase_at[position]
        if number >= 0:
            phrase = context.analysis.phrases[number]
            yield f"np={phrase.preposition} {lemma}"
            for sort in sorts_of(tokens[phrase.head].morph):
                yield f"np={phrase.preposition} {sort}"
                yield f"nps={sort} {lemma}"
            break
    for position in range(candidate.first - 1, max(begin - 1, candidate.first - _REACH), -1):
        number = context.phrase_at[position]
        if number >= 0:
            phrase = context.analysis.phrases[number]
            for sort in sorts_of(tokens[phrase.head].morph):
                yield f"pp={phrase.preposition} {sort}"
                yield f"pps={sort} {lemma}"
            break


def _neighbors(
    context: Context, candidate: Candidate, nearby: Sequence[Candidate], lemma: str
) -> Iterator[str]:
    """Describe the candidates before and after: استعادت السيطرة is one event, told by its noun."""
    index = nearby.index(candidate)
    tag = context.tokens[candidate.first].tag
    for side, other in (("next", index + 1), ("prev", index - 1)):
        if not 0 <= other < len(nearby):
            yield f"{side}=none {tag}"
            continue
        neighbor = nearby[other]
        token = context.tokens[neighbor.first]
        gap = max(neighbor.first - candidate.last, candidate.first - neighbor.last)
        near = bucket(min(gap, 12))
        same = bool(neighbor.events.keys() & candidate.events.keys())
        other_lemma = token.morph.lemmas[0] if token.morph.lemmas else token.form
        joined = context.tokens[max(neighbor.first, candidate.first)].morph.conjunction
        yield f"{side}={same} {tag} {token.tag} {near} {joined}"
        yield f"{side}={same} {tag} {token.tag} {lemma}"
        yield f"{side}={other_lemma} {lemma}"
        yield f"{side}={other_lemma} {tag} {near}"


def _sentence(
    context: Context, candidate: Candidate, nearby: Sequence[Candidate], lemma: str
) -> Iterator[str]:
    sentence = context.sentence(candidate.first)
    if sentence.is_title:
        yield "title"
        yield f"title {lemma}"
    if context.quote_at[candidate.first] >= 0:
        yield "quoted"
    others = {
        event
        for other in nearby
        if other is not candidate
        for event, sure in other.events.items()
        if sure
    }
    for event in sorted(others):
        yield f"with={event}"
    sorts = {s for i in range(sentence.first, sentence.last) for s in context.tokens[i].morph.sorts}
    for sort in ("aircraft", "weapon", "force", "fighter", "vehicle"):
        if sort in sorts:
            yield f"has={sort}"
            yield f"has={sort} {lemma}"


def _key(keys: Sequence[str], position: int, end: int) -> str:
    return keys[position] if position < end else "$"


def _key_before(keys: Sequence[str], position: int, begin: int) -> str:
    return keys[position] if position >= begin else "^"
