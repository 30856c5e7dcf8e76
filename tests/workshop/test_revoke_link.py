"""A revoked link has no rights from that moment."""

from __future__ import annotations

from table import CO, FAY, Table, refused


def test_its_bearer_is_refused_from_then_on(table: Table) -> None:
    assert table.does(CO, "blank_screens")
    table.does(FAY, "revoke_link", key=CO)
    with refused("revoked"):
        table.does(CO, "unblank_screens")
    assert table.does(FAY, "revoke_link", key=CO).name == "already_so"


def test_nobody_locks_themselves_out_and_no_helper_the_owner(table: Table) -> None:
    with refused("own_link"):
        table.does(FAY, "revoke_link", key=FAY)
    with refused("forbidden"):
        table.does(CO, "revoke_link", key=FAY)
    with refused("not_found", field="key"):
        table.does(FAY, "revoke_link", key="no-key-of-that-i")
