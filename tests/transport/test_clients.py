"""Real Socket.IO clients, over every transport and in every mode of the server."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import checkers
import engineio
import pytest
import socketio

from .raw import Connection, Polling, WebSocket, ask, text, upgrade_request
from .servers import Server, eventually

TRANSPORTS = {
    "websocket": ["websocket"],
    "polling": ["polling"],
    "polling, then websocket": ["polling", "websocket"],
}


class InOrder(engineio.Client):  # type: ignore[misc]
    """The library handles every message in a thread of its own, which on a busy machine moves what arrived in order."""

    def _trigger_event(self, event: str, *args: Any, **_options: Any) -> Any:
        return super()._trigger_event(event, *args, run_async=False)


class Client(socketio.Client):  # type: ignore[misc]
    def _engineio_client_class(self) -> type[InOrder]:
        return InOrder


class Phone:
    def __init__(self, server: Server, transports: list[str], **auth: Any) -> None:
        self.changes: list[Any] = []
        self.hello: list[Any] = []
        self.client = Client(reconnection=False)
        self.client.on("changes", self.changes.append)
        self.client.on("hello", self.hello.append)
        self.client.connect(server.url, transports=transports, auth=auth)

    def call(self, event: str, data: Any) -> Any:
        return self.client.call(event, data, timeout=30)


@pytest.fixture
def phones() -> Iterator[Callable[..., Phone]]:
    made: list[Phone] = []

    def make(server: Server, transports: list[str], **auth: Any) -> Phone:
        made.append(Phone(server, transports, **auth))
        return made[-1]

    yield make
    for phone in made:
        hang_up(phone)


def has_heard(phone: Phone, what: object) -> bool:
    return what in phone.changes


def hang_up(phone: Phone) -> None:
    """Without the client's own goodbye, which waits seconds for an answer."""
    engine = phone.client.eio
    if engine.current_transport == "websocket":
        engine.ws.shutdown()
    engine.state = "disconnected"


@pytest.mark.parametrize("transports", TRANSPORTS.values(), ids=TRANSPORTS)
def test_ana_and_ben_hear_each_other(
    mode: str, transports: list[str], serve: Callable[..., Server], phones: Callable[..., Phone]
) -> None:
    server = serve(mode)
    ana, ben = phones(server, transports, name="ana"), phones(server, ["websocket"], name="ben")
    assert eventually(lambda: ana.hello and ben.hello)
    assert ana.call("command", {"name": "say", "what": "บัตรคำ"})["ok"]
    assert ben.call("command", {"name": "say", "what": "😀 " + "ก" * 2000})["ok"]
    assert eventually(lambda: len(ana.changes) == len(ben.changes) == 2)
    assert ana.changes == ben.changes == ["บัตรคำ", "😀 " + "ก" * 2000]


@pytest.mark.parametrize("transports", TRANSPORTS.values(), ids=TRANSPORTS)
def test_an_answer_may_be_given_later(
    mode: str, transports: list[str], serve: Callable[..., Server], phones: Callable[..., Phone]
) -> None:
    assert phones(serve(mode), transports, name="ana").call("catch_up", {"since": 1}) == {
        "ok": True,
        "later": True,
    }


def test_nothing_is_lost_or_moved_while_a_phone_changes_to_websocket(
    eventlet_mode: str, serve: Callable[..., Server], phones: Callable[..., Phone]
) -> None:
    server = serve(eventlet_mode)
    for _ in range(5):
        phone = phones(server, TRANSPORTS["polling, then websocket"], name="ana")
        server.say(100, 200)
        assert phone.call("command", {"name": "say", "what": "end"})["ok"]
        assert eventually(partial(has_heard, phone, "end"))
        numbers = [change["n"] for change in phone.changes if change != "end"]
        assert numbers == list(range(200))[-len(numbers) :]
        hang_up(phone)


def test_a_wrong_token_is_refused_and_a_right_one_is_not(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode)
    with WebSocket(server.port) as zoe:
        zoe.until("0{")
        zoe.say('40{"token":"wrong"}')
        assert "message" in json.loads(zoe.until("44")[2:])
        zoe.say('40{"name":"zoe"}')
        assert zoe.until("40{")


def test_messages_sent_together_with_a_goodbye_are_still_handled(
    eventlet_mode: str, serve: Callable[..., Server]
) -> None:
    server = serve(eventlet_mode)
    before = server.state()["seen"]["command"]
    with WebSocket(server.port).enter(name="ana") as ana:
        ana.send(b"".join(text(ask(number)) for number in range(5)))
    assert eventually(lambda: server.state()["seen"]["command"] == before + 5)


def test_commands_of_one_phone_are_answered_in_order_even_when_one_takes_long(
    eventlet_mode: str, serve: Callable[..., Server]
) -> None:
    with WebSocket(serve(eventlet_mode).port).enter(name="ana") as ana:
        ana.say(ask(1, name="wait", seconds=0.2))
        for number in range(2, 6):
            ana.say(ask(number))
        answers = [ana.until("43") for _ in range(5)]
    assert [answer[2] for answer in answers] == list("12345")


def test_frames_that_arrive_with_the_handshake_are_not_lost(serve: Callable[..., Server]) -> None:
    server = serve("fast")
    with Connection(server.port) as eager:
        eager.send(upgrade_request(server.port) + text("40") + text(ask(1)))
        assert eventually(lambda: eager.more() and b"431[" in eager.received)


def test_a_poller_hears_what_a_websocket_says(mode: str, serve: Callable[..., Server]) -> None:
    server = serve(mode)
    ana = Polling(server.port, name="ana")
    assert '40{"sid"' in ana.get()[1]
    with WebSocket(server.port).enter(name="ben") as ben:
        ben.call(1, name="say", what="one")
        heard = ana.get()[1]
    assert '42["changes","one"]' in heard


OFFICIAL = """
const { io } = require("socket.io-client");
const [url, ...transports] = process.argv.slice(2);
const client = io(url, { transports, auth: { name: "node" }, reconnection: false });
const end = (code, why) => { console.log(why); process.exit(code); };
setTimeout(() => end(1, "timeout"), 40000);
const heard = [];
client.on("changes", (what) => {
  heard.push(what);
  const upgraded = client.io.engine.transport.name === transports.at(-1);
  if (heard.length === 20 && upgraded) end(0, JSON.stringify(heard));
});
client.on("hello", async () => {
  for (let n = 0; n < 20; n += 1) {
    await client.emitWithAck("command", { name: "say", what: `บัตร ${n}` });
    if (n === 10) while (client.io.engine.transport.name !== transports.at(-1)) await new Promise(setImmediate);
  }
});
client.on("connect_error", (error) => end(1, error.message));
"""


@pytest.fixture
def official_client(tmp_path: Path) -> Path:
    """The browser's own client, from where our client's packages lie."""
    checkers.fetch()
    script = tmp_path / "client.cjs"
    script.write_text(OFFICIAL)
    return script


@pytest.mark.parametrize("transports", TRANSPORTS.values(), ids=TRANSPORTS)
def test_the_official_client_hears_everything_in_order(
    eventlet_mode: str, transports: list[str], official_client: Path, serve: Callable[..., Server]
) -> None:
    server = serve(eventlet_mode, {"rate": 1000.0, "burst": 1000.0})
    env = {**checkers.environment(), "NODE_PATH": str(checkers.MODULES)}
    command = ["node", str(official_client), server.url, *transports]
    ran = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert json.loads(ran.stdout) == [f"บัตร {number}" for number in range(20)]
