"""What is printed before people come: a poster with the QR, table tents, and blank word cards for hands."""

from __future__ import annotations

from dataclasses import dataclass

from server import qr
from server.export.drawing import Drawn, Sayings, drawable, drawn
from server.export.options import Options
from server.export.page_words import RULES, WORDS
from server.export.typeset import typeset
from server.export.workshop_view import WorkshopView


@dataclass(frozen=True, slots=True)
class Door:
    """How people get in. Whoever holds this paper can join: it is for those who prepare the room."""

    title: str
    # What the QR says.
    link: str
    # What people type who cannot scan.
    address: str
    code: str
    wifi_name: str | None = None
    wifi_password: str | None = None
    tables: int = 0


def poster(door: Door, options: Options) -> bytes:
    """One A4 page for the wall, in Thai and English together."""
    return typeset("poster", _door(door, options))[0]


def table_tents(door: Door, options: Options) -> bytes:
    """Four A6 tents a page, to cut and fold; one a table, or four without a number."""
    say = Sayings(options.language, options.thai_digits)
    numbers = [say.digits(str(number)) for number in range(1, door.tables + 1)] or [""] * 4
    return typeset("tents", _door(door, options) | {"tables": numbers})[0]


def word_cards(view: WorkshopView, options: Options) -> bytes:
    """Three cards a page in each column's colour, with the rules of writing them."""
    rules = drawable({"rules": RULES[view.language]})
    return typeset("word_cards", drawn(view, options) | rules)[0]


def _door(door: Door, options: Options) -> Drawn:
    told = {
        "language": options.language,
        "thai_digits": options.thai_digits,
        "words": WORDS[options.language],
        "both": [WORDS["th"], WORDS["en"]],
        "title": door.title,
        "address": door.address.partition("//")[2] or door.address,
        "code": f"{door.code[:4]}-{door.code[4:]}",
        "wifi_name": door.wifi_name or "",
        "wifi_password": door.wifi_password or "",
    }
    pictures = {"join_qr": qr.join_qr(door.link), "wifi_qr": _wifi(door)}
    return {**drawable(told), **pictures}


def _wifi(door: Door) -> str:
    return qr.wifi_qr(door.wifi_name, door.wifi_password or "") if door.wifi_name else ""
