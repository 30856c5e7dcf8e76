"""`kill -9` at any moment: nothing acknowledged is lost, nothing is doubled, and nobody has to do anything."""

from __future__ import annotations

import json
import logging
import secrets
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import requests
import websocket
from real_server import RealServer

PHONES, SOCKETS, CARDS = 4, 2, 60
KILLS = 5
FAIL_POINTS = ("after_commit_before_ack", "after_ack_before_announce")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RealServer]:
    if not any((Path(__file__).parents[2] / "server" / "static").glob("*.html")):
        pytest.skip("the screens are not built")
    server = RealServer(tmp_path)
    yield server
    server.close()


class History:
    """What was tried and what was acknowledged, in the words of a Jepsen checker."""

    def __init__(self) -> None:
        self.tried: dict[str, str] = {}
        self.acknowledged: set[str] = set()
        self._news = threading.Condition()

    def tries(self, id_: str, text: str) -> None:
        with self._news:
            self.tried[id_] = text

    def acknowledges(self, id_: str) -> None:
        with self._news:
            self.acknowledged.add(id_)
            self._news.notify_all()

    def wait_for(self, count: int) -> None:
        with self._news:
            assert self._news.wait_for(lambda: len(self.acknowledged) >= count, timeout=60)


class Phone(threading.Thread):
    """Sends its cards one at a time, each again under the same id until it is acknowledged."""

    def __init__(self, server: RealServer, code: str, history: History, name: str, stop: threading.Event) -> None:
        super().__init__(name=name, daemon=True)
        joined = server.asks("POST", "/api/join", body={"code": code, "id": secrets.token_urlsafe(12)})
        self.server, self.history, self.stop = server, history, stop
        self.token, self.workshop = joined["token"], joined["workshop"]
        self.strange: list[dict[str, Any]] = []

    def run(self) -> None:
        for number in range(CARDS):
            id_, text = secrets.token_urlsafe(12), f"{self.name} {number}"
            body = {"id": id_, "name": "submit_card", "board": "board-1", "text": text, "neighbour": number >= 40}
            self.history.tries(id_, text)
            while not self._acknowledged(body):
                if self.stop.wait(0.02):
                    return
            self.history.acknowledges(id_)

    def hang_up(self) -> None:
        """A request leaves nothing open."""

    def _acknowledged(self, body: dict[str, Any]) -> bool:
        try:
            answer = self.send(body)
        except (requests.RequestException, ValueError):
            return False
        if not answer["ok"] and not answer["retry"]:
            self.strange.append(answer)
        return bool(answer["ok"])

    def send(self, body: dict[str, Any]) -> dict[str, Any]:
        return self.server.asks("POST", f"/api/workshops/{self.workshop}/commands", self.token, body)


class SocketPhone(Phone):
    """The same over a socket of our own, opened again after every death and closed by hand."""

    line: websocket.WebSocket | None = None

    def send(self, body: dict[str, Any]) -> dict[str, Any]:
        try:
            return self._ask(self.line or self._connect(), body)
        except (OSError, websocket.WebSocketException) as why:
            self.hang_up()
            raise requests.ConnectionError from why

    def hang_up(self) -> None:
        if self.line is not None:
            self.line.shutdown()
            self.line = None

    def _connect(self) -> websocket.WebSocket:
        address = self.server.url.replace("http", "ws", 1)
        self.line = websocket.create_connection(f"{address}/socket.io/?EIO=4&transport=websocket", timeout=3)
        self.line.send("40" + json.dumps({"token": self.token, "v": 1}))
        while not str(self.line.recv()).startswith("40"):
            pass
        return self.line

    def _ask(self, line: websocket.WebSocket, body: dict[str, Any]) -> dict[str, Any]:
        line.send("421" + json.dumps(["command", body]))
        while not (said := str(line.recv())).startswith("431["):
            if said == "2":
                line.send("3")
        answer: dict[str, Any] = json.loads(said[3:])[0]
        return answer


def test_five_kills_and_both_fail_points_lose_nothing_and_double_nothing(server: RealServer) -> None:
    random, history, stop = Random(8), History(), threading.Event()
    server.start()
    made = server.asks(
        "POST", "/api/workshops", body={"id": secrets.token_urlsafe(12), "title": "ทน", "question": "อะไร"}
    )
    here, token = f"/api/workshops/{made['workshop']}", made["token"]
    for body in (
        {"name": "change_limits", "board": "board-1", "cards_each": 50, "neighbour_cards": 50},
        {"name": "start_phase", "board": "board-1", "phase": "write"},
    ):
        assert server.asks("POST", f"{here}/commands", token, {"id": secrets.token_urlsafe(12), **body})["ok"]
    kinds = [Phone] * PHONES + [SocketPhone] * SOCKETS
    phones = [kind(server, made["code"], history, f"{kind.__name__}{i}", stop) for i, kind in enumerate(kinds)]
    for phone in phones:
        phone.start()
    try:
        share = PHONES * CARDS // (KILLS + len(FAIL_POINTS) + 1)
        for _ in range(KILLS):
            history.wait_for(len(history.acknowledged) + random.randint(share // 2, share))
            server.kill()
            server.start()
        for point in FAIL_POINTS:
            server.kill()
            server.start(BATKHAM_DIE_AT=point, BATKHAM_DIE_AFTER=str(random.randint(5, 15)))
            server.wait_until_dead()
            server.start()
        for phone in phones:
            phone.join(60)
            assert not phone.is_alive()
    finally:
        stop.set()
        for phone in phones:
            phone.hang_up()
    there = server.asks("GET", f"{here}/snapshot?audience=inbox", token)["snapshot"]
    cards = {key.removeprefix("card:"): one["text"] for key, one in there.items() if key.startswith("card:")}
    assert history.acknowledged - cards.keys() == set(), "lost"
    assert cards.keys() - history.tried.keys() == set(), "unexpected"
    assert [text for text, count in Counter(cards.values()).items() if count > 1] == [], "doubled"
    assert {id_: history.tried[id_] for id_ in cards} == cards
    assert len(cards) == len(phones) * CARDS
    assert not [answer for phone in phones for answer in phone.strange]
    _must_be_whole(server)
    assert "Traceback" not in server.log
    logging.getLogger(__name__).info("seconds from start to ready: %s", server.seconds_to_ready)


def _must_be_whole(server: RealServer) -> None:
    server.kill()
    file = sqlite3.connect(server.database)
    try:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        seqs = [seq for (seq,) in file.execute("SELECT seq FROM log ORDER BY seq")]
        assert seqs == list(range(1, len(seqs) + 1))
        assert file.execute("SELECT seq FROM workshops").fetchall() == [(len(seqs),)]
    finally:
        file.close()
