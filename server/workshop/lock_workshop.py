"""The workshop is locked for good: nothing changes any more, and nobody can be linked to a card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.board import FINISHED, Board
from server.workshop.catalogue import Catalogue
from server.workshop.forgetting import forgotten_answers, forgotten_votes, secret_records, what_people_gave
from server.workshop.refused import Refused
from server.workshop.senders import senders
from server.workshop.state import Touched, Workshop
from server.workshop.table_counts import Counts, all_counts, stood_up
from server.workshop.verb import OWNER, SYSTEM, Asked, Command, Event, Stamp


@dataclass(frozen=True, slots=True)
class WorkshopLocked(Event):
    name: ClassVar[str] = "workshop_locked"
    version: ClassVar[int] = 3
    erases_authors: ClassVar[bool] = True

    # Counted before the authors are forgotten; afterwards nobody can count them again.
    senders: dict[str, int]
    votes: dict[str, dict[str, int]]
    voters: dict[str, int]
    left: tuple[tuple[int, str], ...]
    tables: Counts

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        boards = Catalogue((id_, replace(board, tried=frozenset())) for id_, board in workshop.boards.items())
        locked = replace(
            workshop.without_authors(),
            boards=boards,
            participants=frozenset(),
            senders=dict(self.senders),
            votes=forgotten_votes(workshop, self.votes, self.voters),
            leaving=forgotten_answers(workshop, self.left),
            seating=stood_up(workshop.seating, self.tables),
            holds={},
            asked={},
            paused=False,
            back_at=None,
            locked=True,
            joining=False,
            steps={},
        )
        touched = {
            "workshop",
            *(f"card:{id_}" for id_ in workshop.cards),
            *(f"{kind}:{id_}" for id_ in boards for kind in ("counts", "tables")),
            *(f"hold:{id_}" for id_ in workshop.holds),
            *(f"me:{id_}" for id_ in workshop.participants),
            *(f"steps:{id_}" for id_ in workshop.steps),
            *secret_records(workshop),
        }
        return locked, frozenset(touched)


@dataclass(frozen=True, slots=True)
class LockWorkshop(Command):
    name: ClassVar[str] = "lock_workshop"
    roles: ClassVar[frozenset[str]] = OWNER | {SYSTEM}
    when_locked: ClassVar[bool] = True

    def decide(self, workshop: Workshop, asked: Asked) -> Event | None:
        if workshop.locked:
            return None
        if any(_is_going_on(workshop, board) for board in workshop.boards.values()):
            raise Refused("not_finished")
        return WorkshopLocked(
            {board: senders(workshop, board) for board in workshop.order},
            **what_people_gave(workshop),
            tables=all_counts(workshop),
        )


def _is_going_on(workshop: Workshop, board: Board) -> bool:
    """Where the room is, and where it has been: not what was only prepared, nor what was passed over."""
    if board.id == workshop.active:
        return board.phase != FINISHED
    return board.opened and not board.skipped and board.phase != FINISHED
