/** What happened, in words: one sentence an event, to be read after who did it. */
import { language } from './language.svelte';

/** An event's plain values, with names in the reader's language. */
export interface Told {
  count: number;
  /** A column's name; the inbox has one too. */
  column?: string;
  text?: string;
  group?: string;
  phase?: string;
  step?: string;
  link?: string;
  minutes?: number;
  page?: number;
  view?: string;
  /** What a vote is given to. */
  on?: string;
}
type Say = (it: Told) => string;
const places = ({ on }: Told) => on === 'placing';

const cards = ({ text, count }: Told) => (text === undefined ? ` ${count} บัตร` : `บัตร “${text}”`);
const group = ({ group: name }: Told) => (name ? `กลุ่ม “${name}”` : 'กลุ่มบัตร');
const item = (it: Told) =>
  it.group === undefined && it.text !== undefined ? cards(it) : group(it);
const to = ({ column, text, group: name }: Told) =>
  column === undefined ? '' : `${(text ?? name) ? ' ' : ''}ไป ${column}`;
const minutes = (it: Told) => `${it.minutes ?? 0} นาที`;

const said: Record<string, Say> = {
  workshop_opened: () => 'จัดเวทีนี้',
  workshop_restored: () => 'นำเวทีกลับมาจากไฟล์สำรอง',
  workshop_renamed: () => 'เปลี่ยนชื่อเวที',
  workshop_locked: () => 'ล็อกกระดาน',
  participant_joined: (it) => `เข้าร่วม ${it.count} คน`,
  card_tried: (it) => `ส่งบัตรลอง ${it.count} ใบ`,
  card_submitted: (it) => `ส่งบัตร ${it.count} ใบ`,
  card_edited: (it) => `แก้ไขบัตรของตัวเอง ${it.count} ใบ`,
  card_erased: (it) => `ถอนบัตร ${it.count} ใบ`,
  phase_started: (it) => `ไปขั้น ${it.phase ?? ''}`,
  timer_started: (it) => `เริ่มจับเวลา ${minutes(it)}`,
  timer_extended: (it) => `เพิ่มเวลาเป็น ${minutes(it)}`,
  timer_stopped: () => 'หยุดจับเวลา',
  card_read: (it) => (it.text === undefined ? 'หยุดอ่านบัตร' : `อ่าน${cards(it)}`),
  card_placed: (it) => `วาง${cards(it)}${to(it)}`,
  card_skipped: (it) => `ข้าม${cards(it)}`,
  cards_moved: (it) => `ย้าย${cards(it)}${to(it)}`,
  cards_placed: (it) => `วาง${cards(it)} ตามที่เสนอ`,
  cards_parked: (it) => `พัก ${it.count} บัตร`,
  cards_brought_back: (it) => `นำ${cards(it)} กลับ`,
  late_cards_accepted: (it) => `รับบัตรมาช้า ${it.count} ใบ`,
  card_fixed: (it) => `แก้คำใน${cards(it)}`,
  cards_starred: (it) => `ติดดาว${cards(it)}`,
  cards_unstarred: (it) => `เอาดาวออกจาก${cards(it)}`,
  card_added: (it) => `พิมพ์${cards(it)}แทนห้อง`,
  cards_added: (it) => `เพิ่ม ${it.count} บัตร`,
  group_formed: (it) => `รวม ${it.count} บัตรเป็น${group(it)}`,
  cards_grouped: (it) => `ใส่${cards(it)} ใน${group(it)}`,
  cards_ungrouped: (it) => `เอา${cards(it)} ออกจากกลุ่มบัตร`,
  group_named: (it) => `ตั้งชื่อ${group(it)}`,
  group_moved: (it) => `ย้าย${group(it)}${to(it)}`,
  groups_merged: (it) => `รวมกลุ่มบัตรเข้า${group(it)}`,
  group_dissolved: () => 'แยกกลุ่มบัตรออกทั้งหมด',
  cards_stacked: () => 'ซ้อนบัตรที่ซ้ำกัน',
  cards_unstacked: (it) => `แยก${cards(it)} ออกจากบัตรที่ซ้ำกัน`,
  step_undone: (it) => `ย้อนกลับ: ${it.step ?? 'ขั้นก่อน'}`,
  step_redone: (it) => `ทำซ้ำ: ${it.step ?? 'ขั้นก่อน'}`,
  step_skipped: (it) => `ข้ามขั้น: ${it.step ?? 'ขั้นก่อน'}`,
  board_arranged: (it) => `นำกระดานกลับไปเป็นตอนก่อน (${it.count} บัตร)`,
  aliases_set: () => 'แก้รายการคำที่ความหมายเดียวกัน',
  cards_kept_apart: (it) => `บอกว่า ${it.count} บัตรไม่ซ้ำกัน`,
  focused: (it) =>
    it.text !== undefined || it.group !== undefined
      ? `แสดง${item(it)} เต็มจอ`
      : it.column
        ? `แสดงช่อง ${it.column} เต็มจอ`
        : 'แสดงทั้งกระดาน',
  view_shown: (it) => `ให้จอแสดง ${it.view ?? ''}`,
  page_turned: (it) => `เปลี่ยนหน้าบนจอเป็นหน้า ${it.page ?? 1}`,
  screens_blanked: () => 'พักจอ',
  screens_unblanked: () => 'แสดงจอ',
  question_changed: () => 'เปลี่ยนคำถาม',
  limits_changed: () => 'เปลี่ยนจำนวนบัตร',
  room_set: () => 'ตั้งค่าห้องและ Wi-Fi',
  joining_stopped: () => 'หยุดรับคนเพิ่ม',
  joining_resumed: () => 'รับคนเพิ่ม',
  code_changed: () => 'เปลี่ยนรหัสเข้าร่วม',
  link_minted: (it) => `สร้างลิงก์ ${it.link ?? ''}`,
  link_revoked: (it) => `ยกเลิกลิงก์ ${it.link ?? ''}`,
  kept_until: () => 'เปลี่ยนวันที่ลบ',
  already_so: () => 'ไม่มีอะไรเปลี่ยน',

  children_opened: () => 'เริ่มรับบัตรต่อยอด',
  children_closed: () => 'หยุดรับบัตรต่อยอด และแสดง',
  child_sent: (it) => `ส่งบัตรต่อยอด ${it.count} ใบ`,
  child_added: (it) => `พิมพ์บัตรต่อยอด${it.text === undefined ? '' : ` “${it.text}”`}`,
  vote_opened: (it) => (places(it) ? 'ให้ทุกคนวางเองก่อน' : 'เริ่มลงคะแนน'),
  ballot_cast: (it) => `ลงคะแนนหรือวางเอง ${it.count} ครั้ง`,
  vote_closed: (it) => (places(it) ? 'จบการวาง' : 'จบการลงคะแนน'),
  vote_reopened: (it) => (places(it) ? 'ให้วางต่อ' : 'ให้ลงคะแนนต่อ'),
  votes_shown: (it) => (places(it) ? 'แสดงผลการวาง' : 'แสดงผลคะแนน'),
  hands_counted: () => 'นับยกมือ',
  check_out_opened: () => 'เริ่มถามความรู้สึกก่อนกลับ',
  checked_out: (it) => `ตอบก่อนกลับ ${it.count} คน`,
  check_out_closed: () => 'หยุดถามก่อนกลับ',
  check_out_shown: () => 'แสดงคำตอบก่อนกลับ',
  item_decided: (it) => `เขียนข้อสรุปของ${item(it)}`,
  status_set: (it) => `ตั้งสถานะของ${item(it)}`,
  promises_brought: (it) => `นำเรื่องจากเวทีก่อนมา ${it.count} เรื่อง`,
  items_carried: (it) => `ยก ${it.count} บัตรไปกระดานถัดไป`,

  board_added: () => 'เพิ่มกระดานในกำหนดการ',
  board_removed: () => 'เอากระดานออกจากกำหนดการ',
  board_opened: () => 'ไปกระดานถัดไป',
  board_planned: () => 'แก้เวลาในกำหนดการ',
  board_skipped: () => 'ข้ามกระดานนี้',
  board_unskipped: () => 'เลิกข้ามกระดานนี้',
  boards_ordered: () => 'เรียงกำหนดการใหม่',
  columns_changed: () => 'เปลี่ยนช่องของกระดาน',

  card_held: () => 'หยิบบัตรไปจัด',
  card_let_go: () => 'วางบัตรคืน',
  tables_set: () => 'ตั้งค่าโต๊ะ',
  seat_taken: (it) => `เลือกโต๊ะ ${it.count} คน`,
  checking_started: () => 'เริ่มตรวจบัตรก่อนขึ้นจอ',
  checking_stopped: () => 'เลิกตรวจบัตรก่อนขึ้นจอ',
  cards_passed: (it) => `ให้ ${it.count} บัตรขึ้นจอ`,
  phones_paused: (it) => (it.minutes ? `พัก ${minutes(it)}` : 'หยุดมือถือชั่วคราว'),
  phones_resumed: () => 'ให้มือถือใช้ต่อ',
  asked_about: (it) => `ขอคำอธิบาย ${it.count} ครั้ง`,
  unasked: (it) => `เลิกขอคำอธิบาย ${it.count} ครั้ง`,
  card_answered: (it) => `อธิบาย${cards(it)}แล้ว`,
};

