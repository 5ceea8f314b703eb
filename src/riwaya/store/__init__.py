"""Keep reports and claims in a database, and ask it."""

from riwaya.store.opening import open_store

__all__ = ["open_store"]
