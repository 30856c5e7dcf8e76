"""People who do anything at all, in any order: every draw comes from one seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from venue import BOARD

from server.workshop import COMMANDS
from server.workshop.state import PHASES, Workshop

Fields = dict[str, Any]
COLUMNS = ("close", "improve", "open")
WORDS = ("ที่จอดรถ", "ประชุมทุกวัน", "แบบฟอร์ม", "อบรม", "ตู้น้ำ", "รถตู้", "เวรยาม", "งานเลี้ยง")


def a_card(random: Random, workshop: Workshop) -> str:
    return random.choice([*workshop.cards, "no-card-of-thatid"[:16]])


def some_cards(random: Random, workshop: Workshop) -> list[str]:
    return [a_card(random, workshop) for _ in range(random.randint(1, 4))]


def a_column(random: Random) -> str | None:
    return random.choice((*COLUMNS, None))


def words(random: Random) -> str:
    return f"{random.choice(WORDS)} {random.randint(1, 99)}"


def some_new_cards(random: Random) -> list[Fields]:
    return [{"text": words(random), "column": a_column(random)} for _ in range(random.randint(1, 3))]


def a_key(random: Random, workshop: Workshop) -> str:
    keys = [key.id for key in workshop.keys.values() if key.name == "spare"]
    return random.choice(keys or list(workshop.keys))


def a_step(random: Random, workshop: Workshop) -> int:
    seqs = [step.seq for steps in workshop.steps.values() for step in (*steps.done, *steps.undone)]
    return random.choice(seqs or [1])


def a_vote(random: Random, workshop: Workshop) -> str:
    return random.choice([*workshop.votes, "no-vote-of-thatid"[:16]])


# How anybody may ask for each command: fields that are likely, not certain, to be accepted.
ASKING: dict[str, Callable[[Random, Workshop], Fields]] = {
    "try_card": lambda r, w: {"board": BOARD, "text": words(r)},
    "submit_card": lambda r, w: {
        "board": BOARD,
        "text": words(r),
        "proposed": a_column(r),
        "neighbour": r.random() < 0.2,
    },
    "edit_card": lambda r, w: {"card": a_card(r, w), "text": words(r), "proposed": a_column(r)},
    "withdraw_card": lambda r, w: {"card": a_card(r, w)},
    "start_phase": lambda r, w: {"board": BOARD, "phase": r.choice((*PHASES, "write", "sort", "sort"))},
    "start_timer": lambda r, w: {"board": BOARD, "seconds": r.randint(5, 600)},
    "extend_timer": lambda r, w: {"board": BOARD, "seconds": 60},
    "stop_timer": lambda r, w: {"board": BOARD},
    "read_card": lambda r, w: {"board": BOARD, "card": r.choice((a_card(r, w), None))},
    "place_card": lambda r, w: {"card": a_card(r, w), "column": r.choice(COLUMNS)},
    "skip_card": lambda r, w: {"card": a_card(r, w)},
    "move_cards": lambda r, w: {
        "cards": some_cards(r, w),
        "column": a_column(r),
        "before": r.choice((a_card(r, w), None)),
    },
    "place_as_proposed": lambda r, w: {"board": BOARD},
    "park_cards": lambda r, w: {"cards": some_cards(r, w)},
    "bring_back_cards": lambda r, w: {"cards": some_cards(r, w)},
    "accept_late_cards": lambda r, w: {"cards": some_cards(r, w)},
    "fix_card": lambda r, w: {"card": a_card(r, w), "text": words(r)},
    "star_cards": lambda r, w: {"cards": some_cards(r, w)},
    "unstar_cards": lambda r, w: {"cards": some_cards(r, w)},
    "add_cards": lambda r, w: {"board": BOARD, "cards": some_new_cards(r)},
    "add_card": lambda r, w: {"board": BOARD, "text": words(r), "column": a_column(r)},
    "undo": lambda r, w: {},
    "redo": lambda r, w: {},
    "skip_step": lambda r, w: {"step": a_step(r, w)},
    "focus": lambda r, w: {"board": BOARD, "card": r.choice((a_card(r, w), None)), "column": a_column(r)},
    "turn_page": lambda r, w: {"board": BOARD, "page": r.randint(0, 3)},
    "blank_screens": lambda r, w: {},
    "unblank_screens": lambda r, w: {},
    "rename_workshop": lambda r, w: {"title": words(r)},
    "change_question": lambda r, w: {"board": BOARD, "question": words(r)},
    "change_limits": lambda r, w: {
        "board": BOARD,
        "cards_each": r.randint(2, 9),
        "proposals": r.choice(("off", "optional", "required")),
    },
    "set_room": lambda r, w: {"address": None, "wifi_name": words(r), "wifi_password": None},
    "stop_joining": lambda r, w: {},
    "resume_joining": lambda r, w: {},
    "revoke_link": lambda r, w: {"key": a_key(r, w)},
    "keep_until": lambda r, w: {"until": f"2027-0{r.randint(1, 9)}-01"},
    "lock_workshop": lambda r, w: {},
    "open_children": lambda r, w: {"board": BOARD, "parent": a_card(r, w)},
    "close_children": lambda r, w: {"board": BOARD},
    "send_child": lambda r, w: {"parent": a_card(r, w), "text": words(r)},
    "add_child": lambda r, w: {"parent": a_card(r, w), "text": words(r)},
    "open_vote": lambda r, w: {
        "board": BOARD,
        "on": r.choice(("groups", "cards")),
        "each": r.randint(1, 4),
        "most_on_one": r.randint(1, 3),
        "budgets": r.choice(({}, {"close": 1, "open": 2})),
    },
    "cast_ballot": lambda r, w: {"vote": a_vote(r, w), "marks": {a_card(r, w): 1 for _ in range(r.randint(0, 3))}},
    "close_vote": lambda r, w: {"vote": a_vote(r, w)},
    "reopen_vote": lambda r, w: {"vote": a_vote(r, w)},
    "show_votes": lambda r, w: {"vote": a_vote(r, w)},
    "count_hands": lambda r, w: {"vote": a_vote(r, w), "item": a_card(r, w), "hands": r.randint(0, 9)},
    "open_check_out": lambda r, w: {},
    "check_out": lambda r, w: {"mood": r.randint(1, 5), "line": words(r)},
    "close_check_out": lambda r, w: {},
    "show_check_out": lambda r, w: {},
    "decide_item": lambda r, w: {
        "item": a_card(r, w),
        "field": r.choice(("conclusion", "owner", "note", "report")),
        "value": r.choice((words(r), "")),
    },
    "set_status": lambda r, w: {"item": a_card(r, w), "status": r.choice(("done", "under_way")), "note": ""},
    "carry_over": lambda r, w: {"items": some_cards(r, w), "to": BOARD, "column": a_column(r)},
}
BY_SERVER = {"open_workshop", "join_workshop", "mint_link", "change_code"}
assert ASKING.keys() | BY_SERVER == COMMANDS.keys(), "say here how a new command is asked for"

SENDING = (
    *("submit_card",) * 5,
    "edit_card",
    "withdraw_card",
    "try_card",
    "send_child",
    *("cast_ballot",) * 2,
    "check_out",
)
# Locking ends a game, so it is drawn apart; sorting and undoing are what people mostly do.
SORTING = tuple(
    name
    for name in ASKING
    for _ in range({"undo": 4, "redo": 3, "place_card": 4, "start_phase": 3, "fix_card": 2}.get(name, 1))
    if name not in SENDING and name not in ("lock_workshop",)
)
