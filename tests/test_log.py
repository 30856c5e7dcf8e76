"""The log: gapless, repeatable, readable for ever; and what happens when the disk cannot keep it."""

from __future__ import annotations

import dataclasses
import json
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from day import Day
from sqlalchemy import insert
from venue import BOARD, Somebody, Venue, an_id

from server import database, events
from server.config import CannotStart
from server.events import UPCASTS, UnknownEvent
from server.jobs import Job
from server.shelf import Shelf
from server.tables import metadata, workshops
from server.workshop import EVENTS, Stamp, Workshop, apply
from server.workshop.open_workshop import OpenWorkshop
from server.workshop.rename_workshop import RenameWorkshop

STORED = Path(__file__).parent / "stored_events"


def stored_logs() -> dict[str, list[dict[str, object]]]:
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(STORED.glob("*.json"))}


def log_rows(venue: Venue) -> list[dict[str, object]]:
    with venue.house.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT seq, actor, name, version, data, at FROM log ORDER BY seq").mappings()
        return [{**row, "data": json.loads(row["data"])} for row in rows]


def replayed(venue: Venue) -> Workshop:
    live = Shelf(venue.house.engine).find(venue.id)
    assert live is not None
    return live.workshop


def seqs(venue: Venue) -> list[object]:
    return [row["seq"] for row in log_rows(venue)]


# Events as they lie there.


def test_every_event_of_a_day_survives_json_and_the_database(venue: Venue) -> None:
    day = Day.of(venue)
    for _ in day.live_through():
        pass
    for row in log_rows(venue):
        event = events.read(str(row["name"]), int(str(row["version"])), json.dumps(row["data"]))
        assert json.loads(events.write(event)) == row["data"]
        assert hash(dataclasses.astuple(event).__repr__())
    assert replayed(venue) == venue.live.workshop


def test_every_event_ever_shipped_has_a_stored_example() -> None:
    examples = {(row["name"], row["version"]) for rows in stored_logs().values() for row in rows}
    shipped = {(name, version) for name, kind in EVENTS.items() for version in range(1, kind.version + 1)}
    assert shipped == examples, "add an example to tests/stored_events for a new event or version; never change one"
    assert {(name, version) for name, kind in EVENTS.items() for version in range(1, kind.version)} == UPCASTS.keys()


@pytest.mark.parametrize("name", stored_logs())
def test_a_stored_log_still_folds(name: str) -> None:
    workshop = Workshop()
    for row in stored_logs()[name]:
        event = events.read(str(row["name"]), int(str(row["version"])), json.dumps(row["data"]))
        workshop, _ = apply(workshop, event, Stamp(int(str(row["seq"])), str(row["actor"]), str(row["at"])))
    assert workshop.locked
    assert workshop.title == "เวทีทบทวนงาน"
    words = {card.text for card in workshop.cards.values()}
    assert {"ประชุมน้อยลง", "รถตู้รับส่ง", "จากคนไม่มีมือถือ"} <= words
    assert not words & {"ถอนคืนแล้วนะ", "ถอนคืนแล้วนะ!", ""}


@pytest.mark.parametrize("change", ["name = 'card_danced'", "version = 99"])
def test_a_log_from_the_future_is_refused_in_one_line_everywhere(
    venue: Venue, open_venue: Callable[..., Venue], ana: Somebody, change: str, caplog: pytest.LogCaptureFixture
) -> None:
    fay = venue.fay
    fay.does("rename_workshop", title="อนาคต")
    with sqlite3.connect(venue.path) as file:
        file.execute(f"UPDATE log SET {change} WHERE name = 'workshop_renamed'")
    file.close()
    venue.restart()
    caplog.clear()
    with pytest.raises(Exception, match="server_error"):
        ana.screen()
    answer = ana.does("submit_card", board=BOARD, text="คำ")
    assert (answer["code"], answer["retry"]) == ("server_error", True)
    assert [line for line in caplog.messages if "does not know: update it" in line]
    assert not [record for record in caplog.records if record.exc_info]
    assert all("\n" not in line for line in caplog.messages)


