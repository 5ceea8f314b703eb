"""Every table says where it comes from."""

import tomllib
from pathlib import Path

import pytest

from riwaya import knowledge

TABLES = Path(knowledge.__file__).parent / "tables"
SOURCES = tomllib.loads((TABLES / "SOURCES.toml").read_text(encoding="utf-8"))


FILED = {each.relative_to(TABLES).as_posix() for each in TABLES.rglob("*") if each.is_file()} - {
    "SOURCES.toml"
}


@pytest.mark.parametrize("name", sorted(FILED))
def test_every_table_says_where_it_comes_from(name: str) -> None:
    assert SOURCES[name]["origin"]
    assert SOURCES[name]["licence"]


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_every_origin_is_that_of_a_table(name: str) -> None:
    assert name in FILED
