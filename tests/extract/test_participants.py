"""Who may take part in an event: the noun phrases of its sentence, and what is seen of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.extract.participants import is_joined, joined_options, options
from tests.extract.sentences import a_context, the_events, the_phrases_of

KILLED, INJURED = ("قتل", "killing"), ("وأصيب", "injury")
BODY = "قتل المسلحون جنديا وأصيب ضابط قرب الحاجز"


def column(name: str, body: str, *told: tuple[str, str], event: int = 0) -> dict[str, int]:
    """Return a column of each phrase that may take part in an event, by its words."""
    events = the_events(body, *told)
    found, numbers = options(events)
    words = the_phrases_of(events.traits.context, numbers.tolist())
    return {
        word: value
        for word, value, owner in zip(
            words, found.columns[name].tolist(), found.owner.tolist(), strict=True
        )
        if owner == event
    }


def test_nobody_comes_first_and_then_the_phrases_in_text_order() -> None:
    found = list(column("b", BODY, KILLED))
    assert found[0] == ""
    assert found[1:3] == ["المسلحون", "جنديا"]
    assert [BODY.index(words) for words in found] == sorted(BODY.index(words) for words in found)


def test_phrases_of_other_sentences_take_no_part() -> None:
    assert list(column("b", "قتل جندي. وغادر الوفد المدينة.", KILLED)) == ["", "جندي"]


def test_an_event_is_not_its_own_participant() -> None:
    assert "قصف" not in column("b", "قصف عنيف", ("قصف", "shelling"))


def test_an_event_without_phrases_has_nobody() -> None:
    events = the_events("قتل", KILLED)
    found, numbers = options(events)
    assert numbers.tolist() == [-1]
    assert len(found) == 1


def test_every_event_has_its_own_nobody() -> None:
    events = the_events(BODY, KILLED, INJURED)
    found, numbers = options(events)
    nobody = found.only((numbers < 0).nonzero()[0])
    assert nobody.owner.tolist() == [0, 1]
    assert nobody.columns["event"].tolist() == events.type.tolist()


def test_people_are_ranked_by_how_near_they_stand() -> None:
    found = column("people", BODY, KILLED)
    assert found["المسلحون"] == 1
    assert found["جنديا"] == 2
    assert found["ضابط"] == 3


def test_people_before_are_ranked_from_the_event_too() -> None:
    found = column("people", "الجنود والضباط قصفوا", ("قصفوا", "shelling"))
    ranks = [found[words] for words in found if words]
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[-1] == 1


def test_things_have_no_rank_among_people() -> None:
    found = column("people", "قصف الجيش في الليل المستودع", ("قصف", "shelling"))
    assert found["الجيش"]
    assert not found["المستودع"]


def test_the_order_counts_the_phrases_between() -> None:
    found = column("order", BODY, KILLED)
    assert found["المسلحون"] + 1 == found["جنديا"] < found["ضابط"]


def test_verb_and_noun_agree_or_do_not() -> None:
    agree = column("gender", "قتلت امرأة", ("قتلت", "killing"))["امرأة"]
    other = column("gender", "قتل امرأة", KILLED)["امرأة"]
    assert agree != other


def test_what_the_frame_expects_is_seen() -> None:
    found = column("expects", "قتل المسلحون جنديا", KILLED)
    assert found["المسلحون"] != found["جنديا"]


def test_joined_phrases_follow_one_another() -> None:
    context = a_context("قتل جندي وضابط في سرت")
    assert the_phrases_of(context, [0, 1]) == ["جندي", "وضابط"]
    assert is_joined(context, 1)
    assert not is_joined(context, 2)


def test_a_joined_phrase_is_described_beside_the_one_before() -> None:
    events = the_events("قتل جندي وضابط في سرت", KILLED)
    found = joined_options(events, [(0, 1, 0), (0, 1, 1)])
    key = events.traits.column("key")
    assert found.columns["head0"].tolist() == [key[1]] * 2
    assert found.columns["head"].tolist() == [key[2]] * 2
    assert found.columns["role"].tolist() == [1, 2]
    assert found.owner.tolist() == [0, 1]


def test_where_nobody_is_asked_for_there_are_no_options() -> None:
    assert len(joined_options(the_events("قتل جندي", KILLED), [])) == 0


@given(st.integers(1, 5))
@settings(deadline=None)
def test_what_an_event_is_asked_does_not_grow_with_the_rest_of_the_report(times: int) -> None:
    sentence = "قتل المسلحون جنديا قرب الحاجز. "
    once, _ = options(the_events(sentence, KILLED))
    found, _ = options(the_events(sentence * times, KILLED))
    assert len(found) == len(once)
