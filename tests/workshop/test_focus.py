"""One card or one column is shown large."""

from __future__ import annotations

from table import BOARD, FAY, refused, sorting


def test_a_card_or_a_column_and_then_neither() -> None:
    table, (a, *_) = sorting()
    table.does(FAY, "focus", board=BOARD, card=a, column="open")
    assert (table.board.focus_card, table.board.focus_column) == (a, None)
    table.does(FAY, "focus", board=BOARD, card=None, column="open")
    assert (table.board.focus_card, table.board.focus_column) == (None, "open")
    table.does(FAY, "focus", board=BOARD)
    assert (table.board.focus_card, table.board.focus_column) == (None, None)
    assert table.does(FAY, "focus", board=BOARD).name == "already_so"


def test_nothing_hidden_is_shown_large() -> None:
    table, (a, *_) = sorting()
    table.does(FAY, "park_cards", cards=(a,))
    with refused("not_shown"):
        table.does(FAY, "focus", board=BOARD, card=a)
    with refused("no_such_column"):
        table.does(FAY, "focus", board=BOARD, column="trash")
