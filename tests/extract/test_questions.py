"""Every question looks at what its options have."""

import pytest

from riwaya.extract.context import Context
from riwaya.extract.extract import Extraction
from riwaya.extract.options import Options
from riwaya.extract.questions import QUESTIONS, Question
from riwaya.extract.reader import Floats, Reader
from tests.analyze.readings import a_reading
from tests.extract.some_weights import some_weights

BODY = (
    "قتل 3 جنود وضابط في هجوم قرب سرت الخميس. "
    "وقال المتحدث العسكري لصحيفة الوطن إن القوات قصفت التل."
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, Options]:
    """Return the options of each question that a report was asked."""
    found: dict[str, Options] = {}
    scores = Reader.scores

    def kept(self: Reader, name: str, options: Options) -> Floats:
        found[name] = options
        return scores(self, name, options)

    monkeypatch.setattr(Reader, "scores", kept)
    for seed in range(1, 9):
        Extraction(Context(a_reading(BODY)), some_weights(seed)).claims()
    return found


def test_every_column_that_is_looked_at_is_there(asked: dict[str, Options]) -> None:
    assert asked.keys() == QUESTIONS.keys()
    for name, options in asked.items():
        question = QUESTIONS[name]
        columns = {c for t in (*question.templates, *question.looked_at) for c in t.split()}
        assert columns <= options.columns.keys(), name


def test_no_template_is_there_twice() -> None:
    for question in QUESTIONS.values():
        names = [frozenset(template.split()) for template in question.templates]
        assert len(set(names)) == len(names), question.name


FIXED = [question for question in QUESTIONS.values() if question.labels > 1]


@pytest.mark.parametrize("question", FIXED, ids=[question.name for question in FIXED])
def test_a_template_speaks_for_one_of_the_fixed_answers(question: Question) -> None:
    speaks = {"label", "listed"}
    assert all(speaks & set(template.split()) for template in question.templates)
