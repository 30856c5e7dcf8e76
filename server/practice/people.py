"""Forty people with their phones: they come one by one, try, think, write, stop when they are told to, and vote."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Sequence
from typing import Any

import aiohttp

from server.practice.asked import ballot, below, goodbye, placings
from server.practice.cards import EDIT, NEIGHBOUR, PEOPLE, WITHDRAW, Idea, ideas_of
from server.practice.phone import Phone
from server.thai import cut, graphemes

SECONDS_TO_COME = 20
SECONDS_TO_WRITE = 90
SECONDS_TO_TRY = (2, 15)
SECONDS_TO_CORRECT = (4, 10)
SECONDS_TO_HURRY = (1, 8)
SECONDS_TO_BE_ASKED = (3, 40)
LONGEST_SECONDS = 30 * 60
# An agenda of several boards is a day's work; when nobody leads on from a finished board, they go home.
LONGEST_AGENDA_SECONDS = 4 * 60 * 60
SECONDS_FOR_THE_NEXT_BOARD = 10 * 60
# After the last board they are asked how it was; when nobody asks, they leave.
SECONDS_TO_STAY_ON = 5 * 60
TRIAL, WRITE, STOPPED = "trial", "write", "stopped"
ELSEWHERE = "elsewhere"
TRIAL_WORDS = {"th": "ลองส่ง", "en": "Just trying"}


async def take_part(address: str, code: str, speed: float = 1, boards: int = 1) -> None:
    """Until the last board is finished, or gone, or nothing goes on any more."""
    stays = (SECONDS_FOR_THE_NEXT_BOARD / speed, SECONDS_TO_STAY_ON / speed)
    longest = LONGEST_AGENDA_SECONDS if boards > 1 else LONGEST_SECONDS
    places = random.sample(range(PEOPLE), PEOPLE)
    async with aiohttp.ClientSession() as http:
        people = [Person(Phone(http, address, code, boards, stays), place, speed) for place in places]
        lives = [asyncio.create_task(one.live(SECONDS_TO_COME * at / len(people))) for at, one in enumerate(people)]
        with contextlib.suppress(TimeoutError):
            for ended in asyncio.as_completed(lives, timeout=longest):
                # Who comes to a closed door has missed it; otherwise it is over for everybody.
                if await ended:
                    break
        await _go_home(lives)


class Person:
    """Somebody with a phone and one or two ideas."""

    def __init__(self, phone: Phone, place: int, speed: float) -> None:
        self._phone = phone
        self._place = place
        self._speed = speed
        self._board = ""

    async def live(self, comes_after: float) -> bool:
        """Until it is over for everybody; False when only this one was not let in."""
        await self._wait(comes_after)
        if not await self._phone.join():
            return self._phone.over
        busy = [asyncio.create_task(self._work()), asyncio.create_task(self._be_asked())]
        try:
            await self._phone.stay()
        finally:
            await _go_home(busy)
        return True

    async def _work(self) -> None:
        """Board after board, each once."""
        been: set[str] = set()
        while not self._phone.over:
            await self._phone.until(lambda: self._asks_for_cards() and self._phone.board["id"] not in been)
            if self._phone.over:
                return
            self._board = self._phone.board["id"]
            been.add(self._board)
            await self._take_part()

    async def _take_part(self) -> None:
        if self._phase == TRIAL:
            await self._try()
        ideas = ideas_of([column["id"] for column in self._phone.board["columns"]])[self._place]
        moments = sorted(random.uniform(2, SECONDS_TO_WRITE) for _ in ideas)
        thought = 0.0
        for idea, at in zip(ideas, moments, strict=True):
            if not await self._think(at - thought):
                return
            thought = at
            await self._write(idea)

    def _asks_for_cards(self) -> bool:
        return self._phone.board.get("phase") in (TRIAL, WRITE)

    async def _be_asked(self) -> None:
        """Rounds below a card, votes and the check-out, each once."""
        answered: set[str] = set()
        while not self._phone.over:
            await self._phone.until(lambda: not answered.issuperset(self._phone.asked))
            for name in set(self._phone.asked) - answered:
                answered.add(name)
                await self._answer(name)

    async def _answer(self, name: str) -> None:
        await self._wait(random.uniform(*SECONDS_TO_BE_ASKED))
        about = self._phone.asked.get(name)
        if about is None:
            return
        if name.startswith("round:"):
            await self._write_below(about["item"], about["title"])
        elif name.startswith("vote:"):
            await self._phone.command("cast_ballot", vote=about["id"], marks=await self._marks(about))
        else:
            await self._phone.command("check_out", **goodbye(self._place, self._phone.language))

    async def _write_below(self, item: str, title: str) -> None:
        words = below([column["id"] for column in self._phone.board["columns"]], title, self._place)
        if words is not None:
            await self._phone.command("send_child", parent=item, text=words[self._phone.language])

    async def _marks(self, vote: dict[str, Any]) -> dict[str, int]:
        places = await self._phone.votable(vote)
        if vote["on"] == "placing":
            return placings(places, [column["id"] for column in self._phone.board["columns"]])
        return ballot(places, vote)

    async def _try(self) -> None:
        await self._wait(random.uniform(*SECONDS_TO_TRY))
        if self._phase == TRIAL:
            words = TRIAL_WORDS[self._phone.language]
            await self._phone.command("try_card", board=self._board, text=words)

    async def _think(self, seconds: float) -> bool:
        """Until the idea is ready to send: hurried when intake stops, put off when it is not on.

        False when the room has gone on to another board.
        """
        while not self._phone.over:
            await self._phone.until(lambda: self._phase in (WRITE, ELSEWHERE))
            if self._phase == ELSEWHERE:
                return False
            stopped = await self._phone.until(lambda: self._phase != WRITE, seconds / self._speed)
            if not stopped:
                return True
            if self._phase == STOPPED:
                await self._wait(random.uniform(*SECONDS_TO_HURRY))
                return True
        return False

    async def _write(self, idea: Idea) -> None:
        words = idea.words[self._phone.language]
        if idea.how == EDIT:
            return await self._send_and_edit(idea, words)
        if idea.how == WITHDRAW:
            await self._send_and_withdraw(idea, words)
        await self._send(idea, words, neighbour=idea.how == NEIGHBOUR)

    async def _send_and_edit(self, idea: Idea, words: str) -> None:
        card = await self._send(idea, cut(words, graphemes(words) // 2))
        await self._wait(random.uniform(*SECONDS_TO_CORRECT))
        if card is not None:
            await self._phone.command("edit_card", card=card, text=words, proposed=self._proposed(idea))

    async def _send_and_withdraw(self, idea: Idea, words: str) -> None:
        card = await self._send(idea, words)
        await self._wait(random.uniform(*SECONDS_TO_CORRECT))
        if card is not None:
            await self._phone.command("withdraw_card", card=card)

    async def _send(self, idea: Idea, words: str, *, neighbour: bool = False) -> str | None:
        fields: dict[str, Any] = {"text": words, "proposed": self._proposed(idea), "neighbour": neighbour}
        return await self._phone.command("submit_card", board=self._board, **fields)

    def _proposed(self, idea: Idea) -> str | None:
        return None if self._phone.board.get("proposals") == "off" else idea.column

    @property
    def _phase(self) -> str:
        """The phase of the board this person is writing for."""
        board = self._phone.board
        return str(board.get("phase", "")) if board.get("id") in (None, self._board) else ELSEWHERE

    async def _wait(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self._speed)


async def _go_home(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
