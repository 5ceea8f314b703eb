"""Maps, counts, timelines and trees say what the records say."""

from dataclasses import replace

import pytest

from riwaya.brief.case import Case, case_of
from riwaya.brief.incident_page import incident_page
from riwaya.brief.labels import Language, labels
from riwaya.brief.locator import HEIGHT, WIDTH, Spot, locator
from riwaya.brief.tallies import tallies
from riwaya.brief.tree import Node, roots
from riwaya.records.claim import Point
from riwaya.records.incident import Figure
from tests.brief.an_incident import CITY, WEST, the_incident, the_reports, trace

EN, AR = labels(Language.ENGLISH), labels(Language.ARABIC)


@pytest.fixture
def case() -> Case:
    reports = {each.report.id: each for each in the_reports()}
    return case_of(the_incident(), reports, trace)


@pytest.mark.parametrize("words", [EN, AR], ids=["en", "ar"])
def test_circles_are_as_wide_as_places_are_known(words: object) -> None:
    drawn = locator([Spot(WEST, "agreed", "x"), Spot(CITY, "other")], EN if words is EN else AR)
    assert drawn is not None
    wide, narrow = drawn.circles
    assert wide.radius / narrow.radius == pytest.approx(12 / 9, abs=0.01)
    kilometres = (narrow.x - wide.x) / (wide.radius / 12)
    assert kilometres == pytest.approx(22.9, abs=0.3)
    for circle in drawn.circles:
        assert circle.radius <= circle.x <= WIDTH - circle.radius
        assert circle.radius <= circle.y <= HEIGHT - circle.radius


def test_known_towns_are_named_around_a_place_and_no_two_names_overlap() -> None:
    drawn = locator([Spot(WEST, "agreed", "the gate")], EN)
    assert drawn is not None
    names = [label.text for label in drawn.labels]
    assert names[0] == "the gate"
    assert {"Tripoli", "Janzur"} <= set(names)
    spots = [(label.x, label.y) for label in drawn.labels]
    assert len(set(spots)) == len(spots)
    assert len(drawn.dots) <= 11


def test_a_place_known_only_by_its_country_is_drawn_only_where_there_is_no_other() -> None:
    country = Spot(Point(latitude=26, longitude=15, radius_km=871), "other")
    alone, beside = locator([country], EN), locator([country, Spot(WEST, "agreed")], EN)
    assert alone is not None
    assert beside is not None
    assert (len(alone.circles), alone.left_out) == (1, 0)
    assert (len(beside.circles), beside.left_out) == (1, 1)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(0, 0), (-33.5, -70.6), (89.9, 10), (21.3, 179.9), (64.1, -21.9)]
)
def test_any_place_on_earth_can_be_drawn(latitude: float, longitude: float) -> None:
    point = Point(latitude=latitude, longitude=longitude, radius_km=0)
    drawn = locator([Spot(point, "agreed", "here")], AR)
    assert drawn is not None
    assert drawn.circles[0].radius > 0
    assert drawn.scale > 0


def test_no_place_makes_no_map() -> None:
    assert locator([], EN) is None


def test_bars_stand_where_their_numbers_do(case: Case) -> None:
    tally, part = tallies(case, EN)
    council, leader, taken_back, exact = tally.bars
    assert council.is_open
    assert council.start + council.width == pytest.approx(100)
    assert [bar.is_open for bar in (leader, taken_back, exact)] == [False] * 3
    assert taken_back.width == pytest.approx((22 - 18) / 30 * leader.start, abs=0.05)
    assert exact.start == pytest.approx(tally.best_at)
    assert [bar.side for bar in tally.bars] == ["opposing", "unknown", "own", "own"]
    assert [bar.is_standing for bar in tally.bars] == [True, True, False, True]
    assert (tally.is_rival, part.is_rival, part.is_part) == (True, False, True)


def test_the_scale_begins_at_nothing_and_ends_behind_the_largest_number(case: Case) -> None:
    for tally in tallies(case, EN):
        assert (tally.ticks[0].at, tally.ticks[0].text) == (0, "0")
        assert all(0 <= tick.at <= 100 for tick in tally.ticks)
        assert all(bar.start + bar.width <= 100 for bar in tally.bars)
        assert 2 <= len(tally.ticks) <= 7


@pytest.mark.parametrize("number", [0, 1, 7, 1_000_000])
def test_any_number_has_a_scale(case: Case, number: int) -> None:
    figure = case.incident.figures[0]
    value = replace(figure.values[1], least=number, most=number)
    small: Figure = replace(figure, low=number, best=number, high=number, values=(value,))
    (tally,) = tallies(Case(replace(case.incident, figures=(small,)), case.told), EN)
    assert 0 <= tally.bars[0].start <= 100
    assert 1 < len(tally.ticks) <= 7


def test_the_tree_goes_from_each_root_to_the_pages(case: Case) -> None:
    council, commander, army = roots(case, EN)
    (agency,) = council.children
    assert (agency.name.text, agency.numbers, agency.copies) == ("وكالة الميناء", [1], [])
    assert [(child.numbers, child.copies) for child in agency.children] == [([], [2])]
    assert way(commander) == [("قيادي", []), ("صحيفة السهل", [3])]
    assert way(army) == [
        ("Libyan National Army", []),
        ("متحدث باسم القوات المهاجمة", []),
        ("صحيفة السهل", [4, 5, 6]),
    ]


def way(node: Node) -> list[tuple[str, list[int]]]:
    """Return the names from a node on, where there is but one way."""
    rest = way(node.children[0]) if node.children else []
    return [(node.name.text, node.numbers), *rest]


def test_the_timeline_begins_with_the_event_and_goes_on_as_reports_appeared(case: Case) -> None:
    page = incident_page(case, EN)
    assert [moment.is_event for moment in page.moments] == [True, False, False, False]
    assert [moment.machine for moment in page.moments] == [
        "2019-04-05", "2019-04-05T09:04:00+02:00", "2019-04-05T13:04:00+02:00",
        "2019-04-05T15:04:00+02:00",
    ]  # fmt: skip
    assert [moment.is_copy for moment in page.moments] == [False, False, False, True]


def test_what_differs_comes_before_what_agrees_and_repeats_are_left_out(case: Case) -> None:
    groups = incident_page(case, EN).relations
    assert [group.kind for group in groups] == ["contradicts", "revises", "confirms"]
    assert [(pair.left, pair.right) for group in groups for pair in group.pairs] == [
        (3, 4), (5, 4), (3, 1),
    ]  # fmt: skip


def test_places_are_named_in_the_language_of_the_reader(case: Case) -> None:
    assert [incident_page(case, words).where for words in (EN, AR)] == [
        ("27 km west of Tripoli", False),
        ("غرب طرابلس بـ٢٧ كم", False),
    ]
