"""A board of three hundred cards in columns and groups, on which somebody else never stops working."""

from __future__ import annotations

import threading
from random import Random
from typing import Any

from a_server import Json, Server
from a_workshop import BOARD, Workshop, new_id
from playwright.sync_api import Page

CARDS = 300
COLUMNS = ("close", "improve", "open")
PAUSE_SECONDS = 0.1
SHOWN = """column => [...document.querySelectorAll(`section[data-column="${column}"] [data-card]`)]
    .map(one => one.dataset.card)"""


class FullBoard:
    """`takes(…)` brings cards for one gesture to the top of their columns; nobody else touches those."""

    def __init__(self, server: Server) -> None:
        self.workshop = Workshop(server)
        self.workshop.phase("sort")
        self.ids: dict[str, str] = {}
        cards = [{"text": f"บัตร {number:03}", "column": COLUMNS[number % 3]} for number in range(CARDS)]
        body = {"id": new_id(), "name": "add_cards", "board": BOARD, "cards": cards}
        assert server.call("POST", f"/api/workshops/{self.workshop.id}/cards", body, self.workshop.token)["ok"]
        self.workshop.do("read_card", board=BOARD, card=None)
        self.ids = {card["text"]: card["id"] for card in self.workshop.records("card")}
        self._free = sorted(self.ids, reverse=True)
        self.others = [self.ids[self._free.pop()] for _ in range(180)]
        self.groups = [new_id() for _ in range(10)]
        for number, group in enumerate(self.groups):
            cards_of_it = self.others[6 * number : 6 * number + 6]
            self.workshop.do("group_cards", id=group, cards=cards_of_it, label=f"กลุ่มที่ {number}")
        key = self.workshop.link("co_facilitator", "ผู้ช่วย").split("#key=")[1]
        self.helper = str(server.call("POST", "/api/enter", {"key": key})["token"])

    def takes(self, *columns: str | None) -> list[str]:
        """Fresh cards at the top of these columns, in the order in which they are named; None is the inbox."""
        texts = [self._free.pop() for _ in columns]
        for column in {*columns}:
            ids = [self.ids[text] for text, one in zip(texts, columns, strict=True) if one == column]
            self.elsewhere("move_cards", cards=ids, column=column, before=self._first(column))
        return texts

    def group(self, name: str, *texts: str) -> str:
        """The group of these cards, where the first of them lies."""
        self.ids[name] = new_id()
        self.elsewhere("group_cards", id=self.ids[name], cards=[self.ids[text] for text in texts], label=name)
        return name

    def comes_by(self, column: str, before: str) -> str:
        """Somebody puts another card in front of this one just now."""
        (visitor,) = self.takes("open" if column == "close" else "close")
        self.elsewhere("move_cards", cards=[self.ids[visitor]], column=column, before=self.ids[before])
        return visitor

    def elsewhere(self, name: str, **fields: Any) -> None:
        """Another facilitator does something."""
        self.workshop.do(name, token=self.helper, **fields)

    def lies(self, *names: str) -> dict[str, tuple[str | None, str]]:
        """Where each of these lies: its column, and its group's name."""
        records: Json = self.workshop.snapshot()["snapshot"]
        found = {}
        for name in names:
            card = records.get(f"card:{self.ids[name]}")
            group = records.get(f"group:{card['group']}" if card else f"group:{self.ids[name]}")
            found[name] = ((card or group or {})["column"], group["name"] if card and group else "")
        return found

    def order(self, column: str, *names: str) -> list[str]:
        """Of these cards and groups, those that stand in this column, in their order."""
        records: Json = self.workshop.snapshot()["snapshot"]
        places = {name: place_of(records, self.ids[name]) for name in names}
        return [name for name in sorted(names, key=lambda name: places[name][1]) if places[name][0] == column]

    def beneath(self, text: str) -> list[str]:
        """The cards stacked beneath this one."""
        return sorted(card["text"] for card in self.workshop.records("card") if card["under"] == self.ids[text])

    def held(self, column: str) -> list[str]:
        """The cards of a column on the server, group by group, without those beneath others."""
        records: Json = self.workshop.snapshot()["snapshot"]
        cards = [one for key, one in records.items() if key.startswith("card:") and not one["under"]]
        here = [card["id"] for card in cards if card["column"] == column]
        return sorted(here, key=lambda card: place_of(records, card)[1])

    def is_equal_on(self, desk: Page) -> bool:
        """Does this desk show every card where the server has it?"""
        return all(desk.evaluate(SHOWN, column) == self.held(column) for column in COLUMNS)

    def _first(self, column: str | None) -> str | None:
        records: Json = self.workshop.snapshot()["snapshot"]
        items = [
            (one["rank"], one["id"])
            for key, one in records.items()
            if key.startswith(("card:", "group:")) and one["column"] == column and not one.get("group")
        ]
        return min(items)[1] if items else None


def place_of(records: Json, item: str) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """The column of a card or a group, and what it is sorted by there."""
    one = records.get(f"card:{item}") or records[f"group:{item}"]
    own = (one["rank"], one["id"])
    group = records.get(f"group:{one.get('group')}")
    return one["column"], ((group["rank"], group["id"]), own) if group else (own, own)


class Restless:
    """Somebody without a screen who changes other cards about ten times a second, the same way in every run."""

    def __init__(self, board: FullBoard) -> None:
        self._board, self._random = board, Random(4)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._works)
        self.done = 0

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _works(self) -> None:
        while not self._over.wait(PAUSE_SECONDS):
            name, fields = self._wish()
            answer = self._board.workshop.ask(name, self._board.helper, **fields)
            assert answer["ok"] or answer["code"] != "server_error", answer
            self.done += bool(answer["ok"])

    def _wish(self) -> tuple[str, dict[str, Any]]:
        random, cards = self._random, self._board.others
        some, column = random.sample(cards, 2), random.choice(COLUMNS)
        # One of their own, if it is still there.
        groups = [random.choice(self._board.groups)] if random.random() < 0.1 else []
        return random.choice(
            [
                ("move_cards", {"cards": some, "column": column}),
                ("move_cards", {"cards": some[:1], "column": column, "before": some[1]}),
                ("star_cards", {"cards": some[:1]}),
                ("unstar_cards", {"cards": some[:1]}),
                ("fix_card", {"card": some[0], "text": f"แก้ {random.randint(0, 999)}"}),
                ("ungroup_cards", {"cards": some[:1]}),
                *[("join_group", {"cards": some[:1], "group": group}) for group in groups],
            ]
        )
