"""A report is cut into its title and its sentences."""

import pytest
from hypothesis import given

from tests.analyze.readings import a_reading, words_of
from tests.arabic.texts import news


def sentences(body: str, *, title: str | None = None) -> list[str]:
    reading = a_reading(body, title=title)
    return [words_of(reading, sentence.first, sentence.last) for sentence in reading.sentences]


def test_the_title_is_a_sentence_of_its_own() -> None:
    reading = a_reading("عاد الهدوء إلى الحي.", title="هدوء في البصرة")
    assert [sentence.is_title for sentence in reading.sentences] == [True, False]


def test_a_sentence_ends_at_a_full_stop_and_at_a_line_break() -> None:
    assert sentences("عاد السكان. وفتحت الأسواق\nوغادر الوفد") == [
        "عاد السكان.",
        "وفتحت الأسواق",
        "وغادر الوفد",
    ]


@pytest.mark.parametrize("mark", ["!", "؟", "…"])
def test_other_marks_end_a_sentence_too(mark: str) -> None:
    assert len(sentences(f"من أطلق النار{mark} لا أحد يعرف.")) == 2


@pytest.mark.parametrize(
    "body",
    [
        "ارتفع العدد إلى 2.5 مليون نازح",
        "نشرت على example.org صورا للموقع",
        "كتب م. صالح عن الحرب",
    ],
    ids=["number", "address", "initial"],
)
def test_a_dot_inside_something_ends_nothing(body: str) -> None:
    assert sentences(body) == [body]


def test_a_bracket_right_after_the_stop_belongs_to_the_sentence() -> None:
    assert sentences("عاد الهدوء (حسب السكان.) ثم رحلوا") == [
        "عاد الهدوء (حسب السكان.)",
        "ثم رحلوا",
    ]


@given(news())
def test_sentences_hold_every_token_once(text: str) -> None:
    reading = a_reading(text)
    held = [i for each in reading.sentences for i in range(each.first, each.last)]
    assert held == list(range(len(reading.tokens)))
