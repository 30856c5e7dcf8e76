"""The room goes to another board; what was left stays as it is."""

from __future__ import annotations

from boards import with_boards
from table import ANA, BOARD, CO, FAY, refused

from server.frames import delta
from server.workshop.clock import iso
from server.workshop.views import AUDIENCES, DESK, record, snapshot, told_first


def test_the_room_moves_on_and_back_and_nothing_is_lost() -> None:
    table, (first, second, _) = with_boards()
    table.starts("write")
    card = table.writes(ANA)
    table.starts("sort")
    table.does(FAY, "open_board", board=second)
    assert (table.workshop.active, table.board.phase) == (second, "sort")
    table.does(CO, "open_board", board=first)
    assert table.workshop.active == first
    assert table.workshop.visible(table.card(card))
    assert table.does(FAY, "open_board", board=first).name == "already_so"
    with refused("no_such_board"):
        table.does(FAY, "open_board", board="board-9")


def test_phones_and_wall_see_the_board_they_are_at_and_no_other() -> None:
    table, (first, second, third) = with_boards()
    table.starts("write")
    table.writes(ANA, "บัตรของกระดานแรก")
    table.starts("show")
    table.does(FAY, "open_board", board=second)
    for audience in set(AUDIENCES) - DESK - {"result"}:
        seen = snapshot(table.workshop, audience)
        assert seen["workshop"]["boards"] == [second]
        assert {key.partition(":")[2] for key in seen if key.startswith("board:")} == {second}
        assert not [key for key in seen if key.startswith("card:")]
        assert "agenda" not in seen
    for audience in DESK:
        assert snapshot(table.workshop, audience)["workshop"]["boards"] == [first, second, third]


def test_a_result_shows_all_that_is_finished_and_nothing_else() -> None:
    table, (first, second, _) = with_boards()
    table.starts("finished")
    table.does(FAY, "open_board", board=second)
    assert record(table.workshop, "workshop", "result")["boards"] == [first]
    table.does(FAY, "start_phase", board=second, phase="finished")
    assert record(table.workshop, "workshop", "result")["boards"] == [first, second]


def test_each_step_knows_when_it_began_and_ended() -> None:
    table, (first, second, _) = with_boards()
    assert table.board.started_at is None
    table.starts("trial")
    began = iso(table.now)
    table.waits(minutes=20)
    table.does(FAY, "open_board", board=second)
    steps = {one["board"]: one for one in record(table.workshop, "agenda", "facilitator")["steps"]}
    assert (steps[first]["started_at"], steps[first]["ended_at"]) == (began, iso(table.now))
    assert (steps[second]["started_at"], steps[second]["ended_at"]) == (iso(table.now), None)
    table.waits(minutes=5)
    table.does(FAY, "open_board", board=first)
    assert (table.board.started_at, table.board.ended_at) == (began, None)
    table.starts("finished")
    assert table.board.ended_at == iso(table.now)


def test_a_countdown_ends_with_the_board_it_was_for_and_late_cards_still_arrive() -> None:
    table, (_, second, _) = with_boards()
    table.starts("write")
    table.does(FAY, "open_board", board=second)
    assert table.board.timer is None
    assert not table.card(table.writes(ANA, "เขียนก่อนไป")).late
    assert table.workshop.cards
    assert BOARD in table.workshop.boards


def test_a_desk_is_told_of_the_cards_and_votes_of_the_open_board_only_until_the_room_goes_elsewhere() -> None:
    table, (first, second, _) = with_boards()
    table.starts("write")
    card = table.writes(ANA)
    table.starts("show")
    table.does(FAY, "move_cards", cards=(card,), column="close")
    table.does(FAY, "open_vote", "the-vote-here-01", board=first, each=1, most_on_one=1)
    table.does(FAY, "add_card", "the-card-there-1", board=second, text="เตรียมไว้", column="soon")
    table.does(FAY, "start_phase", board=second, phase="show")
    here, there = {f"card:{card}", "vote:the-vote-here-01"}, {"card:the-card-there-1"}
    before = table.workshop
    table.does(FAY, "open_board", board=second)
    for audience in DESK:
        assert all(record(state, key, audience) for state in (before, table.workshop) for key in here | there)
        assert told_first(before, audience).keys() & (here | there) == here
        assert told_first(table.workshop, audience).keys() & (here | there) == there
        changed = delta(before, table.workshop, table.touched, audience)
        assert here <= set(changed.drop)
        assert there <= changed.put.keys()
