/** Why the server said no, in words for people: the server sends codes only. */
import { language } from './language.svelte';

export interface Refusal {
  code: string;
  limit?: number | undefined;
  after_ms?: number | undefined;
}

interface Facts {
  limit: number;
  seconds: number;
}

const th = {
  malformed: 'ข้อมูลที่ส่งไม่ครบหรือผิดแบบ ข้อความยังอยู่ ลองส่งอีกครั้ง',
  empty: 'ยังไม่ได้เขียนข้อความ',
  too_long: ({ limit }: Facts) => `ยาวเกินไป ย่อให้ไม่เกิน ${limit} ตัวอักษร`,
  forbidden: 'หน้านี้ไม่มีสิทธิ์ทำสิ่งนี้',
  not_found: 'ไม่พบสิ่งที่ขอ',
  no_such_card: 'ไม่พบบัตรใบนี้แล้ว อาจถูกถอนไป',
  no_such_board: 'ไม่พบกระดานนี้',
  no_such_column: 'ไม่พบช่องนี้',
  no_such_group: 'ไม่พบกลุ่มนี้แล้ว อาจถูกรวมหรือแยกไป',
  no_such_vote: 'ไม่พบการลงคะแนนนี้',
  vote_running: 'กระดานนี้กำลังลงคะแนนอยู่แล้ว',
  vote_closed: 'หยุดรับคะแนนแล้ว คะแนนที่ส่งไว้ก่อนหน้านี้ยังนับอยู่',
  nothing_to_vote_on: 'ยังไม่มีอะไรให้ลงคะแนนหรือวาง',
  too_many_to_place: ({ limit }: Facts) => `วางพร้อมกันได้ไม่เกิน ${limit} เรื่อง รวมบัตรที่ซ้ำกันก่อน`,
  too_many_votes: ({ limit }: Facts) => `ให้ได้ไม่เกิน ${limit} คะแนน`,
  too_many_on_one: ({ limit }: Facts) => `เรื่องเดียวให้ได้ไม่เกิน ${limit} คะแนน`,
  not_yours: 'แก้ไขหรือถอนได้เฉพาะบัตรของตัวเอง',
  board_is_open: 'ห้องอยู่ที่กระดานนี้ ไปกระดานอื่นก่อน',
  board_holds_cards: 'กระดานนี้มีบัตรอยู่ จึงเอาออกไม่ได้ ใช้ “ข้าม” แทน',
  column_holds_cards: 'ช่องที่เอาออกยังมีบัตรอยู่ (อาจเป็นใบที่พักไว้) ย้ายบัตรออกก่อน',
  no_such_template: 'ไม่พบแม่แบบนี้แล้ว',
  too_many_templates: ({ limit }: Facts) => `เก็บแม่แบบได้ไม่เกิน ${limit} แบบ ลบแบบที่ไม่ใช้ก่อน`,
  unsupported_template: 'ไฟล์นี้ไม่ใช่แม่แบบ หรือมาจากรุ่นที่ใหม่กว่า',
  too_many_boards: ({ limit }: Facts) => `มีได้ไม่เกิน ${limit} กระดาน`,
  not_accepting: 'ตอนนี้ยังไม่รับบัตร ข้อความยังอยู่ในเครื่องนี้',
  no_cards_left: ({ limit }: Facts) => `ส่งครบ ${limit} ใบแล้ว ถอนใบเดิมได้ถ้าอยากเปลี่ยน`,
  proposal_needed: 'เลือกช่องที่จะเสนอก่อนส่ง',
  intake_over: 'หยุดรับบัตรแล้ว ข้อความยังอยู่ในเครื่องนี้',
  finished: 'จบกระดานแล้ว ข้อความยังอยู่ในเครื่องนี้',
  locked: 'ล็อกกระดานแล้ว แก้ไขไม่ได้',
  not_shown: 'ทำได้เฉพาะบัตรที่แสดงแล้ว',
  held: 'ผู้ช่วยอีกคนถือใบนี้อยู่',
  all_held: 'คนอื่นกำลังจัดใบที่เหลืออยู่',
  nothing_waiting: 'ไม่มีบัตรรอจัดช่องแล้ว',
  no_such_table: 'ไม่มีโต๊ะนี้แล้ว เลือกใหม่',
  paused: 'วิทยากรหยุดมือถือชั่วคราว ข้อความยังอยู่ จะส่งให้เอง',
  not_finished: 'ต้องจบกระดานก่อนจึงจะล็อกได้',
  own_link: 'ยกเลิกลิงก์ที่กำลังใช้อยู่ไม่ได้ ใช้ลิงก์วิทยากรอีกอันหนึ่งมายกเลิก',
  nothing_to_undo: 'ไม่มีอะไรให้ย้อนกลับ',
  nothing_to_redo: 'ไม่มีอะไรให้ทำซ้ำ',
  changed_since: 'ย้อนกลับไม่ได้ เพราะมีการแก้ต่อจากนั้นแล้ว',
  joining_stopped: 'หยุดรับคนเพิ่มแล้ว ผู้ที่เข้าร่วมก่อนหน้านี้ใช้รหัสสำหรับกลับเข้ามาใหม่ได้',
  id_taken: 'ส่งไม่สำเร็จ ลองส่งอีกครั้ง',
  bad_token: 'เครื่องนี้ต้องเข้าร่วมใหม่ สิ่งที่เขียนไว้ยังอยู่',
  revoked: 'ลิงก์นี้ถูกยกเลิกแล้ว ขอลิงก์ใหม่จากผู้จัด',
  gone: 'กระดานนี้ถูกลบแล้ว',
  reload: 'มีรุ่นใหม่ โหลดหน้านี้อีกครั้ง สิ่งที่เขียนไว้ยังอยู่',
  retry: 'เครื่องหลักบันทึกไม่ได้ชั่วคราว กำลังลองใหม่ให้',
  rate_limited: ({ seconds }: Facts) => `ถี่เกินไป รอ ${seconds} วินาที แล้วจะส่งให้เอง`,
  too_many: 'มีคนเข้าพร้อมกันมาก รอสักครู่แล้วลองใหม่',
  too_many_tries: ({ seconds }: Facts) => `ลองผิดหลายครั้ง รอ ${seconds} วินาที แล้วลองใหม่`,
  wrong_code: 'ไม่พบรหัสนี้ ตรวจเลขบนจอหน้าห้อง',
  wrong_key: 'ลิงก์นี้ใช้ไม่ได้ อาจคัดลอกมาไม่ครบ หมดอายุ หรือถูกยกเลิก',
  wrong_resume_code: 'ไม่พบรหัสสำหรับกลับเข้ามาใหม่นี้ ตรวจตัวเลขอีกครั้ง',
  wrong_password: 'รหัสผ่านไม่ถูกต้อง',
  password_needed: 'การจัดเวทีใหม่ต้องใช้รหัสผ่าน ขอรหัสจากผู้ดูแลระบบ',
  too_large: 'ไฟล์หรือข้อความใหญ่เกินไป',
  unsupported_backup: 'ไฟล์สำรองนี้อ่านไม่ได้ หรือมาจากรุ่นที่ใหม่กว่า',
  busy: 'กำลังทำเอกสารอื่นอยู่ รอสักครู่แล้วลองใหม่',
  too_long_to_make: 'ใช้เวลาทำนานเกินไป ลองเลือกทีละกระดาน หรือรูปแบบอื่น',
  no_such_format: 'เครื่องหลักรุ่นนี้ยังทำรูปแบบนี้ไม่ได้',
  nothing_decided: 'ยังไม่มีข้อสรุปให้ส่งออก',
  ticket_used: 'ไฟล์นี้หมดเวลาแล้ว กดทำใหม่อีกครั้ง',
  template_not_word: 'ไฟล์หัวกระดาษนี้ไม่ใช่ Word (.docx)',
  template_unsafe: 'ไฟล์หัวกระดาษนี้มีสิ่งที่อาจไม่ปลอดภัย เช่น มาโคร หรือลิงก์ไปไฟล์อื่น บันทึกเป็น .docx ธรรมดาก่อน',
  unreadable_file: 'อ่านไฟล์นี้ไม่ได้ ใช้ไฟล์ Excel (.xlsx) CSV หรือข้อความ',
  too_many_rows: ({ limit }: Facts) => `มีบัตรเกิน ${limit} ใบ แบ่งไฟล์แล้วนำเข้าทีละส่วน`,
  foreign_origin: 'คำขอนี้มาจากเว็บอื่น จึงไม่ได้ทำ',
  unknown_host: 'ที่อยู่นี้ไม่ใช่ของเครื่องหลัก ใช้ที่อยู่บนจอหน้าห้อง',
  unreachable: 'ยังติดต่อเครื่องหลักไม่ได้ ตรวจ Wi-Fi แล้วลองอีกครั้ง',
  server_error: 'เครื่องหลักมีข้อผิดพลาด สิ่งที่เขียนไว้ยังอยู่ ลองอีกครั้ง',
};

export type RefusalWords = typeof th;
const refusals = language.dictionary(th, () => import('./en/refusals'));

/** A whole sentence for any refusal; a code this client does not know reads as the server's error. */
export function why({ code, limit = 0, after_ms = 0 }: Refusal): string {
  const words = isKnown(code) ? refusals[code] : refusals.server_error;
  return typeof words === 'string' ? words : words({ limit, seconds: Math.ceil(after_ms / 1_000) });
}

function isKnown(code: string): code is keyof RefusalWords {
  return Object.prototype.hasOwnProperty.call(th, code);
}
