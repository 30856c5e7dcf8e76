"""Phones that list the cards are told each card briefly, and know it as fully as everybody else."""

from __future__ import annotations

import json

from venue import BOARD, Somebody, Venue

from server.short import keep_words
from server.workshop import EVENTS


def test_a_card_that_is_moved_is_told_to_phones_without_its_words(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    card = ana.writes("คำยาวของบัตรใบนี้")
    fay.starts("show")
    fay.starts("sort")
    phone = ana.screen(audience="reader")
    fay.does("move_cards", cards=[card], column="open")
    venue.quiet()
    frame = json.loads(phone.frames[-1][1])["put"][f"card:{card}"]
    assert frame == {"column": "open", "rank": frame["rank"]}
    assert (phone.records, phone.mine) == venue.truth(phone)
    fay.does("fix_card", card=card, text="คำใหม่")
    venue.quiet()
    assert json.loads(phone.frames[-1][1])["put"][f"card:{card}"]["text"] == "คำใหม่"
    assert (phone.records, phone.mine) == venue.truth(phone)


def test_a_phone_is_told_what_is_out_of_the_ordinary_about_the_card_that_is_read(
    venue: Venue, fay: Somebody, ana: Somebody
) -> None:
    fay.starts("write")
    card = ana.writes("คำของบัตร")
    fay.starts("show")
    phone, wall = ana.screen(audience="reader"), venue.link("wall").screen()
    fay.starts("sort")
    venue.quiet()
    assert phone.records[f"spotlight:{BOARD}"] == {"reading": card}
    assert wall.records[f"spotlight:{BOARD}"] == {"reading": card, "focus": None, "view": "board", "page": 0}
    assert phone.events == []
    assert "phase_started" in wall.events
    assert (phone.records, phone.mine) == venue.truth(phone)


def test_a_phone_is_not_told_of_what_is_read_while_another_card_is_shown_large(
    venue: Venue, fay: Somebody, ana: Somebody
) -> None:
    fay.starts("write")
    shown, *others = (ana.writes(f"คำที่ {number}") for number in range(3))
    fay.starts("show")
    fay.starts("sort")
    phone = ana.screen(audience="reader")
    fay.does("focus", board=BOARD, card=shown)
    venue.quiet()
    assert phone.records[f"spotlight:{BOARD}"] == {"focus": {"card": shown}}
    frames = len(phone.frames)
    for card in others:
        fay.does("place_card", card=card, column="open")
        venue.quiet()
    put = [json.loads(text)["put"] for _, text in phone.frames[frames:]]
    assert [list(one) for one in put] == [[f"card:{card}"] for card in others]
    fay.does("focus", board=BOARD)
    fay.does("move_cards", cards=[shown], column=None)
    fay.does("read_card", board=BOARD, card=shown)
    venue.quiet()
    assert phone.records[f"spotlight:{BOARD}"] == {"reading": shown}
    assert (phone.records, phone.mine) == venue.truth(phone)


def test_the_wall_is_told_whole_cards(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    card = ana.writes("คำของบัตร")
    fay.starts("show")
    fay.starts("sort")
    wall = venue.link("wall").screen()
    fay.does("move_cards", cards=[card], column="open")
    venue.quiet()
    assert json.loads(wall.frames[-1][1])["put"][f"card:{card}"].keys() >= {"id", "text", "starred"}


def test_events_that_change_or_hide_words_are_not_among_those_that_keep_them() -> None:
    assert keep_words(["cards_moved", "focused"])
    for name, event in EVENTS.items():
        assert not (keep_words([name]) and event.words), name
    for name in ("card_fixed", "cards_parked", "cards_brought_back", "step_undone", "step_redone", "phase_started"):
        assert not keep_words(["cards_moved", name]), name
