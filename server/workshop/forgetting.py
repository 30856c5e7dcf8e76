"""What people gave in secret, once nobody may know any more who gave what: only what it came to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypedDict

from server.workshop.counting import cut
from server.workshop.leaving import Answer, Leaving
from server.workshop.state import Workshop
from server.workshop.vote import CLOSED, OPEN, Vote


class Given(TypedDict):
    """Marks and voters by vote, and the answers of the check-out without their people."""

    votes: dict[str, dict[str, int]]
    voters: dict[str, int]
    left: tuple[tuple[int, str], ...]


def what_people_gave(workshop: Workshop) -> Given:
    """Counted before it is forgotten; afterwards nobody can count it again."""
    counted = {name: cut(workshop, vote) for name, vote in workshop.votes.items()}
    return Given(
        votes={name: dict(vote.counted) for name, vote in counted.items()},
        voters={name: vote.voters for name, vote in counted.items()},
        left=tuple((answer.mood, answer.line) for answer in workshop.leaving.shuffled()),
    )


def forgotten_votes(
    workshop: Workshop, votes: Mapping[str, Mapping[str, int]], voters: Mapping[str, int]
) -> dict[str, Vote]:
    """The votes with what their ballots came to; nobody is left who could vote on, so none stays open."""
    return {
        name: replace(
            vote,
            ballots={},
            counted=dict(votes.get(name, {})),
            voters=voters.get(name, 0),
            status=CLOSED if vote.status == OPEN else vote.status,
        )
        for name, vote in workshop.votes.items()
    }


def forgotten_answers(workshop: Workshop, left: Iterable[tuple[int, str]]) -> Leaving:
    strangers = tuple(Answer(mood, line) for mood, line in left)
    return replace(workshop.leaving, answers={}, strangers=strangers)


def secret_records(workshop: Workshop) -> set[str]:
    """The records that look different once people are forgotten."""
    ballots = {f"ballot:{name}:{voter}" for name, vote in workshop.votes.items() for voter in vote.ballots}
    answers = {f"answer:{who}" for who in workshop.leaving.answers}
    return ballots | answers | {f"vote:{name}" for name in workshop.votes} | {"check_out"}
