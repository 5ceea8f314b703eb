"""What the command line promises before any command runs."""

import re
import subprocess
import sys

import pytest
import typer

from riwaya.cli import app
from tests.cli.conftest import Riwaya

COMMANDS = sorted(typer.main.get_group(app).commands)
HEAVY = (
    "alembic", "httpx", "jinja2", "lxml", "pydantic", "resiliparse", "rich", "sqlalchemy",
    "riwaya.analyze", "riwaya.arabic", "riwaya.brief", "riwaya.export", "riwaya.extract",
    "riwaya.ingest", "riwaya.knowledge", "riwaya.store",
)  # fmt: skip


def test_the_commands_are_those_of_the_documentation() -> None:
    assert COMMANDS == [
        "analyze",
        "brief",
        "evaluate",
        "export",
        "extract",
        "import",
        "incidents",
        "judge",
        "log",
        "places",
        "run",
        "search",
        "show",
        "types",
    ]


def test_help_loads_nothing_heavy() -> None:
    script = "import sys, riwaya.cli; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert loaded.isdisjoint(HEAVY), loaded.intersection(HEAVY)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_an_example_of_it(riwaya: Riwaya, command: str) -> None:
    ran = riwaya(command, "--help")
    assert ran.code == 0
    assert re.search(rf"Examples:\n +riwaya {command}", ran.out)


def test_the_help_lists_every_command(riwaya: Riwaya) -> None:
    out = riwaya("--help").out
    assert all(re.search(rf"^  {command} +\w", out, re.MULTILINE) for command in COMMANDS)


def test_the_version_is_that_of_the_package(riwaya: Riwaya) -> None:
    import riwaya as package  # noqa: PLC0415  # the fixture has its name

    assert riwaya("--version").out == f"riwaya {package.__version__}\n"


def test_no_command_and_an_unknown_one_are_wrong_usage(riwaya: Riwaya) -> None:
    assert riwaya().code == 2
    assert riwaya("extarct").code == 2


def test_python_m_riwaya_is_the_same_command() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "riwaya", "types", "attack"],
        capture_output=True,
        encoding="utf-8",
        env={"LC_ALL": "C", "PYTHONUTF8": "0"},
        check=True,
    )
    assert "هجوم" in ran.stdout


def test_a_reader_who_has_seen_enough_hears_no_complaint() -> None:
    command = f"{sys.executable} -m riwaya types | head -1"
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)  # noqa: S602  # a pipe is what is tested
    assert ran.stderr == ""
