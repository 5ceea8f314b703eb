"""How an event and other words stand to each other is seen from where they stand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.extract.codes import code
from riwaya.extract.pairing import AFTER, BEFORE, SELF, pair_columns
from tests.extract.sentences import the_events, the_pairs, the_stretch

KILLED, INJURED, BOMBED = ("قتل", "killing"), ("وأصيب", "injury"), ("قصف", "shelling")
BODY = "قتل جندي وأصيب ضابط في قصف على التل"


def seen(body: str, words: str, *told: tuple[str, str], event: int = 0) -> dict[str, int]:
    """Return what is seen of an event and other words."""
    columns = the_pairs(the_events(body, *told), (event, words))
    return {name: int(column[0]) for name, column in columns.items()}


@pytest.mark.parametrize(
    ("body", "words", "where"),
    [
        ("قتل جندي", "جندي", AFTER),
        ("الجندي قتل", "الجندي", BEFORE),
        ("في قتل جندي", "قتل", SELF),
        ("في قتل جندي", "قتل جندي", SELF),
    ],
)
def test_words_stand_before_behind_or_around_their_event(body: str, words: str, where: int) -> None:
    assert seen(body, words, KILLED)["where"] == where


def test_the_gap_grows_with_the_words_between() -> None:
    near = seen("قتل جندي", "جندي", KILLED)["gap"]
    far = seen("قتل هناك قبل أيام جندي", "جندي", KILLED)["gap"]
    assert near == 1
    assert far == 4


def test_the_gap_is_the_same_on_both_sides() -> None:
    after = seen("قتل هناك جندي", "جندي", KILLED)["gap"]
    before = seen("الجندي هناك قتل", "الجندي", KILLED)["gap"]
    assert after == before


def test_events_between_are_counted() -> None:
    told = (KILLED, INJURED, BOMBED)
    assert seen(BODY, "جندي", *told)["others"] == 1
    assert seen(BODY, "ضابط", *told)["others"] == 2
    assert seen(BODY, "التل", *told)["others"] == 3
    assert seen(BODY, "جندي", *told, event=2)["others"] == 2


def test_the_nearest_event_between_is_named_and_whether_it_touches() -> None:
    found = seen(BODY, "ضابط", KILLED, INJURED, BOMBED)
    assert found["next_event"] == code("event:injury")
    assert found["touches"] == 2
    assert seen(BODY, "التل", KILLED, INJURED, BOMBED)["touches"] == 1
    assert seen(BODY, "جندي", KILLED, INJURED, BOMBED)["next_event"] == 0


def test_whoever_stands_right_behind_another_event_is_its_own() -> None:
    assert seen(BODY, "ضابط", KILLED, INJURED)["owned"] == code("event:injury")
    assert seen(BODY, "ضابط", KILLED, INJURED, event=1)["owned"] == 0


def test_the_same_words_between_are_one_path() -> None:
    one = seen("قتل في هجوم جندي", "جندي", KILLED)
    other = seen("وهناك قتل في هجوم ضابط", "ضابط", KILLED)
    third = seen("قتل بعد هجوم ضابط", "ضابط", KILLED)
    assert one["path"] == other["path"] != third["path"]
    assert one["tags"] == other["tags"]


def test_no_words_between_are_a_path_too_and_many_are_none() -> None:
    assert seen("قتل جندي", "جندي", KILLED)["path"]
    long = seen("قتل في هجوم على حاجز قرب المدينة جندي", "جندي", KILLED)
    assert long["path"] == 0
    assert long["edge"] != 0


def test_outer_and_inner_word_are_named_from_the_event() -> None:
    after = seen("قتل قرب حاجز جندي", "جندي", KILLED)
    before = seen("الجندي حاجز قرب قتل", "الجندي", KILLED)
    assert after["inner"] == before["inner"] == code("key:قرب")
    assert after["edge"] == before["edge"]


def test_verbs_commas_and_clauses_between_are_seen() -> None:
    found = seen("قتل الذي وصل، أمس، إن جندي", "جندي", KILLED)
    assert found["verbs"] == 2
    assert found["commas"] == 3
    assert found["relative"]
    assert found["that"]
    assert not seen("قتل جندي", "جندي", KILLED)["relative"]


def test_the_verb_right_before_is_seen() -> None:
    body = "بعد قتل جندي قال الوزير ثم عاد الجيش"
    said, came = (seen(body, words, KILLED)["verb_before"] for words in ("الوزير", "الجيش"))
    assert said
    assert came
    assert said != came
    assert not seen(body, "جندي", KILLED)["verb_before"]


def test_words_outside_the_quotation_of_their_event_are_seen() -> None:
    body = "وقال الوزير: «قتل جندي»"
    assert seen(body, "الوزير", KILLED)["otherquote"] == 1
    assert seen(body, "جندي", KILLED)["otherquote"] == 0


WORDS = ("جندي", "ضابط", "التل", "في", "قتل")


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(WORDS)), min_size=1, max_size=8))
def test_a_pair_is_seen_alike_whatever_others_are_asked(pairs: list[tuple[int, str]]) -> None:
    events = the_events(BODY, KILLED, INJURED, BOMBED)
    together = the_pairs(events, *pairs)
    for number, pair in enumerate(pairs):
        for name, column in the_pairs(events, pair).items():
            assert column[0] == together[name][number]


def test_no_pairs_have_no_rows() -> None:
    none = np.zeros(0, dtype=np.int64)
    columns = pair_columns(the_events(BODY, KILLED), none, none, none)
    assert {len(column) for column in columns.values()} == {0}


def test_events_at_the_very_end_have_nothing_behind() -> None:
    body = "الجنود قتل"
    events = the_events(body, KILLED)
    first, last = the_stretch(events.traits.context, "الجنود")
    assert last < len(events.traits.tokens) == int(events.last[0])
    assert first == 0
    assert seen(body, "الجنود", KILLED)["where"] == BEFORE
    assert seen(body, "قتل", KILLED)["then"] == 0
