"""Batkham: live word cards for workshops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.config import Config

if TYPE_CHECKING:
    from server.assembly import House


def create_app(config: Config) -> House:
    """Put the application together; raises CannotStart with one clear line."""
    # Imported only now: run.py must choose the async library before sockets or locks are imported.
    from server.assembly import assemble

    return assemble(config)
