import pytest

from riwaya.ingest.decoding import decode, encoding_of
from tests.ingest.builders import (
    BODY,
    PAGES,
    TITLE,
    a_page,
    read_bytes,
    the_reason,
    the_report,
)

TEXT = f"{TITLE}\n\n{BODY}"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_is_read_in_every_encoding_without_a_declaration(encoding: str) -> None:
    assert the_report(read_bytes(TEXT.encode(encoding))).text == TEXT


@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-6", "latin-1", "x-none"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_page_is_read_in_every_encoding_whatever_it_declares(
    encoding: str, declared: str
) -> None:
    html = a_page().replace('charset="utf-8"', f'charset="{declared}"')
    report = the_report(read_bytes(html.encode(encoding)))
    assert report.title == TITLE
    assert report.text.endswith("عن المدارس.")


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6"])
def test_a_page_of_a_code_page_is_read_with_its_date(encoding: str) -> None:
    html = (PAGES / "legacy_code_page.html").read_text(encoding="utf-8")
    report = the_report(read_bytes(html.encode(encoding)))
    assert report.title == "شهود: قصف ليلي على أطراف الحي القديم"
    assert report.published is not None
    assert report.published.isoformat() == "2019-04-05T22:15:00"


@pytest.mark.parametrize("encoding", ["cp1256", "iso8859_6"])
def test_a_short_text_is_told_from_that_of_the_other_code_page(encoding: str) -> None:
    text = "قتل خمسة جنود في هجوم شنه مسلحون"
    assert decode(text.encode(encoding)) == text


def test_french_words_do_not_hide_the_code_page() -> None:
    text = f"{TEXT} (Café à Beyrouth)"
    assert decode(text.encode("cp1256")) == text


def test_a_character_cut_off_at_the_end_spoils_no_text() -> None:
    assert decode(TEXT.encode()[:-1]).startswith(TITLE)
    assert encoding_of(TEXT.encode()[:-2]) == "utf-8"


def test_a_few_broken_bytes_spoil_no_text() -> None:
    report = the_report(read_bytes(TEXT.encode() + b" \xd9 \xff"))
    assert report.text.startswith(TEXT)


def test_a_stray_nul_is_dropped() -> None:
    assert the_report(read_bytes((TEXT * 3).encode() + b"\x00 .")).text.endswith(" .")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 \xe2\xe3", "binary: this is a PDF document"),
        (b"PK\x03\x04\x14\x00\x06\x00", "binary: this is a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary: this is a PNG image"),
        (b"\x1f\x8b\x08\x00", "binary: this is compressed with gzip"),
        (bytes(range(256)) * 20, "binary: "),
        (b"\x00" * 5000, "binary: "),
        (b"", "empty: "),
        (b" \r\n\t ", "empty: "),
        (b"\xef\xbb\xbf", "empty: "),
    ],
)
def test_what_is_no_text_is_rejected_with_what_it_is(data: bytes, reason: str) -> None:
    assert the_reason(read_bytes(data)).startswith(reason)


def test_text_read_wrongly_once_before_is_rejected_as_broken() -> None:
    misread = TEXT.encode().decode("latin-1")
    assert the_reason(read_bytes(misread.encode())).startswith("broken encoding: ")


def test_letters_lost_to_question_marks_are_rejected_as_broken() -> None:
    lost = TEXT.encode("ascii", "replace")
    assert the_reason(read_bytes(lost)).startswith("broken encoding: ")


def test_letters_lost_to_replacement_characters_are_rejected_as_broken() -> None:
    lost = "\ufffd" * 40 + BODY
    assert the_reason(read_bytes(lost.encode())).startswith("broken encoding: ")


@pytest.mark.parametrize("encoding", ["gbk", "shift_jis", "euc_kr"])
def test_text_of_another_script_is_not_taken_for_arabic(encoding: str) -> None:
    text = {
        "gbk": "新华社记者报道说当地",
        "shift_jis": "これは日本語の文章です",
        "euc_kr": "한국어",
    }
    data = (text[encoding] * 20).encode(encoding)
    assert the_reason(read_bytes(data)).startswith(("broken encoding: ", "not Arabic: "))


def test_french_in_a_western_encoding_is_rejected_as_not_arabic() -> None:
    text = "Les négociations ont été suspendues à la dernière minute, a déclaré le préfet."
    assert the_reason(read_bytes(text.encode("latin-1"))).startswith("not Arabic: ")
