"""Two facilitators drag the same card at once, again and again: it is in one place, the same for all."""

from __future__ import annotations

import asyncio
from random import Random

from .conftest import Record, Scale
from .process import Process
from .room import COLUMNS, Room, story


def test_two_facilitators_drag_one_card(server: Process, scale: Scale, record: Record) -> None:
    drags, random = scale(200, 1000), Random(9)

    async def play() -> None:
        async with Room.open(server) as room:
            cards = await room.adds(6)
            card = cards[0]
            await room.fay.does("start_phase", board="board-1", phase="show")
            (other,) = await room.links("co_facilitator", audience="inbox")
            await room.links("wall", "wall", "facilitator", "result")
            for turn in range(drags):
                both = [
                    who.does("move_cards", cards=[card], column=random.choice(COLUMNS), before=random.choice(cards[1:]))
                    if turn % 10 or who is room.fay
                    else who.does("park_cards", cards=[card])
                    for who in (room.fay, other)
                ]
                if not turn % 10:
                    both.append(room.fay.does("bring_back_cards", cards=[card]))
                await asyncio.gather(*both)
            figures = await room.judge()
            _must_be_in_one_place((await room.snapshot("inbox"))["snapshot"], cards)
            record(drags=drags, **figures)

    story(play())


def _must_be_in_one_place(inbox: dict[str, dict[str, object]], cards: list[str]) -> None:
    shown = [record for key, record in inbox.items() if key.startswith("card:")]
    assert sorted(str(record["id"]) for record in shown) == sorted(cards)
    places = {(record["board"], record["column"], record["rank"]) for record in shown}
    assert len(places) == len(cards), "every place is one card's"
