"""Which places and times an event may have: those of its sentence, and what is seen of them."""

from riwaya.extract import places, times
from tests.analyze.readings import words_of
from tests.extract.sentences import the_events

BOMBED, KILLED = ("قصف", "shelling"), ("قتل", "killing")


def places_of(body: str, *told: tuple[str, str]) -> dict[tuple[int, str], dict[str, int]]:
    """Return what is seen of the places that events may have."""
    events = the_events(body, *told)
    found, numbers = places.options(events)
    mentions = events.traits.context.analysis.places
    owners = places.owners(events)
    return {
        (owner, words_of(events.traits.context.analysis, mentions[n].first, mentions[n].last)): {
            name: int(column[row]) for name, column in found.columns.items()
        }
        for row, (owner, n) in enumerate(zip(owners, numbers.tolist(), strict=True))
    }


def test_an_event_may_have_the_places_of_its_sentence() -> None:
    found = places_of("قصف الجيش درنة وسرت. وعاد الهدوء إلى بنغازي", BOMBED)
    assert {words for _, words in found} == {"درنة", "وسرت"}


def test_each_event_has_the_places_of_its_own_sentence() -> None:
    found = places_of("قصف الجيش درنة. ثم قتل ضابط في سرت", BOMBED, KILLED)
    assert {owner for owner, _ in found} == {0, 1}
    assert dict(found.keys())[0] == "درنة"


def test_nearer_places_come_before_farther_ones() -> None:
    found = places_of("قصف الجيش درنة وسرت وبنغازي", BOMBED)
    orders = [seen["order"] for seen in found.values()]
    assert orders == sorted(orders)
    assert len(set(orders)) == len(orders)


def test_a_place_inside_a_name_is_told_from_one_that_stands_alone() -> None:
    inside = places_of("قصف مطار بنغازي", BOMBED)
    alone = places_of("قصف في بنغازي", BOMBED)
    ((_, one),) = inside.items()
    ((_, other),) = alone.items()
    assert one["b"] == other["b"] == 1
    assert other["holder"] == 0


def test_a_sentence_without_places_offers_none() -> None:
    assert places_of("قصف الجيش التل", BOMBED) == {}


def times_of(body: str, *told: tuple[str, str]) -> list[tuple[int, str, dict[str, int]]]:
    events = the_events(body, *told)
    found, numbers = times.options(events)
    analysis = events.traits.context.analysis
    return [
        (
            owner,
            words_of(analysis, analysis.times[n].first, analysis.times[n].last) if n >= 0 else "",
            {name: int(column[row]) for name, column in found.columns.items()},
        )
        for row, (owner, n) in enumerate(zip(found.owner.tolist(), numbers.tolist(), strict=True))
    ]


def test_no_time_comes_first_and_then_the_times_of_the_sentence() -> None:
    found = times_of("قصف الجيش التل الخميس ثم عاد الجمعة. وفي السبت عاد الهدوء", BOMBED)
    assert [words for _, words, _ in found] == ["", "الخميس", "الجمعة"]


def test_an_event_whose_sentence_has_no_time_is_not_asked_for_one() -> None:
    found = times_of("قصف الجيش التل. ثم قتل ضابط الخميس", BOMBED, KILLED)
    assert {owner for owner, _, _ in found} == {1}


def test_the_nearer_time_ranks_first() -> None:
    found = times_of("قصف الجيش التل الخميس ثم عاد الجمعة", BOMBED)
    assert [seen["rank"] for _, words, seen in found if words] == [1, 2]


def test_a_time_that_dates_the_saying_is_told_from_one_that_dates_the_event() -> None:
    told = "وقال الوزير الخميس إن قصف التل انتهى"
    (_, _, said) = times_of(told, BOMBED)[1]
    (_, _, own) = times_of("بدأ قصف التل الخميس", BOMBED)[1]
    assert said["said"]
    assert said["that_next"]
    assert not own["said"]
    assert not own["that_next"]
