"""What the application holds of the live path: sending, counting, closing, and the guards' clock."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Collection
from typing import Any

from engineio.packet import PING, Packet

from server.transport.admission import Admission
from server.transport.counters import Counters
from server.transport.frames import Prepared, packet_frame, prepare, prepare_json
from server.transport.gate import Gate
from server.transport.guards import Guards
from server.transport.heartbeat import Heartbeat
from server.transport.plain_rooms import PlainRooms
from server.transport.rooms import Rooms

log = logging.getLogger(__name__)

TICK_SECONDS = 0.25
FEW_PACKETS = 4
_PING = Packet(PING)
_PING_FRAME = packet_frame(_PING)


class Transport:
    def __init__(self, server: Any, rooms: Rooms | PlainRooms, guards: Guards, counters: Counters) -> None:
        self.counters = counters
        self.admission = Admission(guards)
        self.fast = False
        self._server = server
        self._eio = server.eio
        self._rooms = rooms
        self._guards = guards
        self._wires: dict[Any, float] = {}
        # Those whose messages wait in a queue: all that have no WebSocket of ours, or none yet.
        self._queued: dict[str, Any] = {}
        self._heartbeat: Heartbeat | None = None
        self._session_class: type[Any] | None = None
        self._started = threading.Lock()
        self._stopped = False
        self.gate = Gate(server, guards, self.admission, counters, self._opened)

    # Sending.

    def prepare(self, event: str, *arguments: object) -> Prepared:
        self.counters.encoded += 1
        return prepare(event, arguments)

    def prepare_json(self, event: str, json_text: str) -> Prepared:
        self.counters.encoded += 1
        return prepare_json(event, json_text)

    def send(self, prepared: Prepared, *rooms: str, skipped: Collection[str] = ()) -> int:
        """The same bytes to every socket of the rooms but the skipped; a socket's own sid is a room."""
        return self._rooms.send(prepared, rooms, skipped)

    def members(self, room: str) -> Collection[str]:
        """The sids of those who entered a room."""
        return self._rooms.members(room)

    # Who is there.

    def sockets(self) -> dict[str, int]:
        sessions = list(self._eio.sockets.values())
        websockets = sum(1 for session in sessions if session.upgraded)
        return {
            "websocket": websockets,
            "polling": len(sessions) - websockets,
            "waiting": len(self.admission.waiting),
        }

    def answered_in(self, sid: str) -> float | None:
        """How many seconds the last ping took, or has taken so far; None when unknown."""
        session = self._eio.sockets.get(self._server.manager.eio_sid_from_sid(sid, "/"))
        answered: float | None = session.answered_in() if hasattr(session, "answered_in") else None
        return answered

    def drop(self, sid: str, reason: str) -> None:
        """Close the connection of this socket, once what was sent to it is out."""
        eio_sid = self._server.manager.eio_sid_from_sid(sid, "/")
        if eio_sid is not None:
            self.gate.close(eio_sid, reason)

    def has_seat(self, sid: str) -> bool:
        """For a connect handler: whether a participant may still come in; facilitators need not ask."""
        eio_sid = self._server.manager.eio_sid_from_sid(sid, "/")
        return eio_sid is not None and self.admission.has_seat(eio_sid)

    def close_all(self) -> None:
        """Close every connection; the clients see an ordinary end and come back later."""
        for eio_sid in list(self._eio.sockets):
            self.gate.close(eio_sid, "stopping")

    def stop(self) -> None:
        self._stopped = True

    # The fast transport, when it can be used.

    def use(self, session_class: type[Any], driver: Any, wires: dict[Any, float], heartbeat: Heartbeat) -> None:
        self._eio._async = dict(self._eio._async, websocket=driver)
        self._session_class, self._heartbeat = session_class, heartbeat
        self._wires = wires
        self.fast = True

    def _opened(self, session: Any) -> None:
        self._queued[session.sid] = session
        if self._session_class is not None:
            session.__class__ = self._session_class
        # The first handshake starts the clock: before it there is nothing to watch.
        if self._started.acquire(blocking=False):
            self._eio.start_background_task(self._run)

    def _run(self) -> None:
        ticks = 0
        while not self._stopped:
            self._eio.sleep(TICK_SECONDS)
            ticks += 1
            try:
                self._tick(ticks)
            except Exception:
                log.exception("live path clock failed")

    def _tick(self, ticks: int) -> None:
        if self._heartbeat is not None:
            self._heartbeat.beat(self._eio.sockets, _ping, self._silent)
            self._drop_overdue_wires()
        for eio_sid in self.admission.overdue():
            self._close_soon(eio_sid, "never_connected")
        self._close_full_queues()
        if ticks % 4 == 0:
            self.admission.forget_full_buckets()

    def _silent(self, session: Any) -> None:
        self.counters.drops["silent"] += 1
        reason = self._server.reason.PING_TIMEOUT
        self._eio.start_background_task(session.close, wait=False, reason=reason)

    def _drop_overdue_wires(self) -> None:
        now = time.monotonic()
        for wire, due in list(self._wires.items()):
            if due <= now:
                wire.drop("transport close")

    def _close_full_queues(self) -> None:
        """A client that polls, or reads a stock WebSocket, too slowly has its messages in a queue."""
        for eio_sid, session in list(self._queued.items()):
            if session.closed or getattr(session, "wire", None) is not None:
                del self._queued[eio_sid]
            elif self._is_full(session.queue):
                self._close_soon(eio_sid, "slow_reader")

    def _is_full(self, queue: Any) -> bool:
        waiting = queue.qsize()
        if waiting < FEW_PACKETS:
            return False
        queued = sum(getattr(packet, "size", 0) for packet in tuple(queue.queue))
        return waiting > self._guards.queued_packets or queued > self._guards.backlog_bytes

    def _close_soon(self, eio_sid: str, reason: str) -> None:
        # A disconnect handler may block; the clock must not.
        self._eio.start_background_task(self.gate.close, eio_sid, reason)


def _ping(session: Any) -> None:
    if session.wire is None:
        session.send(_PING)
    else:
        # As many as there are phones every few seconds: framed once for all of them.
        session.wire.write(_PING_FRAME)
