"""What stands in each format, column by column: the reference and its tests are made from this."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from riwaya.export import acled, cameo, complete, ged, plover
from riwaya.export.table import Column
from riwaya.export.tables import INCIDENTS, TABLES

FIELDS_OF_INCIDENTS = (
    Column("id", "the incident's id: that of its earliest claim after an `i`"),
    Column("title", "the earliest headline that tells of it, or else its earliest sentence"),
    Column("types", "event types, the most claimed first"),
    Column("reports", "ids of the reports, the earliest first"),
    Column("claims", "ids of the claims"),
    Column("place", "`name`, `latitude`, `longitude`, `radius_km`, `country`; null where unknown"),
    Column(
        "time",
        "`from` and `to`, both included; `from` is null where no claim dates it, and `to` then the "
        "first publication",
    ),
    Column(
        "figures",
        "each with `role`, `group`, `part`, `low`, `best`, `high`, `policy` and `values`: `min`, "
        "`max`, `claims`, `root`, `stands`",
    ),
    Column("standing", "`single`, `corroborated`, `admitted`, `contested` or `denied`"),
    Column("roots", "how many accounts are independent of each other"),
    Column(
        "accounts",
        "each with `claim`, `report`, `root`, `root_name`, `root_kind`, `strand`, `copy_of`",
    ),
    Column("relations", "each with `claim`, `kind`, `of`, `about`, `reason`"),
)

COLUMNS: Mapping[str, Sequence[Column]] = MappingProxyType(
    {
        "jsonl": complete.COLUMNS,
        "incidents": FIELDS_OF_INCIDENTS,
        "acled": acled.COLUMNS,
        "ged": ged.COLUMNS,
        "plover": plover.FIELDS,
        "polecat": plover.POLECAT,
        "cameo": cameo.COLUMNS,
        "geojson": INCIDENTS,
    }
)
"""The columns of each format that is one table; the others have the tables of `TABLES`."""
OF_TABLES = ("gpkg", "parquet", "xlsx", "bundle")
"""The formats that have several tables."""

__all__ = ["COLUMNS", "FIELDS_OF_INCIDENTS", "OF_TABLES", "TABLES"]
