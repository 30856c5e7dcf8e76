"""What each field of an event may hold, for events that come from a file and not from our own rules."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Annotated, Any, Literal, get_args, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, create_model

from server import events
from server.wire import Message, words
from server.workshop import EVENTS, Event
from server.workshop.clock import moment
from server.workshop.decide_item import VALUE_LETTERS
from server.workshop.decision import FIELDS, STATUSES
from server.workshop.fields import CARD_LETTERS, CARDS_AT_ONCE, QUESTION_LETTERS, TITLE_LETTERS, Words
from server.workshop.leaving import MOODS
from server.workshop.open_vote import MOST_VOTES
from server.workshop.rank import DIGITS
from server.workshop.state import PHASES
from server.workshop.verb import ROLES


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _moment(text: str) -> str:
    moment(text)
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16}$")]
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
Limit = Annotated[int, Field(ge=0, le=50)]
Seconds = Annotated[int, Field(ge=0, le=604_800)]
WriteSeconds = Annotated[int, Field(ge=0, le=7_200)]
Proposals = Literal["off", "optional", "required"]


class InBothLanguages(Message):
    """A column's words."""

    th: Hint
    en: Hint


class ColumnData(Message):
    """A column as the first event of a workshop holds it."""

    id: Slug
    icon: Slug
    colour: Slug
    name: InBothLanguages
    hint: InBothLanguages
    starter: InBothLanguages


class BoardData(Message):
    """A board as the first event of a workshop holds it."""

    id: Slug
    template: Slug
    question: Question
    columns: Annotated[list[ColumnData], Field(min_length=1, max_length=12)]
    cards_each: Limit
    neighbour_cards: Limit
    proposals: Proposals
    write_seconds: WriteSeconds


Value = Annotated[str, words(Words(VALUE_LETTERS, may_be_empty=True))]
CardWords = Annotated[str, words(Words(CARD_LETTERS))]
Line = Annotated[str, words(Words(CARD_LETTERS, may_be_empty=True))]
Left = Annotated[tuple[Annotated[int, Field(ge=1, le=MOODS)], Line], Field(strict=False)]
Votes = Annotated[int, Field(ge=0, le=MOST_VOTES)]

KINDS: dict[str, Any] = {
    "parent": Id,
    "vote": Id,
    "item": Id,
    "on": Literal["groups", "cards"],
    "each": Votes,
    "most_on_one": Votes,
    "budgets": Annotated[dict[Slug, Votes], Field(max_length=6)],
    "marks": dict[Id, Votes],
    "hands": Count,
    "mood": Annotated[int, Field(ge=0, le=MOODS)],
    "line": Line,
    "field": Literal[FIELDS],
    "value": Value,
    "status": Literal[STATUSES],
    "note": Value,
    "votes": dict[Id, dict[Id, Count]],
    "voters": dict[Id, Count],
    "left": Annotated[tuple[Left, ...], Field(strict=False)],
    "board": Slug,
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
    "boards": Annotated[list[BoardData], Field(min_length=1, max_length=20)],
    "cards": Annotated[tuple[Id, ...], Field(min_length=1, max_length=CARDS_AT_ONCE)],
}
# A place as proposed takes all cards of a board at once.
KINDS_OF: dict[tuple[str, str], Any] = {
    ("cards_added", "cards"): Annotated[
        tuple[tuple[Id, Slug | None, Rank], ...], Field(min_length=1, max_length=CARDS_AT_ONCE)
    ],
    ("cards_added", "texts"): Annotated[
        tuple[Annotated[str, words(Words(CARD_LETTERS))], ...], Field(max_length=CARDS_AT_ONCE)
    ],
    ("cards_moved", "cards"): Annotated[tuple[tuple[Id, Rank], ...], Field(min_length=1)],
    ("items_carried", "cards"): Annotated[tuple[tuple[Id, CardWords, Rank, Id], ...], Field(min_length=1)],
    ("cards_placed", "cards"): Annotated[tuple[tuple[Id, Slug, Rank], ...], Field(min_length=1)],
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
