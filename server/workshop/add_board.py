"""The facilitator adds a board to the agenda, set up as a template, a file or another board has it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, ClassVar

from server.workshop.agenda import step_records, with_step
from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.refused import Refused
from server.workshop.set_up import MOST_BOARDS, SetUp, a_board_id, made_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class BoardAdded(Event):
    name: ClassVar[str] = "board_added"
    undoable: ClassVar[bool] = True

    made: dict[str, Any]
    before: str | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = made_board(self.made)
        return with_step(workshop, board, self.before), step_records(board.id)


@dataclass(frozen=True, slots=True)
class AddBoard(SetUp, Command):
    name: ClassVar[str] = "add_board"
    roles: ClassVar[frozenset[str]] = SORTERS

    before: Slug | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        must_have_room(workshop)
        must_differ([column.id for column in self.columns])
        if self.before is not None:
            the_board(workshop, self.before)
        set_up = asdict(self)
        before = set_up.pop("before")
        return BoardAdded({"id": a_board_id(asked.id), **set_up}, before)


def must_have_room(workshop: Workshop) -> None:
    if len(workshop.order) >= MOST_BOARDS:
        raise Refused("too_many_boards", limit=MOST_BOARDS)


def must_differ(columns: list[str]) -> None:
    """Refuse two columns of one id."""
    if len(set(columns)) < len(columns):
        raise Refused("malformed", field="columns")
