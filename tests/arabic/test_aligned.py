"""Rewritten text points back at what it was made from."""

from hypothesis import assume, given
from hypothesis import strategies as st

from riwaya.arabic.aligned import fold
from riwaya.arabic.letters import match_form, name_form
from riwaya.records.span import Span
from tests.arabic.texts import news

FOLDS = st.sampled_from([match_form, name_form])


@given(text=news(), char=FOLDS, data=st.data())
def test_a_folded_span_points_back_at_what_was_folded(
    text: str, char: type[str], data: st.DataObject
) -> None:
    folded = fold(text, char=char)
    assume(folded.text)
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    original = folded.back(Span(start, end)).of(text)
    # One original letter may fold to several: the span then takes all of them in.
    assert folded.text[start:end] in fold(original, char=char).text


@given(text=news(), char=FOLDS)
def test_every_folded_character_has_an_origin_in_text_order(text: str, char: type[str]) -> None:
    folded = fold(text, char=char)
    assert len(folded.origin) == len(folded.text)
    assert list(folded.origin) == sorted(folded.origin)


def test_the_vowel_sign_of_the_last_letter_belongs_to_the_span() -> None:
    folded = fold("قُتِلَ رجل")
    assert folded.text == "قتل رجل"
    assert folded.back(Span(0, 3)).of(folded.original) == "قُتِلَ"


def test_a_ligature_is_carried_back_whole() -> None:
    folded = fold("ﻻ شيء")
    assert folded.text.startswith("لا")
    assert folded.back(Span(0, 1)).of(folded.original) == "ﻻ"
