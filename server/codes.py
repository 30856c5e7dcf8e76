"""Join codes: eight digits that lead to one workshop."""

from __future__ import annotations

from sqlalchemy import Engine, bindparam, select

from server.people import CODE_DIGITS, new_code
from server.tables import workshops

# Made once: a thousand phones join in the same second.
_BY_CODE = select(workshops.c.id).where(workshops.c.code == bindparam("join_code"))


def workshop_of(engine: Engine, code: str) -> str | None:
    """The workshop that this code leads to now."""
    if len(code) != CODE_DIGITS:
        return None
    with engine.connect() as connection:
        return connection.execute(_BY_CODE, {"join_code": code}).scalar_one_or_none()


def free_code(engine: Engine) -> str:
    """A code that leads nowhere yet."""
    while workshop_of(engine, code := new_code()) is not None:
        pass
    return code
