"""The words a reader of times stands in, and what it has learned on the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from riwaya.arabic.letters import match_form
from riwaya.arabic.number_cores import Core, read_core, read_ordinal
from riwaya.arabic.stretches import Stretch
from riwaya.arabic.time_words import SIDES, TIME_WORDS, Side, TimeKind, TimeWord
from riwaya.arabic.words import Word

CLITICS = frozenset(("ال", "وال", "بال", "لل", "فال", "و", "ف", "ب", "ل"))
"""Letters that stand apart from the digits after them."""
_COMMAS = frozenset("،,")
_ENDS = frozenset((*'.؟?!؛;،,)»”"', ""))
"""Marks that a clause ends with; no word is the end of the text."""
_CALLS = frozenset(("دعت", "دعا"))
_CONJUNCTIONS = ("و", "ف")
_STOPS = frozenset(".؟?!؛;:")
_PROSPECTS = frozenset(match_form(form) for form in (
    "سوف", "المقرر", "المقررة", "مقرر", "مقررة", "المرتقب", "المرتقبة", "مرتقبة", "المتوقع",
    "متوقع", "المتوقعة", "المنتظر", "المنتظرة", "يعتزم", "تعتزم", "يعتزمون", "المزمع", "لن",
    "ينتظر", "يتوقع", "تتوقع", "موعد", "يبدأ", "دعت", "دعا", "يستعد", "تستعد",
))  # fmt: skip
_FUTURE_FRONTS = ("سي", "ست", "سن", "وسي", "وست", "وسن")
_NO_FUTURE = ("سيار", "سياس", "سياد", "سيطر", "سينا", "سيد", "ستين", "ستون", "ستو", "ستر", "ستار",
              "سيرت", "سيرج", "سنوا", "سنوي", "سنتي", "سنجار", "سيف", "سيول", "سير", "سيبيري",
              "سيما", "سيئ", "سنغ", "سنة", "سيناريو", "ستاند", "سيستان", "سيخ")  # fmt: skip
_LEAST_VERB = 5
_PROSPECT_REACH = 9


@dataclass(slots=True)
class Reading:
    """The words to be read, the day they were published, and the day last told of."""

    words: Sequence[Word]
    today: date | None
    recent: date | None = None
    told: Stretch | None = None
    """The stretch last told of."""
    period: Stretch | None = None
    """The last of these that is longer than a day."""
    writing: date | None = None
    """The day that the report calls today."""

    def form(self, index: int) -> str:
        """Return the folded form of a word, the empty one where there is no word."""
        return self.words[index].form if 0 <= index < len(self.words) else ""

    def time(self, index: int) -> TimeWord | None:
        """Return what a word contributes to a time, None for other words."""
        return TIME_WORDS.get(self.words[index].form) if 0 <= index < len(self.words) else None

    def is_kind(self, index: int, kind: TimeKind) -> bool:
        """Tell whether a word contributes this to a time."""
        entry = self.time(index)
        return entry is not None and entry.kind is kind

    def side(self, index: int) -> Side | None:
        """Return the side of the present an adjective at an index puts a period on."""
        return SIDES.get(self.form(index))

    def past_clitics(self, index: int) -> int:
        """Return the index of the first word that is no letter standing apart."""
        while self.form(index) in CLITICS:
            index += 1
        return index

    def ends_clause(self, index: int) -> bool:
        """Tell whether nothing of a clause is left at an index."""
        return self.form(index) in _ENDS

    def past_comma(self, index: int) -> int:
        """Return the index after a comma, or the same one."""
        return index + 1 if self.form(index) in _COMMAS else index

    def core(self, index: int) -> Core | None:
        """Return the bare number that begins at an index, behind an article set apart."""
        start = self.past_clitics(index)
        return read_core(self.words, start) if start < len(self.words) else None

    def rank(self, index: int) -> tuple[int, int] | None:
        """Return a number of small rank, in digits or as an ordinal, and the index after it."""
        ordinal = read_ordinal(self.words, index)
        if ordinal:
            return ordinal
        start = self.past_clitics(index)
        if start < len(self.words) and self.words[start].is_number:
            form = self.words[start].form
            if form.isdigit() and len(form) <= 2:  # noqa: PLR2004
                return int(form), start + 1
        return None

    def digits(self, index: int) -> int | None:
        """Return a number of up to four digits without separators, None for anything else."""
        if not 0 <= index < len(self.words) or not self.words[index].is_number:
            return None
        form = self.words[index].form
        return int(form) if form.isdigit() and len(form) <= 4 else None  # noqa: PLR2004

    def looks_ahead(self, index: int) -> bool:
        """Tell whether the words before an index, in its sentence, speak of what is to come."""
        for place in range(index - 1, max(-1, index - 1 - _PROSPECT_REACH), -1):
            form = self.words[place].form
            if form in _STOPS:
                return False
            bare = form[1:] if form.startswith(_CONJUNCTIONS) else form
            # A call that begins a sentence is dated itself: "ودعت المنظمة الأحد إلى هدنة".
            if form in _PROSPECTS or (bare in _PROSPECTS and bare not in _CALLS):
                return True
            if _is_future_verb(form) or self._is_my_future(place):
                return True
        return False

    def _is_my_future(self, place: int) -> bool:
        """Tell "I shall …" (سأعود), which a hamza tells from other words."""
        text = self.words[place].text
        return text.startswith("سأ") and len(text) >= _LEAST_VERB and text[2:3] != "ل"


def _is_future_verb(form: str) -> bool:
    if not form.startswith(_FUTURE_FRONTS) or len(form) < _LEAST_VERB:
        return False
    return not form.removeprefix("و").startswith(_NO_FUTURE)
