"""Read one bare number, in digits or words, where it begins."""

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.arabic.number_words import NUMBER_WORDS, ORDINALS, NumberKind, NumberWord
from riwaya.arabic.words import Word


class Core(NamedTuple):
    """A bare number: words[first:last] mean `low` to `high`, None where it has no stated maximum.

    `factor` is the thousand, million … it was multiplied by, 1 if none; `in_digits` tells that it
    begins with digits, `definite` that the article stands before it.
    """

    first: int
    last: int
    low: float
    high: float | None
    factor: int
    in_digits: bool
    definite: bool


class _Part(NamedTuple):
    last: int
    value: float
    factor: int = 1
    """What the next part must stay below: the scale of this one, 1 where nothing may follow."""


_MOST_DIGITS = 15
"""Longer strings of digits are telephone numbers and identifiers, and no counts."""
_LARGEST = 10**15
"""Beyond this, nothing is multiplied any more."""
_GROUP = 3
_TWO = 2
_TEN = 10
_HUNDRED = 100
_THOUSAND = 1000
_EXPONENT_MARKS = ("e", "E")
_AND = "و"
_AND_ONE = "واحد"
_ARTICLES = frozenset(("ال", "وال", "بال", "لل", "فال"))
_MULTIPLIERS = (NumberKind.SCALE, NumberKind.SCALES)
_COUNTABLE_HUNDREDS = range(3, 10)
_ONES = (NumberKind.UNIT, NumberKind.ELEVENTH, NumberKind.TWELFTH)
_FEW_MOST = 9


def number_word(words: Sequence[Word], index: int) -> NumberWord | None:
    """Return the number word at an index, None where there is none."""
    return NUMBER_WORDS.get(words[index].form) if index < len(words) else None


def starts_number(word: Word) -> bool:
    """Tell, at the price of one look-up, whether a number may begin with a word."""
    return word.is_number or word.form in NUMBER_WORDS


def read_ordinal(words: Sequence[Word], index: int) -> tuple[int, int] | None:
    """Return the rank that a definite ordinal states (الحادي والعشرين), and where it ends."""
    value = ORDINALS.get(words[index].form) if index < len(words) else None
    if value is None:
        return None
    after = number_word(words, index + 1)
    if after is not None and after.kind is NumberKind.TEN and not after.joined:
        return value + _TEN, index + 2
    if after is not None and after.kind is NumberKind.TENS and after.joined and after.definite:
        return value + after.value, index + 2
    return value, index + 1


def read_core(words: Sequence[Word], index: int) -> Core | None:
    """Read the longest bare number that begins at an index, None where none does."""
    word = words[index]
    entry = None if word.is_number else NUMBER_WORDS.get(word.form)
    if entry is None and not word.is_number:
        return None
    definite = entry.definite if entry else _after_article(words, index)
    vague = entry and _vague(words, index, entry)
    if vague:
        last, low, high = vague
        return Core(index, last, low, high, 1, in_digits=False, definite=definite)
    part = _sum(words, index)
    if part is None:
        return None
    return Core(index, part.last, part.value, part.value, part.factor, word.is_number, definite)


def _after_article(words: Sequence[Word], index: int) -> bool:
    before = words[index - 1] if index else None
    return before is not None and before.form in _ARTICLES and before.end == words[index].start


def _vague(
    words: Sequence[Word], index: int, entry: NumberWord
) -> tuple[int, float, float | None] | None:
    """Read tens, hundreds, thousands … of unknown number."""
    if entry.kind is NumberKind.SCALES:
        return index + 1, entry.value * _TWO, None
    if entry.kind is NumberKind.VAGUE:
        after = number_word(words, index + 1)
        if after and after.kind is NumberKind.SCALES and not after.joined:
            return index + 2, entry.value * after.value, None
        return index + 1, entry.value, None
    if entry.kind is NumberKind.FEW:
        after = number_word(words, index + 1)
        kinds = (NumberKind.SCALES, NumberKind.VAGUE)
        if after is None or after.kind not in kinds or after.joined:
            return index + 1, entry.value, _FEW_MOST
        unit = after.value // _TWO if after.kind is NumberKind.VAGUE else after.value
        return index + 2, entry.value * unit, _FEW_MOST * unit
    return None


def _sum(words: Sequence[Word], index: int) -> _Part | None:
    """Read parts that grow smaller: two million, three hundred thousand and five."""
    part = _scaled(words, index)
    if part is None:
        return None
    while part.factor > 1:
        half = _and_a_half(words, part)
        if half:
            return half
        start = _joined(words, part.last)
        added = _scaled(words, start) if start else _bare_hundreds(words, part)
        if added is None or added.value >= part.factor:
            break
        part = _Part(added.last, part.value + added.value, added.factor)
    return part


