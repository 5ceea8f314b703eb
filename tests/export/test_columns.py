"""What is written is what the reference says."""

import csv
import io
import json

import pytest

from riwaya.export.columns import COLUMNS
from riwaya.export.formats import FORMATS
from riwaya.export.table import LeftOut
from tests.export.cases import a_collection, told


def keys(name: str) -> list[str]:
    """Return the names that a format writes."""
    form = FORMATS[name]
    assert form.lines is not None
    written = "".join(form.lines(a_collection(told()), LeftOut()))
    if name == "geojson":
        return list(json.loads(written)["features"][0]["properties"])
    if written.startswith("{"):
        return list(json.loads(written.split("\n")[0]))
    tabs = "\t" if "\t" in written.split("\n")[0] else ","
    return next(csv.reader(io.StringIO(written), delimiter=tabs))


@pytest.mark.parametrize("name", COLUMNS)
def test_nothing_is_written_that_the_reference_does_not_have(name: str) -> None:
    known = [column.name for column in COLUMNS[name]]
    found = keys(name)
    assert set(found) <= set(known)
    if not found[0].islower() or name in ("acled", "ged", "geojson", "incidents"):
        assert found == known


@pytest.mark.parametrize("name", COLUMNS)
def test_no_column_is_there_twice(name: str) -> None:
    names = [column.name for column in COLUMNS[name]]
    assert len(names) == len(set(names))
