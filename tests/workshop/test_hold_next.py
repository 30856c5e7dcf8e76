"""The queue: several people sort, and nobody is given what somebody else has."""

from __future__ import annotations

import contextlib

from table import BOARD, CO, FAY, ROLE, Table, refused, sorting

from server.workshop import SYSTEM, Refused


def test_the_card_being_read_to_the_room_is_nobody_elses() -> None:
    table, (first, second, third) = sorting()
    assert table.board.reading == first
    table.does(CO, "hold_next", board=BOARD)
    assert table.workshop.holds[CO].card == second
    table.does(FAY, "place_card", card=first, column="open")
    assert table.board.reading == third


def test_placing_a_card_of_the_queue_leaves_the_rooms_reading_alone() -> None:
    table, (first, second, third) = sorting()
    table.does(CO, "hold_next", board=BOARD)
    table.does(CO, "place_card", card=second, column="close")
    assert table.board.reading == first
    table.does(CO, "hold_next", board=BOARD, after=second)
    assert table.workshop.holds[CO].card == third


def test_an_undone_card_comes_back_into_the_hands_of_who_placed_it() -> None:
    table, (first, second, _) = sorting()
    table.does(CO, "hold_next", board=BOARD)
    table.does(CO, "place_card", card=second, column="close")
    table.does(CO, "hold_next", board=BOARD)
    table.does(CO, "undo")
    assert (table.workshop.holds[CO].card, table.board.reading) == (second, first)


def test_skipping_goes_round_and_comes_again() -> None:
    table, (first, second, third) = sorting()
    table.does(FAY, "read_card", board=BOARD, card=None)
    for before, following in ((None, first), (first, second), (second, third), (third, first)):
        table.does(CO, "hold_next", board=BOARD, after=before)
        assert table.workshop.holds[CO].card == following


def test_nothing_left_is_told_from_all_in_hands() -> None:
    table, (first, second) = sorting(2)
    table.does(CO, "hold_next", board=BOARD)
    with refused("all_held"):
        table.does(FAY, "hold_next", board=BOARD)
    table.does(CO, "place_card", card=second, column="close")
    table.does(FAY, "place_card", card=first, column="close")
    with refused("nothing_waiting"):
        table.does(CO, "hold_next", board=BOARD)
    with refused("no_such_board", field="board"):
        table.does(CO, "hold_next", board="board-9")


def test_reading_stops_rather_than_take_a_card_out_of_somebodys_hands() -> None:
    table, (first, second) = sorting(2)
    table.does(CO, "hold_next", board=BOARD)
    table.does(FAY, "place_card", card=first, column="close")
    assert table.board.reading is None
    table.does(CO, "let_go")
    table.does(FAY, "read_card", board=BOARD, card=second)
    assert table.board.reading == second


def test_five_sorters_never_meet() -> None:
    table, cards = sorting(30)
    sorters = [FAY, CO, *(_somebody(table, number) for number in range(3))]
    while any(table.card(card).column is None for card in cards):
        busy = 0
        for who in sorters:
            try_next(table, who)
            hands = [hold.card for hold in table.workshop.holds.values() if table.card(hold.card).column is None]
            assert len(hands) == len(set(hands)), hands
            assert table.board.reading not in hands
            busy += who in table.workshop.holds
        assert busy
        for who in sorters:
            hold = table.workshop.holds.get(who)
            if hold and table.card(hold.card).column is None:
                table.does(who, "place_card", card=hold.card, column="improve")
        if table.board.reading:
            table.does(FAY, "place_card", card=table.board.reading, column="open")


def try_next(table: Table, who: str) -> None:
    with contextlib.suppress(Refused):
        table.does(who, "hold_next", board=BOARD)


def _somebody(table: Table, number: int) -> str:
    key = f"helper-{number:09d}"
    ROLE[key] = "co_facilitator"
    table.does(SYSTEM, "mint_link", key=key, role="co_facilitator", label="ผู้ช่วย")
    return key
