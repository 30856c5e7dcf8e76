"""Runs migrations on the connection that `database.upgrade` holds the lock with."""

from __future__ import annotations

from alembic import context

from server.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
