"""The tables of a store, as they are after the last migration."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0004"
"""The migration this version of the package writes; migrations are in `migrations/versions`."""
APPLICATION_ID = 0x52495741
"""What marks a SQLite file as ours, in its header ("RIWA")."""
WORDS_TABLE = "report_words"
"""The full-text index: its rows are numbered as those of `reports`."""

metadata = MetaData()

reports = Table(
    "reports",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("digest", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("published_at", String),
    Column("published_has_clock", Boolean),
    Column("published_basis", String),
    Column("publisher", Text),
    Column("url", Text),
    Column("byline", Text),
    Column("credits", Text, nullable=False),
    Column("keywords", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("origin", Text),
    Index("reports_by_digest", "digest"),
)
"""Reports; lists of strings are JSON."""

claims = Table(
    "claims",
    metadata,
    Column("report", Integer, ForeignKey("reports.key", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("type", String, nullable=False),
    Column("modality", String, nullable=False),
    Column("time_first", String),
    Column("time_last", String),
    Column("time_precision", String),
    Column("time_basis", String),
    Column("source_kind", String),
    Column("stance", String),
    Column("incident", String),
    Column("confidence", Float, nullable=False),
    Column("side", String),
    Index("claims_by_id", "id"),
    Index("claims_by_type", "type"),
)
"""Claims, numbered from 0 in the order of their report."""

spans = Table(
    "spans",
    metadata,
    Column("report", Integer, primary_key=True),
    Column("claim", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("anchor", Text),
    Column("relation", String),
    Column("distance_km", Float),
    Column("counted", String),
    Column("least", Integer),
    Column("most", Integer),
    Column("actor", String),
    Column("name", String),
    Column("kind", String),
    Column("country", String),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("radius_km", Float),
    Column("geo_precision", Integer),
    Column("where_prec", Integer),
)
"""Every stretch of a report that a claim rests on, with its role and what it was read as.

Places have anchor, relation and distance, what kind of place it is, its country and where it is;
counts what is counted and the least and most of it; agents, targets and sources who is meant.
"""

rejected = Table(
    "rejected",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("origin", Text, nullable=False),
    Column("stage", String, nullable=False),
    Column("reason", Text, nullable=False),
    UniqueConstraint("origin", "stage", "reason", name="rejected_once"),
)
"""What could not be read, and why."""

judgements = Table(
    "judgements",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("left", String, nullable=False),
    Column("right", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", String, nullable=False),
)
"""What people have decided about pairs of claims; triggers keep every row as it was written.

Claims are named by their ids and not by their rows: a judgement outlives a report that is read
again.
"""
