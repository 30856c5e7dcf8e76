"""The rules: everything people can do on a workshop's boards, and what it means.

Pure: no clock, socket, database or randomness; only the standard library. A command decides, an
event applies. `verbs.py` lists everything there is.
"""

from __future__ import annotations

from server.workshop import steps
from server.workshop.already_so import AlreadySo
from server.workshop.counting import touched_votes
from server.workshop.holding import holders
from server.workshop.join_workshop import JoinWorkshop
from server.workshop.places import spread
from server.workshop.refused import Refused
from server.workshop.standing import told_by_column
from server.workshop.state import Touched, Workshop
from server.workshop.tally import follow
from server.workshop.verb import PARTICIPANT, SYSTEM, Asked, Command, Event, Stamp
from server.workshop.verbs import COMMANDS, EVENTS

__all__ = [
    "COMMANDS",
    "EVENTS",
    "PARTICIPANT",
    "SYSTEM",
    "Asked",
    "Command",
    "Event",
    "Refused",
    "Stamp",
    "Touched",
    "Workshop",
    "apply",
    "decide",
    "must_be_known",
]


def decide(workshop: Workshop, command: Command, asked: Asked) -> Event:
    """Say what follows from a command, whoever asks; raises Refused."""
    if asked.role not in command.roles:
        raise Refused("forbidden")
    if asked.role != SYSTEM and not isinstance(command, JoinWorkshop):
        must_be_known(workshop, asked.actor, asked.role)
    if workshop.locked and not command.when_locked:
        raise Refused("locked")
    if workshop.paused and asked.role == PARTICIPANT and not isinstance(command, JoinWorkshop):
        # It is only early: the phone keeps it and sends it again.
        raise Refused("paused", retry=True)
    return command.decide(workshop, asked) or AlreadySo()


def apply(workshop: Workshop, event: Event, stamp: Stamp) -> tuple[Workshop, Touched]:
    """Return the workshop after an event, and the keys of the records it touched."""
    after, touched = event.apply(workshop, stamp)
    touched = spread(workshop, after, touched)
    follow(workshop, after, touched)
    touched |= holders(workshop, after, touched=touched)
    touched |= touched_votes(workshop, after, touched)
    if not event.undoable:
        return after, touched
    after, told = told_by_column(workshop, after, touched)
    touched |= told
    after = steps.remember(workshop, after, touched, stamp.actor, stamp.seq, event.name)
    return after, touched | {f"steps:{stamp.actor}"}


def must_be_known(workshop: Workshop, actor: str, role: str) -> None:
    """Refuse whoever the log does not know: a token outlives its key.

    A locked workshop has forgotten its participants, but they may still look.
    """
    if role == PARTICIPANT:
        if actor not in workshop.participants and not workshop.locked:
            raise Refused("bad_token")
        return
    key = workshop.keys.get(actor)
    if key is None or key.role != role:
        raise Refused("bad_token")
    if key.revoked:
        raise Refused("revoked")
