"""Claims about one occurrence share a label."""

from collections.abc import Sequence

import numpy as np
import pytest

from riwaya.extract.incidents import FARTHEST, SIZE, TABLE, TEMPLATES, described, labels
from riwaya.knowledge.weights import Weights
from riwaya.records.claim import Claim
from riwaya.records.span import Span
from tests.builders import TEXT, a_claim, the_words

CLAIMS = [
    a_claim(type="killing", trigger=the_words("مقتل")),
    a_claim(),
    a_claim(type="attack", trigger=the_words("شنته")),
]


def place_of(template: str, claims: Sequence[Claim], pair: tuple[int, int]) -> int:
    pairs, rows = described(claims, TEXT)
    return int(rows[TEMPLATES.index(template), pairs.index(pair)])


def weighing(places: dict[int, float]) -> Weights:
    table = np.zeros((SIZE, 1), dtype=np.float32)
    for place, weight in places.items():
        table[place] = weight
    return {TABLE: table}


ALWAYS = place_of("b", CLAIMS, (0, 1))
ALIKE, APART = weighing({ALWAYS: 3.0}), weighing({ALWAYS: -3.0})


def test_claims_that_look_alike_are_one_incident() -> None:
    assert labels(CLAIMS, TEXT, ALIKE) == ["i1", "i1", "i1"]


def test_claims_that_do_not_are_each_their_own_in_text_order() -> None:
    assert labels(CLAIMS, TEXT, APART) == ["i1", "i2", "i3"]


def test_without_weights_every_claim_is_its_own_incident() -> None:
    assert labels(CLAIMS, TEXT, weighing({})) == ["i1", "i2", "i3"]


def test_a_claim_joins_the_incident_it_is_likeliest_of() -> None:
    first = a_claim(trigger=the_words("الصليب", text=TEXT[:20]))
    apart = a_claim(type="talks", trigger=the_words("مجهولة"))
    later = a_claim(trigger=the_words("محلية"))
    claims = [first, apart, later]
    weights = weighing({ALWAYS: -2.0, place_of("types", claims, (0, 2)): 5.0})
    assert labels(claims, TEXT, weights) == ["i1", "i2", "i1"]


def test_labels_are_the_same_each_time() -> None:
    first, second = (labels(CLAIMS, TEXT, ALIKE) for _ in range(2))
    assert first == second


def test_no_claims_have_no_labels() -> None:
    assert labels([], TEXT, ALIKE) == []


def test_one_claim_is_one_incident() -> None:
    assert labels(CLAIMS[:1], TEXT, ALIKE) == ["i1"]


def test_every_claim_is_compared_with_those_before_it() -> None:
    pairs, rows = described(CLAIMS, TEXT)
    assert pairs == [(0, 1), (0, 2), (1, 2)]
    assert rows.shape == (len(TEMPLATES), 3)
    assert rows.max() < SIZE


def test_claims_far_apart_are_not_compared() -> None:
    many = [a_claim(trigger=Span(n, n + 1)) for n in range(FARTHEST + 5)]
    pairs, _ = described(many, TEXT)
    assert max(later - earlier for earlier, later in pairs) == FARTHEST
    assert labels(many, TEXT, ALIKE) == ["i1"] * len(many)


def test_two_claims_are_described_alike_whatever_others_stand_beside() -> None:
    _, alone = described(CLAIMS[:2], TEXT)
    _, together = described(CLAIMS, TEXT)
    assert together[:, 0].tolist() == alone[:, 0].tolist()


@pytest.mark.parametrize(
    ("template", "changes"),
    [
        ("place", {"places": ()}),
        ("days", {"time": None}),
        ("targets", {"targets": ()}),
        ("agents", {"agents": ()}),
        ("counts", {"counts": ()}),
    ],
)
def test_what_a_claim_does_not_say_is_not_what_it_says_otherwise(
    template: str, changes: dict[str, object]
) -> None:
    said = [a_claim(), a_claim()]
    unsaid = [a_claim(), a_claim(**changes)]
    assert place_of(template, said, (0, 1)) != place_of(template, unsaid, (0, 1))


def test_a_text_without_a_title_has_one_part() -> None:
    text = "قصف ثم قصف ثم قصف"
    claims = [
        a_claim(trigger=Span(n, n + 3), agents=(), targets=(), places=(), counts=())
        for n in (0, 7, 14)
    ]
    pairs, rows = described(claims, text)
    titled = rows[TEMPLATES.index("titled sametype")]
    assert titled[pairs.index((0, 1))] == titled[pairs.index((1, 2))]
