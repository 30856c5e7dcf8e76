"""The library's own rooms, for when its private names have changed: slower, and sure."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import socketio

from server.transport.counters import Counters
from server.transport.frames import Prepared

_ROOT = "/"


class PlainRooms(socketio.Manager):  # type: ignore[misc]
    """Only what the library promises to those who write a manager."""

    def __init__(self, counters: Counters) -> None:
        super().__init__()
        self._counters = counters

    def send(self, prepared: Prepared, rooms: Collection[Any], skipped: Collection[str] = ()) -> int:
        members = {sid: eio_sid for room in rooms for sid, eio_sid in self.get_participants(_ROOT, room)}
        to = [eio_sid for sid, eio_sid in members.items() if sid not in skipped]
        for eio_sid in to:
            self.server.eio.send_packet(eio_sid, prepared.packet)
        if to:
            self._counters.frames_out += len(to)
            self._counters.bytes_out += len(to) * len(prepared.frame)
        return len(to)

    def members(self, room: Any) -> Collection[str]:
        return [sid for sid, _ in self.get_participants(_ROOT, room)]
