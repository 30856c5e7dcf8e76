"""The facilitator has explained a card: the mark goes, on every phone too."""

from __future__ import annotations

from table import ANA, BEN, CO, refused, sorting

from server.workshop.views.cards import own_place


def test_everybodys_question_is_answered_at_once() -> None:
    table, (first, *_) = sorting()
    table.does(ANA, "ask_about", card=first)
    table.does(BEN, "ask_about", card=first)
    table.does(CO, "answer_card", card=first)
    assert (own_place(table.workshop, ANA), own_place(table.workshop, BEN)) == (None, None)
    assert table.does(CO, "answer_card", card=first).name == "already_so"


def test_a_card_that_is_not_there_cannot_be_explained() -> None:
    table, _ = sorting()
    with refused("no_such_card", field="card"):
        table.does(CO, "answer_card", card="no-card-of-thatid"[:16])
    with refused("forbidden"):
        table.does(ANA, "answer_card", card="no-card-of-thatid"[:16])
