"""Names for downloads, in Thai and safe on every system (RFC 6266, RFC 8187)."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote

from server import thai

BOARD = {"th": "กระดานความคิด", "en": "Idea board"}
BACKUP = {"th": "ข้อมูลสำรอง", "en": "Backup"}
TITLE_LETTERS = 60
# Most systems allow 255 bytes for a name, and a Thai letter takes three.
TITLE_BYTES = 160
FORBIDDEN = re.compile(r'[\\/:*?"<>|%\x00-\x1f]+')


def disposition(kind: dict[str, str], title: str, language: str, day: date, ending: str) -> str:
    """The Content-Disposition header of a download."""
    year = day.year + (thai.BUDDHIST_ERA if language == "th" else 0)
    dated = f"{year}-{day.month:02d}-{day.day:02d}.{ending}"
    plain = f"{'backup' if kind is BACKUP else 'board'}-{dated}"
    whole = quote("-".join(part for part in (kind[language], safe(title), dated) if part), safe="")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}"


def safe(title: str) -> str:
    """A title without what file systems refuse, and not too long for them."""
    letters = TITLE_LETTERS
    name = FORBIDDEN.sub(" ", title)
    while len((cut := thai.cut(name, letters)).encode()) > TITLE_BYTES:
        letters -= 1
    return " ".join(cut.split()).strip(". ")
