"""The stock WebSocket drivers behind the same guards: whole messages bounded, no binary, no compression."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from server.transport.counters import Counters
from server.transport.guards import Environ, Guards
from server.transport.packets import is_packet

_TOO_BIG = 1009


class GuardedSocket:
    """What engine.io reads from: only packets it serves get through, anything else ends the connection."""

    def __init__(self, stock: Any, session: Any, counters: Counters) -> None:
        self._stock = stock
        self._session = session
        self._counters = counters

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stock, name)

    def wait(self) -> str | None:
        text = self._stock.wait()
        if text is None:
            return None
        if not is_packet(text) and not self._is_upgrade(text):
            self._counters.drops["bad_packet"] += 1
            self._stock.close()
            return None
        self._counters.messages_in += 1
        self._counters.bytes_in += len(text)
        return str(text)

    def _is_upgrade(self, text: object) -> bool:
        return text in ("2probe", "5") and not self._session.upgraded


def guarded_eventlet(stock: type[Any], guards: Guards, counters: Counters) -> Callable[..., Any]:
    def make(handler: Callable[[Any], Any], server: Any) -> Callable[[Environ, Any], Any]:
        def bounded(websocket: Any) -> Any:
            websocket.Message = _bounded_message(websocket.Message, guards.message_bytes)
            return handler(GuardedSocket(websocket, session_of(handler), counters))

        driver: Callable[[Environ, Any], Any] = stock(bounded, server)
        return driver

    return make


def guarded_threading(stock: type[Any], guards: Guards, counters: Counters) -> Callable[..., Any]:
    def make(handler: Callable[[Any], Any], server: Any) -> Callable[[Environ, Any], Any]:
        def bounded(websocket: Any) -> Any:
            return handler(GuardedSocket(websocket, session_of(handler), counters))

        driver: Callable[[Environ, Any], Any] = stock(bounded, server, max_message_size=guards.message_bytes)
        return driver

    return make


def _bounded_message(stock: type[Any], limit: int) -> type[Any]:
    """eventlet bounds each frame only; a fragmented message must be bounded as a whole."""
    from eventlet.websocket import FailedConnectionError

    class BoundedMessage(stock):  # type: ignore[misc]
        received = 0

        def push(self, data: bytes, final: bool = False) -> None:
            self.received += len(data)
            if self.received > limit:
                raise FailedConnectionError(_TOO_BIG, "message too big")
            super().push(data, final)

    return BoundedMessage


def session_of(handler: Any) -> Any:
    """engine.io gives its drivers a method of the session they serve."""
    return handler.__self__
