"""Runs that are repeated, and runs that are killed."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from riwaya.store import open_store

DOSSIER = Path(__file__).resolve().parent.parent.parent / "examples" / "tripoli-2019" / "reports"
MANY = 80
RIWAYA = [sys.executable, "-m", "riwaya"]


def run(*words: str | Path) -> str:
    ran = subprocess.run(
        [*RIWAYA, "run", *map(str, words)], capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def content(store: Path) -> list[object]:
    """Return everything that a store says, and nothing of how it lies on the disk."""
    with open_store(store) as opened:
        return [*opened.coded(), *opened.rejected()]


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    store = tmp_path / "libya.db"
    run(DOSSIER, "--store", store)
    before = content(store)
    assert "16 same" in run(DOSSIER, "--store", store)
    assert content(store) == before


def test_the_order_of_the_inputs_does_not_change_what_is_kept(tmp_path: Path) -> None:
    files = [path for path in sorted(DOSSIER.iterdir()) if not path.name.startswith("9")]
    run(*files, "--store", tmp_path / "a.db")
    run(*reversed(files), "--store", tmp_path / "b.db")
    first, second = ({repr(each) for each in content(tmp_path / f"{name}.db")} for name in "ab")
    assert first == second


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of reports that takes long enough to be interrupted in."""
    folder = tmp_path_factory.mktemp("archive")
    text = (DOSSIER / "11-toll-of-25.txt").read_text(encoding="utf-8")
    for number in range(MANY):
        (folder / f"{number:03}.txt").write_text(f"{text}\nنشرة رقم {number}.\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def uninterrupted(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """Return what a store holds after a run that nobody killed."""
    store = tmp_path_factory.mktemp("store") / "libya.db"
    run(archive, "--store", store)
    return content(store)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("reports_before_the_kill", [0, 1, MANY // 2])
def test_a_killed_run_leaves_whole_reports_and_the_next_completes_it(
    archive: Path, uninterrupted: list[object], tmp_path: Path, reports_before_the_kill: int
) -> None:
    store = tmp_path / "libya.db"
    going = subprocess.Popen(
        [*RIWAYA, "run", archive, "--store", store],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for(store, reports=reports_before_the_kill, going=going)
    going.send_signal(signal.SIGKILL)
    assert going.wait() == -signal.SIGKILL

    half = content(store)
    assert len(half) < MANY
    assert half == uninterrupted[: len(half)]
    run(archive, "--store", store)
    assert content(store) == uninterrupted


def wait_for(store: Path, *, reports: int, going: "subprocess.Popen[bytes]") -> None:
    """Wait until a run has made its store and kept so many reports in it."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and going.poll() is None:
        try:
            with sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=5) as connection:
                if connection.execute("SELECT count(*) FROM reports").fetchone()[0] >= reports:
                    return
        except sqlite3.OperationalError:
            pass  # not there yet
        finally:
            if "connection" in locals():
                connection.close()
        time.sleep(0.005)
    pytest.fail("the run ended, or kept nothing, before it could be killed")
