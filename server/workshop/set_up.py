"""How a board is set up: what may be asked for, and the board that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from hashlib import sha256
from typing import Annotated, Any, Literal, get_args

from server.workshop.board import Board, Column
from server.workshop.decision import DecisionField
from server.workshop.fields import Between, InBoth, Question, Slug, Words
from server.workshop.vote import On

MOST_BOARDS = 20
MOST_COLUMNS = 6
MOST_CARDS = 50
MOST_VOTES = 20
MOST_MINUTES = 600
MOST_SECONDS = 7_200
NAME_LETTERS = 40
HINT_LETTERS = 120
LINE_LETTERS = 200
TITLE_LETTERS = 80
Icon = Literal[
    "square",
    "arrow-up",
    "plus",
    "circle",
    "triangle",
    "diamond",
    "arrow-down",
    "minus",
    "check",
    "flag",
    "pause",
    "drop",
]
# How many votes of one person each column may get; none: however they like.
Budgets = Annotated[dict[Slug, Annotated[int, Between(0, MOST_VOTES)]], Between(0, MOST_COLUMNS)]
Colour = Literal["close", "improve", "open", "sky", "clay", "brown"]
Phase = Literal["join", "trial", "write", "stopped", "show", "sort", "finished"]
Proposals = Literal["off", "optional", "required"]
ICONS: tuple[str, ...] = get_args(Icon)
COLOURS: tuple[str, ...] = get_args(Colour)

Both = Mapping[str, str]
Name = Annotated[Both, InBoth(NAME_LETTERS)]
Hint = Annotated[Both, InBoth(HINT_LETTERS, may_be_empty=True)]
Line = Annotated[Both, InBoth(LINE_LETTERS)]
BoardTitle = Annotated[str, Words(TITLE_LETTERS, may_be_empty=True)]
Minutes = Annotated[int, Between(0, MOST_MINUTES)]
Limit = Annotated[int, Between(0, MOST_CARDS)]
WriteSeconds = Annotated[int, Between(0, MOST_SECONDS)]


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """A column as somebody wants it; its id is theirs to choose, once on a board."""

    id: Slug
    icon: Icon
    colour: Colour
    name: Name
    hint: Hint
    starter: Hint


@dataclass(frozen=True, slots=True)
class AskedChild:
    """What cards that hang below others are called, and what their writers are asked."""

    label: Name
    prompt: Hint


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field of a decision that is asked in a column, or everywhere; `required` reminds of it."""

    field: DecisionField
    column: Slug | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class AskedVote:
    """How people vote on this board unless it is said otherwise; `budgets` are what each column may get.

    `placing`: they place everything by themselves first; a vote may follow, on groups.
    """

    on: On
    each: Annotated[int, Between(1, MOST_CARDS)]
    most_on_one: Annotated[int, Between(1, MOST_CARDS)]
    budgets: Budgets = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """What to say in a phase."""

    phase: Phase
    line: Line


Columns = Annotated[tuple[AskedColumn, ...], Between(1, MOST_COLUMNS)]
Asks = Annotated[tuple[AskedField, ...], Between(0, 40)]
Script = Annotated[tuple[ScriptLine, ...], Between(0, 7)]
Checklist = Annotated[tuple[Line, ...], Between(0, 12)]
Rules = Annotated[tuple[Line, ...], Between(0, 8)]


@dataclass(frozen=True, slots=True)
class SetUp:
    """A whole board as a template or a file has it, in one language where people write only one."""

    template: Slug
    question: Question
    columns: Columns
    title: BoardTitle = ""
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


SET_UP = tuple(one.name for one in fields(SetUp))


def made_board(data: Mapping[str, Any]) -> Board:
    """The board of an event's data."""
    several = {name: tuple(data.get(name, ())) for name in ("asks", "checklist", "script", "rules")}
    return Board(**{**data, **several, "columns": tuple(Column(**column) for column in data["columns"])})


def as_set_up(board: Board) -> dict[str, Any]:
    """A board as it was set up, without what has happened on it; as events hold it."""
    told = {name: getattr(board, name) for name in SET_UP}
    return {"id": board.id, **told, "columns": tuple(asdict(column) for column in board.columns)}


def a_board_id(command: str) -> str:
    """A new board's id, made of its command's."""
    return f"board-{sha256(command.encode()).hexdigest()[:12]}"
