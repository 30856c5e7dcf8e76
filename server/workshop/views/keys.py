"""The links and each one's last step, for facilitators only."""

from __future__ import annotations

from server.workshop.state import Step, Steps, Workshop
from server.workshop.views.audiences import DESK, Record


def key(workshop: Workshop, name: str, audience: str) -> Record | None:
    found = workshop.keys.get(name)
    if found is None or audience not in DESK:
        return None
    return {
        "id": found.id,
        "role": found.role,
        "name": found.name,
        "minted_at": found.minted_at,
        "revoked": found.revoked,
    }


def steps(workshop: Workshop, name: str, audience: str) -> Record | None:
    if name not in workshop.keys or audience not in DESK:
        return None
    mine = workshop.steps.get(name, Steps())
    return {"undo": _step(mine.done), "redo": _step(mine.undone)}


def _step(done: tuple[Step, ...]) -> Record | None:
    if not done:
        return None
    last = done[-1]
    return {"step": last.seq, "name": last.name, "count": last.count}
