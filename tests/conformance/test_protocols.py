"""Engine.IO 4 and Socket.IO 5 as their protocol documents describe them, for what we serve, guards on.

Each promise is a sentence of the documents. Where the libraries or our guards do otherwise it is listed in
`deviations.py` with the reason; a new deviation fails, and so does one that has gone and is still listed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from transport.raw import Connection, Polling, WebSocket, ask, frame, request
from transport.servers import FAST, STOCK, Server, eventually

from .deviations import DEVIATIONS

PATH = "/socket.io/"
POLL = f"{PATH}?EIO=4&transport=polling"
QUICK = {"ping_interval": 1, "ping_timeout": 1}
Promise = Callable[[Server], None]
PROMISES: dict[str, Promise] = {}


def promise(check: Promise) -> Promise:
    PROMISES[check.__name__.replace("_", " ")] = check
    return check


@pytest.fixture(scope="module", params=["fast", "stock"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    settings = FAST if request.param == "fast" else STOCK
    server = Server({"transport": {**settings, **QUICK}, "guards": {"connect_seconds": 2.0}})
    server.kind = request.param
    yield server
    server.stop()


@pytest.mark.parametrize("words", DEVIATIONS)
def test_every_known_deviation_is_of_a_promise_we_check(words: str) -> None:
    assert words in PROMISES


def test_every_promise_is_kept_or_its_deviation_known(words: str, server: Server) -> None:
    known = DEVIATIONS.get(words)
    if known is None or server.kind not in known.where:
        PROMISES[words](server)
        return
    with pytest.raises((AssertionError, TimeoutError)):
        PROMISES[words](server)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.function is test_every_promise_is_kept_or_its_deviation_known:
        metafunc.parametrize("words", PROMISES)


def open_packet(body: str) -> dict[str, Any]:
    assert body[0] == "0"
    opened: dict[str, Any] = json.loads(body[1:])
    return opened


def new_session(server: Server) -> str:
    return str(open_packet(request(server.port, "GET", POLL)[1])["sid"])


# Engine.IO, handshake


@promise
def a_polling_handshake_answers_the_five_facts(server: Server) -> None:
    status, body = request(server.port, "GET", POLL)
    opened = open_packet(body)
    assert status == 200
    assert set(opened) == {"sid", "upgrades", "pingTimeout", "pingInterval", "maxPayload"}
    assert opened["upgrades"] == ["websocket"]
    assert (opened["pingInterval"], opened["pingTimeout"]) == (1000, 1000)
    assert opened["maxPayload"] == 16_384


@promise
def a_websocket_handshake_answers_the_five_facts(server: Server) -> None:
    with WebSocket(server.port) as ana:
        opened = open_packet(ana.next_text() or "")
    assert set(opened) == {"sid", "upgrades", "pingTimeout", "pingInterval", "maxPayload"}
    assert opened["upgrades"] == []


@promise
def session_ids_are_never_the_same(server: Server) -> None:
    assert len({new_session(server) for _ in range(20)}) == 20


@promise
def a_handshake_without_a_version_is_refused(server: Server) -> None:
    assert request(server.port, "GET", f"{PATH}?transport=polling")[0] == 400


@promise
def a_handshake_of_another_version_is_refused(server: Server) -> None:
    assert request(server.port, "GET", f"{PATH}?EIO=abc&transport=polling")[0] == 400


@promise
def a_handshake_without_a_transport_is_refused(server: Server) -> None:
    assert request(server.port, "GET", f"{PATH}?EIO=4")[0] == 400


@promise
def a_handshake_with_an_unknown_transport_is_refused(server: Server) -> None:
    assert request(server.port, "GET", f"{PATH}?EIO=4&transport=abc")[0] == 400


@promise
def a_handshake_by_another_method_is_refused(server: Server) -> None:
    assert request(server.port, "POST", POLL)[0] == 400
    assert request(server.port, "PUT", POLL)[0] == 400


@promise
def a_websocket_without_a_version_is_refused(server: Server) -> None:
    assert status_of(server, f"{PATH}?transport=websocket") == 400


@promise
def a_websocket_of_an_unknown_session_is_refused(server: Server) -> None:
    assert status_of(server, f"{PATH}?EIO=4&transport=websocket&sid=abc") == 400


def status_of(server: Server, path: str) -> int:
    with WebSocket(server.port, path) as connection:
        return connection.status


# Engine.IO, HTTP long-polling


@promise
def a_post_is_answered_ok(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    assert ana.post(ask(1)) == (200, "ok")


@promise
def a_packet_posted_is_received_and_answered_by_polling(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    ana.get()
    assert ana.post(ask(1))[0] == 200
    assert ana.get()[1].startswith("431[")


@promise
def several_packets_in_one_post_are_received_in_order(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    ana.get()
    ana.post("\x1e".join(ask(number) for number in (1, 2, 3)))
    assert [packet[:3] for packet in ana.get()[1].split("\x1e")] == ["431", "432", "433"]


@promise
def packets_are_sent_in_one_body_with_the_record_separator(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    kinds = [packet[:2] for packet in ana.get()[1].split("\x1e")]
    assert sorted(kinds) == ["40", "42"]


@promise
def polling_without_a_known_session_is_refused(server: Server) -> None:
    assert request(server.port, "GET", f"{POLL}&sid=abc")[0] == 400
    assert request(server.port, "POST", f"{POLL}&sid=abc", "4")[0] == 400


@promise
def an_ill_formed_post_is_refused_and_closes_the_session(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    assert ana.post("abc")[0] == 400
    assert ana.get()[0] == 400


@promise
def two_polls_at_once_close_the_session(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    ana.get()
    with Connection(server.port) as first:
        first.send(f"GET {POLL}&sid={ana.sid} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        assert eventually(lambda: ana.get()[0] == 400)
        while first.more():
            pass
        assert first.received.startswith(b"HTTP/1.1 200")


@promise
def a_poll_waiting_when_the_session_is_closed_gets_an_answer(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    ana.get()
    with Connection(server.port) as waiting:
        waiting.send(f"GET {POLL}&sid={ana.sid} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        eventually(lambda: server.state()["sockets"]["polling"])
        ana.post("1")
        while waiting.more():
            pass
    head, _, body = bytes(waiting.received).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert body == b"6"


# Engine.IO, heartbeat


@promise
def the_server_pings_a_websocket(server: Server) -> None:
    with WebSocket(server.port).enter(name="ana") as ana:
        for _ in range(2):
            assert ana.until("2") == "2"
            ana.say("3")
        assert ana.call(1)["ok"]


@promise
def the_server_pings_a_poller(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    for _ in range(2):
        while "2" not in ana.get()[1].split("\x1e"):
            pass
        ana.post("3")
    assert ana.post(ask(1))[0] == 200


@promise
def a_websocket_that_answers_no_ping_is_closed(server: Server) -> None:
    with WebSocket(server.port).enter(name="ana") as ana:
        assert ana.is_closed()


@promise
def a_poller_that_answers_no_ping_is_refused_afterwards(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    for _ in range(6):
        if ana.get()[0] == 400:
            return
    raise AssertionError("it went on polling")


# Engine.IO, closing


@promise
def a_close_packet_ends_a_websocket(server: Server) -> None:
    with WebSocket(server.port).enter(name="ana") as ana:
        ana.say("1")
        assert ana.is_closed()


@promise
def a_close_packet_ends_a_polling_session(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    assert ana.post("1")[0] == 200
    assert eventually(lambda: ana.get()[0] == 400)


@promise
def a_packet_of_an_unknown_type_ends_a_websocket(server: Server) -> None:
    with WebSocket(server.port).enter(name="ana") as ana:
        ana.say("abc")
        assert ana.is_closed()


@promise
def a_binary_message_comes_back_as_it_was(server: Server) -> None:
    with WebSocket(server.port).enter(name="ana") as ana:
        ana.send(frame(2, b"\x01\x02"))
        assert ana.next_frame() == (2, b"\x01\x02")


# Engine.IO, upgrade


@promise
def a_poller_upgrades_by_probe_answer_and_upgrade(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    ana.get()
    with WebSocket(server.port, f"{PATH}?EIO=4&transport=websocket&sid={ana.sid}") as probe:
        probe.say("2probe")
        assert probe.next_text() == "3probe"
        probe.say("5")
        probe.say(ask(1))
        assert probe.until("431")


@promise
def the_poll_that_waits_during_an_upgrade_is_ended_with_a_noop(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    ana.get()
    with WebSocket(server.port, f"{PATH}?EIO=4&transport=websocket&sid={ana.sid}") as probe:
        probe.say("2probe")
        probe.next_text()
        assert ana.get() == (200, "6")


@promise
def an_upgrade_packet_is_answered_by_nothing(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    ana.get()
    with WebSocket(server.port, f"{PATH}?EIO=4&transport=websocket&sid={ana.sid}") as probe:
        probe.say("2probe")
        probe.next_text()
        ana.get()
        probe.say("5")
        probe.say(ask(1))
        assert str(probe.next_text()).startswith("431")


@promise
def polling_after_the_upgrade_is_refused(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    ana.get()
    with WebSocket(server.port, f"{PATH}?EIO=4&transport=websocket&sid={ana.sid}") as probe:
        probe.say("2probe")
        probe.next_text()
        probe.say("5")
        probe.say(ask(1))
        probe.until("431")
        assert ana.get()[0] == 400


@promise
def a_second_websocket_of_one_session_is_closed_and_the_first_stays(server: Server) -> None:
    with WebSocket(server.port) as ana:
        sid = open_packet(ana.next_text() or "")["sid"]
        ana.say("40")
        ana.until("40")
        with WebSocket(server.port, f"{PATH}?EIO=4&transport=websocket&sid={sid}") as second:
            assert second.status == 101
            assert second.is_closed()
        assert ana.call(1)["ok"]


@promise
def a_failed_probe_leaves_the_polling_session_alive(server: Server) -> None:
    ana = Polling(server.port, name="ana")
    ana.get()
    with WebSocket(server.port, f"{PATH}?EIO=4&transport=websocket&sid={ana.sid}") as probe:
        probe.say("4nonsense")
        assert probe.is_closed()
    assert ana.post(ask(1))[0] == 200
    assert "431" in ana.get()[1]


# Socket.IO, connecting


@promise
def the_main_namespace_is_entered(server: Server) -> None:
    with WebSocket(server.port) as ana:
        ana.until("0{")
        ana.say("40")
        assert set(json.loads(ana.until("40{")[2:])) == {"sid"}


@promise
def the_main_namespace_is_entered_with_a_payload(server: Server) -> None:
    with WebSocket(server.port) as ana:
        ana.until("0{")
        ana.say('40{"name":"ana"}')
        assert set(json.loads(ana.until("40{")[2:])) == {"sid"}


@promise
def the_answer_to_connect_comes_before_any_event(server: Server) -> None:
    with WebSocket(server.port) as ana:
        ana.until("0{")
        ana.say("40")
        assert str(ana.next_text()).startswith("40{")


@promise
def the_socket_id_differs_from_the_engine_id(server: Server) -> None:
    with WebSocket(server.port) as ana:
        engine_id = open_packet(ana.next_text() or "")["sid"]
        ana.say("40")
        assert json.loads(ana.until("40{")[2:])["sid"] != engine_id


@promise
def an_unknown_namespace_is_refused_with_a_message(server: Server) -> None:
    with WebSocket(server.port) as ana:
        ana.until("0{")
        ana.say("40/random")
        assert ana.next_text() is not None
        ana.say("40/random,")
        assert ana.next_text() == '44/random,{"message":"Invalid namespace"}'


@promise
def a_refused_connect_is_told_with_an_object_that_has_a_message(server: Server) -> None:
    with WebSocket(server.port) as zoe:
        zoe.until("0{")
        zoe.say('40{"token":"wrong"}')
        assert "message" in json.loads(zoe.until("44")[2:])


@promise
def an_invalid_handshake_ends_the_connection(server: Server) -> None:
    with WebSocket(server.port) as ana:
        ana.until("0{")
        ana.say("4abc")
        assert ana.is_closed()


@promise
def who_never_connects_is_closed(server: Server) -> None:
    with WebSocket(server.port) as ana:
        ana.until("0{")
        while (message := ana.next_text()) is not None:
            if message == "2":
                ana.say("3")


# Socket.IO, events


@promise
def an_event_with_an_acknowledgement_is_acknowledged_by_its_number(server: Server) -> None:
    with WebSocket(server.port).enter(name="ana") as ana:
        ana.say(ask(456, a=1))
        assert json.loads(ana.until("43456")[5:])[0]["ok"]


@promise
def an_event_without_a_number_is_not_acknowledged(server: Server) -> None:
    with WebSocket(server.port).enter(name="ana") as ana:
        ana.say('42["command",{"a":1}]')
        ana.say(ask(2))
        assert str(ana.until("43")).startswith("432")


@promise
def every_json_value_comes_back_as_it_was(server: Server) -> None:
    sent: dict[str, Any] = {"t": True, "n": None, "i": -7, "f": 1.5, "s": "บัตร 😀", "l": [1, "2"], "o": {"k": []}}
    with WebSocket(server.port).enter(name="ana") as ana:
        ana.say("421" + json.dumps(["command", sent]))
        assert json.loads(ana.until("431")[3:])[0]["echo"] == sent


@promise
def an_unknown_packet_type_ends_the_connection(server: Server) -> None:
    ends(server, "4abc")


@promise
def an_event_of_an_invalid_format_ends_the_connection(server: Server) -> None:
    ends(server, "42{}")


@promise
def an_invalid_acknowledgement_number_ends_the_connection(server: Server) -> None:
    ends(server, '42abc["command",{}]')


@promise
def an_event_without_a_name_ends_the_connection(server: Server) -> None:
    ends(server, "42[]")


@promise
def a_binary_event_is_received(server: Server) -> None:
    with WebSocket(server.port).enter(name="ana") as ana:
        ana.say('451-1["command",{"_placeholder":true,"num":0}]')
        ana.send(frame(2, b"\x01\x02"))
        assert ana.until("461-1")


def ends(server: Server, packet: str) -> None:
    with WebSocket(server.port).enter(name="ana") as ana:
        ana.say(packet)
        assert ana.is_closed()


# Socket.IO, leaving


@promise
def leaving_the_namespace_keeps_the_connection_and_one_may_come_back(server: Server) -> None:
    with WebSocket(server.port).enter(name="ana") as ana:
        ana.say("41")
        ana.say("40")
        assert ana.until("40{")
        assert ana.call(1)["ok"]


@promise
def nothing_is_heard_after_leaving_the_namespace(server: Server) -> None:
    with WebSocket(server.port).enter(name="ana") as ana, WebSocket(server.port).enter(name="ben") as ben:
        ana.say("41")
        ana.say("40/random,")
        ana.until("44")
        ben.call(1, name="say", what="secret")
        ana.say("40/random,")
        assert str(ana.next_text()).startswith("44")
