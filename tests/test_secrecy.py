"""Hidden is hidden on the server: every frame of every audience through a whole workshop is read here."""

from __future__ import annotations

import json
import logging
import re
import secrets
import shutil
from pathlib import Path

import pytest
from day import PREPARED, UNSHOWN, Day
from screen import Screen
from test_verify_action import listeners
from venue import BOARD, SECRET, Somebody, Venue

from server import database
from server.workshop import SYSTEM

OWN = "mine"


@pytest.fixture(scope="module")
def logged() -> list[str]:
    return []


@pytest.fixture
def day(venue: Venue, caplog: pytest.LogCaptureFixture) -> tuple[Day, list[Screen]]:
    """A whole workshop, with screens that listen live, catch up at times, and come in at every moment."""
    caplog.set_level(logging.DEBUG, logger="batkham")
    day = Day.of(venue)
    screens = listeners(day)
    for count, _ in enumerate(day.live_through()):
        if count % 5 == 0:
            for screen in screens[:8]:
                screen.catch_up()
        screens += [day.ana.screen(audience="reader"), day.ben.screen(), day.wall.screen(), day.result.screen()]
        screens += [venue.fay.screen()]
        for late in screens[-5:]:
            venue.house.sockets.hears[late.sid] = lambda *_: None
    return day, screens


def shared(text: str) -> str:
    """A frame without the part that is its phone's own."""
    body = json.loads(text)
    body.pop(OWN, None)
    if "changes" in body:
        body["changes"].pop(OWN, None)
    return json.dumps(body, ensure_ascii=False)


def everything(screens: list[Screen], *audiences: str) -> list[tuple[Screen, str]]:
    return [(one, text) for one in screens for _, text in one.frames if one.audience in audiences]


def test_no_screen_but_the_private_one_ever_gets_unshown_words(day: tuple[Day, list[Screen]]) -> None:
    _, screens = day
    told = everything(screens, "participant", "reader", "wall", "facilitator", "result")
    assert len(told) > 500
    for screen, text in told:
        for words in UNSHOWN:
            assert words not in shared(text), (screen.audience, text)
    assert any(UNSHOWN[0] in text for _, text in everything(screens, "inbox"))


def test_a_board_prepared_for_later_is_the_facilitators_only(day: tuple[Day, list[Screen]]) -> None:
    people, screens = day
    later = set(people.venue.live.workshop.order) - {BOARD}
    for screen, text in everything(screens, "participant", "reader", "wall", "result"):
        assert not any(words in text for words in PREPARED[:4]), (screen.audience, text)
        body = json.loads(text)
        named = {*body.get("put", ()), *body.get("drop", ()), *body.get("snapshot", ())}
        if body.get("to", body.get("seq", 0)) < people.moved_on:
            assert not {key for key in named if key.partition(":")[2] in later}, (screen.audience, text)
            assert PREPARED[4] not in text
    desk = "".join(text for _, text in everything(screens, "facilitator"))
    assert all(words in desk for words in PREPARED[:4])
    assert any(PREPARED[4] in text for _, text in everything(screens, "wall"))


def test_nobody_elses_own_cards_reach_a_phone(day: tuple[Day, list[Screen]]) -> None:
    people, screens = day
    wrote = {people.ana.id: ("ความลับของแอน", "เขียนผิดไปมาก", "มาช้าไปหน่อย"), people.ben.id: ("พักไว้ก่อนเถอะ", "ถอนคืนแล้วนะ")}
    for screen, text in everything(screens, "participant", "reader"):
        for writer, words in wrote.items():
            if writer != screen.who.id:
                assert not any(word in text for word in words), (screen.audience, text)
    assert any("ความลับของแอน" in text for screen, text in everything(screens, "participant"))


def test_no_frame_names_an_author(day: tuple[Day, list[Screen]]) -> None:
    people, screens = day
    writers = (people.ana.id, people.ben.id)
    for screen, text in everything(screens, "participant", "reader", "wall", "facilitator", "inbox", "result"):
        assert not any(writer in text for writer in writers), (screen.audience, text)
        assert '"author"' not in text


