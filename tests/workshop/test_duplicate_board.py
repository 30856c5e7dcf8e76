"""A board set up as another one, right behind it and empty."""

from __future__ import annotations

from boards import with_boards
from table import ANA, BOARD, FAY, Table, refused


def test_it_stands_behind_its_model_without_its_cards_and_phase() -> None:
    table, (first, second) = with_boards(2)
    table.does(FAY, "change_limits", board=first, cards_each=7)
    table.starts("write")
    table.writes(ANA)
    table.does(FAY, "duplicate_board", board=first)
    copy = table.workshop.order[1]
    assert table.workshop.order == (first, copy, second)
    board = table.workshop.boards[copy]
    assert (board.cards_each, board.phase, board.opened) == (7, "join", False)
    assert board.columns == table.board.columns
    assert not [card for card in table.workshop.cards.values() if card.board == copy]


def test_a_board_that_is_not_there_is_refused(table: Table) -> None:
    with refused("no_such_board"):
        table.does(FAY, "duplicate_board", board="board-9")
    table.does(FAY, "duplicate_board", board=BOARD)
    table.does(FAY, "undo")
    assert table.workshop.order == (BOARD,)
