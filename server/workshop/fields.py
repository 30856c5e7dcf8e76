"""The kinds of value a command may carry; `wire.py` checks them before any rule runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

CARD_LETTERS = 120
TITLE_LETTERS = 120
QUESTION_LETTERS = 300
LABEL_LETTERS = 60
CARDS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Words:
    """Text a person wrote: cleaned, then counted in graphemes; empty only where `may_be_empty`."""

    letters: int
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class InBoth:
    """The same words in Thai and English, `{th, en}`; empty in both only where `may_be_empty`."""

    letters: int
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Text that a machine wrote."""

    regex: str


@dataclass(frozen=True, slots=True)
class Between:
    """A whole number, or the length of a list."""

    least: int
    most: int


Id = Annotated[str, Pattern(r"^[A-Za-z0-9_-]{16}$")]
# What a vote is given to: an item, or an item in a column.
Mark = Annotated[str, Pattern(r"^[A-Za-z0-9_-]{16}(:[a-z0-9-]{1,32})?$")]
Slug = Annotated[str, Pattern(r"^[a-z0-9-]{1,32}$")]
Date = Annotated[str, Pattern(r"^\d{4}-\d{2}-\d{2}$")]
CardText = Annotated[str, Words(CARD_LETTERS)]
Title = Annotated[str, Words(TITLE_LETTERS)]
Question = Annotated[str, Words(QUESTION_LETTERS)]
GroupName = Annotated[str, Words(CARD_LETTERS, may_be_empty=True)]
Label = Annotated[str, Words(LABEL_LETTERS, may_be_empty=True)]
Address = Annotated[str, Pattern(r"^https?://[A-Za-z0-9.:\[\]_/-]{1,200}$")]
Cards = Annotated[tuple[Id, ...], Between(1, CARDS_AT_ONCE)]
