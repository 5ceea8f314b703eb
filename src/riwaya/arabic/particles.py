"""The closed word classes of Arabic: prepositions, conjunctions, negations and their like."""

from collections.abc import Iterator
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from riwaya.arabic.letters import match_form


class Particle(StrEnum):
    """What a function word does in its sentence."""

    PREPOSITION = "preposition"
    WITH_PRONOUN = "with_pronoun"
    """A preposition with its pronoun (منهم, عليه): it governs no noun after it."""
    COMPLEMENTIZER = "complementizer"
    """أن, إن, بأن: a clause follows."""
    RELATIVE = "relative"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    """عندما, حيث, فيما …: a clause of its own follows."""
    CONDITIONAL = "conditional"
    NEGATION = "negation"
    VERBAL = "verbal"
    """قد, لم, لن, سوف: a verb follows."""
    DEMONSTRATIVE = "demonstrative"
    PRONOUN = "pronoun"
    ADVERB = "adverb"
    QUANTIFIER = "quantifier"
    """كل, جميع, بعض …: the noun after it belongs to it."""


class FunctionWord(NamedTuple):
    """A function word: its class, the word itself without و or ف, and that conjunction."""

    kind: Particle
    word: str
    conjunction: str = ""


_WORDS = {
    Particle.PREPOSITION: (
        "من إلى عن على في مع بين ضد نحو منذ خلال حتى تجاه صوب قرب قبل بعد أمام خلف وراء فوق تحت حول ضمن عبر لدى عند"
        " دون بدون جراء إثر عقب وسط داخل خارج أثناء قبالة بحسب حسب وفق باتجاه باستخدام بواسطة برفقة بمشاركة بدعم"
        " بقيادة بسبب نتيجة بفعل بحق لصالح لدعم برغم رغم بعيد قبيل غداة إزاء بشأن بخصوص سوى عدا باستثناء مثل بدل إبان ب ل ك"
        " بحضور بهدف بغية بتهمة بموجب بناء استنادا وفقا طبقا نقلا تحسبا لصد بمناسبة بينما_ طوال طيلة بمساندة بإسناد بمساعدة"
    ),
    Particle.COMPLEMENTIZER: "أن إن بأن لأن بأنه بأنها بأنهم أنه أنها أنهم إنه إنها إنهم أنهما إنهما أنهن أننا إننا أنني إنني لأنه لأنها لأنهم بأننا",
    Particle.RELATIVE: "الذي التي الذين اللذين اللذان اللتين اللتان اللواتي اللائي ما مما ممن بما فيما_ الذى",
    Particle.CONJUNCTION: "و ف ثم أو أم بل لكن ولكن لكنه لكنها لكنهم إلا كما وأيضا سواء إما",
    Particle.SUBORDINATOR: (
        "عندما حين حينما حيث فيما بينما بعدما قبلما حالما كلما مثلما حسبما وفقما كي لكي حتى_ إذ حيثما ريثما علما طالما منذما"
    ),
    Particle.CONDITIONAL: "إذا لو إن_ لولا شريطة",
    Particle.NEGATION: "لا ليس ليست ليسوا غير عدم دون_ بلا ما_",
    Particle.VERBAL: "قد لقد لم لن سوف فقد وقد فلم",
    Particle.DEMONSTRATIVE: "هذا هذه ذلك تلك هؤلاء أولئك هذين هاتين هذان هاتان ذاك بهذا بهذه لهذا لهذه بذلك لذلك كذلك",
    Particle.PRONOUN: "هو هي هم هما هن نحن أنا أنت أنتم وهو وهي وهم",
    Particle.ADVERB: (
        "أيضا فقط حاليا سابقا لاحقا هنا هناك ثمة ربما لعل مجددا مؤخرا تقريبا جدا معا حوالي نحو_ بالتالي خصوصا خاصة لاسيما أخيرا"
        " فورا غالبا تماما رسميا بشكل هكذا فضلا أولا ثانيا بالإضافة إضافة علاوة بعيدا قريبا كثيرا قليلا سرا علنا عشوائيا"
    ),
    Particle.QUANTIFIER: "كل جميع كافة بعض معظم غالبية أغلب عموم نفس ذات أحد إحدى أي عدة سائر كلا كلتا مختلف شتى",
}
_BEARERS = {
    "من": "من", "عن": "عن", "على": "علي", "إلى": "إلي", "في": "في", "مع": "مع", "بين": "بين", "ضد": "ضد", "لدى": "لدي", "عند": "عند",
    "ب": "ب", "ل": "ل", "نحو": "نحو", "بعد": "بعد", "قبل": "قبل", "خلال": "خلال", "حول": "حول", "أمام": "أمام", "تجاه": "تجاه", "منذ": "منذ",
    "قرب": "قرب", "داخل": "داخل", "ضمن": "ضمن", "وراء": "وراء", "خلف": "خلف", "دون": "دون", "تحت": "تحت", "فوق": "فوق", "أثناء": "أثناء", "وسط": "وسط",
}  # fmt: skip
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك", "كم")


