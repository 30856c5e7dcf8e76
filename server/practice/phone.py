"""One simulated phone: joins by code, keeps up with the board over a socket, sends commands once and for all."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import socketio
from socketio.exceptions import SocketIOError

from server.people import new_id

TRIES = 20
SECONDS_BETWEEN_TRIES = (0.3, 1.5)
SECONDS_TO_ANSWER = 15
FOR_GOOD = frozenset({"gone", "bad_token", "revoked", "reload", "malformed"})
ENDINGS = frozenset({"finished"})


class Phone:
    """What its owner needs to know is `board`, `language` and `over`; `changed` wakes whoever waits for them."""

    def __init__(
        self, http: aiohttp.ClientSession, address: str, code: str, boards: int = 1, stays: tuple[float, float] = (0, 0)
    ) -> None:
        self._http = http
        self._address = address.rstrip("/")
        self._code = code
        self._token = ""
        self._seq = 0
        self._records: dict[str, Any] = {}
        self._socket: Any = None
        self._lost = asyncio.Event()
        self._changed = asyncio.Event()
        # How many boards there are, how long to wait for the next one, and how long to stay after the last.
        self._boards = boards
        self._for_the_next, self._after_the_last = stays
        self._been: set[str] = set()
        self._going_home: asyncio.TimerHandle | None = None
        self.over = False

    @property
    def language(self) -> str:
        return str(self._records.get("workshop", {}).get("language", "th"))

    @property
    def board(self) -> dict[str, Any]:
        """The board the workshop is at; empty until the server has told."""
        found: dict[str, Any] = self._records.get(f"board:{self._records.get('workshop', {}).get('active')}", {})
        return found

    @property
    def asked(self) -> dict[str, dict[str, Any]]:
        """What the room asks for just now besides cards."""
        round_ = self._records.get(f"round:{self.board.get('id')}")
        below = {f"round:{round_['item']}": round_} if round_ else {}
        others = ((key, one) for key, one in self._records.items() if key.startswith(("vote:", "check_out")))
        return below | {key: one for key, one in others if one["status"] == "open"}

    async def votable(self, vote: dict[str, Any]) -> dict[str, str]:
        """The column of each group or card that can be voted for: looked at only by those who vote.

        What can be placed need not lie in any yet: then it is the proposed one, or empty.
        """
        seen = await self._look_at("reader")
        await self._look_at("participant")
        cards = {key.partition(":")[2]: one for key, one in seen.items() if key.startswith("card:")}
        by_group, placing = vote["on"] != "cards", vote["on"] == "placing"
        return {
            (by_group and card.get("group")) or card.get("under") or name: _place(card)
            for name, card in cards.items()
            if card["board"] == vote["board"] and (placing or card.get("column")) and not card.get("parent")
        }

    async def join(self) -> bool:
        """Come in by the code; False when the door stays shut, `over` when there is no door any more."""
        body = {"code": self._code, "id": new_id()}
        for _ in range(TRIES):
            try:
                async with self._http.post(f"{self._address}/api/join", json=body) as response:
                    answer = await response.json()
            except (aiohttp.ClientError, TimeoutError, ValueError):
                answer = {"ok": False, "retry": True}
            if answer["ok"]:
                self._token = answer["token"]
                return True
            if not answer.get("retry"):
                self.over = answer.get("code") == "wrong_code"
                return False
            await _a_moment()
        self.over = True
        return False

    async def stay(self) -> None:
        """Keep the socket alive until the board is finished or gone, or the server stays away."""
        failed = 0
        while not self.over and failed < TRIES:
            failed = 0 if await self._connected() else failed + 1
            if not self.over:
                await _a_moment()
        self._end()

    async def until(self, so: Callable[[], bool], seconds: float | None = None) -> bool:
        """Wait until it is so; False when it was not within these seconds. Ends early when all is over."""
        try:
            async with asyncio.timeout(seconds):
                while not (so() or self.over):
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            pass
        return so()

    async def command(self, name: str, **fields: Any) -> str | None:
        """Send a command until it is answered, always under the same id; None when it was refused."""
        body = {"id": new_id(), "name": name, **fields}
        while not self.over:
            answer = await self._ask("command", body)
            if answer["ok"]:
                return str(body["id"])
            if not answer["retry"]:
                return None
            await asyncio.sleep(answer.get("after_ms", 1_000) / 1_000)
        return None

    async def _connected(self) -> bool:
        """One life of a socket; False when it never got in."""
        self._lost.clear()
        self._socket = socket = self._new_socket()
        parts = urlsplit(self._address)
        try:
            await socket.connect(
                f"{parts.scheme}://{parts.netloc}",
                auth={"token": self._token, "v": 1},
                socketio_path=f"{parts.path}/socket.io",
                transports=["websocket"],
            )
            await self._lost.wait()
        except SocketIOError:
            return False
        finally:
            await socket.disconnect()
        return True

    def _new_socket(self) -> Any:
        socket = socketio.AsyncClient(reconnection=False, http_session=self._http, handle_sigint=False)
        socket.on("hello", self._hear_hello)
        socket.on("changes", self._hear_changes)
        socket.on("head", self._hear_head)
        socket.on("gone", self._hear_end)
        socket.on("revoked", self._hear_end)
        socket.on("connect_error", self._hear_refusal)
        socket.on("disconnect", self._hear_loss)
        return socket

    async def _ask(self, event: str, body: dict[str, Any]) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = await self._socket.call(event, body, timeout=SECONDS_TO_ANSWER)
        except (SocketIOError, AttributeError):
            return {"ok": False, "retry": True}
        return answer

    def _hear_hello(self, hello: dict[str, Any]) -> None:
        self._seq = hello["seq"]
        if "snapshot" in hello:
            self._records = dict(hello["snapshot"])
        self._look()

    async def _hear_changes(self, changes: dict[str, Any]) -> None:
        if changes["to"] <= self._seq:
            return
        if changes["from"] > self._seq:
            await self._catch_up()
            return
        self._seq = changes["to"]
        self._records.update(changes["put"])
        for key in changes.get("drop", ()):
            self._records.pop(key, None)
        self._look()

    async def _hear_head(self, head: dict[str, Any]) -> None:
        if head["seq"] > self._seq:
            await self._catch_up()

    async def _catch_up(self, **asked: str) -> bool:
        answer = await self._ask("catch_up", asked)
        if "snapshot" in answer:
            self._hear_hello(answer)
        return "snapshot" in answer

    async def _look_at(self, audience: str) -> dict[str, Any]:
        """All that this audience is told; the phone is one of it from now on."""
        while not self.over and not await self._catch_up(audience=audience):
            await _a_moment()
        return self._records

    def _hear_refusal(self, why: Any) -> None:
        if isinstance(why, dict) and why.get("message") in FOR_GOOD:
            self._end()

    def _hear_end(self, *_: object) -> None:
        self._end()

    def _hear_loss(self, *_: object) -> None:
        self._lost.set()

    def _look(self) -> None:
        self._changed.set()
        if self._going_home:
            self._going_home.cancel()
        # A board may be left before this phone has heard that it was finished.
        self._been |= {self.board["id"]} if self.board else set()
        if self._records.get("workshop", {}).get("locked"):
            return self._end()
        if self.board.get("phase") not in ENDINGS:
            return
        stays = self._for_the_next if len(self._been) < self._boards else self._after_the_last
        self._going_home = asyncio.get_running_loop().call_later(stays, self._end)

    def _end(self) -> None:
        self.over = True
        self._changed.set()
        self._lost.set()


async def _a_moment() -> None:
    await asyncio.sleep(random.uniform(*SECONDS_BETWEEN_TRIES))


def _place(card: dict[str, Any]) -> str:
    return str(card.get("column") or card.get("proposed") or "")
