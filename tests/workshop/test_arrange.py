"""A board is brought back as it was, in one step that can be undone."""

from __future__ import annotations

from dataclasses import replace

from table import ANA, BOARD, FAY, Table, refused, sorting

from server.workshop.group import Group
from server.workshop.places import column_of, group_of
from server.workshop.state import Workshop


def gathered(table: Table, *cards: str, group: str = "group-of-sixteen") -> None:
    """As if somebody had grouped these cards."""
    first = table.card(cards[0])
    made = Group(group, BOARD, "รถรา", first.column, first.rank)
    inside = [replace(table.card(card), group=group) for card in cards]
    table.workshop = table.workshop.with_groups(made).with_cards(*inside)


def places(workshop: Workshop) -> dict[str, tuple[object, ...]]:
    return {
        card.id: (column_of(workshop, card), (group_of(workshop, card) or card).id, card.under, card.rank, card.starred)
        for card in workshop.cards.values()
    }


def test_every_card_is_where_it_was_and_one_undo_takes_it_all_back() -> None:
    table, (a, b, c) = sorting()
    table.does(FAY, "move_cards", cards=(a, b), column="close")
    then = table.workshop
    table.does(FAY, "move_cards", cards=(a,), column="open")
    table.does(FAY, "star_cards", cards=(c,))
    before = table.workshop
    table.does(FAY, "arrange", board=BOARD, then=then)
    assert places(table.workshop) == places(then)
    table.does(FAY, "undo")
    assert places(table.workshop) == places(before)
    table.does(FAY, "redo")
    assert places(table.workshop) == places(then)


def test_groups_come_back_and_newer_ones_go() -> None:
    table, (a, b, c) = sorting()
    gathered(table, a, b)
    then = table.workshop
    table.workshop = table.workshop.without_groups("group-of-sixteen")
    gathered(table, b, c, group="newer-of-sixteen")
    before = table.workshop
    table.does(FAY, "arrange", board=BOARD, then=then)
    assert places(table.workshop) == places(then)
    assert list(table.workshop.groups) == ["group-of-sixteen"]
    table.does(FAY, "undo")
    assert places(table.workshop) == places(before)
    assert list(table.workshop.groups) == ["newer-of-sixteen"]


def test_words_and_hidden_cards_stay_as_they_are_now() -> None:
    table, (a, b, _) = sorting()
    then = table.workshop
    table.does(FAY, "fix_card", card=a, text="คำที่แก้แล้ว")
    table.does(FAY, "park_cards", cards=(b,))
    table.does(FAY, "move_cards", cards=(a,), column="open")
    table.does(FAY, "arrange", board=BOARD, then=then)
    assert table.card(a).text == "คำที่แก้แล้ว"
    assert table.card(a).column is None
    assert table.card(b).parked


def test_a_card_that_came_later_stays_in_its_column() -> None:
    table, (a, *_) = sorting()
    then = table.workshop
    later = table.an_id()
    table.does(FAY, "add_card", later, board=BOARD, text="มาทีหลัง", column="close")
    table.does(FAY, "move_cards", cards=(a,), column="close")
    gathered(table, a, later)
    table.does(FAY, "arrange", board=BOARD, then=then)
    assert (table.card(later).column, table.card(later).group) == ("close", None)
    assert column_of(table.workshop, table.card(a)) is None


def test_a_card_erased_meanwhile_is_not_missed() -> None:
    table = Table()
    table.starts("write")
    kept, gone = table.writes(ANA), table.writes(ANA)
    then = table.workshop
    table.does(FAY, "move_cards", cards=(kept, gone), column="open")
    table.does(ANA, "withdraw_card", card=gone)
    table.does(FAY, "arrange", board=BOARD, then=then)
    assert list(table.workshop.cards) == [kept]
    assert table.card(kept).column is None


def test_a_board_that_is_so_already_is_no_step() -> None:
    table, _ = sorting()
    assert table.does(FAY, "arrange", board=BOARD, then=table.workshop).name == "already_so"
    with refused("no_such_board"):
        table.does(FAY, "arrange", board="board-9", then=table.workshop)
