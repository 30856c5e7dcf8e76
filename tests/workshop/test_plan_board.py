"""What a step of the agenda is called, how long it takes, and what is said in it."""

from __future__ import annotations

from boards import with_boards
from table import FAY, refused

from server.workshop.plan_board import PlannedChild
from server.workshop.set_up import AskedField, AskedVote, ScriptLine
from server.workshop.views import record

LINE = {"th": "ขอคนละสามใบ", "en": "Three cards each"}


def test_a_plan_is_made_changed_and_taken_back() -> None:
    table, (_, second, _) = with_boards()
    table.does(FAY, "plan_board", board=second, title="ทิศทาง", minutes=25, script=(ScriptLine("write", LINE),))
    board = table.workshop.boards[second]
    assert (board.title, board.minutes, board.script) == ("ทิศทาง", 25, ({"phase": "write", "line": LINE},))
    table.does(FAY, "plan_board", board=second, minutes=0, rules=(LINE,), checklist=(LINE,))
    board = table.workshop.boards[second]
    assert (board.title, board.minutes, board.rules, board.checklist) == ("ทิศทาง", 0, (LINE,), (LINE,))
    table.does(FAY, "undo")
    assert table.workshop.boards[second].minutes == 25


def test_a_break_after_a_step_is_planned_too() -> None:
    table, (first, *_) = with_boards()
    table.does(FAY, "plan_board", board=first, break_minutes=15)
    table.does(FAY, "plan_board", board=first, title="ก่อนพัก")
    agenda = record(table.workshop, "agenda", "facilitator")
    assert agenda is not None
    assert [step["break_minutes"] for step in agenda["steps"]] == [15, 0, 0]
    table.does(FAY, "undo")
    table.does(FAY, "undo")
    assert table.workshop.boards[first].break_minutes == 0


def test_the_same_plan_is_no_step_and_a_board_must_be_there() -> None:
    table, (_, second, _) = with_boards()
    assert table.does(FAY, "plan_board", board=second, minutes=0).name == "already_so"
    with refused("no_such_board"):
        table.does(FAY, "plan_board", board="board-9", minutes=5)


def test_the_script_is_for_those_who_lead_and_the_rules_for_everybody() -> None:
    table, (first, *_) = with_boards()
    table.does(FAY, "plan_board", board=first, script=(ScriptLine("write", LINE),), rules=(LINE,))
    for audience in ("participant", "reader", "wall"):
        seen = record(table.workshop, f"board:{first}", audience)
        assert seen is not None
        assert "script" not in seen
        assert seen["rules"] == [LINE]
    assert record(table.workshop, f"board:{first}", "facilitator")["script"] == [{"phase": "write", "line": LINE}]


def test_what_hangs_below_what_is_asked_and_how_people_vote_are_planned_and_taken_back() -> None:
    table, (first, *_) = with_boards()
    before = table.workshop.boards[first]
    table.does(FAY, "plan_board", board=first, child=PlannedChild(LINE, LINE))
    table.does(FAY, "plan_board", board=first, asks=(AskedField("owner", "close", required=True),))
    table.does(FAY, "plan_board", board=first, vote=AskedVote("cards", 4, 2, {"close": 1, "open": 3}))
    board = table.workshop.boards[first]
    assert board.child == {"label": LINE, "prompt": LINE}
    assert board.asks == ({"field": "owner", "column": "close", "required": True},)
    assert board.vote == {"on": "cards", "each": 4, "most_on_one": 2, "budgets": {"close": 1, "open": 3}}
    for _ in range(3):
        table.does(FAY, "undo")
    assert table.workshop.boards[first] == before


def test_without_a_label_child_cards_have_no_name_of_their_own() -> None:
    table, (first, *_) = with_boards()
    empty = {"th": "", "en": ""}
    table.does(FAY, "plan_board", board=first, child=PlannedChild(LINE, LINE))
    table.does(FAY, "plan_board", board=first, child=PlannedChild(empty, LINE), asks=())
    assert table.workshop.boards[first].child is None
    assert table.does(FAY, "plan_board", board=first, child=PlannedChild(empty, empty)).name == "already_so"


def test_nothing_is_asked_or_voted_in_a_column_that_is_not_there() -> None:
    table, (first, *_) = with_boards()
    with refused("no_such_column"):
        table.does(FAY, "plan_board", board=first, asks=(AskedField("owner", "elsewhere"),))
    with refused("no_such_column"):
        table.does(FAY, "plan_board", board=first, vote=AskedVote("groups", 4, 2, {"elsewhere": 1}))
