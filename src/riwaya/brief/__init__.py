"""Write incidents as pages to read: what is said of each, by whom, and in which words."""

from riwaya.brief.write import write

__all__ = ["write"]
