/** Words of the phone screen that come with the page; the others are in phoneCards.ts. */
import { language } from './language.svelte';

const th = {
  rehearsal: 'ซ้อม บัตรทั้งหมดจะถูกล้าง',
  comingIn: 'กำลังเข้าร่วม…',
  reload: 'โหลดหน้านี้อีกครั้ง',
  welcome: 'ยินดีต้อนรับ',
  promise: 'ไม่ระบุชื่อ',
  promiseText: 'ไม่มีใครเห็นว่าใครเขียน รวมถึงวิทยากร',
  promiseYours: 'อย่าเขียนสิ่งที่บอกตัวผู้เขียน',
  start: 'เริ่ม',
  cardArrived: 'บัตรถึงเครื่องหลักแล้ว ส่งแล้ว ✓',
  ownBrowser: 'ใช้เบราว์เซอร์ของเครื่อง',
  ownBrowserWhy: 'ถ้าหน้านี้ใช้ในไลน์ไม่ถนัด',
  privateWindow: 'เครื่องนี้ไม่ยอมเก็บข้อมูล (อาจเป็นโหมดส่วนตัว) ค้างหน้านี้ไว้จนกว่าบัตรจะขึ้นว่า ส่งแล้ว ✓',
  writeOn: 'กำลังเชื่อมต่อใหม่… เขียนต่อได้ ข้อความเก็บไว้ในเครื่อง',
  stillWaiting: 'กำลังเชื่อมต่อใหม่…',
  notFetched: 'หน้านี้มาไม่ครบ ข้อความที่เขียนไว้ยังอยู่ในเครื่อง',
};

export type PhoneWords = typeof th;
export const phone = language.dictionary(th, () => import('./en/phone'));
