"""Analyzed sentences, and their parts as words."""

from datetime import UTC, datetime

from riwaya.analyze import analyze
from riwaya.records.reading import AnalyzedReport, PlaceMention, Tag
from riwaya.records.report import DateBasis, Publication, Report, ReportId


def a_reading(body: str, *, title: str | None = None) -> AnalyzedReport:
    """Analyze a report of 14 March 2021, a Sunday."""
    return analyze(
        Report(
            id=ReportId("r1"),
            text=f"{title}\n\n{body}" if title else body,
            title=title,
            published=Publication(
                at=datetime(2021, 3, 14, tzinfo=UTC), has_clock=False, basis=DateBasis.GIVEN
            ),
        )
    )


def words_of(reading: AnalyzedReport, first: int, last: int) -> str:
    return reading.span(first, last).of(reading.report.text)


def the_tag(body: str, word: str) -> Tag:
    (tag,) = {token.tag for token in a_reading(body).tokens if token.text == word}
    return tag


def the_phrases(body: str) -> list[str]:
    reading = a_reading(body)
    return [words_of(reading, phrase.first, phrase.last) for phrase in reading.phrases]


def the_place(body: str, words: str) -> PlaceMention:
    """Return the place mention that has just these words."""
    reading = a_reading(body)
    found = {words_of(reading, place.first, place.last): place for place in reading.places}
    assert words in found, f"{words} is not among {list(found)}"
    return found[words]
