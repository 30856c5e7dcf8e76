"""Cards that say the same become a group where the first of them lies; the others leave where they were."""

from __future__ import annotations

from table import CO, FAY, refused, sorting


def test_a_group_takes_the_place_of_its_first_card() -> None:
    table, (a, b, c) = sorting()
    table.does(FAY, "move_cards", cards=(a, b), column="open")
    group = table.groups(FAY, a, c, label="รวมกัน")
    assert table.order("open") == [group, b]
    assert table.inside(group) == [a, c]
    assert table.workshop.groups[group].name == "รวมกัน"
    assert (table.card(c).column, table.board.reading) == ("open", None)


def test_reading_goes_on_when_the_card_being_read_is_grouped() -> None:
    table, (a, b, c) = sorting()
    table.does(FAY, "place_card", card=b, column="close")
    assert table.board.reading in (a, c)
    table.groups(CO, b, table.board.reading)
    assert table.board.reading in {a, c} - set(table.inside(table.order("close")[0]))


def test_a_card_leaves_its_old_group_and_an_emptied_group_is_gone() -> None:
    table, (a, b, c) = sorting()
    old = table.groups(FAY, a, b)
    new = table.groups(CO, c, a)
    assert (table.inside(old), table.inside(new)) == ([b], [c, a])
    table.groups(CO, c, a, b)
    assert old not in table.workshop.groups
    assert new not in table.workshop.groups
    table.does(CO, "undo")
    assert (table.inside(old), table.inside(new)) == ([b], [c, a])


def test_the_cards_of_one_group_are_a_group_already() -> None:
    table, (a, b, _) = sorting()
    table.groups(FAY, a, b)
    assert table.does(CO, "group_cards", cards=(b, a)).name == "already_so"
    assert table.does(CO, "group_cards", cards=(a,)).name == "group_formed"
    with refused("no_such_card", field="cards"):
        table.does(CO, "group_cards", cards=("gone-elsewhere-1",))


def test_a_stack_goes_into_a_group_as_one() -> None:
    table, (a, b, c) = sorting()
    table.does(FAY, "stack_cards", cards=(a, b))
    group = table.groups(FAY, c, a)
    assert (table.inside(group), table.beneath(a)) == ([c, a], [b])
    alone = table.groups(FAY, b)
    assert (table.inside(alone), table.beneath(a)) == ([b], [])


def test_a_waiting_card_begins_a_group_at_the_end_of_a_column_in_one_step() -> None:
    table, (a, b, c) = sorting()
    table.does(FAY, "place_card", card=a, column="open")
    read = table.board.reading
    assert read in (b, c)
    group = table.groups(CO, read, label="เริ่มใหม่", column="open")
    assert table.order("open") == [a, group]
    assert (table.card(read).column, table.board.reading) == ("open", ({b, c} - {read}).pop())
    assert table.does(CO, "group_cards", cards=(read,), column="open").name == "already_so"
    table.does(CO, "undo")
    assert table.order("open") == [a]
    assert table.card(read).column is None
    with refused("no_such_column", field="column"):
        table.groups(CO, read, column="elsewhere")
