"""The command line, run in this process with quick stages."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from riwaya.cli import main
from tests.cli.stages import TEXT, a_pipeline, explained


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


Riwaya = Callable[..., Ran]


@pytest.fixture
def riwaya(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Riwaya:
    """Return a function that runs a command in an empty folder."""
    monkeypatch.setattr("riwaya.pipeline.standard", a_pipeline)
    monkeypatch.setattr("riwaya.pipeline.explained", explained)
    monkeypatch.chdir(tmp_path)

    def run(*words: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["riwaya", *map(str, words)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return Ran(code=code, out=printed.out, err=printed.err)

    return run


@pytest.fixture
def report_file(tmp_path: Path) -> Path:
    """Return a file whose report makes one claim."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def stub_file(tmp_path: Path) -> Path:
    """Return a file that is turned away."""
    path = tmp_path / "stub.html"
    path.write_text("stub", encoding="utf-8")
    return path
