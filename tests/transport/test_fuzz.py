"""Packets nobody would write: the server stays up, says nothing about itself, and forgets them all."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .raw import Connection, Polling, WebSocket, ask, frame, text
from .servers import Server, eventually

PACKETS = 20_000 if os.environ.get("BATKHAM_LONG") else 500
SECRETS = (b"Traceback", b"site-packages", b"eventlet", b"engineio", b"Python/")


def examples(server: Server, of_five: int) -> settings:
    """Most of them for the fast transport: the stock driver is slow to hang up, and not our parser."""
    packets = PACKETS if server.state()["fast"] else PACKETS // 10
    return settings(
        max_examples=packets * of_five // 5,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


opcodes = st.integers(0, 15)
frames = st.builds(
    frame,
    opcodes,
    st.binary(max_size=300) | st.text(max_size=100).map(str.encode),
    fin=st.booleans(),
    rsv=st.sampled_from([0, 0, 0, 0, 1, 4]),
    key=st.sampled_from([b"abcd", b"abcd", b"abcd", None]),
    size=st.none() | st.none() | st.integers(0, 1 << 62),
    form=st.sampled_from([None, None, None, 16, 64]),
).filter(bool)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)
ORDINARY = [ask(1, text="บัตร"), '42["command",{}]', "40", '40{"name":"x"}', "41", "3", "1", '420["catch_up",{}]']


def changed(packet: str, at: int, new: str) -> str:
    return packet[:at] + new + packet[at + 1 :]


def of_value(head: str, value: object) -> str:
    return head + repr(value).replace("'", '"')


packets = (
    st.text(max_size=40)
    | st.from_regex(r"[0-9b]{1,3}(-|/[a-z]*,?)?\d*[\[{]?.{0,30}[\]}]?", fullmatch=True)
    | st.builds(of_value, st.sampled_from(["42", "421", "40", "43", "451-"]), values)
    | st.builds(changed, st.sampled_from(ORDINARY), st.integers(0, 30), st.text(max_size=3))
)


def nothing_is_left(server: Server) -> None:
    assert "Traceback" not in server.errors()
    assert eventually(lambda: server.state()["guests"] == 0)


@pytest.fixture
def server(eventlet_mode: str, serve: Callable[..., Server]) -> Server:
    return serve(eventlet_mode, {"connect_seconds": 3.1, "rate": 1e6, "burst": 1e6})


def check(connection: Connection) -> None:
    connection.socket.settimeout(0.3)
    try:
        while connection.more():
            pass
    except TimeoutError:
        pass
    for secret in SECRETS:
        assert secret not in connection.received


def test_strange_frames_break_nothing(server: Server) -> None:
    @examples(server, 2)
    @given(st.lists(frames, min_size=1, max_size=4))
    def say(strange: list[bytes]) -> None:
        with WebSocket(server.port).enter(name="zoe") as zoe:
            zoe.send(b"".join(strange))
            zoe.send(frame(8, b"\x03\xe8"))
            with suppress(OSError):
                zoe.socket.shutdown(socket.SHUT_WR)
            check(zoe)

    say()
    nothing_is_left(server)


def test_strange_packets_break_nothing(server: Server) -> None:
    @examples(server, 2)
    @given(st.lists(packets, min_size=1, max_size=4))
    def say(strange: list[str]) -> None:
        with WebSocket(server.port).enter(name="zoe") as zoe:
            zoe.send(b"".join(text(packet) for packet in strange))
            zoe.send(frame(8, b"\x03\xe8"))
            check(zoe)

    say()
    nothing_is_left(server)


def test_strange_posts_break_nothing(server: Server) -> None:
    @examples(server, 1)
    @given(st.lists(packets, min_size=1, max_size=4).map("\x1e".join) | st.binary(max_size=200))
    def say(strange: str | bytes) -> None:
        zoe = Polling(server.port, name="zoe")
        status, body = zoe.post(strange if isinstance(strange, bytes) else strange.encode())
        assert status in (200, 400)
        assert not any(secret.decode() in body for secret in SECRETS)
        zoe.post("1")

    say()
    nothing_is_left(server)
