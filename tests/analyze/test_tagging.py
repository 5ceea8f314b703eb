"""Verbs, nouns and function words are told apart by what stands around them."""

import pytest

from riwaya.records.reading import Tag
from tests.analyze.readings import the_tag


@pytest.mark.parametrize(
    ("body", "word", "tag"),
    [
        ("قتل ثلاثة جنود", "قتل", Tag.VERB),
        ("اتهم بعملية قتل بشعة", "قتل", Tag.NOUN),
        ("قصف الطيران المطار", "قصف", Tag.VERB),
        ("بعد قصف المطار", "قصف", Tag.NOUN),
        ("لم تهاجم القوة أحدا", "تهاجم", Tag.VERB),
        ("سيطرت القوة على التل", "على", Tag.PREPOSITION),
        ("قتل بينهم طفلان", "بينهم", Tag.WITH_PRONOUN),
        ("القائد الذي استقال", "الذي", Tag.RELATIVE),
        ("لم تنسحب القوة", "لم", Tag.VERBAL),
        ("ليس هناك ضحايا", "ليس", Tag.NEGATION),
        ("إذا عاد المسلحون", "إذا", Tag.CONDITIONAL),
        ("عندما عاد المسلحون", "عندما", Tag.SUBORDINATOR),
        ("دخلت هذه القوة", "هذه", Tag.DEMONSTRATIVE),
        ("قتل 12 شخصا", "12", Tag.NUMBER),
        ("قتل سبعة أشخاص", "سبعة", Tag.NUMBER),
        ("قتل مدنيان، وجرح ثالث", "،", Tag.MARK),
        ("اندلعت الاشتباكات صباح الخميس", "الخميس", Tag.NOUN),
    ],
)
def test_this_word_has_this_tag_here(body: str, word: str, tag: Tag) -> None:
    assert the_tag(body, word) is tag


# A word of time (آن, "moment") is written like أن and إن under one folding.
@pytest.mark.parametrize("word", ["أن", "إن", "بأن", "لأن"])
def test_the_word_before_what_is_said_is_no_noun(word: str) -> None:
    assert the_tag(f"ذكر المصدر {word} القوة عادت", word) is Tag.COMPLEMENTIZER


def test_a_certain_place_name_that_looks_like_a_verb_is_a_noun() -> None:
    assert the_tag("انفجرت عبوة في يبرود أمس", "يبرود") is Tag.NOUN
