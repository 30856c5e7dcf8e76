"""Every format, for everybody, in every phase: nobody is given what the room has not seen, or another room's."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Any

import pytest
from visitors import BOARD, Visitor, joins, opens_a_workshop

from server.assembly import House
from server.export.formats import FORMATS
from server.export.taking import KEEPERS, PAPERS
from server.workshop.board import PHASES

# What is only paper for the room holds no card at all.
SHOWN = ("show", "sort", "finished")
FACILITATORS, READERS = ("facilitator", "co_facilitator"), ("result",)
OTHERS = ("participant", "wall", "stranger", "revoked", "nobody")
OPEN, PARKED, LATE, ELSEWHERE = "OpenlyShownCard", "ParkedCardWords", "CameLateWords", "AnotherRoomsCard"
WITH_EVERY_CARD = ("docx", "xlsx", "csv", "csv-wide", "md", "txt", "pdf", "board-pdf")


class Room:
    """A workshop with a shown, a parked and a late card, and everybody who might ask for it."""

    def __init__(self, house: House) -> None:
        self.fay = opens_a_workshop(house)
        ana = joins(self.fay)
        self.fay.starts("write")
        ana.writes(OPEN)
        parked = ana.writes(PARKED)
        self.fay.does("park_cards", cards=[parked])
        self.fay.starts("show")
        joins(self.fay).writes(LATE)
        stranger = opens_a_workshop(house)
        stranger.does("add_card", board=BOARD, text=ELSEWHERE)
        self.people = {
            "facilitator": self.fay,
            "co_facilitator": self.fay.link("co_facilitator"),
            "result": self.fay.link("result"),
            "wall": self.fay.link("wall"),
            "participant": ana,
            "stranger": Visitor(house, self.fay.workshop, stranger.token),
            "revoked": self.fay.link("result"),
            "nobody": Visitor(house, self.fay.workshop, ""),
        }
        mine = [one for key, one in self.fay.sees("facilitator").items() if key.startswith("key:")]
        spare = max((one for one in mine if one["role"] == "result"), key=lambda one: one["minted_at"])
        self.fay.does("revoke_link", key=spare["id"])


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory, empty_database: Any, making: Any) -> Any:
    import shutil

    from server.assembly import assemble
    from server.config import Config

    folder = tmp_path_factory.mktemp("room")
    shutil.copy(empty_database, folder / "db.sqlite3")
    secrets = {"secret_key": "s" * 40, "create_password": "p" * 12}
    database = f"sqlite:///{folder}/db.sqlite3"
    house = assemble(Config(database_url=database, data_dir=folder, run_with="threading", **secrets), making)
    yield Room(house)
    house.close()


def words_in(content: bytes) -> str:
    """Everything legible in a file, also inside its packed parts."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return " ".join(parts.read(name).decode(errors="replace") for name in parts.namelist())
    if content.startswith(b"%PDF"):
        import pypdf

        return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    return content.decode(errors="replace")


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("kind", [*FORMATS, *KEEPERS, *PAPERS])
def test_what_everybody_is_given(room: Room, kind: str, phase: str) -> None:
    room.fay.starts(phase)
    for role, person in room.people.items():
        given = person.takes(kind)
        if role in OTHERS:
            expected = {"stranger": "not_found", "revoked": "revoked", "nobody": "bad_token"}.get(role, "forbidden")
            assert given.json["code"] == expected, role
            continue
        if role in READERS and (kind in (*KEEPERS, *PAPERS) or phase != "finished"):
            assert given.json["code"] == "forbidden", role
            continue
        if kind.startswith("frame") and given.status_code == 409:
            # Without a decision there is nothing to frame, for nobody.
            assert given.json["code"] == "nothing_decided"
            continue
        assert given.status_code == 200, (role, given.json)
        must_hold_what_may_be_seen(given.data, kind, phase)


