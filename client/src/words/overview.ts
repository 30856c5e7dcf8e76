/** Words of the overview and of one group shown large; on the wall and on the facilitator's screen. */
import { language } from './language.svelte';

const th = {
  overview: 'ภาพรวม',
  unnamed: 'กลุ่มที่ยังไม่ตั้งชื่อ',
  groups: (count: number) => `${count} กลุ่ม`,
  loose: (count: number) => `บัตรเดี่ยว ${count} ใบ`,
  noGroups: 'ยังไม่มีกลุ่มบัตร',
  cards: (count: number) => `${count} ใบ`,
  times: (count: number) => `ซ้ำกัน ${count} ใบ`,
};

export type OverviewWords = typeof th;
export const overview = language.dictionary(th, () => import('./en/overview'));
