"""Claims about one occurrence share a label."""

from itertools import pairwise

from riwaya.extract.incidents import features, labels
from riwaya.knowledge.model import ANY, Model
from tests.builders import TEXT, a_claim, the_words

ALIKE = Model("alike", {"b": {ANY: 3.0}})
APART = Model("apart", {"b": {ANY: -3.0}})
CLAIMS = [
    a_claim(type="killing", trigger=the_words("مقتل")),
    a_claim(),
    a_claim(type="attack", trigger=the_words("شنته")),
]


def test_claims_that_look_alike_are_one_incident() -> None:
    assert labels(CLAIMS, TEXT, ALIKE) == ["i1", "i1", "i1"]


def test_claims_that_do_not_are_each_their_own_in_text_order() -> None:
    assert labels(CLAIMS, TEXT, APART) == ["i1", "i2", "i3"]


def test_a_claim_joins_the_incident_it_is_likeliest_of() -> None:
    model = Model("types", {"b": {ANY: -2.0}, "same type=True False": {ANY: 5.0}})
    later = a_claim(trigger=the_words("محلية"))
    apart = a_claim(type="talks", trigger=the_words("مجهولة"))
    first = a_claim(trigger=the_words("الصليب", text=TEXT[:20]))
    assert labels([first, apart, later], TEXT, model) == ["i1", "i2", "i1"]


def test_labels_are_the_same_each_time() -> None:
    first, second = (labels(CLAIMS, TEXT, ALIKE) for _ in range(2))
    assert first == second


def test_no_claims_have_no_labels() -> None:
    assert labels([], TEXT, ALIKE) == []


def test_what_two_claims_share_is_described_without_repetition_of_chance() -> None:
    for earlier, later in pairwise(CLAIMS):
        assert features(earlier, later, TEXT) == features(earlier, later, TEXT)
