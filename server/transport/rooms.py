"""Rooms that encode an event once and give every member the same bytes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import socketio

from server.transport.counters import Counters
from server.transport.frames import Prepared, prepare


class Rooms(socketio.Manager):  # type: ignore[misc]
    def __init__(self, counters: Counters) -> None:
        super().__init__()
        self._counters = counters

    def emit(
        self,
        event: str,
        data: Any,
        namespace: str,
        room: Any = None,
        skip_sid: Any = None,
        callback: Any = None,
        to: Any = None,
        **options: Any,
    ) -> None:
        room = to or room
        if callback or namespace != "/":
            super().emit(event, data, namespace, room=room, skip_sid=skip_sid, callback=callback, **options)
            return
        skipped = skip_sid if isinstance(skip_sid, list) else [skip_sid] if skip_sid else ()
        self._counters.encoded += 1
        self.send(prepare(event, _arguments(data)), [room], skipped)

    def send(self, prepared: Prepared, rooms: Iterable[Any], skipped: Collection[str] = ()) -> None:
        """The same bytes to every member of the rooms, once to who is in several of them."""
        members: dict[str, str] = {}
        for room in rooms:
            members.update(self.get_participants("/", room))
        for sid in skipped:
            members.pop(sid, None)
        self._write(prepared, members.values())

    def _write(self, prepared: Prepared, eio_sids: Collection[str]) -> None:
        if not eio_sids:
            return
        eio = self.server.eio
        sockets = eio.sockets
        frame = prepared.frame
        for eio_sid in eio_sids:
            wire = getattr(sockets.get(eio_sid), "wire", None)
            if wire is None:
                eio.send_packet(eio_sid, prepared.packet)
            else:
                wire.write(frame)
        self._counters.frames_out += len(eio_sids)
        self._counters.bytes_out += len(eio_sids) * len(frame)


def _arguments(data: Any) -> list[Any]:
    if isinstance(data, tuple):
        return list(data)
    return [] if data is None else [data]
