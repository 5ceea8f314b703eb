"""What does a claim count, and of whom?"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from riwaya.arabic.numerals import read_numbers
from riwaya.arabic.words import Word, words
from riwaya.reconcile.tables import bare, people
from riwaya.records.claim import Claim, Count, CountRole
from riwaya.records.span import Span

_LETTERS_BEFORE, _LETTERS_BEHIND = 40, 90
_BEFORE, _BEHIND = 3, 2
"""How many words around a number tell of whom it is."""


class Amount(NamedTuple):
    """A number that a claim states; `group` is None where it is of people of any sort."""

    role: CountRole
    group: str | None
    least: int
    most: int | None
    is_part: bool

    def meets(self, other: "Amount") -> bool:
        """Tell whether both can be right."""
        return (self.most is None or self.most >= other.least) and (
            other.most is None or other.most >= self.least
        )


def amounts(claim: Claim, text: str, sentence: Span) -> tuple[Amount, ...]:
    """Return what a claim counts in all and by group, and the parts that its sentence names.

    Numbers of one claim are added up ("an officer and three soldiers" are four); a part ("بينهم
    طفلان") is not added.
    """
    if not claim.counts:
        return ()
    cut = _cut(text, _near(claim.counts, text, sentence))
    stated: dict[Span, tuple[Count, str | None]] = {}
    parts: list[Amount] = []
    for count in claim.counts:
        group, is_part = _around(cut, count.evidence)
        if is_part:
            parts.append(Amount(count.role, group, count.least, count.most, is_part=True))
        elif count.evidence not in stated:
            stated[count.evidence] = count, group
    found = list(_sums(stated.values()))
    last = max(count.evidence.end for count in claim.counts)
    named = _parts(cut, last, claim.counts[0].role)
    parts += [each for each in named if each not in parts]
    return tuple(found + parts)


def _sums(stated: Iterable[tuple[Count, str | None]]) -> Iterator[Amount]:
    by_role: dict[CountRole, list[tuple[Count, str | None]]] = {}
    for each in stated:
        by_role.setdefault(each[0].role, []).append(each)
    for role, counted in by_role.items():
        groups = sorted({group for _, group in counted if group is not None})
        for group in (None, *groups):
            counts = [count for count, of in counted if group is None or of == group]
            yield _sum(role, group, counts)


def _sum(role: CountRole, group: str | None, counts: Sequence[Count]) -> Amount:
    tops = [count.most for count in counts if count.most is not None]
    most = sum(tops) if len(tops) == len(counts) else None
    return Amount(role, group, sum(count.least for count in counts), most, is_part=False)


def group_named(words_of_people: str) -> str | None:
    """Return the group that some words name, None where they name none.

    >>> group_named("خمسة مدنيين"), group_named("خمسة أشخاص")
    ('civilians', None)
    """
    return _group(words(words_of_people))


def _around(cut: Sequence[Word], evidence: Span) -> tuple[str | None, bool]:
    """Tell of whom a number is, by the words in and behind it, and whether it opens a part."""
    inside = [
        n for n, word in enumerate(cut) if evidence.start < word.end and word.start < evidence.end
    ]
    if not inside:
        return None, False
    first, last = inside[0], inside[-1]
    before = cut[max(0, first - _BEFORE) : first]
    is_part = any(_opens(word.form) for word in before)
    behind = takewhile(lambda word: not _opens(word.form), cut[last + 1 : last + 1 + _BEHIND])
    return _group([*cut[first : last + 1], *behind]), is_part


def _group(stretch: Sequence[Word]) -> str | None:
    return next(filter(None, (_group_named(word.form) for word in stretch)), None)


@lru_cache(maxsize=50_000)
def _group_named(form: str) -> str | None:
    known = people()
    for each in (form, bare(form), form.removeprefix("و")):
        group = known.many.get(each) or known.twos.get(each)
        if group:
            return group
    return None


@lru_cache(maxsize=50_000)
def _opens(form: str) -> bool:
    return bare(form) in people().openers


def _near(counts: Sequence[Count], text: str, sentence: Span) -> Span:
    """Return what stands around numbers, of whole words: sentences may be long."""
    first = max(sentence.start, min(count.evidence.start for count in counts) - _LETTERS_BEFORE)
    last = min(sentence.end, max(count.evidence.end for count in counts) + _LETTERS_BEHIND)
    while first > sentence.start and not text[first - 1].isspace():
        first -= 1
    while last < sentence.end and not text[last].isspace():
        last += 1
    return Span(first, max(last, first + 1))


@lru_cache(maxsize=4096)
def _cut(text: str, sentence: Span) -> tuple[Word, ...]:
    return tuple(words(text, start=sentence.start, end=sentence.end))


def _parts(cut: Sequence[Word], after: int, role: CountRole) -> Iterator[Amount]:
    """Yield the parts that are opened behind a number, until something else is told."""
    opener = next(
        (n for n, word in enumerate(cut) if word.start >= after and _opens(word.form)),
        None,
    )
    if opener is None or any(word.text in ".؛:" for word in cut[:opener] if word.start >= after):
        return
    numbers = {each.first: each for each in read_numbers(cut)}
    index = opener + 1
    while index < len(cut):
        word = cut[index]
        form = word.form if index == opener + 1 else word.form.removeprefix("و")
        if index in numbers:
            number = numbers[index]
            group = _group(cut[number.core_first : number.last + 1])
            if group is None:
                return
            yield Amount(role, group, number.least, number.most, is_part=True)
            index = number.last + 1
        elif form in people().twos:
            yield Amount(role, people().twos[form], 2, 2, is_part=True)
            index += 1
        elif form in people().ones:
            yield Amount(role, people().ones[form], 1, 1, is_part=True)
            index += 1
        else:
            return
        if index < len(cut) and cut[index].form in ("و", "،"):
            index += 1
