"""What an earlier workshop decided comes to a board of this one, as cards that hold what was agreed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop import rank
from server.workshop.card import from_the_room
from server.workshop.carry_over import card_id
from server.workshop.decision import Decision
from server.workshop.finding import a_column, the_board
from server.workshop.places import items
from server.workshop.state import Touched, Workshop, touched_cards
from server.workshop.verb import SYSTEM, Asked, Command, Event, Stamp

Told = dict[str, str]


@dataclass(frozen=True, slots=True)
class PromisesBrought(Event):
    name: ClassVar[str] = "promises_brought"

    board: str
    column: str | None
    # Each new card's id, words, place, and what was decided about it.
    cards: tuple[tuple[str, str, str, Told], ...]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        made = tuple(
            from_the_room(id_, self.board, text, place, column=self.column, shown=True)
            for id_, text, place, _ in self.cards
        )
        after = workshop.with_cards(*made)
        for id_, _, _, told in self.cards:
            after = after.with_decision(id_, replace(Decision(), **told))
        return after, touched_cards(made) | {f"decision:{one[0]}" for one in self.cards}


@dataclass(frozen=True, slots=True)
class BringPromises(Command):
    """Only the server can read another workshop: each card's words, and what was decided about it."""

    name: ClassVar[str] = "bring_promises"
    roles: ClassVar[frozenset[str]] = frozenset({SYSTEM})
    by_server: ClassVar[bool] = True

    board: str
    column: str | None
    promises: tuple[tuple[str, Told], ...]

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        a_column(board, self.column)
        ids = [card_id(asked.id, number) for number in range(len(self.promises))]
        if not ids:
            return None
        there = items(workshop, board.id, self.column)
        places = rank.row(there[-1].rank if there else None, None, ids)
        made = ((id_, text, place, told) for id_, (text, told), place in zip(ids, self.promises, places, strict=True))
        return PromisesBrought(board.id, self.column, tuple(made))
