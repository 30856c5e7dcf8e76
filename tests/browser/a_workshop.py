"""One workshop on a real server, driven over HTTP as its facilitator would drive it."""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from typing import Any, Protocol

from a_server import Json, Server

from server.thai import short_thai_date

BOARD = "board-1"


def new_id() -> str:
    return secrets.token_urlsafe(12)


def in_half_a_year() -> tuple[str, str]:
    """A day on which a workshop may be deleted, as it is sent, and as people read it."""
    day = date.today() + timedelta(days=180)
    return day.isoformat(), f"{short_thai_date(day).rpartition(' ')[0]} {day.year + 543}"


class Workshop:
    """One workshop on the server, in the hands of its facilitator."""

    def __init__(self, server: Server, **wish: Any) -> None:
        asked = {"title": "ทบทวนงานปี 2569", "question": "งานใดควรปิด ปรับปรุง หรือเปิด"} | wish
        made = server.call("POST", "/api/workshops", {"id": new_id(), **asked})
        assert made["ok"], made
        self.server = server
        self.title, self.question = str(asked["title"]), str(asked["question"])
        self.id, self.code, self.token, self.key = made["workshop"], made["code"], made["token"], made["key"]

    def ask(self, name: str, token: str | None = None, id: str | None = None, **fields: Any) -> Json:
        """One command by HTTP, as the facilitator unless another token is given; a refusal is an answer."""
        body = {"id": id or new_id(), "name": name, **fields}
        return self.server.call("POST", f"/api/workshops/{self.id}/commands", body, token or self.token)

    def do(self, name: str, token: str | None = None, id: str | None = None, **fields: Any) -> Json:
        answer = self.ask(name, token, id, **fields)
        assert answer["ok"], (name, answer)
        return answer

    def phase(self, *phases: str) -> None:
        for phase in phases:
            self.do("start_phase", board=BOARD, phase=phase)

    def join(self) -> str:
        """The token of somebody who joins without a browser."""
        return str(self.server.call("POST", "/api/join", {"code": self.code, "id": new_id()})["token"])

    def send(self, token: str, text: str, proposed: str | None = None, **fields: Any) -> str:
        """The id of the card that this participant sends."""
        id_ = new_id()
        self.do("submit_card", token, id_, board=BOARD, text=text, proposed=proposed, **fields)
        return id_

    def link(self, role: str, name: str = "จอ") -> str:
        """The path of a new secret link, such as /wall/<id>#key=…"""
        made = self.server.call("POST", f"/api/workshops/{self.id}/links", self._link(role, name), self.token)
        return "/" + str(made["link"]).split("/", 3)[3]

    def snapshot(self, audience: str = "inbox", token: str | None = None) -> Json:
        path = f"/api/workshops/{self.id}/snapshot?audience={audience}"
        return self.server.call("GET", path, token=token or self.token)

    def records(self, kind: str, audience: str = "inbox") -> list[Json]:
        snapshot: Json = self.snapshot(audience)["snapshot"]
        return [record for key, record in snapshot.items() if key.startswith(f"{kind}:")]

    def texts(self) -> list[str]:
        """The words of every card the facilitator's inbox view holds, sorted."""
        return sorted(card["text"] for card in self.records("card"))

    @staticmethod
    def _link(role: str, name: str) -> Json:
        return {"id": new_id(), "role": role, "name": name}


class MakeWorkshop(Protocol):
    def __call__(self, **wish: Any) -> Workshop: ...
