"""Both languages can say everything that a page may have to say."""

import re
import tomllib
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from importlib.resources import files
from typing import Any

import pytest

from riwaya.brief.labels import Labels, Language, labels
from riwaya.brief.marks import Role
from riwaya.records.claim import CountRole, Modality, Relation, Side, SourceKind, Stance
from riwaya.records.incident import Between, LinkRole, Matter, Policy, RootKind, Standing
from riwaya.records.report import DateBasis, Publication

EN, AR = labels(Language.ENGLISH), labels(Language.ARABIC)
CHOICES: dict[str, type[StrEnum]] = {
    "role": Role, "standing": Standing, "standing_means": Standing, "stance": Stance,
    "modality": Modality, "source_kind": SourceKind, "count_role": CountRole,
    "root_kind": RootKind, "link_role": LinkRole, "between": Between, "matter": Matter,
}  # fmt: skip


def test_the_languages_have_the_same_keys_and_gaps() -> None:
    assert EN.tables.keys() == AR.tables.keys()
    for name, table in EN.tables.items():
        assert list(table) == list(AR[name]), name
        for key, words in table.items():
            assert gaps(words) == gaps(AR[name][key]), (name, key)


def gaps(words: str) -> list[str]:
    return sorted(re.findall(r"{\w+}", words))


@pytest.mark.parametrize("words", [EN, AR], ids=["en", "ar"])
@pytest.mark.parametrize(("table", "choices"), CHOICES.items())
def test_every_choice_of_a_record_has_words(
    words: Labels, table: str, choices: type[StrEnum]
) -> None:
    assert set(words[table]) == {str(each) for each in choices}


@pytest.mark.parametrize("words", [EN, AR], ids=["en", "ar"])
def test_sides_policies_and_relations_have_words(words: Labels) -> None:
    assert set(words["side"]) == {*Side, "unknown"}
    assert set(words["policy"]) == {each.name.lower() for each in Policy}
    assert set(words["place_relation"]) == {*Relation, "at_distance"}


def test_every_group_that_is_counted_has_words() -> None:
    table = files("riwaya.reconcile") / "tables" / "people.toml"
    groups: dict[str, Any] = tomllib.loads(table.read_text(encoding="utf-8"))["groups"]
    assert set(groups) == set(EN["group"])


def test_every_label_is_shown_somewhere() -> None:
    folder = files("riwaya.brief")
    sources = [*(folder / "templates").iterdir(), *folder.iterdir()]
    texts = "\n".join(each.read_text(encoding="utf-8") for each in sources if each.is_file())
    for name in ("page", "fact", "map", "timeline", "counts", "accounts", "report"):
        for key in EN[name]:
            shown = rf"{name}\.{key}\b|\"{name}\"\]\[\"{key}\"|table\[.*[\"']{key}"
            assert re.search(shown, texts), f"{name}.{key}"


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert (EN.number(2800), AR.number(2800)) == ("2,800", "٢٬٨٠٠")
    assert (EN.number(32.5), AR.number(32.5)) == ("32.5", "٣٢٫٥")


def test_a_number_is_written_no_more_exactly_than_it_is_known() -> None:
    assert [EN.amount(5, 5), EN.amount(5, 7), EN.amount(5, None)] == ["5", "5 to 7", "5 or more"]
    assert AR.amount(51, None) == "٥١ فأكثر"


@pytest.mark.parametrize(
    ("first", "last", "english", "arabic"),
    [
        (date(2019, 4, 5), date(2019, 4, 5), "5 April 2019", "٥ أبريل ٢٠١٩"),
        (date(2019, 4, 5), date(2019, 4, 7), "5–7 April 2019", "٥–٧ أبريل ٢٠١٩"),
        (date(2019, 4, 1), date(2019, 4, 30), "April 2019", "أبريل ٢٠١٩"),
        (date(2014, 1, 1), date(2014, 12, 31), "2014", "٢٠١٤"),
        (date(2019, 4, 30), date(2019, 5, 2), "30 April 2019 – 2 May 2019",
         "من ٣٠ أبريل ٢٠١٩ إلى ٢ مايو ٢٠١٩"),
        (None, date(2019, 4, 5), "5 April 2019 or before", "٥ أبريل ٢٠١٩ أو قبله"),
        (None, None, "Day not known", "يوم غير معروف"),
    ],
)  # fmt: skip
def test_days_are_written_no_more_exactly_than_they_are_known(
    first: date | None, last: date | None, english: str, arabic: str
) -> None:
    assert (EN.days(first, last), AR.days(first, last)) == (english, arabic)


def test_a_publication_names_its_clock_and_zone_where_they_are_known() -> None:
    at = datetime(2019, 4, 5, 9, 4, tzinfo=timezone(timedelta(hours=2)))
    assert EN.published(a_publication(at)) == "5 April 2019, 09:04 UTC+2"
    assert AR.published(a_publication(at)) == "٥ أبريل ٢٠١٩، ٠٩:٠٤ غرينتش+٢"
    assert EN.published(a_publication(at.astimezone(UTC))) == "5 April 2019, 07:04 UTC"
    half = at.astimezone(timezone(-timedelta(hours=3, minutes=30)))
    assert EN.published(a_publication(half)) == "5 April 2019, 03:34 UTC−3:30"
    assert EN.published(a_publication(at.replace(tzinfo=None))) == "5 April 2019, 09:04"
    assert EN.published(a_publication(at, has_clock=False)) == "5 April 2019"
    assert EN.published(None) == "Time of publication unknown"


def a_publication(at: datetime, *, has_clock: bool = True) -> Publication:
    return Publication(at=at, has_clock=has_clock, basis=DateBasis.GIVEN)
