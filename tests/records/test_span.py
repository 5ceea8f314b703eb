"""A span is a stretch of its text, in code points and in a browser's units."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from riwaya.errors import InvariantError, SpanRangeError
from riwaya.records.span import Span
from tests.builders import TEXT, the_words


def test_a_span_cuts_out_its_words() -> None:
    assert the_words("طائرات مجهولة").of(TEXT) == "طائرات مجهولة"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_an_empty_or_negative_span_is_our_own_bug(start: int, end: int) -> None:
    with pytest.raises(InvariantError, match=rf"\[{start}, {end}\)"):
        Span(start, end)


def test_a_span_beyond_its_text_names_both_ends() -> None:
    with pytest.raises(SpanRangeError, match="ends at 9, the text at 4"):
        Span(2, 9).of("حلبي")


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


@given(text=st.text(max_size=30), data=st.data())
def test_browser_units_select_the_same_words(text: str, data: st.DataObject) -> None:
    assume(text)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    left, right = span.utf16(text)
    units = text.encode("utf-16-le", "surrogatepass")
    assert units[2 * left : 2 * right].decode("utf-16-le", "surrogatepass") == span.of(text)


def test_a_character_beyond_the_first_plane_counts_twice_in_a_browser() -> None:
    assert Span(1, 2).utf16("🚀صاروخ") == (2, 3)
