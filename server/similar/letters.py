"""A card's words reduced to what two spellings of the same thing share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

Rows = Sequence[Sequence[str]]

_marks = re.compile("[\u0e47-\u0e4e]")
_signs = re.compile(r"[^\w\u0e30-\u0e3a\u0e40-\u0e4d]+|[_ๆฯ]")
_to_arabic = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# Words every other card of an office has; they say nothing about what it is about.
COMMON = (
    "ยกเลิก", "ให้มี", "เพื่อให้", "เพื่อ", "ควร", "อยาก", "ต้อง", "ไม่ให้", "สำหรับ", "และ", "หรือ", "แต่ละ", "ทุก",
    "ของ", "ที่", "การ", "ความ", "เรื่อง", "กัน", "แล้ว", "ให้", "ได้", "เป็น", "ด้วย", "ไป", "มา", "มี",
)  # fmt: skip


def plain(text: str) -> str:
    """Lower case, Arabic digits, no tone marks, one space between words."""
    # Never NFKC: it splits ำ into two letters.
    text = unicodedata.normalize("NFC", text).casefold().translate(_to_arabic)
    return " ".join(_signs.sub(" ", _marks.sub("", text.replace(".", ""))).split())


def spelling(aliases: Rows) -> Callable[[str], str]:
    """A function that gives texts with the same meaning in these rows the same letters."""
    same = {plain(word): plain(row[0]) for row in aliases for word in row if plain(word)}
    words = re.compile("|".join(_bounded(word) for word in sorted(same, key=len, reverse=True)) or r"(?!)")
    common = re.compile("|".join(sorted(map(plain, COMMON), key=len, reverse=True)))

    def spell(text: str) -> str:
        one = words.sub(lambda found: f" {same[' '.join(found[0].split())]} ", plain(text))
        # A card of nothing but common words is still about something.
        return common.sub(" ", one).replace(" ", "") or one.replace(" ", "")

    return spell


def _bounded(word: str) -> str:
    """Latin words whole only: line is not in online. Thai is written without spaces."""
    pattern = r"\s+".join(map(re.escape, word.split()))
    return rf"(?<![a-z0-9]){pattern}(?![a-z0-9])" if word.isascii() else pattern
