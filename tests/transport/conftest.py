"""Servers shared by the tests of one session: one for each set of settings."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from .servers import MODES, Server

Serve = Callable[..., Server]


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """A running server with these settings; asked again for the same ones, the same server."""
    running: dict[str, Server] = {}

    def start(mode: str = "fast", guards: dict[str, Any] | None = None, **transport: Any) -> Server:
        settings = {"transport": {**MODES[mode], **transport}, "guards": guards or {}}
        key = json.dumps(settings, sort_keys=True)
        if key not in running:
            running[key] = Server(settings)
        return running[key]

    yield start
    # All are told before the first is waited for.
    for server in running.values():
        server.process.terminate()
    for server in running.values():
        server.stop()


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["fast", "stock"])
def eventlet_mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)
