"""How many cards a board has of each kind: counted once for each state, however many audiences ask."""

from __future__ import annotations

from dataclasses import dataclass

from server.workshop.card import Cards
from server.workshop.group import Groups
from server.workshop.places import parent_of, standing_for
from server.workshop.same import once_for_each
from server.workshop.state import Workshop


@dataclass(frozen=True, slots=True)
class Tally:
    """`cards` are those that were given here, `authors` who sent any, `shared` whether one was for a neighbour."""

    cards: int
    authors: int
    shared: bool
    inbox: int
    placed: int
    parked: int
    late: int
    children: int
    unchecked: int


def tally(workshop: Workshop, board: str) -> Tally:
    """Count a board's cards; states that share their cards and groups have the same counts."""
    return _tally(workshop.cards, workshop.groups, board)


@once_for_each
def _tally(cards: Cards, groups: Groups, board: str) -> Tally:
    workshop = Workshop(cards=cards, groups=groups)
    authors = set()
    late = parked = inbox = placed = total = children = unchecked = 0
    shared = False
    for card in cards.on(board):
        authors.add(card.author)
        if card.parent is not None and parent_of(workshop, card) is not None:
            children += card.open_to_all
            late += card.late
            continue
        # What comes from another board was counted there.
        total += not card.late and card.carried_from is None
        shared = shared or card.neighbour
        late += card.late
        parked += card.parked
        if card.late or card.parked:
            continue
        unchecked += not card.passed
        if standing_for(workshop, card).column is None:
            inbox += 1
        else:
            placed += 1
    return Tally(total, len(authors - {None, ""}), shared, inbox, placed, parked, late, children, unchecked)
