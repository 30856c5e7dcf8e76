"""How many cards a board has of each kind: counted once for each state, however many audiences ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from server.workshop.state import Card

# Each audience asks for the state before a change and the one after it.
KEPT = 8


@dataclass(frozen=True, slots=True)
class Tally:
    """`authors` are the people who sent any card, `shared` whether one was for a neighbour."""

    cards: int
    authors: int
    shared: bool
    inbox: int
    placed: int
    parked: int
    late: int


def tally(cards: Mapping[str, Card], board: str) -> Tally:
    """Count a board's cards; `cards` is never changed in place, so the same mapping has the same counts."""
    global _kept
    for known, of, count in _kept:
        if known is cards and of == board:
            return count
    count = _tally(cards, board)
    _kept = ((cards, board, count), *_kept[: KEPT - 1])
    return count


# The newest first. A mapping that is kept keeps its identity.
_kept: tuple[tuple[Mapping[str, Card], str, Tally], ...] = ()


def _tally(cards: Mapping[str, Card], board: str) -> Tally:
    authors = set()
    late = parked = inbox = placed = total = 0
    shared = False
    for card in cards.values():
        if card.board != board:
            continue
        total += 1
        authors.add(card.author)
        shared = shared or card.neighbour
        late += card.late
        parked += card.parked
        if card.late or card.parked:
            continue
        if card.column is None:
            inbox += 1
        else:
            placed += 1
    return Tally(total - late, len(authors - {None, ""}), shared, inbox, placed, parked, late)
