"""The queue among screens: a card is given back when the last screen of a link is gone."""

from __future__ import annotations

import pytest
from test_catching_up import must_show_the_truth
from venue import BOARD, Somebody, Venue


@pytest.fixture
def co(venue: Venue, fay: Somebody, ana: Somebody) -> Somebody:
    fay.starts("write")
    for number in range(3):
        ana.writes(f"บัตร {number}")
    fay.starts("sort")
    return venue.link("co_facilitator", "ผู้ช่วย")


def leave(venue: Venue, sid: str) -> None:
    venue.house.sockets.handlers["disconnect"](sid)
    # What queued together with the first wait is done before the second.
    venue.quiet()
    venue.quiet()


def held(screen: object) -> list[str]:
    return [key for key in screen.records if key.startswith("hold:")]  # type: ignore[attr-defined]


def test_a_card_is_given_back_when_the_last_screen_of_its_link_is_gone(
    venue: Venue, fay: Somebody, co: Somebody
) -> None:
    laptop, phone, tablet = fay.screen(), co.screen(), co.screen(audience="inbox")
    assert co.does("hold_next", board=BOARD)["ok"]
    assert held(laptop) == [f"hold:{co.id}"]
    leave(venue, phone.sid)
    assert held(laptop) == [f"hold:{co.id}"]
    leave(venue, tablet.sid)
    assert held(laptop) == []
    assert fay.does("hold_next", board=BOARD)["ok"]
    must_show_the_truth(venue, laptop)


def test_whoever_had_nothing_leaves_without_a_word(venue: Venue, fay: Somebody, co: Somebody) -> None:
    laptop, phone = fay.screen(), co.screen()
    before = venue.live.seq
    leave(venue, phone.sid)
    assert venue.live.seq == before
    assert held(laptop) == []


def test_a_card_that_was_placed_is_in_nobodys_hands_on_any_screen(venue: Venue, fay: Somebody, co: Somebody) -> None:
    laptop, desk = fay.screen(), fay.screen(audience="inbox")
    co.does("hold_next", board=BOARD)
    card = laptop.records[f"hold:{co.id}"]["card"]
    co.does("place_card", card=card, column="open")
    assert held(laptop) == held(desk) == []
    co.does("undo")
    assert laptop.records[f"hold:{co.id}"]["card"] == card
    must_show_the_truth(venue, laptop, desk)
