/** Words of the poster that tells a room how to join. */
import { language } from './language.svelte';

const th = {
  how: 'วิธีเข้าร่วม',
  wifi: 'ต่อ Wi-Fi',
  scan: 'สแกน QR หรือพิมพ์',
  code: 'ใส่รหัส',
  joined: (count: number) => `เข้าร่วมแล้ว ${count} คน`,
  waiting: 'รอมือถือเครื่องแรก',
  joinQr: 'QR สำหรับเข้าร่วม',
  wifiQr: 'QR สำหรับต่อ Wi-Fi',
  stopped: 'หยุดรับคนเพิ่มแล้ว',
  stoppedHow: 'คนที่เคยเข้าร่วม กลับเข้ามาได้ด้วยรหัสสำหรับกลับเข้ามาใหม่',
  unreachable: 'มือถือยังเข้าไม่ได้',
  unreachableHow: 'เครื่องหลักยังไม่ได้ต่อเครือข่าย ต่อ Wi-Fi หรือฮอตสปอตก่อน แล้ว QR จะขึ้นเอง',
};

export type PosterWords = typeof th;
export const poster = language.dictionary(th, () => import('./en/poster'));
