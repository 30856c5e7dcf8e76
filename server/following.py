"""What goes on from a finished workshop: its quarterly follow-up, or next year's boards beside this year's promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from typing import Any

from server.board_templates import template
from server.desk import Desk
from server.export.reading_backup import read_backup
from server.founding import Founding, Wish
from server.jobs import Answer, must_work
from server.people import People
from server.thai import BUDDHIST_ERA, cut
from server.workshop import SYSTEM, Refused
from server.workshop.board import Board
from server.workshop.bring_promises import BringPromises, Told
from server.workshop.decision import NOT_STARTED
from server.workshop.fields import CARD_LETTERS, QUESTION_LETTERS, TITLE_LETTERS
from server.workshop.keeping import keeps
from server.workshop.set_up import MOST_COLUMNS, as_set_up
from server.workshop.set_up import TITLE_LETTERS as BOARD_TITLE_LETTERS
from server.workshop.state import Workshop

FOLLOW_UP = "follow-up"
LAST_YEAR: dict[str, Any] = {
    "id": "last-year",
    "icon": "flag",
    "colour": "sky",
    "name": {"th": "ปีที่แล้ว", "en": "Last year"},
    "hint": {"th": "ปีที่แล้วเราตกลงว่า… ทำแล้วหรือยัง", "en": "Last year we agreed … Is it done?"},
    "starter": {"th": "", "en": ""},
}
TITLE = {"th": "ติดตาม: {}", "en": "Follow-up: {}"}
# What was said for one report only does not go on.
ENDS = ("report",)
Promises = tuple[tuple[str, Told], ...]


class Following:
    """Makes workshops from what others decided."""

    def __init__(self, founding: Founding, desk: Desk, people: People) -> None:
        self._founding = founding
        self._desk = desk
        self._people = people

    def from_file(self, kind: str) -> Callable[[str, object, int], Answer]:
        """The same from a workshop that is only here as a backup."""
        make = self.follow_up if kind == "follow_up" else self.next_year
        return lambda id, backup, retention_days: make(read_backup(backup), id, retention_days)

    def follow_up(self, workshop: Workshop, id: str, retention_days: int) -> Answer:
        """A follow-up board on which everything decided waits to be begun; raises Refused."""
        found = _everything(workshop, fresh=True)
        wish = Wish(
            self._people.derived("follow_up", workshop.id, id),
            cut(TITLE[workshop.language].format(workshop.title), TITLE_LETTERS),
            language=workshop.language,
            fiscal_year=workshop.fiscal_year,
            retention_days=retention_days,
            templates=(template(FOLLOW_UP),),
        )
        made = self._founding.create(wish)
        self._bring(made, wish.id, "board-1", NOT_STARTED.replace("_", "-"), found)
        return made

    def next_year(self, workshop: Workshop, id: str, retention_days: int) -> Answer:
        """The same boards a year later, with the promises of this year in a first column; raises Refused."""
        _everything(workshop)
        before = [workshop.boards[name] for name in workshop.order]
        boards = [board for board in before if board.template != FOLLOW_UP and not board.skipped]
        wish = Wish(
            self._people.derived("next_year", workshop.id, id),
            cut(_a_year_on(_untitled(workshop), workshop.fiscal_year), TITLE_LETTERS),
            language=workshop.language,
            fiscal_year=workshop.fiscal_year + 1 if workshop.fiscal_year else None,
            retention_days=retention_days,
            boards=tuple(_with_last_year(board, workshop.fiscal_year) for board in boards),
        )
        if not boards:
            return self._from_follow_up(workshop, wish)
        made = self._founding.create(wish)
        for board in boards:
            column = LAST_YEAR["id"] if _has_room(board) else None
            self._bring(made, wish.id, board.id, column, tuple(_promises(workshop, board)))
        others = tuple(one for board in before if board not in boards for one in _promises(workshop, board))
        first = boards[0]
        self._bring(made, f"{wish.id} more", first.id, LAST_YEAR["id"] if _has_room(first) else None, others)
        return made

    def _from_follow_up(self, workshop: Workshop, wish: Wish) -> Answer:
        """Only the follow-up is left of that year: its promises stand beside the usual board."""
        usual = self._founding.usual_boards(wish)
        first, *rest = ({**board, "columns": (LAST_YEAR, *board["columns"])} for board in usual)
        made = self._founding.create(replace(wish, boards=(first, *rest)))
        self._bring(made, wish.id, first["id"], LAST_YEAR["id"], _everything(workshop))
        return made

    def _bring(self, made: Answer, seed: str, board: str, column: str | None, promises: Promises) -> None:
        if not promises:
            return
        command = BringPromises(board, column, promises)
        id_ = self._people.derived("promises", seed, board)
        must_work(self._desk.perform(made["workshop"], command, id=id_, actor=SYSTEM, role=SYSTEM))


def _everything(workshop: Workshop, *, fresh: bool = False) -> Promises:
    """What was decided on all boards; nothing to go on from is a refusal."""
    boards = (workshop.boards[name] for name in workshop.order)
    found = tuple(one for board in boards for one in _promises(workshop, board, fresh=fresh))
    if not found:
        raise Refused("nothing_decided")
    return found


def _promises(workshop: Workshop, board: Board, *, fresh: bool = False) -> Iterator[tuple[str, Told]]:
    """Each thing the room kept, in words that say from which column, and what was decided about it."""
    for column, words, decision in keeps(workshop, board):
        told = {name: value for name, value in asdict(decision).items() if value and name not in ENDS}
        if fresh:
            told = {**told, "status": NOT_STARTED} | {"status_note": ""}
        named = column.name[workshop.language] if len(board.columns) > 1 and board.template != FOLLOW_UP else ""
        yield cut(f"{named}: {words}" if named else words, CARD_LETTERS), told


def _with_last_year(board: Board, year: int | None) -> dict[str, Any]:
    told = as_set_up(board)
    told["question"] = cut(_a_year_on(board.question, year), QUESTION_LETTERS)
    told["title"] = cut(_a_year_on(board.title, year), BOARD_TITLE_LETTERS)
    if _has_room(board):
        told["columns"] = (LAST_YEAR, *told["columns"])
    return told


def _has_room(board: Board) -> bool:
    """A board that already holds an earlier year's column only gets this year's cards in it."""
    return len(board.columns) < MOST_COLUMNS and not board.has_column(LAST_YEAR["id"])


def _untitled(workshop: Workshop) -> str:
    """The title without what a follow-up puts before it."""
    return workshop.title.removeprefix(TITLE[workshop.language].format(""))


def _a_year_on(text: str, year: int | None) -> str:
    """With the year as Thai or as English text counts it."""
    if not year:
        return text
    counted = str(year) if str(year) in text else str(year - BUDDHIST_ERA)
    return text.replace(counted, str(int(counted) + 1))
