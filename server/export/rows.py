"""The view as rows, one for every card that was written: for CSV and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from server.export.workshop_view import BoardView, CardView, ColumnView, DecisionView, GroupView, WorkshopView


@dataclass(frozen=True, slots=True)
class Row:
    """One card and where it lies; `beneath` is the number of the card that it is stacked under or hangs from."""

    board: BoardView
    column: str
    group: str
    card: CardView
    decision: DecisionView
    text: str
    number: int
    beneath: int | None = None
    stacked: bool = False
    child: bool = False


PARKED = {"th": "พักไว้", "en": "Parked"}


def rows(view: WorkshopView) -> Iterator[Row]:
    """All cards in the order of the wall, stacked ones and children beneath theirs, parked ones last."""
    for board in view.boards:
        for column in board.columns:
            yield from column_rows(board, column)
        for card in board.parked:
            yield from _card(board, PARKED[view.language], "", card, card.decision)


def column_rows(board: BoardView, column: ColumnView) -> Iterator[Row]:
    for item in column.items:
        if isinstance(item, CardView):
            yield from _card(board, column.name, "", item, item.decision)
        else:
            yield from _group(board, column.name, item)


def _group(board: BoardView, column: str, group: GroupView) -> Iterator[Row]:
    for card in group.cards:
        yield from _card(board, column, group.name, card, _or_its_groups(card, group))
    for child in group.children:
        yield Row(board, column, group.name, child, child.decision, child.text, child.number, child=True)


def _or_its_groups(card: CardView, group: GroupView) -> DecisionView:
    return group.decision if card.decision == DecisionView() else card.decision


def _card(board: BoardView, column: str, group: str, card: CardView, decision: DecisionView) -> Iterator[Row]:
    yield Row(board, column, group, card, decision, card.text, card.number)
    for number, text in enumerate(card.stacked, card.number + 1):
        yield Row(board, column, group, card, decision, text, number, card.number, stacked=True)
    for child in card.children:
        yield Row(board, column, group, child, child.decision, child.text, child.number, card.number, child=True)
