"""The trial card is thrown away; only that somebody tried is known."""

from __future__ import annotations

from table import ANA, BOARD, Table, refused


def test_a_trial_is_counted_and_its_words_are_not_kept(table: Table) -> None:
    event = table.does(ANA, "try_card", board=BOARD, text="ลอง")
    assert event.name == "card_tried"
    assert not hasattr(event, "text")
    assert table.board.tried == {ANA}
    assert not table.workshop.cards


def test_a_second_trial_is_already_so(table: Table) -> None:
    table.does(ANA, "try_card", board=BOARD, text="ลอง")
    assert table.does(ANA, "try_card", board=BOARD, text="อีก").name == "already_so"


def test_only_a_board_that_is_there_takes_one(table: Table) -> None:
    with refused("no_such_board", field="board"):
        table.does(ANA, "try_card", board="board-9", text="ลอง")
