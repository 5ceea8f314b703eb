"""Which speech may carry an event, and what is seen of the two."""

from riwaya.extract.attribution import (
    KINDS,
    STANCES,
    heard,
    kind_options,
    options,
    outlet_options,
    stance_options,
)
from riwaya.extract.speech import speeches
from tests.extract.sentences import a_context, the_events, the_phrases_of, the_traits

KILLED, BOMBED = ("قتل", "killing"), ("قصف", "shelling")


def seen(body: str, *told: tuple[str, str], event: int = 0) -> list[dict[str, int]]:
    """Return what is seen of each speech that may carry an event, in text order."""
    events = the_events(body, *told)
    found, numbers = options(events, speeches(events.traits.context))
    return [
        {name: int(column[row]) for name, column in found.columns.items()}
        for row, (owner, number) in enumerate(
            zip(found.owner.tolist(), numbers.tolist(), strict=True)
        )
        if owner == event and number >= 0
    ]


def test_the_outlets_own_voice_comes_first() -> None:
    events = the_events("قال الوزير إن قصف التل توقف", BOMBED)
    _, numbers = options(events, speeches(events.traits.context))
    assert numbers.tolist() == [-1, 0]


def test_speeches_of_the_sentence_and_the_last_before_it_are_heard() -> None:
    said = "قال الوزير: عاد الهدوء. "
    context = a_context(said * 5 + "ثم قتل جندي، بحسب مصدر طبي. وقال الناطق: عاد الهدوء.")
    found = speeches(context)
    first = next(i for i, token in enumerate(context.tokens) if token.text == "قتل")
    assert [the_phrases_of(context, [found[n].source])[0] for n in heard(context, first, found)][
        -1
    ] == "مصدر طبي"
    assert len(heard(context, first, found)) == 4


def test_nobody_is_heard_before_anybody_speaks() -> None:
    context = a_context("قتل جندي. وقال الوزير: عاد الهدوء.")
    assert heard(context, 0, speeches(context)) == []


def test_an_event_that_no_speech_may_carry_is_not_asked() -> None:
    events = the_events("قتل جندي. وقال الوزير: توقف قصف التل", KILLED, BOMBED)
    found, _ = options(events, speeches(events.traits.context))
    assert set(found.owner.tolist()) == {1}


def test_a_speech_stands_before_behind_or_in_an_earlier_sentence() -> None:
    ((before),) = seen("قال الوزير إن قصف التل توقف", BOMBED)
    ((behind),) = seen("توقف قصف التل، بحسب الوزير", BOMBED)
    ((earlier),) = seen("قال الوزير: عاد الهدوء. ثم توقف قصف التل", BOMBED)
    ((far),) = seen("قال الوزير: عاد الهدوء. وفتحت الأسواق. ثم توقف قصف التل", BOMBED)
    assert len({each["side"] for each in (before, behind, earlier, far)}) == 4


def test_of_two_speeches_before_the_later_is_nearest() -> None:
    body = "قال الوزير: عاد الهدوء. وأكد الناطق: عادت القوات. ثم توقف قصف التل"
    assert [each["nearest"] for each in seen(body, BOMBED)] == [1, 2]


def test_of_two_speeches_behind_the_former_is_nearest() -> None:
    body = "توقف قصف التل، بحسب الوزير، ووفقا للناطق"
    assert [each["nearest"] for each in seen(body, BOMBED)] == [2, 1]


def test_a_speech_behind_is_the_rival_of_one_before() -> None:
    before, behind = seen("قال الوزير إن قصف التل توقف، بحسب مصدر طبي", BOMBED)
    assert before["rival"]
    assert behind["rival_before"]
    (alone,) = seen("قال الوزير إن قصف التل توقف", BOMBED)
    assert not alone["rival"]


def test_one_events_speeches_are_no_rivals_of_anothers() -> None:
    body = "قتل جندي، بحسب الوزير. ثم توقف قصف التل، بحسب مصدر طبي"
    (first,) = seen(body, KILLED, BOMBED, event=0)
    assert first["here"] == 2


def test_a_quotation_that_begins_behind_the_speaker_is_seen() -> None:
    (quoted,) = seen("قال الوزير: «توقف قصف التل»", BOMBED)
    (plain,) = seen("قال الوزير: توقف قصف التل", BOMBED)
    assert quoted["quoted"]
    assert not plain["quoted"]


def test_a_speech_is_of_every_kind_until_it_is_chosen() -> None:
    traits = the_traits("قال الوزير: عاد الهدوء. وأكد الناطق: عادت القوات.")
    said = speeches(traits.context)
    found = kind_options(traits, said)
    assert found.label.tolist() == list(range(len(KINDS))) * len(said)


def test_a_source_takes_every_stance_until_it_is_chosen() -> None:
    events = the_events("قال الوزير إن قصف التل توقف", BOMBED)
    (said,) = speeches(events.traits.context)
    found = stance_options(events, [(0, said)])
    assert found.label.tolist() == list(range(len(STANCES)))


def test_media_near_a_speech_may_be_the_outlet_in_between() -> None:
    traits = the_traits("قال الوزير لصحيفة الوطن إن القصف توقف")
    found, speech, phrase = outlet_options(traits, speeches(traits.context))
    assert speech.tolist() == [0]
    assert "صحيفة" in the_phrases_of(traits.context, phrase.tolist())[0]
    assert len(found) == 1


def test_without_media_there_is_no_outlet() -> None:
    traits = the_traits("قال الوزير إن القصف توقف")
    found, _, _ = outlet_options(traits, speeches(traits.context))
    assert len(found) == 0
