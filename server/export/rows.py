"""The view as rows, one for every card that was written: for CSV and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from server.export.workshop_view import (
    NO_DECISION,
    BoardView,
    CardView,
    ColumnView,
    DecisionView,
    GroupView,
    WorkshopView,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One card and where it lies; `beneath` is the number of the card that it is stacked under or hangs from."""

    board: BoardView
    column: str
    group: GroupView | None
    card: CardView
    text: str
    number: int
    beneath: int | None = None
    stacked: bool = False
    child: bool = False

    @property
    def group_name(self) -> str:
        return self.group.name if self.group else ""

    @property
    def decision(self) -> DecisionView:
        """What was decided about the card, or else about its group."""
        decided = self.card.decision
        return self.group.decision if self.group and decided == NO_DECISION and not self.child else decided


PARKED = {"th": "พักไว้", "en": "Parked"}


def rows(view: WorkshopView) -> Iterator[Row]:
    """All cards in the order of the wall, stacked ones and children beneath theirs, parked ones last."""
    for board in view.boards:
        for column in board.columns:
            yield from column_rows(board, column)
        for card in board.parked:
            yield from _card(board, PARKED[view.language], None, card)


def column_rows(board: BoardView, column: ColumnView) -> Iterator[Row]:
    for item in column.items:
        if isinstance(item, CardView):
            yield from _card(board, column.name, None, item)
            continue
        for card in item.cards:
            yield from _card(board, column.name, item, card)
        for child in item.children:
            yield Row(board, column.name, item, child, child.text, child.number, child=True)


def _card(board: BoardView, column: str, group: GroupView | None, card: CardView) -> Iterator[Row]:
    yield Row(board, column, group, card, card.text, card.number)
    for number, text in enumerate(card.stacked, card.number + 1):
        yield Row(board, column, group, card, text, number, card.number, stacked=True)
    for child in card.children:
        yield Row(board, column, group, child, child.text, child.number, card.number, child=True)
