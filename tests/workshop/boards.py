"""A table with more than one board, and columns as people ask for them."""

from __future__ import annotations

from typing import Any

from table import BOARD, FAY, Table

from server.workshop.set_up import AskedColumn


def column(id_: str, **words: Any) -> AskedColumn:
    both = {"th": id_, "en": id_}
    return AskedColumn(
        **{"id": id_, "icon": "flag", "colour": "sky", "name": both, "hint": both, "starter": both} | words
    )


def with_boards(count: int = 3, **fields: Any) -> tuple[Table, tuple[str, ...]]:
    """The ids in the order of the agenda; the room is at the first."""
    table = Table(cards_each=50)
    for number in range(2, count + 1):
        adds(table, title=f"ประเด็น {number}", **fields)
    assert table.workshop.order[0] == BOARD
    return table, table.workshop.order


def adds(table: Table, who: str = FAY, **fields: Any) -> str:
    asked = {"template": "blank", "question": "อะไร", "columns": (column("soon"), column("later"))} | fields
    before = set(table.workshop.boards)
    table.does(who, "add_board", **asked)
    return (set(table.workshop.boards) - before).pop()
