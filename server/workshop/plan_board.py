"""The facilitator plans a step of the agenda: its title, its minutes, what to say, what to look out for."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any, ClassVar

from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.set_up import BoardTitle, Checklist, Minutes, Rules, Script
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp

Lines = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class BoardPlanned(Event):
    name: ClassVar[str] = "board_planned"
    undoable: ClassVar[bool] = True

    board: str
    title: str
    minutes: int
    script: Lines
    checklist: Lines
    rules: Lines

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(
            workshop.boards[self.board],
            title=self.title,
            minutes=self.minutes,
            script=self.script,
            checklist=self.checklist,
            rules=self.rules,
        )
        return workshop.with_board(board), frozenset({"agenda", f"board:{board.id}"})


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

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        asked_for = {name: value for name, value in asdict(self).items() if value is not None and name != "board"}
        planned = replace(board, **asked_for)
        if planned == board:
            return None
        return BoardPlanned(
            board=board.id,
            title=planned.title,
            minutes=planned.minutes,
            script=tuple(dict(line) for line in planned.script),
            checklist=tuple(dict(line) for line in planned.checklist),
            rules=tuple(dict(line) for line in planned.rules),
        )
