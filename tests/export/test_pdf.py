"""Reports and boards as PDF: everything is on the page, nothing runs off it, and what people wrote is only text."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import naughty
import pytest
import sample_views
import typst
from pages import flat, outside, sizes, words, words_of_pages

from server.export import typeset
from server.export.board_pdf import board_pdf
from server.export.drawing import drawn, lanes
from server.export.formats import FORMATS, Make
from server.export.options import Options
from server.export.report_pdf import report_pdf
from server.export.word.report import SECTIONS
from server.export.word.wording import WORDS
from server.export.workshop_view import ICONS, ColumnView, GroupView, WorkshopView

ROOT = Path(__file__).parent.parent.parent
A4_LANDSCAPE, A3_LANDSCAPE, A4 = (842, 595), (1191, 842), (595, 842)
LOOK = typeset.PAGES / "look.typ"
MARGIN = 12

# On the page these are right; in a search they are not: heaped marks and right-to-left letters come in another order,
# ligatures as the letters they are made of. Everything else that is naughty is found.
NOT_FOUND = {
    "Z̴̙̤̞A̴̵̜̰L̠ͨͧͩG̴̻͈͍Ǫ̵̹̻̝!",
    "مرحبا بالعالم",
    "שלום (abc) 123",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪n̝̗͕v̟̜̘̦o̶̙̰̠kè͚̮̺̪",
    "ﬁ ﬀ ½ Ⅷ ㎏",
    "ပြည်ထောင်စု ខ្មែរ ລາວ",
    "\U0010fffdx",
}
SHORT = [text for text in naughty.KEPT if len(text) <= 150]
# A private letter: no font has a form for it.
WITHOUT_A_FORM = "\U0010fffdx"


def texts_of(view: WorkshopView) -> list[str]:
    return [card.text for card in view.cards]


def with_plain_names(view: WorkshopView) -> WorkshopView:
    """Groups named in letters that every reader finds again."""
    board = view.boards[0]
    columns = tuple(
        dataclasses.replace(
            column,
            items=tuple(
                dataclasses.replace(item, name=f"Group {item.id}") if isinstance(item, GroupView) else item
                for item in column.items
            ),
        )
        for column in board.columns
    )
    return dataclasses.replace(view, boards=(dataclasses.replace(board, columns=columns), *view.boards[1:]))


def test_the_board_holds_every_card_group_and_count() -> None:
    view = with_plain_names(sample_views.whole("en"))
    told = words(board_pdf(view, Options(language="en")))
    for column in view.boards[0].columns:
        assert flat(f"{column.name}{column.count} cards") in told
        assert all(flat(f"{group.name}{group.count} cards{group.votes} vote") in told for group in column.groups)
    assert "×3" in told
    # A reader takes a hyphen at the end of a line for one that the line brought.
    unhyphened = told.replace("-", "")
    assert [text for text in texts_of(view) if flat(text).replace("-", "") not in unhyphened] == []


@pytest.mark.parametrize(("size", "paper"), [("A4", A4_LANDSCAPE), ("A3", A3_LANDSCAPE)])
@pytest.mark.parametrize("cards", [60, 500])
def test_no_letter_of_a_board_runs_off_its_page(cards: int, size: str, paper: tuple[int, int]) -> None:
    pdf = board_pdf(sample_views.big(cards), Options(size=size))
    assert set(sizes(pdf)) == {paper}
    assert list(outside(pdf, MARGIN)) == []


def test_what_waits_in_one_column_is_spread_over_the_page() -> None:
    """Nothing is sorted yet: all cards lie where no column is, and the others are empty."""
    view = sample_views.big(300)
    board = view.boards[0]
    empty = tuple(dataclasses.replace(column, items=()) for column in board.columns)
    waiting = ColumnView(None, "", "", "ยังไม่จัดกลุ่ม", "", board.items)
    unsorted = dataclasses.replace(view, boards=(dataclasses.replace(board, columns=(*empty, waiting)),))
    pdf = board_pdf(unsorted, Options())
    assert list(outside(pdf, MARGIN)) == []
    assert len(sizes(pdf)) <= 2 * len(sizes(board_pdf(view, Options())))


@pytest.mark.parametrize(
    ("counts", "side_by_side"),
    [([], []), ([40], [3]), ([5], [1]), ([21, 32, 17], [1, 1, 1]), ([0, 0, 0, 104], [1, 1, 1, 3]), ([100, 30], [2, 1])],
)
def test_a_column_gets_more_lanes_when_it_holds_nearly_everything(counts: list[int], side_by_side: list[int]) -> None:
    assert lanes(counts) == side_by_side


@pytest.mark.parametrize("text", SHORT)
def test_what_people_wrote_is_found_as_the_same_text(text: str) -> None:
    found = flat(text) in words(board_pdf(sample_views.of_texts([text]), Options()))
    assert found != (text in NOT_FOUND)


@pytest.mark.parametrize("make", [board_pdf, report_pdf])
def test_every_thai_practice_card_is_found_by_who_searches_for_it(make: Make) -> None:
    view = sample_views.practice()
    told = words(make(view, Options()))
    assert [text for text in texts_of(view) if flat(text) not in told] == []
    assert all(flat(group.name) in told for column in view.boards[0].columns for group in column.groups)


def test_a_sign_of_repeating_stays_with_its_word() -> None:
    told = drawn(sample_views.of_texts(["งดงานหนา ๆ"]), Options())
    assert told["boards"][0]["columns"][0]["items"][0]["text"] == "งดงานหนา\u00a0ๆ"


@pytest.mark.parametrize("texts", ["ก " * 1000, "กa" * 1000, "ก̈ x" * 500, "👍ก" * 700, "(" * 500 + "ก"])
def test_no_mixture_of_scripts_is_too_deep(texts: str) -> None:
    assert board_pdf(sample_views.of_texts([texts]), Options()).startswith(b"%PDF-")


@pytest.mark.parametrize("make", [board_pdf, report_pdf])
def test_no_naughty_text_breaks_a_page_or_runs_off_it(make: Make) -> None:
    for texts in (naughty.KEPT, naughty.UNKEPT):
        pdf = make(sample_views.of_texts(texts), Options())
        assert list(outside(pdf)) == []


def test_naughty_names_of_groups_break_nothing() -> None:
    view = sample_views.practice()
    first = view.boards[0].columns[0]
    groups = tuple(GroupView(text, first.cards[:1]) for text in (*naughty.KEPT, *naughty.UNKEPT))
    columns = (dataclasses.replace(first, items=groups), *view.boards[0].columns[1:])
    board = dataclasses.replace(view.boards[0], columns=columns)
    assert list(outside(board_pdf(dataclasses.replace(view, boards=(board,)), Options()))) == []


@pytest.mark.parametrize("text", ["a" * 2000, "ย" * 2000, "#[*x*]$y$", "\ud800\x00"])
def test_naughty_names_of_workshop_question_and_column_break_nothing(text: str) -> None:
    view = sample_views.practice()
    columns = tuple(dataclasses.replace(column, name=text) for column in view.boards[0].columns)
    board = dataclasses.replace(view.boards[0], question=text, columns=columns)
    assert list(outside(board_pdf(dataclasses.replace(view, title=text, boards=(board,)), Options()))) == []


def test_every_letter_has_a_form_emoji_too() -> None:
    """The archive's standard refuses a letter that no font can draw: without a word of ours in between."""
    for text in set(SHORT) - {WITHOUT_A_FORM}:
        told = drawn(sample_views.of_texts([text]), Options())
        assert typeset.typeset("board", told, standard=typeset.ARCHIVE)
    with pytest.raises(typst.TypstError):
        typeset.typeset("board", drawn(sample_views.of_texts([WITHOUT_A_FORM]), Options()), standard=typeset.ARCHIVE)


