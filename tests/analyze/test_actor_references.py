"""Who is meant by a word for somebody named before."""

import pytest

from riwaya.records.reading import ActorUse
from tests.analyze.test_actors import the_actors, who


@pytest.mark.parametrize(
    ("body", "words", "identity"),
    [
        ("هاجم داعش القرية. وقال ناج إن التنظيم أحرقها.", "التنظيم", "islamic_state"),
        ("تبنت حركة الشباب الهجوم. وأكدت الحركة مقتل جندي.", "الحركة", "al_shabaab"),
        ("نقلت وكالة رويترز الخبر. وأضافت الوكالة أن الطريق مغلق.", "الوكالة", "reuters"),
        ("وصل خليفة حفتر إلى ليبيا. وقال الجنرال الليبي إنه باق.", "الجنرال الليبي",
         "khalifa_haftar"),
        ("قال وزير الإعلام معمر الإرياني كلمة. وأضاف الوزير أن الطريق فتح.", "الوزير",
         "muammar_al_eryani"),
    ],
)  # fmt: skip
def test_a_word_with_the_article_is_whoever_was_called_so(
    body: str, words: str, identity: str
) -> None:
    assert who(body, words) == (identity, ActorUse.REFERENCE)


@pytest.mark.parametrize(
    ("body", "words", "identity"),
    [
        ("حشد تنظيم داعش عناصره قرب النهر.", "عناصره", "islamic_state"),
        ("دعا حفتر قواته إلى التقدم.", "قواته", "libyan_national_army"),
        ("قالت تركيا إن جنودها انسحبوا.", "جنودها", "turkish_army"),
        ("اعترفت حركة طالبان بمقتل عدد من مقاتليها.", "مقاتليها", "taliban"),
    ],
)
def test_people_with_a_pronoun_are_of_whom_it_stands_for(
    body: str, words: str, identity: str
) -> None:
    found = the_actors(body)
    mention = next(each for text, each in found.items() if text.endswith(words))
    assert (mention.actor, mention.how) == (identity, ActorUse.REFERENCE)


def test_opponents_with_a_pronoun_are_not_of_whom_it_stands_for() -> None:
    found = the_actors("سجن نظام القذافي معارضيه.")
    assert found["معارضيه"].actor != "gaddafi_government"


def test_a_word_for_a_force_of_the_state_finds_it() -> None:
    body = "تقدم الجيش السوري في الغوطة. وقتلت القوات الحكومية قياديا هناك."
    assert who(body, "القوات الحكومية")[0] == "syrian_army"


def test_the_army_of_a_report_on_one_country_is_that_countrys() -> None:
    body = "قال الجيش إن حاجزا في سيناء هوجم، بحسب السلطات في مصر."
    assert who(body, "الجيش") == ("egyptian_army", ActorUse.DESCRIPTION)


def test_others_are_more_of_the_same() -> None:
    found = the_actors("قتل 5 جنود أتراك وأصيب 3 آخرون.")
    assert found["3 آخرون"].actor == found["5 جنود أتراك"].actor


def test_nobody_is_referred_to_where_nobody_was_named() -> None:
    found = the_actors("قال التنظيم إنه انسحب.")
    assert found["التنظيم"].actor == "generic:group"


def test_a_unit_that_is_not_listed_is_referred_to_as_well() -> None:
    found = the_actors("انسحبت كتيبة صقور الوادي. وقالت الكتيبة إنها عائدة.")
    assert found["الكتيبة"].actor == found["كتيبة صقور الوادي"].actor
