"""What came of each question: every column's groups and cards with all their wordings, and the votes."""

from __future__ import annotations

from collections.abc import Iterator

from server.export.colours import named, stripe, tint
from server.export.summing_up import agreement, by_weight, chosen, on_the_wall, placed, wording
from server.export.word.writing import Writing
from server.export.word.xml import Cell, paragraph, plain, run, shares, table
from server.export.workshop_view import BoardView, CardView, ColumnView, GroupView, ItemView

STAR = "★ "
NUMBERS = ("count", "votes", "hands")


def results(board: BoardView, number: str, writing: Writing) -> Iterator[str]:
    yield paragraph(run(f"{number} {board.heading}"), style="Heading2")
    if board.asked:
        yield paragraph(run(writing.say("question", question=board.asked)), style="BodyText", keep=True)
    yield paragraph(run(_counts(board, writing)), keep=True)
    for column in board.columns:
        yield from _column(column, board, writing)


def _counts(board: BoardView, writing: Writing) -> str:
    counts = "board_counts" if board.counts.groups else "board_cards"
    told = writing.say(counts, cards=board.counts.cards, groups=board.counts.groups)
    carried = writing.say("carried", n=board.counts.carried)
    return f"{told} {carried}" if board.counts.carried else told


def _column(column: ColumnView, board: BoardView, writing: Writing) -> Iterator[str]:
    name = writing.say("column_heading", name=column.name, n=column.count)
    yield paragraph(run(named(column, name)), style="Heading3")
    if column.hint:
        yield paragraph(run(column.hint, small=True, grey=True), keep=True)
    if not column.items:
        yield paragraph(run(writing.say("nothing"), grey=True))
        return
    yield _table(column, board, writing)


def _table(column: ColumnView, board: BoardView, writing: Writing) -> str:
    numbers = NUMBERS[: _numbers_of(board)]
    widths = shares(writing.width, 1.5, 14.5 - 1.9 * len(numbers), *(1.9 for _ in numbers))
    rows = (row for item in column.items for row in _item(item, column, board, writing))
    return table(widths, [writing.say(name) for name in ("no", "idea", *numbers)], rows)


def _numbers_of(board: BoardView) -> int:
    """Votes have a column where people voted, hands where some were raised."""
    if board.vote is None:
        return 1
    return 3 if any(item.hands for item in voted_on(board)) else 2


def _item(item: ItemView, column: ColumnView, board: BoardView, writing: Writing) -> Iterator[list[Cell]]:
    if isinstance(item, CardView):
        yield _card(item, board, writing)
        return
    yield _group(item, column, board, writing)
    for card in item.cards:
        yield _card(card, board, writing)
    for child in item.children:
        yield _child(child, board, writing)


def _group(group: GroupView, column: ColumnView, board: BoardView, writing: Writing) -> list[Cell]:
    """A group's name stands over its cards, and not alone at the foot of a page."""
    name = paragraph(run(_star(group) + wording(group), bold=True), style="TableText", keep=True)
    told = Cell(name + _wall(group, writing), span=2, fill=tint(column.colour), stripe=stripe(column.colour))
    counts = [
        plain(text, bold=True, centred=True, fill=tint(column.colour)) for text in _numbers(group, board, writing)
    ]
    return [told, *counts]


def _card(card: CardView, board: BoardView, writing: Writing) -> list[Cell]:
    notes = _wall(card, writing)
    if card.original:
        notes += note(writing.say("original"), card.original)
    notes += "".join(note(writing.say("same"), text) for text in card.stacked)
    notes += "".join(note(f"{board.child or writing.say('child')}: ", child.text) for child in card.children)
    words = paragraph(run(_star(card) + wording(card)), style="TableText")
    counts = [plain(text, centred=True) for text in _numbers(card, board, writing)]
    return [plain(writing.number(card.number), centred=True), Cell(words + notes), *counts]


def _child(child: CardView, board: BoardView, writing: Writing) -> list[Cell]:
    label = run(f"{board.child or writing.say('child')}: ", grey=True)
    words = Cell(paragraph(label, run(child.text), style="TableText"))
    counts = [plain("", centred=True) for _ in _numbers(child, board, writing)]
    return [plain(writing.number(child.number), centred=True), words, *counts]


def note(label: str, text: str) -> str:
    """A smaller line below a card: its label, then the words as they are."""
    return paragraph(run(label, grey=True), run(text), style="TableNote")


def _wall(item: ItemView, writing: Writing) -> str:
    return note(writing.say("on_the_wall"), on_the_wall(item)) if item.decision.report else ""


def _star(item: ItemView) -> str:
    return STAR if item.starred else ""


def _numbers(item: ItemView, board: BoardView, writing: Writing) -> list[str]:
    several = isinstance(item, GroupView) or item.count > 1
    count = writing.number(item.count) if several else ""
    votes = "" if item.votes is None else writing.number(item.votes)
    return [count, votes, writing.number(item.hands) if item.hands else ""][: _numbers_of(board)]


def vote_results(board: BoardView, writing: Writing) -> Iterator[str]:
    """Most votes first; those with as many share a place, and hands stand in a column of their own."""
    if board.vote is None:
        return
    yield paragraph(run(board.heading), style="Heading2")
    if board.vote.of:
        yield paragraph(run(writing.say("vote_text", voted=board.vote.voted, of=board.vote.of)), keep=True)
    ranked = by_weight(voted_on(board))
    chosen_ones = [item for item in ranked if chosen(item)]
    widths = shares(writing.width, 1.6, 8, 3, 1.7, 1.7)
    names = ("rank", "item", "column", "votes", "hands")
    yield table(widths, [writing.say(name) for name in names], _places(chosen_ones, board, writing))
    if len(ranked) > len(chosen_ones):
        yield paragraph(run(writing.say("no_votes", n=len(ranked) - len(chosen_ones))))


def placing_results(board: BoardView, writing: Writing) -> Iterator[str]:
    """Where each put things before they were sorted: what they differed on most comes first."""
    if board.placing is None:
        return
    yield paragraph(run(board.heading), style="Heading2")
    if board.placing.of:
        told = writing.say("placing_text", voted=board.placing.voted, of=board.placing.of)
        yield paragraph(run(told), keep=True)
    columns = {item.id: column.name for column in board.columns for item in column.items}
    found = sorted((item for item in board.items if item.placed), key=agreement)
    rows = ([plain(wording(one)), plain(placed(one.placed)), plain(columns[one.id])] for one in found)
    widths = shares(writing.width, 8, 5, 3)
    yield table(widths, [writing.say(name) for name in ("item", "placed", "column")], rows)


def voted_on(board: BoardView) -> list[ItemView]:
    both: list[ItemView] = [*board.items, *(card for item in board.items for card in _cards(item))]
    return [item for item in both if item.votes is not None]


def _cards(item: ItemView) -> tuple[CardView, ...]:
    return item.cards if isinstance(item, GroupView) else ()


def _places(items: list[ItemView], board: BoardView, writing: Writing) -> Iterator[list[Cell]]:
    columns = {
        one.id: column.name for column in board.columns for item in column.items for one in (item, *_cards(item))
    }
    for item in items:
        place = 1 + sum(chosen(other) > chosen(item) for other in items)
        yield [
            plain(writing.number(place), centred=True),
            plain(wording(item)),
            plain(columns.get(item.id, "")),
            plain(writing.number(item.votes or 0), centred=True),
            plain(writing.number(item.hands) if item.hands else "", centred=True),
        ]
