/** Words for finding one's way among many cards on the desk. */
import { language } from './language.svelte';

const th = {
  search: 'ค้นบัตร',
  loosely: 'ไม่สนวรรณยุกต์และเลขไทย',
  looselyAbout: 'พิมพ์ “ประชุม 3” พบ “ประชุม ๓” และคำที่ต่างกันแค่วรรณยุกต์',
  column: 'ดูเฉพาะช่อง',
  anyColumn: 'ทุกช่อง',
  group: 'ดูเฉพาะกลุ่มบัตร',
  anyGroup: 'ทุกกลุ่มบัตร',
  noGroup: 'บัตรเดี่ยว',
  table: 'ดูเฉพาะโต๊ะ',
  anyTable: 'ทุกโต๊ะ',
  tableNumber: (table: number) => `โต๊ะ ${table}`,
  only: 'ดูเฉพาะบัตร',
  onlyAll: 'บัตรทั้งหมด',
  onlyNew: (count: number) => (count > 0 ? `มาใหม่ (${count})` : 'มาใหม่'),
  onlyParked: 'พักไว้',
  onlyHidden: 'เฉพาะที่ยังไม่แสดง',
  onlyStarred: 'ติดดาว',
  seen: 'เห็นแล้ว',
  found: (count: number) => `พบ ${count} ใบ`,
  noneFound: 'ไม่พบบัตรที่ค้น',
  clear: 'ดูทั้งหมด',
  dense: 'บัตรแน่นขึ้น',
  roomy: 'บัตรห่างขึ้น',
  fold: 'ย่อกลุ่มบัตร',
  unfold: 'กางกลุ่มบัตร',
};

export type FindingWords = typeof th;
export const finding = language.dictionary(th, () => import('./en/finding'));
