/** Words of the queue in which several people sort, and of choosing a group for a card. */
import { language } from './language.svelte';

const th = {
  title: 'จัดบัตรเป็นคิว',
  open: 'จัดบัตรเป็นคิว',
  leave: 'ออกจากคิว',
  left: (count: number) => `รอจัดช่อง ${count} ใบ`,
  yours: 'ใบที่อยู่ในมือ',
  how: 'ปัดบัตรซ้าย ขึ้น ขวา หรือกดปุ่ม',
  taking: 'กำลังหยิบใบถัดไป…',
  allHeld: (count: number) => `คนอื่นกำลังจัดอีก ${count} ใบที่เหลือ ถ้ามีใบว่างจะขึ้นตรงนี้เอง`,
  allSorted: 'จัดครบทุกใบแล้ว ✓',
  notYet: 'เริ่มได้เมื่อแสดงบัตรแล้ว',
  proposed: 'ผู้เขียนเสนอ',
  columns: 'วางลงช่อง',
  skip: 'ข้าม',
  group: 'เข้ากลุ่ม…',
  park: 'พักบัตรไว้',
  swipe: { left: 'ปัดซ้าย', up: 'ปัดขึ้น', right: 'ปัดขวา' },

  choose: 'ใบนี้อยู่กลุ่มไหน',
  search: 'ค้นชื่อกลุ่มหรือช่อง',
  mayBeSame: 'อาจเข้ากับกลุ่มนี้',
  groups: 'กลุ่มบัตร',
  noGroups: 'ยังไม่มีกลุ่ม พิมพ์ชื่อเพื่อตั้งกลุ่มใหม่',
  noneFound: 'ไม่พบกลุ่มชื่อนี้',
  newGroup: (name: string) => `ตั้งกลุ่มใหม่ “${name}” ในช่อง`,
  toColumn: 'ไม่เข้ากลุ่ม วางลงช่อง',
  unnamed: (text: string) => `ยังไม่มีชื่อ: ${text}`,
  inGroup: (name: string) => `ใส่กลุ่ม ${name}`,

  here: 'กำลังช่วยกัน',
  you: 'ท่าน',
  holds: (name: string) => `${name} ถืออยู่`,
  heldByOther: 'มีผู้ช่วยถือใบนี้อยู่',
  sorting: (name: string, screens: number) => (screens > 1 ? `${name} (${screens} เครื่อง)` : name),
  restHeld: (count: number) => `ผู้ช่วยกำลังจัดอีก ${count} ใบที่เหลือ`,
};

export type QueueWords = typeof th;
export const queue = language.dictionary(th, () => import('./en/queue'));
