"""A workshop on a real server, opened and led over HTTP with real tokens."""

from __future__ import annotations

import json
import secrets
import urllib.request
from typing import Any

Answer = dict[str, Any]
BOARD = "board-1"
TEXT = "ลดขั้นตอนการขออนุมัติเบิกจ่ายให้เหลือสองชั้น"


class Workshop:
    """What its facilitator can do."""

    def __init__(self, port: int, cards_each: int = 50) -> None:
        self._url = f"http://127.0.0.1:{port}/api"
        made = self.post(
            "/workshops",
            id=an_id(),
            title="ห้องประชุมใหญ่",
            question="งานใดควรเลิก ปรับ หรือเริ่มในปีหน้า",
            cards_each=cards_each,
            write_seconds=0,
        )
        self.id, self.code, self.token = made["workshop"], made["code"], made["token"]

    def wall(self) -> str:
        """A token for the wall."""
        minted = self.post(f"/workshops/{self.id}/links", id=an_id(), role="wall", name="จอหน้าห้อง")
        token: str = self.post("/enter", key=minted["key"])["token"]
        return token

    def phase(self, phase: str) -> None:
        self.does("start_phase", board=BOARD, phase=phase)

    def does(self, name: str, **fields: object) -> int:
        """A command of the facilitator; its number in the log."""
        return self.asks(self.token, name, **fields)

    def asks(self, token: str, name: str, **fields: object) -> int:
        body = {"id": an_id(), "name": name} | fields
        seq: int = self.post(f"/workshops/{self.id}/commands", token, **body)["seq"]
        return seq

    def joins(self) -> str:
        """One more participant's token."""
        token: str = self.post("/join", code=self.code)["token"]
        return token

    def snapshot(self, audience: str) -> Answer:
        url = f"{self._url}/workshops/{self.id}/snapshot?audience={audience}"
        request = urllib.request.Request(url, headers={"Authorization": f"Bearer {self.token}"})
        return _read(request)

    def post(self, path: str, token: str | None = None, **body: object) -> Answer:
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token or getattr(self, 'token', '')}"}
        return _read(urllib.request.Request(self._url + path, json.dumps(body).encode(), headers))


def _read(request: urllib.request.Request) -> Answer:
    with urllib.request.urlopen(request, timeout=20) as response:
        answer: Answer = json.load(response)
        return answer


def an_id() -> str:
    return secrets.token_urlsafe(12)
