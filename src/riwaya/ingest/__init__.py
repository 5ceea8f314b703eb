"""Stage 1: bytes become reports."""

from riwaya.ingest.inputs import ingest

__all__ = ["ingest"]
