"""Rules that the browser knows too: what the server makes of shared examples, for the client's tests to make the same.

Run `python tests/test_same_rules.py` to write the examples anew after a change of such a rule.
"""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from venue import BOARD, Somebody, Venue, an_id, same_ids_again

from server import door, short, thai
from server.workshop import board, count_hands, decide_item, fields, seating, set_up, vote
from server.workshop.decision import STATUSES
from server.workshop.keeping import keeps

FILE = Path(__file__).parent / "same_rules.json"
LIMITS = {
    "CARD_LETTERS": fields.CARD_LETTERS,
    "TITLE_LETTERS": fields.TITLE_LETTERS,
    "QUESTION_LETTERS": fields.QUESTION_LETTERS,
    "BOARD_TITLE_LETTERS": set_up.TITLE_LETTERS,
    "COLUMN_LETTERS": set_up.NAME_LETTERS,
    "HINT_LETTERS": set_up.HINT_LETTERS,
    "LINE_LETTERS": set_up.LINE_LETTERS,
    "LABEL_LETTERS": fields.LABEL_LETTERS,
    "VALUE_LETTERS": decide_item.VALUE_LETTERS,
    "MOST_COLUMNS": set_up.MOST_COLUMNS,
    "MOST_CARDS_EACH": set_up.MOST_CARDS,
    "MOST_TABLES": seating.MOST_TABLES,
    "MOST_TABLE_CARDS": seating.MOST_TABLE_CARDS,
    "MOST_VOTES": set_up.MOST_VOTES,
    "MOST_HANDS": count_hands.MOST_HANDS,
    "MOST_PLACED": vote.MOST_PLACED,
    "CARDS_AT_ONCE": fields.CARDS_AT_ONCE,
    "IMPORTED_BYTES": door.LARGEST_BODY_AT["import"],
    "GRACE_SECONDS": board.GRACE_SECONDS,
}
SEEN = (
    "น้ำ", "กำ", "ที่นี่", "ผู้ใหญ่", "ก็", "เก้ๆ", "ปั๊ม", "ฯลฯ", "ญี่ปุ่น", "ทำน้ำ", "ปรับปรุง", "ฤๅษี", "กู๊ด",
    "👨\u200d👩\u200d👧", "🇹🇭🇱🇦", "👍🏽", "❤️\u200d🔥", "1️⃣", "é", "e\u0301", "", "ปิด 3 งาน", "a\u200db",
)  # fmt: skip
# What a board holds, and what was decided about it.
LYING = ("board:", "card:", "group:", "decision:")
MOMENTS = ("2026-09-30T16:59:59Z", "2026-09-30T17:00:00Z", "2026-12-31T17:00:00Z", "2027-01-01T00:00:00Z")


def examples(folder: Path) -> dict[str, Any]:
    same_ids_again()
    venue = Venue(folder / "rules.sqlite3")
    try:
        kept = [_nothing_chosen(venue), _much_chosen(venue)]
    finally:
        venue.close()
    return {
        "limits": LIMITS,
        "phases": list(board.PHASES),
        "phases_that_show_cards": sorted(board.SHOWN_PHASES),
        "statuses": list(STATUSES),
        "words_of_a_card": list(short.WORDS),
        "ordinary_spotlight": dict(short.ORDINARY),
        "seen": [[text, thai.graphemes(text)] for text in SEEN],
        "cut_to_two": [[text, thai.cut(text, 2)] for text in SEEN],
        "fiscal_years": [[moment, thai.fiscal_year(_at(moment))] for moment in MOMENTS],
        "dates": [[moment, thai.thai_date(_at(moment))] for moment in MOMENTS],
        "kept": kept,
    }


def _at(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


def _nothing_chosen(venue: Venue) -> dict[str, Any]:
    """Without a star and a decision it is the groups."""
    fay = venue.fay
    for phase in ("write", "stopped", "show", "sort"):
        fay.starts(phase)
    _grouped(fay, "ก", "close")
    _alone(fay, "ใบเดียว", "open")
    return _kept(venue)


def _much_chosen(venue: Venue) -> dict[str, Any]:
    """Stars, every field of a decision by itself, and cards inside of groups that are chosen and that are not."""
    fay = venue.fay
    for field in ("conclusion", "owner", "first_step", "indicator", "budget", "note", "why", "successor", "report"):
        fay.does("decide_item", item=_alone(fay, field, "improve"), field=field, value=f"คำของ {field}")
    fay.does("decide_item", item=_alone(fay, "due", "improve"), field="due", value="2570-Q2")
    fay.does("set_status", item=_alone(fay, "status", "improve"), status="done")
    fay.does("star_cards", cards=[_alone(fay, "ดาว", "open")])
    chosen, one, two, _ = _grouped(fay, "ข", "close")
    fay.does("decide_item", item=chosen, field="owner", value="ฝ่ายแผน")
    fay.does("star_cards", cards=[one])
    fay.does("decide_item", item=two, field="owner", value="ฝ่ายคลัง")
    _, starred, _, _ = _grouped(fay, "ค", "open")
    fay.does("star_cards", cards=[starred])
    parked = _alone(fay, "พักไว้", "open")
    fay.does("star_cards", cards=[parked])
    fay.does("park_cards", cards=[parked])
    return _kept(venue)


def _alone(fay: Somebody, text: str, column: str) -> str:
    card = an_id()
    assert fay.does("add_card", id=card, board=BOARD, text=text, column=column)["ok"]
    return card


def _grouped(fay: Somebody, name: str, column: str) -> tuple[str, ...]:
    """A group and its three cards."""
    cards = [_alone(fay, f"{name}{number}", column) for number in (1, 2, 3)]
    group = an_id()
    assert fay.does("group_cards", id=group, cards=cards, label=f"กลุ่ม {name}")["ok"]
    return group, *cards


def _kept(venue: Venue) -> dict[str, Any]:
    venue.quiet()
    workshop = venue.live.workshop
    told = [[column.id, words] for column, words, _ in keeps(workshop, workshop.boards[BOARD])]
    seen = venue.link("wall").screen().records.items()
    return {"records": {key: dict(record) for key, record in seen if key.startswith(LYING)}, "told": told}


def write() -> None:
    with tempfile.TemporaryDirectory() as folder:
        text = json.dumps(examples(Path(folder)), ensure_ascii=False, indent=1)
    FILE.write_text(text + "\n", encoding="utf-8")


def test_the_shared_examples_are_what_the_server_does_today(tmp_path: Path) -> None:
    written = json.loads(FILE.read_text(encoding="utf-8"))
    assert json.loads(json.dumps(examples(tmp_path))) == written, "run python tests/test_same_rules.py"


if __name__ == "__main__":
    write()
    sys.exit(pytest.main([__file__, "-q"]))
