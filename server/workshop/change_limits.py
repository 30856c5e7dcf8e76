"""The facilitator changes how many cards a person has, what they propose, and how long they write."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import ClassVar

from server.workshop.fields import Slug
from server.workshop.finding import the_board
from server.workshop.set_up import Limit, Proposals, WriteSeconds
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


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
    """What is left out stays as it is."""

    name: ClassVar[str] = "change_limits"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    cards_each: Limit | None = None
    neighbour_cards: Limit | None = None
    proposals: Proposals | None = None
    write_seconds: WriteSeconds | None = None

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        given = {name: value for name, value in asdict(self).items() if value is not None and name != "board"}
        limited = replace(board, **given)
        if limited == board:
            return None
        return LimitsChanged(
            board=board.id,
            cards_each=limited.cards_each,
            neighbour_cards=limited.neighbour_cards,
            proposals=limited.proposals,
            write_seconds=limited.write_seconds,
        )