def test_an_unreadable_workshop_does_not_stop_its_neighbours(venue: Venue, caplog: pytest.LogCaptureFixture) -> None:
    fay = venue.fay
    second = venue.house.founding.create(_wish())
    venue.restart()
    with sqlite3.connect(venue.path) as file:
        file.execute("UPDATE log SET name = 'card_danced' WHERE workshop_id = ?", (second["workshop"],))
    file.close()
    answers: list[dict[str, object]] = []
    desk = venue.house.desk
    with held(venue):
        for workshop, who in ((second["workshop"], "somebody"), (venue.id, fay.id)):
            role = fay.person.role
            desk.submit(Job(workshop, RenameWorkshop("ใหม่"), an_id(), who, role, answers.append))
    desk.write(lambda _: None)
    assert [answer["ok"] for answer in answers] == [False, True]


def _wish() -> object:
    from server.founding import Wish

    return Wish(id=an_id(), title="อีกเวที", question="อะไร")


@contextmanager
def held(venue: Venue) -> Iterator[None]:
    """Keep the desk busy, so that everything asked for meanwhile makes one group."""
    began, go = threading.Event(), threading.Event()

    def wait(_: object) -> None:
        began.set()
        assert go.wait(60)

    holder = threading.Thread(target=venue.house.desk.write, args=(wait,))
    holder.start()
    assert began.wait(60)
    try:
        yield
    finally:
        go.set()
        holder.join()


# Order and repeats.