def test_no_frame_holds_a_key_a_token_or_a_secret(day: tuple[Day, list[Screen]]) -> None:
    people, screens = day
    secrets = [*people.venue.secrets, SECRET]
    assert len(secrets) > 8
    for screen, text in everything(screens, "participant", "reader", "wall", "facilitator", "inbox", "result"):
        assert not any(secret in text for secret in secrets), (screen.audience, text)


def test_only_the_room_hears_the_code_and_the_wifi(day: tuple[Day, list[Screen]]) -> None:
    people, screens = day
    for screen, text in everything(screens, "participant", "reader", "result"):
        assert "wifi-pass" not in text, screen.audience
        assert people.venue.code not in text, screen.audience
    assert any("wifi-pass" in text for _, text in everything(screens, "wall"))


def test_only_the_desk_hears_of_keys_and_steps(day: tuple[Day, list[Screen]]) -> None:
    _, screens = day
    for screen, text in everything(screens, "participant", "reader", "wall", "result"):
        assert not re.search(r'"(key|steps|hold|tables):', text), (screen.audience, text)


def test_a_seat_and_a_question_are_told_to_their_own_phone_alone(day: tuple[Day, list[Screen]]) -> None:
    people, screens = day
    asked = f'"asked": ["{people.cards["second"]}"'
    for screen, text in everything(screens, "participant", "reader", "wall", "facilitator", "inbox", "result"):
        assert '"me:' not in text, (screen.audience, text)
        if screen.who.id != people.ana.id and people.ben.id != screen.who.id:
            assert asked not in text, (screen.audience, text)
    ana = [text for screen, text in everything(screens, "participant", "reader") if screen.who.id == people.ana.id]
    assert any(asked in text.replace('":[', '": [') for text in ana)


def test_no_card_is_even_named_before_it_is_shown(day: tuple[Day, list[Screen]]) -> None:
    people, screens = day
    hidden = {people.cards[label] for label in ("parked", "secret", "too late")}
    for screen, text in everything(screens, "participant", "reader", "wall", "facilitator", "result"):
        assert not any(card in shared(text) for card in hidden), (screen.audience, text)


