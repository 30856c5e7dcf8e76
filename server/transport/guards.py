"""The limits of the live path, and the questions it asks the application about a socket."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Environ = dict[str, Any]


def _peer(environ: Environ) -> str:
    return str(environ.get("REMOTE_ADDR", ""))


def _nobody(_sid: str) -> str | None:
    return None


def _never(_sid: str) -> bool:
    return False


def _rate_limited(after_ms: int) -> object:
    return {"ok": False, "code": "rate_limited", "retry": True, "after_ms": after_ms}


def same_origin(origin: str | None, environ: Environ) -> bool:
    return origin == f"{environ.get('wsgi.url_scheme')}://{environ.get('HTTP_HOST')}"


@dataclass(frozen=True)
class Guards:
    """Who and how much is let in; the defaults fit one venue of 1,000 phones behind one address."""

    events: Mapping[str, int] = field(default_factory=lambda: {"command": 1, "catch_up": 1, "waiting": 1})
    message_bytes: int = 16_384
    json_levels: int = 4
    connect_seconds: float = 5.0
    connect_tries: int = 3
    backlog_bytes: int = 1 << 20
    queued_packets: int = 512
    frames_per_ping: int = 2_000

    sockets: int = 4_000
    sockets_per_address: int = 2_500
    sockets_per_participant: int = 5
    waiting: int = 2_500
    facilitator_reserve: int = 100

    rate: float = 10.0
    burst: float = 20.0
    facilitator_rate: float = 50.0
    facilitator_burst: float = 200.0

    address: Callable[[Environ], str] = _peer
    participant: Callable[[str], str | None] = _nobody
    is_facilitator: Callable[[str], bool] = _never
    rate_limited: Callable[[int], object] = _rate_limited
    allowed_origin: Callable[[str | None, Environ], bool] = same_origin
