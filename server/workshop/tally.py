"""How many cards a board has of each kind: counted through once, then followed from state to state.

A full board is not counted again for every card that moves: what a step did not touch counts as before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from server.workshop.card import Card
from server.workshop.places import parent_of, standing_for
from server.workshop.same import Same
from server.workshop.state import Touched, Workshop

# Each audience asks for the state it was told and the one now; phones were told theirs some steps ago.
KEPT = 32


@dataclass(frozen=True, slots=True)
class Tally:
    """`cards` are those that were given here, `authors` who sent any, `shared` whether one was for a neighbour."""

    authors: int
    cards: int
    neighbours: int
    inbox: int
    placed: int
    parked: int
    late: int
    children: int
    unchecked: int

    @property
    def shared(self) -> bool:
        return self.neighbours > 0


Parts = tuple[int, ...]
# What single cards add up to; who wrote them does not.
ADDED = Tally.__slots__[1:]
NOTHING: Parts = (0,) * len(ADDED)
_known: dict[Same, Tally] = {}


def tally(workshop: Workshop, board: str) -> Tally:
    """Count a board's cards; states that share their cards and groups have the same counts."""
    state = _state(workshop, board)
    return _known.get(state) or _keep(state, counted_anew(workshop, board))


def follow(before: Workshop, after: Workshop, touched: Touched) -> None:
    """Count the state after a step from the one before it, where that was counted."""
    if before.cards is after.cards and before.groups is after.groups:
        return
    names = [key[5:] for key in touched if key.startswith("card:")]
    for board in {card.board for state in (before, after) for card in _found(state, names)}:
        known = _known.get(_state(before, board))
        if known is not None:
            _keep(_state(after, board), _changed(known, before, after, board, names))


def _changed(known: Tally, before: Workshop, after: Workshop, board: str, names: list[str]) -> Tally:
    old, new = ([card for card in _found(state, names) if card.board == board] for state in (before, after))
    people = {card.author for card in (*old, *new)}
    authors = sum(_wrote(after, board, one) - _wrote(before, board, one) for one in people)
    was = (getattr(known, name) for name in ADDED)
    counts = (one - gone + come for one, gone, come in zip(was, _sum(before, old), _sum(after, new), strict=True))
    return Tally(known.authors + authors, *counts)


def counted_anew(workshop: Workshop, board: str) -> Tally:
    """All of a board's cards, one after the other."""
    cards = workshop.cards.on(board)
    return Tally(len({card.author for card in cards} - {None, ""}), *_sum(workshop, cards))


def _sum(workshop: Workshop, cards: Iterable[Card]) -> Parts:
    return tuple(map(sum, zip(NOTHING, *(_part(workshop, card) for card in cards), strict=True)))


def _part(workshop: Workshop, card: Card) -> Parts:
    """What one card adds to the counts, in their order."""
    if card.parent is not None and parent_of(workshop, card) is not None:
        return 0, 0, 0, 0, 0, card.late, card.open_to_all, 0
    # What comes from another board was counted there.
    given = not card.late and card.carried_from is None
    if card.late or card.parked:
        return given, card.neighbour, 0, 0, card.parked, card.late, 0, 0
    waits = standing_for(workshop, card).column is None
    return given, card.neighbour, waits, not waits, 0, 0, 0, not card.passed


def _wrote(workshop: Workshop, board: str, author: str | None) -> bool:
    return bool(author) and any(card.board == board for card in workshop.cards.by(author))


def _found(workshop: Workshop, names: Iterable[str]) -> list[Card]:
    return [workshop.cards[name] for name in names if name in workshop.cards]


def _state(workshop: Workshop, board: str) -> Same:
    return Same((workshop.cards, workshop.groups, board))


def _keep(state: Same, counts: Tally) -> Tally:
    # Another dictionary, never this one changed: with threads somebody may be looking into it.
    global _known
    known = {**_known, state: counts}
    for oldest in tuple(known)[:-KEPT]:
        del known[oldest]
    _known = known
    return counts
