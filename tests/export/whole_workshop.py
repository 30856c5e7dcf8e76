"""A workshop in which everything happens once, so that its backup holds every kind of event."""

from __future__ import annotations

from visitors import BOARD, Visitor, joins

from server.people import new_id


def plays_it_all(fay: Visitor) -> None:
    """From the first trial card to a finished board; the last step is one that can be undone."""
    ana, ben = joins(fay), joins(fay)
    fay.does("set_room", address=None, wifi_name="โรงแรม", wifi_password="secret-wifi")
    fay.does("stop_joining")
    fay.does("resume_joining")
    fay.asks("POST", f"{fay.here}/code", {"id": new_id()})
    bob = fay.link("co_facilitator")
    fay.does("revoke_link", key=key_of(fay, "wall"))
    fay.does("set_tables", tables=3, mode="table", table_cards=6)
    ana.does("sit", table=2)
    fay.starts("trial")
    ana.does("try_card", board=BOARD, text="ลอง")
    fay.starts("write")
    fay.does("start_timer", board=BOARD, seconds=60)
    fay.does("extend_timer", board=BOARD, seconds=60)
    fay.does("stop_timer", board=BOARD)
    cards = [ana.writes(f"ความคิดที่ {number}", proposed="close") for number in range(3)]
    cards += [ben.writes("แทนคนข้าง ๆ", neighbour=True), ben.writes("พิมผิด"), ben.writes("ไม่เอาแล้ว")]
    ben.does("edit_card", card=cards[4], text="พิมพ์ถูก", proposed="open")
    ben.does("withdraw_card", card=cards.pop())
    bob.does("park_cards", cards=[cards[0]])
    fay.does("pause_phones")
    fay.does("resume_phones")
    bob.does("start_checking", board=BOARD)
    bob.does("pass_cards", cards=cards)
    fay.starts("stopped")
    fay.starts("show")
    late = ben.writes("มาช้า")
    sorts(fay, bob, cards, late)
    for verb in ("ask_about", "unask", "ask_about"):
        ana.does(verb, card=cards[1])
    bob.does("answer_card", card=cards[1])
    for one in (ana, ben):
        one.does("ask_about", card=cards[2])
    groups(fay, bob, cards)
    fay.does("blank_screens")
    fay.does("unblank_screens")
    fay.does("rename_workshop", title="เวทีที่ทำทุกอย่าง")
    fay.does("change_question", board=BOARD, question="ถามใหม่")
    fay.does("change_limits", board=BOARD, cards_each=4)
    fay.does("keep_until", until="2027-09-30")
    fay.starts("finished")
    bob.does("star_cards", cards=[cards[1]])


def sorts(fay: Visitor, bob: Visitor, cards: list[str], late: str) -> None:
    fay.starts("sort")
    fay.does("bring_back_cards", cards=[cards[0]])
    fay.does("accept_late_cards", cards=[late])
    fay.does("stop_checking", board=BOARD)
    bob.does("hold_next", board=BOARD)
    bob.does("let_go")
    fay.does("read_card", board=BOARD, card=cards[3])
    fay.does("skip_card", card=cards[3])
    fay.does("skip_card", card=cards[1])
    fay.does("place_card", card=cards[4], column="open")
    fay.does("place_as_proposed", board=BOARD)
    bob.does("move_cards", cards=[cards[3], cards[1]], column="improve")
    bob.does("fix_card", card=cards[3], text="แทนคนข้างๆ ที่ไม่มีมือถือ")
    bob.does("star_cards", cards=cards[:2])
    bob.does("unstar_cards", cards=[cards[0]])
    fay.does("add_card", board=BOARD, text="จากคนไม่มีมือถือ", column="open")
    fay.does("add_card", board=BOARD, text="ย้อนกลับ", column="open")
    fay.does("undo")
    fay.does("redo")
    fay.does("undo")
    bob.does("undo")
    bob.does("skip_step", step=bob.sees("facilitator")[f"steps:{key_of(fay, 'co_facilitator')}"]["undo"]["step"])
    fay.does("focus", board=BOARD, card=cards[1], column=None)
    fay.does("turn_page", board=BOARD, page=1)


def groups(fay: Visitor, bob: Visitor, cards: list[str]) -> None:
    one = fay.does("group_cards", cards=cards[:2], label="ความคิดเดียวกัน")
    bob.does("join_group", cards=[cards[2]], group=one, before=cards[0])
    bob.does("name_group", group=one, label="")
    fay.does("move_group", group=one, column="improve", before=None)
    other = bob.does("group_cards", cards=[cards[3]])
    bob.does("merge_groups", groups=[other], into=one)
    bob.does("undo")
    bob.does("dissolve_group", group=other)
    bob.does("stack_cards", cards=[cards[1], cards[0], cards[3]])
    bob.does("unstack_cards", cards=[cards[3]])
    bob.does("ungroup_cards", cards=[cards[3]])
    bob.does("star_cards", cards=[one])


def key_of(fay: Visitor, role: str) -> str:
    """The id of a link of this role; a new one when there is none yet."""
    for key, one in fay.sees("facilitator").items():
        if key.startswith("key:") and one["role"] == role:
            return str(one["id"])
    fay.link(role)
    return key_of(fay, role)
