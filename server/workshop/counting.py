"""Counting votes: ballots stay as they were sent, and follow their cards and groups wherever those go.

Merging two groups puts their votes together but never lets one person have more there than the vote
allows; what is dissolved, parked or taken off the columns gives its votes back. Who placed both groups is
heard on the one that stays, and who placed several cards of a group in what most of them were given.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from statistics import mode
from types import MappingProxyType

from server.workshop.board import Board
from server.workshop.card import Card, Cards
from server.workshop.catalogue import Catalogue
from server.workshop.group import Groups
from server.workshop.places import Item, parent_of, standing_for, stands_for, taken_in, the_group_now, top_of
from server.workshop.same import once_for_each
from server.workshop.state import Touched, Workshop
from server.workshop.vote import CARDS, OPEN, PLACING, Marks, Vote, column_of, item_of, placed


def votable(workshop: Workshop, vote: Vote) -> Mapping[str, str]:
    """What can be voted for now and the column it counts for: each item, when placing in every column."""
    return _votable(workshop.cards, workshop.groups, workshop.boards[vote.board], vote.on)


@once_for_each
def _votable(cards: Cards, groups: Groups, board: Board, on: str) -> Mapping[str, str]:
    workshop = Workshop(cards=cards, groups=groups, boards=Catalogue({board.id: board}))
    if on == PLACING:
        items = {where.id for _, where in _standing(workshop, board.id)} if len(board.columns) > 1 else ()
        return MappingProxyType({placed(item, one.id): one.id for item in items for one in board.columns})
    found: dict[str, str] = {}
    for card, where in _standing(workshop, board.id):
        if where.column is not None:
            found[top_of(workshop, card).id if on == CARDS else where.id] = where.column
    return MappingProxyType(found)


def _standing(workshop: Workshop, board: str) -> Iterator[tuple[Card, Item]]:
    """The cards that the room sees and that hang below nothing, each with what stands for it."""
    for card in filter(workshop.visible, workshop.cards.on(board)):
        if parent_of(workshop, card) is None:
            yield card, standing_for(workshop, card)


def item_now(workshop: Workshop, vote: Vote, item: str) -> str | None:
    """The card or group that a mark on this item counts for today; when placing, still in its column."""
    if vote.on == PLACING:
        now = stands_for(workshop, item_of(item))
        return placed(now, column_of(item)) if now is not None else None
    card = workshop.cards.get(item)
    if card is not None:
        return top_of(workshop, card).id if vote.on == CARDS else standing_for(workshop, card).id
    group = the_group_now(workshop, item)
    return group.id if group is not None and vote.on != CARDS else None


def counts_as(workshop: Workshop, vote: Vote, marks: Marks, places: Mapping[str, str] | None = None) -> dict[str, int]:
    """One person's ballot as it counts today; never above any limit of the vote."""
    places = votable(workshop, vote) if places is None else places
    if vote.on == PLACING:
        return _placings(workshop, vote, marks, places)
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


def _placings(workshop: Workshop, vote: Vote, marks: Marks, places: Mapping[str, str]) -> dict[str, int]:
    """One column at most for each item, as it was said of the item itself or else of most that lies in it."""
    if marks.keys() <= places.keys():
        return dict(marks)
    said: defaultdict[str, list[str]] = defaultdict(list)
    for mark in sorted(marks):
        now = item_now(workshop, vote, mark)
        if now is not None and now in places:
            said[item_of(now)].append(now)
    return {mode([one for one in all_ if one in marks] or all_): 1 for all_ in said.values()}


def tallies(workshop: Workshop, vote: Vote) -> Mapping[str, int]:
    """The votes of every item: phones only."""
    return _tallies(workshop.cards, workshop.groups, workshop.boards[vote.board], vote)


@once_for_each
def _tallies(cards: Cards, groups: Groups, board: Board, vote: Vote) -> Mapping[str, int]:
    workshop = Workshop(cards=cards, groups=groups, boards=Catalogue({board.id: board}))
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
    return vote.voters + _voting(workshop.cards, workshop.groups, workshop.boards[vote.board], vote)


@once_for_each
def _voting(cards: Cards, groups: Groups, board: Board, vote: Vote) -> int:
    workshop = Workshop(cards=cards, groups=groups, boards=Catalogue({board.id: board}))
    places = votable(workshop, vote)
    counting = {item for item, column in places.items() if vote.budgets.get(column, 1)}
    # Nearly every ballot has a mark on something that nobody has put elsewhere.
    return sum(
        not counting.isdisjoint(marks) or _follows(workshop, vote, marks, counting) for marks in vote.ballots.values()
    )


def _follows(workshop: Workshop, vote: Vote, marks: Marks, counting: Collection[str]) -> bool:
    """Does any mark of this ballot count where its item is now?"""
    return any(item_now(workshop, vote, item) in counting for item in marks)


def cut(workshop: Workshop, vote: Vote) -> Vote:
    """The same vote without ballots: only what they came to."""
    return replace(vote, ballots={}, counted=tallies(workshop, vote), voters=voters(workshop, vote))


def running(workshop: Workshop, board: str) -> Vote | None:
    """The vote that is open on a board."""
    return next((vote for vote in workshop.votes.values() if vote.board == board and vote.status == OPEN), None)


def touched_votes(before: Workshop, after: Workshop, touched: Touched) -> Touched:
    """The votes and ballots that count differently because cards, groups or columns are not where they were."""
    if not after.votes:
        return frozenset()
    refitted = [vote for vote in after.votes.values() if vote.on == PLACING and _has_other_columns(before, after, vote)]
    told = {f"vote:{vote.id}" for vote in refitted}
    told |= {f"ballot:{vote.id}:{voter}" for vote in refitted for voter in vote.ballots}
    moved = {key.partition(":")[2] for key in touched if key.startswith(("card:", "group:"))}
    boards = {one.board for one in _found((before, after), moved)}
    if not boards:
        return frozenset(told)
    # A mark on a group that was merged follows the one that took it in.
    moved |= {one for workshop in (before, after) for group in moved for one in taken_in(workshop, group)}
    votes = [vote for vote in after.votes.values() if vote.board in boards]
    ballots = {
        f"ballot:{vote.id}:{voter}"
        for vote in votes
        for voter, marks in vote.ballots.items()
        if not moved.isdisjoint(marks if vote.on != PLACING else map(item_of, marks))
    }
    return frozenset(told | {f"vote:{vote.id}" for vote in votes} | ballots)


def _has_other_columns(before: Workshop, after: Workshop, vote: Vote) -> bool:
    old, new = before.boards[vote.board].columns, after.boards[vote.board].columns
    return old is not new and {one.id for one in old} != {one.id for one in new}


def _found(states: Iterable[Workshop], names: set[str]) -> Iterable[Card]:
    for workshop in states:
        for name in names:
            card = workshop.cards.get(name)
            if card is not None:
                yield card


def _followed(workshop: Workshop, vote: Vote, marks: Marks, places: Mapping[str, str]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for item, number in marks.items():
        now = item_now(workshop, vote, item)
        if now is not None and now in places:
            total[now] += number
    return dict(total)
