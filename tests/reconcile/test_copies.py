"""A copy is found whatever a desk has cut from it or put before it."""

from datetime import date

from riwaya.reconcile.copies import copies, is_same_text
from riwaya.reconcile.passages import bands, passages
from tests.reconcile.dossiers import report

WIRE = """قتل خمسة مدنيين مساء الخميس في قصف مدفعي على الأحياء الشرقية من المدينة.
وأعلن متحدث باسم المستشفى العام أن عشرة آخرين أصيبوا بجروح بينهم ثلاثة أطفال.
وكانت المعارك قد اندلعت قبل أسبوع على طريق المطار القديم بين فصيلين مسلحين."""
OWN = "زار وزير الصحة الجرحى في المستشفى صباح الجمعة وتعهد بنقل من يحتاج منهم إلى الخارج."


def test_a_reprint_is_the_later_of_two() -> None:
    first = report("r2", WIRE, day=date(2019, 4, 4))
    later = report("r1", f"{WIRE}\n", day=date(2019, 4, 5))
    [found] = copies([later, first])
    assert (found.report, found.of, found.is_reprint) == ("r1", "r2", True)
    assert len(found.sentences) == 3


def test_cutting_and_adding_leaves_the_common_sentences() -> None:
    first = report("r1", WIRE, day=date(2019, 4, 4))
    kept = WIRE.split("\n")[1]
    edited = report("r2", f"{OWN}\n{kept}", day=date(2019, 4, 5))
    [found] = copies([first, edited])
    assert not found.is_reprint
    assert [mine.of(edited.text).strip() for mine, _ in found.sentences] == [kept]


def test_another_report_of_the_same_is_no_copy() -> None:
    own = report("r2", OWN, day=date(2019, 4, 5))
    assert list(copies([report("r1", WIRE, day=date(2019, 4, 4)), own])) == []


def test_a_light_edit_is_still_the_same_text() -> None:
    edited = WIRE.replace("مساء الخميس", "ليل الخميس").replace("مدفعي", "صاروخي")
    found = list(
        copies(
            [report("r1", WIRE, day=date(2019, 4, 4)), report("r2", edited, day=date(2019, 4, 5))]
        )
    )
    assert len(found) == 1
    assert is_same_text(found[0])


def test_the_same_words_have_the_same_bands_whatever_the_marks() -> None:
    one, other = passages("قُتِل خمسةُ مدنيين."), passages("«قتل خمسة مدنيين»")
    assert bands(one[0].triples) == bands(other[0].triples)
