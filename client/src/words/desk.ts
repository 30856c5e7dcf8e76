/** Words of the facilitator's desk layout. */
import { language } from './language.svelte';

const th = {
  warning: 'หน้านี้เห็นบัตรที่ยังไม่แสดง อย่าฉายขึ้นจอ',
  loading: 'กำลังนำบัตรทั้งหมดมา…',
  cards: 'บัตร',
  leave: 'กลับหน้าฉาย',
  cannotLeave: 'ยังกลับหน้าฉายไม่ได้ รอเชื่อมต่อใหม่ก่อน เพื่อไม่ให้บัตรที่ยังไม่แสดงขึ้นจอ',
  counts: (cards: number, people: number) => `${cards} ใบ · ${people} คน`,

  found: (count: number) => `พบ ${count} ใบ`,
  noneFound: 'ไม่พบบัตรที่ค้น',

  hidden: 'ยังไม่แสดง',
  corrected: 'แก้คำแล้ว',
  typedHere: 'วิทยากรพิมพ์',
  starred: 'ติดดาว',
  proposed: (column: string) => `เสนอ ${column}`,
  asProposed: 'วางทุกใบตามที่เสนอ',
  addCard: 'เพิ่มบัตร',
  list: (name: string, count: number) => `${name} ${count} ใบ`,
  emptyInbox: 'ไม่มีบัตรรอจัดช่อง',
  selectedMost: (count: number) => `เลือกได้ครั้งละ ${count} ใบ`,

  late: 'บัตรมาช้า',
  accept: 'รับ',
  acceptWhat: (text: string) => `รับ: ${text}`,
  acceptAll: (count: number) => `รับทั้งหมด ${count} ใบ`,
  accepted: (count: number) => `รับบัตรมาช้า ${count} ใบแล้ว`,
  parked: 'พักบัตรไว้',
  park: 'พัก',
  parkWhat: (text: string) => `พัก: ${text}`,
  bringBack: 'นำกลับ',
  bringBackWhat: (text: string) => `นำกลับ: ${text}`,
  bringBackAll: (count: number) => `นำกลับทั้งหมด ${count} ใบ`,
  broughtBack: (count: number) => `นำบัตรกลับ ${count} ใบแล้ว`,
  parkedNow: (count: number) => `พักบัตร ${count} ใบแล้ว`,

  redo: 'ทำซ้ำ',
  blank: 'พักจอ',
  unblank: 'แสดงจอ',
  screens: 'หน้าบนจอหน้าห้อง',
};

export type DeskWords = typeof th;
export const desk = language.dictionary(th, () => import('./en/desk'));
