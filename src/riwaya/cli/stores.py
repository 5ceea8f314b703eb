"""What the commands that use a store have in common: where it is."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_STORE = Path("riwaya.db")

StoreFile = Annotated[
    Path,
    typer.Option("--store", metavar="FILE", help="The database with the reports and claims."),
]
