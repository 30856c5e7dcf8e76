/** Words for checking the room before people come. */
import { language } from './language.svelte';

const metres = (value: number) => value.toFixed(value < 10 ? 1 : 0);

const th = {
  title: 'ตรวจห้อง',
  about: 'ฉายหน้านี้ขึ้นจอ แล้วเดินไปแถวหลังสุด',
  legibility: 'แถวหลังอ่านออกไหม',
  pictureHeight: 'ภาพบนจอสูง',
  metres: (value: number) => `${metres(value)} ม.`,
  lower: 'จอเตี้ยกว่านี้',
  higher: 'จอสูงกว่านี้',
  tenIsFine: 'บัตรอ่านได้จาก 10 เมตร',
  sitNearer: (distance: number) => `บัตรอ่านได้ถึง ${distance} เมตร ให้แถวหลังขยับเข้ามา หรือขยายภาพ`,
  sample: 'ปั๊มน้ำผู้ใหญ่ ญี่ปุ่น 2570',
  cardsAreThis: 'บัตรเล็กสุดเท่านี้',
  readableTo: (comfortable: number, just: number) =>
    `อ่านสบายถึง ${metres(comfortable)} ม. พออ่านออกถึง ${metres(just)} ม.`,
  howToCheck: 'ถ้ามองไม่เห็นวรรณยุกต์ในบรรทัดของบัตร ให้ปรับความคมชัด หรี่ไฟหน้าห้อง หรือขยายภาพ',

  firstPhone: 'มือถือเครื่องแรกเข้าได้ไหม',
  connected: (phones: number) => `มือถือต่ออยู่ ${phones} เครื่อง`,
  useMobileData: 'ลองทั้งด้วย Wi-Fi ของห้อง และด้วยสัญญาณมือถือ',
  sound: 'เสียง',
  playSound: 'เล่นเสียงทดสอบ',
  soundAbout: 'มือถือแต่ละเครื่องที่เข้ามาจะมีเสียง ขณะอยู่หน้านี้',
  heard: 'เล่นแล้ว ถ้าไม่ได้ยิน ตรวจลำโพงและระดับเสียง',
  cannotPlay: 'เบราว์เซอร์นี้เล่นเสียงไม่ได้',
};

export type RoomCheckWords = typeof th;
export const roomCheck = language.dictionary(th, () => import('./en/roomCheck'));
