"""The log in words: anybody with the facilitator's link may read it, and nobody learns who wrote what."""

from __future__ import annotations

import json

from day import UNSHOWN, Day
from telling import history
from venue import BOARD, Somebody, Venue, an_id

from server.workshop import EVENTS


def test_a_line_says_when_who_what_and_how_many(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    helper = venue.link("co_facilitator", "ผู้ช่วย")
    fay.starts("write")
    cards = [ana.writes(f"บัตร {number}") for number in range(3)]
    fay.starts("sort")
    helper.does("move_cards", cards=cards, column="improve")
    line = history(venue)[0]
    assert line["name"] == "cards_moved"
    assert line["who"] == {"role": "co_facilitator", "key": helper.id, "name": "ผู้ช่วย"}
    assert line["what"] == {"column": "improve", "count": 3}
    assert line["at"].startswith("2026-11-22T02:00")


def test_one_card_is_named_while_it_may_be_seen(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    card = ana.writes("เลิกรายงานซ้ำ")
    fay.starts("sort")
    fay.does("place_card", card=card, column="close")
    assert history(venue)[0]["what"] == {"column": "close", "count": 1, "text": "เลิกรายงานซ้ำ"}
    fay.does("park_cards", cards=[card])
    assert "เลิกรายงานซ้ำ" not in json.dumps(history(venue), ensure_ascii=False)


def test_what_people_sent_is_counted_by_the_minute_and_names_nobody(
    venue: Venue, fay: Somebody, ana: Somebody, ben: Somebody
) -> None:
    fay.starts("write")
    for number in range(3):
        ana.writes(f"ของแอน {number}")
        venue.clock.wait(seconds=7)
    ben.writes("ของเบน")
    venue.clock.wait(seconds=60)
    ben.writes("อีกใบ")
    sent = [line for line in history(venue) if line["name"] == "card_submitted"]
    assert [line["what"] for line in sent] == [{"count": 1}, {"count": 4}]
    assert {json.dumps(line["who"]) for line in sent} == {'{"role": "participant"}'}
    assert all(line["at"].endswith(":00.000Z") for line in sent)


def test_a_break_says_how_long_it_is_to_last_and_a_pause_does_not(venue: Venue, fay: Somebody) -> None:
    fay.does("pause_phones")
    assert history(venue)[0]["what"] == {"count": 1}
    fay.does("pause_phones", minutes=15)
    assert history(venue)[0]["what"] == {"count": 1, "minutes": 15}


def test_an_undo_says_what_it_took_back(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    card = ana.writes("บัตร")
    fay.starts("sort")
    fay.does("place_card", card=card, column="open")
    fay.does("undo")
    assert history(venue)[0]["what"] == {"count": 1, "step": "card_placed", "step_count": 1}


def test_it_can_be_read_page_by_page(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    for number in range(5):
        fay.does("add_card", id=an_id(), board=BOARD, text=f"บัตร {number}")
    whole = history(venue)
    assert history(venue, limit=3) == whole[:3]
    assert len(whole) > 7


def test_no_line_of_a_day_holds_hidden_words_or_a_person(venue: Venue) -> None:
    day = Day.of(venue)
    for _ in day.live_through():
        told = json.dumps(history(venue), ensure_ascii=False)
        for words in UNSHOWN:
            assert words not in told
        for person in (day.ana.id, day.ben.id):
            assert person not in told
        assert not any(secret in told for secret in venue.secrets)
    names = {line["name"] for line in history(venue)}
    assert names >= set(EVENTS) - {"already_so", "workshop_restored", "workshop_locked"} - ONLY_ELSEWHERE


# Things that a day of these rules does not hold: they begin the next workshop.
ONLY_ELSEWHERE = {"promises_brought"}
