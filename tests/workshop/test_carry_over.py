"""What one board found goes on to the next."""

from __future__ import annotations

from table import BOARD, FAY, in_columns, refused

from server.workshop.carry_over import card_id
from server.workshop.tally import tally


def test_new_cards_stand_in_their_order_and_remember_where_they_come_from() -> None:
    table, (a, b, _) = in_columns()
    table.does(FAY, "decide_item", item=b, field="report", value="ถ้อยคำในรายงาน")
    event = table.does(FAY, "carry_over", items=(b, a), to=BOARD, column="improve")
    made = [table.card(one[0]) for one in event.cards]  # type: ignore[attr-defined]
    assert [card.carried_from for card in made] == [b, a]
    assert [card.text for card in made] == ["ถ้อยคำในรายงาน", table.card(a).text]
    assert table.order("improve") == [card.id for card in made]
    assert all(card.author is None and table.workshop.visible(card) for card in made)


def test_what_was_carried_is_placed_but_was_not_given_here() -> None:
    table, (a, *_) = in_columns()
    before = tally(table.workshop, BOARD)
    table.does(FAY, "carry_over", items=(a,), to=BOARD, column="improve")
    after = tally(table.workshop, BOARD)
    assert (after.cards, after.placed) == (before.cards, before.placed + 1)


def test_nothing_is_carried_twice_and_all_is_one_step() -> None:
    table, (a, b, _) = in_columns()
    table.does(FAY, "carry_over", items=(a,), to=BOARD, column="improve")
    event = table.does(FAY, "carry_over", items=(a, b), to=BOARD, column="improve")
    assert [one[3] for one in event.cards] == [b]  # type: ignore[attr-defined]
    assert table.does(FAY, "carry_over", items=(a, b), to=BOARD, column="open").name == "already_so"
    table.does(FAY, "undo")
    assert len(table.order("improve")) == 1


def test_the_same_command_always_makes_the_same_cards() -> None:
    assert card_id("command-00000001", 0) == card_id("command-00000001", 0)
    assert len({card_id("command-00000001", number) for number in range(200)}) == 200
    assert len(card_id("command-00000001", 0)) == 16


def test_what_the_room_does_not_see_is_not_carried() -> None:
    table, (a, *_) = in_columns()
    table.does(FAY, "park_cards", cards=(a,))
    with refused("not_shown"):
        table.does(FAY, "carry_over", items=(a,), to=BOARD)
    with refused("no_such_board"):
        table.does(FAY, "carry_over", items=(a,), to="board-9")
