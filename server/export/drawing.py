"""The view as pages and pictures draw it: plain data, every line of it already in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import regex

from server.export.options import Options
from server.export.page_words import WORDS
from server.export.printable import printable
from server.export.words import day_in_words
from server.export.workshop_view import BoardView, CardView, ColumnView, GroupView, ItemView, WorkshopView
from server.thai import cut, thai_digits

Drawn = dict[str, Any]
# Longer ones cannot come from a workshop, only from a fault: they must not push everything else off the page.
LETTERS_OF_A_NAME = 60
LETTERS_OF_A_TITLE = 200
LETTERS_OF_A_QUESTION = 600
# Narrower lanes would break most cards into three lines; so few cards fit one lane of a page anyway.
MOST_LANES = 6
FEW_CARDS = 12
ZERO_WIDTH_SPACE, NO_BREAK_SPACE = "\u200b", "\u00a0"
# Thai and its neighbours are broken at words, Chinese and Japanese anywhere, Arabic must not lose its joins.
_LETTERS = r"[^\s\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}]"
# In a row of one letter there are no words to break at, whatever its script.
_endless = regex.compile(rf"{_LETTERS}{{20,}}|(\X)\1{{15,}}")
_grapheme = regex.compile(r"\X")


def drawn(view: WorkshopView, options: Options) -> Drawn:
    """What every page is told."""
    say = Sayings(view.language, options.thai_digits)
    told: Drawn = {
        "language": view.language,
        "thai_digits": options.thai_digits,
        "size": options.size.lower(),
        "words": WORDS[view.language],
        "title": short(view.title, LETTERS_OF_A_TITLE),
        "date": [view.day.year, view.day.month, view.day.day],
        "footer": say.footer(view),
        "boards": [_board(board, say) for board in view.boards],
    }
    return drawable(told)


class Sayings:
    """Counts and dates in one language, with Arabic or Thai digits."""

    def __init__(self, language: str, thai: bool) -> None:
        self.words = WORDS[language]
        self._language = language
        self._thai = thai

    def digits(self, text: str) -> str:
        return thai_digits(text) if self._thai else text

    def count(self, word: str, number: int) -> str:
        one, _, many = self.words[word].partition("|")
        return self.digits((many if many and number != 1 else one).replace("{n}", f"{number:,}"))

    def day(self, day: date) -> str:
        return self.digits(day_in_words(day, self._language))

    def footer(self, view: WorkshopView) -> str:
        rehearsal = (self.words["rehearsal"],) if view.rehearsal else ()
        return " · ".join((short(view.title), self.day(view.day), *rehearsal))

    def line(self, board: BoardView) -> str:
        """How much came from how many, and when."""
        carried = f" {self.count('carried', board.counts.carried)}" if board.counts.carried else ""
        parts = [self.day(board.day), self.count("ideas", board.counts.cards) + carried]
        if board.counts.senders:
            parts.append(self.count("senders", board.counts.senders))
        if board.counts.groups:
            parts.append(self.count("groups", board.counts.groups))
        return " · ".join(parts)


def _board(board: BoardView, say: Sayings) -> Drawn:
    return {
        "heading": short(board.heading, LETTERS_OF_A_QUESTION),
        "question": short(board.asked, LETTERS_OF_A_QUESTION),
        "line": say.line(board),
        "child": board.child,
        "columns": [
            _column(column, say) | {"lanes": lane}
            for column, lane in zip(board.columns, lanes([column.count for column in board.columns]), strict=True)
        ],
    }


def lanes(counts: list[int]) -> list[int]:
    """How many cards each column shows side by side: one, and more where nearly everything lies in one column."""
    given = [1] * len(counts)
    while counts and sum(given) < MOST_LANES:
        loads = [count / lane for count, lane in zip(counts, given, strict=True)]
        longest = max(range(len(loads)), key=loads.__getitem__)
        others = loads[:longest] + loads[longest + 1 :]
        if loads[longest] < FEW_CARDS or loads[longest] < 2 * max(others, default=0):
            break
        given[longest] += 1
    # A single column shows no more side by side than three would.
    return [min(lane, 3) for lane in given]


def _column(column: ColumnView, say: Sayings) -> Drawn:
    return {
        "icon": column.icon,
        "colour": column.colour,
        "name": short(column.name),
        "count": say.count("cards", column.count),
        "items": [_item(item, say) for item in column.items],
    }


def short(text: str, most: int = LETTERS_OF_A_NAME) -> str:
    """What stands at the head or foot of every page must leave room for cards."""
    return text if (found := cut(text, most)) == text else f"{found}…"


def _item(item: ItemView, say: Sayings) -> Drawn:
    return _group(item, say) if isinstance(item, GroupView) else _card(item, say)


def _group(group: GroupView, say: Sayings) -> Drawn:
    return {
        "kind": "group",
        "number": group.count,
        "name": group.name or say.words["unnamed"],
        "count": say.count("cards", group.count),
        "starred": group.starred,
        "badges": _badges(group, say),
        "cards": [_card(card, say) for card in group.cards],
        "children": [_card(child, say) for child in group.children],
    }


def _card(card: CardView, say: Sayings) -> Drawn:
    times = [say.digits(f"×{card.times}")] if card.times > 1 else []
    return {
        "kind": "card",
        "number": card.times,
        "text": card.text,
        "starred": card.starred,
        "badges": times + _badges(card, say),
        "children": [_card(child, say) for child in card.children],
    }


def _badges(item: ItemView, say: Sayings) -> list[str]:
    counts = (("votes", item.votes), ("hands", item.hands))
    return [say.count(word, number) for word, number in counts if number is not None]


def drawable(told: Drawn) -> Drawn:
    """The same data as a page can hold it; a word that no line could hold may be broken between any of its letters."""
    return {key: _drawable(value) for key, value in told.items()}


def _drawable(told: Any) -> Any:
    if isinstance(told, str):
        return _endless.sub(_broken_anywhere, printable(told)).replace(" ๆ", f"{NO_BREAK_SPACE}ๆ")
    if isinstance(told, dict):
        return drawable(told)
    if isinstance(told, list):
        return [_drawable(one) for one in told]
    return told


def _broken_anywhere(word: regex.Match[str]) -> str:
    return ZERO_WIDTH_SPACE.join(_grapheme.findall(word[0]))
