"""The bodies of HTTP requests, with the same cleaning and the same refusals as commands."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from server.wire import Message, words
from server.workshop.fields import LABEL_LETTERS, QUESTION_LETTERS, TITLE_LETTERS, Words
from server.workshop.set_up import MOST_BOARDS, MOST_CARDS, MOST_SECONDS, Proposals

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16}$")]
Short = Annotated[str, Field(max_length=100)]


class Create(Message):
    """A new workshop."""

    id: Id
    title: Annotated[str, words(Words(TITLE_LETTERS))]
    question: Annotated[str, words(Words(QUESTION_LETTERS))] | None = None
    templates: Annotated[list[Annotated[str, Field(max_length=32)]], Field(max_length=MOST_BOARDS)] = Field(
        default_factory=list
    )
    password: Short | None = None
    language: Literal["th", "en"] = "th"
    fiscal_year: Annotated[int, Field(ge=2400, le=2700)] | None = None
    cards_each: Annotated[int, Field(ge=0, le=MOST_CARDS)] | None = None
    neighbour_cards: Annotated[int, Field(ge=0, le=MOST_CARDS)] | None = None
    proposals: Proposals | None = None
    write_seconds: Annotated[int, Field(ge=0, le=MOST_SECONDS)] | None = None
    retention_days: Annotated[int, Field(ge=1, le=730)] | None = None
    rehearsal: bool = False


class Import(Message):
    """A workshop made again from a backup, or one that goes on from it."""

    id: Id
    backup: dict[str, Any]
    kind: Literal["same", "follow_up", "next_year"] = "same"
    password: Short | None = None


class Join(Message):
    """A phone with a join code, and a resume code if it was here before."""

    code: Short
    id: Id | None = None
    resume_code: Short | None = None


class Enter(Message):
    """A link's secret."""

    key: Annotated[str, Field(max_length=64)]


class Mint(Message):
    """A new secret link."""

    id: Id
    role: Literal["co_facilitator", "facilitator", "wall", "result"]
    name: Annotated[str, words(Words(LABEL_LETTERS))]


class Code(Message):
    """A new join code."""

    id: Id


class Document(Message):
    """A document to be made, or a safe copy to be fetched by its name."""

    format: Annotated[str, Field(max_length=16)]
    board: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,32}$")] | None = None
    language: Literal["th", "en"] | None = None
    thai_digits: bool = False
    parked: bool = False
    size: Literal["A4", "A3"] = "A4"
    pdf_a: bool = False
    # The Word report on the letterhead that the office keeps here.
    letterhead: bool = False
    safe_copy: Annotated[str, Field(max_length=80)] | None = None


class Keep(Message):
    """A template to keep as the office's own."""

    id: Id
    template: dict[str, Any]


class Next(Message):
    """A workshop that goes on from a finished one."""

    id: Id
    kind: Literal["follow_up", "next_year"]
    password: Short | None = None


class Nothing(Message):
    """No body is needed."""


class Delete(Message):
    """The title again, so that nobody deletes the wrong workshop."""

    confirm: Annotated[str, Field(max_length=2000)]


class BringBackThen(Message):
    """Put a board's cards back where they were after the event `to`."""

    id: Id
    board: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,32}$")]
    to: Annotated[int, Field(ge=1)]
