"""Undo restores what one command of mine changed, and nothing of anybody else's."""

from __future__ import annotations

from table import BOARD, CO, FAY, Table, refused, sorting


def test_fifty_steps_back_lead_to_the_beginning_and_fifty_forward_to_the_end() -> None:
    table, cards = sorting(3)
    before = table.workshop
    for number in range(50):
        table.does(FAY, "fix_card", card=cards[number % 3], text=f"แก้ {number}")
    after = table.workshop
    for _ in range(50):
        table.does(FAY, "undo")
    assert table.workshop.cards == before.cards
    with refused("nothing_to_undo"):
        table.does(FAY, "undo")
    for _ in range(50):
        table.does(FAY, "redo")
    assert table.workshop.cards == after.cards


def test_newer_work_of_somebody_else_is_not_undone() -> None:
    table, (a, b, _) = sorting()
    table.does(FAY, "move_cards", cards=(a, b), column="open")
    table.does(CO, "move_cards", cards=(b,), column="close")
    with refused("changed_since"):
        table.does(FAY, "undo")
    assert table.card(b).column == "close"
    table.does(CO, "undo")
    table.does(FAY, "undo")
    assert {table.card(a).column, table.card(b).column} == {None}


def test_cards_that_arrive_meanwhile_are_untouched(table: Table) -> None:
    table.starts("write")
    table.does(FAY, "rename_workshop", title="ใหม่")
    card = table.writes()
    table.does(FAY, "undo")
    assert card in table.workshop.cards


def test_an_undone_placing_reads_that_card_again() -> None:
    table, (a, *_) = sorting()
    table.does(FAY, "place_card", card=a, column="open")
    table.does(FAY, "undo")
    assert (table.board.reading, table.card(a).column) == (a, None)


def test_phases_timers_and_links_are_no_steps(table: Table) -> None:
    table.starts("write", "show")
    table.does(FAY, "start_timer", board=BOARD, seconds=60)
    table.does(FAY, "mint_link", key="a-new-key-000000", role="wall", label="จอ")
    with refused("nothing_to_undo"):
        table.does(FAY, "undo")
