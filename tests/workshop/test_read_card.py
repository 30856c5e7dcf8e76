"""One card is read at a time, and only one that the room may see."""

from __future__ import annotations

from table import BOARD, FAY, refused, sorting


def test_a_shown_card_is_read_and_put_down_again() -> None:
    table, (first, second, _) = sorting()
    assert table.board.reading == first
    table.does(FAY, "read_card", board=BOARD, card=second)
    assert table.board.reading == second
    table.does(FAY, "read_card", board=BOARD, card=None)
    assert table.board.reading is None
    assert table.does(FAY, "read_card", board=BOARD, card=None).name == "already_so"


def test_a_hidden_card_is_not_read() -> None:
    table, (first, *_) = sorting()
    table.does(FAY, "park_cards", cards=(first,))
    with refused("not_shown", field="card"):
        table.does(FAY, "read_card", board=BOARD, card=first)
    with refused("no_such_card"):
        table.does(FAY, "read_card", board=BOARD, card="no-card-of-thatid")
