"""Everything that a page says in its own voice, in the language of its reader."""

import tomllib
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from riwaya.records.report import Publication

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip
_DECEMBER = 12


class Language(StrEnum):
    """The languages that pages are written in."""

    ENGLISH = "en"
    ARABIC = "ar"

    @property
    def other(self) -> "Language":
        """The other one."""
        return Language.ARABIC if self is Language.ENGLISH else Language.ENGLISH


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language, by table and key, and how it writes numbers and days."""

    language: Language
    tables: Mapping[str, Mapping[str, str]]

    def __getitem__(self, table: str) -> Mapping[str, str]:
        return self.tables[table]

    @property
    def is_rtl(self) -> bool:
        """Whether it is written from right to left."""
        return self.tables["page"]["direction"] == "rtl"

    def number(self, number: float, *, grouped: bool = True) -> str:
        """Write a number.

        >>> labels(Language.ARABIC).number(2800), labels(Language.ENGLISH).number(32.5)
        ('٢٬٨٠٠', '32.5')
        """
        table = self.tables["number"]
        marks = str.maketrans({",": table["thousands"], ".": table["point"]})
        return self._digits((f"{number:,}" if grouped else f"{number}").translate(marks))

    def amount(self, least: int, most: int | None) -> str:
        """Write a number no more exactly than it is known.

        >>> labels(Language.ENGLISH).amount(51, None)
        '51 or more'
        """
        table = self.tables["counts"]
        if most is None:
            return table["at_least"].format(number=self.number(least))
        if least == most:
            return table["exactly"].format(number=self.number(least))
        return table["between"].format(least=self.number(least), most=self.number(most))

    def day(self, day: date) -> str:
        """Write a day.

        >>> labels(Language.ARABIC).day(date(2019, 4, 5))
        '٥ أبريل ٢٠١٩'
        """
        return self._date("day", day)

    def days(self, first: date | None, last: date | None) -> str:
        """Write the days from one to another; a whole month or year by its name.

        >>> labels(Language.ENGLISH).days(date(2019, 4, 1), date(2019, 4, 30))
        'April 2019'
        """
        table = self.tables["date"]
        if last is None:
            return self.tables["page"]["unknown_day"]
        if first is None:
            return table["until"].format(day=self.day(last))
        if first == last:
            return self.day(first)
        return self._span(first, last)

    def period(self, first: date, *, has_month: bool) -> str:
        """Write a month or a year by its first day."""
        return self._date("month" if has_month else "year", first)

    def published(self, published: Publication | None) -> str:
        """Write when a report was published, no more exactly than is known."""
        if published is None:
            return self.tables["timeline"]["undated"]
        day = self.day(published.at.date())
        if not published.has_clock:
            return day
        clock = self._digits(f"{published.at:%H:%M}")
        zone = self._zone(published.at.utcoffset())
        return self.tables["date"]["clock"].format(day=day, clock=f"{clock} {zone}".rstrip())

    def _span(self, first: date, last: date) -> str:
        is_in_month = (first.year, first.month) == (last.year, last.month)
        if is_in_month and (first.day, last.day) == (1, monthrange(last.year, last.month)[1]):
            return self._date("month", first)
        if (first, last) == (date(first.year, 1, 1), date(first.year, _DECEMBER, 31)):
            return self._date("year", first)
        if is_in_month:
            numbers = {"first": self.number(first.day), "last": self.number(last.day)}
            return self._date("in_one_month", first, **numbers)
        table = self.tables["date"]
        return table["range"].format(first=self.day(first), last=self.day(last))

    def _zone(self, offset: timedelta | None) -> str:
        if offset is None:
            return ""
        minutes = abs(round(offset.total_seconds() / 60))
        past = f":{minutes % 60:02}" if minutes % 60 else ""
        hours = self._digits(f"{minutes // 60}{past}")
        sign = "−" if offset < timedelta(0) else "+"
        if not minutes:
            sign = hours = ""
        return self.tables["date"]["zone"].format(sign=sign, hours=hours)

    def _digits(self, written: str) -> str:
        return written.translate(str.maketrans("0123456789", self.tables["number"]["digits"]))

    def _date(self, form: str, day: date, **more: str) -> str:
        table = self.tables["date"]
        return table[form].format(
            **{"day": self.number(day.day)} | more,
            month=table[_MONTHS[day.month - 1]],
            year=self.number(day.year, grouped=False),
        )


@cache
def labels(language: Language) -> Labels:
    """Return the words of a language."""
    table = files("riwaya.brief") / "tables" / f"{language}.toml"
    read = tomllib.loads(table.read_text(encoding="utf-8"))
    return Labels(
        language, MappingProxyType({name: MappingProxyType(row) for name, row in read.items()})
    )
