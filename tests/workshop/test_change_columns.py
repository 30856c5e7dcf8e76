"""Columns are added, reworded and taken away; a card never loses the one it lies in."""

from __future__ import annotations

import pytest
from boards import column
from table import ANA, BOARD, CO, FAY, Table, refused, sorting


def names(table: Table) -> list[str]:
    return [one.id for one in table.board.columns]


def changes(table: Table, *ids: str, who: str = FAY) -> None:
    table.does(who, "change_columns", board=BOARD, columns=tuple(column(id_) for id_ in ids))


def test_columns_come_go_and_come_back(table: Table) -> None:
    changes(table, "open", "later")
    assert names(table) == ["open", "later"]
    table.does(FAY, "undo")
    assert names(table) == ["close", "improve", "open"]
    assert table.does(CO, "change_columns", board=BOARD, columns=(column("a"),)).name == "columns_changed"
    assert table.does(CO, "change_columns", board=BOARD, columns=(column("a"),)).name == "already_so"


@pytest.mark.parametrize("hidden", [False, True])
def test_a_column_that_holds_a_card_cannot_vanish_also_a_hidden_one(hidden: bool) -> None:
    table, (card, *_) = sorting()
    table.does(FAY, "move_cards", cards=(card,), column="close")
    if hidden:
        table.does(FAY, "park_cards", cards=(card,))
    with refused("column_holds_cards", field="columns"):
        changes(table, "improve", "open")
    changes(table, "close")
    assert names(table) == ["close"]


def test_a_proposal_for_a_column_that_is_no_more_is_none_until_undo() -> None:
    table, (card, *_) = sorting(proposed="improve")
    changes(table, "close", "open")
    assert table.card(card).proposed is None
    table.does(FAY, "place_as_proposed", board=BOARD)
    assert table.card(card).column is None
    table.does(FAY, "undo")
    assert table.card(card).proposed == "improve"


def test_work_of_others_that_would_lead_into_a_vanished_column_is_not_undone() -> None:
    table, (card, *_) = sorting()
    table.does(CO, "move_cards", cards=(card,), column="close")
    table.does(CO, "move_cards", cards=(card,), column="open")
    changes(table, "improve", "open")
    with refused("changed_since"):
        table.does(CO, "undo")
    assert table.card(card).column == "open"


def test_a_column_to_which_somebody_has_written_is_not_undone(table: Table) -> None:
    changes(table, "close", "improve", "open", "later")
    table.starts("write")
    table.writes(ANA, proposed="later")
    with refused("changed_since"):
        table.does(FAY, "undo")


def test_the_same_id_twice_is_malformed_and_focus_leaves_a_vanished_column() -> None:
    table, _ = sorting()
    with refused("malformed", field="columns"):
        changes(table, "close", "close")
    table.does(FAY, "focus", board=BOARD, column="close")
    changes(table, "open")
    assert table.board.focus_column is None
