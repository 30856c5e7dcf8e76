"""Examples of everything that crosses the wire, written by the server and checked by the client's compiler.

Run `python tests/test_wire_examples.py` to write them anew after a change of the wire.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from venue import BOARD, Somebody, Venue, an_id, same_ids_again

from server import wire
from server.wire import MODELS

FILE = Path(__file__).parent / "wire_examples.json"
CARD = "card-of-sixteen-"
KEY = "keys-of-sixteen-"
GROUP = "group-of-sixteen"

LINE = {"th": "ใครยังไม่ได้พูด", "en": "Who has not spoken yet?"}
COLUMN = {
    "id": "soon",
    "icon": "flag",
    "colour": "sky",
    "name": {"th": "ภายใน 1 ปี", "en": "Within a year"},
    "hint": {"th": "", "en": ""},
    "starter": {"th": "เริ่ม…", "en": "Start …"},
}

COMMANDS: list[dict[str, Any]] = [
    {"name": "try_card", "board": BOARD, "text": "ลองส่ง"},
    {"name": "submit_card", "board": BOARD, "text": "เลิกรายงานซ้ำ", "proposed": "close", "neighbour": False},
    {"name": "edit_card", "card": CARD, "text": "เลิกรายงานซ้ำซ้อน", "proposed": None},
    {"name": "withdraw_card", "card": CARD},
    {"name": "start_phase", "board": BOARD, "phase": "write"},
    {"name": "start_timer", "board": BOARD, "seconds": 300},
    {"name": "extend_timer", "board": BOARD, "seconds": 60},
    {"name": "stop_timer", "board": BOARD},
    {"name": "read_card", "board": BOARD, "card": CARD},
    {"name": "place_card", "card": CARD, "column": "close"},
    {"name": "skip_card", "card": CARD},
    {"name": "move_cards", "cards": [CARD], "column": None, "before": None},
    {"name": "place_as_proposed", "board": BOARD},
    {"name": "park_cards", "cards": [CARD]},
    {"name": "bring_back_cards", "cards": [CARD]},
    {"name": "accept_late_cards", "cards": [CARD]},
    {"name": "fix_card", "card": CARD, "text": "แก้คำผิด"},
    {"name": "star_cards", "cards": [CARD]},
    {"name": "unstar_cards", "cards": [CARD]},
    {
        "name": "add_cards",
        "board": BOARD,
        "cards": [{"text": "จากตาราง", "column": "close"}, {"text": "ยังไม่รู้ช่อง", "column": None}],
    },
    {"name": "add_card", "board": BOARD, "text": "บัตรของห้อง", "column": "open"},
    {"name": "hold_card", "card": CARD},
    {"name": "hold_next", "board": BOARD, "after": CARD},
    {"name": "let_go"},
    {"name": "set_tables", "tables": 6, "mode": "table", "table_cards": 12},
    {"name": "sit", "table": 4},
    {"name": "start_checking", "board": BOARD},
    {"name": "stop_checking", "board": BOARD},
    {"name": "pass_cards", "cards": [CARD]},
    {"name": "pause_phones"},
    {"name": "resume_phones"},
    {"name": "ask_about", "card": CARD},
    {"name": "unask", "card": CARD},
    {"name": "answer_card", "card": CARD},
    {"name": "group_cards", "cards": [CARD], "label": "รายงานให้น้อยลง", "column": "improve"},
    {"name": "join_group", "cards": [CARD], "group": GROUP, "before": None},
    {"name": "ungroup_cards", "cards": [CARD]},
    {"name": "name_group", "group": GROUP, "label": "รายงานครั้งเดียวต่อเดือน"},
    {"name": "move_group", "group": GROUP, "column": "improve", "before": CARD},
    {"name": "merge_groups", "groups": [GROUP], "into": GROUP},
    {"name": "dissolve_group", "group": GROUP},
    {"name": "stack_cards", "cards": [CARD, CARD]},
    {"name": "unstack_cards", "cards": [CARD]},
    {"name": "undo"},
    {"name": "redo"},
    {"name": "skip_step", "step": 7},
    {"name": "focus", "board": BOARD, "card": CARD, "column": None},
    {"name": "focus", "board": BOARD, "group": CARD},
    {"name": "show_view", "board": BOARD, "view": "overview"},
    {"name": "set_aliases", "aliases": [["ไลน์", "LINE"]]},
    {"name": "keep_apart", "cards": [CARD, KEY]},
    {"name": "turn_page", "board": BOARD, "page": 1},
    {"name": "blank_screens"},
    {"name": "unblank_screens"},
    {"name": "rename_workshop", "title": "ทบทวนงาน"},
    {"name": "change_question", "board": BOARD, "question": "งานใดควรปิด"},
    {"name": "change_limits", "board": BOARD, "cards_each": 4, "proposals": "required"},
    {"name": "set_room", "address": "http://192.168.1.20:8321", "wifi_name": "Hotel", "wifi_password": None},
    {"name": "stop_joining"},
    {"name": "resume_joining"},
    {"name": "revoke_link", "key": KEY},
    {"name": "keep_until", "until": "2027-09-30"},
    {"name": "lock_workshop"},
    {"name": "open_children", "board": BOARD, "parent": CARD},
    {"name": "close_children", "board": BOARD},
    {"name": "send_child", "parent": CARD, "text": "เริ่มจากหนึ่งอำเภอ"},
    {"name": "add_child", "parent": CARD, "text": "จดจากที่พูด"},
    {"name": "open_vote", "board": BOARD, "on": "groups", "each": 3, "most_on_one": 2, "budgets": {"open": 1}},
    {"name": "open_vote", "board": BOARD, "on": "placing"},
    {"name": "cast_ballot", "vote": CARD, "marks": {CARD: 2}},
    {"name": "cast_ballot", "vote": CARD, "marks": {f"{CARD}:close": 1}},
    {"name": "close_vote", "vote": CARD},
    {"name": "reopen_vote", "vote": CARD},
    {"name": "show_votes", "vote": CARD},
    {"name": "count_hands", "vote": CARD, "item": CARD, "hands": 4},
    {"name": "open_check_out"},
    {"name": "check_out", "mood": 5, "line": "ได้พูดทุกคน"},
    {"name": "close_check_out"},
    {"name": "show_check_out"},
    {"name": "decide_item", "item": CARD, "field": "due", "value": "2570-Q2"},
    {"name": "set_status", "item": CARD, "status": "under_way"},
    {"name": "set_status", "item": CARD, "note": "เริ่มแล้วสองกลุ่ม", "was": ""},
    {"name": "carry_over", "items": [CARD], "to": BOARD, "column": "improve"},
    {
        "name": "add_board",
        "template": "blank",
        "title": "ทิศทาง",
        "question": "อยากเห็นอะไร",
        "columns": [COLUMN],
        "cards_each": 2,
        "neighbour_cards": 2,
        "proposals": "off",
        "write_seconds": 360,
        "checking": True,
        "while_shown": True,
        "minutes": 25,
        "child": {"label": {"th": "ก้าวแรก", "en": "First step"}, "prompt": {"th": "", "en": ""}},
        "asks": [{"field": "owner", "column": "soon", "required": True}],
        "vote": {"on": "groups", "each": 3, "most_on_one": 2, "budgets": {"soon": 2}},
        "break_minutes": 15,
        "checklist": [LINE],
        "script": [{"phase": "write", "line": LINE}],
        "rules": [LINE],
        "before": BOARD,
    },
    {"name": "duplicate_board", "board": BOARD},
    {"name": "remove_board", "board": BOARD},
    {"name": "order_boards", "boards": [BOARD]},
    {"name": "skip_board", "board": BOARD},
    {"name": "unskip_board", "board": BOARD},
    {"name": "open_board", "board": BOARD},
    {
        "name": "plan_board",
        "board": BOARD,
        "title": "ทบทวน",
        "minutes": 30,
        "script": [{"phase": "join", "line": LINE}],
        "break_minutes": 15,
        "child": {"label": LINE, "prompt": LINE},
        "asks": [{"field": "owner", "column": None, "required": True}],
        "vote": {"on": "cards", "each": 4, "most_on_one": 2, "budgets": {"close": 2}},
    },
    {"name": "pause_phones", "minutes": 15},
    {"name": "change_columns", "board": BOARD, "columns": [COLUMN]},
]


def examples(folder: Path) -> dict[str, list[Any]]:
    """A short workshop, played the same way each time, as the screens hear it."""
    same_ids_again()
    venue = Venue(folder / "examples.sqlite3")
    try:
        heard = _play(venue)
    finally:
        venue.close()
    text = json.dumps(heard, ensure_ascii=False).replace(venue.code, "48219030")
    told: dict[str, list[Any]] = json.loads(text)
    return told | {"Sent<wire.Command>": [{"id": CARD, **body} for body in COMMANDS]}


def _play(venue: Venue) -> dict[str, list[Any]]:
    fay, ana = venue.fay, venue.joins()
    wall, co = venue.link("wall", "จอหน้าห้อง"), venue.link("co_facilitator", "ผู้ช่วย")
    screens = [fay.screen(), co.screen(audience="inbox"), wall.screen(), ana.screen(), ana.screen(audience="reader")]
    answers = [ana.does("submit_card", board=BOARD, text="เร็วไป")]
    fay.starts("write")
    card = ana.writes("เลิกรายงานซ้ำ", proposed="close")
    parked = ana.writes("พักใบนี้", neighbour=True)
    answers += [
        ana.does("submit_card", board=BOARD, text="ยาว", proposed="open"),
        fay.does("park_cards", cards=[parked]),
    ]
    for phase in ("stopped", "show", "sort"):
        fay.starts(phase)
    answers.append(fay.does("place_card", card=card, column="close"))
    fay.does("fix_card", card=card, text="เลิกรายงานซ้ำซ้อน")
    fay.does("star_cards", cards=[card])
    same, group = an_id(), an_id()
    fay.does("add_card", id=same, board=BOARD, text="เลิกรายงานซ้ำ", column="close")
    fay.does("group_cards", id=group, cards=[card, same], label="รายงานให้น้อยลง")
    fay.does("stack_cards", cards=[card, same])
    answers.append(fay.does("name_group", group=KEY, label="ไม่มีกลุ่มนี้"))
    answers.append(fay.does("place_card", card=parked, column="open"))
    _work_together(venue, co, ana, card)
    _plan(venue, ana, card)
    fay.does("plan_board", board=BOARD, title="ทบทวน", minutes=45)
    fay.does("duplicate_board", board=BOARD)
    fay.does("open_board", board=venue.live.workshop.order[1])
    screens += [fay.screen(since=2), ana.screen(since=3)]
    venue.tell_heads()
    frames = [(screen.audience, *frame) for screen in screens for frame in screen.frames]
    by_event = {"hello": "Hello", "changes": "Changes", "head": "Head"}
    heard: dict[str, list[Any]] = {"Answer": answers}
    for audience, event, body in frames:
        # Phones that list the cards are told of them in short.
        kind = "Short" + by_event[event] if audience == "reader" and event != "head" else by_event[event]
        heard.setdefault(kind, []).append(json.loads(body))
    return heard


def _work_together(venue: Venue, co: Somebody, ana: Somebody, card: str) -> None:
    """Tables, a card in somebody's hands, and a question about another."""
    venue.fay.does("set_tables", tables=2, mode="table")
    ana.does("sit", table=2)
    co.does("hold_next", board=BOARD)
    ana.does("ask_about", card=card)


