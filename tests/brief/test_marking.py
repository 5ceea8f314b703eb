"""Evidence is marked exactly, and no letter loses the ones it is joined to."""

from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.excerpts import sentence_around
from riwaya.arabic.joining import JOINER, is_one_shape
from riwaya.brief.marks import Evidence, Role, Run, paragraphs
from riwaya.records.span import Span
from tests.brief.an_incident import words_in

TEXT = "وبالزاوية أسروا خمسة مدنيين."


def marked(text: str, *evidence: tuple[str, Role]) -> list[Run]:
    """Return the runs that are evidence, the words being given."""
    found = [Evidence(words_in(text, words), role) for words, role in evidence]
    return [run for line in paragraphs(text, found) for run in line if run.roles]


def bare(run: Run) -> str:
    """Return a run without its joiners."""
    return run.text.replace(JOINER, "")


def test_exactly_the_words_of_a_span_are_marked() -> None:
    (run,) = marked(TEXT, ("خمسة مدنيين", Role.TARGET))
    assert run == Run("خمسة مدنيين", (Role.TARGET,))


def test_a_mark_inside_a_word_is_joined_to_the_rest_of_it() -> None:
    text = "فقتلوهم"
    before, run, after = paragraphs(text, [Evidence(Span(1, 4), Role.TRIGGER)])[0]
    assert (before.text, run.text, after.text) == (
        f"ف{JOINER}",
        f"{JOINER}قتل{JOINER}",
        f"{JOINER}وهم",
    )


def test_no_joiner_stands_where_letters_are_not_joined() -> None:
    (run,) = marked(TEXT, ("زاوية", Role.PLACE))
    assert run.text == f"{JOINER}زاوية"
    assert marked(TEXT, ("أسروا", Role.TRIGGER))[0].text == "أسروا"


def test_lam_and_alif_are_marked_together() -> None:
    assert [run.text for run in marked("ولأسرى", ("أسرى", Role.TARGET))] == ["لأسرى"]


def test_a_vowel_sign_goes_with_its_letter() -> None:
    text = "قُتل"
    runs = paragraphs(text, [Evidence(Span(0, 1), Role.TRIGGER)])[0]
    assert [bare(run) for run in runs] == ["قُ", "تل"]


def test_where_evidence_overlaps_the_nearest_is_the_ground_and_the_widest_the_line() -> None:
    runs = marked(TEXT, ("خمسة مدنيين", Role.TARGET), ("خمسة", Role.COUNT))
    assert [run.roles for run in runs] == [(Role.COUNT, Role.TARGET), (Role.TARGET,)]
    assert runs[0].classes == "on-count under-target"


def test_evidence_that_crosses_is_cut_at_every_end() -> None:
    runs = marked(TEXT, ("أسروا خمسة", Role.TRIGGER), ("خمسة مدنيين", Role.TARGET))
    assert [run.text for run in runs] == ["أسروا ", "خمسة", " مدنيين"]
    assert set(runs[1].roles) == {Role.TRIGGER, Role.TARGET}


def test_a_mark_across_paragraphs_is_in_both() -> None:
    text = "قتل\nخمسة"
    found = paragraphs(text, [Evidence(Span(0, 8), Role.TRIGGER)])
    assert [[run.text for run in line] for line in found] == [["قتل"], ["خمسة"]]


def test_only_the_part_that_is_wanted_is_returned() -> None:
    evidence = [Evidence(words_in(TEXT, "خمسة مدنيين"), Role.TARGET)]
    found = paragraphs(TEXT, evidence, within=words_in(TEXT, "أسروا خمسة"))
    assert [[run.text for run in line] for line in found] == [["أسروا ", "خمسة"]]


def test_claims_that_share_a_trigger_share_its_anchor() -> None:
    span = words_in(TEXT, "أسروا")
    evidence = [Evidence(span, Role.TRIGGER, "here"), Evidence(span, Role.TRIGGER, "here")]
    (line,) = paragraphs(TEXT, evidence)
    assert [run.anchor for run in line if run.anchor] == ["here"]


WRITTEN = st.text(alphabet="بلاأدوُ \nقx5.", min_size=1, max_size=40)


@given(WRITTEN, st.data())
def test_without_its_joiners_a_marked_text_is_the_text(text: str, data: st.DataObject) -> None:
    ends = st.tuples(*(st.integers(0, len(text)),) * 2).map(sorted).filter(lambda e: e[0] < e[1])
    spans = [Span(*each) for each in data.draw(st.lists(ends, max_size=5))]
    evidence = [Evidence(span, role) for span, role in zip(spans, Role, strict=False)]
    found = paragraphs(text, evidence)
    lines = ["".join(bare(run) for run in line) for line in found]
    assert lines == [line for line in text.split("\n") if line.strip()]
    roles = [run.roles for line in found for run in line for _ in bare(run)]
    expected = [
        {
            each.role
            for each in evidence
            if wide(text, each.span).start <= at < wide(text, each.span).end
        }
        for at, char in enumerate(text)
        if char != "\n" and line_of(text, at).strip()
    ]
    assert [set(each) for each in roles] == expected


def wide(text: str, span: Span) -> Span:
    """Widen a span to whole shapes, one step at a time."""
    start, end = span.start, span.end
    while is_one_shape(text, start):
        start -= 1
    while is_one_shape(text, end):
        end += 1
    return Span(start, end)


def line_of(text: str, at: int) -> str:
    """Return the line in which a character stands."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : end if end >= 0 else len(text)]


def test_a_quote_is_the_whole_sentence() -> None:
    text = "وصل الوفد. قُتل 3.5 خمسة؟ لا."
    assert sentence_around(words_in(text, "قُتل"), text).of(text) == "قُتل 3.5 خمسة؟"


def test_a_quote_of_an_endless_sentence_is_cut_at_blanks() -> None:
    text = "كلمة " * 300 + "قُتل " + "كلمة " * 300
    quote = sentence_around(words_in(text, "قُتل"), text).of(text)
    assert len(quote) < 700
    assert set(quote.split()) == {"كلمة", "قُتل"}
