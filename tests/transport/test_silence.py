"""Silent and slow phones: dropped in time, and nobody else notices."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from .raw import Polling, WebSocket, ask, request, text
from .servers import Server, eventually

INTERVAL, TIMEOUT = 1, 1
# What the clock may be late by, and a machine that does much else.
LATE = 8.0


@contextmanager
def load(server: Server) -> Iterator[None]:
    """The room hears much while this lasts."""
    stop = threading.Event()

    def talk() -> None:
        while not stop.is_set():
            server.say(500, 50)

    talking = threading.Thread(target=talk)
    talking.start()
    try:
        yield
    finally:
        stop.set()
        talking.join()


def answer_pings(phone: WebSocket, seconds: float) -> int:
    """Be an ordinary phone for a while; how many pings came."""
    pings, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        message = phone.next_text()
        assert message is not None, "a phone that answers was dropped"
        if message == "2":
            pings += 1
            phone.say("3")
    return pings


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_a_silent_phone_is_dropped_in_time_under_load_and_a_talking_one_stays(
    transport: str, serve: Callable[..., Server]
) -> None:
    unbounded = {"backlog_bytes": 10**9, "queued_packets": 10**9}
    server = serve("fast", unbounded, ping_interval=INTERVAL, ping_timeout=TIMEOUT)
    with load(server), WebSocket(server.port).enter(name="ben") as ben:
        before, began = server.state()["drops"].get("silent", 0), time.monotonic()
        if transport == "polling":
            Polling(server.port, name="ana")
        else:
            ana = WebSocket(server.port).enter(name="ana")
        while server.state()["drops"].get("silent", 0) == before:
            answer_pings(ben, 0.1)
            assert time.monotonic() - began < INTERVAL + TIMEOUT + LATE
        assert time.monotonic() - began > INTERVAL
        assert eventually(lambda: answer_pings(ben, 0.5))
    if transport == "websocket":
        ana.socket.close()


def test_pongs_nobody_asked_for_do_not_keep_a_phone_alive(serve: Callable[..., Server]) -> None:
    server = serve("fast", ping_interval=INTERVAL, ping_timeout=TIMEOUT)
    with WebSocket(server.port).enter(name="zoe") as zoe:
        zoe.send(text("3") * 50)
        assert zoe.is_closed()


def test_a_phone_on_the_stock_transport_is_dropped_too(serve: Callable[..., Server]) -> None:
    server = serve("stock", ping_interval=INTERVAL, ping_timeout=TIMEOUT)
    with WebSocket(server.port).enter(name="ana") as ana:
        assert ana.is_closed()


def test_who_reads_nothing_is_dropped_at_the_bound_and_the_others_get_everything(
    serve: Callable[..., Server],
) -> None:
    server = serve("fast", {"backlog_bytes": 200_000})
    slow = [WebSocket(server.port).enter(name=f"slow {number}") for number in range(3)]
    with WebSocket(server.port).enter(name="ben") as ben:
        saying = threading.Thread(target=server.say, args=(20_000, 600))
        saying.start()
        numbers = [json.loads(ben.until("42")[2:])[1]["n"] for _ in range(600)]
        saying.join()
        assert numbers == list(range(600))
        state = server.state()
        assert state["drops"]["slow_reader"] == 3
        assert eventually(lambda: server.state()["people"] == 1)
        assert ben.call(1)["ok"]
    for each in slow:
        each.socket.close()


def test_a_slow_reader_below_the_bound_gets_everything_in_order(serve: Callable[..., Server]) -> None:
    server = serve("fast", {"backlog_bytes": 20_000_000})
    with WebSocket(server.port).enter(name="slow") as slow:
        server.say(20_000, 600)
        assert [json.loads(slow.until("42")[2:])[1]["n"] for _ in range(600)] == list(range(600))
        assert slow.call(1)["ok"]


def test_who_polls_too_rarely_is_dropped_in_every_mode(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode, {"queued_packets": 50})
    ana = Polling(server.port, name="ana")
    with WebSocket(server.port).enter(name="ben") as ben:
        server.say(100, 200)
        assert eventually(lambda: server.state()["drops"].get("slow_reader") == 1)
        assert eventually(lambda: ana.get()[0] == 400)
        assert ben.call(1)["ok"]


def test_a_stopping_server_says_goodbye_after_its_last_words(serve: Callable[..., Server]) -> None:
    server = serve("fast", {"connect_tries": 2})
    with WebSocket(server.port).enter(name="ana") as ana:
        ana.say(ask(1, name="say", what="last words"))
        ana.until("431")
        request(server.port, "POST", "/close_all")
        assert ana.is_closed()
        assert b"last words" in ana.received
        assert ana.received.endswith(b"\x88\x02\x03\xe8")
    assert eventually(lambda: server.state()["people"] == 0)
