"""Training of the bundled models from annotated reports."""
