"""What holds of the claims of every text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.extract import extract
from riwaya.extract.context import Context
from riwaya.extract.extract import Extraction
from riwaya.knowledge.ontology import event_types
from riwaya.records.claim import Claim, Modality
from tests.analyze.readings import a_reading
from tests.arabic.texts import news
from tests.extract.some_weights import some_weights

SENTENCES = (
    "قُتل ثلاثة جنود وأصيب أربعة في هجوم قرب سرت.",
    "وقال المتحدث باسم الجيش إن قواته استعادت السيطرة على التل.",
    "وأضاف أن 12 مسلحا استسلموا الخميس.",
    "ونفت الحكومة قصف المدينة.",
    "أمر القائد وحداته بالتقدم نحو درنة.",
    "هدد المسلحون بمهاجمة المطار",
    "مقتل 3 وإصابة 5 وأسر 12",
    "نقلت وكالة الأناضول عن مصدر طبي وصول جثتين.",
    "«سنواصل القتال»، بحسب بيان للحركة.",
    "يجتمع الوفدان غدا في جنيف.",
)
LINES = (*SENTENCES, "", " ", "…", "12", "«»", "مقتل", "(", "\u200f")
reports = st.one_of(
    news(),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(" ".join),
    st.lists(st.sampled_from(LINES), max_size=6).map("\n".join),
)


def claims_of(text: str, *, title: str | None = None) -> tuple[Claim, ...]:
    return extract(a_reading(text, title=title))


@given(reports, st.booleans())
@settings(deadline=None)
def test_no_text_raises_and_every_span_cuts_words_out_of_it(text: str, titled: bool) -> None:
    title = "مقتل قائد ميداني" if titled else None
    reading = a_reading(text, title=title)
    for claim in extract(reading):
        for span in claim.spans():
            assert 0 <= span.start < span.end <= len(reading.report.text)
            assert span.of(reading.report.text).strip()


@given(reports, st.integers(1, 3))
@settings(deadline=None)
def test_no_text_raises_whatever_was_learned(text: str, seed: int) -> None:
    reading = a_reading(text)
    for claim in Extraction(Context(reading), some_weights(seed), explains=True).claims():
        for span in claim.spans():
            assert span.of(reading.report.text).strip()
        agents = {agent.evidence for agent in claim.agents}
        assert not agents & {target.evidence for target in claim.targets}
        assert len(claim.places) <= 3


@given(reports)
@settings(deadline=None)
def test_extraction_is_the_same_each_time(text: str) -> None:
    assert claims_of(text) == claims_of(text)


@given(reports)
@settings(deadline=None)
def test_a_claims_id_is_its_own_in_its_report(text: str) -> None:
    ids = [claim.id for claim in claims_of(text)]
    assert len(set(ids)) == len(ids)


@given(reports)
@settings(deadline=None)
def test_claims_stand_in_text_order_with_known_types_and_an_incident(text: str) -> None:
    claims = claims_of(text)
    starts = [claim.trigger.start for claim in claims]
    assert starts == sorted(starts)
    for claim in claims:
        assert claim.type in event_types()
        assert 0.0 <= claim.confidence <= 1.0
        assert claim.incident


@given(reports)
@settings(deadline=None)
def test_nobody_is_agent_and_target_of_one_event(text: str) -> None:
    for claim in claims_of(text):
        agents = {agent.evidence for agent in claim.agents}
        assert not agents & {target.evidence for target in claim.targets}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "وصل القطار إلى المحطة في موعده، وكان الركاب سعداء.",
        "تفتح المكتبة أبوابها للزوار كل صباح، وفيها قاعة للأطفال.",
        "12 34 56",
        "The committee met on Monday.",
    ],
)
def test_a_text_without_events_has_no_claims(text: str) -> None:
    assert claims_of(text) == ()


def test_a_plain_sentence_yields_its_claim() -> None:
    text = "قتل ثلاثة جنود في هجوم شنه مسلحون قرب سرت، بحسب مصدر طبي."
    killing = next(claim for claim in claims_of(text) if claim.type == "killing")
    assert killing.trigger.of(text) == "قتل"
    assert killing.modality is Modality.ACTUAL
    assert [(count.least, count.most) for count in killing.counts] == [(3, 3)]
    assert [target.evidence.of(text) for target in killing.targets] == ["ثلاثة جنود"]
    assert killing.attribution is not None
    assert killing.attribution.source.of(text) == "مصدر طبي"


@pytest.mark.parametrize("text", ["قُتل", "مقتل جنود", "وقالوا ثم انسحبوا", "قتل قتل قتل", "قصف."])
def test_events_at_the_edges_of_a_text_are_read(text: str) -> None:
    for claim in claims_of(text):
        assert claim.trigger.of(text) in text


def test_a_title_may_stand_alone() -> None:
    title = "مقتل خمسة جنود في هجوم قرب سرت"
    text = f"{title}\n\n"
    assert "killing" in {claim.type for claim in claims_of("", title=title)}
    assert all(claim.trigger.end <= len(text) for claim in claims_of("", title=title))


def test_a_sentence_of_thousands_of_words_is_read() -> None:
    text = "قتل ثلاثة جنود قرب سرت الخميس و" * 300
    assert len(claims_of(text)) > 100


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("هدد المتحدث العسكري بقصف المدينة.", Modality.THREATENED),
        ("نفت الحكومة قصف المدينة.", Modality.DENIED),
        ("قصف الجيش المدينة أمس.", Modality.ACTUAL),
    ],
)
def test_what_did_not_happen_is_told_from_what_did(text: str, modality: Modality) -> None:
    (claim,) = claims_of(text)
    assert claim.modality is modality


def test_who_is_joined_in_the_words_of_another_event_is_not_counted_twice() -> None:
    claims = extract(a_reading("أعلنت وزارة الصحة أن القصف أوقع 21 قتيلا و27 جريحا في حلب."))
    counted = {claim.type: [count.least for count in claim.counts] for claim in claims}
    assert counted["killing"] == [21]
