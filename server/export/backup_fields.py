"""What each field of an event may hold, for events that come from a file and not from our own rules."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Annotated, Any, Literal, get_args, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, create_model

from server import events
from server.wire import Message, words
from server.workshop import EVENTS, Event
from server.workshop.board import PHASES
from server.workshop.clock import moment
from server.workshop.decide_item import VALUE_LETTERS
from server.workshop.decision import FIELDS, STATUSES, DecisionField
from server.workshop.fields import CARD_LETTERS, CARDS_AT_ONCE, QUESTION_LETTERS, TITLE_LETTERS, Words
from server.workshop.leaving import MOODS
from server.workshop.rank import DIGITS
from server.workshop.seating import MODES, MOST_TABLE_CARDS, MOST_TABLES
from server.workshop.set_up import (
    MOST_CARDS,
    MOST_MINUTES,
    MOST_SECONDS,
    MOST_VOTES,
    Colour,
    Icon,
    Phase,
    Proposals,
)
from server.workshop.verb import ROLES
from server.workshop.vote import On


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _moment(text: str) -> str:
    moment(text)
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16}$")]
# What a vote is given to: an item, or an item in a column.
Mark = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16}(:[a-z0-9-]{1,32})?$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,32}$")]
# Between two places there is only always room when neither ends in the lowest digit.
Rank = Annotated[str, StringConstraints(pattern=rf"^[{DIGITS}]{{3,2000}}[{DIGITS[1:]}]$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_day)]
Moment = Annotated[
    str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$"), AfterValidator(_moment)
]
Label = Annotated[str, words(Words(60, may_be_empty=True))]
Hint = Annotated[str, words(Words(QUESTION_LETTERS, may_be_empty=True))]
Question = Annotated[str, words(Words(QUESTION_LETTERS))]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Number = Annotated[int, Field(ge=0, le=2**53)]
Limit = Annotated[int, Field(ge=0, le=MOST_CARDS)]
Seconds = Annotated[int, Field(ge=0, le=604_800)]
WriteSeconds = Annotated[int, Field(ge=0, le=MOST_SECONDS)]
Minutes = Annotated[int, Field(ge=0, le=MOST_MINUTES)]
Title = Annotated[str, words(Words(TITLE_LETTERS, may_be_empty=True))]

Table = Annotated[int, Field(ge=1, le=MOST_TABLES)]
TableLine = Annotated[tuple[Table, Count, Count | None, Count | None], Field(strict=False)]
TableLines = Annotated[tuple[TableLine, ...], Field(strict=False, max_length=MOST_TABLES)]


class InBothLanguages(Message):
    """A column's words."""

    th: Hint
    en: Hint


class ColumnData(Message):
    """A column as events hold it."""

    id: Slug
    icon: Icon
    colour: Colour
    name: InBothLanguages
    hint: InBothLanguages
    starter: InBothLanguages


class ChildData(Message):
    """What cards that hang below others are called."""

    label: InBothLanguages
    prompt: InBothLanguages


class AskData(Message):
    """A field of a decision that is asked."""

    field: DecisionField
    column: Slug | None
    required: bool


Votes = Annotated[int, Field(ge=0, le=MOST_VOTES)]
Budgets = Annotated[dict[Slug, Votes], Field(max_length=6)]


class VoteData(Message):
    """How people vote on a board."""

    on: On
    each: Limit
    most_on_one: Limit
    budgets: Budgets = Field(default_factory=dict)


class LineData(Message):
    """What to say in a phase."""

    phase: Phase
    line: InBothLanguages


Asks = Annotated[list[AskData], Field(max_length=40)]
Columns = Annotated[list[ColumnData], Field(min_length=1, max_length=12)]
Script = Annotated[list[LineData], Field(max_length=7)]
Lines = Annotated[list[InBothLanguages], Field(max_length=20)]


