"""What people type gets one spelling, is counted as they see it and sorted as in a dictionary."""

import datetime
import random
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from server import thai

TRICKY = st.text(st.sampled_from("กขปนงอเแโใไาำะิีึืุูั็่้๊๋์ํฺๆฯ๑1 aé\u0301\u0323\u200d\u200b\ufeff\u202e\n\t\0\ud83d👩🏽👧️"))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("น\u0e4d\u0e32", "นำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("เเก้ไข", "แก้ไข"),
        ("ท\u0e48\u0e35", "ที่"),
        ("ก่่่า", "ก่า"),
        ("  ปิด\r\n\tงาน   ซ้ำ ", "ปิด งาน ซ้ำ"),
        ("ก\0ข\x07ค\x1b[31m", "กขค[31m"),
        ("ก\ud83dข", "กข"),
        ("\u202eกข\u2066ค\u2069\u200e", "กขค"),
        ("\ufeffประ\u200bชุม\u00ad\u200c", "ประชุม"),
        ("a\u200db", "ab"),
        ("e\u0301", "é"),
        ("\u3164\u2800", ""),
        ("\u200d", ""),
    ],
)
def test_what_is_typed_gets_one_spelling(typed: str, stored: str) -> None:
    assert thai.clean(typed) == stored


@pytest.mark.parametrize("text", ["น้ำ", "ที่นี่ กู้ ผู้ใหญ่", "OTOP ๓๐ (+1) ฯลฯ ๆ", "👩\u200d👧", "👍🏽", "❤️\u200d🔥", "½ ﬁ"])
def test_good_text_is_left_alone(text: str) -> None:
    assert thai.clean(text) == text


def test_no_letter_carries_more_than_four_marks() -> None:
    assert thai.clean("ก" + "\u0e34\u0e38" * 20 + "ข") == "ก" + thai.clean("ก" + "\u0e34\u0e38" * 20)[1:] + "ข"
    marks = [
        letter for letter in thai.clean("z" + "\u0316\u0317\u0318\u0319\u031c\u031d") if unicodedata.combining(letter)
    ]
    assert len(marks) == 4


@given(st.one_of(st.text(st.characters()), st.text(st.characters(codec=None)), TRICKY))
@example("ำ่ำ่ำ่")
@example("e\u200b\u0301")
@example("เ\u200bเ")
def test_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = thai.clean(text)
    assert thai.clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode("utf-8")
    assert "\0" not in cleaned


ORDINARY = st.text(st.sampled_from("กขนเแาำะิุ่้็์ๆ1 a!"))


@given(ORDINARY | TRICKY)
@example("เก้าอี้ที่นั่น ไม่น้ำใจ a1!")
def test_text_that_is_left_as_it_is_is_what_cleaning_would_make_of_it(text: str) -> None:
    # The NUL has it looked at the long way.
    assert thai.clean(text) == thai.clean(text + "\0")


def test_hostile_text_settles_in_a_few_passes() -> None:
    letters = random.Random(7).choices("กเ่้ำีํา\u200d\u0301", k=5000)
    for hostile in ("ำ่" * 2500, "่ี" * 2500, "เ" * 5000, "ํ่" * 2500 + "า", "".join(letters)):
        once = hostile
        for _ in range(5):
            once = thai._clean_once(once)
        assert once == thai.clean(hostile)


# The numbers are those of Intl.Segmenter('th', {granularity: 'grapheme'}) in the browser.
SEEN = [
    ("น้ำ", 1), ("กำ", 1), ("ที่นี่", 2), ("ผู้ใหญ่", 4), ("ก็", 1), ("เก้ๆ", 3), ("ปั๊ม", 2), ("ฯลฯ", 3), ("ญี่ปุ่น", 3),
    ("👨\u200d👩\u200d👧", 1), ("🇹🇭", 1), ("👍🏽", 1), ("é", 1), ("", 0), ("ปรับปรุง", 6), ("ทำน้ำ", 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "seen"), SEEN)
def test_a_character_is_what_a_person_sees(text: str, seen: int) -> None:
    assert thai.graphemes(text) == seen


def test_a_cut_never_splits_a_character() -> None:
    assert thai.cut("ที่นี่", 1) == "ที่"
    assert thai.cut("น้ำใจ", 1) == "น้ำ"
    assert thai.cut("สั้น", 10) == "สั้น"


def test_dates_are_buddhist() -> None:
    day = datetime.date(2026, 11, 22)
    assert thai.thai_date(day) == "22 พฤศจิกายน 2569"
    assert thai.short_thai_date(day) == "22 พ.ย. 69"
    assert thai.short_thai_date(datetime.date(2057, 1, 1)) == "1 ม.ค. 00"


def test_a_moment_is_dated_as_in_thailand() -> None:
    late_evening = datetime.datetime(2026, 9, 30, 17, 30, tzinfo=datetime.UTC)
    assert thai.thai_date(late_evening) == "1 ตุลาคม 2569"
    assert thai.fiscal_year(late_evening) == 2570


def test_the_fiscal_year_begins_in_october() -> None:
    assert thai.fiscal_year(datetime.date(2026, 9, 30)) == 2569
    assert thai.fiscal_year(datetime.date(2026, 10, 1)) == 2570


def test_thai_digits_are_digits() -> None:
    assert thai.arabic_digits("๔๘21-๐๙") == "4821-09"
    assert thai.thai_digits("4821") == "๔๘๒๑"


def test_words_sort_as_in_a_dictionary() -> None:
    words = ["เปิด", "ขา", "แก", "ปรับปรุง", "กา", "ปิด", "ก่า", "ไก่", "กะ"]
    assert sorted(words, key=thai.sort_key) == ["กะ", "กา", "ก่า", "แก", "ไก่", "ขา", "ปรับปรุง", "ปิด", "เปิด"]
