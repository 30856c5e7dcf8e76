"""The facilitator plans a step of the agenda: its times, what to say, what is asked, how people vote."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Annotated, Any, ClassVar

from server.workshop.board import Board
from server.workshop.fields import Between, InBoth, Slug
from server.workshop.finding import a_column, the_board
from server.workshop.pause_phones import LONGEST_BREAK
from server.workshop.set_up import (
    NAME_LETTERS,
    AskedVote,
    Asks,
    BoardTitle,
    Both,
    Checklist,
    Hint,
    Minutes,
    Rules,
    Script,
)
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp

Lines = tuple[dict[str, Any], ...]
LEFT_OUT = ("child", "asks", "vote", "break_minutes")
PLAIN = ("title", "minutes", "script", "checklist", "rules")


@dataclass(frozen=True, slots=True)
class BoardPlanned(Event):
    name: ClassVar[str] = "board_planned"
    version: ClassVar[int] = 2
    undoable: ClassVar[bool] = True

    board: str
    title: str
    minutes: int
    script: Lines
    checklist: Lines
    rules: Lines
    # None: as it was. A child without anything: what hangs below others has no name of its own.
    child: dict[str, Any] | None
    asks: Lines | None
    vote: dict[str, Any] | None
    break_minutes: int | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = self.planned(workshop.boards[self.board])
        return workshop.with_board(board), frozenset({"agenda", f"board:{board.id}"})

    def planned(self, board: Board) -> Board:
        return replace(
            board,
            **{name: getattr(self, name) for name in PLAIN},
            child=board.child if self.child is None else self.child or None,
            asks=board.asks if self.asks is None else self.asks,
            vote=board.vote if self.vote is None else self.vote,
            break_minutes=board.break_minutes if self.break_minutes is None else self.break_minutes,
        )


@dataclass(frozen=True, slots=True)
class PlannedChild:
    """What cards that hang below others are called; without a label they have no name of their own."""

    label: Annotated[Both, InBoth(NAME_LETTERS, may_be_empty=True)]
    prompt: Hint


@dataclass(frozen=True, slots=True)
class PlanBoard(Command):
    """What is left out stays as it is."""

    name: ClassVar[str] = "plan_board"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    title: BoardTitle | None = None
    minutes: Minutes | None = None
    script: Script | None = None
    checklist: Checklist | None = None
    rules: Rules | None = None
    child: PlannedChild | None = None
    asks: Asks | None = None
    vote: AskedVote | None = None
    break_minutes: Annotated[int, Between(0, LONGEST_BREAK)] | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        for column in self._columns():
            a_column(board, column)
        told = {name: value for name, value in asdict(self).items() if value is not None}
        if self.child and not any(self.child.label.values()):
            told["child"] = {}
        kept = {"title": board.title, "minutes": board.minutes, **dict.fromkeys(LEFT_OUT)}
        lines = {name: tuple(map(dict, getattr(board, name))) for name in ("script", "checklist", "rules")}
        event = BoardPlanned(**{**kept, **lines, **told})
        return None if event.planned(board) == board else event

    def _columns(self) -> set[str | None]:
        return {one.column for one in self.asks or ()} | set(self.vote.budgets if self.vote else ())
