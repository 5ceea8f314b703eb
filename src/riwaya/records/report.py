"""A report as it was read, and one that was turned away."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

ReportId = NewType("ReportId", str)


class DateBasis(StrEnum):
    """Where the time of publication was found."""

    GIVEN = "given"
    JSON_LD = "json-ld"
    META = "meta"
    TIME_TAG = "time-tag"
    VISIBLE = "visible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """When a report was published, no more exactly than its source says.

    `at` carries a zone only where the source named one; `has_clock` is false where only the day
    is known (`at` is then midnight and says nothing of the hour).
    """

    at: datetime
    has_clock: bool
    basis: DateBasis

    def isoformat(self) -> str:
        """Return a date, or a date with its time of day, as ISO 8601 writes it."""
        return self.at.isoformat() if self.has_clock else self.at.date().isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One news report.

    `text` is the whole text; where there is a title it begins with it, followed by a blank line.
    Every offset in the package counts code points of `text`.
    """

    id: ReportId
    text: str
    title: str | None = None
    published: Publication | None = None
    publisher: str | None = None
    url: str | None = None
    byline: str | None = None
    credits: tuple[str, ...] = ()
    """Wire agencies and outlets the report names as its origin."""
    keywords: tuple[str, ...] = ()
    language: str = "ar"
    origin: str | None = None
    """The file, line or URL it was read from."""

    @property
    def digest(self) -> str:
        """A name of the content: two readings of one text have the same."""
        return content_digest(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A report that could not pass a stage, and why. Nothing is dropped in silence."""

    origin: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something about an input that was read: its reader may not have expected it."""

    origin: str
    note: str


Found = Report | Rejected | Remark
"""What reading yields, in the order in which it is met."""


def content_digest(text: str) -> str:
    """Return 16 hexadecimal digits that name a text, whatever its spacing."""
    spaced = " ".join(text.split())
    return hashlib.sha256(spaced.encode("utf-8", "surrogatepass")).hexdigest()[:16]
