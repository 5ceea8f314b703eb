"""The months of the Gregorian year, as Egypt and the Gulf, the Levant and the Maghreb name them."""

from types import MappingProxyType

from riwaya.arabic.letters import match_form

_NAMES = (
    ("يناير", "جانفي", "كانون الثاني", "كانون ثاني"),
    ("فبراير", "فيفري", "شباط"),
    ("مارس", "آذار"),
    ("أبريل", "أفريل", "نيسان"),
    ("مايو", "ماي", "أيار"),
    ("يونيو", "يونيه", "يونية", "جوان", "حزيران"),
    ("يوليو", "يوليه", "يولية", "يوليوز", "جويلية", "جويليه", "تموز"),
    ("أغسطس", "أوت", "غشت", "آب"),
    ("سبتمبر", "شتنبر", "أيلول"),
    ("أكتوبر", "تشرين الأول", "تشرين أول", "أوكتوبر"),
    ("نوفمبر", "نونبر", "تشرين الثاني", "تشرين ثاني"),
    ("ديسمبر", "دجنبر", "كانون الأول", "كانون أول"),
)
MONTHS = MappingProxyType(
    {match_form(name): number for number, names in enumerate(_NAMES, 1) for name in names}
)
"""Month numbers (1 to 12) by folded name; the second and last Levantine names are two words."""


def month_number(form: str) -> int | None:
    """Return the number of a Gregorian month named in any Arab country, None for other words.

    `form` is one name under `letters.match_form`; names of two words stand with one space.

    >>> month_number("حزيران"), month_number("كانون الثاني"), month_number("رجب")
    (6, 1, None)
    """
    return MONTHS.get(form)
