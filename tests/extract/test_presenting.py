"""How a text presents an event is seen from the words before and behind it."""

import pytest

from riwaya.extract.modality import LABELS, options
from tests.extract.sentences import the_events

BOMBED = ("قصف", "shelling")


def seen(body: str, *told: tuple[str, str]) -> dict[str, int]:
    found = options(the_events(body, *(told or (BOMBED,))))
    return {name: int(column[0]) for name, column in found.columns.items()}


def test_every_event_is_offered_every_modality() -> None:
    found = options(the_events("قتل جندي بعد قصف التل", ("قتل", "killing"), BOMBED))
    assert found.label.tolist() == list(range(len(LABELS))) * 2
    assert found.owner.tolist() == [0] * len(LABELS) + [1] * len(LABELS)


@pytest.mark.parametrize(
    "body",
    ["أمر القائد بوقف قصف التل", "هدد القائد بمواصلة قصف التل", "نفى القائد وقوع قصف"],
)
def test_a_word_of_modality_before_the_event_is_a_cue(body: str) -> None:
    assert seen(body)["cue1"]


def test_a_sentence_of_plain_words_has_no_cue() -> None:
    found = seen("وقع قصف على التل")
    assert not found["cue1"]
    assert not found["particle1"]
    assert not found["aftercue"]


def test_negation_and_condition_are_particles() -> None:
    assert seen("لم يقع قصف على التل")["particle1"]
    assert seen("لو وقع قصف على التل")["particle1"]


def test_the_verb_before_governs_the_event_until_a_comma() -> None:
    assert seen("هدد القائد بعد قصف التل")["ruler"]
    assert not seen("عاد الهدوء، وبعد قصف التل")["ruler"]


def test_another_sentences_words_are_no_cues() -> None:
    assert not seen("أمر القائد قواته بالعودة. ثم وقع قصف على التل")["cue1"]


def test_the_nearest_cue_is_the_first() -> None:
    found = seen("هدد القائد ثم نفى وقوع قصف")
    alone = seen("ثم نفى وقوع قصف")
    assert found["cueword1"] == alone["cueword1"]
    assert found["cue2"]
    assert not alone["cue2"]


def test_an_event_alone_in_its_text_has_nothing_around() -> None:
    found = seen("قصف")
    assert not any(found[name] for name in ("p1", "n1", "cue1", "ruler"))
