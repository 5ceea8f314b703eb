"""Whoever writes may be killed at any moment: the store opens and holds whole reports only."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from riwaya.records.report import ReportId
from riwaya.store import open_store
from tests.builders import a_claim, a_report

WRITER = """
import sys
from riwaya.records.report import ReportId
from riwaya.store import open_store
from tests.builders import a_claim, a_report

with open_store(sys.argv[1]) as store:
    for number in range(100_000):
        name = ReportId(f"report-{number}")
        report = a_report(id=name, publisher=name)
        store.add(report, [a_claim(report=name, type=f"type-{n}") for n in range(20)])
        print(number, flush=True)
"""
ROOT = Path(__file__).parents[2]


def kill_while_writing(path: Path, *, after: int, delay_seconds: float) -> None:
    """Start to write reports, and kill the writer some time after so many are said to be kept."""
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if int(line) >= after:
                break
        time.sleep(delay_seconds)
        writer.kill()


@pytest.mark.parametrize("delay_seconds", [0.0, 0.0007, 0.0021, 0.0043])
def test_a_killed_writer_leaves_whole_reports_only(tmp_path: Path, delay_seconds: float) -> None:
    path = tmp_path / "riwaya.db"
    kill_while_writing(path, after=3, delay_seconds=delay_seconds)
    with open_store(path, create=False) as store:
        found = list(store.coded())
        assert len(found) >= 4
        for coded in found:
            name = coded.report.id
            assert coded.report == a_report(id=name, publisher=name)
            assert [claim.type for claim in coded.claims] == [f"type-{n}" for n in range(20)]
        assert len(list(store.search("درنة", most=10_000))) == len(found)


def test_a_rerun_completes_what_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "riwaya.db"
    kill_while_writing(path, after=2, delay_seconds=0.001)
    with open_store(path) as store:
        for number in range(40):
            name = ReportId(f"report-{number}")
            claims = [a_claim(report=name, type=f"type-{n}") for n in range(20)]
            store.add(a_report(id=name, publisher=name), claims)
        names = [coded.report.id for coded in store.coded()][:40]
    assert names == [f"report-{number}" for number in range(40)]


def test_a_writer_killed_while_the_store_is_made_leaves_one_that_opens(tmp_path: Path) -> None:
    for number in range(3):
        path = tmp_path / f"{number}.db"
        command = [sys.executable, "-c", WRITER, str(path)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as writer:
            while not path.exists() and writer.poll() is None:
                time.sleep(0.001)
            time.sleep(0.002 * number)
            writer.kill()
        with open_store(path) as store:
            assert all(len(coded.claims) == 20 for coded in store.coded())


HALF_WRITTEN = """
import os, signal, sqlite3, sys

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("CREATE TABLE reports (text)")
for _ in range(100):
    connection.execute("INSERT INTO reports VALUES (zeroblob(4000))")
os.kill(os.getpid(), signal.SIGKILL)
"""
"""Stands for a writer that is killed while it makes the first tables."""


def test_what_was_half_written_is_taken_back_before_the_store_is_judged(tmp_path: Path) -> None:
    path = tmp_path / "riwaya.db"
    subprocess.run([sys.executable, "-c", HALF_WRITTEN, str(path)], check=False)
    assert path.with_name("riwaya.db-journal").exists()
    with open_store(path) as store:
        store.add(a_report(), [a_claim()])
        assert store.counts().reports == 1
