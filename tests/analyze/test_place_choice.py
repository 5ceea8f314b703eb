"""A name that several places bear means the one that its words and its report speak for."""

import pytest

from riwaya.analyze import analyze
from riwaya.records.reading import PlaceMention
from riwaya.records.report import Report, ReportId
from tests.analyze.readings import a_reading, the_place

LY, LB, SY, PS, EG, IQ, YE, SD = "LY", "LB", "SY", "PS", "EG", "IQ", "YE", "SD"

PAIRS = [
    # Tripoli
    ("اندلعت اشتباكات في طرابلس (غرب ليبيا) فجر اليوم", "طرابلس", LY, "capital"),
    ("قتل جنديان في مدينة طرابلس اللبنانية", "مدينة طرابلس", LB, "city"),
    ("أعلن الجيش اللبناني مداهمة منازل في طرابلس شمال لبنان", "طرابلس", LB, "city"),
    ("قالت حكومة الوفاق إن قوات حفتر قصفت طرابلس من ترهونة", "طرابلس", LY, "capital"),
    ("جرح متظاهرون في طرابلس بعد احتجاجات في بيروت وصيدا", "طرابلس", LB, "city"),
    ("غادر الوفد العاصمة طرابلس إلى تونس", "العاصمة طرابلس", LY, "capital"),
    # Zawiya
    ("هاجم مسلحون بوابة في الزاوية غرب طرابلس", "الزاوية", LY, "city"),
    ("وقع الانفجار في مدينة الزاوية الليبية", "مدينة الزاوية", LY, "city"),
    ("قصفت الطائرات جبل الزاوية في ريف إدلب", "جبل الزاوية", SY, "mountain"),
    ("اقتحم الجنود الإسرائيليون قرية الزاوية غرب سلفيت", "قرية الزاوية", PS, "village"),
    # Rafah
    ("قصفت الطائرات الإسرائيلية رفح في قطاع غزة", "رفح", PS, "city"),
    ("قتل ضابط في رفح بمحافظة شمال سيناء", "رفح", EG, "town"),
    ("أغلقت السلطات معبر رفح أمام المسافرين من غزة", "معبر رفح", PS, "crossing"),
    ("هاجم مسلحون كمينا في رفح المصرية", "رفح", EG, "town"),
    ("نزحت عائلات من خان يونس إلى رفح جنوب القطاع", "رفح", PS, "city"),
    ("انفجرت عبوة بمدرعة للجيش المصري في رفح والعريش", "رفح", EG, "town"),
    # one name in two countries
    ("انفجرت سيارة في البيضاء شرق ليبيا", "البيضاء", LY, "city"),
    ("سيطر الجيش اليمني على مواقع في محافظة البيضاء", "محافظة البيضاء", YE, "governorate"),
    ("أعلن الحوثيون التقدم في البيضاء ومأرب", "البيضاء", YE, None),
    ("نقل الجرحى إلى مستشفى في مدينة البيضاء بعد معارك في درنة", "مدينة البيضاء", LY, "city"),
    ("قتل خمسة في الجوف شمال شرق صنعاء", "الجوف", YE, "governorate"),
    ("اعترضت الدفاعات السعودية صاروخا فوق منطقة الجوف السعودية", "منطقة الجوف", "SA", None),
    ("وصل الوفد إلى الموصل في محافظة نينوى", "الموصل", IQ, "city"),
    ("قصف الطيران القائم في محافظة الأنبار العراقية", "القائم", IQ, None),
    ("عبر المقاتلون من القائم إلى البوكمال السورية", "البوكمال", SY, None),
    ("هاجمت الطائرات دوما في الغوطة الشرقية", "دوما", SY, None),
    ("استهدفت غارة مدينة الباب في ريف حلب", "مدينة الباب", SY, None),
    ("قصفت المدفعية مدينة القنيطرة السورية", "مدينة القنيطرة", SY, None),
    ("احتج سكان القنيطرة شمال المغرب", "القنيطرة", "MA", None),
    ("اعتقلت الشرطة المغربية مشتبها به في القنيطرة قرب الرباط", "القنيطرة", "MA", None),
    ("قتل قيادي في الحسكة شمال شرقي سوريا", "الحسكة", SY, None),
    ("هاجم مسلحون قرية في دارفور غرب السودان", "دارفور", SD, "region"),
    ("قصفت قوات الدعم السريع مدينة الفاشر في شمال دارفور", "مدينة الفاشر", SD, "city"),
    ("وقعت اشتباكات في الجزيرة وسط السودان بين الجيش والدعم السريع", "الجزيرة", SD, None),
    ("أسر ثلاثة جنود في سرت شرق طرابلس الليبية", "سرت", LY, "city"),
    ("سقطت قذيفة على الخليل في الضفة الغربية", "الخليل", PS, "city"),
    ("اقتحمت القوات الإسرائيلية مخيم بلاطة شرق نابلس", "مخيم بلاطة", PS, "camp"),
    ("قتل أربعة في صبراتة غرب طرابلس", "صبراتة", LY, None),
    ("غادر المسلحون درعا جنوب سوريا", "درعا", SY, "city"),
    ("قصفت الطائرات ريف درعا", "ريف درعا", SY, "region"),
    ("قتل ثلاثة جنود في محافظة درعا", "محافظة درعا", SY, "governorate"),
    ("تظاهر سكان مدينة درعا", "مدينة درعا", SY, "city"),
    ("هبطت طائرة في مطار حلب", "مطار حلب", SY, "airport"),
    ("سيطرت القوات على مدينة حلب", "مدينة حلب", SY, "city"),
    ("أعلنت محافظة حلب حظر التجول", "محافظة حلب", SY, "governorate"),
    ("دخلت شاحنات المساعدات مدينة الحديدة", "مدينة الحديدة", YE, "city"),
    ("رست سفينة في ميناء الحديدة", "ميناء الحديدة", YE, "port"),
    ("تقدمت القوات في محافظة الحديدة", "محافظة الحديدة", YE, "governorate"),
    ("قصفت القوات محافظة صنعاء", "محافظة صنعاء", YE, "governorate"),
    ("عقد الاجتماع في تونس بين وفدين ليبيين", "تونس", "TN", "country"),
    ("وصل الرئيس إلى العاصمة تونس", "العاصمة تونس", "TN", "capital"),
    ("وصل الوزير الأردني إلى عمان قادما من الزرقاء", "عمان", "JO", None),
    ("وصل الوزير العماني إلى مسقط عاصمة سلطنة عمان", "سلطنة عمان", "OM", "country"),
    ("داهمت الشرطة البحرينية منازل في المحرق", "المحرق", "BH", "city"),
    ("قصفت الطائرات بلدة الحراك في ريف درعا", "بلدة الحراك", SY, None),
    ("اشتبكت القوات في بلدة نصيب قرب الحدود الأردنية", "بلدة نصيب", SY, None),
    ("هاجم المسلحون تل أبيض شمال الرقة", "تل أبيض", SY, None),
    ("اغتيل ضابط في المنصورة بعدن", "المنصورة", YE, None),
    ("انفجرت قنبلة أمام مديرية أمن المنصورة في دلتا مصر", "المنصورة", EG, None),
    ("قتل مزارع في القرية الزرقاء شرق عمان الأردنية", "عمان", "JO", None),
    ("قصفت القوات العراقية حي الزهور في الموصل", "الموصل", IQ, "city"),
    ("أوقفت السلطات السعودية المشتبه به في المدينة المنورة", "المدينة المنورة", "SA", None),
    ("اندلعت معارك في بنغازي ودرنة والمرج", "المرج", LY, None),
    ("قصفت الطائرات السورية منطقة المرج في الغوطة الشرقية", "منطقة المرج", SY, None),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "country", "kind"), PAIRS)
