"""A participant may say where they sit; nobody must."""

from __future__ import annotations

import pytest
from table import ANA, CO, FAY, Table, refused

from server.workshop.views import own
from server.workshop.views.cards import own_place


def test_one_sits_down_moves_and_gets_up(table: Table) -> None:
    table.does(FAY, "set_tables", tables=4)
    table.does(ANA, "sit", table=2)
    assert own_place(table.workshop, ANA) == {"table": 2, "asked": []}
    assert table.does(ANA, "sit", table=2).name == "already_so"
    table.does(ANA, "sit", table=4)
    table.does(ANA, "sit", table=None)
    assert own(table.workshop, ANA) == {}


@pytest.mark.parametrize("tables", [0, 2])
def test_there_is_no_table_beyond_the_last(table: Table, tables: int) -> None:
    table.does(FAY, "set_tables", tables=tables) if tables else None
    with refused("no_such_table", field="table"):
        table.does(ANA, "sit", table=tables + 1)


def test_facilitators_sit_nowhere(table: Table) -> None:
    with refused("forbidden"):
        table.does(CO, "sit", table=1)