const th = {
  title: 'ประวัติ',
  about: 'ใครทำอะไรเมื่อใด ไม่มีใครเห็นว่าใครเขียนบัตรใด',
  loading: 'กำลังนำประวัติมา…',
  older: 'ก่อนหน้านี้',
  refresh: 'ดูรายการล่าสุด',
  people: 'ผู้เข้าร่วม',
  server: 'ระบบ',
  views: {
    board: 'ทั้งกระดาน',
    overview: 'ภาพรวม',
    qr: 'QR',
    votes: 'ผลคะแนน',
    check_out: 'คำตอบก่อนกลับ',
    frame: 'กรอบงาน',
    thanks: 'คำขอบคุณ',
  } as Record<string, string>,
  seeThen: 'ดูกระดานตอนนี้',
  unknown: 'ทำบางอย่าง',

  replay: 'ดูย้อนหลัง',
  play: 'เล่น',
  pause: 'หยุดเล่น',
  moment: 'ช่วงเวลา',
  momentOf: (at: number, of: number) => `ขั้นที่ ${at} จาก ${of}`,
  nothing: 'ยังไม่มีอะไรให้ดูย้อนหลัง เพราะยังไม่ได้แสดงบัตร',
  removed: 'ถอนหรือพักแล้ว',
  hidden: 'บัตรไม่อยู่บนจอในตอนนั้น',
  bringBack: 'นำกระดานกลับไปเป็นตอนนี้',
  bringBackAbout: 'บัตรกลับไปที่เดิมในขั้นเดียว ย้อนกลับได้ ข้อความและบัตรที่พักไว้ไม่เปลี่ยน',
  broughtBack: 'นำกระดานกลับแล้ว ย้อนกลับได้',
  first: 'ไปจุดเริ่ม',
  last: 'ไปตอนนี้',
  earlier: 'ขั้นก่อน',
  later: 'ขั้นถัดไป',
  speed: 'ความเร็ว',
  said,
};

export type HistoryWords = typeof th;
export const history = language.dictionary(th, () => import('./en/history'));
