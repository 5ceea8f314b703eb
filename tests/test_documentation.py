"""What exists is documented, and what is documented exists."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
import typer

from docs import build_reference
from riwaya.cli import app
from riwaya.config import IngestSettings, Settings
from riwaya.export.columns import COLUMNS, OF_TABLES, TABLES
from riwaya.export.formats import FORMATS
from riwaya.knowledge.ontology import event_types
from riwaya.records.claim import CountRole, Modality, Relation, SourceKind, Stance

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")]
)


@pytest.mark.parametrize("name", ["commands.md", "event-types.md", "exports.md"])
def test_the_generated_pages_are_up_to_date(name: str) -> None:
    written = (REFERENCE / name).read_text(encoding="utf-8")
    assert written == build_reference.pages()[name], "run: .venv/bin/python docs/build_reference.py"


def test_the_sample_in_the_readme_is_what_comes_out() -> None:
    assert build_reference.readme(README) == README, "run: .venv/bin/python docs/build_reference.py"


@pytest.mark.parametrize("command", typer.main.get_group(app).commands)
def test_every_command_is_in_the_reference_and_the_readme(command: str) -> None:
    page = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    assert f"\n## riwaya {command}\n" in page
    assert f"riwaya {command}" in README


@pytest.mark.parametrize("name", event_types())
def test_every_event_type_is_in_the_reference(name: str) -> None:
    assert f"\n## {name}\n" in (REFERENCE / "event-types.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_and_column_is_in_the_reference(name: str) -> None:
    page = (REFERENCE / "exports.md").read_text(encoding="utf-8")
    assert f"\n## {name}\n" in page
    assert (name in COLUMNS) != (name in OF_TABLES)
    section = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
    for column in COLUMNS.get(name, ()):
        assert f"\n| `{column.name}` | {column.meaning[0]}" in section
        assert column.meaning


@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_a_table_is_in_the_reference(name: str) -> None:
    page = (REFERENCE / "exports.md").read_text(encoding="utf-8")
    section = page.split(f"\n### {name}\n")[1].split("\n### ")[0]
    assert all(f"\n| `{column.name}` | " in section for column in TABLES[name].columns)


def test_every_setting_is_in_the_reference() -> None:
    page = (REFERENCE / "settings.md").read_text(encoding="utf-8")
    assert [field.name for field in fields(Settings)] == ["ingest"]
    for field in fields(IngestSettings):
        assert f"`ingest.{field.name}`" in page


@pytest.mark.parametrize("choice", [*Modality, *Stance, *SourceKind, *CountRole])
def test_every_value_of_a_claim_is_in_the_reference(choice: str) -> None:
    assert f"`{choice}`" in (REFERENCE / "claims.md").read_text(encoding="utf-8")


def test_the_relations_of_places_are_in_the_reference() -> None:
    page = (REFERENCE / "claims.md").read_text(encoding="utf-8")
    compass = [each for each in Relation if each.endswith("_of")]
    assert all(f"`{each}`" in page for each in Relation if each not in compass)
    assert (compass[0], compass[-1]) == ("north_of", "southwest_of")
    assert "`north_of` … `southwest_of`" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_and_named_paths_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", text):
        assert (page.parent / target).exists(), target
    for named in re.findall(r"`((?:src|tests|docs|examples|benchmarks)/[\w./-]+)`", text):
        assert (ROOT / named).exists(), named


def test_every_report_of_the_dossier_is_explained() -> None:
    dossier = ROOT / "examples" / "tripoli-2019"
    explained = (dossier / "README.md").read_text(encoding="utf-8")
    for report in (dossier / "reports").iterdir():
        assert f"`{report.name}`" in explained
