"""Rounds below a card, votes, decisions and the check-out, as an audience sees them."""

from __future__ import annotations

from dataclasses import asdict

from server.workshop import counting
from server.workshop.card import Card
from server.workshop.decision import Decision
from server.workshop.leaving import NEVER, TOLD
from server.workshop.places import everything_in, the_group_now
from server.workshop.state import Workshop
from server.workshop.views.audiences import DESK, INBOX, PARTICIPANT, RESULT, ROOM, Record, Records
from server.workshop.views.sight import sees_board
from server.workshop.vote import TOLD as VOTES_TOLD


def round_(workshop: Workshop, name: str, audience: str) -> Record | None:
    """What phones may write below just now; how many have done so only the room's screens are told."""
    board = workshop.boards.get(name)
    if board is None or board.children_of is None or not sees_board(workshop, board, audience):
        return None
    sent = [card for card in workshop.cards.hanging_below(board.children_of) if not card.late]
    told = {"item": board.children_of, "title": _title(workshop, board.children_of), "limit": board.child_limit}
    return {**told, "sent": len(sent)} if audience in ROOM else told


def vote(workshop: Workshop, name: str, audience: str) -> Record | None:
    """A vote without any tally until it is shown; raised hands are no secret, facilitators note them."""
    found = workshop.votes.get(name)
    if found is None or not sees_board(workshop, workshop.boards[found.board], audience):
        return None
    told: Record = {
        "id": found.id,
        "board": found.board,
        "on": found.on,
        "each": found.each,
        "most_on_one": found.most_on_one,
        "budgets": dict(found.budgets),
        "status": found.status,
    }
    if audience in ROOM:
        told["voted"] = counting.voters(workshop, found)
    if found.status == VOTES_TOLD:
        told |= {"tallies": counting.tallies(workshop, found), "hands": counting.hands(workshop, found)}
    elif audience in DESK:
        told["hands"] = counting.hands(workshop, found)
    return told


def decision(workshop: Workshop, name: str, audience: str) -> Record | None:
    """What was decided about something the audience sees."""
    found = workshop.decisions.get(name)
    if found is None or found == Decision() or audience == PARTICIPANT:
        return None
    cards = _cards(workshop, name)
    if not cards or not sees_board(workshop, workshop.boards[cards[0].board], audience):
        return None
    if audience != INBOX and not any(map(workshop.visible, cards)):
        return None
    return {"id": name, **{field: value for field, value in asdict(found).items() if value}}


def check_out(workshop: Workshop, _name: str, audience: str) -> Record | None:
    """How people leave: told to all only when it is shown."""
    leaving = workshop.leaving
    if leaving.status == NEVER or (audience == RESULT and leaving.status != TOLD):
        return None
    told: Record = {"status": leaving.status}
    if audience in ROOM:
        told["answered"] = len(leaving.everything)
    if leaving.status == TOLD:
        told |= {"moods": leaving.moods(), "lines": leaving.lines()}
    return told


def own_votes(workshop: Workshop, participant: str) -> Records:
    """A participant's ballots and check-out."""
    seen = {f"ballot:{vote}": own_ballot(workshop, vote, participant) for vote in workshop.votes}
    seen["answer"] = own_answer(workshop, participant)
    return {key: one for key, one in seen.items() if one is not None}


def own_ballot(workshop: Workshop, name: str, participant: str) -> Record | None:
    """A ballot as it counts now."""
    found = workshop.votes.get(name)
    marks = found.ballots.get(participant) if found else None
    if found is None or marks is None:
        return None
    return {"vote": found.id, "marks": counting.counts_as(workshop, found, marks)}


def own_answer(workshop: Workshop, participant: str) -> Record | None:
    answer = workshop.leaving.answers.get(participant)
    return asdict(answer) if answer else None


def _title(workshop: Workshop, item: str) -> str:
    card = workshop.cards.get(item)
    if card is not None:
        return card.text if workshop.visible(card) else ""
    group = the_group_now(workshop, item)
    if group is None:
        return ""
    seen = [one.text for one in everything_in(workshop, group.id) if workshop.visible(one)]
    return (group.name or seen[0]) if seen else ""


def _cards(workshop: Workshop, item: str) -> list[Card]:
    card = workshop.cards.get(item)
    if card is not None:
        return [card]
    group = workshop.groups.get(item)
    return everything_in(workshop, item) if group and group.merged_into is None else []
