"""The board as pictures: what a chat shows legibly, all of it on pages, and one that can be enlarged."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from xml.etree import ElementTree

import naughty
import pytest
import sample_views
from pages import flat, opened, words
from PIL import Image

from server.export.drawing import drawn
from server.export.formats import FORMATS
from server.export.options import Options
from server.export.pictures import png, pngs, svg
from server.export.printable import printable
from server.export.typeset import typeset
from server.export.workshop_view import WorkshopView

WIDTH, LONGEST, PAGE = 1080, 4320, 2160
DESK = (0xF7, 0xF4, 0xEC)
COLUMN_COLOURS = ((0xE6, 0x9F, 0x00), (0x0F, 0x2F, 0x66), (0x00, 0x63, 0x4C))
SVG = "{http://www.w3.org/2000/svg}"


def colours(picture: Image.Image) -> set[tuple[int, int, int]]:
    return {colour for _, colour in picture.convert("RGB").getcolors(picture.width * picture.height) or []}


@pytest.mark.parametrize("cards", [60, 500, 2000])
def test_a_chat_gets_one_picture_that_it_does_not_shrink_to_nothing(cards: int) -> None:
    picture = opened(png(sample_views.big(cards), Options()))
    assert picture.width == WIDTH
    assert WIDTH < picture.height <= LONGEST


@pytest.mark.parametrize("grouped", [True, False])
def test_sixty_practice_cards_fit_into_one_picture_with_all_their_words(grouped: bool) -> None:
    view = sample_views.practice() if grouped else loose(sample_views.practice())
    told = words_of_picture(view)
    assert [card.text for card in view.cards if flat(card.text) not in told] == []
    assert opened(png(view, Options())).height <= LONGEST


def test_where_cards_are_too_many_every_group_is_named_and_the_rest_is_counted() -> None:
    view = sample_views.big(500)
    told = words_of_picture(view)
    for column in view.boards[0].columns:
        assert flat(f"{column.name}{column.count} ใบ") in told
        assert all(flat(group.name) in told for group in column.groups)
    assert flat("และอีก") not in told
    assert flat("และอีก") in words_of_picture(loose(view))


def words_of_picture(view: WorkshopView) -> str:
    """What stands in the picture for a chat: the same page, made so that its words can be read."""
    return words(typeset("picture", drawn(view, Options()) | {"picture": "one"})[0])


def loose(view: WorkshopView) -> WorkshopView:
    """The same cards without their groups."""
    columns = tuple(dataclasses.replace(column, items=column.cards) for column in view.boards[0].columns)
    return dataclasses.replace(view, boards=(dataclasses.replace(view.boards[0], columns=columns),))


def test_the_picture_has_the_colours_of_the_wall() -> None:
    seen = colours(opened(png(sample_views.practice(), Options())))
    assert {DESK, *COLUMN_COLOURS} <= seen


def test_nothing_touches_the_edge_of_a_picture() -> None:
    for texts in (naughty.KEPT, naughty.UNKEPT):
        picture = opened(png(sample_views.of_texts(texts), Options())).convert("RGB")
        right = picture.crop((WIDTH - 20, 0, WIDTH, picture.height))
        assert colours(right) == {DESK}


def test_every_card_of_every_board_is_on_the_pages() -> None:
    view = sample_views.big(150)
    with zipfile.ZipFile(io.BytesIO(pngs(view, Options()))) as archive:
        pages = [opened(archive.read(name)) for name in archive.namelist()]
        assert archive.namelist() == sorted(archive.namelist())
    assert {page.size for page in pages} == {(WIDTH, PAGE)}
    twice = dataclasses.replace(view, boards=view.boards * 2)
    with zipfile.ZipFile(io.BytesIO(pngs(twice, Options()))) as archive:
        assert len(archive.namelist()) == 2 * len(pages)


@pytest.mark.parametrize("texts", [naughty.KEPT, naughty.UNKEPT])
def test_the_drawing_is_one_that_browsers_may_trust(texts: tuple[str, ...]) -> None:
    """Letters are shapes in it: no script, no link and no text that a browser could take for markup."""
    root = ElementTree.fromstring(svg(sample_views.of_texts(texts), Options()))
    names = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert root.tag == f"{SVG}svg"
    assert not names & {"script", "foreignObject", "image", "a", "text", "style"}
    links = [value for one in root.iter() for name, value in one.attrib.items() if name.endswith("href")]
    assert all(link.startswith("#") for link in links)
    assert not any(name.startswith("on") for one in root.iter() for name in one.attrib)


@pytest.mark.parametrize("title", ["</title><script>x</script>", "ทบทวนงาน & แผน", "\ud800x"])
def test_the_drawing_tells_its_name_to_those_who_do_not_see_it(title: str) -> None:
    root = ElementTree.fromstring(svg(dataclasses.replace(sample_views.practice(), title=title), Options()))
    assert (root.get("role"), root.findtext(f"{SVG}title")) == ("img", printable(title))
    assert not list(root.iter(f"{SVG}script"))


def test_the_drawing_is_as_wide_as_a_screen_and_shows_every_column() -> None:
    drawn = svg(sample_views.whole(), Options())
    root = ElementTree.fromstring(drawn)
    assert root.get("viewBox", "").split()[2] == "1600"
    assert all(f"#{red:02x}{green:02x}{blue:02x}".encode() in drawn for red, green, blue in COLUMN_COLOURS)


@pytest.mark.parametrize(("kind", "begins"), [("png", b"\x89PNG"), ("pngs", b"PK"), ("svg", b"<svg")])
def test_a_picture_is_made_by_its_name(kind: str, begins: bytes) -> None:
    assert FORMATS[kind].make(sample_views.practice(), Options()).startswith(begins)
