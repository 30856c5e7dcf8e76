"""Cards are taken while people write, 30 seconds longer, and late after that; never beyond a quota."""

from __future__ import annotations

from dataclasses import replace

import pytest
from table import ANA, BEN, BOARD, FAY, Table, refused


def test_a_card_is_taken_while_people_write(table: Table) -> None:
    table.starts("write")
    card = table.card(table.writes(ANA, "ตู้น้ำ", proposed="open"))
    assert (card.text, card.proposed, card.author, card.late, card.shown) == ("ตู้น้ำ", "open", ANA, False, False)


@pytest.mark.parametrize("phases", [(), ("trial",), ("stopped",), ("show",), ("sort",)])
def test_nothing_is_taken_before_anybody_could_write(table: Table, phases: tuple[str, ...]) -> None:
    table.starts(*phases)
    with refused("not_accepting"):
        table.writes()
    table.starts("write")
    assert table.writes()


@pytest.mark.parametrize(("seconds", "late"), [(0, False), (29.9, False), (30, False), (30.1, True), (600, True)])
def test_thirty_seconds_of_grace_after_the_stop(table: Table, seconds: float, late: bool) -> None:
    table.starts("write", "stopped")
    table.waits(seconds=seconds)
    assert table.card(table.writes()).late is late


@pytest.mark.parametrize("phase", ["show", "sort", "join", "trial"])
def test_what_arrives_later_is_kept_as_late_and_hidden(table: Table, phase: str) -> None:
    table.starts("write", phase)
    card = table.card(table.writes())
    assert card.late
    assert not table.workshop.visible(card)


def test_grace_does_not_begin_again_when_stopped_is_left_and_entered(table: Table) -> None:
    table.starts("write", "stopped")
    table.waits(seconds=40)
    table.starts("show", "stopped")
    assert table.card(table.writes()).late


def test_a_finished_board_takes_nothing_until_it_is_opened_again(table: Table) -> None:
    table.starts("write", "finished")
    with refused("finished"):
        table.writes()
    table.starts("write")
    assert not table.card(table.writes()).late


def test_each_has_a_quota_and_the_neighbour_one_of_their_own() -> None:
    table = Table(cards_each=2, neighbour_cards=1)
    table.starts("write")
    table.writes(), table.writes(), table.writes(neighbour=True)
    with refused("no_cards_left", limit=2):
        table.writes()
    with refused("no_cards_left", limit=1):
        table.writes(neighbour=True)
    assert table.writes(BEN)
    table.does(FAY, "change_limits", board=BOARD, cards_each=3)
    assert table.writes()


def test_a_withdrawn_card_gives_its_place_back() -> None:
    table = Table(cards_each=1)
    table.starts("write")
    card = table.writes()
    table.does(ANA, "withdraw_card", card=card)
    assert table.writes()


def test_a_proposal_is_demanded_only_while_people_write() -> None:
    table = Table(proposals="required")
    table.starts("write")
    with refused("proposal_needed", field="proposed"):
        table.writes()
    with refused("proposal_needed", field="proposed"):
        table.writes(proposed="no-column")
    assert table.card(table.writes(proposed="close")).proposed == "close"
    table.starts("stopped")
    assert table.writes()


def test_a_proposal_that_is_not_asked_for_is_left_out() -> None:
    table = Table(proposals="off")
    table.starts("write")
    assert table.card(table.writes(proposed="close")).proposed is None


def test_a_stranger_and_a_locked_workshop_take_none(table: Table) -> None:
    table.starts("write", "finished")
    table.does(FAY, "lock_workshop")
    with refused("locked"):
        table.writes()


def test_somebody_the_log_does_not_know_is_refused(table: Table) -> None:
    table.starts("write")
    table.workshop = replace(table.workshop, participants=frozenset({BEN}))
    with refused("bad_token"):
        table.writes(ANA)
    assert table.writes(BEN)


def a_table_of_questions() -> Table:
    """A board that takes cards while others are shown, each after somebody has read it."""
    return Table(checking=True, while_shown=True)


def test_where_cards_come_while_others_are_shown_each_waits_to_be_read() -> None:
    table = a_table_of_questions()
    with refused("not_accepting"):
        table.writes(ANA)
    table.starts("sort")
    card = table.writes(ANA, "ใครตอบได้")
    assert not table.card(card).late
    assert not table.workshop.visible(table.card(card))
    table.does(ANA, "edit_card", card=card, text="ใครตอบเรื่องงบได้")
    table.does(FAY, "pass_cards", cards=(card,))
    assert table.workshop.visible(table.card(card))
    with refused("intake_over"):
        table.does(ANA, "edit_card", card=card, text="อย่างอื่น")
    assert table.order("close") == [card]
    assert table.does(FAY, "open_vote", board=BOARD).name == "vote_opened"
    assert not table.card(table.writes(BEN, "ยังถามได้")).late


def test_nothing_comes_unread_among_what_is_shown() -> None:
    table = a_table_of_questions()
    table.starts("sort")
    table.does(FAY, "stop_checking", board=BOARD)
    assert table.card(table.writes(ANA)).late
    ordinary = Table(checking=True)
    ordinary.starts("write", "sort")
    assert ordinary.card(ordinary.writes(ANA)).late
    table.starts("finished")
    with refused("finished"):
        table.writes(ANA)
