"""The facilitator changes how many cards a person has, what they propose, and how long they write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from server.workshop.fields import Between, Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp

MOST_CARDS = 50


@dataclass(frozen=True, slots=True)
class LimitsChanged(Event):
    name: ClassVar[str] = "limits_changed"
    undoable: ClassVar[bool] = True

    board: str
    cards_each: int
    neighbour_cards: int
    proposals: str
    write_seconds: int

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(
            workshop.boards[self.board],
            cards_each=self.cards_each,
            neighbour_cards=self.neighbour_cards,
            proposals=self.proposals,
            write_seconds=self.write_seconds,
        )
        return workshop.with_board(board), frozenset({f"board:{self.board}"})


@dataclass(frozen=True, slots=True)
class ChangeLimits(Command):
    name: ClassVar[str] = "change_limits"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    cards_each: Annotated[int, Between(0, MOST_CARDS)] | None = None
    neighbour_cards: Annotated[int, Between(0, MOST_CARDS)] | None = None
    proposals: Literal["off", "optional", "required"] | None = None
    write_seconds: Annotated[int, Between(0, 7_200)] | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        event = LimitsChanged(
            board=board.id,
            cards_each=board.cards_each if self.cards_each is None else self.cards_each,
            neighbour_cards=board.neighbour_cards if self.neighbour_cards is None else self.neighbour_cards,
            proposals=self.proposals or board.proposals,
            write_seconds=board.write_seconds if self.write_seconds is None else self.write_seconds,
        )
        after, _ = event.apply(workshop, Stamp(0, "", ""))
        return None if after.boards[board.id] == board else event
