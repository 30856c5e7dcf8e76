/** Words of bringing cards in from a file. */
import { language } from './language.svelte';

const th = {
  title: 'นำเข้าบัตร',
  about:
    'ใช้ไฟล์ Excel (.xlsx) CSV ข้อความบรรทัดละใบ หรือไฟล์สำรองของบัตรคำ ไม่เกิน 2 MB และ 2,000 ใบ จะได้ดูก่อนเพิ่มเสมอ',
  pick: 'เลือกไฟล์',
  drop: 'หรือลากไฟล์มาวางที่นี่',
  paste: 'หรือวางข้อความ บรรทัดละใบ (วางจากตาราง Excel ได้)',
  look: 'ดูก่อนเพิ่ม',
  looking: 'กำลังอ่าน…',
  another: 'เลือกใหม่',
  add: (count: number) => `เพิ่ม ${count} ใบ`,
  adding: 'กำลังเพิ่ม…',
  added: (count: number) => `เพิ่มแล้ว ${count} ใบ ย้อนกลับได้`,
  willAdd: (count: number) => `จะเพิ่ม ${count} ใบ`,
  wrong: (count: number) => `มีปัญหา ${count} แถว`,
  steps: (count: number) => `ย้อนกลับได้ใน ${count} ครั้ง ครั้งละไม่เกิน 500 ใบ`,
  unknownColumn: (name: string) => `ช่อง “${name}” ในไฟล์ ให้ไปอยู่`,
  withDoubled: (count: number) => `เพิ่มบัตรที่ซ้ำด้วย (${count} ใบ)`,
  onlyBad: 'ดูเฉพาะแถวที่มีปัญหา',
  rows: 'แถวในไฟล์',
  row: 'แถว',
  text: 'ข้อความ',
  column: 'ช่อง',
  more: (count: number) => `ดูต่ออีก ${count} แถว`,
  problems: {
    empty: 'ไม่มีข้อความ ไม่เพิ่ม',
    too_long: 'ยาวเกิน 120 ตัวอักษร ไม่เพิ่ม',
    doubled: 'ซ้ำกับบัตรที่มีแล้ว',
  },
};

export type BringingWords = typeof th;
export const bringing = language.dictionary(th, () => import('./en/bringing'));
