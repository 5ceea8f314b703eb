"""What `riwaya.open_store` returns: a store as records to iterate over and as data frames."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from riwaya.export.documented import Collection, DocumentedIncident
from riwaya.export.formats import export_format
from riwaya.export.frames import arrow_table, needed
from riwaya.export.tables import TABLES, Table
from riwaya.pipeline import incidents_of
from riwaya.records.claim import Claim
from riwaya.records.coded import CodedReport
from riwaya.records.incident import Account, Figure, Policy
from riwaya.store.database import Store

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from riwaya.export.table import LeftOut

Record_co = TypeVar("Record_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Records(Generic[Record_co]):
    """Records of one kind, read anew each time: to iterate over, or as a data frame.

    A data frame has the columns of the table of that name in the reference of exports.
    """

    read: Callable[[], Iterable[Record_co]]
    table: Table
    incidents: Callable[[], Iterable[DocumentedIncident]]

    def __iter__(self) -> Iterator[Record_co]:
        """Yield the records one by one."""
        return iter(self.read())

    def to_arrow(self) -> "pa.Table":
        """Return them as an Arrow table.

        Raises:
            OutputError: pyarrow is not installed (`pip install 'riwaya[parquet]'`).
        """
        return arrow_table(self.table, self.incidents())

    def to_pandas(self) -> "pd.DataFrame":
        """Return them as a data frame of pandas, its columns with Arrow's types.

        Raises:
            OutputError: pandas or pyarrow is not installed (`pip install 'riwaya[pandas]'`).
        """
        pandas = needed("pandas", extra="pandas")
        made: pd.DataFrame = self.to_arrow().to_pandas(types_mapper=pandas.ArrowDtype)
        return made

    def to_polars(self) -> "pl.DataFrame":
        """Return them as a data frame of Polars.

        Raises:
            OutputError: polars or pyarrow is not installed (`pip install 'riwaya[polars]'`).
        """
        polars = needed("polars", extra="polars")
        made: pl.DataFrame = polars.from_arrow(self.to_arrow())
        return made


class OpenStore:
    """A store that is open, with its incidents; made by `riwaya.open_store`.

    Use it in a `with` statement, or close it. The incidents are reconciled when they are first
    asked for, and kept as long as the store is open.
    """

    def __init__(self, store: Store, *, policy: Policy = Policy.MEDIAN) -> None:
        self._store, self._policy = store, policy

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    @property
    def reports(self) -> Iterable[CodedReport]:
        """The reports with their claims, in the order in which they were read first."""
        return self._store.coded()

    @property
    def claims(self) -> Records[Claim]:
        """The claims, those of the earliest incident first."""
        return self._records(
            "claims", lambda: (told.claim for each in self._found for told in each.told)
        )

    @property
    def incidents(self) -> Records[DocumentedIncident]:
        """The incidents with their claims and reports, the earliest first."""
        return self._records("incidents", lambda: self._found)

    @property
    def figures(self) -> Records[Figure]:
        """The figures of all incidents."""
        return self._records(
            "figures", lambda: (figure for each in self._found for figure in each.incident.figures)
        )

    @property
    def accounts(self) -> Records[Account]:
        """The accounts of all incidents: where each claim comes from, and on what it depends."""
        return self._records(
            "accounts", lambda: (told.account for each in self._found for told in each.told)
        )

    def export(self, name: str, out: Path | str) -> "LeftOut":
        """Write what the store knows, as `riwaya export` does; return what was left out and why.

        Args:
            name: of a format, such as "acled" or "geojson".
            out: the file.

        Raises:
            UnknownChoiceError: there is no such format.
            OutputError: the file cannot be written, or a package for it is not installed.
        """
        collection = Collection(
            reports=self._store.coded,
            incidents=lambda: self._found,
            settings={"policy": self._policy.value},
        )
        return export_format(name).write(collection, Path(out))

    def _records(self, name: str, read: Callable[[], Iterable[Record_co]]) -> Records[Record_co]:
        return Records(read, TABLES[name], lambda: self._found)

    @cached_property
    def _found(self) -> tuple[DocumentedIncident, ...]:
        return tuple(
            incidents_of(self._store.coded(), self._store.judgements(), policy=self._policy)
        )
