"""One card or one column is shown large."""

from __future__ import annotations

from dataclasses import replace

from table import BOARD, FAY, refused, sorting

from server.workshop.group import Group


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


def test_a_group_is_shown_large_while_the_room_may_see_a_card_of_it() -> None:
    table, (a, b, _) = sorting()
    made = Group("group-of-sixteen", BOARD, "รถรา", None, table.card(a).rank)
    inside = [replace(table.card(card), group=made.id) for card in (a, b)]
    table.workshop = table.workshop.with_groups(made).with_cards(*inside)
    table.does(FAY, "focus", board=BOARD, group=made.id)
    assert (table.board.focus_group, table.board.focus_card) == (made.id, None)
    table.does(FAY, "focus", board=BOARD, column="open")
    assert table.board.focus_group is None
    table.does(FAY, "park_cards", cards=(a, b))
    with refused("not_shown"):
        table.does(FAY, "focus", board=BOARD, group=made.id)
    with refused("no_such_group"):
        table.does(FAY, "focus", board=BOARD, group="no-such-group-id")
