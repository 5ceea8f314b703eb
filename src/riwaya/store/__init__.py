"""Keep reports and claims in a database, and ask it."""
