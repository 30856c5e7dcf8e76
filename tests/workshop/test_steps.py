"""Any work of two facilitators, undone and redone in any order, restores exactly what it touched."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from play import ASKING
from table import ANA, BEN, BOARD, CO, FAY, Table

from server import wire
from server.workshop import EVENTS, Refused, Workshop
from server.workshop.state import Step
from server.workshop.steps import _value, backwards, put

UNDOABLE = (
    "place_card",
    "skip_card",
    "move_cards",
    "place_as_proposed",
    "park_cards",
    "bring_back_cards",
    "accept_late_cards",
    "fix_card",
    "star_cards",
    "unstar_cards",
    "add_card",
    "add_cards",
    "pass_cards",
    "group_cards",
    "join_group",
    "ungroup_cards",
    "name_group",
    "move_group",
    "merge_groups",
    "dissolve_group",
    "stack_cards",
    "unstack_cards",
    "rename_workshop",
    "change_question",
    "change_limits",
    "arrange",
    "add_child",
    "decide_item",
    "set_status",
    "carry_over",
    "add_board",
    "remove_board",
    "order_boards",
    "skip_board",
    "unskip_board",
    "plan_board",
    "change_columns",
)
SEEDS = 60


def test_the_list_of_undoable_verbs_is_whole() -> None:
    assert len(UNDOABLE) == len({name for name, kind in EVENTS.items() if kind.undoable})


def a_table() -> Table:
    table = Table(cards_each=50)
    table.starts("write")
    for number in range(8):
        table.writes((ANA, BEN)[number % 2], f"บัตร {number}", proposed=("close", "open", None)[number % 3])
    table.starts("sort")
    table.writes(ANA, "มาช้า")
    return table


def fields(random: Random, workshop: Workshop, name: str, pasts: list[Workshop]) -> dict[str, Any]:
    if name == "arrange":
        return {"board": BOARD, "then": random.choice(pasts)}
    _, command = wire.command({"id": "x" * 16, "name": name, **ASKING[name](random, workshop)})
    return {one.name: getattr(command, one.name) for one in dataclasses.fields(command)}  # type: ignore[arg-type]


def tried(work: Callable[[], object]) -> str:
    try:
        work()
    except Refused as why:
        return why.code
    return "ok"


def values(workshop: Workshop, step: Step) -> list[object]:
    return [_value(workshop, change.key, change.field) for change in step.changes]


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_two_facilitators_do_undo_and_redo_restore_it(seed: int) -> None:
    random, table = Random(seed), a_table()
    undone_once, pasts = 0, [table.workshop]
    for _ in range(60):
        pasts.append(table.workshop)
        who = random.choice((FAY, CO))
        draw = random.random()
        if draw < 0.55:
            name = random.choice(UNDOABLE)
            tried(lambda who=who, name=name: table.does(who, name, **fields(random, table.workshop, name, pasts)))
        elif draw < 0.85:
            undone_once += _undo(table, who)
        elif draw < 0.95:
            _redo(table, who)
        else:
            table.starts(random.choice(("show", "sort", "write")))
    assert undone_once


def _undo(table: Table, who: str) -> bool:
    done = table.workshop.steps[who].done if who in table.workshop.steps else ()
    before = table.workshop
    result = tried(lambda: table.does(who, "undo"))
    if not done:
        assert result == "nothing_to_undo"
        return False
    step = done[-1]
    stands = values(before, step) == [change.after for change in step.changes]
    if result == "changed_since":
        assert not stands or _leaves_gap(before, step)
        assert table.workshop == before
        return False
    assert (result, stands) == ("ok", True)
    assert values(table.workshop, step) == [change.before for change in step.changes]
    _untouched(before, table.workshop, step)
    # And forward again at once: everything is as it was.
    table.does(who, "redo")
    assert table.workshop.cards == before.cards
    assert table.workshop.groups == before.groups
    assert table.workshop.steps == before.steps
    table.does(who, "undo")
    return True


def _leaves_gap(workshop: Workshop, step: Step) -> bool:
    """Would this undo take a card's board, its column or its proposal from under it?"""
    after, _ = put(workshop, backwards(step))
    boards = after.boards
    return any(
        card.board not in boards or not all(map(boards[card.board].has_column, (card.column, card.proposed)))
        for card in after.cards.values()
    )


def _redo(table: Table, who: str) -> None:
    undone = table.workshop.steps[who].undone if who in table.workshop.steps else ()
    before = table.workshop
    result = tried(lambda: table.does(who, "redo"))
    if not undone:
        assert result == "nothing_to_redo"
    elif result == "ok":
        assert values(table.workshop, undone[-1]) == [change.after for change in undone[-1].changes]
    else:
        assert result == "changed_since"
        assert table.workshop == before


def _untouched(before: Workshop, after: Workshop, step: Step) -> None:
    touched = {change.key for change in step.changes}
    for kind, old, new in (("card", before.cards, after.cards), ("group", before.groups, after.groups)):
        rest = [id_ for id_ in old if f"{kind}:{id_}" not in touched]
        assert [old[id_] for id_ in rest] == [new[id_] for id_ in rest]  # type: ignore[index]