class BoardData(Message):
    """A board as events hold it."""

    id: Slug
    template: Slug
    question: Question
    columns: Columns
    cards_each: Limit
    neighbour_cards: Limit
    proposals: Proposals
    write_seconds: WriteSeconds
    checking: bool = False
    while_shown: bool = False
    title: Title = ""
    minutes: Minutes = 0
    break_minutes: Minutes = 0
    child: ChildData | None = None
    asks: Asks = Field(default_factory=list)
    vote: VoteData | None = None
    checklist: Lines = Field(default_factory=list)
    script: Script = Field(default_factory=list)
    rules: Lines = Field(default_factory=list)


Value = Annotated[str, words(Words(VALUE_LETTERS, may_be_empty=True))]
CardWords = Annotated[str, words(Words(CARD_LETTERS))]
Line = Annotated[str, words(Words(CARD_LETTERS, may_be_empty=True))]
Left = Annotated[tuple[Annotated[int, Field(ge=1, le=MOODS)], Line], Field(strict=False)]
Asking = Annotated[int, Field(ge=1, le=20_000)]

KINDS: dict[str, Any] = {
    "parent": Id,
    "vote": Id,
    "item": Id,
    "on": On,
    "each": Votes,
    "most_on_one": Votes,
    "budgets": Budgets,
    "marks": dict[Mark, Votes],
    "hands": Count,
    "mood": Annotated[int, Field(ge=0, le=MOODS)],
    "line": Line,
    "field": Literal[FIELDS],
    "value": Value,
    "status": Literal[STATUSES],
    "note": Value,
    "votes": dict[Id, dict[Mark, Count]],
    "voters": dict[Id, Count],
    "unheld": Annotated[tuple[Id, ...], Field(strict=False)],
    "left": Annotated[tuple[Left, ...], Field(strict=False)],
    "board": Slug,
    "asked": dict[Id, Asking],
    "card": Id,
    "next": Id,
    "key": Id,
    "workshop": Annotated[str, Field(max_length=24)],
    "rehearsal_of": Annotated[str, Field(max_length=24)],
    "code": Annotated[str, Field(max_length=8)],
    "text": CardWords,
    "title": Annotated[str, words(Words(TITLE_LETTERS))],
    "question": Question,
    "label": Label,
    "key_name": Label,
    "language": Literal["th", "en"],
    "fiscal_year": Annotated[int, Field(ge=1900, le=3000)],
    "expires_on": Day,
    "until": Day,
    "column": Slug,
    "proposed": Slug,
    "neighbour": bool,
    "late": bool,
    "rank": Rank,
    "role": Literal[ROLES],
    "phase": Literal[PHASES],
    "ends_at": Moment,
    "seconds": Seconds,
    "write_seconds": WriteSeconds,
    "step": Number,
    "page": Number,
    "cards_each": Limit,
    "neighbour_cards": Limit,
    "proposals": Proposals,
    "address": Annotated[str, Field(max_length=250)],
    "wifi_name": Label,
    "wifi_password": Label,
    "senders": dict[Slug, Count],
    "tried": dict[Slug, Count],
    "table": Table,
    "tables": dict[Slug, TableLines],
    "mode": Literal[MODES],
    "table_cards": Annotated[int, Field(ge=1, le=MOST_TABLE_CARDS)],
    "boards": Annotated[list[BoardData], Field(min_length=1, max_length=20)],
    "cards": Annotated[tuple[Id, ...], Field(min_length=1, max_length=CARDS_AT_ONCE)],
    "view": Annotated[str, StringConstraints(pattern=r"^[a-z]{1,16}$")],
    "aliases": Annotated[tuple[tuple[Annotated[str, words(Words(60))], ...], ...], Field(max_length=200)],
    "group": Id,
    "groups": Annotated[tuple[Id, ...], Field(min_length=1, max_length=CARDS_AT_ONCE)],
    "into": Id,
    "top": Id,
    "made": BoardData,
    "before": Slug,
    "minutes": Minutes,
    "break_minutes": Minutes,
    "back_at": Moment,
    "columns": Columns,
    "script": Script,
    "checklist": Lines,
    "rules": Lines,
}
ToldField = Annotated[str, StringConstraints(pattern=rf"^({'|'.join((*FIELDS, 'status', 'status_note'))})$")]
Told = dict[ToldField, Annotated[str, words(Words(VALUE_LETTERS, may_be_empty=True))]]
GroupName = Annotated[str, words(Words(CARD_LETTERS, may_be_empty=True))]
Laid = Annotated[tuple[tuple[Id, Rank], ...], Field(min_length=1)]
# A place as proposed takes all cards of a board at once, and a group may hold as many.
KINDS_OF: dict[tuple[str, str], Any] = {
    ("cards_added", "cards"): Annotated[
        tuple[tuple[Id, Slug | None, Rank], ...], Field(min_length=1, max_length=CARDS_AT_ONCE)
    ],
    ("cards_added", "texts"): Annotated[
        tuple[Annotated[str, words(Words(CARD_LETTERS))], ...], Field(max_length=CARDS_AT_ONCE)
    ],
    ("board_arranged", "cards"): tuple[tuple[Id, Slug | None, Id | None, Id | None, Rank, bool], ...],
    ("board_arranged", "groups"): tuple[tuple[Id, GroupName, Slug | None, Rank, bool, Id | None], ...],
    ("board_arranged", "gone"): tuple[Id, ...],
    ("tables_set", "tables"): Annotated[int, Field(ge=0, le=MOST_TABLES)],
    ("cards_moved", "cards"): Laid,
    ("items_carried", "cards"): Annotated[tuple[tuple[Id, CardWords, Rank, Id], ...], Field(min_length=1)],
    ("promises_brought", "cards"): Annotated[tuple[tuple[Id, CardWords, Rank, Told], ...], Field(min_length=1)],
    ("board_planned", "title"): Title,
    ("board_planned", "child"): ChildData | Annotated[dict[str, str], Field(max_length=0)],
    ("board_planned", "asks"): Asks,
    ("board_planned", "vote"): VoteData,
    ("hands_counted", "item"): Mark,
    ("status_set", "status"): Literal["", *STATUSES],
    ("status_set", "laid"): tuple[tuple[Id, Rank], ...],
    ("boards_ordered", "boards"): Annotated[list[Slug], Field(min_length=1, max_length=20)],
    ("cards_placed", "cards"): Annotated[tuple[tuple[Id, Slug, Rank], ...], Field(min_length=1)],
    ("group_formed", "label"): GroupName,
    ("group_formed", "cards"): Laid,
    ("cards_grouped", "cards"): Laid,
    ("cards_ungrouped", "cards"): Laid,
    ("group_named", "label"): GroupName,
    ("groups_merged", "cards"): Laid,
    ("group_dissolved", "cards"): Laid,
    ("cards_stacked", "cards"): Laid,
    ("cards_unstacked", "cards"): Laid,
}


def checked(event: Event) -> Event:
    """The same event with its words cleaned; raises ValueError where a field cannot be what it says."""
    data = _MODELS[event.name].model_validate_json(events.write(event)).model_dump()
    return events.read(event.name, event.version, events.text(data))


def _model(kind: type[Event]) -> type[BaseModel]:
    hints = get_type_hints(kind)
    fields: dict[str, Any] = {}
    for one in dataclasses.fields(kind):  # type: ignore[arg-type]
        expected = KINDS_OF.get((kind.name, one.name), KINDS.get(one.name, Any))
        may_miss = type(None) in get_args(hints[one.name])
        fields[one.name] = (expected | None if may_miss else expected, ...)
    return create_model(f"{kind.__name__}Data", __config__=ConfigDict(extra="forbid", strict=True), **fields)


_MODELS = {name: _model(kind) for name, kind in EVENTS.items()}
