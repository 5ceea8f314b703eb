"""Claims tied to the world: who is meant by a stretch of words, and where a place is."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; claims of before have nothing in them until their report is read again."""
    op.add_column("claims", sa.Column("side", sa.String))
    for name in ("actor", "name", "kind", "country"):
        op.add_column("spans", sa.Column(name, sa.String))
    for name in ("latitude", "longitude", "radius_km"):
        op.add_column("spans", sa.Column(name, sa.Float))
    for name in ("geo_precision", "where_prec"):
        op.add_column("spans", sa.Column(name, sa.Integer))
