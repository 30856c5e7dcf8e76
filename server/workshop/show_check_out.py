"""The room sees how the day was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.board import CHECK_OUT
from server.workshop.leaving import TOLD
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class CheckOutShown(Event):
    name: ClassVar[str] = "check_out_shown"

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[workshop.active], view=CHECK_OUT, page=0)
        told = replace(workshop.with_board(board), leaving=replace(workshop.leaving, status=TOLD))
        return told, frozenset({"check_out", f"spotlight:{board.id}"})


@dataclass(frozen=True, slots=True)
class ShowCheckOut(Command):
    name: ClassVar[str] = "show_check_out"
    roles: ClassVar[frozenset[str]] = SORTERS

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        return None if workshop.leaving.status == TOLD else CheckOutShown()
