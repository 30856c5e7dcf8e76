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
        self._entered: dict[tuple[str, str], dict[Any, None]] = {}

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
        known = self.rooms.get("/", {})
        members: dict[str, str] = {}
        for room in rooms:
            if room in known:
                members.update(known[room].items())
        for sid in skipped:
            members.pop(sid, None)
        self._write(prepared, members.values())

    def basic_enter_room(self, sid: str, namespace: str, room: Any, eio_sid: str | None = None) -> None:
        super().basic_enter_room(sid, namespace, room, eio_sid)
        self._entered.setdefault((namespace, sid), {})[room] = None

    def basic_leave_room(self, sid: str, namespace: str, room: Any) -> None:
        super().basic_leave_room(sid, namespace, room)
        entered = self._entered.get((namespace, sid), {})
        entered.pop(room, None)
        if not entered:
            self._entered.pop((namespace, sid), None)

    def basic_disconnect(self, sid: str, namespace: str, **_options: Any) -> None:
        # The stock one looks into every room there is, which for a thousand phones are thousands.
        for room in list(self._entered.get((namespace, sid), ())):
            self.basic_leave_room(sid, namespace, room)
        self.callbacks.pop(sid, None)
        for pending in (self.pending_connect, self.pending_disconnect):
            if sid in pending.get(namespace, ()):
                pending[namespace].remove(sid)
                if not pending[namespace]:
                    del pending[namespace]

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
