/** Words about groups of cards and stacks of duplicates, on every screen. */
import { language } from './language.svelte';

const th = {
  group: 'กลุ่มบัตร',
  unnamed: 'ยังไม่มีชื่อกลุ่ม',
  goesOn: '(ต่อ)',
  about: (name: string, count: number) => `กลุ่ม ${name} ${count} ใบ`,
  named: (name: string) => `กลุ่ม ${name}`,
  unnamedCount: (count: number) => `กลุ่มที่ยังไม่มีชื่อ ${count} ใบ`,
  starred: 'ติดดาว',
  times: (count: number) => `ซ้ำกัน ${count} ใบ`,
  waiting: (count: number) => `รอจัดช่องอีก ${count} กลุ่ม`,

  form: 'รวมกลุ่ม',
  join: 'ใส่กลุ่มนี้',
  merge: 'รวมสองกลุ่ม',
  mergeHere: 'รวมกับกลุ่มนี้',
  name: 'ตั้งชื่อกลุ่ม',
  rename: 'แก้ชื่อกลุ่ม',
  ungroup: 'นำออกจากกลุ่ม',
  dissolve: 'สลายกลุ่ม',
  stack: 'ซ้อนบัตรซ้ำ',
  unstack: 'แยกบัตรที่ซ้อน',
  wordings: 'ดูทุกถ้อยคำ',
  more: 'คำสั่งอื่น',
  selectedGroups: (groups: number) => `เลือก ${groups} กลุ่ม`,
  selectedBoth: (cards: number, groups: number) => `เลือก ${cards} ใบ ${groups} กลุ่ม`,
  pickTwo: 'เลือกอย่างน้อยสองใบ หรือบัตรกับกลุ่ม แล้วกดรวมกลุ่ม',
  pickTwoToStack: 'เลือกบัตรที่ซ้ำกันอย่างน้อยสองใบ',
  pickGroup: 'เลือกกลุ่มก่อน',

  naming: {
    title: 'ชื่อกลุ่ม',
    prompt: 'ตั้งชื่อให้คนนอกห้องอ่านแล้วเข้าใจ',
    example: 'เขียนเป็นประโยค เช่น “ลดรายงานซ้ำเหลือเดือนละครั้ง”',
    cards: 'บัตรในกลุ่มนี้',
    save: 'บันทึกชื่อ',
    later: 'ไว้ทีหลัง',
  },
  stacked: {
    title: (count: number) => `บัตรที่ซ้อนกัน ${count} ใบ`,
    onTop: 'ใบบนสุด',
    takeOut: 'แยกออก',
    takeOutWhat: (text: string) => `แยกออก: ${text}`,
    all: 'แยกทุกใบ',
  },

  said: {
    formed: (count: number) => `รวม ${count} ใบ เป็นกลุ่มแล้ว`,
    joined: (count: number, name: string) => `ใส่ ${count} ใบ ลงกลุ่ม ${name} แล้ว`,
    merged: 'รวมกลุ่มเข้าด้วยกันแล้ว',
    ungrouped: (count: number) => `นำ ${count} ใบ ออกจากกลุ่มแล้ว`,
    dissolved: 'สลายกลุ่มแล้ว บัตรอยู่ครบ',
    named: (name: string) => `ตั้งชื่อกลุ่มว่า ${name}`,
    moved: (name: string, column: string) => `ย้ายกลุ่ม ${name} ไปช่อง ${column}`,
    stacked: (count: number) => `ซ้อนบัตรซ้ำ ${count} ใบแล้ว`,
    unstacked: 'แยกบัตรที่ซ้อนแล้ว',
  },
};

export type GroupWords = typeof th;
export const groups = language.dictionary(th, () => import('./en/groups'));