def test_a_name_means_the_place_its_words_speak_for(
    body: str, words: str, country: str, kind: str | None
) -> None:
    place = _place(body, words)
    assert place.country == country
    assert kind in (None, place.kind)


def _place(body: str, name: str) -> PlaceMention:
    """Return the first place mention that holds the words."""
    reading = a_reading(body)
    start = body.index(name)
    for place in reading.places:
        if place.start <= start < place.end:
            return place
    raise AssertionError([body[p.start : p.end] for p in reading.places])


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("أعلن الجيش السوري يوم الجمعة مقتل جنديين في حمص", "الجمعة"),
        ("أطلق الجنود النار على المتظاهرين في الخرطوم", "النار"),
        ("قتل ثلاثة مدنيين وأصيب مدني رابع في إدلب السورية", "مدني"),
        ("قال محمد سالم إن القصف طال حلب السورية", "سالم"),
    ],
)
def test_a_word_that_is_also_a_place_elsewhere_is_no_place(body: str, word: str) -> None:
    start = body.index(f" {word} ") + 1
    found = [p for p in a_reading(body).places if p.start <= start < p.end and p.certainty]
    assert not found


def test_one_name_means_one_place_throughout_a_report() -> None:
    body = "وصل الوفد إلى طرابلس. وقال الجيش اللبناني إن طرابلس هادئة. وتقع طرابلس شمال بيروت."
    anchors = {(p.anchor, p.country) for p in a_reading(body).places if p.anchor == "Tripoli"}
    assert anchors == {("Tripoli", "LB")}


def test_hints_part_two_places_of_one_name() -> None:
    body = "انتقل من طرابلس اللبنانية إلى طرابلس الليبية"
    assert [p.country for p in a_reading(body).places if p.anchor == "Tripoli"] == ["LB", "LY"]


def test_the_runners_up_are_kept_with_their_scores() -> None:
    place = the_place("وقع انفجار في طرابلس", "طرابلس")
    assert place.country == "LY"
    assert [(rival.anchor, rival.country) for rival in place.rivals][:1] == [("Tripoli", "LB")]
    assert 0.5 < place.score < 1.0
    assert place.score + sum(rival.score for rival in place.rivals) <= 1.001


def test_a_name_that_one_place_bears_is_sure() -> None:
    place = the_place("وقع انفجار في ترهونة", "ترهونة")
    assert (place.score, place.rivals) == (1.0, ())


def test_an_undated_report_has_its_places() -> None:
    reading = analyze(Report(id=ReportId("r"), text="قصف قرب حلب", title=None, published=None))
    assert [place.anchor for place in reading.places] == ["Aleppo"]
