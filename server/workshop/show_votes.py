"""The room sees how it voted; an open vote ends with that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.board import VOTES
from server.workshop.fields import Id
from server.workshop.finding import the_vote
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp
from server.workshop.vote import TOLD


@dataclass(frozen=True, slots=True)
class VotesShown(Event):
    name: ClassVar[str] = "votes_shown"

    vote: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        vote = replace(workshop.votes[self.vote], status=TOLD)
        board = replace(workshop.boards[vote.board], view=VOTES, page=0)
        return workshop.with_vote(vote).with_board(board), frozenset({f"vote:{vote.id}", f"spotlight:{board.id}"})


@dataclass(frozen=True, slots=True)
class ShowVotes(Command):
    name: ClassVar[str] = "show_votes"
    roles: ClassVar[frozenset[str]] = SORTERS

    vote: Id

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        vote = the_vote(workshop, self.vote)
        return None if vote.status == TOLD else VotesShown(vote.id)
