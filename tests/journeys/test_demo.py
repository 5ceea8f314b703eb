"""The main job, end to end, as a newcomer runs it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from riwaya.export.formats import FORMATS
from riwaya.store import open_store

ROOT = Path(__file__).resolve().parent.parent.parent
DOSSIER = ROOT / "examples" / "tripoli-2019" / "reports"
REPORTS = 16
REJECTED = {"98-subscribers-only.html", "99-english-edition.html"}


@pytest.fixture(scope="module")
def demo() -> str:
    """Return what the demo prints."""
    ran = subprocess.run(
        [sys.executable, "examples/demo.py"], cwd=ROOT, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_demo_reads_the_dossier_and_says_what_it_rejected(demo: str) -> None:
    assert f"{REPORTS} reports read ({REPORTS} new)" in demo
    assert "2 inputs rejected" in demo
    assert all(name in demo for name in REJECTED)


def test_the_demo_shows_the_rival_counts_of_one_capture(demo: str) -> None:
    with open_store(ROOT / "demo-output" / "tripoli.db") as store:
        captured = {
            (count.least, count.most)
            for claim in store.claims(event_type="capture")
            for count in claim.counts
        }
    assert {(30, 30), (20, 20)} <= captured
    assert "captured 30" in demo
    assert "captured 20" in demo


@pytest.mark.parametrize(
    ("event", "modality"),
    [("advance", "ordered"), ("interception", "threatened"), ("release", "denied")],
)
def test_what_did_not_happen_is_no_occurrence(demo: str, event: str, modality: str) -> None:
    assert demo
    with open_store(ROOT / "demo-output" / "tripoli.db") as store:
        assert modality in {str(claim.modality) for claim in store.claims(event_type=event)}


def test_every_span_of_the_demo_cuts_out_its_own_words(demo: str) -> None:
    assert demo
    lines = (ROOT / "demo-output" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == REPORTS
    for report in map(json.loads, lines):
        for claim in report["claims"]:
            spans = [claim[name] for name in ("trigger", "source", "via", "time") if claim[name]]
            spans += [*claim["agents"], *claim["targets"], *claim["places"]]
            for span in spans:
                if span["start"] is not None:
                    assert report["text"][span["start"] : span["end"]] == span["text"]


def test_the_demo_writes_every_form_that_needs_no_other_package(demo: str) -> None:
    for name in FORMATS.keys() - {"parquet", "jsonl"}:
        line = next(line for line in demo.splitlines() if line.startswith(f"{name} "))
        assert (ROOT / line.split()[1]).stat().st_size
