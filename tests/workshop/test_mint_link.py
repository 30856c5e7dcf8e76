"""A link is named and listed; only the owner makes one."""

from __future__ import annotations

from table import CO, FAY, Table, refused


def test_it_is_listed_with_its_name_and_role(table: Table) -> None:
    table.does(FAY, "mint_link", key="a-new-key-000000", role="wall", label="จอหลัง")
    key = table.workshop.keys["a-new-key-000000"]
    assert (key.role, key.name, key.revoked) == ("wall", "จอหลัง", False)


def test_a_co_facilitator_makes_none(table: Table) -> None:
    with refused("forbidden"):
        table.does(CO, "mint_link", key="a-new-key-000000", role="facilitator", label="x")
