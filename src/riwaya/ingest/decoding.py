"""Which characters do the bytes stand for?

A declaration is a hint and never an order: pages lie about their encoding more often than bytes
do. UTF-8 is recognised by its form, UTF-16 by its rhythm, and the two Arabic code pages by which
of them turns the bytes into Arabic.
"""

import codecs
import re

from riwaya.errors import UnreadableReportError

UTF_8, UTF_16_LE, UTF_16_BE = "utf-8", "utf-16-le", "utf-16-be"
WINDOWS, ISO = "cp1256", "iso8859_6"
_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF16_LE, UTF_16_LE),
    (codecs.BOM_UTF16_BE, UTF_16_BE),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"BZh", "compressed with bzip2"),
    (b"\xfd7zXZ", "compressed with xz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a Rich Text document"),
)
_HEAD = 4096
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1a\x1b")
_MOST_CONTROLS = 0.02
_MOST_BROKEN = 0.05
"""Among the characters beyond ASCII, how many may be broken in a text that is still taken."""
_LEAST_ARABIC = 0.8
_LEAST_COMMON = 0.45
_ARABIC = re.compile("[\u0621-\u063a\u0640-\u0652]")
_COMMON = re.compile("[الينمورتبه]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_REPLACEMENT = "\ufffd"


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Turn bytes into text, whatever encoding they are in or claim to be in.

    Raises:
        UnreadableReportError: the bytes are no text, or broken beyond reading.
    """
    refuse_binary(data)
    encoding = encoding_of(data, declared=declared)
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    if encoding not in (WINDOWS, ISO):
        _refuse_broken(text)
    return text.replace("\x00", "")


def refuse_binary(data: bytes) -> None:
    """Raise where bytes are those of an image, an archive or a program.

    Raises:
        UnreadableReportError: they are, and of what.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableReportError(f"binary: this is {kind}, not text or HTML")
    if _utf16(data):
        return
    head = data[:_HEAD]
    if len(head) - len(head.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(head):
        raise UnreadableReportError("binary: the bytes are no text in any encoding")


def encoding_of(data: bytes, *, declared: str | None = None) -> str:
    """Return the encoding of some text: UTF-8, UTF-16, windows-1256 or ISO-8859-6.

    >>> encoding_of("قتل خمسة جنود في هجوم".encode("cp1256"), declared="iso-8859-6")
    'cp1256'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    rhythm = _utf16(data)
    if rhythm:
        return rhythm
    # A multi-byte character may be cut off at the end of what we look at; that is no fault.
    if _is_utf8(data) or _utf8_faults(data) <= _MOST_BROKEN:
        return UTF_8
    return _code_page(data, declared or _declaration(data))


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder(UTF_8)().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _utf8_faults(data: bytes) -> float:
    text = data.decode(UTF_8, "replace")
    return text.count(_REPLACEMENT) / max(1, len(_BEYOND_ASCII.findall(text)))


def _utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by the high bytes of Arabic and ASCII on one side only."""
    head = data[:_HEAD]
    pairs = len(head) // 2
    if pairs < 4:  # noqa: PLR2004  # fewer letters prove nothing
        return None
    for encoding, high, low in (
        (UTF_16_LE, head[1::2], head[::2]),
        (UTF_16_BE, head[::2], head[1::2]),
    ):
        telling = high.count(0x06) + high.count(0x00)
        if telling > 0.8 * pairs and low.count(0x06) + low.count(0x00) < 0.1 * pairs:
            return encoding
    return None


def _declaration(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    return found.group(1).decode("ascii") if found else None


def _code_page(data: bytes, declared: str | None) -> str:
    """Choose between the Arabic code pages by the share of letters that come out Arabic.

    Raises:
        UnreadableReportError: neither gives Arabic.
    """
    # windows-1256 holds every letter of French: bytes without any Arabic are decoded all the
    # same, so that the refusal names the language and not the encoding.
    order = (ISO, WINDOWS) if "8859-6" in (declared or "").lower() else (WINDOWS, ISO)
    best = max(order, key=lambda encoding: _arabic_share(data, encoding))
    text = data.decode(best, "replace")
    arabic = _ARABIC.findall(text)
    common = len(_COMMON.findall(text)) / max(1, len(arabic))
    if _arabic_share(data, best) < _LEAST_ARABIC or common < _LEAST_COMMON:
        if sum(char.isascii() and char.isalpha() for char in text) > len(arabic):
            return WINDOWS
        raise UnreadableReportError(
            "broken encoding: the bytes are no UTF-8, UTF-16, windows-1256 or ISO-8859-6"
        )
    return best


def _arabic_share(data: bytes, encoding: str) -> float:
    text = data.decode(encoding, "replace")
    return len(_ARABIC.findall(text)) / max(1, len(_BEYOND_ASCII.findall(text)))


def _refuse_broken(text: str) -> None:
    broken = text.count(_REPLACEMENT)
    beyond = len(_BEYOND_ASCII.findall(text))
    if broken > _MOST_BROKEN * max(1, beyond):
        raise UnreadableReportError(
            f"broken encoding: {broken:,} of {beyond:,} characters beyond ASCII cannot be decoded"
        )
