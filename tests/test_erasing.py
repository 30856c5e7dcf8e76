"""A withdrawn card's words are gone from memory, from the log, from every file; and the log still folds."""

from __future__ import annotations

import pytest
from venue import Somebody, Venue

from server.shelf import Shelf


def replayed(venue: Venue) -> object:
    return Shelf(venue.house.engine).find(venue.id).workshop  # type: ignore[union-attr]


@pytest.mark.parametrize("after", [(), ("undo",), ("undo", "redo"), ("undo", "redo", "undo")])
def test_a_workshop_opens_again_after_a_corrected_card_was_withdrawn(
    venue: Venue, fay: Somebody, ana: Somebody, after: tuple[str, ...]
) -> None:
    fay.starts("write")
    fay.does("rename_workshop", title="ก่อน")
    card = ana.writes("ผิดดด")
    assert fay.does("fix_card", card=card, text="ผิด")["ok"]
    for verb in after:
        assert fay.does(verb)["ok"]
    assert ana.does("withdraw_card", card=card)["ok"]
    assert replayed(venue) == venue.live.workshop
    venue.restart()
    assert fay.does("undo")["ok"]
    assert card not in venue.live.workshop.cards


def test_undoing_a_move_of_several_gives_back_those_that_are_left(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    kept, gone = ana.writes("เก็บ"), ana.writes("ถอน")
    fay.does("move_cards", cards=[kept, gone], column="open")
    ana.does("withdraw_card", card=gone)
    assert fay.does("undo")["ok"]
    cards = venue.live.workshop.cards
    assert cards.keys() == {kept}
    assert cards[kept].column is None
    assert replayed(venue) == venue.live.workshop
