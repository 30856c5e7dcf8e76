"""What each table has sent: counted by table, never by person."""

from __future__ import annotations

from dataclasses import replace

from server.workshop.seating import Seating, TableCount
from server.workshop.state import Workshop

Counts = dict[str, tuple[tuple[int, int, int | None, int | None], ...]]


def table_counts(workshop: Workshop, board: str) -> tuple[TableCount, ...]:
    """One line a table, in order; none while there are no tables."""
    seating = workshop.seating
    before = {count.table: count for count in seating.counted.get(board, ())}
    last = max([seating.tables, *before])
    return tuple(_together(before.get(table), _now(workshop, board, table)) for table in range(1, last + 1))


def all_counts(workshop: Workshop) -> Counts:
    """Every board's counts as plain values, for when people are told apart no more."""
    if not workshop.seating.tables:
        return {}
    counts = {board: table_counts(workshop, board) for board in workshop.order}
    return {
        board: tuple((one.table, one.seated, one.senders, one.cards) for one in lines)
        for board, lines in counts.items()
    }


def stood_up(seating: Seating, counts: Counts) -> Seating:
    """The tables when nobody can be told apart any more: only what was counted is left."""
    counted = {board: tuple(TableCount(*line) for line in lines) for board, lines in counts.items()}
    return replace(seating, seats={}, counted=counted)


def _now(workshop: Workshop, board: str, table: int) -> TableCount:
    people = set(workshop.seating.at(table))
    if not people or not workshop.seating.may_be_told(table):
        return TableCount(table, len(people), None, None)
    cards = (card for one in people for card in workshop.cards.by(one) if card.board == board and card.parent is None)
    authors = [card.author for card in cards]
    return TableCount(table, len(people), len(set(authors)), len(authors))


def _together(before: TableCount | None, now: TableCount) -> TableCount:
    if before is None:
        return now
    return TableCount(
        now.table, before.seated + now.seated, _sum(before.senders, now.senders), _sum(before.cards, now.cards)
    )


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None and other is None else (one or 0) + (other or 0)
