"""Thai text and dates: cleaning what people type, counting what they see, the Buddhist calendar."""

from __future__ import annotations

import datetime
import re
import unicodedata

import regex

# Thailand has kept UTC+7 without summer time since 1920: no time zone database is needed (Windows has none).
BANGKOK = datetime.timezone(datetime.timedelta(hours=7), "Asia/Bangkok")
BUDDHIST_ERA = 543

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip

MOST_MARKS_ON_A_BASE = 4

TONES = "\u0e48-\u0e4b"
VOWELS_UNDER_A_TONE = "\u0e31\u0e34-\u0e39\u0e47"
NIKHAHIT, SARA_AA, SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
ZWJ = "\u200d"

_unpaired_surrogates = regex.compile(r"[\ud800-\udfff]")
_line_breaks = regex.compile(r"[\t\n\v\f\r\x85\u2028\u2029]")
# Format characters (bidi controls, ZWSP, BOM, soft hyphen, tags), and letters that are drawn as nothing.
_invisible = regex.compile(
    r"[[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]--[\u200d]"
    r"||[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufffc]]",
    regex.V1,
)
_joiner_outside_emoji = regex.compile(
    rf"(?<![\p{{Extended_Pictographic}}\p{{Emoji_Modifier}}\ufe0f]){ZWJ}|{ZWJ}(?!\p{{Extended_Pictographic}})"
)
_split_sara_am = regex.compile(rf"([{TONES}]*){NIKHAHIT}([{TONES}]*){SARA_AA}")
_tones_and_sara_am = regex.compile(rf"[{SARA_AM}{TONES}]{{2,}}")
_tones_and_vowels = regex.compile(rf"[{VOWELS_UNDER_A_TONE}{TONES}]{{2,}}")
_repeated_mark = regex.compile(rf"([{SARA_AM}\u0e48-\u0e4e])\1+")
_too_many_marks = regex.compile(rf"(\p{{M}}{{{MOST_MARKS_ON_A_BASE}}})\p{{M}}+")
# As in Unicode's stream-safe text: normalising a longer run takes a time that grows with its square.
_endless_marks = regex.compile(r"(\p{M}{30})\p{M}+")
# What most people type: letters with at most one vowel and one tone, with single spaces between.
_ordinary = re.compile(
    "(?: (?=[^ ])|(?:[!-~\u0e01-\u0e30\u0e32\u0e41-\u0e46\u0e4f-\u0e5b]|\u0e40(?!\u0e40))"
    rf"[{VOWELS_UNDER_A_TONE}]?[{TONES}\u0e4c]?{SARA_AM}?)*"
)
_spaces = regex.compile(r"\s+")
_grapheme = regex.compile(r"\X")
_tones_only = regex.compile("[\u0e47-\u0e4e]")
_leading_vowel = regex.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")

_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_to_arabic = str.maketrans(_THAI_DIGITS, "0123456789")
_to_thai = str.maketrans("0123456789", _THAI_DIGITS)


def clean(text: str) -> str:
    """The one spelling that is stored, compared and shown; cleaning it again changes nothing."""
    # One look in place of a dozen, with every card that is sent: such text is clean.
    if _ordinary.fullmatch(text) and not text.startswith(" "):
        return text
    # Taking a character out can bring two others together, so one pass is not always enough.
    while (cleaner := _clean_once(text)) != text:
        text = cleaner
    return text


def _clean_once(text: str) -> str:
    return _spaces.sub(" ", _few_marks(_one_spelling(_visible(text)))).strip()


def _visible(text: str) -> str:
    text = _unpaired_surrogates.sub("", text)
    text = _line_breaks.sub(" ", text)
    text = _invisible.sub("", text)
    return _joiner_outside_emoji.sub("", text)


def _one_spelling(text: str) -> str:
    # Never NFKC: it splits ำ into two letters that fonts and searches treat differently.
    text = unicodedata.normalize("NFC", _endless_marks.sub(r"\1", text))
    text = _split_sara_am.sub(rf"\1\2{SARA_AM}", text)
    text = _tones_and_vowels.sub(_vowels_first, text)
    text = _tones_and_sara_am.sub(_sara_am_last, text)
    return text.replace("เเ", "แ")


def _vowels_first(run: regex.Match[str]) -> str:
    return "".join(sorted(run[0], key=_is_tone))


def _sara_am_last(run: regex.Match[str]) -> str:
    return "".join(sorted(run[0], key=lambda letter: not _is_tone(letter)))


def _is_tone(letter: str) -> bool:
    return "\u0e48" <= letter <= "\u0e4b"


def _few_marks(text: str) -> str:
    return _too_many_marks.sub(r"\1", _repeated_mark.sub(r"\1", text))


def graphemes(text: str) -> int:
    """How many characters a person sees, as Intl.Segmenter in the browser counts: น้ำ is one, ที่ is one."""
    return len(_grapheme.findall(text))


def cut(text: str, most: int) -> str:
    """The first `most` visible characters, never half of one."""
    if len(text) <= most:
        return text
    return "".join(_grapheme.findall(text)[:most])


def arabic_digits(text: str) -> str:
    return text.translate(_to_arabic)


def thai_digits(text: str) -> str:
    return text.translate(_to_thai)


def in_bangkok(when: datetime.date) -> datetime.date:
    """The day it is in Thailand; a plain date stays as it is."""
    if isinstance(when, datetime.datetime):
        return when.astimezone(BANGKOK).date()
    return when


def thai_date(when: datetime.date) -> str:
    """22 พฤศจิกายน 2569"""
    day = in_bangkok(when)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + BUDDHIST_ERA}"


def short_thai_date(when: datetime.date) -> str:
    """22 พ.ย. 69"""
    day = in_bangkok(when)
    return f"{day.day} {SHORT_MONTHS[day.month - 1]} {(day.year + BUDDHIST_ERA) % 100:02d}"


def fiscal_year(when: datetime.date) -> int:
    """The Thai budget year in พ.ศ.: October to September, named by the year it ends."""
    day = in_bangkok(when)
    return day.year + BUDDHIST_ERA + (1 if day.month >= 10 else 0)


def sort_key(text: str) -> tuple[str, str]:
    """Dictionary order: a leading vowel (เ แ โ ใ ไ) counts after its consonant, tones only break ties."""
    folded = arabic_digits(text).casefold()
    turned = _leading_vowel.sub(r"\2\1", folded)
    return _tones_only.sub("", turned), turned
