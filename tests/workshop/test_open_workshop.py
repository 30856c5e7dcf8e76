"""A workshop is opened by the server, once."""

from __future__ import annotations

from table import BOARD, FAY, Table, refused

from server.workshop import SYSTEM


def test_it_begins_with_its_board_its_owner_and_an_open_door(table: Table) -> None:
    assert (table.workshop.active, table.board.phase, table.workshop.joining) == (BOARD, "join", True)
    assert table.workshop.keys[FAY].role == "facilitator"


def test_it_is_not_opened_twice(table: Table) -> None:
    fields = dict.fromkeys(("workshop", "code", "title", "language", "fiscal_year", "rehearsal_of", "expires_on"), "")
    with refused("id_taken"):
        table.does(SYSTEM, "open_workshop", key=FAY, key_name="", boards=(), **fields)
