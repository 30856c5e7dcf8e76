"""The frame of the coming year: one page and one picture of what was decided."""

from __future__ import annotations

import dataclasses

import pytest
import sample_views
from pages import flat, opened, outside, sizes, words

from server.export.formats import Make
from server.export.frame_page import frame_pdf, frame_png
from server.export.options import Options
from server.export.workshop_view import DecisionView, WorkshopView
from server.workshop import Refused

A4_LANDSCAPE = (842, 595)


def decided(most: int, words: str = "Decided") -> WorkshopView:
    """So many items of each column have an owner and a day."""
    view = sample_views.practice("en")
    columns = tuple(
        dataclasses.replace(
            column,
            items=tuple(
                dataclasses.replace(
                    item,
                    decision=DecisionView(f"{words} {place}", f"Owner {place}", "Quarter 2", report=f"Item {place}"),
                )
                if place < most
                else item
                for place, item in enumerate(column.items)
            ),
        )
        for column in view.boards[0].columns
    )
    return dataclasses.replace(view, boards=(dataclasses.replace(view.boards[0], columns=columns),))


@pytest.mark.parametrize("most", [1, 5])
def test_all_that_was_decided_stands_on_one_page(most: int) -> None:
    pdf = frame_pdf(decided(most), Options(language="en"))
    told = words(pdf)
    assert sizes(pdf) == [A4_LANDSCAPE]
    assert list(outside(pdf, 12)) == []
    assert "fiscalyear2027" in told
    for place in range(most):
        assert told.count(f"Item{place}Decided{place}OwnerOwner{place}DueQuarter2") == 3
    assert f"Item{most}" not in told


def test_what_only_has_a_status_stands_there_too_as_on_the_wall() -> None:
    view = decided(0)
    first, *others = view.boards[0].columns
    followed = dataclasses.replace(first.items[0], decision=DecisionView(status="under_way", report="Followed up"))
    columns = (dataclasses.replace(first, items=(followed, *first.items[1:])), *others)
    view = dataclasses.replace(view, boards=(dataclasses.replace(view.boards[0], columns=columns),))
    assert "Followedup" in words(frame_pdf(view, Options(language="en")))


def test_more_than_a_page_holds_goes_on_over_the_next_and_loses_nothing() -> None:
    pdf = frame_pdf(decided(9, "Decided after a long and careful talk in which everybody had a say, " * 6), Options())
    assert len(sizes(pdf)) > 1
    assert list(outside(pdf, 12)) == []
    assert all(words(pdf).count(f"Item{place}Decided") == 3 for place in range(6))


def test_the_frame_is_said_in_thai_with_thai_digits_when_asked() -> None:
    told = words(frame_pdf(sample_views.whole(), Options(thai_digits=True)))
    assert flat("กรอบการขับเคลื่อนงาน") in told
    assert flat("ปีงบประมาณ พ.ศ. ๒๕๗๐") in told
    assert flat("๓๑ มีนาคม ๒๕๗๐") in told


def test_a_chat_gets_the_frame_as_a_picture() -> None:
    picture = opened(frame_png(sample_views.whole(), Options()))
    assert picture.width == 1080
    assert picture.height > 600


@pytest.mark.parametrize("make", [frame_pdf, frame_png])
def test_there_is_no_frame_before_anything_was_decided(make: Make) -> None:
    with pytest.raises(Refused, match="nothing_decided"):
        make(sample_views.practice(), Options())
