"""The facilitator shows one card, one group or one column large, or the whole board again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Id, Slug
from server.workshop.finding import a_column, the_board, the_card, the_group
from server.workshop.places import everything_in
from server.workshop.refused import Refused
from server.workshop.show_view import whole
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class Focused(Event):
    name: ClassVar[str] = "focused"
    version: ClassVar[int] = 2

    board: str
    card: str | None
    column: str | None
    group: str | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(
            whole(workshop.boards[self.board]),
            focus_card=self.card,
            focus_column=self.column,
            focus_group=self.group,
        )
        return workshop.with_board(board), frozenset({f"spotlight:{self.board}"})


@dataclass(frozen=True, slots=True)
class Focus(Command):
    name: ClassVar[str] = "focus"
    roles: ClassVar[frozenset[str]] = SORTERS
    when_locked: ClassVar[bool] = True

    board: Slug
    card: Id | None = None
    column: Slug | None = None
    group: Id | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        a_column(board, self.column)
        card, group = self._card(workshop), None if self.card else self._group(workshop)
        column = None if card or group else self.column
        now = (board.focus_card, board.focus_column, board.focus_group, board.view)
        if now == (card, column, group, "board"):
            return None
        return Focused(board.id, card, column, group)

    def _card(self, workshop: Workshop) -> str | None:
        if self.card is not None and not workshop.visible(the_card(workshop, self.card)):
            raise Refused("not_shown", field="card")
        return self.card

    def _group(self, workshop: Workshop) -> str | None:
        if self.group is None:
            return None
        group = the_group(workshop, self.group)
        if group.board != self.board or not any(map(workshop.visible, everything_in(workshop, group.id))):
            raise Refused("not_shown", field="group")
        return group.id
