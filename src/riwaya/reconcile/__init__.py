"""Stage 4: claims of many reports become incidents."""

from riwaya.reconcile.reconcile import reconcile

__all__ = ["reconcile"]
