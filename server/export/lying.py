"""Where each card of the records lies: loose or in a group, stacked beneath another, hanging below what it answers."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from server.export.deciding import decision
from server.export.workshop_view import NO_DECISION, CardView, DecisionView, GroupView, ItemView, Placed
from server.workshop.views import Record, Records
from server.workshop.vote import PLACING, placed

LOOSE, BELOW = "loose", "below"
# A card that was carried on, and the card or group that it came from.
Carried = Mapping[str, str]


class Lying:
    """The records of one audience, turned round: what lies in each column, group and stack, in its order."""

    def __init__(self, seen: Records, language: str, carried: Carried, boards: Collection[str]) -> None:
        self._seen = seen
        self._carried = carried
        self._boards = boards
        self._language = language
        self._decisions = {
            key.removeprefix("decision:"): decision(one, language)
            for key, one in seen.items()
            if key.startswith("decision:")
        }
        told = [one for key, one in seen.items() if key.startswith("vote:") and one.get("tallies") is not None]
        self._votes = {one["board"]: one for one in told if one["on"] != PLACING}
        self._placings = {one["board"]: one for one in told if one["on"] == PLACING}
        self._there: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for key, one in seen.items():
            kind = key.partition(":")[0]
            if kind in ("card", "group"):
                self._there[self._place(one)].append(one)
        for ones in self._there.values():
            ones.sort(key=lambda one: (one["rank"], one["id"]))

    def vote_of(self, board: str) -> Record | None:
        """The last vote of a board whose result was shown."""
        return self._votes.get(board)

    def placing_of(self, board: str) -> Record | None:
        """The last time everybody placed by themselves, once that was shown."""
        return self._placings.get(board)

    def items(self, board: str, column: str | None, numbers: Iterator[int]) -> Iterator[ItemView]:
        """The groups and loose cards of a column, with what lies in, beneath and below them."""
        for one in self._there[LOOSE, _spot(board, column)]:
            yield self._group(one, numbers) if "name" in one else self._card(one, numbers)

    def _place(self, one: Record) -> tuple[str, str]:
        """What it lies in; a pointer to something this audience does not see means nothing."""
        if "name" in one:
            return LOOSE, _spot(one["board"], one["column"])
        for kind, above, found in (("under", "card", one.get("under")), ("group", "group", one.get("group"))):
            if found and f"{above}:{found}" in self._seen:
                return kind, found
        parent = one.get("parent")
        if parent and (f"card:{parent}" in self._seen or f"group:{parent}" in self._seen):
            return BELOW, self._top(parent)
        return LOOSE, _spot(one["board"], one["column"])

    def _top(self, parent: str) -> str:
        """What answers a card in a stack hangs below the stack."""
        above = self._seen.get(f"card:{parent}", {}).get("under")
        return above if above and f"card:{above}" in self._seen else parent

    def _group(self, one: Record, numbers: Iterator[int]) -> GroupView:
        cards = tuple(self._card(card, numbers) for card in self._there["group", one["id"]])
        return GroupView(
            name=one["name"],
            cards=cards,
            starred=one["starred"],
            votes=self._marks(one, "tallies"),
            hands=self._marks(one, "hands"),
            placed=self._placed(one),
            decision=self._decision(one),
            children=self._children(one, numbers),
            id=one["id"],
        )

    def _card(self, one: Record, numbers: Iterator[int]) -> CardView:
        beneath = self._there["under", one["id"]]
        stacked = tuple(card.get("original") or card["text"] for card in beneath)
        mine = self._plain(one, numbers, stacked)
        carried = sum(map(self._is_counted_before, (one, *beneath)))
        return dataclasses.replace(mine, carried=carried, children=self._children(one, numbers))

    def _is_counted_before(self, one: Record) -> bool:
        """Did this card come from one that a board of these counts already? What hangs below others it does not."""
        source = self._carried.get(one["id"])
        found = self._seen.get(f"card:{source}") or self._seen.get(f"group:{source}")
        return found is not None and found["board"] in self._boards and self._place(found)[0] != BELOW

    def _children(self, one: Record, numbers: Iterator[int]) -> tuple[CardView, ...]:
        return tuple(self._card(child, numbers) for child in self._there[BELOW, one["id"]])

    def _plain(self, one: Record, numbers: Iterator[int], stacked: tuple[str, ...]) -> CardView:
        number = next(numbers)
        for _ in stacked:
            next(numbers)
        return CardView(
            number=number,
            text=one["text"],
            original=one.get("original"),
            starred=one["starred"],
            times=1 + len(stacked),
            stacked=stacked,
            votes=self._marks(one, "tallies"),
            hands=self._marks(one, "hands"),
            placed=self._placed(one),
            decision=self._decision(one),
            id=one["id"],
            table=one.get("table"),
        )

    def _marks(self, one: Record, kind: str) -> int | None:
        """How often an item was chosen: None before it is told, and for what nobody could vote on."""
        vote = self._votes.get(one["board"])
        if vote is None or one["column"] is None or not self._could_be_chosen(one, vote["on"]):
            return None
        return int((vote.get(kind) or {}).get(one["id"], 0))

    def _placed(self, one: Record) -> Placed:
        """How many put what stands by itself into which column, raised hands included."""
        placing = self._placings.get(one["board"])
        if placing is None:
            return ()
        columns = self._seen[f"board:{one['board']}"]["columns"]
        told = [(column["name"][self._language], placed(one["id"], column["id"])) for column in columns]
        counts = ((name, placing["tallies"].get(mark, 0) + placing["hands"].get(mark, 0)) for name, mark in told)
        return tuple((name, int(count)) for name, count in counts if count)

    def _could_be_chosen(self, one: Record, on: str) -> bool:
        """Groups and loose cards, or else single cards; never what lies beneath or below another."""
        lies = self._place(one)[0]
        if "name" in one:
            return on == "groups"
        return lies == LOOSE or (lies == "group" and on == "cards")

    def _decision(self, one: Record) -> DecisionView:
        return self._decisions.get(one["id"], NO_DECISION)


def _spot(board: str, column: str | None) -> str:
    return f"{board}/{column or ''}"
