"""riwaya types."""

import pytest

from riwaya.knowledge.ontology import EventType, event_types
from tests.cli.conftest import Riwaya


def test_the_table_has_a_line_for_every_type(riwaya: Riwaya) -> None:
    _, *lines = riwaya("types").out.splitlines()
    assert [line.split()[0] for line in lines] == list(event_types())


def test_arabic_stands_last_so_that_it_shifts_no_column(riwaya: Riwaya) -> None:
    head, *lines = riwaya("types").out.splitlines()
    for line, kind in zip(lines, event_types().values(), strict=True):
        assert line[head.index("Arabic") :] == kind.arabic


@pytest.mark.parametrize("kind", event_types().values(), ids=lambda kind: kind.name)
def test_a_type_is_shown_in_full(riwaya: Riwaya, kind: EventType) -> None:
    out = riwaya("types", kind.name).out
    for words in (kind.english, kind.arabic, kind.definition, kind.agents, *kind.counts.values()):
        assert words in out
    for scheme in ("ACLED", "PLOVER", "CAMEO", "UCDP"):
        assert f"\n{scheme}" in out


def test_an_unknown_type_is_refused_with_the_known_ones(riwaya: Riwaya) -> None:
    ran = riwaya("types", "airstrike")
    assert ran.code == 2
    assert "air_strike" in ran.err
