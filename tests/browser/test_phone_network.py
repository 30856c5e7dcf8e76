"""A participant's phone when the network or the server fails: nothing lost, nothing doubled, nothing said too early."""

from a_phone import PATIENT_MS, Sockets, box, expect_state, own, send, start
from a_server import Server, until
from a_workshop import BOARD, Workshop
from conftest import OpenPhone
from playwright.sync_api import Page, expect
from watching import REMEMBER

LATE = "บัตรมาช้า"
# How many rules there are in each style sheet of what is fetched when the page is usable.
RULES = """() => [...document.styleSheets]
    .filter((one) => one.href?.includes('laterParts'))
    .map((one) => one.cssRules.length)"""
NO_SOCKETS = """window.WebSocket = class {
    constructor() { setTimeout(() => this.onerror(new Event('error')), 20); }
    close() {}
}"""


ALL_SENT = "ส่งครบแล้ว ✓"


def says_when_all_is_sent(page: Page) -> None:
    """It is said for a moment only, which a test that is busy with a server might miss."""
    until(lambda: any(ALL_SENT in text for text in page.evaluate("everSeen")), "the word that all is sent")
    expect(page.get_by_text(ALL_SENT)).to_have_count(0)


def test_cards_wait_for_a_dead_server_and_arrive_once_each(
    server: Server, workshop: Workshop, phone: OpenPhone
) -> None:
    workshop.phase("write")
    page = start(phone())
    send(page, "ก่อนไฟดับ")
    expect_state(page, "ก่อนไฟดับ", "ส่งแล้ว ✓")
    server.kill()
    send(page, "ระหว่างไฟดับ หนึ่ง")
    send(page, "ระหว่างไฟดับ สอง")
    expect(page.get_by_text("เก็บไว้ในเครื่องแล้ว 2 ใบ จะส่งเองเมื่อมีสัญญาณ")).to_be_visible()
    expect_state(page, "ระหว่างไฟดับ หนึ่ง", "รอส่ง")
    page.evaluate(REMEMBER)
    server.start()
    says_when_all_is_sent(page)
    expect_state(page, "ระหว่างไฟดับ หนึ่ง", "ส่งแล้ว ✓")
    expect_state(page, "ระหว่างไฟดับ สอง", "ส่งแล้ว ✓")
    assert workshop.texts() == sorted(["ก่อนไฟดับ", "ระหว่างไฟดับ หนึ่ง", "ระหว่างไฟดับ สอง"])


