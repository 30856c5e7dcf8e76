/** Words of the remote: the facilitator's own phone. */
import { language } from './language.svelte';

const th = {
  now: 'ขั้นนี้',
  counts: (cards: number, people: number) => `${cards} ใบ · ${people} คน`,
  backTo: (phase: string) => `‹ ${phase}`,
  backToWhat: (phase: string) => `กลับไปขั้น ${phase}`,

  private: 'เห็นเฉพาะในมือถือเครื่องนี้',
  before: 'อ่านก่อนแสดง',
  late: 'บัตรมาช้า',
  parked: 'พักบัตรไว้',
  leave: 'กลับไปสั่งงาน',
  loading: 'กำลังนำบัตรมา…',
  progress: (read: number, of: number) => `อ่านแล้ว ${read} จาก ${of} ใบ`,
  keep: 'คงไว้',
  park: 'พักบัตรไว้',
  parkAbout: 'พักแล้วไม่ขึ้นจอ ไม่ถูกลบ นำกลับได้',
  fix: 'แก้คำ',
  previous: 'ใบก่อนหน้า',
  kept: 'คงไว้แล้ว',
  parkedNow: 'พักบัตรแล้ว',
  allRead: 'อ่านครบทุกใบแล้ว ✓',
  moreComing: 'บัตรที่เข้ามาใหม่จะขึ้นตรงนี้',
  readAgain: 'อ่านใหม่ตั้งแต่ต้น',
  nothing: 'ยังไม่มีบัตร',
  shownNow: 'บัตรขึ้นจอแล้ว',
  noneLate: 'ไม่มีบัตรมาช้าแล้ว',
  noneParked: 'ไม่มีบัตรที่พักไว้',

  reading: 'บัตรที่กำลังอ่าน',
  columns: 'วางลงช่อง',
  proposedHere: 'ผู้เขียนเสนอ',
  skip: 'ข้าม',
  startReading: (count: number) => `อ่านบัตรที่รออยู่ ${count} ใบ`,
  allSorted: 'จัดครบทุกใบแล้ว ✓',

  timer: 'จับเวลา',
  startMinutes: (minutes: number) => `${minutes} นาที`,
  startTimer: (minutes: number) => `เริ่มจับเวลา ${minutes} นาที`,
  oneMore: '+1 นาที',
  stop: 'หยุดจับเวลา',
  screens: 'จอหน้าห้อง',
  blank: 'พักจอ',
  unblank: 'แสดงจอ',
  blankOn: 'พักจออยู่ ทุกจอว่าง',
  page: (page: number) => `หน้า ${page}`,
  nextPage: 'หน้าถัดไปบนจอ',
  previousPage: 'หน้าก่อนบนจอ',

  attack: 'มีคนเดารหัสเข้าร่วมผิดหลายครั้ง',
  joiningStopped: 'หยุดรับคนเพิ่มอยู่',
  letIn: 'รับคนเพิ่ม',
};

export type RemoteWords = typeof th;
export const remote = language.dictionary(th, () => import('./en/remote'));
