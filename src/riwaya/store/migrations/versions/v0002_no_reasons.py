"""Claims without their reasons: `riwaya show --why` reads the report again to tell them."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drop the column."""
    # A new table takes the place of the old one: SQLite before 3.35 cannot drop a column.
    with op.batch_alter_table("claims", recreate="always") as claims:
        claims.drop_column("why")
