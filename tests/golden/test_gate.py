"""The gate over the golden reports ends as its figures say."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.quality import __main__ as gate
from benchmarks.quality import development, golden
from benchmarks.quality.golden import SPURIOUS, Figure

HELD = {
    "event": Figure(name="event", value=0.86, bound=0.86),
    SPURIOUS: Figure(name=SPURIOUS, value=3, bound=3),
}


@pytest.fixture(autouse=True)
def _nothing_is_extracted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(golden, "spurious", lambda: iter(()))
    monkeypatch.setattr(sys, "argv", ["benchmarks.quality"])


def measured(monkeypatch: pytest.MonkeyPatch, figures: Mapping[str, Figure]) -> int:
    monkeypatch.setattr(golden, "figures", lambda: figures)
    return gate.main()


def test_figures_at_their_bounds_are_held(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measured(monkeypatch, HELD) == 0
    printed = [line.split() for line in capsys.readouterr().out.splitlines() if line]
    assert printed[1:] == [
        ["event", "0.860", "≥", "0.86", "held"],
        ["spurious", "3", "≤", "3", "held"],
    ]


@pytest.mark.parametrize(
    "fallen",
    [Figure(name="event", value=0.859, bound=0.86), Figure(name=SPURIOUS, value=4, bound=3)],
    ids=lambda figure: figure.name,
)
def test_a_figure_beyond_its_bound_ends_with_1_and_is_named(
    fallen: Figure, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measured(monkeypatch, HELD | {fallen.name: fallen}) == 1
    ran = capsys.readouterr()
    assert "NOT HELD" in ran.out
    assert f"not held: {fallen.name} " in ran.err


def test_a_development_set_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(development, "DEVELOPMENT", Path("absent.jsonl"))
    monkeypatch.setattr(sys, "argv", ["benchmarks.quality", "--dev", "--markdown"])
    assert measured(monkeypatch, HELD) == 0
    out = capsys.readouterr().out
    assert "| event | 0.860 | ≥ 0.86 | held |" in out
    assert "DEVELOPMENT SET NOT MEASURED: there is no absent.jsonl" in out
