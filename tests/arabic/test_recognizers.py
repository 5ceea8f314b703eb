"""The grammars read the cases of a public test suite, which other people made.

The cases (Microsoft Recognizers-Text, Arabic, MIT) lie beside the project and are no part of it.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from riwaya.arabic.calendar import read_times
from riwaya.arabic.numerals import read_numbers
from riwaya.arabic.words import words

CASES = Path(__file__).parents[3] / "shared" / "benchmark" / "external"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason=f"there are no cases at {CASES}")

Case = Mapping[str, Any]

LEAST_NUMBERS = 0.95
LEAST_DATES = 0.85
LEFT_OUT: Mapping[str, str] = {
    "a length of time, which the suite counts from tomorrow": "062 063 077 078 113 114",
    "a length of time before or after today": "031 032 033 046 079",
    "a number without a month, which in news is a count": "000 034 035 036 037 038",
    "a day that does not exist": "043 044",
    "a decade": "099 100 101 102 103 112",
}
"""Cases that name no day, week, month or year, by the reason; all others are counted."""


def cases(name: str) -> Iterator[Case]:
    with (CASES / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def is_number_read(case: Case, wanted: Case) -> bool:
    """Tell whether a number is read; the suite counts "less than 20" up to 20 or up to 19."""
    most = {wanted["max"], wanted["max"] - 1} if wanted.get("open_end") else {wanted["max"]}
    return any(
        (None if number.open_below else number.least) == wanted["min"] and number.most in most
        for number in read_numbers(words(case["text"]))
    )


def is_date_read(case: Case, wanted: Case) -> bool:
    """Tell whether a date is read as past or to come; the suite's periods end on the day after."""
    published = datetime.fromisoformat(case["published"])
    found = {
        (time.earliest, time.latest)
        for time in read_times(words(case["text"]), published=published)
    }
    for ends in (wanted["past"], wanted["future"]):
        first, last = (date.fromisoformat(end) for end in ends)
        if not found.isdisjoint({(first, last), (first, max(first, last - timedelta(days=1)))}):
            return True
    return False


def test_nineteen_of_twenty_numbers_are_read() -> None:
    right = [is_number_read(case, gold) for case in cases("numbers.jsonl") for gold in case["gold"]]
    assert sum(right) / len(right) >= LEAST_NUMBERS


def test_dates_that_name_a_day_week_month_or_year_are_read() -> None:
    left_out = {f"date-d{number}" for ids in LEFT_OUT.values() for number in ids.split()}
    right = [
        is_date_read(case, gold)
        for case in cases("dates.jsonl")
        if case["id"] not in left_out
        for gold in case["gold"]
    ]
    assert sum(right) / len(right) >= LEAST_DATES
