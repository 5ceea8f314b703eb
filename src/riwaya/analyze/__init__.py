"""Stage 2: a report is read as sentences, words, phrases, numbers, times, places and quotations."""

from riwaya.analyze.analyze import analyze

__all__ = ["analyze"]
