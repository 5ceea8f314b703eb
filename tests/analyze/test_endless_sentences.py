"""A text without full stops is cut, so that its cost grows with its length."""

from riwaya.analyze import analyze
from riwaya.records.report import Report, ReportId

LONGEST = 300


def test_a_text_without_full_stops_is_cut_into_sentences_at_commas() -> None:
    text = "هاجم مسلحون نقطة تفتيش في المدينة، " * 200
    analysis = analyze(Report(id=ReportId("r"), text=text))
    assert len(analysis.sentences) > 1
    assert all(s.last - s.first <= LONGEST for s in analysis.sentences)
    assert sum(s.last - s.first for s in analysis.sentences) == len(analysis.tokens)


def test_a_text_without_any_mark_is_cut_all_the_same() -> None:
    analysis = analyze(Report(id=ReportId("r"), text="قصف " * 1000))
    assert max(s.last - s.first for s in analysis.sentences) <= LONGEST + 1
