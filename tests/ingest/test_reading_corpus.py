"""The real reports beside the checkout, where they are."""

import json
from pathlib import Path

import pytest

from riwaya.records.report import Report
from tests.ingest.builders import read

BENCHMARK = Path(__file__).parents[3] / "shared" / "benchmark"
needs_benchmark = pytest.mark.skipif(
    not BENCHMARK.is_dir(), reason=f"the real reports are not there: {BENCHMARK}"
)


@needs_benchmark
@pytest.mark.parametrize("name", ["corpus/reports.jsonl", "seed.jsonl", "dev.jsonl"])
def test_every_real_report_is_read_with_its_own_text(name: str) -> None:
    file = BENCHMARK / name
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").strip().split("\n")]
    results = read(file)
    assert [r.id if isinstance(r, Report) else str(r) for r in results] == [
        line["id"] for line in lines
    ]
    for line, report in zip(lines, results, strict=True):
        assert isinstance(report, Report)
        assert report.text == line.get("text", f"{line['title']}\n\n{line.get('body')}")
        assert report.published is not None
