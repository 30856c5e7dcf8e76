"""A participant says how the day was."""

from __future__ import annotations

from table import ANA, BEN, BOARD, FAY, Table, refused


def test_the_newest_answer_of_a_person_counts(table: Table) -> None:
    with refused("not_accepting"):
        table.does(ANA, "check_out", mood=3)
    table.does(FAY, "open_check_out")
    table.does(ANA, "check_out", mood=3, line="พอใช้")
    table.does(ANA, "check_out", mood=4, line="ดี")
    table.does(BEN, "check_out", mood=4)
    assert table.workshop.leaving.moods() == [0, 0, 0, 2, 0]
    assert table.workshop.leaving.lines() == ["ดี"]
    assert table.does(BEN, "check_out", mood=4).name == "already_so"


def test_locking_forgets_whose_answer_it_was(table: Table) -> None:
    table.does(FAY, "open_check_out")
    table.does(ANA, "check_out", mood=1, line="เหนื่อย")
    table.does(BEN, "check_out", mood=5)
    table.does(FAY, "start_phase", board=BOARD, phase="finished")
    table.does(FAY, "lock_workshop")
    assert table.workshop.leaving.answers == {}
    assert table.workshop.leaving.moods() == [1, 0, 0, 0, 1]
    assert table.workshop.leaving.lines() == ["เหนื่อย"]
