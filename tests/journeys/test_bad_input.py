"""Any bytes at all: no traceback, a rejection with its reason, the rest unharmed."""

import subprocess
import sys
from pathlib import Path

from riwaya.store import open_store

DOSSIER = Path(__file__).resolve().parent.parent.parent / "examples" / "tripoli-2019" / "reports"
BAD = {
    "empty.txt": b"",
    "spaces.html": b" \n\t\n",
    "zeros.txt": bytes(4000),
    "noise.html": bytes(range(256)) * 40,
    "cut.jsonl": b'{"id": "a", "text": "\xd9\x82\xd8',
    "list.jsonl": b"[1, 2, 3]\n",
    "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(range(200)),
    "surrogate.jsonl": b'{"id": "s", "text": "\\ud800\\udc00\\ud800"}\n',
    "deep.jsonl": b"[" * 100_000,
}


def test_bad_files_are_rejected_one_by_one_and_good_ones_kept(tmp_path: Path) -> None:
    inputs = tmp_path / "in"
    inputs.mkdir()
    for name, content in BAD.items():
        (inputs / name).write_bytes(content)
    good = inputs / "good.txt"
    good.write_bytes((DOSSIER / "11-toll-of-25.txt").read_bytes())
    store = tmp_path / "libya.db"
    ran = subprocess.run(
        [sys.executable, "-m", "riwaya", "run", inputs, "no-such-file.html", "--store", store],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stdout + ran.stderr
    assert "our own mistake" not in ran.stdout
    with open_store(store) as opened:
        assert [coded.report.origin for coded in opened.coded()] == [str(good)]
        rejected = {Path(each.origin.partition(":")[0]).name for each in opened.rejected()}
    assert rejected >= BAD.keys() | {"no-such-file.html"}


def test_standard_input_is_read_like_a_file(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "riwaya", "extract", "-", "--format", "jsonl"],
        input=(DOSSIER / "08-toll-of-21.html").read_bytes(),
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "2019-04-07T22:10:00" in ran.stdout.decode("utf-8")
