"""Analyze a report: what stands in it, before any question of what happened."""

from collections.abc import Sequence
from datetime import datetime

from riwaya.analyze.actors import actor_mentions
from riwaya.analyze.phrases import phrases
from riwaya.analyze.places import place_mentions
from riwaya.analyze.quotes import quotes, unquoted
from riwaya.analyze.sentences import sentences
from riwaya.analyze.tagging import tagged, with_names
from riwaya.arabic.calendar import read_times
from riwaya.arabic.numerals import read_numbers
from riwaya.arabic.words import Word, words
from riwaya.records.reading import AnalyzedReport, NumberMention, TimeMention
from riwaya.records.report import Report


def analyze(report: Report) -> AnalyzedReport:
    """Return the report with its sentences, tokens, phrases and mentions."""
    written = words(report.text)
    found = unquoted(written)
    published = report.published.at if report.published else None
    times = _times(found, published)
    numbers = _numbers(found, times)
    tokens = tagged(found)
    cut = sentences(tokens, report.text, title_ends=_title_end(report))
    places = place_mentions(tokens, cut, numbers, times)
    tokens = with_names(tokens, (range(p.name, p.last) for p in places if p.certainty > 1))
    cut_phrases = phrases(tokens, cut, report.text)
    day = published.date() if published else None
    return AnalyzedReport(
        report=report,
        tokens=tokens,
        sentences=cut,
        phrases=cut_phrases,
        numbers=numbers,
        times=times,
        places=places,
        quotes=quotes(written),
        actors=actor_mentions(tokens, cut, cut_phrases, places, on=day),
    )


def _title_end(report: Report) -> int:
    return len(report.title) if report.title and report.text.startswith(report.title) else 0


def _times(found: Sequence[Word], published: datetime | None) -> list[TimeMention]:
    return [
        TimeMention(
            first=time.first,
            last=time.last,
            start=time.start,
            end=time.end,
            earliest=time.earliest,
            latest=time.latest,
            precision=time.precision,
            basis=time.basis,
            looks_ahead=time.looks_ahead,
        )
        for time in read_times(found, published=published)
    ]


def _numbers(found: Sequence[Word], times: Sequence[TimeMention]) -> list[NumberMention]:
    """Return the numbers that are no part of a time."""
    taken = {position for time in times for position in range(time.first, time.last)}
    return [
        NumberMention(
            first=number.first,
            last=number.last,
            core_first=number.core_first,
            core_last=number.core_last,
            start=number.start,
            end=number.end,
            least=number.least,
            most=number.most,
            definite=number.definite,
            percent=number.percent,
        )
        for number in read_numbers(found)
        if number.core_first not in taken
    ]
