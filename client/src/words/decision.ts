/** Words of what the room decides, of the frame of the year, and of how far things have come. */
import { language } from './language.svelte';

const th = {
  fields: {
    conclusion: 'ข้อสรุป',
    owner: 'ผู้รับผิดชอบ',
    due: 'กำหนดแล้วเสร็จ',
    first_step: 'ก้าวแรก',
    indicator: 'ตัวชี้วัด',
    budget: 'งบประมาณ',
    note: 'หมายเหตุ',
    why: 'เหตุผล',
    successor: 'ผู้รับช่วง',
    report: 'ถ้อยคำสำหรับรายงาน',
  },
  entry: 'ข้อสรุป…',
  title: 'ข้อสรุปของเรื่องนี้',
  more: 'รายละเอียดเพิ่ม',
  required: 'ควรมี',
  saved: 'บันทึกแล้ว ✓',
  saving: 'กำลังบันทึก…',
  waits: 'ยังไม่ได้บันทึก เก็บไว้ในเครื่องนี้แล้ว จะบันทึกเองเมื่อเชื่อมต่อได้',
  left: (count: number) =>
    count < 0 ? `ยาวเกินไป ${-count} ตัวอักษร` : `เหลือ ${count} ตัวอักษร`,
  conflict: (theirs: string) =>
    theirs === '' ? 'มีคนลบข้อความนี้ไปแล้ว' : `มีคนแก้เป็น “${theirs}” แล้ว`,
  takeTheirs: 'ใช้ของเขา',
  keepMine: 'ใช้ของเรา',
  noDue: 'ยังไม่กำหนด',
  aDay: 'เลือกวันที่…',
  day: 'วันที่กำหนดแล้วเสร็จ',
  quarter: (quarter: number, year: number) => `ไตรมาส ${quarter} ปีงบประมาณ พ.ศ. ${year}`,
  missing: (field: string, count: number, groups: boolean) =>
    `ยังไม่มี${field} ${count} ${groups ? 'กลุ่ม' : 'เรื่อง'}`,
  previous: 'เรื่องก่อนหน้า',
  next: 'เรื่องถัดไป',
  leave: 'เสร็จ',
  back: 'กลับไปกระดาน',
  edit: 'แก้ข้อสรุป',
  onWall: 'แสดงบนจอหน้าห้อง',
  isOnWall: 'จอหน้าห้องแสดงเรื่องนี้อยู่',
  follow: (item: string) => `ไปเรื่องบนจอหน้าห้อง: ${item}`,
  pickOne: 'เลือกบัตรหรือกลุ่มเดียวก่อน',
  nothingYet: 'ยังไม่มีข้อสรุป',
  cards: (count: number) => `บัตรในกลุ่มนี้ ${count} ใบ`,

  frame: 'กรอบการขับเคลื่อนงาน',
  frameOf: (year: number) => `กรอบการขับเคลื่อนงาน ปีงบประมาณ พ.ศ. ${year}`,
  showFrame: 'กรอบการขับเคลื่อนงาน',
  emptyFrame: 'ยังไม่มีเรื่องที่เลือกไว้',
  emptyInColumn: 'ไม่มีเรื่องในช่องนี้',

  carry: 'นำไปกระดานอื่น…',
  carryTitle: 'นำไปกระดานอื่น',
  carryWhat: (count: number) => `นำไป ${count} เรื่อง เรื่องเดิมยังอยู่ที่เดิม`,
  carryTo: 'กระดาน',
  carryColumn: 'ช่อง',
  carryGo: 'นำไป',
  carried: (count: number, board: string) => `นำไป ${board} แล้ว ${count} เรื่อง`,
  noOtherBoard: 'ยังไม่มีกระดานอื่นในกำหนดการ เพิ่มกระดานก่อน',

  thanks: 'หน้าขอบคุณ',
  thanksWithLink: 'หน้าขอบคุณพร้อม QR ผลสรุป',
  thanksWhat: 'ใครสแกน QR นี้จะอ่านผลสรุปได้ ยกเลิกได้ที่ตั้งค่า › ลิงก์',
  thankYou: 'ขอบคุณทุกความคิด',
  scan: 'สแกนเพื่ออ่านผลสรุปบนมือถือ',
  privateLink: 'ลิงก์นี้ใช้ได้เฉพาะในห้องนี้',

  status: 'ความคืบหน้า',
  statuses: {
    not_started: 'ยังไม่เริ่ม',
    under_way: 'กำลังดำเนินการ',
    done: 'เสร็จแล้ว',
    cancelled: 'ยกเลิก',
  },
  statusNote: 'หมายเหตุความคืบหน้า',
  progress: 'ความคืบหน้า',
  progressOf: (done: number, of: number) => `เสร็จแล้ว ${done} จาก ${of} เรื่อง`,

  gaps: 'ยังขาดเรื่องใดไหม',
  lopsided: (column: string, percent: number) =>
    `บัตร ${percent}% อยู่ในช่อง${column} ชวนคิดช่องอื่นด้วย`,

  following: 'เริ่มต่อจากเวทีนี้',
  followUp: 'สร้างกระดานติดตามงาน',
  followUpWhat: 'เรื่องที่ตกลงไว้กลายเป็นบัตร พร้อมข้อสรุป ผู้รับผิดชอบ และกำหนด',
  nextYear: 'สร้างเวทีของปีถัดไป',
  nextYearWhat: 'กระดานเดิม มีช่องซ้ายสุด “ปีที่แล้วเราตกลงว่า” ใส่เรื่องที่ตกลงไว้',
  password: 'รหัสสำหรับจัดเวที',
  made: 'สร้างแล้ว เก็บลิงก์นี้ไว้',
  goThere: 'ไปเวทีใหม่',
};

export type DecisionWords = typeof th;
export const decision = language.dictionary(th, () => import('./en/decision'));
