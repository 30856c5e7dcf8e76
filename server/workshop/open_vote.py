"""The facilitator lets the room vote on what lies in the columns, or place everything that is shown by themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from server.workshop.board import SHOW, SORT
from server.workshop.counting import running, votable
from server.workshop.fields import Between, Slug
from server.workshop.finding import a_column, the_board
from server.workshop.refused import Refused
from server.workshop.set_up import MOST_VOTES, Budgets
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp
from server.workshop.vote import MOST_PLACED, PLACING, On, Vote, item_of

Votes = Annotated[int, Between(1, MOST_VOTES)]


@dataclass(frozen=True, slots=True)
class VoteOpened(Event):
    name: ClassVar[str] = "vote_opened"

    vote: str
    board: str
    on: str
    each: int
    most_on_one: int
    budgets: dict[str, int]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        vote = Vote(self.vote, self.board, self.on, self.each, self.most_on_one, dict(self.budgets))
        return workshop.with_vote(vote), frozenset({f"vote:{self.vote}"})


@dataclass(frozen=True, slots=True)
class OpenVote(Command):
    name: ClassVar[str] = "open_vote"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    on: On = "groups"
    each: Votes = 3
    most_on_one: Votes = 1
    budgets: Budgets = field(default_factory=dict)

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        for column in self.budgets:
            a_column(board, column)
        if board.phase not in (SHOW, SORT):
            raise Refused("not_accepting")
        if running(workshop, board.id):
            raise Refused("vote_running")
        event = self._opened(asked)
        items = {item_of(mark) for mark in votable(workshop, Vote(event.vote, board.id, event.on, event.each, 1))}
        if not items:
            raise Refused("nothing_to_vote_on")
        if event.on == PLACING and len(items) > MOST_PLACED:
            raise Refused("too_many_to_place", limit=MOST_PLACED)
        return event

    def _opened(self, asked: Asked) -> VoteOpened:
        if self.on == PLACING:
            return VoteOpened(asked.id, self.board, PLACING, each=1, most_on_one=1, budgets={})
        most = min(self.most_on_one, self.each)
        return VoteOpened(asked.id, self.board, self.on, self.each, most, dict(self.budgets))
