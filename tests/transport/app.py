"""A small application on the live path, run as a process of its own: python tests/transport/app.py '<json>'."""

from __future__ import annotations

import sys

from server import runtime

if __name__ == "__main__":
    runtime.patch("threading" if '"threading"' in sys.argv[1] else "eventlet")

import gc
import json
import os
import threading
from typing import Any

from engineio.socket import Socket
from flask import Flask, jsonify
from socketio import Manager

from server.runtime.mode import is_green
from server.runtime.work import crew
from server.transport import Guards, answer_later, make_socketio, transport_of

ROOM = "everyone"


def make_app(settings: dict[str, Any]) -> Flask:
    app = Flask(__name__)
    people: dict[str, dict[str, Any]] = {}
    seen = {"connect": 0, "disconnect": 0, "command": 0}
    guards = Guards(
        participant=lambda sid: people.get(sid, {}).get("name"),
        is_facilitator=lambda sid: people.get(sid, {}).get("role") == "facilitator",
        **settings.get("guards", {}),
    )
    transport_settings = dict(settings.get("transport", {}))
    change_library(transport_settings.pop("changed_library", ""))
    socketio = make_socketio(app, guards=guards, **transport_settings)
    server, transport = socketio.server, transport_of(socketio)

    def connect(sid: str, environ: dict[str, Any], auth: dict[str, Any] | None) -> bool | None:
        seen["connect"] += 1
        auth = auth or {}
        if auth.get("token") == "wrong":
            return False
        if auth.get("token") == "broken":
            raise RuntimeError("a bug in the connect handler")
        server.sleep(auth.get("slow", 0.001))
        people[sid] = auth
        server.enter_room(sid, ROOM)
        transport.send(transport.prepare("hello", {"seq": 0}), sid)
        return None

    def disconnect(sid: str, reason: str) -> None:
        server.sleep(0)
        seen["disconnect"] += 1
        people.pop(sid, None)

    def command(sid: str, data: Any) -> Any:
        seen["command"] += 1
        if not isinstance(data, dict):
            return {"ok": False, "code": "malformed", "retry": False}
        if data.get("name") == "say":
            server.emit("changes", data.get("what"), to=ROOM)
        if data.get("name") == "say_much":
            server.emit("changes", "x" * data["size"], to=ROOM)
        if data.get("name") == "fail":
            raise RuntimeError("a bug in a handler")
        if data.get("name") == "wait":
            server.sleep(data["seconds"])
        return {"ok": True, "echo": data}

    def catch_up(sid: str, data: Any) -> None:
        reply = answer_later()
        server.start_background_task(reply, {"ok": True, "later": True})

    server.on("connect", connect)
    server.on("disconnect", disconnect)
    server.on("command", command)
    server.on("catch_up", catch_up)

    @app.get("/state")
    def state() -> Any:
        counters = transport.counters
        return jsonify(
            fast=transport.fast,
            seen=seen,
            people=len(people),
            sockets=transport.sockets(),
            guests=len(transport.admission.guests),
            encoded=counters.encoded,
            frames_out=counters.frames_out,
            bytes_out=counters.bytes_out,
            drops=counters.drops,
            refused=counters.refused,
            rate_limited=counters.rate_limited,
            environs=len(server.environ),
        )

    @app.get("/left")
    def left() -> Any:
        rooms = server.manager.rooms.get("/", {})
        return jsonify(
            descriptors=len(os.listdir("/proc/self/fd")),
            people=len(people),
            guests=len(transport.admission.guests),
            environs=len(server.environ),
            rooms=sum(len(room) for room in rooms.values()) + len(transport.members(ROOM)),
            **_objects(),
        )

    @app.post("/say/<int:size>/<int:times>")
    def say(size: int, times: int) -> Any:
        for number in range(times):
            server.emit("changes", {"n": number, "text": "x" * size}, to=ROOM)
            server.sleep(0.002 if size > 10_000 else 0)
        return jsonify(ok=True)

    @app.post("/close_all")
    def close_all() -> Any:
        transport.close_all()
        return jsonify(ok=True)

    return app


def change_library(what: str) -> None:
    """As if the next version had renamed a parameter."""
    if what == "rooms":
        disconnect = Manager.basic_disconnect
        Manager.basic_disconnect = lambda self, sid, namespace, **more: disconnect(self, sid, namespace, **more)
    elif what:
        receive = Socket.receive
        Socket.receive = lambda self, packet: receive(self, packet)


def _objects() -> dict[str, int]:
    gc.collect()
    kinds = [type(thing).__name__ for thing in gc.get_objects()]
    # Some stay for the next message on purpose.
    resting = crew().idle if is_green() else 0
    return {
        "greenlets": sum(kind in ("greenlet", "GreenThread") for kind in kinds) - resting,
        "wires": kinds.count("Wire"),
        "sessions": kinds.count("Session") + kinds.count("Socket"),
        "threads": threading.active_count(),
    }


def serve(settings: dict[str, Any]) -> None:
    app = make_app(settings)
    listener = runtime.listen("127.0.0.1", 0)
    print(listener.getsockname()[1], flush=True)  # noqa: T201
    runtime.leave(runtime.serve(app, app.extensions["socketio"].server, listener, on_drain=lambda: None))


if __name__ == "__main__":
    serve(json.loads(sys.argv[1]))
