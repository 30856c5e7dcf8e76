"""Cards that somebody said are not the same."""

from __future__ import annotations

from table import FAY, refused, sorting


def test_two_cards_are_kept_apart_once_whatever_their_order() -> None:
    table, (a, b, c) = sorting()
    table.does(FAY, "keep_apart", cards=(b, a))
    assert table.workshop.apart == ((a, b),) or table.workshop.apart == ((b, a),)
    assert table.does(FAY, "keep_apart", cards=(a, b)).name == "already_so"
    table.does(FAY, "keep_apart", cards=(a, b, c))
    assert len(table.workshop.apart) == 2


def test_one_card_alone_cannot_be_kept_apart() -> None:
    table, (a, *_) = sorting()
    with refused("no_such_card"):
        table.does(FAY, "keep_apart", cards=(a, a))