def test_a_waiting_card_survives_a_closed_tab(server: Server, workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    expect(box(page)).to_be_visible()
    page.context.set_offline(True)
    send(page, "รอในเครื่อง")
    expect_state(page, "รอในเครื่อง", "รอส่ง")
    context = page.context
    page.close()
    context.set_offline(False)
    page = phone(context=context)
    expect_state(page, "รอในเครื่อง", "ส่งแล้ว ✓")
    assert workshop.texts() == ["รอในเครื่อง"]


def test_a_card_that_arrives_after_intake_is_kept_as_late(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    expect(box(page)).to_be_visible()
    page.context.set_offline(True)
    send(page, "เน็ตหลุดตอนส่ง", "ปิด")
    expect_state(page, "เน็ตหลุดตอนส่ง", "รอส่ง")
    workshop.phase("stopped", "show", "sort")
    page.context.set_offline(False)
    expect_state(page, "เน็ตหลุดตอนส่ง", LATE)
    late = workshop.records("card")
    assert [(card["text"], card["late"], card["shown"]) for card in late] == [("เน็ตหลุดตอนส่ง", True, False)]
    workshop.do("accept_late_cards", cards=[late[0]["id"]])
    expect_state(page, "เน็ตหลุดตอนส่ง", "บนกระดาน รอจัดช่อง")


def test_a_refused_card_keeps_its_words_and_can_be_sent_again(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    expect(box(page)).to_be_visible()
    page.context.set_offline(True)
    send(page, "มาไม่ทันจริง ๆ")
    send(page, "อีกใบที่มาไม่ทัน")
    expect_state(page, "มาไม่ทันจริง ๆ", "รอส่ง")
    workshop.phase("stopped", "show", "finished")
    page.context.set_offline(False)
    for text in ["มาไม่ทันจริง ๆ", "อีกใบที่มาไม่ทัน"]:
        expect_state(page, text, "จบกระดานแล้ว ข้อความยังอยู่ในเครื่องนี้")
    expect(own(page, "มาไม่ทันจริง ๆ").get_by_role("button", name="คัดลอกข้อความ")).to_be_visible()

    # Refusals survive a reload as well, and the words can be changed, sent again or thrown away.
    page.reload()
    workshop.phase("write")
    expect_state(page, "มาไม่ทันจริง ๆ", "ยังไม่ได้ส่ง")
    own(page, "มาไม่ทันจริง ๆ").get_by_role("button", name="แก้ไข").tap()
    page.locator(".own-cards").get_by_role("textbox").fill("มาทันแล้ว")
    page.get_by_role("button", name="ส่งอีกครั้ง").tap()
    expect_state(page, "มาทันแล้ว", "ส่งแล้ว ✓")
    own(page, "อีกใบที่มาไม่ทัน").get_by_role("button", name="ทิ้งข้อความนี้").tap()
    page.get_by_role("dialog").get_by_role("button", name="ทิ้งข้อความนี้").tap()
    expect(own(page, "อีกใบที่มาไม่ทัน")).to_have_count(0)
    assert workshop.texts() == ["มาทันแล้ว"]


def test_a_limit_lowered_meanwhile_refuses_the_card_but_not_its_words(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    send(page, "ใบแรก")
    expect_state(page, "ใบแรก", "ส่งแล้ว ✓")
    page.context.set_offline(True)
    send(page, "ใบเกิน")
    expect_state(page, "ใบเกิน", "รอส่ง")
    workshop.do("change_limits", board=BOARD, cards_each=1)
    page.context.set_offline(False)
    expect_state(page, "ใบเกิน", "ส่งครบ 1 ใบแล้ว ถอนใบเดิมได้ถ้าอยากเปลี่ยน")
    assert workshop.texts() == ["ใบแรก"]


def test_a_waiting_card_can_be_changed_or_taken_back_before_it_leaves(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    expect(box(page)).to_be_visible()
    page.context.set_offline(True)
    send(page, "แก้ก่อนส่ง")
    send(page, "ถอนก่อนส่ง")
    own(page, "แก้ก่อนส่ง").get_by_role("button", name="แก้ไข").tap()
    page.locator(".own-cards").get_by_role("textbox").fill("แก้แล้ว")
    page.get_by_role("button", name="บันทึกการแก้ไข").tap()
    own(page, "ถอนก่อนส่ง").get_by_role("button", name="ถอนบัตร").tap()
    page.get_by_role("dialog").get_by_role("button", name="ถอนบัตร").tap()
    page.context.set_offline(False)
    expect_state(page, "แก้แล้ว", "ส่งแล้ว ✓")
    until(lambda: workshop.texts() == ["แก้แล้ว"], "the words as they were last")


def test_an_answer_that_was_lost_on_its_way_doubles_nothing(
    server: Server, workshop: Workshop, phone: OpenPhone
) -> None:
    workshop.phase("write")
    page = phone()
    sockets = Sockets(page.context)
    page.reload()
    start(page)
    expect(box(page)).to_be_visible()
    sockets.deaf = True
    send(page, "คำตอบหาย")
    until(lambda: page.evaluate("true") and workshop.texts() == ["คำตอบหาย"], "the card to be committed")
    expect(own(page, "คำตอบหาย")).to_have_count(1)
    assert own(page, "คำตอบหาย").locator("[data-state=sent]").count() == 0
    sockets.deaf = False
    sockets.break_all()
    expect_state(page, "คำตอบหาย", "ส่งแล้ว ✓")
    assert workshop.texts() == ["คำตอบหาย"]


def test_a_page_of_another_version_keeps_its_card_until_it_is_loaded_again(
    workshop: Workshop, phone: OpenPhone
) -> None:
    workshop.phase("write")
    page = phone()
    sockets = Sockets(page.context)
    page.reload()
    start(page)
    expect(box(page)).to_be_visible()
    sockets.no_commands = sockets.other_version = True
    page.route("**/commands", lambda route: route.abort())
    send(page, "เขียนในรุ่นเก่า")
    sockets.break_all()
    expect(page.get_by_text("มีรุ่นใหม่ โหลดหน้านี้อีกครั้ง")).to_be_visible(timeout=PATIENT_MS)
    assert workshop.texts() == []
    sockets.no_commands = sockets.other_version = False
    page.unroute("**/commands")
    page.get_by_role("button", name="โหลดหน้านี้อีกครั้ง").tap()
    expect_state(page, "เขียนในรุ่นเก่า", "ส่งแล้ว ✓")
    assert workshop.texts() == ["เขียนในรุ่นเก่า"]


def test_where_sockets_are_blocked_cards_go_by_http(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = phone()
    sockets = Sockets(page.context)
    page.reload()
    start(page)
    expect(box(page)).to_be_visible()
    sockets.blocked = True
    page.context.route("**/socket.io/**", lambda route: route.abort())
    sockets.break_all()
    with page.expect_request(lambda request: request.url.endswith("/commands")):
        send(page, "ไปทาง HTTP")
    expect_state(page, "ไปทาง HTTP", "ส่งแล้ว ✓")
    assert workshop.texts() == ["ไปทาง HTTP"]


def test_a_network_without_web_sockets_is_good_enough(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = phone()
    page.context.add_init_script(NO_SOCKETS)
    page.reload()
    start(page)
    send(page, "ถามซ้ำไปเรื่อย ๆ")
    expect_state(page, "ถามซ้ำไปเรื่อย ๆ", "ส่งแล้ว ✓")
    workshop.phase("stopped")
    expect(page.get_by_role("heading", name="หยุดรับบัตรแล้ว")).to_be_visible()


def test_two_tabs_never_double_a_card(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    one = start(phone())
    expect(box(one)).to_be_visible()
    two = phone(context=one.context)
    expect(box(two)).to_be_visible()
    one.context.set_offline(True)
    send(one, "จากแท็บหนึ่ง")
    send(two, "จากแท็บสอง")
    for page in (one, two):
        expect_state(page, "จากแท็บหนึ่ง", "รอส่ง")
        expect_state(page, "จากแท็บสอง", "รอส่ง")
    one.context.set_offline(False)
    for page in (one, two):
        expect_state(page, "จากแท็บหนึ่ง", "ส่งแล้ว ✓")
        expect_state(page, "จากแท็บสอง", "ส่งแล้ว ✓")
    assert workshop.texts() == sorted(["จากแท็บหนึ่ง", "จากแท็บสอง"])


def test_a_frozen_server_is_waited_for(server: Server, workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = start(phone())
    expect(box(page)).to_be_visible()
    server.freeze()
    send(page, "ระหว่างเครื่องค้าง")
    expect(page.get_by_text("เก็บไว้ในเครื่องแล้ว 1 ใบ จะส่งเองเมื่อมีสัญญาณ")).to_be_visible()
    expect(own(page, "ระหว่างเครื่องค้าง")).to_have_count(1)
    assert own(page, "ระหว่างเครื่องค้าง").locator("[data-state=sent]").count() == 0
    server.thaw()
    expect_state(page, "ระหว่างเครื่องค้าง", "ส่งแล้ว ✓")
    assert workshop.texts() == ["ระหว่างเครื่องค้าง"]


def test_a_part_whose_style_could_not_be_fetched_comes_with_its_looks(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = phone()
    style = "**/assets/laterParts-*.css"
    page.context.route(style, lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.reload()
    page.context.unroute(style)
    with page.expect_response(style):
        start(page)
    expect(box(page)).to_be_visible()
    assert all(page.evaluate(RULES))


def test_a_phone_that_may_store_nothing_is_told_to_stay(workshop: Workshop, phone: OpenPhone) -> None:
    workshop.phase("write")
    page = phone()
    page.context.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full'); }")
    page.reload()
    start(page)
    expect(page.get_by_text("เครื่องนี้ไม่ยอมเก็บข้อมูล")).to_be_visible()
    send(page, "จากโหมดส่วนตัว")
    expect_state(page, "จากโหมดส่วนตัว", "ส่งแล้ว ✓")
