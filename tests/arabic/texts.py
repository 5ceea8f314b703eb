"""Any words of news in any order, for properties that hold of every text."""

from hypothesis import strategies as st

NEWS_WORDS = (
    "قتل", "أصيب", "قُـتِل", "منذ", "قبل", "بعد", "خلال", "في", "من", "إلى", "حتى", "بين", "أكثر",
    "نحو", "على", "الأقل", "أول", "أمس", "اليوم", "غدا", "الجمعة", "يوم", "مساء", "الساعة", "عام",
    "شهر", "أسبوع", "الماضي", "المقبل", "نهاية", "مطلع", "صيف", "آذار/مارس", "رمضان", "محرم",
    "ثلاثة", "وعشرين", "مئة", "ألف", "ملايين", "عشرات", "بضعة", "نصف", "ونصف", "الثاني", "عشر",
    "24", "٣٠", "2019", "1440", "99999999", "31/12", "30-2-2019", "الـ", "ب", "و", "وبالقصف",
    "للجيش", "سيعود", "عيد", "الفطر", "أيام", "غداة", "ذلك", "نفسه", "السبعينيات", "%", "،", ".",
    "(", ")", "«", "»", "-", "/", ":", "ﷲ", "\u200f", "\u0651", "Ali", "12:60", "1e9", "0",
)  # fmt: skip


def news() -> st.SearchStrategy[str]:
    """Return words of news in any order, with and without spaces between them."""
    pieces = st.lists(st.sampled_from(NEWS_WORDS), max_size=14)
    return st.one_of(
        pieces.map(" ".join), pieces.map("".join), st.text(max_size=60),
        st.text(alphabet=st.characters(min_codepoint=0x0600, max_codepoint=0x06FF), max_size=60),
    )  # fmt: skip
