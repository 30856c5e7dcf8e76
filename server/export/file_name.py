"""Names for downloads, in Thai and safe on every system (RFC 6266, RFC 8187)."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote

from server import thai

BOARD = {"th": "กระดานความคิด", "en": "Idea board", "plain": "board"}
# What is not the board itself, by the format it is asked for with.
OTHERS = {
    "json": {"th": "ข้อมูลสำรอง", "en": "Backup", "plain": "backup"},
    "safe-copy": {"th": "สำเนาปลอดภัย", "en": "Safe copy", "plain": "safe-copy"},
    "csv-wide": {"th": "กระดานความคิด-แยกช่อง", "en": "Idea board by column", "plain": "board-wide"},
    "line": {"th": "สรุปสำหรับ LINE", "en": "Summary for LINE", "plain": "summary"},
    "pdf": {"th": "รายงานสรุปผล", "en": "Report", "plain": "report"},
    "docx": {"th": "รายงานสรุปผล", "en": "Report", "plain": "report"},
    "frame-pdf": {"th": "ข้อสรุปหน้าเดียว", "en": "Conclusions", "plain": "conclusions"},
    "frame-png": {"th": "ข้อสรุปหน้าเดียว", "en": "Conclusions", "plain": "conclusions"},
    "pngs": {"th": "ภาพกระดาน", "en": "Board pictures", "plain": "pictures"},
    "word-cards": {"th": "บัตรคำเปล่า", "en": "Blank cards", "plain": "blank-cards"},
    "poster": {"th": "โปสเตอร์เข้าร่วม", "en": "Join poster", "plain": "poster"},
    "tents": {"th": "ป้ายตั้งโต๊ะ", "en": "Table tents", "plain": "tents"},
}
TITLE_LETTERS = 60
# Most systems allow 255 bytes for a name, and a Thai letter takes three.
TITLE_BYTES = 160
FORBIDDEN = re.compile(r'[\\/:*?"<>|%\x00-\x1f]+')


def file_name(kind: str, title: str, language: str, day: date, ending: str) -> str:
    """What the file is called where any letter may be in a name."""
    name = OTHERS.get(kind, BOARD)[language]
    return "-".join(part for part in (name, safe(title), _dated(language, day, ending)) if part)


def disposition(kind: str, title: str, language: str, day: date, ending: str) -> str:
    """The Content-Disposition header of a download."""
    plain = f"{OTHERS.get(kind, BOARD)['plain']}-{_dated(language, day, ending)}"
    whole = quote(file_name(kind, title, language, day, ending), safe="")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}"


def _dated(language: str, day: date, ending: str) -> str:
    year = day.year + (thai.BUDDHIST_ERA if language == "th" else 0)
    return f"{year}-{day.month:02d}-{day.day:02d}.{ending}"


def safe(title: str) -> str:
    """A title without what file systems refuse, and not too long for them."""
    letters = TITLE_LETTERS
    name = FORBIDDEN.sub(" ", title)
    while len((cut := thai.cut(name, letters)).encode()) > TITLE_BYTES:
        letters -= 1
    return " ".join(cut.split()).strip(". ")