def _listed() -> Iterator[tuple[str, Particle]]:
    for kind, written in _WORDS.items():
        for word in written.split():
            if not word.endswith("_"):
                yield match_form(word), kind
    for stem in _BEARERS.values():
        for pronoun in _PRONOUNS:
            yield match_form(stem) + pronoun, Particle.WITH_PRONOUN


def _table() -> dict[str, FunctionWord]:
    table: dict[str, FunctionWord] = {}
    for word, kind in _listed():
        table.setdefault(word, FunctionWord(kind, word))
    for word, entry in list(table.items()):
        for conjunction in ("و", "ف"):
            if len(word) > 1:
                table.setdefault(conjunction + word, entry._replace(conjunction=conjunction))
    return table


FUNCTION_WORDS = MappingProxyType(_table())
"""Function words by their form under `letters.match_form`, with و or ف before them."""

REFLEXIVES = frozenset(("نفسه", "نفسها", "نفسهم", "ذاته", "ذاتها"))
"""المصدر نفسه: the one named before."""
COMMAS = frozenset("،,؛:")
"""Marks that part clauses."""
PARTITIVE = "من"
REPORTED = "عن"
"""The preposition before whoever an outlet passes on: نقلت رويترز عن مسؤول."""
CITING = frozenset(("بحسب", "حسب", "وفق", "وفقا", "طبقا", "استنادا", "نقلا"))
"""Words before a noun that is the source."""
CITING_CLAUSE = frozenset(("حسبما", "وفقما", "كما"))
"""Words before a verb whose subject is the source of what stands before."""
CITING_LINKS = frozenset(("ل", "الى", "عن"))
"""Prepositions between a word of citing and the source: نقلا عن, وفقا ل."""
WHAT = frozenset(("ما", "لما"))
OUTLET_PREPOSITIONS = frozenset(("ل", "عبر", "مع", "بحسب", "عن", "الى", "على"))
"""Prepositions before the outlet through which a source speaks."""
COMPLEMENT_PREPOSITIONS = frozenset(("من", "ل", "مع", "ب", "الى", "ضد", "في", "على", "عن"))
"""Prepositions that a participle in a noun phrase may govern: الموالية ل, المدعومة من."""
LINKING_NOUNS = frozenset(("يد", "ايدي", "ايد", "قبل", "جانب", "صفوف", "صف", "طرف", "خلال", "جهة"))
"""Nouns that with the preposition before them only lead to the next noun: على يد, في صفوف."""
PLACE_PREPOSITIONS = frozenset(
    {"في", "من", "الى", "على", "نحو", "قرب", "باتجاه", "داخل", "عند", "بين", "صوب"}
    | {"تجاه", "حتى", "عبر", "وسط", "خارج", "شمال", "جنوب", "شرق", "غرب"}
)
"""Words that make a name after them likely a place."""
KILOMETRES = frozenset(("كم", "كلم", "كيلومتر", "كيلومترا", "كيلومترات", "كيلو"))
MILES = frozenset(("ميل", "اميال", "ميلا"))
