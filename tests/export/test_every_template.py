"""Each template is opened, played with three cards a board and taken home in every format, in both languages."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from pages import flat, opened, words
from test_whole_documents import READERS
from visitors import Visitor, joins, opens_a_workshop

from server.assembly import House
from server.board_templates import ORDER
from server.export.colours import stripe

LANGUAGES = ("th", "en")
# What a spreadsheet would take for a sum stays what somebody wrote.
CARDS = tuple(f"=ความคิด {number}" for number in ("หนึ่ง", "สอง", "สาม"))
# Everything of the board, its question too.
WITH_QUESTION = ("docx", "pdf", "md", "txt", "xlsx", "board-pdf")
IN_WORDS = (*WITH_QUESTION, "csv", "csv-wide")
WORDS = READERS | {"pdf": words, "board-pdf": words}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ORDER)
def test_a_template_is_played_with_three_cards_and_taken_home(name: str, language: str, house: House) -> None:
    fay = opens_a_workshop(house, templates=[name], language=language, question=None)
    boards = plays(fay)
    assert all("{" not in board["question"] + board["title"] for board in boards)
    for kind in IN_WORDS:
        told = flat(WORDS[kind](taken(fay, kind)))
        for said in expected(kind, boards, language):
            assert flat(said) in told, (kind, said)
        assert all(told.count(flat(card)) >= len(boards) for card in CARDS), kind
    lies_in_its_columns(fay, boards, language)
    concludes(fay, boards, language)
    is_drawn(fay, boards)
    is_kept(fay, boards)


def plays(fay: Visitor) -> list[dict[str, Any]]:
    """Three cards on each board, laid one by one into its columns; the boards as they then are."""
    ana = joins(fay)
    order = fay.sees("facilitator")["workshop"]["boards"]
    for number, board in enumerate(order):
        if number:
            fay.does("open_board", board=board)
        fay.does("change_limits", board=board, cards_each=3)
        fay.does("start_phase", board=board, phase="write")
        cards = [ana.does("submit_card", board=board, text=text, **proposal(fay, board)) for text in CARDS]
        if fay.sees("facilitator")[f"board:{board}"]["checking"]:
            fay.does("pass_cards", cards=cards)
        fay.does("start_phase", board=board, phase="sort")
        columns = fay.sees("facilitator")[f"board:{board}"]["columns"]
        for place, card in enumerate(cards):
            fay.does("move_cards", cards=[card], column=columns[place % len(columns)]["id"])
        fay.does("decide_item", item=cards[0], field="conclusion", value="ตกลงตามนี้")
        fay.does("start_phase", board=board, phase="finished")
    seen = fay.sees("facilitator")
    return [seen[f"board:{board}"] for board in order]


def proposal(fay: Visitor, board: str) -> dict[str, str]:
    """Some boards want to be told where a card should go."""
    told = fay.sees("facilitator")[f"board:{board}"]
    return {} if told["proposals"] == "off" else {"proposed": told["columns"][0]["id"]}


def taken(fay: Visitor, kind: str) -> bytes:
    answer = fay.takes(kind)
    assert answer.status_code == 200, (kind, answer.data[:200])
    content: bytes = answer.data
    return content


def expected(kind: str, boards: list[dict[str, Any]], language: str) -> list[str]:
    """The words of the boards themselves that a format holds."""
    filled = [column["name"][language] for board in boards for column in board["columns"][: len(CARDS)]]
    if kind in WITH_QUESTION:
        return [*filled, *(board["question"] for board in boards)]
    return filled


def lies_in_its_columns(fay: Visitor, boards: list[dict[str, Any]], language: str) -> None:
    """Row by row: which card lies in which column."""
    place, said = ("ช่อง", "ข้อความ") if language == "th" else ("Column", "Text")
    rows = list(csv.DictReader(io.StringIO(taken(fay, "csv").decode("utf-8-sig"))))
    names = [[column["name"][language] for column in board["columns"]] for board in boards]
    wanted = {(columns[number % len(columns)], f"'{card}") for columns in names for number, card in enumerate(CARDS)}
    assert {(row[place], row[said]) for row in rows} == wanted
    assert len(rows) == len(CARDS) * len(boards)


def concludes(fay: Visitor, boards: list[dict[str, Any]], language: str) -> None:
    """What was decided goes to the chat and onto the one page of the frame."""
    line, frame = taken(fay, "line").decode(), words(taken(fay, "frame-pdf"))
    assert CARDS[0] in line
    assert flat(CARDS[0]) in frame
    assert flat("ตกลงตามนี้") in frame
    assert flat(boards[-1]["columns"][0]["name"][language]) in frame


def is_drawn(fay: Visitor, boards: list[dict[str, Any]]) -> None:
    """Letters are drawn there: what can be read is that the columns stand there in their colours."""
    svg = taken(fay, "svg").decode().lower()
    picture = opened(taken(fay, "png"))
    assert min(picture.size) > 300
    found = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24)}
    assert all(stripe(column["colour"]).lower() in svg for board in boards for column in board["columns"])
    # One picture for a chat is of the last board.
    for column in boards[-1]["columns"]:
        assert tuple(bytes.fromhex(stripe(column["colour"]))) in found, column


def is_kept(fay: Visitor, boards: list[dict[str, Any]]) -> None:
    events = json.loads(taken(fay, "json"))["events"]
    sent = [one["data"]["text"] for one in events if one["name"] == "card_submitted"]
    assert sent == [*CARDS] * len(boards)
