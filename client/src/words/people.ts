/** Words about people at work: tables, paper cards, checking, pausing, questions about cards. */
import { language } from './language.svelte';

const th = {
  tables: 'โต๊ะ',
  tablesAbout: 'ผู้เข้าร่วมเลือกโต๊ะได้ ไม่บังคับ ไม่มีใครรู้ว่าใครเขียน',
  tableCount: 'จำนวนโต๊ะ',
  modes: { label: 'ต่างคนต่างส่ง', table: 'หนึ่งเครื่องส่งแทนทั้งโต๊ะ' },
  modesAbout: {
    label: 'บัตรบอกโต๊ะเฉพาะโต๊ะที่มีตั้งแต่ 3 คน และเห็นเฉพาะวิทยากร',
    table: 'เครื่องที่เลือกโต๊ะล่าสุดเป็นผู้พิมพ์แทนโต๊ะนั้น',
  },
  tableCards: 'บัตรต่อโต๊ะ',
  table: (number: number) => `โต๊ะ ${number}`,
  seated: (people: number) => `${people} เครื่อง`,
  sent: (cards: number, senders: number, seated: number) =>
    `${cards} ใบ · ส่งแล้ว ${senders} จาก ${seated}`,
  notSent: 'ยังไม่ส่ง',
  tooFew: 'น้อยกว่า 3 คน ไม่นับแยก',
  nobody: 'ยังไม่มีใคร',
  nudge: 'ชวนเป็นโต๊ะ อย่าชี้เป็นคน',
  noTables: 'ยังไม่ใช้โต๊ะ ตั้งจำนวนโต๊ะได้ในการตั้งค่า',

  checking: 'ตรวจก่อนขึ้นจอ',
  checkingAbout: 'บัตรขึ้นจอเมื่อมีคนอ่านและให้ผ่านแล้ว มือถือทุกเครื่องบอกว่ามีการตรวจ',
  startChecking: 'เริ่มตรวจก่อนขึ้นจอ',
  stopChecking: 'เลิกตรวจ',
  stopWarning: (count: number) => `บัตรที่ยังไม่ตรวจ ${count} ใบ จะขึ้นจอพร้อมใบอื่น`,
  pass: 'ให้ผ่าน',
  passWhat: (text: string) => `ให้ผ่าน: ${text}`,
  passAll: (count: number) => `ให้ผ่านทั้งหมด ${count} ใบ`,
  passed: 'ให้ผ่านแล้ว',
  toCheck: 'รอตรวจ',
  checkProgress: (left: number) => `รอตรวจ ${left} ใบ`,
  allChecked: 'ตรวจครบแล้ว ✓',

  pause: 'หยุดมือถือชั่วคราว',
  pauseAbout: 'ที่พิมพ์ค้างไว้ยังอยู่ ใบที่รอส่งจะส่งเองเมื่อใช้ต่อ',
  resume: 'ใช้มือถือต่อ',
  isPaused: 'หยุดมือถือทุกเครื่องอยู่',

  asked: 'ขอคำอธิบาย',
  askedCount: (count: number) => `มีคนขอคำอธิบาย ${count} คน`,
  answered: 'อธิบายแล้ว',
  answeredWhat: (text: string) => `อธิบายแล้ว: ${text}`,
  noneAsked: 'ไม่มีใครขอคำอธิบาย',
  showLarge: 'แสดงใหญ่บนจอ',
  showLargeWhat: (text: string) => `แสดงใหญ่บนจอ: ${text}`,

  clerk: 'พิมพ์บัตรกระดาษ',
  clerkAbout: 'พิมพ์แล้วกด Enter ใบถัดไปพิมพ์ต่อได้ทันที วางหลายบรรทัดได้ บรรทัดละหนึ่งใบ',
  clerkText: 'ข้อความในบัตร',
  clerkColumn: 'ลงช่อง',
  add: 'เพิ่ม',
  added: (count: number) => `เพิ่มแล้ว ${count} ใบ`,
  lastOnes: 'ที่เพิ่งเพิ่ม',
  lines: (count: number) => `วางมา ${count} บรรทัด ตรวจก่อนเพิ่ม`,
  addAll: (count: number) => `เพิ่ม ${count} ใบ`,
  tooLong: (limit: number) => `ยาวเกิน ${limit} ตัวอักษร`,
  leaveOut: 'ไม่เอา',
  leaveOutWhat: (text: string) => `ไม่เอา: ${text}`,
  line: (number: number) => `บรรทัดที่ ${number}`,
  notAdded: (count: number) => `ยังไม่ได้เพิ่ม ${count} ใบ ลองอีกครั้งได้`,
  hidden: 'เก็บไว้กับบัตรที่ยังไม่แสดง',
  helping: 'ช่วยกันทำ',
  leave: 'กลับไปสั่งงาน',
};

export type PeopleWords = typeof th;
export const people = language.dictionary(th, () => import('./en/people'));
