"""The facilitator puts the boards of the agenda in another order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from server.workshop.fields import Between, Slug
from server.workshop.set_up import MOST_BOARDS
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class BoardsOrdered(Event):
    name: ClassVar[str] = "boards_ordered"
    undoable: ClassVar[bool] = True

    boards: tuple[str, ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        return replace(workshop, order=self.boards), frozenset({"workshop", "agenda"})


@dataclass(frozen=True, slots=True)
class OrderBoards(Command):
    name: ClassVar[str] = "order_boards"
    roles: ClassVar[frozenset[str]] = SORTERS

    boards: Annotated[tuple[Slug, ...], Between(1, MOST_BOARDS)]

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        named = [board for board in dict.fromkeys(self.boards) if board in workshop.boards]
        # One that was added while the list was being ordered comes last.
        order = (*named, *(board for board in workshop.order if board not in named))
        return None if order == workshop.order else BoardsOrdered(order)
