"""Everything riwaya raises on purpose.

RiwayaError
├── InputError                 what we were given cannot be read
│   ├── UnreadableReportError  the bytes are no Arabic report, and why
│   ├── UnreachableError       a URL could not be fetched, or may not be
│   ├── AnnotationError        a line of claims breaks the form of its file
│   ├── PlaceTableError        a file of places is of no form we know, or holds none
│   └── UnknownRecordError     no claim or report has that id
├── ConfigError                the settings or tables ask for something we cannot do
│   ├── UnknownChoiceError     a name that is not among the known ones
│   └── TableError             a knowledge table breaks its own form
├── StoreError                 the database cannot be opened, or is not ours
├── OutputError                a file cannot be written, or a package for it is not installed
└── InvariantError             our own bug: a record broke its promise
    └── SpanRangeError         a span that is empty, negative or beyond its text
"""

from collections.abc import Iterable


class RiwayaError(Exception):
    """Base of every error this package raises deliberately."""


class InputError(RiwayaError):
    """What we were given cannot be read."""


class UnreadableReportError(InputError):
    """The bytes are no Arabic report; the message says why."""


class UnreachableError(InputError):
    """A URL could not be fetched, or may not be."""


class AnnotationError(InputError):
    """A line of claims breaks the form of its file."""

    def __init__(self, *, where: str, problem: str) -> None:
        self.where = where
        self.problem = problem
        super().__init__(f"{where}: {problem}")


class PlaceTableError(InputError):
    """A file of places, or of questions for places, is of no form we know, or holds none."""


class UnknownRecordError(InputError):
    """No claim or report has that id."""


class ConfigError(RiwayaError):
    """The settings or tables ask for something we cannot do."""


class UnknownChoiceError(ConfigError):
    """A setting names something that is not among the known ones."""

    def __init__(self, *, setting: str, value: str, known: Iterable[str]) -> None:
        self.setting = setting
        self.value = value
        self.known = tuple(sorted(known))
        super().__init__(f"{setting} = {value!r} is not one of: {', '.join(self.known)}")


class TableError(ConfigError):
    """A knowledge table breaks its own form."""

    def __init__(self, *, table: str, entry: str, problem: str) -> None:
        self.table = table
        self.entry = entry
        super().__init__(f"{table}, entry {entry!r}: {problem}")


class StoreError(RiwayaError):
    """The database cannot be opened, or is not ours."""


class OutputError(RiwayaError):
    """A file cannot be written, or a package that its format needs is not installed."""


class InvariantError(RiwayaError):
    """Our own bug: a record broke its promise."""


class SpanRangeError(InvariantError):
    """A span that is empty, negative or beyond its text."""
