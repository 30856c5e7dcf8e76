"""Bytes that wait, in order, for a socket that takes no more just now."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable


class Backlog:
    __slots__ = ("_waiting", "bytes")

    def __init__(self, first: bytes) -> None:
        self._waiting = deque([first])
        self.bytes = len(first)

    def add(self, data: bytes) -> None:
        self._waiting.append(data)
        self.bytes += len(data)

    def send_all(self, send: Callable[[bytes], int]) -> None:
        """Sends until nothing waits; raises what `send` raises when the socket is full again."""
        while self._waiting:
            self._send_first(send)

    def _send_first(self, send: Callable[[bytes], int]) -> None:
        sent = send(self._waiting[0])
        self.bytes -= sent
        rest = self._waiting[0][sent:]
        if rest:
            self._waiting[0] = rest
        else:
            self._waiting.popleft()
