"""What a screen has must equal a fresh snapshot after every frame, and after every catch-up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from screen import Screen
from venue import BOARD, Somebody, Venue


def different(seen: dict[str, Any], true: dict[str, Any]) -> dict[str, Any]:
    return {key: (seen.get(key), true.get(key)) for key in seen.keys() | true if seen.get(key) != true.get(key)}


def must_show_the_truth(venue: Venue, *screens: Screen) -> None:
    venue.quiet()
    for screen in screens:
        records, mine = venue.truth(screen)
        assert different(screen.records, records) == {}, screen.audience
        assert different(screen.mine, mine) == {}, screen.audience


def test_a_phone_learns_from_a_catch_up_that_its_card_was_withdrawn(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    kept, gone = ana.writes("เก็บไว้"), ana.writes("ถอนแล้ว")
    screen = ana.screen()
    venue.house.sockets.hears[screen.sid] = lambda *_: None
    ana.does("withdraw_card", card=gone)
    assert f"mine:{gone}" in screen.mine
    screen.catch_up()
    assert screen.mine.keys() == {f"mine:{kept}"}
    must_show_the_truth(venue, screen)


def test_locking_takes_every_phones_own_cards_from_it(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    ana.writes("ไม่รู้ว่าใครเขียน")
    listening, deaf = ana.screen(), ana.screen(audience="reader")
    venue.house.sockets.hears[deaf.sid] = lambda *_: None
    fay.starts("finished")
    assert fay.does("lock_workshop")["ok"]
    assert listening.mine == {}
    deaf.catch_up()
    assert deaf.mine == {}
    must_show_the_truth(venue, listening, deaf)


def test_a_card_that_an_undo_hides_leaves_the_large_views(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    card = ana.writes("ตู้น้ำ")
    fay.starts("sort")
    fay.does("park_cards", cards=[card])
    fay.does("bring_back_cards", cards=[card])
    fay.does("focus", board=BOARD, card=card)
    wall = venue.link("wall").screen()
    assert wall.records[f"spotlight:{BOARD}"]["focus"] == {"card": card}
    assert fay.does("undo")["ok"]
    assert wall.records[f"spotlight:{BOARD}"]["focus"] is None
    must_show_the_truth(venue, wall)
    assert fay.does("redo")["ok"]
    assert wall.records[f"spotlight:{BOARD}"]["focus"] is None
    must_show_the_truth(venue, wall)


def test_a_card_that_a_redo_parks_leaves_the_large_views(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    card = ana.writes("ตู้น้ำ")
    fay.starts("sort")
    wall = venue.link("wall").screen()
    fay.does("park_cards", cards=[card])
    fay.does("undo")
    fay.does("focus", board=BOARD, card=card)
    assert fay.does("redo")["ok"]
    assert wall.records[f"spotlight:{BOARD}"]["focus"] is None
    must_show_the_truth(venue, wall)


def test_an_added_card_that_is_undone_leaves_the_large_views(venue: Venue, fay: Somebody) -> None:
    fay.starts("write")
    fay.starts("sort")
    fay.does("add_card", id="the-added-card-1", board=BOARD, text="จากห้อง")
    fay.does("read_card", board=BOARD, card="the-added-card-1")
    wall = venue.link("wall").screen()
    assert wall.records[f"spotlight:{BOARD}"]["reading"] == "the-added-card-1"
    assert fay.does("undo")["ok"]
    assert wall.records[f"spotlight:{BOARD}"]["reading"] is None
    must_show_the_truth(venue, wall)


def test_a_catch_up_drops_a_late_card_whose_acceptance_was_undone(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    fay.starts("sort")
    late = ana.writes("มาช้า")
    wall = venue.link("wall").screen()
    fay.does("accept_late_cards", cards=[late])
    assert f"card:{late}" in wall.records
    venue.house.sockets.hears[wall.sid] = lambda *_: None
    assert fay.does("undo")["ok"]
    wall.catch_up()
    assert f"card:{late}" not in wall.records
    must_show_the_truth(venue, wall)


@pytest.mark.parametrize("audience", ["participant", "reader"])
def test_who_came_between_a_change_and_its_undoing_hears_of_both(
    open_venue: Callable[..., Venue], audience: str
) -> None:
    """Phones are told several changes at once: to those who were there before, nothing has changed."""
    venue = open_venue(seconds=3_600)
    fay, ana = venue.fay, venue.joins()
    fay.starts("write")
    card = ana.writes("ตู้น้ำ")
    fay.starts("sort")
    venue.quiet()
    before = ana.screen(audience=audience)
    fay.does("star_cards", cards=[card])
    venue.quiet()
    fay.does("park_cards", cards=[card])
    between = ana.screen(audience=audience)
    fay.does("undo")
    must_show_the_truth(venue, before, between)
    fay.does("fix_card", card=card, text="ตู้น้ำดื่ม")
    must_show_the_truth(venue, before, between)
