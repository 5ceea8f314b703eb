"""Stage 3: from an analyzed report to its claims."""

from riwaya.extract.extract import extract

__all__ = ["extract"]
