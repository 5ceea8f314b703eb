"""Reports, claims, their evidence, what was rejected, and the words to search in."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _reports()
    _claims()
    _spans()
    op.create_table(
        "rejected",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.UniqueConstraint("origin", "stage", "reason", name="rejected_once"),
    )
    # The words arrive folded and cut: the tokenizer has only to find the blanks between them.
    op.execute(
        "CREATE VIRTUAL TABLE report_words USING fts5"
        "(words, stems, tokenize='unicode61 remove_diacritics 0')"
    )


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("published_at", sa.String),
        sa.Column("published_has_clock", sa.Boolean),
        sa.Column("published_basis", sa.String),
        sa.Column("publisher", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("byline", sa.Text),
        sa.Column("credits", sa.Text, nullable=False),
        sa.Column("keywords", sa.Text, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("origin", sa.Text),
    )
    op.create_index("reports_by_digest", "reports", ["digest"])


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column(
            "report", sa.Integer, sa.ForeignKey("reports.key", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("modality", sa.String, nullable=False),
        sa.Column("time_first", sa.String),
        sa.Column("time_last", sa.String),
        sa.Column("time_precision", sa.String),
        sa.Column("time_basis", sa.String),
        sa.Column("source_kind", sa.String),
        sa.Column("stance", sa.String),
        sa.Column("incident", sa.String),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
    )
    op.create_index("claims_by_id", "claims", ["id"])
    op.create_index("claims_by_type", "claims", ["type"])


def _spans() -> None:
    op.create_table(
        "spans",
        sa.Column("report", sa.Integer, primary_key=True),
        sa.Column("claim", sa.Integer, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("anchor", sa.Text),
        sa.Column("relation", sa.String),
        sa.Column("distance_km", sa.Float),
        sa.Column("counted", sa.String),
        sa.Column("least", sa.Integer),
        sa.Column("most", sa.Integer),
    )
