"""The facilitator moves the board to a phase, forwards or back; nothing is destroyed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar, Literal

from server.workshop.board import FINISHED, JOIN, SHOWN_PHASES, SORT, STOPPED, WRITE, Board, Timer
from server.workshop.clock import iso, moment
from server.workshop.fields import Slug
from server.workshop.finding import the_board, waiting
from server.workshop.holding import first_free
from server.workshop.show_view import whole
from server.workshop.state import Touched, Workshop
from server.workshop.verb import SORTERS, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class PhaseStarted(Event):
    name: ClassVar[str] = "phase_started"

    board: str
    phase: str
    ends_at: str | None

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        board = self._moved(workshop.boards[self.board], stamp.at)
        if self.board == workshop.active:
            board = self._timed(board, stamp.at)
        cards = workshop.cards.on(self.board)
        touched = {f"{kind}:{self.board}" for kind in ("board", "spotlight", "counts", "round")} | {
            "workshop",
            "agenda",
        }
        touched |= {f"card:{card.id}" for card in cards}
        after = workshop.with_board(board)
        if self.phase in SHOWN_PHASES:
            after = after.with_cards(*(replace(card, shown=True) for card in cards if after.is_shown_now(card)))
        if self.phase == SORT:
            first = first_free(after, waiting(after, self.board))
            after = after.with_board(replace(board, reading=first))
        return after, frozenset(touched)

    def _timed(self, board: Board, at: str) -> Board:
        """The step of the agenda begins with its first phase and ends with its last."""
        started = board.started_at or (None if self.phase == JOIN else at)
        return replace(board, started_at=started, ended_at=at if self.phase == FINISHED else None)

    def _moved(self, board: Board, at: str) -> Board:
        fresh = board.phase == WRITE and self.phase == STOPPED
        takes = self.phase == WRITE or replace(board, phase=self.phase).takes_while_shown
        return replace(
            whole(board),
            phase=self.phase,
            opened=board.opened or takes,
            opened_at=at if self.phase == WRITE else None,
            wrote_seconds=board.wrote_seconds + _seconds(board.opened_at, at),
            stopped_at=None if self.phase == WRITE else at if fresh else board.stopped_at,
            finished_at=at if self.phase == FINISHED else None,
            timer=Timer(self.ends_at, board.write_seconds) if self.ends_at else None,
            reading=None,
            children_of=None,
        )


def _seconds(since: str | None, until: str) -> int:
    return round((moment(until) - moment(since)).total_seconds()) if since else 0


@dataclass(frozen=True, slots=True)
class StartPhase(Command):
    name: ClassVar[str] = "start_phase"
    roles: ClassVar[frozenset[str]] = SORTERS

    board: Slug
    phase: Literal["join", "trial", "write", "stopped", "show", "sort", "finished"]

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        board = the_board(workshop, self.board)
        if board.phase == self.phase:
            return None
        timed = self.phase == WRITE and board.write_seconds > 0
        ends_at = iso(asked.now + timedelta(seconds=board.write_seconds)) if timed else None
        return PhaseStarted(board=board.id, phase=self.phase, ends_at=ends_at)
