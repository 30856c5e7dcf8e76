"""Counting votes: ballots stay as they were sent, and follow their cards and groups wherever those go.

Merging two groups puts their votes together but never lets one person have more there than the vote
allows; what is dissolved, parked or taken off the columns gives its votes back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from server.workshop.catalogue import Catalogue
from server.workshop.places import column_of, group_of, parent_of, taken_in, the_group_now, top_of
from server.workshop.same import KEPT, Same
from server.workshop.state import Board, Card, Touched, Workshop
from server.workshop.vote import CARDS, OPEN, Marks, Vote


def votable(workshop: Workshop, vote: Vote) -> Mapping[str, str]:
    """What can be voted for now: each item's id, and the column it lies in; found once for each state."""
    return _votable(Same(workshop.cards, workshop.groups), Looked(workshop.boards[vote.board]), vote.on)


class Looked:
    """A board as a key: equal to itself only, like the cards on it."""

    __slots__ = ("board",)

    def __init__(self, board: Board) -> None:
        self.board = board

    def __hash__(self) -> int:
        return id(self.board)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Looked) and self.board is other.board


@lru_cache(maxsize=KEPT)
def _votable(same: Same, looked: Looked, on: str) -> Mapping[str, str]:
    board = looked.board
    workshop = Workshop(cards=same.cards, groups=same.groups, boards=Catalogue({board.id: board}))
    found: dict[str, str] = {}
    for card in workshop.cards.on(board.id):
        if not workshop.visible(card) or parent_of(workshop, card) is not None:
            continue
        item, column = _stands_for(workshop, on, card), column_of(workshop, card)
        if item is not None and column is not None:
            found[item] = column
    return MappingProxyType(found)


def item_now(workshop: Workshop, vote: Vote, item: str) -> str | None:
    """The card or group that a mark on this item counts for today."""
    card = workshop.cards.get(item)
    if card is not None:
        return _stands_for(workshop, vote.on, card)
    group = the_group_now(workshop, item)
    return group.id if group is not None and vote.on != CARDS else None


def counts_as(workshop: Workshop, vote: Vote, marks: Marks, places: Mapping[str, str] | None = None) -> dict[str, int]:
    """One person's ballot as it counts today; never above any limit of the vote."""
    places = votable(workshop, vote) if places is None else places
    counted: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    for item in sorted(marks):
        now = item_now(workshop, vote, item)
        if now is None or now not in places:
            continue
        column = places[now]
        room = min(vote.most_on_one - counted[now], vote.each - counted.total())
        if column in vote.budgets:
            room = min(room, vote.budgets[column] - spent[column])
        given = max(0, min(marks[item], room))
        counted[now] += given
        spent[column] += given
    return {item: number for item, number in counted.items() if number}


def tallies(workshop: Workshop, vote: Vote) -> dict[str, int]:
    """The votes of every item: phones only."""
    places = votable(workshop, vote)
    total: Counter[str] = Counter()
    for marks in vote.ballots.values():
        total.update(counts_as(workshop, vote, marks, places))
    total.update(_followed(workshop, vote, vote.counted, places))
    return {item: number for item, number in total.items() if number}


def hands(workshop: Workshop, vote: Vote) -> dict[str, int]:
    """The raised hands of every item."""
    return _followed(workshop, vote, vote.hands, votable(workshop, vote))


def voters(workshop: Workshop, vote: Vote) -> int:
    """How many people have given a vote that counts."""
    places = votable(workshop, vote)
    return vote.voters + sum(_says_anything(workshop, vote, marks, places) for marks in vote.ballots.values())


def cut(workshop: Workshop, vote: Vote) -> Vote:
    """The same vote without ballots: only what they came to."""
    return replace(vote, ballots={}, counted=tallies(workshop, vote), voters=voters(workshop, vote))


def running(workshop: Workshop, board: str) -> Vote | None:
    """The vote that is open on a board."""
    return next((vote for vote in workshop.votes.values() if vote.board == board and vote.status == OPEN), None)


def touched_votes(before: Workshop, after: Workshop, touched: Touched) -> Touched:
    """The votes and ballots that count differently because cards and groups went elsewhere."""
    if not after.votes:
        return frozenset()
    moved = {key.partition(":")[2] for key in touched if key.startswith(("card:", "group:"))}
    boards = {one.board for one in _found((before, after), moved)}
    if not boards:
        return frozenset()
    # A mark on a group that was merged follows the one that took it in.
    moved |= {one for workshop in (before, after) for group in moved for one in taken_in(workshop, group)}
    votes = [vote for vote in after.votes.values() if vote.board in boards]
    ballots = {
        f"ballot:{vote.id}:{voter}" for vote in votes for voter, marks in vote.ballots.items() if moved & set(marks)
    }
    return frozenset({f"vote:{vote.id}" for vote in votes} | ballots)


def _says_anything(workshop: Workshop, vote: Vote, marks: Marks, places: Mapping[str, str]) -> bool:
    """Does any mark of this ballot count? Asked of every ballot after every vote, so without counting them."""
    for item in marks:
        column = places.get(item_now(workshop, vote, item) or "")
        if column is not None and vote.budgets.get(column, 1):
            return True
    return False


def _found(states: Iterable[Workshop], names: set[str]) -> Iterable[Card]:
    for workshop in states:
        for name in names:
            card = workshop.cards.get(name)
            if card is not None:
                yield card


def _stands_for(workshop: Workshop, on: str, card: Card) -> str | None:
    if on == CARDS:
        return top_of(workshop, card).id
    group = group_of(workshop, card)
    return group.id if group else top_of(workshop, card).id


def _followed(workshop: Workshop, vote: Vote, marks: Marks, places: Mapping[str, str]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for item, number in marks.items():
        now = item_now(workshop, vote, item)
        if now is not None and now in places:
            total[now] += number
    return dict(total)
