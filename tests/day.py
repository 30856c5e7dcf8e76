"""One whole workshop, from the door to the lock, in which every command is given at least once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from day_of_many import UNCHECKED, ask_and_answer, check, rest, sit_down, sort_together
from venue import BOARD, Somebody, Venue, an_id

from server.history.reading import as_of
from server.workshop.arrange import Arrange

UNSHOWN = (
    "ความลับของแอน",
    "เขียนผิดไปมาก",
    "เขียนใหม่แล้ว",
    "ถอนคืนแล้วนะ",
    "พักไว้ก่อนเถอะ",
    "มาช้าไปหน่อย",
    "ลองส่งดูนะ",
    UNCHECKED,
    "กลุ่มที่ห้องไม่เห็น",
)
# What is prepared for later; the last of it, a card, is shown with its board.
PREPARED = ("คำถามที่ยังไม่ถึงเวลา", "ชื่อที่ยังไม่บอก", "ช่องที่เตรียมไว้", "กระดานที่ถูกทิ้ง", "บัตรที่เตรียมไว้")
A_COLUMN = {
    "id": "soon",
    "icon": "flag",
    "colour": "sky",
    "name": {"th": "ปีนี้", "en": "This year"},
    "hint": {"th": "", "en": ""},
    "starter": {"th": "", "en": ""},
}


@dataclass
class Day:
    """The people of the day, and what was written in it."""

    venue: Venue
    ana: Somebody
    ben: Somebody
    co: Somebody
    spare: Somebody
    wall: Somebody
    result: Somebody
    cards: dict[str, str] = field(default_factory=dict)
    given: list[str] = field(default_factory=list)
    moved_on: int = 0
    sorting_began: int = 0

    @classmethod
    def of(cls, venue: Venue) -> Day:
        links = (venue.link(role) for role in ("co_facilitator", "facilitator", "wall", "result"))
        return cls(venue, venue.joins(), venue.joins(), *links)

    def live_through(self) -> Iterator[str]:
        """Give one command after the other; yields each one's name after it was accepted."""
        yield from self._before()
        yield from self._plan()
        yield from self._write()
        yield from self._prepare()
        yield from self._show()
        yield from self._sort()
        yield from self._hang()
        yield from self._place_privately()
        yield from self._vote()
        yield from self._conclude()
        yield from self._group()
        yield from self._move_on()
        yield from self._end()

    def _before(self) -> Iterator[str]:
        fay, board = self.venue.fay, {"board": BOARD}
        yield self._does(
            fay, "set_room", address="http://10.1.2.3:8321", wifi_name="ห้องประชุม", wifi_password="wifi-pass"
        )
        yield self._does(fay, "rename_workshop", title="เวทีทบทวนงาน")
        yield self._does(fay, "change_question", question="งานใดควรปิด", **board)
        yield self._does(fay, "change_limits", cards_each=6, proposals="optional", **board)
        yield self._does(fay, "stop_joining")
        yield self._does(fay, "resume_joining")
        self.venue.house.links.change_code(fay.person, an_id())
        yield self._gave("change_code")
        self.venue.house.links.mint(fay.person, an_id(), "wall", "จอหลังห้อง")
        yield self._gave("mint_link")
        self.venue.code = self.venue.live.workshop.code
        self.venue.joins()
        yield self._gave("join_workshop")
        yield from sit_down(self)
        yield self._does(fay, "start_phase", phase="trial", **board)
        yield self._does(self.ana, "try_card", text="ลองส่งดูนะ", **board)

    def _write(self) -> Iterator[str]:
        fay, ana, ben, board = self.venue.fay, self.ana, self.ben, {"board": BOARD}
        yield self._does(fay, "start_phase", phase="write", **board)
        yield self._writes(ana, "first", "ประชุมน้อยลง", proposed="close")
        yield self._writes(ben, "second", "ซื้อตู้น้ำ", proposed="open")
        yield self._writes(ana, "third", "ที่จอดรถ", neighbour=True)
        yield self._writes(ben, "fourth", "แบบฟอร์มม", proposed="improve")
        yield self._writes(ana, "edited", "เขียนผิดไปมาก")
        yield self._does(ana, "edit_card", card=self.cards["edited"], text="เขียนใหม่แล้ว", proposed="improve")
        yield self._does(ana, "edit_card", card=self.cards["edited"], text="รถตู้รับส่ง", proposed="improve")
        yield self._writes(ben, "gone", "ถอนคืนแล้วนะ")
        yield self._does(fay, "fix_card", card=self.cards["gone"], text="ถอนคืนแล้วนะ!")
        yield self._does(ben, "withdraw_card", card=self.cards["gone"])
        yield self._writes(ben, "parked", "พักไว้ก่อนเถอะ")
        yield self._writes(ana, "secret", "ความลับของแอน")
        yield from rest(self)
        yield from check(self)
        yield self._does(self.co, "start_timer", seconds=120, **board)
        yield self._does(self.co, "extend_timer", seconds=60, **board)
        yield self._does(self.co, "stop_timer", **board)

    def _prepare(self) -> Iterator[str]:
        fay, board = self.venue.fay, {"board": BOARD}
        yield self._does(fay, "park_cards", cards=[self.cards["parked"], self.cards["secret"]])
        yield self._does(fay, "start_phase", phase="stopped", **board)
        self.venue.clock.wait(seconds=31)
        yield self._writes(self.ben, "late", "รับไว้ทีหลัง")
        yield self._writes(self.ana, "too late", "มาช้าไปหน่อย")
        yield self._does(fay, "blank_screens")
        yield self._does(fay, "unblank_screens")

    def _show(self) -> Iterator[str]:
        fay, co, board, cards = self.venue.fay, self.co, {"board": BOARD}, self.cards
        yield self._does(fay, "start_phase", phase="show", **board)
        yield self._does(co, "focus", card=cards["first"], **board)
        yield self._does(co, "focus", column="open", **board)
        yield self._does(co, "show_view", view="overview", **board)
        yield self._does(co, "show_view", view="qr", **board)
        yield self._does(co, "show_view", view="board", **board)
        yield self._does(fay, "accept_late_cards", cards=[cards["late"]])
        yield self._does(co, "pass_cards", cards=[cards["late"]])
        yield self._does(fay, "turn_page", page=1, **board)

    def _sort(self) -> Iterator[str]:
        fay, co, board, cards = self.venue.fay, self.co, {"board": BOARD}, self.cards
        yield self._does(fay, "start_phase", phase="sort", **board)
        self.sorting_began = self.venue.live.seq
        yield self._does(fay, "read_card", card=cards["second"], **board)
        yield self._does(fay, "place_card", card=cards["second"], column="open")
        yield self._does(fay, "undo")
        yield self._does(fay, "redo")
        yield from sort_together(self)
        yield from ask_and_answer(self)
        yield self._does(co, "read_card", card=None, **board)
        yield self._does(co, "read_card", card=min(self._waiting()), **board)
        yield self._does(co, "skip_card", card=min(self._waiting(), key=self._place))
        yield self._does(fay, "fix_card", card=cards["fourth"], text="แบบฟอร์ม")
        yield self._does(fay, "place_as_proposed", **board)
        yield self._does(
            co, "move_cards", cards=[cards["third"], cards["first"]], column="improve", before=cards["fourth"]
        )
        yield self._does(co, "star_cards", cards=[cards["first"], cards["third"]])
        yield self._does(co, "unstar_cards", cards=[cards["third"]])
        yield self._does(fay, "park_cards", cards=[cards["third"]])
        yield self._does(fay, "bring_back_cards", cards=[cards["third"]])
        yield self._does(fay, "focus", card=cards["third"], **board)
        yield self._does(fay, "undo")
        yield self._does(fay, "undo")
        yield self._does(fay, "skip_step", step=self.venue.live.workshop.steps[fay.id].undone[-1].seq)
        yield self._does(fay, "set_aliases", aliases=[["ประชุม", "มีตติ้ง"]])
        yield self._does(fay, "keep_apart", cards=[cards["first"], cards["second"]])
        yield self._arranges(fay)
        yield self._does(fay, "undo")
        id_ = an_id()
        self.cards["added"] = id_
        several = [{"text": "จากไฟล์ตาราง", "column": "close"}, {"text": "ยังไม่รู้ช่อง"}]
        yield self._does(fay, "add_cards", cards=several, **board)
        yield self._does(fay, "add_card", id=id_, text="จากคนไม่มีมือถือ", column="open", **board)

    def _group(self) -> Iterator[str]:
        fay, co, cards = self.venue.fay, self.co, self.cards
        first, second, third, fourth = (cards[one] for one in ("first", "second", "third", "fourth"))
        yield self._forms(co, "private", [cards["parked"], cards["secret"]], label="กลุ่มที่ห้องไม่เห็น")
        yield self._forms(fay, "meetings", [first, fourth])
        yield self._does(co, "name_group", group=cards["meetings"], label="ประชุมเท่าที่จำเป็น")
        yield self._does(fay, "join_group", cards=[third], group=cards["meetings"], before=first)
        yield self._does(co, "move_group", group=cards["meetings"], column="open", before=second)
        yield self._does(co, "star_cards", cards=[cards["meetings"], second])
        yield self._does(fay, "stack_cards", cards=[first, fourth, cards["added"]])
        yield self._does(co, "unstack_cards", cards=[cards["added"]])
        yield self._does(co, "ungroup_cards", cards=[cards["added"]])
        yield self._forms(co, "others", [second, cards["late"]], label="ของใหม่")
        yield self._does(fay, "merge_groups", groups=[cards["others"]], into=cards["meetings"])
        yield self._does(fay, "undo")
        yield self._does(fay, "redo")
        yield self._does(co, "park_cards", cards=[third])
        yield self._does(co, "dissolve_group", group=cards["meetings"])
        yield self._does(co, "undo")

    def _hang(self) -> Iterator[str]:
        fay, board, first = self.venue.fay, {"board": BOARD}, self.cards["first"]
        yield self._does(fay, "open_children", parent=first, **board)
        yield self._does(self.ben, "send_child", parent=first, text="ถามหัวหน้าก่อน")
        yield self._does(self.ana, "send_child", parent=first, text="ลองหนึ่งเดือน")
        yield self._does(fay, "close_children", **board)
        yield self._does(self.ana, "send_child", parent=first, text="มาช้าใต้บัตร")
        yield self._does(self.co, "add_child", parent=first, text="จดจากที่พูด")
        yield self._does(self.co, "undo")
        yield self._does(self.co, "redo")

    def _place_privately(self) -> Iterator[str]:
        """Before they vote, everybody says where something belongs."""
        fay, cards = self.venue.fay, self.cards
        self.cards["placing"] = vote = an_id()
        yield self._does(fay, "open_vote", id=vote, board=BOARD, on="placing")
        marks = {f"{cards['first']}:close": 1, f"{cards['fourth']}:open": 1}
        yield self._does(self.ana, "cast_ballot", vote=vote, marks=marks)
        yield self._does(self.ben, "cast_ballot", vote=vote, marks={f"{cards['first']}:improve": 1})
        yield self._does(self.co, "count_hands", vote=vote, item=f"{cards['first']}:close", hands=2)
        yield self._does(fay, "show_votes", vote=vote)

    def _vote(self) -> Iterator[str]:
        fay, ana, ben, cards = self.venue.fay, self.ana, self.ben, self.cards
        self.cards["vote"] = vote = an_id()
        yield self._does(fay, "open_vote", id=vote, board=BOARD, on="groups", each=3, most_on_one=2)
        yield self._does(ana, "cast_ballot", vote=vote, marks={cards["first"]: 2, cards["fourth"]: 1})
        yield self._does(ben, "cast_ballot", vote=vote, marks={cards["first"]: 1})
        yield self._does(ben, "cast_ballot", vote=vote, marks={cards["second"]: 1, cards["first"]: 1})
        yield self._does(self.co, "count_hands", vote=vote, item=cards["first"], hands=4)
        yield self._does(fay, "park_cards", cards=[cards["fourth"]])
        yield self._does(fay, "bring_back_cards", cards=[cards["fourth"]])
        yield self._does(fay, "close_vote", vote=vote)
        yield self._does(fay, "reopen_vote", vote=vote)
        yield self._does(fay, "show_votes", vote=vote)

    def _conclude(self) -> Iterator[str]:
        fay, co, cards = self.venue.fay, self.co, self.cards
        yield self._does(co, "decide_item", item=cards["first"], field="conclusion", value="ลดเหลือเดือนละครั้ง")
        yield self._does(fay, "decide_item", item=cards["first"], field="due", value="2570-Q2")
        yield self._does(co, "undo")
        yield self._does(co, "redo")
        yield self._does(fay, "set_status", item=cards["first"], status="under_way", note="เริ่มแล้วสองกลุ่ม")
        yield self._does(fay, "carry_over", items=[cards["second"]], to=BOARD, column="improve")
        yield self._does(fay, "open_check_out")
        yield self._does(self.ana, "check_out", mood=5, line="สนุกมาก")
        yield self._does(self.ben, "check_out", mood=3)
        yield self._does(fay, "close_check_out")
        yield self._does(fay, "show_check_out")

    def _end(self) -> Iterator[str]:
        fay, board = self.venue.fay, {"board": BOARD}
        yield self._does(fay, "start_phase", phase="write", **board)
        yield self._does(fay, "start_phase", phase="sort", **board)
        yield self._does(fay, "start_phase", phase="finished", **board)
        yield self._does(fay, "keep_until", until="2027-03-01")
        yield self._does(fay, "revoke_link", key=self.spare.id)
        yield self._does(fay, "lock_workshop")
        yield self._does(fay, "focus", column="close", **board)

    def _plan(self) -> Iterator[str]:
        """The next board is prepared behind everybody's back, and the room goes there and back again."""
        fay, co, board = self.venue.fay, self.co, {"board": BOARD}
        yield self._does(fay, "plan_board", title="ทบทวนปีก่อน", minutes=40, **board)
        yield self._does(co, "duplicate_board", **board)
        _, second = self.venue.live.workshop.order
        yield self._does(co, "change_question", board=second, question=PREPARED[0])
        yield self._does(co, "plan_board", board=second, title=PREPARED[1])
        first_step = {"label": {"th": "ก้าวแรก", "en": "First step"}, "prompt": {"th": "", "en": ""}}
        vote = {"on": "groups", "each": 4, "most_on_one": 2, "budgets": {"close": 2}}
        yield self._does(fay, "plan_board", child=first_step, vote=vote, break_minutes=15, **board)
        yield self._does(fay, "pause_phones", minutes=15)
        yield self._does(fay, "resume_phones")
        later = {**A_COLUMN, "id": "later", "name": {"th": PREPARED[2], "en": PREPARED[2]}}
        yield self._does(co, "change_columns", board=second, columns=[A_COLUMN, later])
        yield self._does(fay, "add_board", template="blank", question=PREPARED[3], columns=[A_COLUMN], minutes=10)
        third = self.venue.live.workshop.order[-1]
        yield self._does(fay, "order_boards", boards=[BOARD, third, second])
        yield self._does(fay, "skip_board", board=third)
        yield self._does(fay, "unskip_board", board=third)
        yield self._does(fay, "undo")
        yield self._does(fay, "remove_board", board=third)
        yield self._does(co, "add_card", board=second, text=PREPARED[4], column="later")

    def _move_on(self) -> Iterator[str]:
        """To the second board, where people write and see, and back to the first."""
        fay, second = self.venue.fay, self.venue.live.workshop.order[1]
        yield self._does(fay, "change_question", board=second, question="อยากเห็นอะไร")
        yield self._does(fay, "plan_board", board=second, title="ทิศทาง")
        yield self._does(fay, "change_columns", board=second, columns=[A_COLUMN, {**A_COLUMN, "id": "later"}])
        self.moved_on = self.venue.live.seq + 1
        yield self._does(fay, "open_board", board=second)
        yield self._does(fay, "start_phase", board=second, phase="write")
        yield self._does(self.ana, "submit_card", board=second, text="เดินเท้าสะดวก", proposed="later")
        yield self._does(fay, "start_phase", board=second, phase="show")
        yield self._does(fay, "start_phase", board=second, phase="finished")
        yield self._does(fay, "open_board", board=BOARD)

    def _does(self, who: Somebody, name: str, **fields: Any) -> str:
        answer = who.does(name, **fields)
        assert answer["ok"], (name, fields, answer)
        return self._gave(name)

    def _arranges(self, who: Somebody) -> str:
        """The board as it was when nothing had been sorted."""
        venue = self.venue
        then = as_of(venue.house.engine, venue.id, self.sorting_began)
        desk = venue.house.desk
        answer = desk.perform(venue.id, Arrange(BOARD, then), id=an_id(), actor=who.id, role=who.person.role)
        assert answer["ok"], answer
        return self._gave("arrange")

    def _writes(self, who: Somebody, label: str, text: str, **fields: Any) -> str:
        self.cards[label] = who.writes(text, **fields)
        return self._gave("submit_card")

    def _forms(self, who: Somebody, name: str, of: list[str], **fields: Any) -> str:
        self.cards[name] = an_id()
        return self._does(who, "group_cards", id=self.cards[name], cards=of, **fields)

    def _gave(self, name: str) -> str:
        self.venue.house.desk.write(lambda _: None)
        self.given.append(name)
        return name

    def _waiting(self) -> list[str]:
        workshop = self.venue.live.workshop
        return [card.id for card in workshop.cards.values() if card.column is None and workshop.visible(card)]

    def _place(self, card: str) -> tuple[str, str]:
        return self.venue.live.workshop.cards[card].rank, card