def test_eight_people_at_once_leave_no_gap_and_no_double(venue: Venue, fay: Somebody) -> None:
    fay.does("change_limits", board=BOARD, cards_each=50)
    fay.starts("write")
    phones = [venue.joins() for _ in range(8)]
    ids = [[an_id() for _ in range(12)] for _ in phones]

    def send(phone: Somebody, mine: list[str]) -> None:
        for id_ in mine:
            phone.does("submit_card", id=id_, board=BOARD, text=f"บัตร {id_}")
            phone.does("submit_card", id=id_, board=BOARD, text=f"บัตร {id_}")

    threads = [threading.Thread(target=send, args=one) for one in zip(phones, ids, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert venue.live.workshop.cards.keys() == {id_ for mine in ids for id_ in mine}
    assert seqs(venue) == list(range(1, venue.live.seq + 1))
    assert replayed(venue) == venue.live.workshop


def test_a_repeat_gets_the_first_answer_whatever_has_changed_since(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    first = ana.does("submit_card", id="the-first-card-1", board=BOARD, text="หนึ่ง")
    fay.does("change_limits", board=BOARD, cards_each=1)
    fay.starts("finished")
    again = ana.does("submit_card", id="the-first-card-1", board=BOARD, text="อย่างอื่น")
    assert again == {**first, "repeat": True}
    assert ana.does("submit_card", board=BOARD, text="สอง")["code"] == "finished"
    assert venue.live.workshop.cards["the-first-card-1"].text == "หนึ่ง"


def test_a_repeat_after_a_restart_and_after_the_lock_is_still_a_repeat(
    venue: Venue, fay: Somebody, ana: Somebody
) -> None:
    fay.starts("write")
    first = ana.does("submit_card", id="the-first-card-1", board=BOARD, text="หนึ่ง")
    fay.starts("finished")
    fay.does("lock_workshop")
    venue.restart()
    again = ana.does("submit_card", id="the-first-card-1", board=BOARD, text="หนึ่ง")
    assert again == {**first, "repeat": True}


def test_an_already_so_is_logged_and_repeated_too(venue: Venue, fay: Somebody) -> None:
    before = venue.live.seq
    first = fay.does("rename_workshop", id="the-same-title-1", title=venue.live.workshop.title)
    assert first == {"ok": True, "seq": before + 1}
    assert log_rows(venue)[-1]["name"] == "already_so"
    fay.does("rename_workshop", title="อื่น")
    assert fay.does("rename_workshop", id="the-same-title-1", title="เดิม") == {**first, "repeat": True}


def test_another_persons_command_id_is_taken(venue: Venue, fay: Somebody, ana: Somebody, ben: Somebody) -> None:
    fay.starts("write")
    assert ana.does("submit_card", id="the-first-card-1", board=BOARD, text="หนึ่ง")["ok"]
    before = venue.live.seq
    assert ben.does("submit_card", id="the-first-card-1", board=BOARD, text="สอง")["code"] == "id_taken"
    assert venue.live.seq == before


def test_a_repeat_within_one_group_is_answered_once(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    answers: list[dict[str, object]] = []
    _, command = _card("หนึ่ง")
    with held(venue):
        for _ in range(3):
            person = ana.person
            venue.house.desk.submit(Job(venue.id, command, "the-first-card-1", person.id, person.role, answers.append))
    venue.house.desk.write(lambda _: None)
    assert len({answer["seq"] for answer in answers}) == 1
    assert len(venue.live.workshop.cards) == 1


def _card(text: str) -> tuple[str, object]:
    from server import wire

    return wire.command({"id": an_id(), "name": "submit_card", "board": BOARD, "text": text})


def test_one_bad_command_never_fails_its_group(venue: Venue, fay: Somebody, ana: Somebody, ben: Somebody) -> None:
    fay.starts("write")
    codes: list[object] = []
    with held(venue):
        for who, board in ((ana, BOARD), (ben, "no-such-board"), (ben, BOARD)):
            from server import wire

            id_, command = wire.command({"id": an_id(), "name": "submit_card", "board": board, "text": "คำ"})
            person = who.person
            venue.house.desk.submit(
                Job(venue.id, command, id_, person.id, person.role, lambda a: codes.append(a.get("code", "ok")))
            )
    venue.house.desk.write(lambda _: None)
    assert codes == ["ok", "no_such_board", "ok"]
    assert len(venue.live.workshop.cards) == 2


def test_a_link_whose_id_was_used_in_another_workshop_is_made_and_harms_nobody(venue: Venue, fay: Somebody) -> None:
    """Ids and secrets that come from a command's id must not be the same in two workshops."""
    from venue import SECRET

    from server.founding import Wish
    from server.people import People

    other = venue.house.founding.create(Wish(id="the-second-open1", title="สอง", question="อะไร"))
    owner = People(SECRET).read(other["token"])
    assert owner is not None
    mine = venue.house.links.mint(fay.person, "the-same-mint-id", "wall", "จอ")
    theirs = venue.house.links.mint(owner, "the-same-mint-id", "wall", "จอ")
    third = venue.house.links.mint(fay.person, "the-second-open1", "wall", "จอ")
    keys = {mine["key"], theirs["key"], third["key"], other["key"]}
    assert len(keys) == 4
    assert venue.house.reception.enter(theirs["key"], "::1")["workshop"] == other["workshop"]


def test_a_code_that_was_given_away_meanwhile_troubles_only_its_own_command(venue: Venue, fay: Somebody) -> None:
    answers: list[dict[str, object]] = []
    with held(venue):
        for workshop_id, code in (("another-workshop", venue.code), (venue.id, "")):
            command, role, rows = RenameWorkshop("ใหม่"), fay.person.role, ()
            if code:
                command, role = _opening(workshop_id, code), "system"
                row = {"id": workshop_id, "code": code, "seq": 0, "expires_on": "2027-01-01"}
                rows = ((insert(workshops), row),)
            venue.house.desk.submit(Job(workshop_id, command, an_id(), fay.id, role, answers.append, rows))
    venue.house.desk.write(lambda _: None)
    assert sorted(str(answer.get("code", "ok")) for answer in answers) == ["ok", "retry"]
    assert venue.house.shelf.find("another-workshop") is None


def _opening(workshop_id: str, code: str) -> OpenWorkshop:
    board = {"id": BOARD, "template": "x", "question": "?", "columns": []}
    return OpenWorkshop(workshop_id, code, "t", "th", None, None, "2027-01-01", "k" * 16, "k", (board,))


def test_a_command_costs_few_statements(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    ana.writes("หนึ่ง")
    said: list[str] = []
    venue.house.desk.write(lambda connection: _driver(connection).set_trace_callback(said.append))
    ana.does("submit_card", board=BOARD, text="สอง")
    venue.house.desk.write(lambda connection: _driver(connection).set_trace_callback(None))
    # `does` waits with an empty transaction of its own.
    kinds = [line.split()[0] for line in said if not line.startswith(("BEGIN", "COMMIT"))]
    assert kinds == ["SELECT", "SELECT", "INSERT", "UPDATE"]


def _driver(connection: Any) -> Any:
    return connection.connection.dbapi_connection


# When the disk cannot.


def test_a_database_locked_by_somebody_else_refuses_all_and_recovers(
    venue: Venue, fay: Somebody, ana: Somebody
) -> None:
    fay.starts("write")
    before = venue.live
    workshop, seq = before.workshop, before.seq
    other = sqlite3.connect(venue.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    id_ = an_id()
    answer = _perform(ana, id_, "คำที่ไม่หาย")
    assert (answer["code"], answer["retry"]) == ("retry", True)
    assert (venue.live.workshop, venue.live.seq) == (workshop, seq)
    other.execute("ROLLBACK")
    other.close()
    assert _perform(ana, id_, "คำที่ไม่หาย")["ok"]
    assert replayed(venue) == venue.live.workshop


def test_a_full_disk_refuses_all_and_recovers(venue: Venue, fay: Somebody, ana: Somebody) -> None:
    fay.starts("write")
    seq = venue.live.seq

    def limit(pages: int) -> None:
        # The writer's own connection meets the end of the disk, as SQLite knows it.
        venue.house.desk.write(lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}"))

    limit(1)
    ids = [an_id() for _ in range(3)]
    fay.does("change_limits", board=BOARD, cards_each=50)
    refused = None
    for _ in range(60):
        answer = _perform(ana, an_id(), "เต็ม" * 30)
        if not answer["ok"]:
            refused = answer
            break
    assert refused is not None
    assert (refused["code"], refused["retry"]) == ("retry", True)
    stood = venue.live.seq
    assert stood >= seq
    assert replayed(venue) == venue.live.workshop
    limit(1_000_000)
    assert all(_perform(ana, id_, "มีที่แล้ว")["ok"] for id_ in ids)
    assert seqs(venue) == list(range(1, venue.live.seq + 1))
    assert replayed(venue) == venue.live.workshop


def _perform(who: Somebody, id_: str, text: str) -> dict[str, object]:
    from server import wire

    _, command = wire.command({"id": id_, "name": "submit_card", "board": BOARD, "text": text})
    person = who.person
    return who.venue.house.desk.perform(person.workshop, command, id=id_, actor=person.id, role=person.role)


# Tables and upgrades.


def test_the_migrations_make_exactly_todays_tables(venue: Venue) -> None:
    with venue.house.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert database.is_current(venue.house.engine)


def test_a_database_of_a_newer_program_is_refused_in_one_line(venue: Venue) -> None:
    with sqlite3.connect(venue.path) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    file.close()
    with pytest.raises(CannotStart, match="newer Batkham") as refused:
        database.open_engine(f"sqlite:///{venue.path}")
    assert "\n" not in str(refused.value)


def test_every_connection_is_durable_and_overwrites_what_is_erased(venue: Venue) -> None:
    def says(pragma: str) -> object:
        return venue.house.desk.write(lambda one: one.exec_driver_sql(f"PRAGMA {pragma}").scalar())

    assert says("journal_mode") == "wal"
    assert says("synchronous") == 2
    assert says("secure_delete") == 1
    assert says("foreign_keys") == 1


def test_events_unknown_to_the_program_say_which(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("batkham")
    with pytest.raises(UnknownEvent, match="card_danced"):
        events.read("card_danced", 1, "{}")
