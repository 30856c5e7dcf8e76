"""Tables: how many, what for, and what may be told of them."""

from __future__ import annotations

from table import ANA, BEN, BOARD, FAY, Table, refused

from server.workshop.table_counts import table_counts
from server.workshop.views import record


def test_people_of_a_table_that_is_gone_sit_nowhere(table: Table) -> None:
    table.does(FAY, "set_tables", tables=3)
    table.does(ANA, "sit", table=1)
    table.does(BEN, "sit", table=3)
    table.does(FAY, "set_tables", tables=2)
    assert table.workshop.seating.seats == {ANA: 1}
    assert table.does(FAY, "set_tables", tables=2).name == "already_so"


def test_one_phone_a_table_is_asked_for_anew(table: Table) -> None:
    table.does(FAY, "set_tables", tables=3)
    table.does(ANA, "sit", table=1)
    table.does(FAY, "set_tables", tables=3, mode="table", table_cards=12)
    assert table.workshop.seating.seats == {}
    table.does(ANA, "sit", table=1)
    table.does(BEN, "sit", table=1)
    assert table.workshop.seating.seats == {BEN: 1}


def test_a_phone_that_writes_for_its_table_has_the_tables_cards(table: Table) -> None:
    table.does(FAY, "set_tables", tables=2, mode="table", table_cards=5)
    table.does(ANA, "sit", table=2)
    table.starts("write")
    cards = [table.writes(ANA) for _ in range(5)]
    assert {table.card(card).table for card in cards} == {2}
    with refused("no_cards_left", limit=5):
        table.writes(ANA)
    for _ in range(3):
        table.writes(BEN)
    with refused("no_cards_left", limit=3):
        table.writes(BEN)


def test_what_two_people_sent_is_told_of_nobody(table: Table) -> None:
    table.does(FAY, "set_tables", tables=2)
    table.does(ANA, "sit", table=1)
    table.does(BEN, "sit", table=1)
    table.starts("write")
    card = table.writes(ANA)
    assert table.card(card).table is None
    (first, second) = table_counts(table.workshop, BOARD)
    assert (first.seated, first.senders, first.cards) == (2, None, None)
    assert (second.seated, second.senders, second.cards) == (0, None, None)


def test_a_table_of_three_is_counted_and_named() -> None:
    table, people = with_three_at_a_table()
    cards = [table.writes(people[0]), table.writes(people[0]), table.writes(people[1])]
    assert [table.card(card).table for card in cards] == [1, 1, 1]
    (first, _) = table_counts(table.workshop, BOARD)
    assert (first.seated, first.senders, first.cards) == (3, 2, 3)
    for audience in ("participant", "reader", "wall", "result"):
        assert record(table.workshop, f"tables:{BOARD}", audience) is None


def test_what_was_counted_outlives_the_lock() -> None:
    table, people = with_three_at_a_table()
    table.writes(people[0])
    table.starts("finished")
    table.does(FAY, "lock_workshop")
    assert table.workshop.seating.seats == {}
    (first, second) = table_counts(table.workshop, BOARD)
    assert (first.seated, first.senders, first.cards) == (3, 1, 1)
    assert (second.seated, second.senders) == (0, None)


def with_three_at_a_table() -> tuple[Table, list[str]]:
    from table import ROLE

    table = Table()
    people = [ANA, BEN, "cat-000000000000"]
    ROLE[people[2]] = "participant"
    table.does(people[2], "join_workshop")
    table.does(FAY, "set_tables", tables=2)
    for who in people:
        table.does(who, "sit", table=1)
    table.starts("write")
    return table, people
