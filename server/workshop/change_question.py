"""The facilitator rewords a board's question, in any phase."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.fields import Question, Slug
from server.workshop.finding import the_board
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class QuestionChanged(Event):
    name: ClassVar[str] = "question_changed"
    undoable: ClassVar[bool] = True

    board: str
    question: str

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = replace(workshop.boards[self.board], question=self.question)
        return workshop.with_board(board), frozenset({f"board:{self.board}"})


@dataclass(frozen=True, slots=True)
class ChangeQuestion(Command):
    name: ClassVar[str] = "change_question"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    question: Question

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        return None if board.question == self.question else QuestionChanged(board.id, self.question)
