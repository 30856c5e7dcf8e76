"""A card is its writer's until the room has it."""

from __future__ import annotations

from typing import Any

import pytest
from table import ANA, BEN, FAY, Table, refused


def test_a_writer_changes_their_card_while_people_write(table: Table) -> None:
    table.starts("write")
    card = table.writes(ANA, "ผิด", proposed="close")
    table.does(FAY, "fix_card", card=card, text="แก้")
    table.does(ANA, "edit_card", card=card, text="ถูก", proposed="open")
    assert (table.card(card).text, table.card(card).original, table.card(card).proposed) == ("ถูก", None, "open")
    assert table.does(ANA, "edit_card", card=card, text="ถูก", proposed="open").name == "already_so"


def test_nobody_changes_another_persons_card(table: Table) -> None:
    table.starts("write")
    card = table.writes(ANA)
    with refused("not_yours", field="card"):
        table.does(BEN, "edit_card", card=card, text="ของฉัน")
    with refused("no_such_card", field="card"):
        table.does(BEN, "edit_card", card="no-card-of-thatid", text="ของฉัน")


@pytest.mark.parametrize(("phases", "wait"), [(("show",), 0), (("stopped",), 31), (("show", "write"), 0)])
def test_it_is_too_late_when_the_room_has_it_or_intake_is_over(table: Table, phases: Any, wait: int) -> None:
    table.starts("write")
    card = table.writes()
    table.starts(*phases)
    table.waits(seconds=wait)
    with refused("intake_over"):
        table.does(ANA, "edit_card", card=card, text="ใหม่")


def test_a_late_card_stays_the_writers_until_it_is_accepted(table: Table) -> None:
    table.starts("write", "sort")
    card = table.writes()
    assert table.does(ANA, "edit_card", card=card, text="ใหม่").name == "card_edited"
    table.does(FAY, "accept_late_cards", cards=(card,))
    with refused("intake_over"):
        table.does(ANA, "edit_card", card=card, text="อีก")
