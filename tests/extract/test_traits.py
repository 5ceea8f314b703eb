"""What is seen of each word: a row for each token, and one for what is not there."""

import numpy as np
import pytest
from hypothesis import given, settings

from riwaya.extract.codes import code
from riwaya.extract.traits import NAMES, lemma_of, shape_of
from tests.arabic.texts import news
from tests.extract.sentences import the_stretch, the_traits

BODY = "قال الوزير: «انسحبت القوة من درنة أمس». وقُتل جنديان، ثم وصلت قوة"


def of(name: str, words: str, *, title: str | None = None) -> int:
    """Return the code of a column for words of the text."""
    traits = the_traits(BODY, title=title)
    first, _ = the_stretch(traits.context, words)
    return int(traits.column(name)[first])


@given(news())
@settings(deadline=None)
def test_there_is_a_row_for_each_token_and_one_of_zeros(text: str) -> None:
    traits = the_traits(text)
    size = len(traits.tokens)
    assert traits.table.shape == (size + 1, len(NAMES))
    for column in (traits.table, traits.bounds, traits.shape, traits.lemma, traits.quote):
        assert len(column) == size + 1
        assert not column[-1].any()
    assert not traits.phrases.kinds[-1].any()


def test_a_word_is_described_alike_wherever_it_stands() -> None:
    words = the_traits("وصلت قوة. ثم غادرت قوة").table[[1, 5]]
    for name in ("form", "lemma", "sort1", "grammar", "article"):
        column = words[:, NAMES.index(name)]
        assert column[0] == column[1]


def test_inflections_share_a_lemma_but_not_a_form() -> None:
    traits = the_traits("قوة القوة")
    lemma, form = traits.column("lemma"), traits.column("form")
    assert lemma[0] == lemma[1] != 0
    assert form[0] != form[1]


def test_the_article_is_seen() -> None:
    assert of("article", "القوة")
    assert not of("article", "قوة")


def test_what_stands_in_quotation_marks_is_seen() -> None:
    assert of("quoted", "انسحبت")
    assert not of("quoted", "وقُتل")


def test_the_title_is_seen() -> None:
    assert of("titled", "اشتباكات", title="اشتباكات قرب سرت")
    assert not of("titled", "انسحبت", title="اشتباكات قرب سرت")


def test_where_a_sentence_begins_is_seen() -> None:
    assert of("opens", "وقُتل")
    assert not of("opens", "جنديان")


def test_places_and_times_are_seen() -> None:
    assert of("place", "درنة")
    assert of("time", "أمس")
    assert not of("place", "القوة")
    assert not of("time", "القوة")


def test_bounds_are_those_of_the_sentence() -> None:
    traits = the_traits(BODY)
    first, _ = the_stretch(traits.context, "جنديان")
    begin, end = traits.bounds[first].tolist()
    assert traits.tokens[begin].text == "وقُتل"
    assert end == len(traits.tokens)


def test_what_stands_in_a_stretch_is_counted_plus_one() -> None:
    traits = the_traits("قال إن القوة انسحبت، ثم عادت، ثم قصفت التل")
    size = len(traits.tokens)
    first, last = np.array([0, 0, size]), np.array([size, 1, size])
    assert traits.count("commas", first, last).tolist() == [3, 1, 1]
    assert traits.count("commas", first, last, most=1).tolist() == [2, 1, 1]
    assert traits.count("that", first, last).tolist() == [2, 1, 1]


def test_a_stretch_that_ends_before_it_begins_holds_nothing() -> None:
    traits = the_traits("توقف، ثم عاد")
    assert traits.count("commas", np.array([3]), np.array([0])).tolist() == [1]


@pytest.mark.parametrize(
    ("body", "shape"),
    [("قَصفوا التل", "V"), ("أصيب جندي", "Vp"), ("القصف عنيف", "Nd"), ("قصفته طائرة", "V'")],
)
def test_the_shape_tells_verbs_and_nouns_apart(body: str, shape: str) -> None:
    assert shape_of(the_traits(body).tokens[0]) == shape


def test_a_word_without_lemma_is_its_own() -> None:
    (token,) = the_traits("زمخشرانيسيا").tokens
    assert lemma_of(token) == token.form


def test_phrases_are_columns_in_their_order() -> None:
    traits = the_traits("وصل جنود إلى المدينة")
    phrases = traits.phrases
    assert phrases.first.tolist()[:-1] == [p.first for p in traits.context.analysis.phrases]
    soldiers, town = 0, 1
    assert phrases.animate[soldiers]
    assert not phrases.animate[town]
    assert phrases.definite.tolist()[:2] == [0, 1]
    assert phrases.bare.tolist()[:2] == [1, 0]
    assert phrases.preposition[town] == code("prep:الى")
