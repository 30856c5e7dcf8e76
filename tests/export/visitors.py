"""People who come over HTTP: what they do, and what they are given to take home."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from werkzeug.test import Client

from server.assembly import House
from server.people import new_id

BOARD = "board-1"
Answer = dict[str, Any]


class Visitor:
    """Somebody with a token for one workshop."""

    def __init__(self, house: House, workshop: str, token: str, address: str = "127.0.0.1") -> None:
        self.house, self.workshop, self.token = house, workshop, token
        self._comes_from = {"REMOTE_ADDR": address}
        self._client = Client(house.app, use_cookies=False)

    @property
    def here(self) -> str:
        return f"/api/workshops/{self.workshop}"

    def asks(self, method: str, path: str, body: object = None) -> Any:
        headers = {"Authorization": f"Bearer {self.token}", "Host": "localhost"}
        return self._client.open(path, method=method, json=body, headers=headers, environ_base=self._comes_from)

    def sends(self, path: str, content: str | bytes) -> Any:
        """A file, as it is."""
        headers = {"Authorization": f"Bearer {self.token}", "Host": "localhost"}
        raw = content.encode() if isinstance(content, str) else content
        kind = "application/octet-stream"
        return self._client.post(path, data=raw, content_type=kind, headers=headers, environ_base=self._comes_from)

    def does(self, name: str, **fields: Any) -> str:
        """Perform a command; returns its id, which is the card's if it made one."""
        id_ = new_id()
        answer = self.asks("POST", f"{self.here}/commands", {"id": id_, "name": name, **fields})
        assert answer.json["ok"], answer.json
        return id_

    def writes(self, text: str, **fields: Any) -> str:
        return self.does("submit_card", board=BOARD, text=text, **fields)

    def starts(self, phase: str) -> None:
        self.does("start_phase", board=BOARD, phase=phase)

    def takes(self, kind: str) -> Any:
        return self.asks("GET", f"{self.here}/export.{kind}")

    def sees(self, audience: str) -> dict[str, Any]:
        snapshot: dict[str, Any] = self.asks("GET", f"{self.here}/snapshot?audience={audience}").json["snapshot"]
        return snapshot

    def link(self, role: str) -> Visitor:
        """Somebody who comes in by a new link of this kind."""
        minted = self.asks("POST", f"{self.here}/links", {"id": new_id(), "role": role, "name": role}).json
        return self.enters(minted["key"])

    def enters(self, key: str) -> Visitor:
        entered = self.asks("POST", "/api/enter", {"key": key}).json
        return Visitor(self.house, entered["workshop"], entered["token"])


def opens_a_workshop(house: House, **wish: Any) -> Visitor:
    nobody = Visitor(house, "", "")
    asked = {"id": new_id(), "title": "ทบทวนงาน 69/70", "question": "งานใดควรปิด"} | wish
    made = nobody.asks("POST", "/api/workshops", asked).json
    return Visitor(house, made["workshop"], made["token"])


def joins(fay: Visitor) -> Visitor:
    code = fay.sees("facilitator")["door"]["code"]
    joined = fay.asks("POST", "/api/join", {"code": code, "id": new_id()}).json
    return Visitor(fay.house, fay.workshop, joined["token"])


def restores(house: House, backup: object, id: str | None = None) -> Any:
    return Visitor(house, "", "").asks("POST", "/api/workshops", {"id": id or new_id(), "backup": backup})


def rows(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline="")))


def backup_of(fay: Visitor) -> Any:
    return json.loads(fay.takes("json").data)


def in_order(seen: dict[str, Any], column: str | None) -> list[str]:
    """The texts of a column as a screen shows them."""
    cards = [one for key, one in seen.items() if key.startswith("card:") and one["column"] == column]
    return [card["text"] for card in sorted(cards, key=lambda card: (card["rank"], card["id"]))]
