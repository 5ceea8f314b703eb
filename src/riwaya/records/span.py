"""Where in a text something stands."""

from dataclasses import dataclass

from riwaya.errors import SpanRangeError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open interval of Unicode code points, as Python counts them.

    >>> Span(0, 4).of("قُتل خمسة")
    'قُتل'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanRangeError(f"span [{self.start}, {self.end}) is empty or negative")

    def of(self, text: str) -> str:
        """Return the words this span covers.

        Raises:
            SpanRangeError: the span ends beyond the text.
        """
        if self.end > len(text):
            raise SpanRangeError(f"span ends at {self.end}, the text at {len(text)}")
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def utf16(self, text: str) -> tuple[int, int]:
        """Return the same interval in JavaScript string units."""
        before = len(text[: self.start].encode("utf-16-le", "surrogatepass")) // 2
        return before, before + len(self.of(text).encode("utf-16-le", "surrogatepass")) // 2
