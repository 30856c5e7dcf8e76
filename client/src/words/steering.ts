/** Words for steering what the wall shows. */
import { language } from './language.svelte';

const th = {
  title: 'บนจอหน้าห้อง',
  board: 'ทั้งกระดาน',
  overview: 'ภาพรวมของกลุ่มบัตร',
  overviewShort: 'ภาพรวม',
  qr: 'QR สำหรับคนมาทีหลัง บนทุกจอ',
  qrShort: 'QR เข้าร่วม',
  leaveQr: 'เลิกแสดง QR',
  column: (name: string) => `ช่อง ${name}`,
  group: (name: string) => `กลุ่ม ${name}`,
  groups: 'กลุ่มบัตร',
  pickGroup: 'เลือกกลุ่มบัตร…',
};

export type SteeringWords = typeof th;
export const steering = language.dictionary(th, () => import('./en/steering'));
