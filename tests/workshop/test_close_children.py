"""A round below a card ends, and everything that came is shown at once."""

from __future__ import annotations

from table import ANA, BEN, BOARD, FAY, in_columns


def test_what_came_is_hidden_until_the_round_ends() -> None:
    table, (card, *_) = in_columns()
    table.does(FAY, "open_children", board=BOARD, parent=card)
    sent = [table.does(who, "send_child", parent=card, text="ทำต่อ").card for who in (ANA, BEN)]  # type: ignore[attr-defined]
    assert not any(table.card(one).shown for one in sent)
    table.does(FAY, "close_children", board=BOARD)
    assert all(table.card(one).shown for one in sent)
    assert table.board.children_of is None
    assert table.does(FAY, "close_children", board=BOARD).name == "already_so"


def test_a_late_or_parked_one_stays_hidden() -> None:
    table, (card, *_) = in_columns()
    late = table.does(ANA, "send_child", parent=card, text="ช้าไป").card  # type: ignore[attr-defined]
    table.does(FAY, "open_children", board=BOARD, parent=card)
    parked = table.does(ANA, "send_child", parent=card, text="พักไว้").card  # type: ignore[attr-defined]
    table.does(FAY, "park_cards", cards=(parked,))
    table.does(FAY, "close_children", board=BOARD)
    assert not table.card(late).shown
    assert not table.card(parked).shown
    table.does(FAY, "accept_late_cards", cards=(late,))
    assert table.workshop.visible(table.card(late))
