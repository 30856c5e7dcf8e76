"""What the day's people do at tables and in the queue: sitting, checking, sorting together, asking."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from venue import BOARD

if TYPE_CHECKING:
    from day import Day

ON_BOARD = {"board": BOARD}
UNCHECKED = "ยังไม่มีใครอ่าน"


def sit_down(day: Day) -> Iterator[str]:
    fay, ana, ben = day.venue.fay, day.ana, day.ben
    yield day._does(fay, "set_tables", tables=2)
    yield day._does(ana, "sit", table=2)
    yield day._does(fay, "set_tables", tables=3, mode="table", table_cards=9)
    yield day._does(ana, "sit", table=1)
    yield day._does(ben, "sit", table=1)
    yield day._does(ana, "sit", table=3)


def rest(day: Day) -> Iterator[str]:
    fay = day.venue.fay
    yield day._does(fay, "pause_phones")
    assert day.ana.does("try_card", text="เร็วไป", **ON_BOARD) == {"ok": False, "code": "paused", "retry": True}
    yield day._does(fay, "resume_phones")


def check(day: Day) -> Iterator[str]:
    """Every card is read before it is shown, but for one."""
    co = day.co
    yield day._does(co, "start_checking", **ON_BOARD)
    yield day._does(co, "stop_checking", **ON_BOARD)
    yield day._does(co, "start_checking", **ON_BOARD)
    yield day._does(co, "pass_cards", cards=list(day.venue.live.workshop.cards))
    yield day._does(co, "undo")
    yield day._does(co, "redo")
    yield day._writes(day.ben, "unchecked", UNCHECKED)


def sort_together(day: Day) -> Iterator[str]:
    """Somebody else sorts beside the one who reads, in a queue of their own."""
    co, workshop = day.co, day.venue.live.workshop
    yield day._does(co, "hold_next", **ON_BOARD)
    held = day.venue.live.workshop.holds[co.id].card
    assert held != workshop.boards[BOARD].reading
    yield day._does(co, "place_card", card=held, column="close")
    assert day.venue.live.workshop.boards[BOARD].reading == workshop.boards[BOARD].reading
    yield day._does(co, "undo")
    yield day._does(co, "hold_card", card=min(day._waiting(), key=lambda one: one == held))
    yield day._does(co, "let_go")


def ask_and_answer(day: Day) -> Iterator[str]:
    asked = day.cards["second"]
    yield day._does(day.ana, "ask_about", card=asked)
    yield day._does(day.ben, "ask_about", card=asked)
    yield day._does(day.ben, "unask", card=asked)
    yield day._does(day.co, "answer_card", card=asked)
