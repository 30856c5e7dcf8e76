"""From what an audience may see to the view of documents: nothing gets into a file that is not in its records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from server.export.lying import Carried, Lying
from server.export.options import Options
from server.export.workshop_view import (
    ICONS,
    BoardView,
    CardView,
    CheckOutView,
    ColumnView,
    Counts,
    People,
    PlacingView,
    TableView,
    VoteView,
    WorkshopView,
)
from server.thai import in_bangkok
from server.workshop import Refused, Workshop
from server.workshop.board import SHOWN_PHASES
from server.workshop.clock import moment
from server.workshop.places import the_group_now
from server.workshop.views import DESK, INBOX, Record, Records, record, snapshot

NOT_PLACED = {"th": "ยังไม่จัดกลุ่ม", "en": "Not placed yet"}


def workshop_view(workshop: Workshop, audience: str, options: Options, now: datetime) -> WorkshopView:
    """What this audience may take home; raises Refused."""
    boards = boards_of(workshop, audience, options)
    parked = parked_of(workshop, audience) if options.parked else {}
    return of_records(snapshot(workshop, audience), parked, carried_of(workshop), boards, options.language, now)


def boards_of(workshop: Workshop, audience: str, options: Options) -> list[str]:
    """The boards that this audience may take; raises Refused when there is none."""
    if options.board is not None and options.board not in workshop.boards:
        raise Refused("no_such_board", field="board")
    wanted = workshop.order if options.board is None else (options.board,)
    boards = [name for name in wanted if record(workshop, f"board:{name}", audience)]
    if not boards:
        raise Refused("forbidden")
    return boards


def of_records(
    seen: Records, parked: Records, carried: Carried, boards: list[str], language: str, now: datetime
) -> WorkshopView:
    """The view of these boards; it needs no more of the workshop than the records."""
    whole = seen["workshop"]
    lying = Lying(seen, language, carried, boards)
    views = tuple(_board(seen, parked, lying, name, language, now) for name in boards)
    days = [one.day for one in views if one.phase == "finished"]
    return WorkshopView(
        title=whole["title"],
        language=language,
        day=max(days, default=in_bangkok(now)),
        fiscal_year=whole["fiscal_year"],
        people=People(seen.get("people", {}).get("joined", 0), _tables(seen, boards)),
        boards=views,
        rehearsal=whole["rehearsal"],
        check_out=_check_out(seen.get("check_out", {})),
    )


def parked_of(workshop: Workshop, audience: str) -> Records:
    """Parked cards lie in the inbox: only who sorts may take them, and only once the board's cards are shown."""
    if audience not in DESK:
        return {}
    shown = {name for name, board in workshop.boards.items() if board.phase in SHOWN_PHASES}
    mine = [card for card in workshop.cards.values() if card.parked and not card.late and card.board in shown]
    found = ((f"card:{card.id}", record(workshop, f"card:{card.id}", INBOX)) for card in mine)
    return {key: one for key, one in found if one is not None}


def carried_of(workshop: Workshop) -> Carried:
    """What was carried on from another board, and from what: for counting alone, no screen is told."""
    found = ((card.id, card.carried_from) for card in workshop.cards.values() if card.carried_from)
    return {card: now for card, source in found if (now := _item_now(workshop, source))}


def _item_now(workshop: Workshop, source: str) -> str | None:
    """The card, or the group that has taken it in since."""
    if source in workshop.cards:
        return source
    group = the_group_now(workshop, source)
    return group.id if group else None


def _board(seen: Records, parked: Records, lying: Lying, name: str, language: str, now: datetime) -> BoardView:
    board = seen[f"board:{name}"]
    columns = tuple(_columns(board, lying, language))
    return BoardView(
        id=name,
        title=board.get("title") or "",
        question=board["question"],
        phase=board["phase"],
        day=_day(board, now),
        columns=columns,
        counts=_counts(seen.get(f"counts:{name}", {}), columns),
        parked=tuple(_parked_cards(parked, name)),
        child=_label(board.get("child"), language),
        vote=_vote(lying.vote_of(name), seen.get("people", {}).get("joined", 0)),
        placing=_placing(lying.placing_of(name), seen.get("people", {}).get("joined", 0)),
    )


def _day(board: Record, now: datetime) -> date:
    return in_bangkok(moment(board["finished_at"]) if board["finished_at"] else now)


def _counts(told: Record, columns: tuple[ColumnView, ...]) -> Counts:
    return Counts(
        cards=sum(column.count for column in columns),
        groups=sum(len(column.groups) for column in columns),
        senders=told.get("senders", 0),
        carried=sum(column.carried for column in columns),
    )


def _columns(board: Record, lying: Lying, language: str) -> Iterator[ColumnView]:
    numbers = iter(range(1, 1_000_000))
    for column in (*board["columns"], None):
        items = tuple(lying.items(board["id"], column["id"] if column else None, numbers))
        if column:
            icon = ICONS.get(column["icon"], "")
            words = column["name"][language], column["hint"][language]
            yield ColumnView(column["id"], icon, column["colour"], *words, items)
        elif items:
            yield ColumnView(None, "", "", NOT_PLACED[language], "", items)


def _parked_cards(parked: Records, board: str) -> Iterator[CardView]:
    mine = sorted((one for one in parked.values() if one["board"] == board), key=lambda one: (one["rank"], one["id"]))
    for number, one in enumerate(mine, 1):
        yield CardView(number, one["text"], one.get("original"), one["starred"], id=one["id"])


def _tables(seen: Records, boards: list[str]) -> tuple[TableView, ...]:
    """How many sat where is told for each board: cards and senders add up, people stay.

    Of a table with so few that a count would point at one of them it is not told, and so it is in no file.
    """
    sums: dict[int, TableView] = {}
    for name in boards:
        for one in seen.get(f"tables:{name}", {}).get("tables", ()):
            if None in one.values():
                continue
            before = sums.get(one["table"], TableView(one["table"], 0, 0, 0))
            sums[one["table"]] = TableView(
                one["table"],
                max(before.seated, one["seated"]),
                max(before.senders, one["senders"]),
                before.cards + one["cards"],
            )
    return tuple(sums[table] for table in sorted(sums))


def _vote(vote: Record | None, joined: int) -> VoteView | None:
    if vote is None:
        return None
    budgets = tuple((vote.get("budgets") or {}).items())
    return VoteView(vote["on"], vote["each"], vote["most_on_one"], vote.get("voted", 0), joined, budgets)


def _placing(placing: Record | None, joined: int) -> PlacingView | None:
    return PlacingView(placing.get("voted", 0), joined) if placing else None


def _check_out(told: Record) -> CheckOutView | None:
    if "moods" not in told:
        return None
    moods = told["moods"]
    one, two, three, four, five = (moods[level] for level in range(5))
    return CheckOutView((one, two, three, four, five), tuple(told["lines"]))


def _label(child: Record | None, language: str) -> str:
    """What cards below others are called on this board; "" where it has no word for them."""
    return str(child["label"][language]) if child else ""
