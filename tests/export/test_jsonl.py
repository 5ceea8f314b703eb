"""Claims go out as the annotation guidelines write them, and come back."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.errors import AnnotationError
from riwaya.export import jsonl
from riwaya.records.claim import Count, CountRole, Participant, Precision, TimeBasis
from riwaya.records.coded import CodedReport
from riwaya.records.report import DateBasis
from riwaya.records.span import Span
from tests.builders import TEXT, a_claim, a_publication, a_report, the_words


def a_coded_report(**changes: object) -> CodedReport:
    base: dict[str, object] = {"report": a_report(), "claims": (a_claim(),), "cluster": "k1"}
    return CodedReport(**(base | changes))  # type: ignore[arg-type]  # open on purpose


def written(coded: CodedReport) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(jsonl.line(coded))
    return line


def read_back(folder: Path, *coded: CodedReport) -> list[CodedReport]:
    path = folder / "claims.jsonl"
    path.write_text("".join(f"{line}\n" for line in jsonl.lines(coded)), encoding="utf-8")
    return list(jsonl.read(path))


def test_the_id_comes_first_and_the_claims_last() -> None:
    names = list(written(a_coded_report()))
    assert (names[0], names[-1]) == ("id", "claims")


def spans_in(value: object) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [span for each in value for span in spans_in(each)]
    if not isinstance(value, dict):
        return []
    own = [value] if isinstance(value.get("start"), int) else []
    return own + [span for each in value.values() for span in spans_in(each)]


@given(st.data())
def test_every_exported_span_cuts_out_its_own_text(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=40))

    def a_span() -> Span:
        start = data.draw(st.integers(0, len(text) - 1))
        return Span(start, data.draw(st.integers(start + 1, len(text))))

    claim = a_claim(
        trigger=a_span(), agents=(Participant(evidence=a_span()),), targets=(), places=(),
        counts=(), time=None, attribution=None, via=a_span(),
    )  # fmt: skip
    line = written(a_coded_report(report=a_report(text=text), claims=(claim,)))
    spans = spans_in(line["claims"])
    assert len(spans) == 3
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_claims_come_back_as_they_went_out(tmp_path: Path) -> None:
    (back,) = read_back(tmp_path, a_coded_report())
    (claim,) = back.claims
    assert claim == a_claim()
    assert back.cluster == "k1"


def test_the_report_comes_back_as_far_as_the_form_holds_it(tmp_path: Path) -> None:
    (back,) = read_back(tmp_path, a_coded_report())
    lost = {"byline": None, "credits": (), "keywords": (), "origin": back.report.origin}
    given_date = a_publication(basis=DateBasis.GIVEN)
    assert back.report == replace(a_report(published=given_date), **lost)  # type: ignore[arg-type]  # open on purpose


def test_unknown_parts_are_null_and_come_back_unknown(tmp_path: Path) -> None:
    bare = a_claim(time=None, attribution=None, via=None, incident=None, counts=(), places=())
    coded = a_coded_report(report=a_report(published=None), claims=(bare,), cluster=None)
    line = written(coded)
    assert "cluster" not in line
    assert [line["claims"][0][name] for name in ("time", "source", "via")] == [None] * 3
    (back,) = read_back(tmp_path, coded)
    assert back.claims == (bare,)


def test_a_carried_time_has_no_words(tmp_path: Path) -> None:
    day = a_claim().time
    assert day is not None
    carried = replace(day, evidence=None, basis=TimeBasis.INHERITED, precision=Precision.DAY)
    coded = a_coded_report(claims=(a_claim(time=carried),))
    time = written(coded)["claims"][0]["time"]
    assert (time["text"], time["start"], time["from"]) == (None, None, "2019-04-04")
    assert read_back(tmp_path, coded)[0].claims[0].time == carried


def test_the_words_of_a_count_are_found_again_near_their_trigger(tmp_path: Path) -> None:
    count = Count(role=CountRole.KILLED, least=5, most=None, evidence=the_words("خمسة"))
    coded = a_coded_report(claims=(a_claim(counts=(count,)),))
    assert read_back(tmp_path, coded)[0].claims[0].counts == (count,)


@given(st.text())
def test_any_text_is_one_line_that_comes_back(text: str) -> None:
    line = jsonl.line(a_coded_report(report=a_report(text=text, title=text), claims=()))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["text"] == text
    assert line.encode()


@pytest.mark.parametrize("text", ["\u2028", "\x85", "قصف \ud800"])
def test_odd_characters_do_not_break_a_line(text: str) -> None:
    line = jsonl.line(a_coded_report(report=a_report(text=text), claims=()))
    assert len(line.splitlines()) == 1
    assert json.loads(line.encode())["text"] == text


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"type": None}, "type is missing"),
        ({"trigger": None}, "trigger is missing"),
        ({"trigger": {"text": "قصف", "start": 0, "end": 3}}, "the text has"),
        ({"trigger": {"text": "قصف", "start": 0, "end": 9999}}, "no part of a text"),
        ({"modality": "certain"}, "'certain' is not one of: actual"),
        ({"time": {"start": None, "end": None, "from": "5.4.2019", "to": None}}, "no date like"),
        ({"counts": [{"role": "killed", "min": 5, "max": 4, "text": "خمسة"}]}, "backwards"),
        ({"counts": [{"role": "killed", "min": "5", "max": 5}]}, "min must be a whole number"),
        ({"agents": "الجيش"}, "agents must be a list"),
        ({"confidence": "sure"}, "confidence must be a number"),
    ],
)
def test_a_claim_that_breaks_the_form_is_refused_with_its_place(
    tmp_path: Path, change: dict[str, object], problem: str
) -> None:
    line = written(a_coded_report())
    line["claims"][0].update(change)
    path = tmp_path / "claims.jsonl"
    path.write_text(f"\n{json.dumps(line)}\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match=problem) as caught:
        list(jsonl.read(path))
    assert caught.value.where.startswith(f"{path}:2")


@pytest.mark.parametrize("line", ["{", "[]", '{"claims": []}', "7", "[" * 100_000])
def test_a_line_that_is_no_report_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"claims\.jsonl:1"):
        list(jsonl.read(path))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_bytes(b'{"id": "\xff"}\n')
    with pytest.raises(AnnotationError, match="cannot be read"):
        list(jsonl.read(path))


def test_a_line_without_a_text_takes_the_one_that_is_known(tmp_path: Path) -> None:
    line = written(a_coded_report())
    del line["text"]
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    (back,) = jsonl.read(path, texts={"r1": TEXT})
    assert back.report.text == TEXT
    assert back.claims[0].trigger.of(TEXT) == "قصف"
