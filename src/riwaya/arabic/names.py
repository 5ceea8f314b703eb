"""Keys under which the spellings of one name meet, from the strictest to the loosest."""

import re
import unicodedata

from riwaya.arabic.letters import is_arabic, name_form

_ARTICLE = re.compile(r"(?:^|(?<=عبد)|(?<=ابو)|(?<=ابي)|(?<=ام)|(?<=بن))ال(?=..)")
_FATHER = re.compile(r"^(?:ابو|ابي|ابا)(?=..|$)")
_SON = re.compile(r"^ابن$")
_SOUNDS = str.maketrans("ظذثصط", "ضدتست")
"""Letters that are written for one another, as in الضهور and الظهور, صرمان and سرمان."""
_CLOSING = re.compile("[ها]$")
_OPENING = re.compile("^ا(?=...)")
_WEAK = re.compile("(?<=.)[اوي](?=.)")
_TWICE = re.compile(r"(.)\1+")
_BREAKS = re.compile(r"[^\w]+|_")

_ARABIC_SOUNDS = str.maketrans({
    **dict.fromkeys("اويعهح", ""),
    **dict(zip("بتثجخدذرزسشصضطظغفقكلمنپچگڤ", "bttjkddrzsssdtdgfkklmnbsgf", strict=True)),
})  # fmt: skip
_LATIN_ARTICLE = re.compile(r"^(?:al|el|a[dnrstz]|e[dnrstz]|ash|esh|adh|ath)[ '-]+(?=\w)")
_INNER_ARTICLE = re.compile(r"(?<=[ '-])(?:al|el|ul|a[dnrstz]|e[dnrstz]|ash|esh)[ '-]+(?=\w)")
_LATIN_SOUNDS = tuple({
    "tch": "s", "sch": "s", "kh": "k", "sh": "s", "th": "t", "dh": "d", "gh": "g", "ch": "s",
    "ph": "f", "ck": "k", "q": "k", "c": "k", "p": "b", "v": "f", "x": "ks", "h": "", "w": "",
    "y": "",
}.items())  # fmt: skip


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name under `name_form`, without marks and what stands in brackets.

    >>> name_words("مدينة الباب (حلب)")
    ('مدينه', 'الباب')
    """
    folded = name_form(re.sub(r"\(.*?\)", " ", name))
    return tuple(word for word in _BREAKS.split(folded.lower()) if word)


def joined_key(words: tuple[str, ...]) -> str:
    """Join the words of a name, each without its article.

    >>> joined_key(("عبد", "الله")) == joined_key(("عبدالله",))
    True
    """
    return "".join(_ARTICLE.sub("", word) for word in words)


def spelling_key(words: tuple[str, ...]) -> str:
    """Fold what is spelled by ear: an opening alif, أبو and أبي, letters that sound alike.

    >>> spelling_key(("سوريه",)) == spelling_key(("سوريا",))
    True
    >>> spelling_key(("ابو", "الضهور")) == spelling_key(("ابي", "الظهور"))
    True
    """
    plain = [_FATHER.sub("بو", _SON.sub("بن", _ARTICLE.sub("", word))) for word in words]
    opened = _OPENING.sub("", plain[0]) if plain else ""
    folded = _TWICE.sub(r"\1", "".join((opened, *plain[1:])).translate(_SOUNDS))
    return _CLOSING.sub("ا", folded)


def consonant_key(words: tuple[str, ...]) -> str:
    """Drop the long vowels inside a name, too: جرابلس and جرابلوس meet.

    >>> consonant_key(("جرابلس",)) == consonant_key(("جرابلوس",))
    True
    """
    return _TWICE.sub(r"\1", _WEAK.sub("", spelling_key(words)))


def latin_words(name: str) -> str:
    """Return a Latin name in plain small letters, without marks.

    >>> latin_words("Khān Shaykhūn"), latin_words("Deir ez-Zor")
    ('khan shaykhun', 'deir ez zor')
    """
    decomposed = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).lower()
    return " ".join(re.sub("[‘’ʼʻ`']", "", plain).replace("-", " ").split())


def sound_key(name: str) -> str:
    """Return the consonants that a name has in either script, as Latin letters.

    >>> sound_key("خان شيخون") == sound_key("Khān Shaykhūn") == sound_key("Khan Shaykhun")
    True
    >>> sound_key("دير الزور") == sound_key("Deir ez-Zor")
    True
    """
    if any(is_arabic(char) for char in name):
        bare = " ".join(re.sub("^ال(?=..)", "", word) for word in name_words(name))
        heard = bare.translate(_ARABIC_SOUNDS)
    else:
        heard = _INNER_ARTICLE.sub("", _LATIN_ARTICLE.sub("", latin_words(name)))
        heard = re.sub(r"[^a-z]", "", heard)
        for written, sound in _LATIN_SOUNDS:
            heard = heard.replace(written, sound)
        heard = re.sub("[aeiou]", "", heard)
    return _TWICE.sub(r"\1", re.sub("[^a-z]", "", heard))