def test_a_finished_board_reaches_the_result_and_nothing_before(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    result = venue.link("result").screen()
    fay.starts("write")
    ana.writes("ยังไม่ใช่ผล")
    fay.starts("sort")
    assert not any("ยังไม่ใช่ผล" in text or "board:" in text for _, text in result.frames)
    fay.starts("finished")
    assert "ยังไม่ใช่ผล" in result.frames[-1][1]
    fay.starts("sort")
    assert not any(key.startswith(("card:", "board:", "counts:")) for key in result.records)


def test_the_order_of_shown_cards_does_not_betray_who_came_first(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.does("change_limits", board=BOARD, cards_each=50)
    fay.starts("write")
    sent = [secrets.token_urlsafe(12) for _ in range(24)]
    for card in sent:
        assert ana.does("submit_card", id=card, board=BOARD, text="บัตร")["ok"]
    wall = venue.link("wall").screen()
    fay.starts("show")
    frame = json.loads(wall.frames[-1][1])
    names = [key.removeprefix("card:") for key in frame["put"] if key.startswith("card:")]
    places = sorted(sent, key=lambda card: (wall.records[f"card:{card}"]["rank"], card))
    assert sorted(names) == sorted(sent)
    assert places != sent
    assert places != sent[::-1]
    # The keys come by id, which is drawn at random on the phone, never by time of arrival.
    assert names == sorted(names)
    cold = venue.link("wall").screen()
    told = [key.removeprefix("card:") for key in cold.records if key.startswith("card:")]
    assert told == sorted(told), "a snapshot lists the cards in the order they came"


def test_the_log_of_the_server_holds_no_words_and_no_secrets(
    day: tuple[Day, list[Screen]], caplog: pytest.LogCaptureFixture
) -> None:
    people, _ = day
    text = "\n".join(caplog.messages)
    words = {card.text for card in people.venue.live.workshop.cards.values()} | set(UNSHOWN)
    assert not any(word in text for word in (*words, *people.venue.secrets, "wifi-pass"))


def files_of(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in sorted(path.parent.glob(f"{path.name}*")))


def test_withdrawn_words_are_in_no_file_any_more(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    gone, kept = ana.writes("คำที่ต้องหายไป"), ana.writes("คำที่อยู่ต่อ")
    fay.does("fix_card", card=gone, text="คำที่ต้องหายไปด้วย")
    ana.does("edit_card", card=gone, text="คำที่ต้องหายไปอีก")
    assert "คำที่ต้องหายไป".encode() in files_of(venue.path)
    ana.does("withdraw_card", card=gone)
    held = files_of(venue.path)
    assert "คำที่ต้องหายไป".encode() not in held
    assert "คำที่อยู่ต่อ".encode() in held
    assert gone.encode() in held, "its number and command stay, so that a late repeat cannot revive it"
    answer = ana.does("submit_card", id=gone, board=BOARD, text="คำที่ต้องหายไป")
    assert answer["repeat"]
    assert venue.live.workshop.cards.keys() == {kept}
    assert "คำที่ต้องหายไป".encode() not in files_of(venue.path)


def test_erased_words_leave_the_files_even_when_somebody_was_reading(
    venue: Venue, fay: Somebody, ana: Somebody
) -> None:
    fay.starts("write")
    gone = ana.writes("คำที่ต้องหายไป")
    with venue.house.engine.connect() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM log").scalar()
        ana.does("withdraw_card", card=gone)
        reader.rollback()
    fay.does("rename_workshop", title="ต่อมา")
    assert "คำที่ต้องหายไป".encode() not in files_of(venue.path)


def test_words_that_a_crash_left_behind_are_gone_after_the_next_start(
    venue: Venue, fay: Somebody, ana: Somebody, tmp_path: Path
) -> None:
    fay.starts("write")
    gone = ana.writes("คำที่ต้องหายไป")
    crashed = tmp_path / "crashed.sqlite3"
    with venue.house.engine.connect() as reader:
        # Somebody who reads keeps the words in the write-ahead log; then the power goes.
        reader.exec_driver_sql("SELECT count(*) FROM log").scalar()
        ana.does("withdraw_card", card=gone)
        for end in ("", "-wal"):
            shutil.copy(f"{venue.path}{end}", f"{crashed}{end}")
    assert "คำที่ต้องหายไป".encode() in files_of(crashed)
    database.open_engine(f"sqlite:///{crashed}").dispose()
    assert "คำที่ต้องหายไป".encode() not in files_of(crashed)


def test_locking_cuts_every_author_from_the_log_and_it_still_folds(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("trial")
    ana.does("try_card", board=BOARD, text="ลอง")
    fay.starts("write")
    ana.writes("ของใครไม่รู้")
    fay.starts("finished")
    assert ana.id.encode() in files_of(venue.path)
    fay.does("lock_workshop")
    assert ana.id.encode() not in files_of(venue.path)
    assert venue.live.workshop.participants == frozenset()
    before = venue.live.workshop
    venue.restart()
    assert venue.live.workshop == before
    assert before.joined == 1
    assert before.senders == {BOARD: 1}


def test_deleting_a_workshop_leaves_nothing_of_it(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    ana.writes("คำที่ต้องหายไป")
    screen = ana.screen()
    venue.house.caretaker.delete(venue.id)
    assert screen.closed == "gone"
    held = files_of(venue.path)
    for word in ("คำที่ต้องหายไป", "เวทีปี 70", venue.id, ana.id, fay.id):
        assert word.encode() not in held, word
    assert ana.does("submit_card", board=BOARD, text="อีก")["code"] == "gone"


def test_links_and_codes_lie_in_the_database_only_as_hashes(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    venue.link("wall")
    held = files_of(venue.path)
    secrets = [one for one in venue.secrets if len(one) > 8]
    assert len(secrets) >= 4
    assert not any(one.encode() in held for one in secrets)
    assert SYSTEM.encode() in held