def _bare_hundreds(words: Sequence[Word], part: _Part) -> _Part | None:
    """Read hundreds that follow thousands without the و that should be there."""
    added = _scaled(words, part.last) if part.factor == _THOUSAND else None
    hundreds = added is not None and _says_hundred(words, part.last, added)
    return added if hundreds else None


def _says_hundred(words: Sequence[Word], first: int, part: _Part) -> bool:
    entries = (number_word(words, index) for index in range(first, min(first + 2, part.last)))
    return any(entry is not None and entry.kind is NumberKind.HUNDREDS for entry in entries)


def _and_a_half(words: Sequence[Word], part: _Part) -> _Part | None:
    start = _joined(words, part.last)
    entry = number_word(words, start) if start else None
    if start is None or entry is None or entry.kind is not NumberKind.PART or entry.definite:
        return None
    last = start + 1
    repeated = number_word(words, last)
    if repeated and repeated.kind is NumberKind.SCALE and not repeated.joined:
        if repeated.value != part.factor:
            return None
        last += 1
    return _Part(last, part.value + part.factor / entry.value)


def _scaled(words: Sequence[Word], index: int) -> _Part | None:
    """Read a number below a thousand, or in digits, and the thousands and millions after it."""
    entry = number_word(words, index)
    if entry and entry.kind is NumberKind.SCALE:
        doubled = words[index].form[-1] == "ا" and "ً" not in words[index].text
        part = _Part(index + 1, entry.value * (_TWO if doubled else 1), entry.value)
    elif entry and entry.kind is NumberKind.TWO_SCALES:
        part = _Part(index + 1, entry.value * _TWO, entry.value)
    elif entry and entry.kind is NumberKind.PART:
        return _share(words, index, entry)
    else:
        small = _small(words, index)
        if small is None:
            return None
        part = small
    while (after := number_word(words, part.last)) and not after.joined and not after.preposition:
        if after.kind is NumberKind.PARTS and part.value:
            return _Part(part.last + 1, part.value / after.value)
        if after.kind not in _MULTIPLIERS or part.value > _LARGEST:
            break
        part = _Part(part.last + 1, part.value * after.value, after.value)
    return part


def _share(words: Sequence[Word], index: int, entry: NumberWord) -> _Part | None:
    """Read a half, third or quarter of a million; of anything else it is no number."""
    after = number_word(words, index + 1)
    whole = after is not None and not after.joined and after.kind is NumberKind.SCALE
    if after is None or not whole:
        return None
    return _Part(index + 2, after.value / entry.value)


def _small(words: Sequence[Word], index: int) -> _Part | None:
    """Read digits or a number below a thousand; hundreds may also be counted ("322 مئة")."""
    if index < len(words) and words[index].is_number:
        part = _digits(words, index)
        return _hundreds_of(words, part) if part else None
    entry = number_word(words, index)
    if entry and entry.kind is NumberKind.HUNDREDS:
        return _and_below_hundred(words, _Part(index + 1, entry.value))
    part = _below_hundred(words, index)
    return _hundreds_of(words, part) if part else None


def _hundreds_of(words: Sequence[Word], part: _Part) -> _Part:
    """Multiply by the hundred that follows, if one does: ثلاث مئة."""
    hundred = number_word(words, part.last)
    if hundred is None or hundred.joined or hundred.preposition:
        return part
    counted = hundred[:2] == (NumberKind.HUNDREDS, _HUNDRED)
    plural = hundred[:2] == (NumberKind.VAGUE, 2 * _HUNDRED) and part.value in _COUNTABLE_HUNDREDS
    if not (counted or plural):
        return part
    return _and_below_hundred(words, _Part(part.last + 1, part.value * _HUNDRED))


def _and_below_hundred(words: Sequence[Word], hundreds: _Part) -> _Part:
    start = _joined(words, hundreds.last)
    if start is None:
        return hundreds
    part = _digits(words, start) if words[start].is_number else _below_hundred(words, start)
    if part is None or part.value >= _HUNDRED or part.value % 1:
        return hundreds
    after = number_word(words, part.last)
    if after and not after.joined and after.kind is NumberKind.HUNDREDS:
        return hundreds
    if after and after.kind is NumberKind.PARTS and part.value <= _TEN:
        return hundreds
    return _Part(part.last, hundreds.value + part.value)


def _below_hundred(words: Sequence[Word], index: int) -> _Part | None:
    entry = number_word(words, index)
    if entry and entry.kind in (NumberKind.TENS, NumberKind.TEN):
        return _Part(index + 1, entry.value)
    if entry is None or entry.kind not in _ONES:
        return None
    after = number_word(words, index + 1)
    if after and after.kind is NumberKind.TEN and not after.joined and not after.preposition:
        return _Part(index + 2, entry.value + _TEN)
    start = _joined(words, index + 1)
    tens = number_word(words, start) if start and 0 < entry.value < _TEN else None
    if start and tens and tens.kind is NumberKind.TENS and not tens.preposition:
        return _Part(start + 1, entry.value + tens.value)
    return _Part(index + 1, entry.value) if entry.kind is NumberKind.UNIT else None


