"""What happens by itself: expired workshops are deleted, finished ones locked, idle ones put away."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Engine, func, select

from server import log, tables
from server.desk import Desk
from server.doubt import Doubt
from server.people import new_id
from server.shelf import Shelf
from server.tables import workshops
from server.workshop import SYSTEM
from server.workshop.clock import iso, moment
from server.workshop.lock_workshop import LockWorkshop

logger = logging.getLogger("batkham.caretaker")

LOCK_DAYS = 30


class Caretaker:
    """Deletes and locks; `gone` tells the open screens of a deleted workshop."""

    def __init__(
        self,
        engine: Engine,
        desk: Desk,
        shelf: Shelf,
        gone: Callable[[str], None],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        steady: Callable[[], float] = time.monotonic,
        *,
        forget_copies: Callable[[str], None] = lambda _workshop_id: None,
    ) -> None:
        self._engine = engine
        self._desk = desk
        self._shelf = shelf
        self._gone = gone
        self._forget_copies = forget_copies
        self._clock = clock
        self._doubt = Doubt(clock, steady)

    def tidy(self) -> None:
        """Delete what has expired and lock what was finished thirty days ago, unless the clock is in doubt."""
        if not self._doubt.is_cleared(self._newest()):
            return
        for workshop_id in self._expired():
            self.delete(workshop_id)
        for workshop_id in self._to_lock():
            self._desk.perform(workshop_id, LockWorkshop(), id=new_id(), actor=SYSTEM, role=SYSTEM)

    def delete(self, workshop_id: str) -> None:
        """Erase everything of a workshop; its copies first, for without its row nobody would look for them."""
        self._forget_copies(workshop_id)

        def erase(connection: Connection) -> bool:
            return log.delete_workshop(connection, workshop_id)

        self._desk.write(erase, erases=True)
        self._shelf.drop(workshop_id)
        self._gone(workshop_id)
        logger.info("deleted a workshop")

    def _newest(self) -> datetime | None:
        """When anything last happened in any workshop."""
        with self._engine.connect() as connection:
            at = connection.scalar(select(func.max(tables.log.c.at)))
        return None if at is None else moment(at)

    def _expired(self) -> list[str]:
        today = self._clock().date().isoformat()
        with self._engine.connect() as connection:
            return list(connection.scalars(select(workshops.c.id).where(workshops.c.expires_on <= today)))

    def _to_lock(self) -> list[str]:
        before = iso(self._clock() - timedelta(days=LOCK_DAYS))
        finished = select(workshops.c.id).where(workshops.c.finished_at <= before, workshops.c.locked == 0)
        with self._engine.connect() as connection:
            return list(connection.scalars(finished))
