"""Times of Arabic news: dates, days, weeks, months and years, counted from publication or stated."""

from riwaya.arabic.months import month_number

__all__ = ["month_number"]