def must_hold_what_may_be_seen(content: bytes, kind: str, phase: str) -> None:
    told = words_in(content)
    assert ELSEWHERE not in told
    if kind in KEEPERS:
        assert all(words in told for words in (OPEN, PARKED, LATE))
        return
    if kind in WITH_EVERY_CARD:
        assert (OPEN in told) == (phase in SHOWN)
    elif phase not in SHOWN:
        assert OPEN not in told
    assert PARKED not in told
    assert LATE not in told


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("kind", FORMATS)
def test_parked_cards_go_home_only_with_facilitators_who_ask_for_them(room: Room, kind: str, phase: str) -> None:
    room.fay.starts(phase)
    for role in (*FACILITATORS, *READERS):
        person = room.people[role]
        given = person.asks("GET", f"{person.here}/export.{kind}?parked=1")
        if role in READERS:
            assert PARKED not in words_in(given.data)
        elif phase in SHOWN and kind in ("docx", "xlsx", "csv", "md"):
            assert PARKED in words_in(given.data), kind
        elif phase not in SHOWN:
            assert PARKED not in words_in(given.data)
        assert LATE not in words_in(given.data)


def test_what_is_safe_in_a_safe_copy_is_not_on_its_board(room: Room) -> None:
    room.fay.starts("sort")
    told = room.fay.takes("safe-copy").data.decode()
    board = told.partition('<div id="app">')[2].partition("</div>")[0]
    assert OPEN in board
    assert PARKED not in board
    shown = json.loads(re.findall(r'id="batkham-safe-copy">(.*?)</script>', told)[0])
    replayed = json.dumps([shown["first"], shown["frames"], shown["last"]])
    assert OPEN in replayed
    assert PARKED not in replayed
    assert LATE not in replayed
    assert shown["hidden"][BOARD] == {"late": [LATE], "parked": [PARKED], "unshown": []}


@pytest.mark.parametrize("wish", [{"format": "exe"}, {"format": "csv", "board": "board-9"}])
def test_what_is_not_there_is_refused_in_words(room: Room, wish: dict[str, str]) -> None:
    answer = room.fay.asks("POST", f"{room.fay.here}/documents", wish)
    assert answer.json["code"] in ("no_such_format", "no_such_board")
    assert answer.status_code == 409


def test_a_ticket_gives_the_file_without_a_token_a_few_times_and_no_longer(room: Room) -> None:
    room.fay.starts("sort")
    made = room.fay.asks("POST", f"{room.fay.here}/documents", {"format": "csv", "language": "en"})
    assert made.status_code == 201
    assert made.json["name"].startswith("Idea board-ทบทวนงาน 69 70-")
    nobody = room.people["nobody"]
    for _ in range(3):
        given = nobody.asks("GET", f"/{made.json['path']}")
        assert given.data == room.fay.asks("GET", f"{room.fay.here}/export.csv?language=en").data
        assert given.headers["Content-Disposition"].startswith("attachment; ")
    assert nobody.asks("GET", f"/{made.json['path']}").json["code"] == "ticket_used"
    assert nobody.asks("GET", "/api/documents/guessed").json["code"] == "ticket_used"


def test_a_reader_takes_neither_backup_nor_safe_copies_by_ticket(room: Room) -> None:
    room.fay.starts("finished")
    reader = room.people["result"]
    for wish in ({"format": "json"}, {"format": "safe-copy"}, {"format": "csv", "safe_copy": "any.html"}):
        assert reader.asks("POST", f"{reader.here}/documents", wish).json["code"] == "forbidden"
    assert reader.asks("GET", f"{reader.here}/safe-copies").json["code"] == "forbidden"


def test_a_report_comes_on_the_offices_own_paper(room: Room) -> None:
    import docx

    room.fay.starts("sort")
    paper = docx.Document()
    paper.add_paragraph("สำนักงานพัฒนาชุมชนจังหวัด")
    paper.add_paragraph("[[รายงาน]]")
    sheet = io.BytesIO()
    paper.save(sheet)
    made = room.fay.sends(f"{room.fay.here}/letterhead?language=th", sheet.getvalue())
    given = room.people["nobody"].asks("GET", f"/{made.json['path']}").data
    said = [paragraph.text for paragraph in docx.Document(io.BytesIO(given)).paragraphs]
    assert "สำนักงานพัฒนาชุมชนจังหวัด" in said
    assert OPEN in words_in(given)
    assert PARKED not in words_in(given)
    for content, code in ((b"no word file", "template_not_word"), (b"", "empty")):
        assert room.fay.sends(f"{room.fay.here}/letterhead", content).json["code"] == code
    assert room.people["result"].sends(f"{room.fay.here}/letterhead", sheet.getvalue()).json["code"] == "forbidden"
