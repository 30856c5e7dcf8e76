"""The way out to sockets: JSON text into rooms, encoded once. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from flask_socketio import SocketIO

from server.transport import Reply, Transport, answer_later


class Outlet:
    """Rooms of sockets; a socket's own sid is a room too."""

    def __init__(self, socketio: SocketIO, transport: Transport) -> None:
        self._server: Any = socketio.server
        self._transport = transport

    def on(self, event: str, handler: Callable[..., object]) -> None:
        self._server.on(event, handler)

    def send(self, event: str, json_text: str, rooms: Iterable[str], skipped: Collection[str] = ()) -> int:
        """Send to every socket of the rooms but the skipped; returns how many that are."""
        return self._transport.send(self._transport.prepare_json(event, json_text), *rooms, skipped=skipped)

    def members(self, room: str) -> Collection[str]:
        return self._transport.members(room)

    def enter(self, sid: str, room: str) -> None:
        self._server.manager.enter_room(sid, "/", room)

    def leave(self, sid: str, room: str) -> None:
        self._server.manager.leave_room(sid, "/", room)

    def answered_in(self, sid: str) -> float | None:
        """How many seconds a screen took to answer its last ping, or has not answered it; None when unknown."""
        return self._transport.answered_in(sid)

    def close(self, sid: str, reason: str) -> None:
        """Close a socket once what was sent to it is out."""
        self._transport.drop(sid, reason)

    def answer_later(self) -> Reply:
        """Within a handler: keep the acknowledgement and give it after the commit."""
        return answer_later()
