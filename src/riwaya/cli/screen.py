"""Put Arabic on a terminal so that it can be read: clean, isolated, wrapped between words."""

import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NoReturn

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

PIPED_WIDTH = 100
"""Columns where the output is no terminal; fixed, so that two runs print the same."""
LEAST_WIDTH = 40
BROKEN_PIPE = 141
"""What a shell reports of a program whose reader has gone, as of `yes | head`."""

_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
_KEPT_FORMATS = frozenset("\u200c\u200d")
"""Joiners change the shape of letters; every other invisible mark could reorder the line."""


class Screen(Console):
    """Standard output, or standard error, with colours only where a person looks at it."""

    def __init__(
        self, *, stderr: bool = False, width: int | None = None, is_plain: bool = False
    ) -> None:
        """Open the screen; a plain one lays out as for a file wherever the output goes."""
        stream = sys.stderr if stderr else sys.stdout
        if width is None and (is_plain or not stream.isatty()):
            width = PIPED_WIDTH
        super().__init__(
            stderr=stderr,
            width=width,
            force_terminal=False if is_plain else None,
            highlight=False,
            markup=False,
            emoji=False,
        )

    @property
    def columns(self) -> int:
        """The width to lay out for, in cells."""
        return max(self.width, LEAST_WIDTH)

    @property
    def opening(self) -> str:
        """What keeps the Arabic after it from reordering what stands beside it on a terminal."""
        return _ISOLATE if self.is_terminal else ""

    @property
    def closing(self) -> str:
        """The end of what `opening` opened."""
        return _END_OF_ISOLATE if self.is_terminal else ""

    def isolated(self, words: str) -> str:
        """Put Arabic between `opening` and `closing`."""
        return f"{self.opening}{words}{self.closing}" if words else words

    def put(self, text: str | Text = "") -> None:
        """Write one line as it is."""
        self.print(text, soft_wrap=True)

    def on_broken_pipe(self) -> NoReturn:
        """End quietly when whoever reads our output has seen enough."""
        leave_quietly()


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of a line, and whether the eye should fall on it."""

    text: str
    is_bright: bool = False


def leave_quietly() -> NoReturn:
    """End when the reader of our output has gone, without a complaint at the last flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(BROKEN_PIPE)


def clean(words: str) -> str:
    r"""Drop what could move the cursor or turn the line round, and make every space one blank.

    >>> clean("قتل\n \x1b[31mجنديان\u202e")
    'قتل [31mجنديان'
    """
    kept = (
        character
        for character in words
        if character.isspace()
        or character in _KEPT_FORMATS
        or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    return " ".join("".join(kept).split())


def wrapped(words: Sequence[Mark], *, width: int) -> list[list[Mark]]:
    """Break words into lines of at most `width` cells; a longer word has a line of its own."""
    lines: list[list[Mark]] = []
    used = 0
    for word in words:
        cells = cell_len(word.text)
        if lines and used + 1 + cells <= width:
            lines[-1].append(word)
            used += 1 + cells
        else:
            lines.append([word])
            used = cells
    return lines


def shortened(words: str, *, width: int) -> str:
    """Cut clean words between two of them where they are wider than `width` cells.

    >>> shortened("قوات الدفاع عن العاصمة", width=14)
    'قوات الدفاع …'
    """
    if cell_len(words) <= width:
        return words
    first = wrapped([Mark(word) for word in words.split()], width=max(width - 2, 1))[0]
    return " ".join(word.text for word in first) + " …"


def write_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output as they come; whoever reads them may stop at any time."""
    try:
        for line in lines:
            sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        leave_quietly()
