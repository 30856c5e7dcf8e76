"""After everybody has left nothing stays behind: no descriptor, greenlet, session or name."""

from __future__ import annotations

import json
import os
import socket as sockets
import struct
import threading
from collections.abc import Callable

import pytest

from .raw import CLOSE, Polling, WebSocket, ask, frame, request, text
from .servers import Server, eventually

ROUNDS = 1000 if os.environ.get("BATKHAM_LONG") else 200


def leave_politely(ana: WebSocket) -> None:
    ana.send(frame(CLOSE, struct.pack("!H", 1000)))
    ana.is_closed()


def leave_by_engine(ana: WebSocket) -> None:
    ana.say("1")


def leave_by_namespace(ana: WebSocket) -> None:
    ana.say("41")


def leave_half_open(ana: WebSocket) -> None:
    ana.socket.shutdown(sockets.SHUT_WR)


def leave_by_reset(ana: WebSocket) -> None:
    ana.socket.setsockopt(sockets.SOL_SOCKET, sockets.SO_LINGER, struct.pack("ii", 1, 0))


def leave_within_a_frame(ana: WebSocket) -> None:
    ana.send(text(ask(1))[:9])


def leave_by_a_breach(ana: WebSocket) -> None:
    ana.send(text(ask(1), key=None))


def just_go(ana: WebSocket) -> None:
    pass


WAYS = [
    leave_politely,
    leave_by_engine,
    leave_by_namespace,
    leave_half_open,
    leave_by_reset,
    leave_within_a_frame,
    leave_by_a_breach,
    just_go,
]


def come_and_go(server: Server, number: int) -> None:
    with WebSocket(server.port).enter(name=f"phone {number}") as ana:
        WAYS[number % len(WAYS)](ana)


def is_empty(left: dict[str, int]) -> bool:
    return not any(left[name] for name in ("wires", "sessions", "guests", "people", "rooms"))


def is_no_more(left: dict[str, int], before: dict[str, int]) -> bool:
    """Of some things there may be fewer: what was just being let go when it was counted before."""
    return left.keys() == before.keys() and all(left[name] <= before[name] for name in before)


def test_two_hundred_phones_leave_nothing_behind(serve: Callable[..., Server]) -> None:
    server = serve("fast", {"connect_seconds": 4.0})
    for number in range(16):
        come_and_go(server, number)
    assert eventually(lambda: is_empty(server.left()))
    before = server.left()
    for number in range(ROUNDS):
        come_and_go(server, number)
    assert eventually(lambda: is_no_more(server.left(), before)), (server.left(), before)
    state = server.state()
    assert state["seen"]["connect"] == state["seen"]["disconnect"] == ROUNDS + 16
    assert "Traceback" not in server.errors()


def test_pollers_and_broken_upgrades_leave_nothing_behind(serve: Callable[..., Server]) -> None:
    server = serve("fast", {"connect_seconds": 2.0}, ping_interval=1, ping_timeout=1)
    Polling(server.port, name="first").post("1")
    assert eventually(lambda: is_empty(server.left()))
    before = server.left()
    for number in range(40):
        ana = Polling(server.port, name=f"phone {number}")
        if number % 4 == 0:
            ana.post("1")
        elif number % 4 == 1:
            ana.post("41")
        elif number % 4 == 2:
            with WebSocket(server.port, f"/socket.io/?EIO=4&transport=websocket&sid={ana.sid}") as probe:
                probe.say("2probe")
    assert eventually(lambda: is_no_more(server.left(), before)), (server.left(), before)


def test_a_connect_handler_that_fails_or_refuses_leaves_nothing_behind(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode, {"connect_seconds": 2.2})
    for token in ("broken", "wrong"):
        with WebSocket(server.port) as zoe:
            zoe.until("0{")
            zoe.say(f'40{{"token":"{token}"}}')
            zoe.next_text()
        Polling(server.port, token=token)
    assert eventually(lambda: server.left()["guests"] == server.left()["rooms"] == server.left()["environs"] == 0)


def test_a_poller_that_leaves_while_it_is_let_in_leaves_nothing_behind(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode, {"connect_seconds": 2.3})
    opened = request(server.port, "GET", "/socket.io/?EIO=4&transport=polling")[1]
    path = f"/socket.io/?EIO=4&transport=polling&sid={json.loads(opened[1:])['sid']}"
    entering = threading.Thread(target=request, args=(server.port, "POST", path, '40{"name":"ana","slow":0.5}'))
    entering.start()
    assert eventually(lambda: server.state()["seen"]["connect"] == 1)
    assert request(server.port, "POST", path, "1")[0] == 200
    entering.join()
    assert eventually(lambda: server.state()["seen"]["disconnect"] == 1)
    assert eventually(lambda: server.left()["people"] == server.left()["rooms"] == server.left()["guests"] == 0)


def test_a_half_closed_phone_is_let_go_at_once(eventlet_mode: str, serve: Callable[..., Server]) -> None:
    server = serve(eventlet_mode)
    with WebSocket(server.port).enter(name="half") as ana, WebSocket(server.port).enter(name="ben") as ben:
        people = server.state()["people"]
        leave_half_open(ana)
        assert eventually(lambda: server.state()["people"] == people - 1)
        assert ben.call(1)["ok"]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_whoever_leaves_in_whatever_way_the_others_stay(
    way: Callable[[WebSocket], None], serve: Callable[..., Server]
) -> None:
    server = serve("fast")
    with WebSocket(server.port).enter(name=f"ben {way.__name__}") as ben:
        with WebSocket(server.port).enter(name="ana") as ana:
            way(ana)
        server.say(10, 3)
        assert ben.call(1)["ok"]
