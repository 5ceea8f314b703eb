"""Actors that no table lists."""

import pytest

from riwaya.knowledge.actor_sorts import Part, sorts, spelled
from riwaya.records.reading import ActorUse
from tests.analyze.test_actors import the_actors


@pytest.mark.parametrize(
    ("body", "words", "identity", "kind"),
    [
        ("هاجم مسلحون مجهولون قرية في مالي.", "مسلحون مجهولون", "generic:gunmen:ML",
         "unidentified"),
        ("قتل سبعة مدنيين.", "سبعة مدنيين", "generic:civilians", "civilians"),
        ("خرج متظاهرون في تونس.", "متظاهرون", "generic:protesters:TN", "protesters"),
        ("أفاد مصدر أمني بوقوع انفجار.", "مصدر أمني", "generic:police", "police"),
        ("أفاد مصدر طبي بوقوع انفجار.", "مصدر طبي", "generic:medics", "civilian_group"),
        ("قال مسؤول أميركي إن الاتفاق قريب.", "مسؤول أميركي", "generic:officials:US", "government"),
        ("قتل ستة فلسطينيين.", "ستة فلسطينيين", "generic:civilians:PS", "civilians"),
        ("أوقف الحرس مهربين.", "مهربين", "generic:criminals", "criminals"),
    ],
)  # fmt: skip
def test_people_are_told_by_their_sort(body: str, words: str, identity: str, kind: str) -> None:
    found = the_actors(body)
    assert words in found, list(found)
    mention = found[words]
    assert (mention.actor, mention.kind, mention.how) == (identity, kind, ActorUse.PATTERN)


@pytest.mark.parametrize(
    ("words", "identity"),
    [
        ("كتيبة صقور الوادي", "generic:brigade:كتيبه_صقور_الوادي"),
        ("قبيلة السوالم", "generic:tribe:قبيله_السوالم"),
    ],
)
def test_a_unit_that_is_not_listed_has_an_identity_by_its_name(words: str, identity: str) -> None:
    first = the_actors(f"انسحبت {words} من الموقع.")[words]
    assert (first.actor, first.name) == (identity, words)


def test_who_is_not_listed_is_never_somebody_listed() -> None:
    found = the_actors("هاجم مقاتلو كتيبة فجر الوادي نقطة في ليبيا، وقتل جنود مجهولون.")
    assert all((each.actor or "").startswith("generic:") for each in found.values())


@pytest.mark.parametrize(
    ("body", "nobody"),
    [
        ("بدأ تنظيم احتجاجات جديدة.", "تنظيم"),
        ("هاجم الجيش عسكريا وسياسيا.", "عسكريا"),
        ("وقع قصف مدفعي إسرائيلي عنيف.", "إسرائيلي"),
        ("حلقت طائرة من دون طيار.", "طيار"),
        ("وصلت طائرة إلى المدرج.", "طائرة"),
    ],
)
def test_a_word_that_only_looks_like_somebody_is_nobody(body: str, nobody: str) -> None:
    assert all(
        each.kind not in ("armed_group", "state_forces", "civilians")
        for words, each in the_actors(body).items()
        if nobody in words
    )


def test_every_sort_has_words_and_says_whose_they_are() -> None:
    assert {sort.part for sort in sorts().values()} == set(Part)
    assert all(sort.english for sort in sorts().values())


def test_a_word_is_told_with_what_is_written_on_it() -> None:
    word = spelled("وبمقاتليهم")
    assert word.sort is not None
    assert (word.sort.name, word.stem, word.split.pronoun) == ("fighters", "مقاتل", "هم")
