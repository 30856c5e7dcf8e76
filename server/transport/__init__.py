"""The live path: Flask-SocketIO with guards, and a transport that writes one encoding to every socket."""

from __future__ import annotations

import logging
from typing import Any

from engineio.socket import Socket
from flask import Flask
from flask_socketio import SocketIO
from socketio import Manager

from server.transport import compact_json
from server.transport.counters import Counters
from server.transport.door import Door
from server.transport.frames import Prepared
from server.transport.guards import Guards
from server.transport.heartbeat import Heartbeat
from server.transport.plain_rooms import PlainRooms
from server.transport.reply import Reply, answer_later
from server.transport.rooms import Rooms
from server.transport.seams import changed_manager_names, changed_names
from server.transport.stock import guarded_eventlet, guarded_threading
from server.transport.transport import TICK_SECONDS, Transport

__all__ = ["Guards", "Prepared", "Reply", "Transport", "answer_later", "make_socketio", "transport_of"]

log = logging.getLogger(__name__)


def make_socketio(
    app: Flask,
    *,
    fast: bool = True,
    async_mode: str = "eventlet",
    path: str = "socket.io",
    guards: Guards | None = None,
    ping_interval: int = 8,
    ping_timeout: int = 6,
) -> SocketIO:
    """The socket server of the application; its handlers are `socketio.server.on(event, handler)`."""
    guards = guards or Guards()
    counters = Counters()
    changed = changed_manager_names(Manager)
    rooms = PlainRooms(counters) if changed else Rooms(counters)
    fast = fast and async_mode == "eventlet"
    socketio = SocketIO(
        app,
        async_mode=async_mode,
        path=path,
        client_manager=rooms,
        json=compact_json,
        async_handlers=False,
        manage_session=False,
        monitor_clients=not fast,
        ping_interval=ping_interval,
        ping_timeout=ping_timeout,
        max_http_buffer_size=guards.message_bytes,
        cors_allowed_origins=guards.allowed_origin,
        logger=_quiet("socketio"),
        engineio_logger=_quiet("engineio"),
    )
    transport = Transport(socketio.server, rooms, guards, counters)
    _choose_driver(socketio.server.eio, transport, guards, fast, changed)
    door = Door(app.wsgi_app, path, guards, counters, transport.gate.close)
    app.wsgi_app = door  # type: ignore[method-assign, assignment]
    socketio.transport = transport
    return socketio


def transport_of(socketio: SocketIO) -> Transport:
    transport: Transport = socketio.transport
    return transport


def _choose_driver(eio: Any, transport: Transport, guards: Guards, fast: bool, changed: list[str]) -> None:
    _guard_stock(eio, guards, transport.counters)
    if fast:
        changed = changed + changed_names(Socket, eio)
    if changed:
        log.warning("the stock transport is used, for these names have changed: %s", ", ".join(changed))
        eio.start_service_task = True
    elif fast:
        _use_fast(eio, transport, guards)


def _use_fast(eio: Any, transport: Transport, guards: Guards) -> None:
    # Imported here: the other modes must run where the async library of this one is missing.
    from server.transport.driver import FastDriver
    from server.transport.session import FastSession

    heartbeat = Heartbeat(eio.ping_interval, eio.ping_timeout, TICK_SECONDS)
    wires: dict[Any, float] = {}
    session_class = type("Session", (FastSession,), {"heard": staticmethod(heartbeat.heard)})
    driver = FastDriver(guards, transport.counters, wires, stock=eio._async["websocket"])
    transport.use(session_class, driver, wires, heartbeat)


def _guard_stock(eio: Any, guards: Guards, counters: Counters) -> None:
    guard = guarded_eventlet if eio.async_mode == "eventlet" else guarded_threading
    eio._async = dict(eio._async, websocket=guard(eio._async["websocket"], guards, counters))


def _quiet(name: str) -> logging.Logger:
    logger = logging.getLogger(f"{__name__}.{name}")
    logger.setLevel(logging.ERROR)
    return logger
