"""What strangers and hurried phones may not do, beside what everybody may."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from .raw import PONG, Connection, Polling, WebSocket, ask, frame, request, text
from .servers import Server, eventually

DEEP_ENOUGH = '42["command",{"a":{"b":{"c":[1]}}}]'
FORBIDDEN = {
    "the connect handler by name": '42["connect",{}]',
    "the disconnect handler by name": '42["disconnect","x"]',
    "an unknown event": '42["delete_everything",{}]',
    "an event of the library": '42["message",{}]',
    "a command without content": '42["command"]',
    "a command with two contents": '42["command",{},{}]',
    "an event without a name": "42[]",
    "an event named by a number": "42[1,{}]",
    "an event named by an object": "42[{},{}]",
    "an event that is no list": '42{"command":1}',
    "no content at all": "42",
    "JSON cut short": '42["command",{]',
    "JSON and more": '42["command",{}]x',
    "one level too deep": '42["command",{"a":{"b":{"c":[[1]]}}}]',
    "a thousand levels": '42["command",' + "[" * 5000 + "]" * 5000 + "]",
    "a thousand open brackets": '42["command",' + "[" * 10_000,
    "not a number": '42["command",{"a":NaN}]',
    "infinity": '42["command",{"a":Infinity}]',
    "a number beyond all": '42["command",{"a":1e999}]',
    "an endless integer": '42["command",{"a":' + "9" * 5000 + "}]",
    "an endless acknowledgement number": "42" + "1" * 200 + '["command",{}]',
    "another namespace": '42/admin,["command",{}]',
    "a binary event": '451-["command",{"_placeholder":true,"num":0}]',
    "a binary acknowledgement": "461-1[]",
    "an acknowledgement nobody asked for": "431[]",
    "an error": '44{"message":"x"}',
    "an unknown Socket.IO packet": "47",
    "a second connect": "40",
    "an unknown Engine.IO packet": "9",
    "an Engine.IO open": "0{}",
    "an Engine.IO ping": "2",
    "an upgrade of what is upgraded": "5",
    "base64 content": "bAAAA",
    "a Thai digit for a type": "๔2[]",
    "an empty message": "",
    "deep Engine.IO JSON": "4" + "[" * 10_000,
    "a record separator": '42["command",{}]\x1e42["command",{}]',
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_who_says_the_forbidden_is_disconnected_and_no_handler_runs(
    what: str, mode: str, serve: Callable[..., Server]
) -> None:
    server = serve(mode)
    with WebSocket(server.port).enter(name="zoe") as zoe:
        before = server.state()["seen"]
        zoe.say(FORBIDDEN[what])
        assert zoe.is_closed()
        assert b"Traceback" not in zoe.received
    after = server.state()["seen"]
    assert (after["command"], after["connect"]) == (before["command"], before["connect"])


# Over polling the separator is no trick: it stands between two packets.
@pytest.mark.parametrize("what", [what for what in FORBIDDEN if what != "a record separator"])
def test_the_forbidden_is_refused_over_polling_too(what: str, mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode)
    zoe = Polling(server.port, name="zoe")
    before = server.state()["seen"]
    status, body = zoe.post(FORBIDDEN[what])
    assert status in (200, 400)
    assert "Traceback" not in body
    assert eventually(lambda: zoe.get()[0] == 400)
    assert server.state()["seen"]["command"] == before["command"]


def test_what_is_allowed_passes_beside_the_forbidden(mode: str, serve: Callable[..., Server]) -> None:
    with WebSocket(serve(mode).port).enter(name="ana") as ana:
        ana.say(DEEP_ENOUGH.replace("42", "421", 1))
        assert json.loads(ana.until("431")[3:])[0]["ok"]
        assert ana.call(2, size=2**52, text="😀")["ok"]


@pytest.mark.parametrize("what", ['{"a":NaN}', '{"a":1e999}', "[" * 50 + "]" * 50, '{"a":'])
def test_who_asks_for_an_answer_to_what_is_no_json_gets_one(what: str, mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode)
    with WebSocket(server.port).enter(name="ana") as ana:
        before = server.state()["seen"]["command"]
        ana.say(f'421["command",{what}]')
        assert json.loads(ana.until("431")[3:]) == [{"ok": False, "code": "malformed", "retry": False}]
        assert server.state()["seen"]["command"] == before
        assert ana.call(2)["ok"]


def test_a_lone_surrogate_comes_back_escaped(mode: str, serve: Callable[..., Server]) -> None:
    with WebSocket(serve(mode).port).enter(name="ana") as ana:
        ana.say('421["command",{"text":"\\ud83d"}]')
        assert "\\ud83d" in ana.until("431")


def test_a_bug_in_a_handler_is_told_as_one_and_shows_nothing(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode, {"json_levels": 3})
    with WebSocket(server.port).enter(name="ana") as ana:
        assert ana.call(1, name="fail") == {"ok": False, "code": "server_error", "retry": True}
        assert ana.call(2)["ok"]
    with WebSocket(server.port) as ben:
        ben.until("0{")
        ben.say('40{"token":"broken"}')
        assert ben.is_closed()
        assert b"bug" not in ben.received
    assert "a bug in a handler" in server.errors()


def test_events_before_the_handshake_are_refused(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode)
    before = server.state()["seen"]["command"]
    with WebSocket(server.port) as zoe:
        zoe.until("0{")
        zoe.say(ask(1))
        assert zoe.is_closed()
    assert server.state()["seen"]["command"] == before


def test_who_never_says_who_it_is_is_closed_and_the_others_stay(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode, {"connect_seconds": 1.5})
    with WebSocket(server.port).enter(name="ana") as ana, WebSocket(server.port) as zoe:
        lurker = json.loads(request(server.port, "GET", "/socket.io/?EIO=4&transport=polling")[1][1:])["sid"]
        assert zoe.is_closed()
        polled = f"/socket.io/?EIO=4&transport=polling&sid={lurker}"
        assert eventually(lambda: request(server.port, "GET", polled)[0] == 400)
        assert ana.call(1)["ok"]
        assert server.state()["drops"]["never_connected"] >= 2


def test_a_websocket_that_never_finishes_its_upgrade_is_closed(serve: Callable[..., Server]) -> None:
    server = serve("fast", {"connect_seconds": 1.5})
    ana = Polling(server.port, name="ana")
    with WebSocket(server.port, f"/socket.io/?EIO=4&transport=websocket&sid={ana.sid}") as probe:
        probe.say("2probe")
        assert probe.next_text() == "3probe"
        assert probe.is_closed()
    ana.post(ask(1))
    assert "431[" in ana.get()[1]


def test_guessing_tokens_on_one_socket_ends_soon(mode: str, serve: Callable[..., Server]) -> None:
    with WebSocket(serve(mode).port) as zoe:
        zoe.until("0{")
        for _ in range(4):
            zoe.say('40{"token":"wrong"}')
        assert zoe.is_closed()
        assert zoe.received.count(b"44{") == 3


def test_a_phone_too_fast_is_told_to_wait_and_slows_nobody_else(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode)
    with WebSocket(server.port).enter(name="ana") as ana, WebSocket(server.port).enter(name="ben") as ben:
        # In one breath: a machine that does much else may take so long over them that they are not too fast.
        ana.send(b"".join(text(ask(number)) for number in range(30)))
        answers = [json.loads(ana.until(f"43{number}[")[len(f"43{number}") :])[0] for number in range(30)]
        refused = [answer for answer in answers if not answer["ok"]]
        assert refused
        assert refused[0]["code"] == "rate_limited"
        assert 0 < refused[0]["after_ms"] <= 100
        assert all(ben.call(number)["ok"] for number in range(10))
        time.sleep(refused[-1]["after_ms"] / 1000)
        assert eventually(lambda: ana.call(99)["ok"])


def test_reconnecting_gives_no_new_allowance(serve: Callable[..., Server]) -> None:
    server = serve("fast", {"rate": 0.1, "burst": 5.0})
    answers = []
    for number in range(10):
        with WebSocket(server.port).enter(name="dora") as dora:
            answers.append(dora.call(number)["ok"])
    assert answers[:5] == [True] * 5
    assert not all(answers)


def test_a_flood_ends_the_connection(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode)
    with WebSocket(server.port).enter(name="flood") as zoe, WebSocket(server.port).enter(name="ana2") as ana:
        for number in range(200):
            zoe.say(ask(number))
        assert zoe.is_closed()
        assert ana.call(1)["ok"]


def test_a_facilitator_may_be_quick(serve: Callable[..., Server]) -> None:
    with WebSocket(serve("fast").port).enter(name="fay", role="facilitator") as fay:
        assert all(fay.call(number)["ok"] for number in range(60))


def test_a_flood_of_tiny_frames_ends_the_connection(serve: Callable[..., Server]) -> None:
    server = serve("fast")
    with WebSocket(server.port).enter(name="ana3") as zoe:
        zoe.send(frame(PONG) * 3000)
        assert zoe.is_closed()
    assert server.state()["drops"]["frame_flood"] >= 1


def test_the_newest_sockets_of_one_participant_stay(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode, {"sockets_per_participant": 2})
    with (
        WebSocket(server.port).enter(name="ana") as first,
        WebSocket(server.port).enter(name="ana") as second,
        WebSocket(server.port).enter(name="ana") as third,
        WebSocket(server.port).enter(name="ben") as ben,
    ):
        assert first.is_closed()
        assert all(each.call(1)["ok"] for each in (second, third, ben))


def test_a_facilitator_comes_in_when_the_house_is_full_of_strangers_and_participants(
    mode: str, serve: Callable[..., Server]
) -> None:
    server = serve(mode, {"sockets": 12, "facilitator_reserve": 4})
    phones = [WebSocket(server.port).enter(name=f"phone {number}") for number in range(8)]
    late = WebSocket(server.port)
    late.until("0{")
    late.say('40{"name":"late"}')
    assert late.is_closed()
    strangers = [WebSocket(server.port) for _ in range(10)]
    with WebSocket(server.port).enter(name="fay", role="facilitator") as fay:
        assert fay.call(1)["ok"]
    assert all(phone.call(1)["ok"] for phone in phones)
    assert strangers[0].is_closed()
    for connection in (*phones, *strangers, late):
        connection.socket.close()
    assert eventually(lambda: server.state()["guests"] == 0)


def test_one_address_cannot_take_the_whole_house(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode, {"sockets_per_address": 6, "facilitator_reserve": 2})
    phones = [WebSocket(server.port).enter(name=f"phone {number}") for number in range(4)]
    fays = [WebSocket(server.port).enter(name="fay", role="facilitator") for _ in range(2)]
    with WebSocket(server.port) as refused:
        assert refused.status == 401
    assert all(each.call(1)["ok"] for each in (*phones, *fays))
    for connection in (*phones, *fays):
        connection.socket.close()
    assert eventually(lambda: server.state()["guests"] == 0)


ODD_REQUESTS = {
    "JSONP": ("GET", "?EIO=4&transport=polling&j=0"),
    "no transport": ("GET", "?EIO=4"),
    "an unknown transport": ("GET", "?EIO=4&transport=carrier_pigeon"),
    "two transports": ("GET", "?EIO=4&transport=polling&transport=websocket"),
    "no version": ("GET", "?transport=polling"),
    "an old version": ("GET", "?EIO=3&transport=polling"),
    "an unknown session": ("GET", "?EIO=4&transport=polling&sid=nobody"),
    "a post to nobody": ("POST", "?EIO=4&transport=polling"),
    "a put": ("PUT", "?EIO=4&transport=polling"),
    "a delete": ("DELETE", "?EIO=4&transport=polling"),
    "a websocket that is none": ("GET", "?EIO=4&transport=websocket"),
    "a hundred parameters": ("GET", "?EIO=4&transport=polling" + "&a=1" * 100),
}


@pytest.mark.parametrize("what", ODD_REQUESTS)
def test_an_odd_request_is_refused_without_a_word_about_us(what: str, mode: str, serve: Callable[..., Server]) -> None:
    method, query = ODD_REQUESTS[what]
    server = serve(mode)
    status, body = request(server.port, method, "/socket.io/" + query)
    assert status == 400
    for word in ("Traceback", "engineio", "eventlet", "Python", "site-packages", "File "):
        assert word not in body


BAD_UPGRADES = {
    "another version": ({"Sec_WebSocket_Version": "8"}, 426),
    "no version": ({"Sec_WebSocket_Version": ""}, 426),
    "no key": ({"Sec_WebSocket_Key": ""}, 400),
    "a short key": ({"Sec_WebSocket_Key": "AAAA"}, 400),
    "a key that is none": ({"Sec_WebSocket_Key": "!!!!"}, 400),
    "no connection header": ({"Connection": "keep-alive"}, 400),
    "another protocol": ({"Upgrade": "h2c"}, 400),
    "another page's origin": ({"Origin": "http://evil.example"}, 400),
    "no page's origin": ({"Origin": "null"}, 400),
}


@pytest.mark.parametrize("what", BAD_UPGRADES)
def test_a_bad_upgrade_is_refused(what: str, mode: str, serve: Callable[..., Server]) -> None:
    headers, status = BAD_UPGRADES[what]
    with WebSocket(serve(mode).port, **headers) as zoe:
        assert zoe.status == status


def test_our_own_page_may_connect_and_compression_is_never_agreed(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode)
    offer = "permessage-deflate; client_max_window_bits"
    with WebSocket(server.port, Origin=server.url, Sec_WebSocket_Extensions=offer) as ana:
        assert ana.status == 101
        assert "extensions" not in ana.answer.lower()
        assert ana.enter(name="ana").call(1)["ok"]


def test_a_post_too_large_is_refused(mode: str, serve: Callable[..., Server]) -> None:
    ana = Polling(serve(mode).port, name="ana")
    assert ana.post("4" * 16_385)[0] == 413
    assert ana.request("POST", f"&sid={ana.sid}", "x", **{"Content-Length": "-1"})[0] in (400, 413)
    assert ana.post(ask(1))[0] == 200


def test_a_second_poll_at_once_ends_the_session(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode)
    ana = Polling(server.port, name="ana")
    ana.get()
    with Connection(server.port) as waiting:
        waiting.send(f"GET /socket.io/?EIO=4&transport=polling&sid={ana.sid} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert eventually(lambda: ana.get()[0] == 400)
