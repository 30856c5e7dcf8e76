"""How one report is written: its language, its digits, and the width of its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from server.export import words
from server.export.word.wording import WORDS
from server.thai import thai_digits

# A4 without the margins of an official letter: 21 - 3 - 2 cm.
TEXT_WIDTH = 9071
# So many lines has the first page left for what weighs most, below its title and figures.
SUMMARY_LINES = 21


@dataclass(frozen=True, slots=True)
class Writing:
    """Only the report's own numbers follow the wish for Thai digits: what people wrote stays as it is."""

    language: str
    thai: bool
    width: int = TEXT_WIDTH
    lines: int = SUMMARY_LINES

    def say(self, key: str, **told: object) -> str:
        """One of the report's own phrases. Numbers in it follow the wish, words of people do not."""
        shown = {name: self.number(one) if isinstance(one, int) else one for name, one in told.items()}
        return WORDS[key][self.language].format(**shown)

    def number(self, number: int) -> str:
        return self.digits(str(number))

    def digits(self, text: str) -> str:
        return thai_digits(text) if self.thai else text

    def day(self, day: date) -> str:
        return self.digits(words.day_in_words(day, self.language))

    def year(self, year: int) -> str:
        return self.digits(words.year_in_words(year, self.language))