@pytest.mark.parametrize("make", [board_pdf, report_pdf])
def test_an_archive_gets_its_own_kind_whatever_the_cards_hold(make: Make) -> None:
    view = sample_views.of_texts([*naughty.KEPT, *naughty.UNKEPT])
    pdf = make(view, Options(pdf_a=True))
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"pdfaid" not in make(view, Options())


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_report_has_the_sections_of_the_word_report_in_their_order(language: str) -> None:
    told = words(report_pdf(sample_views.whole(language), Options(language=language)))
    headings = [flat(f"{place}. {WORDS[name][language]}") for place, (name, _) in enumerate(SECTIONS, 1)]
    places = [told.find(heading) for heading in headings]
    assert -1 not in places
    assert places == sorted(places)


def test_the_report_counts_in_thai_digits_when_asked_and_leaves_cards_alone() -> None:
    told = words_of_pages(report_pdf(sample_views.practice(), Options(thai_digits=True)))
    assert "- ๒ -" in told[1]
    assert flat("โทรเตือนสมาชิกกองทุนสตรีก่อนครบกำหนด ๓๐ วัน") in flat("".join(told))
    assert flat("อำเภอละ 1 ครั้ง") not in flat("".join(told))
    assert "พ.ศ.๒๕๗๐" in flat("".join(told))


def test_a_report_of_five_hundred_cards_stays_on_its_pages() -> None:
    pdf = report_pdf(sample_views.big(500), Options())
    assert set(sizes(pdf)) == {A4}
    assert list(outside(pdf, MARGIN)) == []


def test_pages_read_nothing_but_each_other() -> None:
    for page in typeset.PAGES.glob("*.typ"):
        source = page.read_text(encoding="utf-8")
        assert not re.search(r"\b(read|csv|yaml|toml|xml|cbor|plugin|eval)\(", source), page
        assert set(re.findall(r'#import "([^"]+)"', source)) <= {"look.typ"}


def test_columns_have_the_same_colours_on_paper_and_on_screen() -> None:
    styles = ROOT / "client" / "src" / "styles"
    raw = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", (styles / "tokens.css").read_text(encoding="utf-8")))
    columns = (styles / "columns.css").read_text(encoding="utf-8")
    named = re.findall(r"\[data-colour='([a-z-]+)'\] \{\s*--column: var\(--([a-z-]+)\)", columns)
    light = re.findall(r"\[data-colour='([a-z-]+)'\] \{[^}]*--on-column: #000000", columns)
    ours = LOOK.read_text(encoding="utf-8")
    on_paper = dict(re.findall(r'^  ([a-z-]+): rgb\("(#[0-9a-f]{6})"\),$', ours, re.MULTILINE))
    assert len(named) >= 3
    assert on_paper.items() >= {name: raw[colour] for name, colour in named}.items()
    assert set(re.findall(r'"([a-z]+)"', re.findall(r"#let light = (.*)", ours)[0])) >= set(light)


def test_every_form_of_a_column_on_screen_is_drawn_on_paper() -> None:
    icons = (ROOT / "client" / "src" / "parts" / "icons.ts").read_text(encoding="utf-8")
    on_screen = re.findall(r"^  '?([a-z-]+)'?: 'M", icons, re.MULTILINE)
    on_paper = re.findall(r'^  "(.)": \(', LOOK.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(on_screen) >= 3
    assert {ICONS[name] for name in on_screen} <= set(ICONS.values()) <= set(on_paper)


@pytest.mark.parametrize("kind", ["pdf", "board-pdf", "word-cards"])
def test_a_format_is_made_by_its_name(kind: str) -> None:
    assert FORMATS[kind].make(sample_views.practice(), Options()).startswith(b"%PDF-")
