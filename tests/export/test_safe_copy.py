"""A safe copy holds the whole workshop, shows the board as the wall did, and forgets what was withdrawn."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from visitors import BOARD, Visitor, backup_of, in_order, restores
from whole_workshop import plays_it_all

from server import log
from server.assembly import House
from server.export.safe_copy import as_script, safe_copy
from server.workshop.clock import utc_now

NAUGHTY = "</script><script>alert(1)</script><!-- & \u2028 ]]> {{7*7}} =1+1 'น้ำ'"


def script(page: str, id: str) -> Any:
    return json.loads(re.findall(rf'<script type="application/json" id="{id}">(.*?)</script>', page)[0])


def page_of(house: House, fay: Visitor, until: int | None = None) -> str:
    with house.engine.connect() as connection:
        lines = list(log.rows(connection, fay.workshop))
    return safe_copy(lines, utc_now(), until).decode()


def replayed(shown: Any) -> dict[str, Any]:
    records = dict(shown["first"])
    for frame in shown["frames"]:
        records |= frame["put"]
        for key in frame["drop"]:
            records.pop(key, None)
    return records


def test_its_replay_ends_with_the_board_that_the_facilitator_sees(fay: Visitor, house: House) -> None:
    plays_it_all(fay)
    shown = script(page_of(house, fay), "batkham-safe-copy")
    now = fay.sees("facilitator")
    board = {key: one for key, one in now.items() if key.startswith(("card:", "group:", "board:", "workshop"))}
    assert replayed(shown) | board == replayed(shown)
    assert {key for key in replayed(shown) if key.startswith(("card:", "group:"))} <= set(now)
    assert all(one["put"] or one["drop"] for one in shown["frames"])
    assert [one["seq"] for one in shown["frames"]] == sorted({one["seq"] for one in shown["frames"]})


def test_decisions_and_votes_come_when_they_were_shown_and_no_ballot_does(
    fay: Visitor, ana: Visitor, ben: Visitor, house: House
) -> None:
    fay.starts("write")
    cards = [ana.writes("ลดรายงานซ้ำ"), ben.writes("ลดประชุม")]
    fay.starts("sort")
    fay.does("move_cards", cards=cards, column="close")
    vote = fay.does("open_vote", board=BOARD, each=2, most_on_one=2)
    ana.does("cast_ballot", vote=vote, marks={cards[0]: 2})
    ben.does("cast_ballot", vote=vote, marks={cards[0]: 1, cards[1]: 1})
    fay.does("count_hands", vote=vote, item=cards[1], hands=7)
    fay.does("close_vote", vote=vote)
    before = script(page_of(house, fay), "batkham-safe-copy")
    assert not any(key.startswith("vote:") for frame in before["frames"] for key in frame["put"])
    fay.does("show_votes", vote=vote)
    fay.does("decide_item", item=cards[0], field="conclusion", value="ใช้ระบบเดียว")
    fay.does("decide_item", item=cards[0], field="owner", value="กลุ่มงานแผน")
    page = page_of(house, fay)
    shown = script(page, "batkham-safe-copy")
    told = {frame["name"]: frame["put"] for frame in shown["frames"]}
    assert told["votes_shown"][f"vote:{vote}"]["tallies"] == {cards[0]: 3, cards[1]: 1}
    assert told["votes_shown"][f"vote:{vote}"]["hands"] == {cards[1]: 7}
    assert told["item_decided"][f"decision:{cards[0]}"]["owner"] == "กลุ่มงานแผน"
    assert not {"ballot_cast", "vote_opened", "vote_closed"} & set(told)
    # For whoever runs no script.
    plain = re.findall(r'<div id="app">(.*?)</div>', page)[0]
    assert "ลดรายงานซ้ำ (3 คะแนน)<br>→ ใช้ระบบเดียว · กลุ่มงานแผน" in plain


def test_the_workshop_comes_back_from_it_alone(fay: Visitor, house: House) -> None:
    plays_it_all(fay)
    backup = script(page_of(house, fay), "batkham-backup")
    assert {**backup, "exported_at": ""} == {**backup_of(fay), "exported_at": ""}
    made = restores(house, backup)
    again = Visitor(house, made.json["workshop"], made.json["token"])
    assert in_order(again.sees("inbox"), "open") == in_order(fay.sees("inbox"), "open")


def test_words_cannot_break_out_of_it(fay: Visitor, house: House) -> None:
    fay.does("rename_workshop", title=NAUGHTY)
    fay.starts("sort")
    fay.does("add_card", board=BOARD, text=NAUGHTY, column="open")
    page = page_of(house, fay)
    assert "<script>alert" not in page
    assert page.count("<script") == page.count("</script>") == 3
    texts = [one["text"] for key, one in replayed(script(page, "batkham-safe-copy")).items() if key.startswith("card:")]
    assert texts == [fay.sees("facilitator")[key]["text"] for key in fay.sees("facilitator") if key.startswith("card:")]


def test_json_in_it_is_the_same_json() -> None:
    assert json.loads(as_script({"a": NAUGHTY})) == {"a": NAUGHTY}
    assert not set(as_script({"a": NAUGHTY})) & set("<>&\u2028\u2029")


def test_its_policy_lets_only_its_own_script_run(fay: Visitor, house: House) -> None:
    policy = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page_of(house, fay))[0]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_it_says_whom_it_is_for(fay: Visitor, house: House) -> None:
    assert "สำหรับผู้จัดเวทีเท่านั้น" in script(page_of(house, fay), "batkham-backup")["for_whom"]


def test_an_earlier_copy_ends_earlier_and_without_what_was_withdrawn_later(
    fay: Visitor, ana: Visitor, ben: Visitor, house: House
) -> None:
    fay.starts("write")
    gone, kept = ana.writes("ถอนทีหลัง"), ben.writes("อยู่ต่อ")
    fay.starts("stopped")
    until = seq_of(house, fay)
    fay.starts("write")
    ben.writes("มาหลังจากนั้น")
    ana.does("withdraw_card", card=gone)
    page = page_of(house, fay, until)
    assert script(page, "batkham-safe-copy")["hidden"][BOARD]["unshown"] == ["อยู่ต่อ"]
    assert "มาหลังจากนั้น" not in page
    made = restores(house, script(page, "batkham-backup")).json
    again = Visitor(house, made["workshop"], made["token"]).sees("inbox")
    assert [key for key in again if key.startswith("card:")] == [f"card:{kept}"]


def seq_of(house: House, fay: Visitor) -> int:
    return int(fay.asks("GET", f"{fay.here}/snapshot?audience=facilitator").json["seq"])


# In the data folder.


def writes_now(house: House, fay: Visitor) -> list[Path]:
    """As if their time had come."""
    house.copies.note_now(fay.workshop)
    house.copies.write_due()
    return [copy.path for copy in house.copies.of(fay.workshop)]


def test_a_phase_that_begins_makes_a_copy_due_and_so_do_cards(fay: Visitor, ana: Visitor, house: House) -> None:
    assert house.copies.due_in(fay.workshop) is None
    fay.starts("write")
    assert 0 < (house.copies.due_in(fay.workshop) or 0) <= 3
    writes_now(house, fay)
    assert house.copies.due_in(fay.workshop) is None
    ana.writes("ใบหนึ่ง")
    assert 50 < (house.copies.due_in(fay.workshop) or 0) <= 60
    fay.starts("show")
    assert (house.copies.due_in(fay.workshop) or 0) <= 3


def test_one_copy_for_each_stretch_of_a_phase_and_only_so_many(fay: Visitor, house: House) -> None:
    names = []
    for phase in ("write", "write", "show", "sort", "finished"):
        fay.starts(phase)
        names.append([path.name.split("-")[1] for path in writes_now(house, fay)])
    assert names == [
        ["write"],
        ["write"],
        ["show", "write"],
        ["sort", "show", "write"],
        ["finished", "sort", "show"],
    ]
    assert all(path.stat().st_mode & 0o077 == 0 for path in writes_now(house, fay))


def test_withdrawn_words_leave_every_copy(fay: Visitor, ana: Visitor, house: House) -> None:
    fay.starts("write")
    gone = ana.writes("คำที่จะถอน")
    ana.writes("คำที่อยู่ต่อ")
    before = writes_now(house, fay)
    fay.starts("stopped")
    before += writes_now(house, fay)
    assert any("คำที่จะถอน" in path.read_text("utf-8") for path in before)
    fay.starts("write")
    ana.does("withdraw_card", card=gone)
    after = writes_now(house, fay)
    assert [path.name.split("-")[1] for path in after] == ["write", "stopped", "write"]
    assert not any("คำที่จะถอน" in path.read_text("utf-8") for path in house.config.data_dir.rglob("*.html"))
    assert all("คำที่อยู่ต่อ" in path.read_text("utf-8") for path in after)


def test_after_a_crash_the_server_looks_for_words_that_should_be_gone(fay: Visitor, ana: Visitor, house: House) -> None:
    fay.starts("write")
    gone = ana.writes("คำที่จะถอน")
    (copy,) = writes_now(house, fay)
    ana.does("withdraw_card", card=gone)
    house.copies.forget_what_is_due()
    house.copies.look_again()
    house.copies.write_due()
    assert not copy.exists()
    assert not any("คำที่จะถอน" in path.read_text("utf-8") for path in house.config.data_dir.rglob("*.html"))


def test_a_deleted_workshop_leaves_no_copy(fay: Visitor, house: House) -> None:
    fay.starts("write")
    assert writes_now(house, fay)
    assert fay.asks("DELETE", fay.here, {"confirm": "ทบทวนงาน 69/70"}).json["ok"]
    assert list((house.config.data_dir / "safe-copies").iterdir()) == []


def test_facilitators_list_them_and_take_one_home(fay: Visitor, house: House) -> None:
    fay.starts("write")
    writes_now(house, fay)
    (told,) = fay.asks("GET", f"{fay.here}/safe-copies").json["copies"]
    assert told["phase"] == "write"
    made = fay.asks("POST", f"{fay.here}/documents", {"format": "safe-copy", "safe_copy": told["name"]})
    assert made.json["size"] == told["size"]
    given = fay.asks("GET", f"/{made.json['path']}")
    assert script(given.data.decode(), "batkham-backup")["format"] == "batkham-backup"
    assert given.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("name", ["../../db.sqlite3", "20261122T000000Z-write-1-1.html", ""])
def test_no_other_file_is_given(fay: Visitor, name: str) -> None:
    made = fay.asks("POST", f"{fay.here}/documents", {"format": "safe-copy", "safe_copy": name})
    assert made.json["code"] == "not_found"


def test_a_full_disk_is_said_in_the_log_and_tried_again(
    fay: Visitor, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    # The folder's place is taken by a file, so nothing can be written into it.
    (house.config.data_dir / "safe-copies").write_text("in the way")
    fay.starts("write")
    assert writes_now(house, fay) == []
    assert "no safe copy was written" in caplog.text
    assert house.copies.due_in(fay.workshop) is not None
