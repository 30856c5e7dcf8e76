/** Words of the wall screen. */
import { language } from './language.svelte';

const th = {
  screen: 'จอหน้าห้อง',
  needsLink: 'จอนี้ต้องใช้ลิงก์จอหน้าห้อง',
  needsLinkHow: 'ขอลิงก์ได้จากหน้าควบคุมของวิทยากร',
  ended: {
    gone: 'กระดานนี้ถูกลบแล้ว',
    revoked: 'ลิงก์ของจอนี้ถูกยกเลิกแล้ว',
    bad_token: 'จอนี้ต้องเข้าใหม่ด้วยลิงก์',
  },
  endedHow: 'ขอลิงก์ใหม่ได้จากหน้าควบคุมของวิทยากร',
  away: 'กำลังเชื่อมต่อใหม่… กระดานยังอยู่ครบ',
  rehearsal: 'กำลังซ้อม · บัตรทั้งหมดเป็นตัวอย่าง',

  join: 'เข้าร่วม',
  showQr: 'แสดง QR สำหรับเข้าร่วม',
  waiting: (count: number) => `รอจัด ${count} ใบ`,

  trial: {
    title: 'ลองส่งบัตรหนึ่งใบ',
    how: 'เขียนอะไรก็ได้บนมือถือ แล้วแตะ ส่งบัตร',
    thrownAway: 'บัตรลองจะถูกทิ้ง ไม่มีใครเห็น',
    tried: (tried: number, joined: number) => `ลองแล้ว ${tried} จาก ${joined} คน`,
  },
  stopped: {
    title: 'หยุดรับบัตรแล้ว',
    grace: 'ใบที่ค้างอยู่ในเครื่อง ส่งได้อีกครู่หนึ่ง',
  },
  noCards: 'ยังไม่มีบัตรให้แสดง',
  reading: 'บัตรที่กำลังอ่าน',
  asked: (count: number) => `มีคนขอคำอธิบาย ${count} คน`,
  starred: 'ข้อสรุป',
  finished: {
    concluded: 'ข้อสรุปของเรา',
    thanks: 'ขอบคุณทุกความคิด',
    noStar: 'ไม่มีข้อสรุปในช่องนี้',
  },
};

export type WallWords = typeof th;
export const wall = language.dictionary(th, () => import('./en/wall'));
