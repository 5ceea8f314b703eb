"""Incidents are chosen by where, when, what, who and how they stand."""

from datetime import date

import pytest

from riwaya.export.selection import Selection
from riwaya.records.incident import Standing
from tests.export.cases import LNA, told


@pytest.mark.parametrize(
    "wanted",
    [
        Selection(),
        Selection(country="LY", type="air_strike", standing=Standing.SINGLE),
        Selection(since=date(2019, 4, 4), until=date(2019, 4, 4)),
        Selection(place="درنه"),
        Selection(place="derna"),
        Selection(actor=LNA.id),
        Selection(actor="الوطني"),
        Selection(actor="طائرات مجهولة"),
    ],
)
def test_an_incident_is_taken_by_what_it_is(wanted: Selection) -> None:
    assert wanted.takes(told())


@pytest.mark.parametrize(
    "wanted",
    [
        Selection(country="SY"),
        Selection(type="protest"),
        Selection(since=date(2019, 4, 5)),
        Selection(until=date(2019, 4, 3)),
        Selection(place="الزاوية"),
        Selection(actor="libyan"),
        Selection(actor="الصليب الأحمر"),
        Selection(standing=Standing.CONTESTED),
        Selection(country="LY", type="air_strike", place="الزاوية"),
    ],
)
def test_it_is_not_taken_where_one_thing_is_otherwise(wanted: Selection) -> None:
    assert not wanted.takes(told())


def test_an_incident_without_a_date_is_of_no_day() -> None:
    undated = told(first=None, last=None)
    assert Selection().takes(undated)
    assert not Selection(since=date(1900, 1, 1)).takes(undated)
    assert not Selection(until=date(2100, 1, 1)).takes(undated)


def test_an_incident_that_only_its_publication_bounds_is_of_that_day() -> None:
    bounded = told(first=None)
    assert Selection(until=date(2019, 4, 4)).takes(bounded)
    assert not Selection(until=date(2019, 4, 3)).takes(bounded)


def test_an_incident_without_a_place_is_in_no_country() -> None:
    assert not Selection(country="LY").takes(told(place=None))
