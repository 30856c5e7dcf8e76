"""A workshop made again from a backup: old links end, and what only authors could be counted by is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from server.workshop.board import BOARD, VOTES, Board
from server.workshop.catalogue import Catalogue
from server.workshop.forgetting import forgotten_answers, forgotten_votes, secret_records
from server.workshop.state import Touched, Workshop
from server.workshop.table_counts import Counts, stood_up
from server.workshop.verb import Event, Stamp


@dataclass(frozen=True, slots=True)
class WorkshopRestored(Event):
    name: ClassVar[str] = "workshop_restored"
    version: ClassVar[int] = 5

    key: str
    # A backup does not tell who wrote what, so the counts come with it.
    senders: dict[str, int]
    tried: dict[str, int]
    votes: dict[str, dict[str, int]]
    voters: dict[str, int]
    left: tuple[tuple[int, str], ...]
    tables: Counts
    # Votes that were still secret, so that the file has no ballots: they are as if they had not begun.
    unheld: tuple[str, ...]
    asked: dict[str, int]

    def apply(self, workshop: Workshop, stamp: Stamp) -> tuple[Workshop, Touched]:
        keys = {id_: replace(key, revoked=id_ != self.key) for id_, key in workshop.keys.items()}
        boards = Catalogue(
            (id_, replace(board, tried=_strangers(self.tried.get(id_, 0)), view=self._view(workshop, board)))
            for id_, board in workshop.boards.items()
        )
        votes = forgotten_votes(workshop, self.votes, self.voters)
        restored = replace(
            workshop.without_authors(),
            keys=keys,
            boards=boards,
            participants=frozenset(),
            senders=dict(self.senders),
            votes={name: vote for name, vote in votes.items() if name not in self.unheld},
            leaving=forgotten_answers(workshop, self.left),
            seating=stood_up(workshop.seating, self.tables),
            holds={},
            asked={card: _strangers(number) for card, number in self.asked.items() if card in workshop.cards},
        )
        touched = {*(f"key:{id_}" for id_ in keys), *(f"card:{id_}" for id_ in (*workshop.asked, *restored.asked))}
        counted = {f"{kind}:{id_}" for id_ in boards for kind in ("counts", "tables")}
        return restored, frozenset(touched | counted | secret_records(workshop))

    def _view(self, workshop: Workshop, board: Board) -> str:
        gone = any(vote.board == board.id and vote.id in self.unheld for vote in workshop.votes.values())
        return BOARD if gone and board.view == VOTES else board.view


def _strangers(number: int) -> frozenset[str]:
    """So many people whom nobody knows."""
    return frozenset(f"stranger {one}" for one in range(number))
