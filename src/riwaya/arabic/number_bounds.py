"""Words before and after a number that soften it or open it upward or downward."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

from riwaya.arabic.letters import match_form
from riwaya.arabic.number_cores import starts_number
from riwaya.arabic.words import Word


class Bound(Enum):
    """What words near a number say of it."""

    ABOUT = auto()
    EXACTLY = auto()
    MORE = auto()
    AT_LEAST = auto()
    LESS = auto()
    AT_MOST = auto()


class BoundAt(NamedTuple):
    """A bound, and the word where its phrase begins (before a number) or ends (after one)."""

    bound: Bound
    edge: int


_VERBS_MORE = ("زاد", "زادت", "يزيد", "تزيد")
_VERBS_OVER = ("يفوق", "تفوق", "فاق", "فاقت", "يتجاوز", "تتجاوز", "تجاوز", "تجاوزت", "تعدى", "تعدت",
               "يتعدى", "تتعدى", "تخطى", "تخطت", "يتخطى", "تتخطى")  # fmt: skip
_BEFORE = MappingProxyType({
    Bound.MORE: """أكثر من|أزيد من|أكبر من|أعلى من|فوق|ما فوق|ما يربو على|ما يربو عن|يربو على|
        تربو على|ينيف على|"""
        + "|".join(f"{verb} عن|{verb} على|ما {verb} عن|ما {verb} على" for verb in _VERBS_MORE)
        + "|"
        + "|".join(f"{verb}|ما {verb}" for verb in _VERBS_OVER),
    Bound.AT_LEAST: """لا يقل عن|ما لا يقل عن|لا تقل عن|ما لا تقل عن|لم يقل عن|ليس أقل من|لا أقل من|
        على الأقل|على أقل تقدير|بحد أدنى|أكثر من أو يساوي|أكبر من أو يساوي|أعلى من أو يساوي|
        أكبر من أو تساوي|أكثر من أو تساوي|يساوي أو أكبر من|يساوي أو أكثر من|لا أصغر من""",
    Bound.LESS: """أقل من|أدنى من|أصغر من|أخفض من|دون|ما دون|تحت|ما يقل عن|يقل عن|تقل عن|أدنى""",
    Bound.AT_MOST: """لا يزيد عن|لا يزيد على|لا تزيد عن|لا تزيد على|لم يزد عن|لم يزد على|لا يفوق|
        لا تفوق|لا يتجاوز|لا تتجاوز|لم يتجاوز|لم تتجاوز|ما لا يزيد عن|ما لا يزيد على|لا يتعدى|
        لا تتعدى|لم يتعد|لم تتعد|لا أكثر من|لا أكبر من|يساوي أو أقل من|
        يساوي أو أصغر من|ليس أكثر من|على الأكثر|بحد أقصى|حتى|لغاية|يصل إلى|
        تصل إلى|ما يصل إلى|قد يصل إلى|أقل من أو يساوي|أقل من أو تساوي|أصغر من أو يساوي|
        أصغر من أو تساوي|أخفض أو يساوي|أدنى من أو يساوي|أخفض من أو يساوي""",
    Bound.ABOUT: """نحو|حوالي|حوالى|قرابة|زهاء|ما يقارب|ما يقارب من|يقارب|تقارب|ما يقرب من|يقرب من|
        تقرب من|ما يناهز|يناهز|تناهز|تقريبا|في حدود|بحدود|قريبا من|قريب من""",
    Bound.EXACTLY: "يساوي|تساوي|ليصل إلى|لتصل إلى",
})  # fmt: skip
_AFTER = MappingProxyType({
    Bound.AT_LEAST: "على الأقل|على أقل تقدير|كحد أدنى|بحد أدنى|في الأقل|بالأقل|على أقل التقديرات",
    Bound.AT_MOST: "على الأكثر|كحد أقصى|بحد أقصى|على أبعد تقدير|على أكثر تقدير",
    Bound.ABOUT: "تقريبا",
})  # fmt: skip
_RIGHT_AFTER = MappingProxyType({
    Bound.AT_LEAST: """أو أكثر|وأكثر|و أكثر|فأكثر|فما فوق|وما فوق|أو يزيد|ويزيد|أو أكبر|أو أكثر من|
        أو أكبر من""",
    Bound.AT_MOST: "أو أقل|وأقل|و أقل|فأقل|فما دون|وما دون|أو أصغر|أو أقل من|أو أصغر من",
})  # fmt: skip
_OR_EQUAL = (("او", "يساوي"), ("او", "تساوي"))
_FRONTS = frozenset(("و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "فب", "وك", "وس", "فس"))
_REACH = 4
"""How many words may stand between a number and the "at least" after it."""
_PASSABLE = frozenset("،,\"'«»“”()")
_LONGEST = 6
_NUMBER_OF = frozenset(("عددهم", "عددها", "عدده", "عددهن", "اعدادهم", "اعدادها"))
_SIGNS = MappingProxyType(
    {">": Bound.MORE, "<": Bound.LESS, "≥": Bound.AT_LEAST, "≤": Bound.AT_MOST}
)
_ARTICLES = frozenset(("ال", "ل", "لل", "ب", "بال"))

Phrases = dict[str, list[tuple[tuple[str, ...], Bound]]]


def _phrases(table: Mapping[Bound, str], *, key: int) -> Phrases:
    """Index phrases by their first or last word, longest first."""
    found: Phrases = {}
    for bound, names in table.items():
        for name in names.split("|"):
            phrase = tuple(match_form(part) for part in name.split())
            found.setdefault(phrase[key], []).append((phrase, bound))
    for entries in found.values():
        entries.sort(key=lambda entry: (len(entry[0]), len(entry[0][0])), reverse=True)
    return found


_BY_LAST = _phrases(_BEFORE, key=-1)
_BY_FIRST = _phrases(_AFTER, key=0)
_BY_FIRST_NEAR = _phrases(_RIGHT_AFTER, key=0)


def bound_before(words: Sequence[Word], index: int) -> BoundAt | None:
    """Return what the words that end before an index say of the number that begins there.

    "عددهم" may stand between them ("يزيد عددهم على").
    """
    if (
        index > 1
        and words[index - 1].form in _ARTICLES
        and words[index - 1].end == words[index].start
    ):
        index -= 1
    before = [place for place in range(max(0, index - _LONGEST), index)
              if words[place].form not in _NUMBER_OF]  # fmt: skip
    if not before:
        return None
    last = words[before[-1]].form
    if last in _SIGNS or last == "=":
        return _sign_before(words, index)
    for phrase, bound in _BY_LAST.get(last, ()) or _BY_LAST.get(_bare(last), ()):
        places = before[-len(phrase) :]
        if len(places) == len(phrase) and _matches(words, places, phrase):
            return BoundAt(bound, places[0])
    return None


def _bare(form: str) -> str:
    """Take the letters before a softener off: بحوالي, ولنحو."""
    for width in (2, 1):
        if form[:width] in _FRONTS and form[width:] in _BY_LAST:
            return form[width:]
    return form


def _sign_before(words: Sequence[Word], index: int) -> BoundAt | None:
    sign = words[index - 1].form
    if sign != "=":
        return BoundAt(_SIGNS[sign], index - 1)
    if index > 1 and words[index - 2].form in ("<", ">"):
        bound = Bound.AT_LEAST if words[index - 2].form == ">" else Bound.AT_MOST
        return BoundAt(bound, index - 2)
    return None


def _matches(words: Sequence[Word], places: Sequence[int], phrase: tuple[str, ...]) -> bool:
    """Compare a phrase with words; the first may carry letters before it."""
    rest = zip(places[1:], phrase[1:], strict=True)
    if any(words[place].form != part for place, part in rest):
        return False
    first = words[places[0]].form
    return first == phrase[0] or (first.endswith(phrase[0]) and first[: -len(phrase[0])] in _FRONTS)


def bound_after(words: Sequence[Word], index: int) -> BoundAt | None:
    """Return what the words from an index on say of the number that ends there.

    "على الأقل" may stand behind the noun that is counted and its adjectives. The edge is the end
    of the phrase (exclusive).
    """
    near = _right_after(words, index)
    if near:
        return near
    passed = 0
    while index < len(words) and passed <= _REACH:
        word = words[index]
        for phrase, bound in _BY_FIRST.get(word.form, ()):
            if _stands(words, index, phrase):
                return BoundAt(bound, index + len(phrase))
        if starts_number(word) or word.form == "و" or (word.is_mark and word.form not in _PASSABLE):
            return None
        passed += not word.is_mark
        index += 1
    return None


def _right_after(words: Sequence[Word], index: int) -> BoundAt | None:
    if index >= len(words):
        return None
    for phrase, bound in _BY_FIRST_NEAR.get(words[index].form, ()):
        last = index + len(phrase)
        if _stands(words, index, phrase) and not _opens_another(words, last):
            return BoundAt(bound, last)
    return None


def _opens_another(words: Sequence[Word], index: int) -> bool:
    """Tell whether "or less" is the beginning of a bound of the next number ("أو أقل من 6000")."""
    if index < len(words) and words[index].form == "من":
        index += 1
    if or_equal(words, index):
        index += 2
    return index < len(words) and starts_number(words[index])


def or_equal(words: Sequence[Word], index: int) -> bool:
    """Tell whether "or equal" follows, which makes "more than 30" include the 30."""
    return any(_stands(words, index, phrase) for phrase in _OR_EQUAL)


def _stands(words: Sequence[Word], index: int, phrase: tuple[str, ...]) -> bool:
    if index + len(phrase) > len(words):
        return False
    return all(words[index + place].form == part for place, part in enumerate(phrase))
