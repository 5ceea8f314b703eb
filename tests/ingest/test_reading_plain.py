from tests.ingest.builders import BODY, TITLE, read_bytes, the_reason, the_report


def test_a_first_line_above_a_blank_one_is_the_title() -> None:
    report = the_report(read_bytes(f"{TITLE}\r\n  \r\n\r\n{BODY}\r\n".encode()))
    assert report.title == TITLE
    assert report.text == f"{TITLE}\n\n{BODY}"


def test_a_sentence_above_a_blank_line_is_no_title() -> None:
    first, second = BODY.split("\n")
    report = the_report(read_bytes(f"{first}\n\n{second}".encode()))
    assert (report.title, report.text) == (None, f"{first}\n\n{second}")


def test_a_text_without_blank_lines_has_no_title() -> None:
    report = the_report(read_bytes(BODY.encode()))
    assert (report.title, report.text) == (None, BODY)


def test_a_date_and_a_source_among_the_lines_are_read() -> None:
    text = f"{TITLE}\n\nالجمعة 5 أبريل 2019 01:04 م\n{BODY}\nالمصدر: الميناء + رويترز"
    report = the_report(read_bytes(text.encode()))
    assert report.published is not None
    assert report.published.isoformat() == "2019-04-05T13:04:00"
    assert report.credits == ("الميناء", "رويترز")


def test_a_date_within_the_text_is_not_that_of_its_publication() -> None:
    report = the_report(read_bytes(f"{BODY} وكان قد طالب بذلك في 3 مارس 2018.".encode()))
    assert report.published is None


def test_a_text_is_named_by_its_content() -> None:
    report = the_report(read_bytes(BODY.encode()))
    assert report.id == report.digest


def test_a_few_words_are_no_report() -> None:
    assert the_reason(read_bytes("لا نص هنا".encode())).startswith("empty: ")


def test_persian_is_not_arabic() -> None:
    text = "گروهی از کارشناسان برای بررسی وضعیت پل چوبی به منطقه مرزی رفته‌اند و پاسخ می‌دهند."
    assert the_reason(read_bytes(text.encode())).startswith("not Arabic: ")


def test_names_with_persian_letters_are_no_persian() -> None:
    report = the_report(read_bytes(f"{BODY} وحضر اللقاء ممثل عن بلدة چمچمال.".encode()))
    assert "چمچمال" in report.text
