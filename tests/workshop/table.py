"""Given events, when a command, then an event: the rules alone, with nothing around them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from server.workshop import COMMANDS, SYSTEM, Asked, Command, Event, Refused, Stamp, Workshop, apply, decide
from server.workshop.board import Board
from server.workshop.card import Card
from server.workshop.clock import iso
from server.workshop.places import items, members, stacked
from server.workshop.steps import KEPT_STEPS

BOARD = "board-1"
FAY, CO, ANA, BEN = "fay-key-00000000", "co-key-000000000", "ana-000000000000", "ben-000000000000"
# Not in the room when it begins.
CAT, DAN = "cat-000000000000", "dan-000000000000"
ROLE = {FAY: "facilitator", CO: "co_facilitator", SYSTEM: SYSTEM} | dict.fromkeys((ANA, BEN, CAT, DAN), "participant")
COLUMNS = tuple(
    {"id": name, "icon": "square", "colour": name, "name": {}, "hint": {}, "starter": {}}
    for name in ("close", "improve", "open")
)

assert KEPT_STEPS >= 50


class Table:
    """A workshop on a table: Fay facilitates with a co-facilitator, Ana and Ben take part."""

    def __init__(self, **board: Any) -> None:
        self.now = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
        self.workshop, self.seq, self.touched = Workshop(), 0, frozenset[str]()
        self._ids = itertools.count(1)
        made = {"id": BOARD, "template": "close-improve-open", "question": "อะไร", "columns": COLUMNS, **board}
        self.does(
            SYSTEM,
            "open_workshop",
            workshop="the-workshop-id1",
            code="12345678",
            title="เวที",
            language="th",
            fiscal_year=2570,
            rehearsal_of=None,
            expires_on="2027-11-22",
            key=FAY,
            key_name="ผู้สร้าง",
            boards=(made,),
        )
        self.does(SYSTEM, "mint_link", key=CO, role="co_facilitator", label="ผู้ช่วย")
        self.does(ANA, "join_workshop")
        self.does(BEN, "join_workshop")

    @property
    def board(self) -> Board:
        return self.workshop.boards[BOARD]

    def card(self, id_: str) -> Card:
        return self.workshop.cards[id_]

    def decides(self, who: str, name: str, id_: str | None = None, **fields: Any) -> Event:
        command: Command = COMMANDS[name](**fields)
        return decide(self.workshop, command, Asked(id_ or self.an_id(), who, ROLE[who], self.now))

    def does(self, who: str, name: str, id_: str | None = None, **fields: Any) -> Event:
        event = self.decides(who, name, id_, **fields)
        self.seq += 1
        self.workshop, self.touched = apply(self.workshop, event, Stamp(self.seq, who, iso(self.now)))
        return event

    def starts(self, *phases: str) -> None:
        for phase in phases:
            self.does(FAY, "start_phase", board=BOARD, phase=phase)

    def writes(self, who: str = ANA, text: str = "คำ", **fields: Any) -> str:
        id_ = self.an_id()
        self.does(who, "submit_card", id_, board=BOARD, text=text, **fields)
        return id_

    def waits(self, **time: float) -> None:
        self.now += timedelta(**time)

    def an_id(self) -> str:
        return f"table-{next(self._ids):010d}"

    def order(self, column: str | None) -> list[str]:
        """What people see in a column: loose cards and groups."""
        return [item.id for item in items(self.workshop, BOARD, column)]

    def inside(self, group: str) -> list[str]:
        return [card.id for card in members(self.workshop, group)]

    def beneath(self, card: str) -> list[str]:
        return [one.id for one in stacked(self.workshop, card)]

    def groups(self, who: str, *cards: str, label: str = "", column: str | None = None) -> str:
        id_ = self.an_id()
        self.does(who, "group_cards", id_, cards=cards, label=label, column=column)
        return id_


@contextmanager
def refused(code: str, **told: Any) -> Iterator[None]:
    with pytest.raises(Refused) as why:
        yield
    answer = why.value.answer()
    assert answer["code"] == code
    assert told.items() <= answer.items(), answer


def sorting(cards: int = 3, **fields: Any) -> tuple[Table, list[str]]:
    """A table where Ana's cards are being sorted."""
    table = Table(cards_each=50)
    table.starts("write")
    made = [table.writes(ANA, f"บัตร {number}", **fields) for number in range(cards)]
    table.starts("sort")
    return table, sorted(made, key=lambda card: (table.card(card).rank, card))


def in_columns(cards: int = 3) -> tuple[Table, list[str]]:
    """A table where Ana's cards lie in the first column, in order."""
    table, made = sorting(cards)
    table.does(FAY, "move_cards", cards=tuple(made), column="close", before=None)
    return table, made


def voting(cards: int = 3, **fields: Any) -> tuple[Table, list[str], str]:
    """A table where the room votes on cards in a column."""
    table, made = in_columns(cards)
    vote = table.an_id()
    table.does(FAY, "open_vote", vote, board=BOARD, **({"each": 3, "most_on_one": 2} | fields))
    return table, made, vote


def placing(cards: int = 3) -> tuple[Table, list[str], str]:
    """A table where everybody says of Ana's cards in which column they belong; none lies in any yet."""
    table, made = sorting(cards)
    vote = table.an_id()
    table.does(FAY, "open_vote", vote, board=BOARD, on="placing")
    return table, made, vote
