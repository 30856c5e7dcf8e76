"""Without checking everything is shown that nobody put aside."""

from __future__ import annotations

from table import ANA, BOARD, FAY, Table


def test_what_waited_to_be_read_is_shown(table: Table) -> None:
    table.starts("write")
    unread, aside = table.writes(ANA), table.writes(ANA)
    table.does(FAY, "start_checking", board=BOARD)
    table.does(FAY, "park_cards", cards=(aside,))
    table.starts("sort")
    table.does(FAY, "stop_checking", board=BOARD)
    assert table.workshop.visible(table.card(unread))
    assert not table.card(aside).shown
    assert table.does(FAY, "stop_checking", board=BOARD).name == "already_so"


def test_before_cards_are_shown_nothing_is(table: Table) -> None:
    table.starts("write")
    card = table.writes(ANA)
    table.does(FAY, "start_checking", board=BOARD)
    table.does(FAY, "stop_checking", board=BOARD)
    assert not table.card(card).shown
