"""What documents say first: how many, what weighs most, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from server.export.workshop_view import BoardView, CardView, ColumnView, GroupView, ItemView, Placed, WorkshopView

PEOPLE = {"th": "ผู้เข้าร่วม {n} คน", "en": "{n} people"}
CARDS = {"th": "บัตร {n} ใบ", "en": "{n} cards"}
GROUPS = {"th": "{n} กลุ่มบัตร", "en": "{n} groups"}
VOTES = {"th": "{n} คะแนน", "en": "{n} votes"}
CARRIED = {"th": "ยกมา {n}", "en": "{n} carried over"}
HANDS = {"th": "ยกมือ {n}", "en": "{n} hands"}


@dataclass(frozen=True, slots=True)
class Decided:
    """One line of the frame: an item that something was decided about, and where it lies."""

    board: BoardView
    column: ColumnView
    item: ItemView


def figures(view: WorkshopView) -> list[str]:
    """How many people, cards and groups; without what is nought."""
    counted = (
        (PEOPLE, view.people.joined or max((board.counts.senders for board in view.boards), default=0)),
        (CARDS, all_cards(view)),
        (GROUPS, sum(board.counts.groups for board in view.boards)),
    )
    return [words[view.language].format(n=count) for words, count in counted if count]


def all_cards(view: WorkshopView) -> int:
    """Every card of the day once: what was carried on is counted where it came from."""
    return sum(board.counts.cards - board.counts.carried for board in view.boards)


def in_column(column: ColumnView, language: str) -> str:
    """How many lie there, and how many of them were carried over from another board."""
    carried = CARRIED[language].format(n=column.carried)
    return f"{column.count} · {carried}" if column.carried else str(column.count)


def by_weight(items: Iterable[ItemView]) -> list[ItemView]:
    """Most votes first, then stars, then what most cards say; ties stay in the order of the wall."""
    return sorted(items, key=lambda item: (-chosen(item), not item.starred, -item.count))


def chosen(item: ItemView) -> int:
    """Votes and hands together, for the order alone: documents tell them apart."""
    return (item.votes or 0) + (item.hands or 0)


def wording(item: ItemView) -> str:
    """The wording for the report, or else what the wall says."""
    return item.decision.report or on_the_wall(item)


def on_the_wall(item: ItemView) -> str:
    return item.name if isinstance(item, GroupView) else item.text


def marks(item: ItemView, language: str) -> list[str]:
    """What is told behind an item: how many cards, votes and hands."""
    told = [CARDS[language].format(n=item.count)] if isinstance(item, GroupView) else []
    told += [f"×{item.count}"] if isinstance(item, CardView) and item.count > 1 else []
    told += [VOTES[language].format(n=item.votes)] if item.votes is not None else []
    return told + ([HANDS[language].format(n=item.hands)] if item.hands else [])


def placed(counts: Placed) -> str:
    """How many put it where, when all placed by themselves."""
    return " · ".join(f"{column} {count}" for column, count in counts)


def agreement(item: ItemView) -> float:
    """The part of those who placed it that chose the same column: the smaller, the more they differ."""
    counts = [count for _, count in item.placed]
    return max(counts) / sum(counts) if counts else 1


def in_brackets(item: ItemView, language: str) -> str:
    """The same as a text to stand behind the item; "" where there is nothing to tell."""
    told = " · ".join(marks(item, language))
    return f" ({told})" if told else ""


def frame(view: WorkshopView) -> Iterator[Decided]:
    """Everything that was decided, in the order of the wall, a group's cards behind the group.

    The last board comes first: with it the day says what will be done, whatever no longer fits on a page.
    """
    for board in reversed(view.boards):
        for column in board.columns:
            for item in column.items:
                yield from (Decided(board, column, one) for one in with_cards(item) if decided(one))


def decided(item: ItemView) -> bool:
    found = item.decision
    # As on the wall: client/src/decision/kept.ts and server/workshop/keeping.py.
    return any((found.conclusion, found.owner, found.due, found.first_step, found.status))


def with_cards(item: ItemView) -> tuple[ItemView, ...]:
    """An item, and a group's cards behind it."""
    return (item, *item.cards) if isinstance(item, GroupView) else (item,)
