"""How many cards a board has of each kind: counted once for each state, however many audiences ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

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
    return _tally(_Same(cards), board)


class _Same:
    """A mapping as a key: equal to itself only, and kept alive, so that its address stays its own."""

    __slots__ = ("cards",)

    def __init__(self, cards: Mapping[str, Card]) -> None:
        self.cards = cards

    def __hash__(self) -> int:
        return id(self.cards)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.cards is other.cards


@lru_cache(maxsize=KEPT)
def _tally(same: _Same, board: str) -> Tally:
    authors = set()
    late = parked = inbox = placed = total = 0
    shared = False
    for card in same.cards.values():
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
