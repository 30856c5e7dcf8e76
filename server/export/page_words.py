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
        "join": "เชิญเขียนความคิดด้วยมือถือ",
        "scan": "สแกนเพื่อเข้าร่วม",
        "type": "หรือพิมพ์ที่อยู่นี้ แล้วใส่รหัส",
        "code": "รหัส",
        "wifi": "ต่อ Wi-Fi นี้ก่อน",
        "wifi_name": "ชื่อ",
        "wifi_password": "รหัสผ่าน",
        "no_app": "ไม่ต้องลงชื่อ ไม่ต้องติดตั้งแอป",
        "table": "โต๊ะ",
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
        "join": "Write your ideas on your phone",
        "scan": "Scan to join",
        "type": "or type this address, then the code",
        "code": "Code",
        "wifi": "Join this Wi-Fi first",
        "wifi_name": "Name",
        "wifi_password": "Password",
        "no_app": "No names, no app",
        "table": "Table",
    },
}

# The phone's rules (client/src/words/phoneCards.ts), and two that only paper needs.
RULES: dict[str, list[str]] = {
    "th": [
        "หนึ่งบัตร หนึ่งเรื่อง",
        "สั้น ชัด ไม่เกิน 3 บรรทัด ราว 45 ตัวอักษร",
        "เขียนตัวใหญ่ อ่านได้จาก 10 เมตร",
        "บอกว่า “ทำอะไร กับเรื่องใด”",
        "เขียนถึงงาน ไม่เขียนถึงตัวบุคคล",
        "ไม่ต้องลงชื่อ",
    ],
    "en": [
        "One card, one idea",
        "Short and clear: at most 3 lines, about 45 letters",
        "Write large: readable from 10 metres",
        "Say do what, about what",
        "Write about the work, not about a person",
        "No names",
    ],
}
