"""What happens where the output cannot be written."""

import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "قتل ثلاثة جنود في كمين قرب مدينة سبها مساء الخميس، وفق مصدر عسكري تحدث من المدينة."
FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told_without_a_traceback(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    with FULL.open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "riwaya", "extract", str(report)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == 2
    assert b"cannot write" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_asking_an_empty_file_leaves_it_empty(tmp_path: Path) -> None:
    store = tmp_path / "empty.db"
    store.touch()
    ended = subprocess.run(
        [sys.executable, "-m", "riwaya", "search", "سبها", "--store", str(store)],
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 2
    assert store.stat().st_size == 0
