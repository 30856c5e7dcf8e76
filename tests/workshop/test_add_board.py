"""A board is added to the agenda as it was set up; nobody in the room notices."""

from __future__ import annotations

from boards import adds, column, with_boards
from table import ANA, BOARD, CO, FAY, Table, refused

from server.workshop.set_up import MOST_BOARDS, AskedChild, AskedField, AskedVote, ScriptLine

LINE = {"th": "พูดว่า", "en": "Say"}


def test_it_comes_last_and_the_room_stays_where_it_is(table: Table) -> None:
    added = adds(table, title="ทิศทาง", minutes=30, cards_each=2)
    assert table.workshop.order == (BOARD, added)
    assert table.workshop.active == BOARD
    board = table.workshop.boards[added]
    assert (board.title, board.minutes, board.cards_each, board.phase) == ("ทิศทาง", 30, 2, "join")
    assert [one.id for one in board.columns] == ["soon", "later"]


def test_it_comes_before_another_when_asked(table: Table) -> None:
    added = adds(table, before=BOARD)
    assert table.workshop.order == (added, BOARD)
    with refused("no_such_board"):
        adds(table, before="board-9")


def test_what_a_template_brings_along_is_kept(table: Table) -> None:
    added = adds(
        table,
        child=AskedChild(LINE, LINE),
        asks=(AskedField("owner", "soon", True),),
        vote=AskedVote("groups", 3, 2),
        checklist=(LINE,),
        script=(ScriptLine("write", LINE),),
        rules=(LINE,),
    )
    board = table.workshop.boards[added]
    assert board.child == {"label": LINE, "prompt": LINE}
    assert board.asks == ({"field": "owner", "column": "soon", "required": True},)
    assert board.vote == {"on": "groups", "each": 3, "most_on_one": 2, "budgets": {}}
    assert (board.checklist, board.rules, board.script) == ((LINE,), (LINE,), ({"phase": "write", "line": LINE},))


def test_two_columns_of_one_id_and_too_many_boards_are_refused(table: Table) -> None:
    with refused("malformed", field="columns"):
        adds(table, columns=(column("a"), column("a")))
    full, _ = with_boards(MOST_BOARDS)
    with refused("too_many_boards", limit=MOST_BOARDS):
        adds(full)


def test_undo_takes_it_away_but_not_with_a_card_on_it(table: Table) -> None:
    added = adds(table)
    table.does(FAY, "undo")
    assert table.workshop.order == (BOARD,)
    assert added not in table.workshop.boards
    table.does(FAY, "redo")
    table.does(CO, "add_card", board=added, text="มาแล้ว")
    with refused("changed_since"):
        table.does(FAY, "undo")


def test_people_write_on_it_only_when_it_takes_cards(table: Table) -> None:
    added = adds(table)
    with refused("not_accepting"):
        table.does(ANA, "submit_card", board=added, text="เร็วไป")
