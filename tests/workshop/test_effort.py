"""What one step costs, counted in instructions of Python and not in time: a full board must not make it dear.

A workshop is folded from its whole log when it wakes up, so whatever looks through all cards there costs their square.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from types import FrameType
from typing import Any

import pytest
from table import ANA, BEN, BOARD, CAT, FAY, Table

from server.frames import delta, own_deltas
from server.workshop import Event, Stamp, Touched, Workshop, apply
from server.workshop.add_cards import NewCard
from server.workshop.clock import iso
from server.workshop.move_cards import CardsMoved
from server.workshop.steps import KEPT_STEPS
from server.workshop.tally import tally
from server.workshop.views import AUDIENCES

FEW, MANY = 60, 900
# Hashes fall differently; whatever looks through the cards costs ten times as much, and fails.
SLACK = 1.1
OTHER = "the-other-board"


def effort(action: Callable[[], object]) -> int:
    """How many instructions Python follows in it; what runs in C, like copying a dictionary, is one of them."""
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)
    return count


def filled(table: Table, cards: int, board: str = BOARD) -> list[str]:
    """So many cards in the first column, in order."""
    known = set(table.workshop.cards)
    for first in range(0, cards, 500):
        texts = (NewCard(f"บัตร {number}", "close") for number in range(first, min(cards, first + 500)))
        table.does(FAY, "add_cards", board=board, cards=tuple(texts))
    new = (card for card in table.workshop.cards.values() if card.id not in known)
    return [card.id for card in sorted(new, key=lambda card: card.rank)]


class Room:
    """A board where people have sent cards, some are grouped and stacked, and the room votes; and a board for later."""

    def __init__(self, cards: int, later: int = 0) -> None:
        self.table = table = Table(cards_each=4)
        table.does(CAT, "join_workshop")
        table.starts("write")
        self.waiting = sorted(table.writes(who) for who in (ANA, ANA, BEN))
        table.starts("sort")
        self.late = table.writes(BEN)
        table.does(FAY, "duplicate_board", board=BOARD)
        filled(table, later, table.workshop.order[-1])
        self.cards = ids = filled(table, cards)
        self.group, self.other = (table.groups(FAY, *ids[at : at + 5]) for at in (20, 25))
        table.does(FAY, "stack_cards", cards=tuple(ids[30:33]))
        for at in range(35, len(ids) - 10, 5):
            table.groups(FAY, *ids[at : at + 5])
        self.vote = table.an_id()
        table.does(FAY, "open_vote", self.vote, board=BOARD, each=5, most_on_one=2)
        for who in (ANA, BEN):
            table.does(who, "cast_ballot", vote=self.vote, marks={ids[0]: 2, ids[30]: 1, self.group: 1})
        # As many steps as are kept, on a board of any size.
        for at in range(KEPT_STEPS):
            table.does(FAY, ("star_cards", "unstar_cards")[at % 2], cards=(ids[11],))

    def folds(self, who: str, event: Event) -> tuple[Workshop, Touched]:
        return apply(self.table.workshop, event, Stamp(self.table.seq + 1, who, iso(self.table.now)))

    def tells(self, who: str, name: str, fields: dict[str, Any]) -> None:
        """All of it: what follows, what it changes, and what every screen hears of that."""
        before = self.table.workshop
        after, touched = self.folds(who, self.table.decides(who, name, **fields))
        for audience in AUDIENCES:
            delta(before, after, touched, audience)
        own_deltas(before, after, touched)


def steps(room: Room) -> dict[str, tuple[str, dict[str, Any]]]:
    """What people do to single cards and groups while the room votes."""
    ids = room.cards
    return {
        "submit_card": (ANA, {"board": BOARD, "text": "คำ"}),
        "withdraw_card": (BEN, {"card": room.late}),
        "cast_ballot": (CAT, {"vote": room.vote, "marks": {ids[1]: 1}}),
        "place_card": (FAY, {"card": room.waiting[0], "column": "open"}),
        "move_cards": (FAY, {"cards": (ids[0],), "column": "open"}),
        "group_cards": (FAY, {"cards": (ids[2], ids[3])}),
        "join_group": (FAY, {"cards": (ids[4],), "group": room.group}),
        "ungroup_cards": (FAY, {"cards": (ids[21],)}),
        "merge_groups": (FAY, {"groups": (room.other,), "into": room.group}),
        "dissolve_group": (FAY, {"group": room.group}),
        "name_group": (FAY, {"group": room.group, "label": "ชื่อ"}),
        "stack_cards": (FAY, {"cards": (ids[5], ids[6])}),
        "unstack_cards": (FAY, {"cards": (ids[31],)}),
        "star_cards": (FAY, {"cards": (ids[7], room.group)}),
        "park_cards": (FAY, {"cards": (ids[8],)}),
        "fix_card": (FAY, {"card": ids[9], "text": "คำใหม่"}),
        "add_child": (FAY, {"parent": ids[10], "text": "คำตอบ"}),
        "decide_item": (FAY, {"item": room.group, "field": "owner", "value": "กอง"}),
        "focus": (FAY, {"board": BOARD, "group": room.group}),
        "undo": (FAY, {}),
    }


STEPS = tuple(steps(Room(FEW)))


@cache
def rooms() -> tuple[Room, Room, Room]:
    """A small one, one with a full board, and one with a full board for later."""
    return Room(FEW), Room(MANY), Room(FEW, later=MANY)


def folding(room: Room, name: str) -> int:
    who, fields = steps(room)[name]
    event = room.table.decides(who, name, **fields)
    return effort(lambda: room.folds(who, event))


def telling(room: Room, name: str) -> int:
    who, fields = steps(room)[name]
    # Once before: what is known of a state stays known until the next one.
    room.tells(who, name, fields)
    return effort(lambda: room.tells(who, name, fields))


@pytest.mark.parametrize("name", STEPS)
def test_folding_a_step_is_as_much_work_on_a_full_board_as_on_a_small_one(name: str) -> None:
    small, full, _ = rooms()
    few, many = folding(small, name), folding(full, name)
    assert many <= few * SLACK, (few, many)


@pytest.mark.parametrize("name", STEPS)
def test_the_cards_of_other_boards_cost_nobody_anything(name: str) -> None:
    small, _, later = rooms()
    few, many = telling(small, name), telling(later, name)
    assert many <= few * SLACK, (few, many)


def test_counts_are_told_with_as_much_work_on_a_full_board_as_on_a_small_one() -> None:
    small, full, _ = rooms()
    for room in (small, full):
        # Once before: what is known of a state stays known until the next one.
        counting(room)
    few, many = effort(lambda: counting(small)), effort(lambda: counting(full))
    assert many <= few * SLACK, (few, many)


def counting(room: Room) -> None:
    """A card moves, and the desk hears how many lie where."""
    workshop = room.table.workshop
    tally(workshop, BOARD)
    after, _ = room.folds(FAY, CardsMoved("open", ((room.cards[1], "zz"),)))
    assert tally(after, BOARD).placed == tally(workshop, BOARD).placed
