"""A store keeps whole reports, once, and finds them again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from riwaya.errors import InputError, StoreError, UnknownRecordError
from riwaya.records.claim import Modality
from riwaya.records.coded import CodedReport
from riwaya.records.report import Rejected, Report, ReportId
from riwaya.store import open_store
from riwaya.store.database import Store
from riwaya.store.writing import Kept
from tests.arabic.texts import news
from tests.builders import TEXT, a_claim, a_publication, a_report


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "riwaya.db") as opened:
        yield opened


def another_report(**changes: object) -> Report:
    text = "انسحبت الوحدات من الميناء أمس بعد هدنة قصيرة."
    return a_report(**{"id": ReportId("r2"), "text": text, "title": None, **changes})


def test_a_report_comes_back_with_its_claims_as_they_were(store: Store) -> None:
    assert store.add(a_report(), [a_claim()]) is Kept.NEW
    (coded,) = store.coded()
    assert coded.report == a_report()
    assert coded.claims == (a_claim(),)


def test_a_bare_report_comes_back_bare(store: Store) -> None:
    bare = Report(id=ReportId("r3"), text=TEXT)
    claim = a_claim(report=bare.id, time=None, attribution=None, via=None, incident=None)
    store.add(bare, [claim])
    assert [(each.report, each.claims) for each in store.coded()] == [(bare, (claim,))]


def test_reading_the_same_report_twice_changes_nothing(store: Store) -> None:
    store.add(a_report(), [a_claim()])
    before = store.path.read_bytes(), store.counts(), list(store.coded())
    assert store.add(a_report(), [a_claim()]) is Kept.SAME
    assert (store.path.read_bytes(), store.counts(), list(store.coded())) == before


def test_other_claims_of_a_report_take_the_place_of_those_it_had(store: Store) -> None:
    store.add(a_report(), [a_claim(), a_claim(type="killing")])
    denied = a_claim(modality=Modality.DENIED)
    assert store.add(a_report(), [denied]) is Kept.CHANGED
    assert list(store.claims()) == [denied]


def test_a_copy_under_another_id_is_the_same_report(store: Store) -> None:
    store.add(a_report(), [a_claim()])
    copy = a_report(id=ReportId("r9"), origin="copies.jsonl:1")
    assert store.add(copy, []) is Kept.COPY
    assert list(store.coded()) == [CodedReport(report=a_report(), claims=(a_claim(),))]


def test_a_copy_under_another_id_adds_the_date_that_was_not_known(store: Store) -> None:
    undated = a_report(published=None)
    store.add(undated, [a_claim(time=None)])
    copy = a_report(id=ReportId("r9"), origin="copies.jsonl:1", publisher=None)
    claims = [a_claim(report=copy.id)]
    expected = [CodedReport(report=a_report(), claims=(a_claim(),))]
    assert store.add(copy, claims) is Kept.CHANGED
    assert list(store.coded()) == expected
    assert store.add(undated, [a_claim(time=None)]) is Kept.SAME
    assert store.add(copy, claims) is Kept.COPY
    assert list(store.coded()) == expected


def test_a_dated_reading_takes_its_spaces_along(store: Store) -> None:
    spaced = TEXT.replace("\n\n", " ")
    store.add(a_report(text=spaced, title=None, published=None), [])
    assert store.add(a_report(origin="copies.jsonl:1"), [a_claim()]) is Kept.CHANGED
    assert list(store.coded()) == [CodedReport(report=a_report(), claims=(a_claim(),))]


def test_two_publishers_of_one_wire_text_are_two_reports(store: Store) -> None:
    store.add(a_report(), [])
    assert store.add(a_report(id=ReportId("r9"), publisher="صحيفة أخرى"), []) is Kept.NEW


def test_another_text_under_a_known_id_is_refused(store: Store) -> None:
    store.add(a_report(), [a_claim()])
    with pytest.raises(InputError, match="'r1'"):
        store.add(another_report(id=ReportId("r1")), [])
    assert list(store.claims()) == [a_claim()]


def test_a_second_reading_adds_what_the_first_did_not_know(store: Store) -> None:
    store.add(a_report(byline=None, published=None), [a_claim()])
    again = a_report(origin="elsewhere.html", publisher="صحيفة أخرى")
    assert store.add(again, [a_claim()]) is Kept.CHANGED
    (coded,) = store.coded()
    assert coded.report == a_report(published=a_publication())


def test_a_report_that_is_read_at_last_is_rejected_no_longer(store: Store) -> None:
    store.reject(Rejected(origin="reports.jsonl:1", stage="ingest", reason="broken encoding"))
    store.add(a_report(origin="reports.jsonl:1"), [])
    assert store.rejected() == ()


def test_a_rejection_is_kept_once(store: Store) -> None:
    rejected = Rejected(origin="empty.txt", stage="ingest", reason="empty")
    store.reject(rejected)
    store.reject(rejected)
    assert store.rejected() == (rejected,)


def test_claims_can_be_asked_for_by_type(store: Store) -> None:
    store.add(a_report(), [a_claim(), a_claim(type="killing")])
    assert [claim.type for claim in store.claims(event_type="killing")] == ["killing"]


def test_a_record_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    store.add(a_report(), [a_claim()])
    claim, report = store.claim(a_claim().id[:4])
    assert (claim, report) == (a_claim(), a_report())
    assert store.report("r").report == a_report()


@pytest.mark.parametrize(
    ("name", "problem"), [("x", "no report"), ("", "no report"), ("r", "several.*: r1, r2")]
)
def test_a_name_of_none_or_several_is_refused(store: Store, name: str, problem: str) -> None:
    store.add(a_report(), [])
    store.add(another_report(), [])
    with pytest.raises(UnknownRecordError, match=problem):
        store.report(name)


@pytest.mark.parametrize(
    "sought", ["القصف", "طائرات درنه", "الطائرات", "خمسة", "قَصْف", "الصليب الاحمر", "وكالةٌ"]
)
def test_search_finds_a_word_whatever_is_written_on_it(store: Store, sought: str) -> None:
    store.add(a_report(), [a_claim()])
    store.add(another_report(), [])
    assert [hit.report.id for hit in store.search(sought)] == ["r1"]


def test_a_letter_before_the_sought_word_may_belong_to_it(store: Store) -> None:
    store.add(a_report(text="عين مجلس المدينة واليا جديدا في المحافظة."), [])
    assert list(store.search("واليا"))
    assert not list(store.search("ويا"))


def test_search_wants_every_word(store: Store) -> None:
    store.add(a_report(), [])
    assert list(store.search("طائرات الميناء")) == []


def test_a_hit_has_the_claims_whose_evidence_has_the_word(store: Store) -> None:
    elsewhere = a_claim(type="killing", agents=())
    store.add(a_report(), [a_claim(), elsewhere])
    (hit,) = store.search("طائرات")
    assert hit.claims == (a_claim(),)


@given(sought=news())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_search_raises(store: Store, sought: str) -> None:
    store.add(a_report(), [a_claim()])
    assert len(list(store.search(sought))) <= 1


@pytest.mark.parametrize("sought", ['"', "NEAR(قصف", "قصف*", "قصف OR", "words:قصف", "'; --"])
def test_a_search_is_words_and_no_query_language(store: Store, sought: str) -> None:
    store.add(a_report(), [a_claim()])
    list(store.search(sought))


def test_characters_that_no_file_holds_are_refused_and_harm_nothing(store: Store) -> None:
    store.add(a_report(), [a_claim()])
    with pytest.raises(InputError, match="UTF-8"):
        store.add(another_report(text="قصف \ud800"), [])
    assert store.counts().reports == 1


def test_claims_that_cannot_be_kept_leave_no_report(store: Store) -> None:
    broken = a_claim(incident="\ud800")
    with pytest.raises(InputError):
        store.add(a_report(), [broken])
    assert store.counts().reports == 0


def test_hundreds_of_reports_come_in_the_order_of_reading(store: Store) -> None:
    names = [f"report-{number}" for number in range(600)]
    for name in names:
        claim = a_claim(report=ReportId(name))
        report = a_report(id=ReportId(name), publisher=name)
        store.add(report, [claim, replace(claim, type="killing")])
    found = list(store.coded())
    assert [coded.report.id for coded in found] == names
    assert all(len(coded.claims) == 2 for coded in found)
    assert store.counts().claims == 1200


def test_a_closed_store_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "riwaya.db"
    with open_store(path) as store:
        store.add(a_report(), [a_claim()])
    with open_store(path, create=False) as store:
        assert list(store.claims()) == [a_claim()]


def test_two_may_hold_one_store_open(tmp_path: Path) -> None:
    path = tmp_path / "riwaya.db"
    with open_store(path) as one, open_store(path) as other:
        one.add(a_report(), [a_claim()])
        other.add(another_report(), [])
        assert one.counts() == other.counts()


def test_a_store_that_is_not_there_is_named_with_what_makes_it(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="riwaya run INPUT"):
        open_store(tmp_path / "absent.db", create=False)
    assert not (tmp_path / "absent.db").exists()


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("قائمة المشتريات " * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"notes\.txt"):
        open_store(path)
    assert path.read_bytes() == before
