"""Templates as files: read as if a stranger had written them, and made into boards of a workshop."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from server.thai import BUDDHIST_ERA
from server.wire import part
from server.workshop import Refused
from server.workshop.fields import QUESTION_LETTERS, Between, InBoth, Slug
from server.workshop.set_up import (
    MOST_BOARDS,
    TITLE_LETTERS,
    AskedChild,
    AskedVote,
    Asks,
    Both,
    Checklist,
    Columns,
    Hint,
    Limit,
    Minutes,
    Name,
    Proposals,
    Rules,
    Script,
    WriteSeconds,
)

# How deep words lie in a template.
LEVELS = 8


@dataclass(frozen=True, slots=True)
class TemplateBoard:
    """One board of a template: like a board's set-up, with its title and question in both languages."""

    title: Annotated[Both, InBoth(TITLE_LETTERS, may_be_empty=True)]
    question: Annotated[Both, InBoth(QUESTION_LETTERS)]
    columns: Columns
    cards_each: Limit = 3
    neighbour_cards: Limit = 3
    proposals: Proposals = "optional"
    write_seconds: WriteSeconds = 480
    checking: bool = False
    while_shown: bool = False
    minutes: Minutes = 0
    break_minutes: Minutes = 0
    child: AskedChild | None = None
    asks: Asks = ()
    vote: AskedVote | None = None
    checklist: Checklist = ()
    script: Script = ()
    rules: Rules = ()


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template: what it is called, what it is for, and its boards in their order."""

    id: Slug
    name: Name
    about: Hint
    boards: Annotated[tuple[TemplateBoard, ...], Between(1, MOST_BOARDS)]


_READS: TypeAdapter[TemplateFile] = TypeAdapter(part(TemplateFile))


def checked(told: object) -> dict[str, Any]:
    """The template as plain data; raises Refused."""
    try:
        read = _READS.validate_python(told)
    except ValidationError:
        raise Refused("unsupported_template", field="template") from None
    for board in read.boards:
        ids = [column.id for column in board.columns]
        if len(set(ids)) < len(ids):
            raise Refused("unsupported_template", field="template")
    return asdict(read)


def set_ups(templates: list[dict[str, Any]], language: str, year: int) -> tuple[dict[str, Any], ...]:
    """The boards of templates, one after the other, in one language; as events hold them."""
    boards = [(one["id"], board) for one in templates for board in one["boards"]]
    if len(boards) > MOST_BOARDS:
        raise Refused("too_many_boards", limit=MOST_BOARDS)
    return tuple(
        _set_up(f"board-{number}", name, board, language, year) for number, (name, board) in enumerate(boards, 1)
    )


def _set_up(id_: str, name: str, board: dict[str, Any], language: str, year: int) -> dict[str, Any]:
    told = str(year if language == "th" else year - BUDDHIST_ERA)
    said = {field: board[field][language].replace("{year}", told) for field in ("title", "question")}
    return {"id": id_, "template": name, **board, **said}
