"""What `make` says on a machine that lacks something."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")


def make(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    for name in ("Makefile", "pyproject.toml", "uv.lock"):
        shutil.copy(ROOT / name, folder)
    # The tests themselves may be run by make, which would tell this one of its own settings.
    outside = {
        name: value
        for name, value in os.environ.items()
        if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    }
    return subprocess.run(
        ["make", *words], cwd=folder, capture_output=True, encoding="utf-8", check=False,
        env=outside,
    )  # fmt: skip


def a_python(folder: Path, script: str) -> str:
    """Write a program that stands in for Python, and return its name."""
    path = folder / "python"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return f"PYTHON={path}"


def test_where_venv_is_missing_the_package_is_named_and_nothing_left(tmp_path: Path) -> None:
    python = a_python(
        tmp_path,
        'case "$1 $2" in "-m venv") mkdir -p .venv/bin; echo "no ensurepip"; exit 1;; esac\n'
        'exec python3 "$@"',
    )
    ran = make(tmp_path, "demo", python)
    assert ran.returncode != 0
    assert "no ensurepip" in ran.stdout
    assert "install the package python3." in ran.stdout
    assert "python3-venv" in ran.stdout
    assert not (tmp_path / ".venv").exists()


def test_where_python_is_too_old_that_is_said(tmp_path: Path) -> None:
    ran = make(tmp_path, "test", a_python(tmp_path, "exit 1"))
    assert ran.returncode != 0
    assert "needs Python 3.11 or newer" in ran.stdout


def test_where_no_python_is_found_that_is_said(tmp_path: Path) -> None:
    ran = make(tmp_path, "check", "PYTHON=")
    assert ran.returncode != 0
    assert "none was found" in ran.stdout


def test_help_lists_the_targets_and_sets_nothing_up(tmp_path: Path) -> None:
    ran = make(tmp_path, "help")
    assert ran.returncode == 0
    targets = [line.split()[0] for line in ran.stdout.splitlines()]
    assert targets == ["help", "demo", "test", "check", "quality", "bench", "clean"]
    assert not (tmp_path / ".venv").exists()
