"""Attributed event claims from Arabic news: who says who did what to whom."""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from riwaya.extraction import Extraction
    from riwaya.opened import OpenStore

__all__ = ["__version__", "extract", "open_store"]

__version__ = "0.1.0"


def extract(
    text: str,
    *,
    title: str | None = None,
    published: "str | date | None" = None,
    publisher: str | None = None,
    why: bool = False,
) -> "Extraction":
    """Return the claims of one Arabic text; iterate over them, or print them all.

    Offsets count code points of `result.report.text`, which begins with the title where one is
    given. Relative dates ("أمس") are resolved from `published`: a date, a datetime, or either as
    ISO 8601 writes it. With `why`, each claim has the steps that made it in `claim.why`, and they
    are printed with it.

    Raises:
        InputError: `published` is no date.
        TypeError: an argument is of another type.
    """
    from riwaya.extraction import extraction_of

    return extraction_of(text, title=title, published=published, publisher=publisher, explains=why)


def open_store(path: "Path | str") -> "OpenStore":
    """Open a store that `riwaya run` has made: its claims, incidents and figures.

    >>> with open_store("libya.db") as store:  # doctest: +SKIP
    ...     killed = store.figures.to_pandas().query("role == 'killed'")

    Raises:
        StoreError: there is no such store, or it cannot be read.
    """
    from riwaya.opened import OpenStore
    from riwaya.store import open_store as opened

    return OpenStore(opened(path, create=False))


class _Package(ModuleType):
    """Keeps `riwaya.extract` the function when the stage of that name is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name == "extract" and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
