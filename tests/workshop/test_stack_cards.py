"""True duplicates lie beneath one card, with every wording kept."""

from __future__ import annotations

from table import ANA, CO, FAY, refused, sorting

from server.workshop.places import column_of
from server.workshop.views import snapshot


def test_the_first_is_the_top_and_a_stack_can_grow() -> None:
    table, (a, b, c, d) = sorting(4)
    table.does(FAY, "stack_cards", cards=(b, a))
    table.does(CO, "stack_cards", cards=(a, c, d))
    assert (table.beneath(b), table.order(None)) == ([a, c, d], [b])
    assert {table.card(one).text for one in (a, b, c, d)} == {f"บัตร {n}" for n in range(4)}
    assert table.does(CO, "stack_cards", cards=(b, d)).name == "already_so"


def test_a_stack_on_a_stack_is_one_stack() -> None:
    table, (a, b, c, d) = sorting(4)
    table.does(FAY, "stack_cards", cards=(a, b))
    table.does(FAY, "stack_cards", cards=(c, d))
    table.does(FAY, "stack_cards", cards=(a, c))
    assert (table.beneath(a), table.beneath(c)) == ([b, c, d], [])


def test_a_top_takes_its_stack_along_and_reading_goes_on() -> None:
    table, (a, b, c) = sorting()
    table.does(FAY, "stack_cards", cards=(a, b))
    assert table.board.reading == a
    table.does(FAY, "place_card", card=a, column="open")
    assert (column_of(table.workshop, table.card(b)), table.board.reading) == ("open", c)
    table.does(CO, "move_cards", cards=(a,), column="close")
    assert (table.order("close"), table.beneath(a)) == ([a], [b])


def test_one_that_is_moved_away_leaves_the_stack() -> None:
    table, (a, b, c) = sorting()
    table.does(FAY, "stack_cards", cards=(a, b, c))
    table.does(CO, "move_cards", cards=(c,), column="open")
    assert (table.beneath(a), table.order("open")) == ([b], [c])


def test_a_parked_top_takes_its_stack_along_and_one_that_comes_back_lies_by_itself() -> None:
    table, (a, b, c) = sorting()
    group = table.groups(FAY, a, c)
    table.does(FAY, "stack_cards", cards=(a, b))
    table.does(FAY, "park_cards", cards=(a,))
    assert table.card(b).parked
    table.does(FAY, "bring_back_cards", cards=(b,))
    assert set(table.inside(group)) == {a, b, c}
    table.does(FAY, "bring_back_cards", cards=(a,))
    assert (set(table.inside(group)), table.beneath(a)) == ({a, c}, [b])


def test_a_card_that_the_room_has_not_seen_hides_none_that_it_has() -> None:
    table, (a, *_) = sorting()
    table.starts("write")
    new = table.writes(ANA, "ใหม่")
    table.does(FAY, "stack_cards", cards=(new, a))
    assert table.beneath(new) == []
    table.starts("show")
    assert table.beneath(new) == [a]
    assert snapshot(table.workshop, "wall")[f"card:{a}"]["under"] == new


def test_a_parked_or_late_card_is_no_top() -> None:
    table, (a, b, _) = sorting()
    table.does(FAY, "park_cards", cards=(a,))
    with refused("not_shown", field="cards"):
        table.does(FAY, "stack_cards", cards=(a, b))
    with refused("no_such_card"):
        table.does(FAY, "stack_cards", cards=("gone-elsewhere-1",))


def test_stacking_and_taking_it_back_leaves_everything_as_it_was() -> None:
    table, (a, b, c) = sorting()
    group = table.groups(FAY, b)
    before = table.workshop
    table.does(FAY, "stack_cards", cards=(a, b, c))
    assert group not in table.workshop.groups
    table.does(FAY, "undo")
    assert (table.workshop.cards, table.workshop.groups) == (before.cards, before.groups)
