"""What `import riwaya` gives, and that it stays what it says."""

import importlib
import subprocess
import sys
from datetime import date, datetime
from typing import Any

import pytest

import riwaya
from riwaya import extraction
from riwaya.errors import InputError
from riwaya.records.claim import Claim
from riwaya.records.report import Report
from tests.cli.stages import SENTENCE, coded, explained

HEAD = "تقرير من الجبهة"


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    def quick(report: Report, *, explains: bool) -> tuple[Claim, ...]:
        return (explained if explains else coded)(report).claims

    monkeypatch.setattr(extraction, "claims_of", quick)


def test_exactly_the_public_names_are_exported() -> None:
    assert riwaya.__all__ == ["__version__", "extract", "open_store"]
    public = {name for name in vars(riwaya) if not name.startswith("_")}
    modules = {name for name in sys.modules if name.startswith("riwaya.")}
    ours = {name for name in public if f"riwaya.{name}" not in modules}
    assert ours - {"sys", "ModuleType", "TYPE_CHECKING"} <= {"extract", "open_store"}


def test_every_exported_name_is_documented() -> None:
    assert riwaya.extract.__doc__
    assert riwaya.open_store.__doc__


def test_importing_the_package_loads_nothing_else_of_it() -> None:
    script = "import sys, riwaya; print(*(name for name in sys.modules if 'riwaya.' in name))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


def test_extract_stays_a_function_when_the_stage_of_that_name_is_imported() -> None:
    stage = importlib.import_module("riwaya.extract")
    assert stage.__name__ == "riwaya.extract"
    assert callable(riwaya.extract)
    script = "import riwaya.extract, riwaya; print(callable(riwaya.extract))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "True\n"


@pytest.mark.usefixtures("_quick")
def test_extract_returns_claims_to_iterate_over_and_count() -> None:
    found = riwaya.extract(f"{SENTENCE}. {SENTENCE}.")
    assert len(found) == len(found.claims) == 2
    assert [claim.type for claim in found] == ["killing", "killing"]


@pytest.mark.usefixtures("_quick")
def test_a_title_begins_the_text_that_offsets_count_in() -> None:
    found = riwaya.extract(SENTENCE, title=HEAD, publisher="وكالة الاختبار")
    assert found.report.text == f"{HEAD}\n\n{SENTENCE}"
    (claim,) = found
    assert claim.trigger.of(found.report.text) == "مقتل"


@pytest.mark.usefixtures("_quick")
def test_printed_each_claim_stands_beside_its_words() -> None:
    printed = str(riwaya.extract(SENTENCE, title=HEAD, published="2019-04-05"))
    assert printed.startswith(HEAD)
    assert "killing · actual" in printed
    assert "عسكري ⟦مقتل⟧ 5" in printed
    assert "\x1b" not in printed


@pytest.mark.usefixtures("_quick")
def test_a_claim_says_how_it_was_found_where_that_is_asked() -> None:
    assert [claim.why for claim in riwaya.extract(SENTENCE)] == [()]
    found = riwaya.extract(SENTENCE, why=True)
    assert all(claim.why for claim in found)
    assert "triggers.toml, killing: مقتل" in str(found)
    assert "how it was found" not in str(riwaya.extract(SENTENCE))


@pytest.mark.usefixtures("_quick")
@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2019-04-05", "2019-04-05"),
        ("2019-04-05T13:04", "2019-04-05T13:04:00"),
        (date(2019, 4, 5), "2019-04-05"),
        (datetime(2019, 4, 5, 13, 4), "2019-04-05T13:04:00"),  # noqa: DTZ001  # outlets name no zone
    ],
)
def test_a_day_and_a_time_of_publication_are_kept_apart(given: str | date, kept: str) -> None:
    published = riwaya.extract(SENTENCE, published=given).report.published
    assert published is not None
    assert published.isoformat() == kept


@pytest.mark.usefixtures("_quick")
def test_an_unknown_time_of_publication_stays_unknown() -> None:
    assert riwaya.extract(SENTENCE).report.published is None


@pytest.mark.usefixtures("_quick")
def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(InputError, match="'أمس' is no ISO 8601 date"):
        riwaya.extract(SENTENCE, published="أمس")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"text": 5}, "text must be a str, not int"),
        ({"text": SENTENCE.encode()}, "text must be a str, not bytes"),
        ({"text": SENTENCE, "title": 5}, "title must be a str or None, not int"),
        ({"text": SENTENCE, "published": 2019}, "published must be a str, date, .*, not int"),
        ({"text": SENTENCE, "publisher": []}, "publisher must be a str or None, not list"),
    ],
)
def test_an_argument_of_another_type_is_named(given: dict[str, Any], problem: str) -> None:
    with pytest.raises(TypeError, match=f"^{problem}$"):
        riwaya.extract(**given)
