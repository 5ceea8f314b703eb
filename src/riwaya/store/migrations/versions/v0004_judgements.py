"""What people have decided about pairs of claims."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and let nothing that is written into it be changed or taken out."""
    op.create_table(
        "judgements",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("left", sa.String, nullable=False),
        sa.Column("right", sa.String, nullable=False),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
    )
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER judgements_bar_{change.lower()} BEFORE {change} ON judgements "
            "BEGIN SELECT RAISE(ABORT, 'a judgement is never changed: write another'); END"
        )
