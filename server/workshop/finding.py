"""Guards that many verbs share: the thing exists, and its asker may touch it."""

from __future__ import annotations

from datetime import datetime

from server.workshop.board import Board
from server.workshop.card import Card
from server.workshop.group import Group
from server.workshop.holding import held
from server.workshop.places import everything_in, has_cards, is_loose, items, stacked, the_group_now, top_of
from server.workshop.refused import Refused
from server.workshop.state import Workshop
from server.workshop.vote import Vote


def the_board(workshop: Workshop, board: str) -> Board:
    found = workshop.boards.get(board)
    if found is None:
        raise Refused("no_such_board", field="board")
    return found


def the_card(workshop: Workshop, card: str) -> Card:
    found = workshop.cards.get(card)
    if found is None:
        raise Refused("no_such_card", field="card")
    return found


def the_cards(workshop: Workshop, cards: tuple[str, ...]) -> tuple[Card, ...]:
    """Those that still exist, once each, in the order asked for; refused when none does."""
    found = tuple(workshop.cards[card] for card in dict.fromkeys(cards) if card in workshop.cards)
    if not found:
        raise Refused("no_such_card", field="cards")
    return found


def own_card(workshop: Workshop, card: str, actor: str) -> Card:
    found = the_card(workshop, card)
    if found.author != actor:
        raise Refused("not_yours", field="card")
    return found


def a_column(board: Board, column: str | None) -> None:
    if not board.has_column(column):
        raise Refused("no_such_column", field="column")


def the_group(workshop: Workshop, group: str, field: str = "group") -> Group:
    """A group that is still there; one that was merged stands for the group that took it in."""
    found = the_group_now(workshop, group)
    if found is None or not has_cards(workshop, found.id):
        raise Refused("no_such_group", field=field)
    return found


def an_item(workshop: Workshop, item: str) -> str:
    """The card or group by this id, through merged groups; raises Refused."""
    if item in workshop.cards:
        return item
    found = the_group_now(workshop, item)
    if found is None:
        raise Refused("no_such_card", field="item")
    return found.id


def board_of(workshop: Workshop, item: str) -> Board:
    """The board a card or group lies on; raises Refused."""
    found = workshop.cards.get(item) or the_group_now(workshop, item)
    if found is None:
        raise Refused("no_such_card", field="parent")
    return workshop.boards[found.board]


def a_parent(workshop: Workshop, board: str, item: str) -> str:
    """A card or group on this board that the room sees and that others may hang below; raises Refused."""
    card = workshop.cards.get(item)
    if card is not None:
        top = top_of(workshop, card)
        if top.board == board and top.parent is None and workshop.visible(top):
            return top.id
        raise Refused("not_shown", field="parent")
    group = the_group_now(workshop, item)
    if group is None or group.board != board:
        raise Refused("no_such_card", field="parent")
    if not any(map(workshop.visible, everything_in(workshop, group.id))):
        raise Refused("not_shown", field="parent")
    return group.id


def the_vote(workshop: Workshop, vote: str) -> Vote:
    found = workshop.votes.get(vote)
    if found is None:
        raise Refused("no_such_vote", field="vote")
    return found


def in_order(workshop: Workshop, board: str, column: str | None) -> list[Card]:
    """A column's cards (None: the inbox's) as people see them, group by group; parked and late ones included."""
    found: list[Card] = []
    for item in items(workshop, board, column):
        if isinstance(item, Card):
            found += (item, *stacked(workshop, item.id))
        else:
            found += everything_in(workshop, item.id)
    return found


def waiting(workshop: Workshop, board: str) -> list[Card]:
    """The shown loose cards of the inbox in reading order."""
    cards = (card for card in workshop.cards.falling_to(board, None) if waits(workshop, board, card.id))
    return sorted(cards, key=lambda card: (card.rank, card.id))


def waits(workshop: Workshop, board: str, card: str) -> bool:
    """Does this card lie in the board's inbox by itself, shown, to be read?"""
    found = workshop.cards.get(card)
    if found is None or found.board != board or found.column is not None:
        return False
    return workshop.cleared(found) and is_loose(workshop, found)


def next_waiting(workshop: Workshop, board: str, after: Card, now: datetime | None = None) -> str | None:
    """The card to read after this one; the first again at the end, None when nobody's hands are off the rest."""
    taken = held(workshop, now=now)
    rest = [card for card in waiting(workshop, board) if card.id != after.id and card.id not in taken]
    later = [card for card in rest if (card.rank, card.id) > (after.rank, after.id)]
    return (later or rest)[0].id if rest else None