def _plan(venue: Venue, ana: Somebody, card: str) -> None:
    fay, vote = venue.fay, an_id()
    fay.does("open_children", board=BOARD, parent=card)
    ana.does("send_child", parent=card, text="เริ่มจากหนึ่งอำเภอ")
    fay.does("close_children", board=BOARD)
    placing = an_id()
    fay.does("open_vote", id=placing, board=BOARD, on="placing")
    ana.does("cast_ballot", vote=placing, marks={f"{card}:open": 1})
    fay.does("show_votes", vote=placing)
    fay.does("open_vote", id=vote, board=BOARD, each=3, most_on_one=2)
    ana.does("cast_ballot", vote=vote, marks={card: 2})
    fay.does("show_votes", vote=vote)
    fay.does("decide_item", item=card, field="conclusion", value="รวมเป็นฉบับเดียว")
    fay.does("open_check_out")
    ana.does("check_out", mood=5, line="ได้พูดทุกคน")
    fay.does("show_check_out")


def write() -> None:
    with tempfile.TemporaryDirectory() as folder:
        FILE.write_text(json.dumps(examples(Path(folder)), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def test_the_examples_are_what_the_server_says_today(tmp_path: Path) -> None:
    written = json.loads(FILE.read_text(encoding="utf-8"))
    assert examples(tmp_path) == written, "the wire has changed: run python tests/test_wire_examples.py"


def test_every_command_has_an_example_that_the_server_understands() -> None:
    for body in COMMANDS:
        wire.command({"id": CARD, **body})
    assert {body["name"] for body in COMMANDS} == set(MODELS)


if __name__ == "__main__":
    write()
    sys.exit(pytest.main([__file__, "-q"]))
