"""What pages and pictures say themselves, in Thai and English."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "th": {
        "page": "หน้า {n}/{of}",
        "ideas": "{n} ความคิด",
        "senders": "จาก {n} คน",
        "groups": "{n} กลุ่มบัตร",
        "cards": "{n} ใบ",
        "votes": "{n} คะแนน",
        "hands": "ยกมือ {n}",
        "empty": "ยังไม่มีบัตรในช่องนี้",
        "unnamed": "กลุ่มที่ยังไม่มีชื่อ",
        "more": "และอีก {n} ใบ",
        "rehearsal": "ฉบับซ้อม",
    },
    "en": {
        "page": "Page {n} of {of}",
        "ideas": "{n} ideas",
        "senders": "from {n} people",
        "groups": "{n} groups",
        "cards": "{n} cards",
        "votes": "{n} votes",
        "hands": "{n} hands",
        "empty": "No cards in this column yet",
        "unnamed": "Group without a name",
        "more": "and {n} more cards",
        "rehearsal": "Rehearsal",
    },
}
