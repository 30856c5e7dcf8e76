"""The board as the facilitator's screen showed it; what may not be seen now is never told again."""

from __future__ import annotations

import json
from typing import Any

from day import UNSHOWN, Day
from telling import at_the_end, replayed
from venue import BOARD, Somebody, Venue

from server.history.reading import as_of
from server.workshop import Workshop
from server.workshop.views import FACILITATOR, snapshot


def on_the_screen(venue: Venue) -> dict[str, Any]:
    """What the facilitator's screen shows of the board now, places only."""
    fields = ("column", "group", "under", "parent", "rank", "starred")
    return {
        key: {field: record[field] for field in fields if field in record}
        for key, record in snapshot(venue.live.workshop, FACILITATOR).items()
        if key.startswith(("card:", "group:")) and record["board"] == BOARD
    }


def test_it_ends_with_the_board_as_it_is_and_begins_with_nothing(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    cards = [ana.writes(f"บัตร {number}") for number in range(3)]
    fay.starts("sort")
    fay.does("move_cards", cards=cards[:2], column="close")
    fay.does("star_cards", cards=cards[:1])
    told = replayed(venue)
    assert at_the_end(told) == on_the_screen(venue)
    shown = [frame for frame in told["frames"] if "put" in frame]
    assert [frame["name"] for frame in shown] == ["phase_started", "cards_moved", "cards_starred"]
    assert [len(frame["put"]) for frame in shown] == [3, 2, 1]
    assert sorted(told["texts"].values()) == [f"บัตร {number}" for number in range(3)]


def test_a_card_hidden_since_has_a_place_and_no_words(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    card = ana.writes("อย่าให้ใครเห็นอีก")
    fay.starts("sort")
    fay.does("place_card", card=card, column="close")
    assert "อย่าให้ใครเห็นอีก" in json.dumps(replayed(venue), ensure_ascii=False)
    fay.does("park_cards", cards=[card])
    told = replayed(venue)
    assert told["texts"] == {card: None}
    assert "อย่าให้ใครเห็นอีก" not in json.dumps(told, ensure_ascii=False)
    assert at_the_end(told) == {}


def test_a_card_erased_before_it_was_shown_was_never_there(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    card = ana.writes("ขอถอนคืน")
    assert ana.does("withdraw_card", card=card)["ok"]
    fay.starts("sort")
    assert card not in json.dumps(replayed(venue))


def test_an_earlier_wording_does_not_come_back(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    card = ana.writes("คำหยาบ")
    fay.starts("sort")
    fay.does("fix_card", card=card, text="คำสุภาพ")
    told = replayed(venue)
    assert told["texts"] == {card: "คำสุภาพ"}
    assert "คำหยาบ" not in json.dumps(told, ensure_ascii=False)


def test_no_moment_of_a_day_tells_hidden_words_or_a_person(venue: Venue) -> None:
    day = Day.of(venue)
    for count, _ in enumerate(day.live_through()):
        if count % 3:
            continue
        told = json.dumps(replayed(venue), ensure_ascii=False)
        for words in UNSHOWN:
            assert words not in told
        assert day.ana.id not in told
        assert day.ben.id not in told
        assert not any(secret in told for secret in venue.secrets)
        assert at_the_end(replayed(venue)) == on_the_screen(venue)


def test_the_workshop_as_of_a_moment_is_what_it_was(venue: Venue) -> None:
    day = Day.of(venue)
    was = [(venue.live.seq, venue.live.workshop) for _ in day.live_through()]
    for seq, workshop in was[::9]:
        then = as_of(venue.house.engine, venue.id, seq)
        assert then.groups == workshop.groups
        assert places(then) == places(workshop)


def places(workshop: Workshop) -> dict[str, tuple[str | None, str | None, str]]:
    return {name: (card.column, card.group, card.rank) for name, card in workshop.cards.items()}
