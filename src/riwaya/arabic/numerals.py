"""Numbers of Arabic news: digits and words, softened, open to one side, or between two ends."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from riwaya.arabic.number_bounds import Bound, BoundAt, bound_after, bound_before, or_equal
from riwaya.arabic.number_cores import Core, read_core, read_ordinal, starts_number
from riwaya.arabic.number_words import NUMBER_WORDS, ORDINALS, NumberKind
from riwaya.arabic.words import Word


@dataclass(frozen=True, slots=True)
class NumberExpression:
    """A number as a text states it: words[first:last], characters [start, end).

    The expression includes what softens or opens it (أكثر من, على الأقل); the number itself is
    words[core_first:core_last]. `least` to `most` are whole numbers, `most` None where the text
    states no maximum; `open_below` tells that it states no minimum (أقل من, `least` is then 0).
    `value` is the stated number before rounding, the lower one of two.

    `definite` numbers stand behind the article ("الـ17"): they may be a rank and no count.
    `percent` numbers are shares of a hundred. Parts of dates and clock times are numbers here too;
    where `calendar.read_times` reads a time, that reading goes before this one.
    """

    first: int
    last: int
    start: int
    end: int
    core_first: int
    core_last: int
    least: int
    most: int | None
    value: float
    approximate: bool = False
    open_below: bool = False
    definite: bool = False
    percent: bool = False


_HYPHENS = frozenset("-–—~−")
_TO = frozenset(("الى", "حتى", "او"))
_BETWEEN = frozenset(("بين", "وبين", "بينهم", "فبين"))
_FROM = frozenset(("من", "ومن"))
_CHANGES = frozenset((
    "ارتفع", "ارتفعت", "ارتفاع", "وارتفع", "وارتفعت", "يرتفع", "ليرتفع", "زاد", "رفع", "رفعت",
    "زيادة", "انخفض", "انخفضت", "تراجع", "تراجعت", "انخفاض", "تقليص", "خفض",
))  # fmt: skip
"""After these, "from 20 to 30" tells of two counts and not of a range."""
_CHANGE_REACH = 6
_UNITY_NOT_COUNTED = frozenset(("ان", "وقت", "كل", "صف", "جانب", "اكثر"))
_WEAPON_LETTERS = frozenset((
    "اف", "ام", "تي", "بي", "سو", "سوخوي", "ميغ", "ميج", "مي", "سي", "كا", "جي", "اس", "بوينغ",
))  # fmt: skip
_JOINERS = frozenset(("و", "او", "،", ","))
_ARTICLES = frozenset(("ال", "وال", "بال", "لل", "فال", "و", "ب", "ل"))
_LONGEST_DOTTED = 20
_PERCENT_MARKS = frozenset("%٪")
_HUNDRED = 100


def read_numbers(words: Sequence[Word]) -> tuple[NumberExpression, ...]:
    """Return the numbers among words in text order, none overlapping another.

    >>> from riwaya.arabic.words import words
    >>> [(n.least, n.most) for n in read_numbers(words("أكثر من 30 قتيلا وخمسة وعشرون جريحا"))]
    [(31, None), (25, 25)]
    """
    found: list[NumberExpression] = []
    index = 0
    while index < len(words):
        word = words[index]
        if not (word.is_number or word.form in NUMBER_WORDS):
            index = _past_ordinal(words, index) if word.form in ORDINALS else index + 1
            continue
        core = None if _is_no_number(words, index) else read_core(words, index)
        if core is not None and 0 < core.low < 1:
            index = core.last
            continue
        if core is None:
            found += _pieces(words, index) if word.is_number else ()
            index += 1
            continue
        number = _expression(words, core, floor=found[-1].last if found else 0)
        index = number.last
        merged = _merged(words, found[-1], number) if found else None
        if merged:
            found[-1] = merged
        else:
            found.append(number)
    return tuple(found)


def _past_ordinal(words: Sequence[Word], index: int) -> int:
    ordinal = read_ordinal(words, index)
    return ordinal[1] if ordinal else index + 1


def _pieces(words: Sequence[Word], index: int) -> Iterator[NumberExpression]:
    """Read digits that dots join to something that is no number, each by itself (192.168.1.2)."""
    word = words[index]
    start = word.start
    for piece in re.split(r"\D", word.form):
        if len(piece) < len(word.form) <= _LONGEST_DOTTED:
            yield NumberExpression(
                first=index, last=index + 1, start=start, end=start + len(piece),
                core_first=index, core_last=index + 1, least=int(piece), most=int(piece),
                value=int(piece),
            )  # fmt: skip
        start += len(piece) + 1


def _is_no_number(words: Sequence[Word], index: int) -> bool:
    """Tell names of weapons (إف 16), a "one" that counts nothing, and a bare per cent."""
    word = words[index]
    before = words[index - 1] if index else None
    if before is None:
        return False
    if word.is_number:
        letters = before
        if before.form in _HYPHENS and index > 1:
            letters = words[index - 2]
            if letters.end == before.start and letters.form.isascii() and letters.form.isalpha():
                return True
        return letters.form in _WEAPON_LETTERS or (
            letters.end == word.start and letters.form.isascii() and letters.form.isalpha()
        )
    entry = NUMBER_WORDS[word.form]
    if entry.value == 1 and entry.kind is NumberKind.UNIT:
        return entry.definite or before.form in _UNITY_NOT_COUNTED
    return entry.kind is NumberKind.HUNDREDS and entry.definite and entry.preposition == "ب"


def _expression(words: Sequence[Word], core: Core, *, floor: int) -> NumberExpression:
    """Read what stands around a bare number: a second end, a bound, per cent.

    Nothing before the index `floor` is taken in.
    """
    ranged = _range(words, core, floor=floor)
    if ranged:
        return ranged
    last = _percent_end(words, core.last)
    before = bound_before(words, core.first)
    if before and before.edge < floor:
        before = None
    after = bound_after(words, last)
    low, high, open_below = _interval(words, core, before, after)
    if before and or_equal(words, core.last):
        last = core.last + 2
    first = before.edge if before else core.first
    end = max(last, after.edge) if after else last
    return NumberExpression(
        first=first,
        last=end,
        start=words[first].start,
        end=words[end - 1].end,
        core_first=core.first,
        core_last=core.last,
        least=low,
        most=high,
        value=core.low,
        approximate=Bound.ABOUT in (before and before.bound, after and after.bound),
        open_below=open_below,
        definite=core.definite,
        percent=last > core.last and not or_equal(words, core.last),
    )


def _interval(
    words: Sequence[Word], core: Core, before: BoundAt | None, after: BoundAt | None
) -> tuple[int, int | None, bool]:
    """Return minimum, maximum and whether there is no minimum."""
    bound = before.bound if before else Bound.EXACTLY
    if after and bound in (Bound.EXACTLY, Bound.ABOUT):
        bound = after.bound
    low, high = _whole(core.low), None if core.high is None else _whole(core.high)
    included = or_equal(words, core.last)
    match bound:
        case Bound.MORE:
            vague = core.high is None or included
            return (low if vague else math.floor(core.low) + 1), None, False
        case Bound.AT_LEAST:
            return low, None, False
        case Bound.LESS | Bound.AT_MOST if core.high is None:
            return low, None, False
        case Bound.LESS:
            most = low if included else max(0, math.ceil(core.low) - 1)
            return 0, most, True
        case Bound.AT_MOST:
            return 0, high, True
        case Bound.ABOUT | Bound.EXACTLY:
            return low, high, False


def _whole(value: float) -> int:
    return round(value)


def _percent_end(words: Sequence[Word], index: int) -> int:
    """Return where the number ends when "%", "بالمئة" or "في المئة" belong to it."""
    if index >= len(words):
        return index
    if words[index].form in _PERCENT_MARKS:
        return index + 1
    entry = NUMBER_WORDS.get(words[index].form)
    if entry and entry.value == _HUNDRED and entry.preposition == "ب" and entry.definite:
        return index + 1
    if words[index].form == "في" and index + 1 < len(words):
        entry = NUMBER_WORDS.get(words[index + 1].form)
        if entry and entry.value == _HUNDRED and entry.definite:
            return index + 2
    return index


def _range(words: Sequence[Word], core: Core, *, floor: int) -> NumberExpression | None:
    """Read a second end: بين 20 و30 · 20 - 30 · 20 أو 30 · من 20 إلى 30."""
    after = _clitic_free(words, core.last)
    if core.high is None or after >= len(words):
        return None
    opening = core.first - 1
    while opening >= floor and words[opening].form in _ARTICLES:
        opening -= 1
    opener = words[opening].form if opening >= floor else ""
    second = _second_end(words, core, opener)
    if second is None or second.high is None:
        return None
    low = core.low
    if core.factor == 1 and second.factor > 1 and low < second.low / second.factor:
        low *= second.factor
    if not low < second.low:
        return None
    last = _percent_end(words, second.last)
    first = opening if opener in _BETWEEN or opener in _FROM else core.first
    if first and opener in _BETWEEN and words[first - 1].form in ("ما", "وما"):
        first -= 1
    before = bound_before(words, first) if first == core.first else None
    if before and before.edge >= floor and before.bound is Bound.ABOUT:
        first = before.edge
    return NumberExpression(
        first=first, last=last, start=words[first].start, end=words[last - 1].end,
        core_first=core.first, core_last=second.last, least=_whole(low), most=_whole(second.high),
        value=low, approximate=True, definite=core.definite, percent=last > second.last,
    )  # fmt: skip


def _clitic_free(words: Sequence[Word], index: int) -> int:
    while index < len(words) and words[index].form in _ARTICLES:
        index += 1
    return index


def _second_end(words: Sequence[Word], core: Core, opener: str) -> Core | None:
    link = words[core.last].form
    if opener in _BETWEEN:
        start = _clitic_free(words, core.last + (link in _TO or link in _HYPHENS))
        joined = start < len(words) and (start > core.last or _is_joined(words[start]))
    elif link in _HYPHENS:
        start = core.last + 1
        joined = not _in_chain(words, core.first, start)
    else:
        start = _clitic_free(words, core.last + 1)
        joined = link in _TO and not (link != "او" and _tells_change(words, core.first))
    if not joined or start >= len(words) or not starts_number(words[start]):
        return None
    return read_core(words, start)


def _is_joined(word: Word) -> bool:
    entry = NUMBER_WORDS.get(word.form)
    return entry is not None and entry.joined


def _in_chain(words: Sequence[Word], first: int, second: int) -> bool:
    """Tell telephone numbers and dates, where more than two numbers hang together."""
    links = _HYPHENS | {"/", "\\", "+"}
    before = first > 1 and words[first - 1].form in links
    return before or (second + 1 < len(words) and words[second + 1].form in links)


def _tells_change(words: Sequence[Word], first: int) -> bool:
    return any(word.form in _CHANGES for word in words[max(0, first - _CHANGE_REACH) : first])


def _merged(
    words: Sequence[Word], left: NumberExpression, right: NumberExpression
) -> NumberExpression | None:
    """Join "more than 10" and "less than 20" where they bound one number."""
    between = words[left.last : right.first]
    if any(word.form not in _JOINERS for word in between) or left.open_below == right.open_below:
        return None
    lower, upper = (right, left) if left.open_below else (left, right)
    if lower.most is not None or upper.most is None or lower.least > upper.most:
        return None
    return replace(
        left,
        last=right.last,
        end=right.end,
        core_last=right.core_last,
        least=lower.least,
        most=upper.most,
        value=lower.value,
        open_below=False,
    )
