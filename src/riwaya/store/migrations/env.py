"""Run by Alembic: bring the database of the given connection to the wanted version."""

from alembic import context

from riwaya.store.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata)
# The caller opened the transaction, and holds the lock until the version is written.
context.run_migrations()
