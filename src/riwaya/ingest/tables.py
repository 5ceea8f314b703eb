"""The tables of this stage: words that sign, date and frame a report on Arabic pages."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from riwaya.arabic.letters import match_form
from riwaya.errors import TableError


def plain_form(line: str) -> str:
    """Fold a line for comparison with a table: letters and digits with single spaces between.

    >>> plain_form("(أ. ف.ب)"), plain_form("اقرأ أيضًا:")
    ('ا ف ب', 'اقرا ايضا')
    """
    return " ".join(re.findall(r"[^\W_]+", match_form(line).lower()))


@cache
def entries(table: str, name: str) -> frozenset[str]:
    """Return one list of a table, each entry under `plain_form`.

    Raises:
        TableError: the list is missing, empty, or holds something other than text.
    """
    listed = _table(table).get(name)
    if not isinstance(listed, list) or not listed or not all(isinstance(e, str) for e in listed):
        raise TableError(table=table, entry=name, problem="is no list of words")
    return frozenset(plain_form(entry) for entry in listed)


@cache
def separators() -> re.Pattern[str]:
    """Return what separates the names of several sources."""
    marks = _table("credits").get("separators")
    if not isinstance(marks, list) or not marks:
        raise TableError(table="credits", entry="separators", problem="is no list of marks")
    return re.compile("|".join(re.escape(str(mark)) for mark in marks))


@cache
def zones() -> Mapping[str, int]:
    """Return the minutes east of Greenwich by the folded name of a zone."""
    named = _table("stamps").get("zones")
    if not isinstance(named, dict) or not all(isinstance(v, int) for v in named.values()):
        raise TableError(table="stamps", entry="zones", problem="is no table of minutes")
    return MappingProxyType({plain_form(name): minutes for name, minutes in named.items()})


@cache
def _table(name: str) -> Mapping[str, object]:
    path = files("riwaya.ingest").joinpath("tables", f"{name}.toml")
    return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))
