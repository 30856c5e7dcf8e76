"""While a board is checked, the room sees only what somebody has read."""

from __future__ import annotations

from table import ANA, BOARD, CO, FAY, Table, refused, sorting


def test_only_what_passed_is_shown(table: Table) -> None:
    table.starts("write")
    read, unread = table.writes(ANA, "อ่านแล้ว"), table.writes(ANA, "ยังไม่อ่าน")
    table.does(FAY, "start_checking", board=BOARD)
    table.does(CO, "pass_cards", cards=(read,))
    table.starts("sort")
    assert table.workshop.visible(table.card(read))
    assert not table.card(unread).shown
    assert table.board.reading == read
    with refused("not_shown"):
        table.does(FAY, "place_card", card=unread, column="open")


def test_what_the_room_has_seen_stays() -> None:
    table, cards = sorting()
    table.does(FAY, "start_checking", board=BOARD)
    assert all(table.workshop.visible(table.card(card)) for card in cards)
    assert table.does(FAY, "start_checking", board=BOARD).name == "already_so"


def test_what_the_facilitator_types_needs_no_checking() -> None:
    table, _ = sorting()
    table.does(FAY, "start_checking", board=BOARD)
    card = table.an_id()
    table.does(FAY, "add_card", card, board=BOARD, text="จากกระดาษ")
    assert table.workshop.visible(table.card(card))


def test_a_late_card_that_is_taken_in_waits_to_be_read() -> None:
    table, _ = sorting()
    table.does(FAY, "start_checking", board=BOARD)
    late = table.writes(ANA, "มาช้า")
    table.does(FAY, "accept_late_cards", cards=(late,))
    assert not table.workshop.visible(table.card(late))
    table.does(FAY, "pass_cards", cards=(late,))
    assert table.workshop.visible(table.card(late))
