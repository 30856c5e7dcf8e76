"""Posters, tents and word cards: what they say can be scanned and read, and fits on the sheet."""

from __future__ import annotations

import dataclasses

import naughty
import pytest
import sample_views
from pages import flat, outside, picture_of, qr_codes, sizes, words, words_of_pages

from server.export.options import Options
from server.export.page_words import RULES
from server.export.paper import Door, poster, table_tents, word_cards

A4 = (595, 842)
LINK = "http://192.168.137.1:8000/j/48219030"
DOOR = Door("ทบทวนงาน 2570", LINK, "http://192.168.137.1:8000", "48219030")
WITH_WIFI = dataclasses.replace(DOOR, wifi_name="ห้องประชุม;1", wifi_password='p"a:ss')
PRINTER_EDGE = 8


def test_a_phone_reads_the_way_in_from_the_poster() -> None:
    assert qr_codes(picture_of(poster(DOOR, Options()))) == [LINK]


def test_a_phone_reads_the_wifi_too_when_there_is_one() -> None:
    assert qr_codes(picture_of(poster(WITH_WIFI, Options()))) == ['WIFI:T:WPA;S:ห้องประชุม\\;1;P:p\\"a\\:ss;;', LINK]


def test_who_cannot_scan_reads_address_and_code_in_two_languages() -> None:
    told = words(poster(DOOR, Options()))
    for said in ("4821-9030", "192.168.137.1:8000", "รหัส", "Code", "สแกนเพื่อเข้าร่วม", "Scan to join"):
        assert flat(said) in told
    assert "http" not in told
    assert flat("ต่อ Wi-Fi นี้ก่อน") not in told


@pytest.mark.parametrize("title", ["ก" * 120, "W" * 120, "การพัฒนา" * 15, *naughty.THAI[:3]])
def test_a_long_title_leaves_the_poster_one_page(title: str) -> None:
    pdf = poster(dataclasses.replace(WITH_WIFI, title=title, wifi_name="W" * 32, wifi_password="W" * 63), Options())
    assert sizes(pdf) == [A4]
    assert list(outside(pdf, PRINTER_EDGE)) == []
    assert LINK in qr_codes(picture_of(pdf))


def test_four_tents_a_page_say_the_same_on_both_sides() -> None:
    pdf = table_tents(DOOR, Options())
    assert sizes(pdf) == [A4]
    assert qr_codes(picture_of(pdf, points=200)) == [LINK] * 8
    assert words(pdf).count("4821-9030") == 8


def test_each_table_has_its_tent() -> None:
    pages = words_of_pages(table_tents(dataclasses.replace(WITH_WIFI, tables=7), Options()))
    # A reader turns only one side of a tent the right way round.
    numbers = [flat(page).count(f"Table{number}") for page in pages for number in range(1, 8)]
    assert numbers == [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]


def test_long_names_make_letters_smaller_and_run_off_no_tent() -> None:
    far = dataclasses.replace(
        WITH_WIFI,
        address="https://batkham.example.organisation.go.th",
        wifi_name="W" * 32,
        wifi_password="W" * 63,
        tables=30,
    )
    pdf = table_tents(far, Options())
    assert len(sizes(pdf)) == 8
    assert list(outside(pdf, PRINTER_EDGE)) == []
    assert words(pdf).count("W" * 32) >= 60


@pytest.mark.parametrize("language", ["th", "en"])
def test_word_cards_come_in_every_column_with_the_rules(language: str) -> None:
    pdf = word_cards(sample_views.practice(language), Options(language=language))
    assert sizes(pdf) == [A4] * 3
    assert list(outside(pdf, PRINTER_EDGE)) == []
    for page, column in zip(words_of_pages(pdf), sample_views.practice(language).boards[0].columns, strict=True):
        assert flat(page).count(flat(column.name)) >= 3
    english = flat("".join(words_of_pages(pdf))).replace("-", "")
    assert all(language == "th" or english.count(flat(rule).replace("-", "")) == 9 for rule in RULES[language])
    assert words(pdf).count("45") == 9


def test_blank_cards_show_nothing_that_people_wrote() -> None:
    told = words(word_cards(sample_views.practice("en"), Options(language="en")))
    assert not any(flat(card.text) in told for card in sample_views.practice("en").cards)
