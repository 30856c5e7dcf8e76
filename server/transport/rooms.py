"""Rooms that encode an event once and give every member the same bytes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import socketio

from server.transport.counters import Counters
from server.transport.frames import Prepared, prepare

if TYPE_CHECKING:
    # Not imported to run: the other modes must do without the async library it needs.
    from server.transport.wire import Wire

_ROOT = "/"
Sessions = Mapping[str, Any]
# Those with a WebSocket of ours, and all others.
Ready = tuple[list["Wire"], list[Any]]


class Rooms(socketio.Manager):  # type: ignore[misc]
    """The library keeps who is connected; the rooms people enter are kept here, with their sessions at hand."""

    def __init__(self, counters: Counters) -> None:
        super().__init__()
        self._counters = counters
        self._seats: dict[Any, dict[str, Any]] = {}
        self._entered: dict[str, dict[Any, None]] = {}
        self._ready: dict[Any, Ready] = {}

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
        if callback or namespace != _ROOT:
            super().emit(event, data, namespace, room=room, skip_sid=skip_sid, callback=callback, **options)
            return
        skipped = skip_sid if isinstance(skip_sid, list) else [skip_sid] if skip_sid else ()
        self._counters.encoded += 1
        self.send(prepare(event, _arguments(data)), [room], skipped)

    def send(self, prepared: Prepared, rooms: Collection[Any], skipped: Collection[str] = ()) -> int:
        """The same bytes to every member of the rooms, once to who is in several of them; how many that are."""
        wires, others = self._who(rooms, skipped)
        if wires:
            _write_all(wires, prepared.frame)
        for session in others:
            # Not its own send(), which complains of a session that has just been closed.
            self.server.eio.send_packet(session.sid, prepared.packet)
        count = len(wires) + len(others)
        if count:
            self._counters.frames_out += count
            self._counters.bytes_out += count * len(prepared.frame)
        return count

    def members(self, room: Any) -> Collection[str]:
        return self._seats.get(room, {}).keys()

    def _who(self, rooms: Collection[Any], skipped: Collection[str]) -> Ready:
        if len(rooms) == 1 and not skipped:
            [room] = rooms
            return self._ready_in(room)
        sessions: dict[str, Any] = {}
        for room in rooms:
            sessions.update(self._sessions(room))
        for sid in skipped:
            sessions.pop(sid, None)
        return _ready(sessions.values())

    def _ready_in(self, room: Any) -> Ready:
        """Made again when somebody came, left, or changed from polling to a WebSocket."""
        ready = self._ready.get(room)
        if ready is not None and not any(getattr(session, "wire", None) for session in ready[1]):
            return ready
        ready = _ready(self._sessions(room).values())
        # Without WebSockets of ours there may be threads, which could add somebody in this moment.
        if ready[0] and room in self._seats:
            self._ready[room] = ready
        return ready

    def _sessions(self, room: Any) -> Sessions:
        seats = self._seats.get(room)
        if seats is not None:
            return seats
        connected = self.rooms.get(_ROOT, {}).get(None, {})
        known = connected.items() if room is None else [(room, connected[room])] if room in connected else ()
        sockets = self.server.eio.sockets
        return {sid: sockets[eio_sid] for sid, eio_sid in known if eio_sid in sockets}

    # What the library calls.

    def basic_enter_room(self, sid: str, namespace: str, room: Any, eio_sid: str | None = None) -> None:
        if room is None or namespace != _ROOT:
            super().basic_enter_room(sid, namespace, room, eio_sid)
            return
        # A socket's own sid is a room too, but one that needs no seat.
        session = self.server.eio.sockets.get(self.eio_sid_from_sid(sid, namespace)) if room != sid else None
        if session is not None:
            self._seats.setdefault(room, {})[sid] = session
            self._entered.setdefault(sid, {})[room] = None
            self._ready.pop(room, None)

    def basic_leave_room(self, sid: str, namespace: str, room: Any) -> None:
        if room is None or namespace != _ROOT:
            super().basic_leave_room(sid, namespace, room)
            return
        self._entered.get(sid, {}).pop(room, None)
        self._stand_up(sid, room)

    def basic_disconnect(self, sid: str, namespace: str, **_options: Any) -> None:
        # The stock one looks into every room there is, which for a thousand phones are thousands.
        for room in self._entered.pop(sid, ()):
            self._stand_up(sid, room)
        self.basic_leave_room(sid, namespace, None)
        self.callbacks.pop(sid, None)
        for pending in (self.pending_connect, self.pending_disconnect):
            if sid in pending.get(namespace, ()):
                pending[namespace].remove(sid)
                if not pending[namespace]:
                    del pending[namespace]

    def get_participants(self, namespace: str, room: Any) -> Iterator[tuple[str, str]]:
        if namespace != _ROOT:
            yield from super().get_participants(namespace, room)
            return
        for one in room if isinstance(room, (list, tuple)) else [room]:
            yield from ((sid, session.sid) for sid, session in self._sessions(one).items())

    def _stand_up(self, sid: str, room: Any) -> None:
        seats = self._seats.get(room)
        if seats is None:
            return
        seats.pop(sid, None)
        self._ready.pop(room, None)
        if not seats:
            del self._seats[room]


def _ready(sessions: Iterable[Any]) -> Ready:
    wires: list[Wire] = []
    others: list[Any] = []
    for session in tuple(sessions):
        wire = getattr(session, "wire", None)
        if wire is None:
            others.append(session)
        else:
            wires.append(wire)
    return wires, others


def _write_all(wires: Iterable[Wire], data: bytes) -> None:
    """As `Wire.write` for each of them, without a call for each: most of what a server does is this loop."""
    size = len(data)
    for wire in wires:
        if wire.busy:
            wire.write(data)
            continue
        # As a name of its own: called as if it were a method of the wire, it is looked up in the slow way.
        send = wire.send
        try:
            sent = send(data)
        except BlockingIOError:
            sent = 0
        except OSError:
            wire.drop("transport close")
            continue
        if sent != size:
            wire.begin_backlog(data[sent:])


def _arguments(data: Any) -> list[Any]:
    if isinstance(data, tuple):
        return list(data)
    return [] if data is None else [data]
