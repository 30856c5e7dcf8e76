"""People who do anything at all, in any order: every draw comes from one seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from server.workshop import COMMANDS
from server.workshop.board import PHASES, VIEWS
from server.workshop.set_up import COLOURS, ICONS
from server.workshop.state import Workshop

Fields = dict[str, Any]
COLUMNS = ("close", "improve", "open")
WORDS = ("ที่จอดรถ", "ประชุมทุกวัน", "แบบฟอร์ม", "อบรม", "ตู้น้ำ", "รถตู้", "เวรยาม", "งานเลี้ยง")


def a_card(random: Random, workshop: Workshop) -> str:
    return random.choice([*workshop.cards, "no-card-of-thatid"[:16]])


def a_group(random: Random, workshop: Workshop) -> str:
    return random.choice([*workshop.groups, "no-group-ofthat-"])


def an_item(random: Random, workshop: Workshop) -> str:
    return random.choice((a_card, a_group))(random, workshop)


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


def a_ballot(random: Random, workshop: Workshop) -> Fields:
    vote = a_vote(random, workshop)
    cards = {a_card(random, workshop) for _ in range(random.randint(0, 3))}
    if vote in workshop.votes and workshop.votes[vote].on == "placing":
        cards = {f"{card}:{random.choice(COLUMNS)}" for card in sorted(cards)}
    return {"vote": vote, "marks": dict.fromkeys(sorted(cards), 1)}


def a_board(random: Random, workshop: Workshop) -> str:
    """Mostly where the room is: a play that wanders off sees little."""
    return random.choice((workshop.active, workshop.active, workshop.active, *workshop.order))


def in_both(random: Random) -> Fields:
    return {"th": words(random), "en": words(random)}


def some_columns(random: Random, least: int = 1) -> list[Fields]:
    ids = random.sample((*COLUMNS, "later", "never"), random.randint(least, 5))
    both = in_both(random)
    colours = random.sample(COLOURS, len(ids))
    return [
        {"id": id_, "icon": random.choice(ICONS), "colour": colour, "name": both, "hint": both, "starter": both}
        for id_, colour in zip(ids, colours, strict=True)
    ]


# How anybody may ask for each command: fields that are likely, not certain, to be accepted.
ASKING: dict[str, Callable[[Random, Workshop], Fields]] = {
    "try_card": lambda r, w: {"board": a_board(r, w), "text": words(r)},
    "submit_card": lambda r, w: {
        "board": a_board(r, w),
        "text": words(r),
        "proposed": a_column(r),
        "neighbour": r.random() < 0.2,
    },
    "edit_card": lambda r, w: {"card": a_card(r, w), "text": words(r), "proposed": a_column(r)},
    "withdraw_card": lambda r, w: {"card": a_card(r, w)},
    "start_phase": lambda r, w: {"board": a_board(r, w), "phase": r.choice((*PHASES, "write", "sort", "sort"))},
    "start_timer": lambda r, w: {"board": a_board(r, w), "seconds": r.randint(5, 600)},
    "extend_timer": lambda r, w: {"board": a_board(r, w), "seconds": 60},
    "stop_timer": lambda r, w: {"board": a_board(r, w)},
    "read_card": lambda r, w: {"board": a_board(r, w), "card": r.choice((a_card(r, w), None))},
    "place_card": lambda r, w: {"card": a_card(r, w), "column": r.choice(COLUMNS)},
    "skip_card": lambda r, w: {"card": a_card(r, w)},
    "move_cards": lambda r, w: {
        "cards": some_cards(r, w),
        "column": a_column(r),
        "before": r.choice((an_item(r, w), None)),
    },
    "group_cards": lambda r, w: {
        "cards": some_cards(r, w),
        "label": r.choice(("", words(r))),
        "column": r.choice((None, a_column(r))),
    },
    "join_group": lambda r, w: {
        "cards": some_cards(r, w),
        "group": a_group(r, w),
        "before": r.choice((a_card(r, w), None)),
    },
    "ungroup_cards": lambda r, w: {"cards": some_cards(r, w)},
    "name_group": lambda r, w: {"group": a_group(r, w), "label": words(r)},
    "move_group": lambda r, w: {
        "group": a_group(r, w),
        "column": a_column(r),
        "before": r.choice((an_item(r, w), None)),
    },
    "merge_groups": lambda r, w: {"groups": [a_group(r, w), a_group(r, w)], "into": a_group(r, w)},
    "dissolve_group": lambda r, w: {"group": a_group(r, w)},
    "stack_cards": lambda r, w: {"cards": some_cards(r, w)},
    "unstack_cards": lambda r, w: {"cards": some_cards(r, w)},
    "place_as_proposed": lambda r, w: {"board": a_board(r, w)},
    "park_cards": lambda r, w: {"cards": some_cards(r, w)},
    "bring_back_cards": lambda r, w: {"cards": some_cards(r, w)},
    "accept_late_cards": lambda r, w: {"cards": some_cards(r, w)},
    "fix_card": lambda r, w: {"card": a_card(r, w), "text": words(r)},
    "star_cards": lambda r, w: {"cards": [*some_cards(r, w), an_item(r, w)]},
    "unstar_cards": lambda r, w: {"cards": [*some_cards(r, w), an_item(r, w)]},
    "add_cards": lambda r, w: {"board": a_board(r, w), "cards": some_new_cards(r)},
    "add_card": lambda r, w: {"board": a_board(r, w), "text": words(r), "column": a_column(r)},
    "hold_card": lambda r, w: {"card": a_card(r, w)},
    "hold_next": lambda r, w: {"board": a_board(r, w), "after": r.choice((a_card(r, w), None))},
    "let_go": lambda r, w: {},
    "set_tables": lambda r, w: {"tables": r.randint(0, 3), "mode": r.choice(("label", "table")), "table_cards": 9},
    "sit": lambda r, w: {"table": r.choice((1, 2, 3, None))},
    "start_checking": lambda r, w: {"board": a_board(r, w)},
    "stop_checking": lambda r, w: {"board": a_board(r, w)},
    "pass_cards": lambda r, w: {"cards": some_cards(r, w)},
    "pause_phones": lambda r, w: {"minutes": r.choice((None, 15))},
    "resume_phones": lambda r, w: {},
    "ask_about": lambda r, w: {"card": a_card(r, w)},
    "unask": lambda r, w: {"card": r.choice([*w.asked, a_card(r, w)])},
    "answer_card": lambda r, w: {"card": r.choice([*w.asked, a_card(r, w)])},
    "undo": lambda r, w: {},
    "redo": lambda r, w: {},
    "skip_step": lambda r, w: {"step": a_step(r, w)},
    "focus": lambda r, w: {"board": a_board(r, w), "card": r.choice((a_card(r, w), None)), "column": a_column(r)},
    "turn_page": lambda r, w: {"board": a_board(r, w), "page": r.randint(0, 3)},
    "show_view": lambda r, w: {"board": a_board(r, w), "view": r.choice(VIEWS)},
    "set_aliases": lambda r, w: {"aliases": [[words(r), words(r)]]},
    "keep_apart": lambda r, w: {"cards": [*some_cards(r, w), a_card(r, w)]},
    "blank_screens": lambda r, w: {},
    "unblank_screens": lambda r, w: {},
    "rename_workshop": lambda r, w: {"title": words(r)},
    "change_question": lambda r, w: {"board": a_board(r, w), "question": words(r)},
    "change_limits": lambda r, w: {
        "board": a_board(r, w),
        "cards_each": r.randint(2, 9),
        "proposals": r.choice(("off", "optional", "required")),
    },
    "set_room": lambda r, w: {"address": None, "wifi_name": words(r), "wifi_password": None},
    "stop_joining": lambda r, w: {},
    "resume_joining": lambda r, w: {},
    "revoke_link": lambda r, w: {"key": a_key(r, w)},
    "keep_until": lambda r, w: {"until": f"2027-0{r.randint(1, 9)}-01"},
    "lock_workshop": lambda r, w: {},
    "open_children": lambda r, w: {"board": a_board(r, w), "parent": a_card(r, w)},
    "close_children": lambda r, w: {"board": a_board(r, w)},
    "send_child": lambda r, w: {"parent": a_card(r, w), "text": words(r)},
    "add_child": lambda r, w: {"parent": a_card(r, w), "text": words(r)},
    "open_vote": lambda r, w: {
        "board": a_board(r, w),
        "on": r.choice(("groups", "cards", "placing")),
        "each": r.randint(1, 4),
        "most_on_one": r.randint(1, 3),
        "budgets": r.choice(({}, {"close": 1, "open": 2})),
    },
    "cast_ballot": lambda r, w: a_ballot(r, w),
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
    "set_status": lambda r, w: {
        "item": a_card(r, w),
        "status": r.choice(("done", "under_way", None)),
        "note": words(r),
    },
    "carry_over": lambda r, w: {"items": some_cards(r, w), "to": a_board(r, w), "column": a_column(r)},
    "add_board": lambda r, w: {
        "template": r.choice(("blank", "follow-up")),
        "title": words(r),
        "question": words(r),
        "columns": some_columns(r),
        "cards_each": r.randint(2, 9),
        "minutes": r.randint(0, 60),
        "before": r.choice((a_board(r, w), None)),
    },
    "duplicate_board": lambda r, w: {"board": a_board(r, w)},
    "remove_board": lambda r, w: {"board": r.choice(w.order)},
    "order_boards": lambda r, w: {"boards": r.sample(w.order, len(w.order))},
    "skip_board": lambda r, w: {"board": r.choice(w.order)},
    "unskip_board": lambda r, w: {"board": r.choice(w.order)},
    "open_board": lambda r, w: {"board": r.choice(w.order)},
    "plan_board": lambda r, w: {
        "board": a_board(r, w),
        "title": words(r),
        "minutes": r.randint(0, 60),
        "break_minutes": r.randint(0, 30),
        "child": {"label": in_both(r), "prompt": in_both(r)},
        "asks": [{"field": "owner", "required": True}],
        "vote": {"on": r.choice(("cards", "placing")), "each": r.randint(1, 9), "most_on_one": 2, "budgets": {}},
    },
    "change_columns": lambda r, w: {"board": a_board(r, w), "columns": some_columns(r, 3)},
}
BY_SERVER = {"open_workshop", "join_workshop", "mint_link", "change_code", "arrange", "bring_promises"}
assert ASKING.keys() | BY_SERVER == COMMANDS.keys(), "say here how a new command is asked for"

SENDING = (
    *("submit_card",) * 5,
    "edit_card",
    "withdraw_card",
    "try_card",
    "send_child",
    *("cast_ballot",) * 2,
    "check_out",
    "sit",
    "ask_about",
    "unask",
)
# Locking ends a game, so it is drawn apart; sorting, grouping and undoing are what people mostly do.
OFTEN = {
    "undo": 4,
    "redo": 3,
    "place_card": 4,
    "start_phase": 3,
    "fix_card": 2,
    "hold_next": 2,
    "pass_cards": 3,
    "resume_phones": 3,
    "group_cards": 3,
    "join_group": 3,
    "stack_cards": 2,
}
SORTING = tuple(
    name for name in ASKING for _ in range(OFTEN.get(name, 1)) if name not in SENDING and name not in ("lock_workshop",)
)