def _joined(words: Sequence[Word], index: int) -> int | None:
    """Return where the number begins that a و joins to the one before it."""
    if index >= len(words):
        return None
    if words[index].form == _AND:
        after = index + 1
        if after < len(words) and starts_number(words[after]):
            entry = NUMBER_WORDS.get(words[after].form)
            return None if entry and entry.joined else after
        return None
    entry = NUMBER_WORDS.get(words[index].form)
    if entry and entry.joined and not entry.preposition:
        return index
    return index if _is_and_eleven(words, index) else None


def _is_and_eleven(words: Sequence[Word], index: int) -> bool:
    """Tell "وأحد عشر", whose first word folds to the one that means one (واحد)."""
    after = number_word(words, index + 1)
    ten = after is not None and after.kind is NumberKind.TEN and not after.joined
    return ten and words[index].form == _AND_ONE


def _digits(words: Sequence[Word], index: int) -> _Part | None:
    """Read digits with their separators: 18 · 353,935 · 2,6 · 1 234 567."""
    form = words[index].form
    last = index + 1
    if form.isdigit():
        if len(form) > _MOST_DIGITS:
            return None
        if len(form) > _GROUP or last == len(words):
            return _Part(last, int(form))
        if words[last].form in _EXPONENT_MARKS:
            return _powered(words, index)
        groups = _spaced_groups(words, index)
        whole = "".join(groups)
        return _Part(index + _width(words, index, len(groups)), int(whole[:_MOST_DIGITS]))
    after = number_word(words, last)
    scaled = after is not None and not after.joined and after.kind in _MULTIPLIERS
    value = decimal_value(form, scaled=scaled)
    return None if value is None else _Part(last, value)


def _powered(words: Sequence[Word], index: int) -> _Part:
    """Read "1e10"."""
    mantissa, mark, *rest = words[index : index + 3]
    joined = rest and mantissa.end == mark.start and mark.end == rest[0].start
    if not joined or not rest[0].form.isdigit() or len(rest[0].form) > _TWO:
        return _Part(index + 1, int(mantissa.form))
    return _Part(index + 3, int(mantissa.form) * 10 ** min(int(rest[0].form), _MOST_DIGITS))


def _width(words: Sequence[Word], index: int, groups: int) -> int:
    marks = words[index + 1].is_mark if groups > 1 else False
    return groups * 2 - 1 if marks else groups


def _spaced_groups(words: Sequence[Word], index: int) -> list[str]:
    """Collect groups of three digits that one space, or an Arabic comma, sets apart."""
    groups = [words[index].form]
    step = 2 if words[index + 1].form == "،" and _touching(words, index) else 1
    position = index
    while position + step < len(words) and len(groups) * _GROUP < _MOST_DIGITS:
        group = words[position + step]
        gap = group.start - words[position].end
        apart = gap == 1 and (step == 1 or words[position + 1].form == "،")
        if not (apart and group.is_number and group.form.isdigit() and len(group.form) == _GROUP):
            break
        groups.append(group.form)
        position += step
    return groups if groups[0] != "0" else groups[:1]


def _touching(words: Sequence[Word], index: int) -> bool:
    return words[index].end == words[index + 1].start


def decimal_value(form: str, *, scaled: bool) -> float | None:
    """Return the value of digits with separators, None where they are no number (192.168.1.2).

    A separator before exactly three digits sets thousands apart, unless a million follows.

    >>> decimal_value("353,935", scaled=False), decimal_value("2,6", scaled=True)
    (353935, 2.6)
    """
    if len(form) > _MOST_DIGITS + _MOST_DIGITS // _GROUP:
        return None
    form = form.replace("٬", ",")
    pieces = form.replace("٫", ".").replace(".", ",").split(",")
    grouped = all(len(piece) == _GROUP for piece in pieces[1:]) and 0 < len(pieces[0]) <= _GROUP
    if "٫" not in form and grouped and pieces[0] != "0" and not (scaled and len(pieces) == _TWO):
        return int("".join(pieces))
    if len(pieces) == _TWO:
        return float(".".join(pieces))
    return _grouped_with_decimals(form, pieces)


def _grouped_with_decimals(form: str, pieces: list[str]) -> float | None:
    """Read "1,234.5": the last separator differs from those before it."""
    marks = [char for char in form if not char.isdigit()]
    groups = pieces[1:-1]
    if len(set(marks[:-1])) != 1 or marks[-1] == marks[0] or any(len(g) != _GROUP for g in groups):
        return None
    return float("".join(pieces[:-1]) + "." + pieces[-1])
